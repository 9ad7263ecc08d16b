"""Watches and alerts as values: what a person wants to be alerted about, and the alert for an event."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.folding import fold_words
from bot.domain.language_filter import take_languages, write_languages
from bot.errors import UsageError
from bot.i18n.messages import translatable

MOST_WATCHES = 20
"""Maximum number of watches per person."""
WORDS_LIMIT = 60
"""Maximum characters of a speaker or topic."""

NOBODY = ""
"""The speaker's key in an alert about an event, without a statement."""
EVERYBODY = "*"
"""The speaker's key in alerts recorded when an event was sent once, whoever spoke."""

_DIRECT = "dm:"


@dataclass(frozen=True, slots=True)
class Interest:
    """What a watch is for: a ``speaker`` (a person, office, country or body), a ``topic`` in words, or both.

    "" stands for anybody and anything; a comma separates several topics. ``language:ru,fr`` among them restricts the
    articles.
    """

    speaker: str = ""
    topic: str = ""

    @property
    def topics(self) -> tuple[str, ...]:
        """The topics, any of which is enough."""
        return tuple(_topics(take_languages(self.topic)[0]))

    @property
    def languages(self) -> frozenset[str]:
        """The languages that it is restricted to; none for all."""
        return take_languages(self.topic)[1]

    def __str__(self) -> str:
        return " about ".join(part for part in (self.speaker or (self.topic and "anybody"), self.topic) if part)

    def is_same(self, other: "Interest") -> bool:
        """Whether both are equal, regardless of case, accents and punctuation."""
        return _folded(self) == _folded(other)


@dataclass(frozen=True, slots=True)
class Watch:
    """A person's watch. ``number`` counts from 1 per owner, for people to type.

    ``channel`` is where alerts go, a channel's id or :func:`direct_to` the owner. ``server`` is where it was created
    ("discord:guild:<id>"), None in direct messages; ``place`` is the channel there if the bot may post in it.
    ``paused`` is None, or why it is paused. ``told`` counts its alerts, the newest at ``last_at``.
    """

    id: int
    number: int
    owner: str
    interest: Interest
    channel: str
    created_at: datetime
    server: str | None = None
    place: str | None = None
    paused: str | None = None
    told: int = 0
    last_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Alert:
    """An alert, pending or sent, in ``channel``: the ``story``, and the ``article`` that matched.

    ``speakers`` are the keys of its speakers (:func:`bot.digests.watch_matching.speaker_key`): ``NOBODY`` for the event
    without a statement, ``EVERYBODY`` in alerts recorded before keys existed. ``watch`` is None once that watch was
    removed; ``post`` is the key of its message, None before.
    """

    channel: str
    story: int
    owner: str
    watch: Watch | None
    article: str
    matched_at: datetime
    speakers: tuple[str, ...] = ("",)
    post: str | None = None


def parse_interest(speaker: str, topic: str) -> Interest:
    """Parse a watch that a person typed. Raises ``UsageError`` if it is empty or too long."""
    topic, languages = take_languages(topic)
    words = ", ".join(" ".join(part.split()) for part in _topics(topic))
    interest = Interest(" ".join(speaker.split()), " ".join(filter(None, (words, write_languages(languages)))))
    if max(len(interest.speaker), len(interest.topic)) > WORDS_LIMIT:
        raise UsageError(translatable("desk-interest-long", limit=WORDS_LIMIT))
    if not (fold_words(interest.speaker) or fold_words(words)):
        raise UsageError(translatable("desk-interest-empty"))
    return interest


def direct_to(person: str) -> str:
    """The channel for direct messages to "discord:<user id>"."""
    return f"{_DIRECT}{person.rpartition(':')[2]}"


def is_direct(channel: str) -> bool:
    """Whether ``channel`` is somebody's direct messages."""
    return channel.startswith(_DIRECT)


def is_of_discord(channel: str) -> bool:
    """Whether ``channel`` is on Discord: a channel number, or somebody's direct messages."""
    return channel.isdecimal() or is_direct(channel)


def person_of(channel: str) -> str:
    """The owner of the direct messages ``channel``: "discord:<user id>"."""
    return f"discord:{channel.removeprefix(_DIRECT)}"


def _topics(words: str) -> list[str]:
    return [part for part in words.split(",") if part.strip()]


def _folded(interest: Interest) -> tuple[str, frozenset[str], frozenset[str]]:
    return fold_words(interest.speaker), frozenset(map(fold_words, interest.topics)), interest.languages
