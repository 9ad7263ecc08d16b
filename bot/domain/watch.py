"""Watches as values: what a person wants to be told of as it happens, and one event that they are to be told of."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.folding import fold_words
from bot.errors import UsageError
from bot.i18n.messages import translatable

MOST_WATCHES = 20
"""Watches that one person may have."""
WORDS_LIMIT = 60
"""Characters of a speaker or topic."""

NOBODY = ""
"""The speaker's key of an alert that tells of an event, and of no statement."""
EVERYBODY = "*"
"""The speaker's key of an alert that was recorded when one event was told once, whoever spoke."""

_DIRECT = "dm:"


@dataclass(frozen=True, slots=True)
class Interest:
    """What a watch is for: a ``speaker`` (a person, office, country or body), a ``topic`` in words, or both.

    "" stands for anybody and anything; a comma separates several topics.
    """

    speaker: str = ""
    topic: str = ""

    def __str__(self) -> str:
        return " about ".join(part for part in (self.speaker or (self.topic and "anybody"), self.topic) if part)

    def is_same(self, other: "Interest") -> bool:
        """Whether both want the same, whatever their case, accents and punctuation."""
        return _folded(self) == _folded(other)


@dataclass(frozen=True, slots=True)
class Watch:
    """A person's own alert. ``number`` counts from 1 among the owner's, for people to type.

    ``channel`` is where alerts go, a channel's id or :func:`direct_to` the owner. ``server`` is the one it was made in
    ("discord:guild:<id>"), None in direct messages, and ``place`` the channel there if the bot may post in it.
    ``paused`` is None, or why it is at rest. ``told`` counts its alerts, the newest at ``last_at``.
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
    """An event to be told of, or told, once in ``channel``: the ``story``, and the ``article`` that a watch matched.

    ``speakers`` are the keys of those it tells of (:func:`bot.digests.watch_matching.speaker_key`): ``NOBODY`` for the
    event without a statement, ``EVERYBODY`` for alerts recorded before keys were. ``watch`` is None once that watch was
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
    """What a person typed as a watch. Raises ``UsageError`` for nothing, or too many words."""
    interest = Interest(" ".join(speaker.split()), ", ".join(" ".join(part.split()) for part in _topics(topic)))
    if max(len(interest.speaker), len(interest.topic)) > WORDS_LIMIT:
        raise UsageError(translatable("desk-interest-long", limit=WORDS_LIMIT))
    if not (fold_words(interest.speaker) or fold_words(interest.topic)):
        raise UsageError(translatable("desk-interest-empty"))
    return interest


def direct_to(person: str) -> str:
    """The channel of direct messages to "discord:<user id>"."""
    return f"{_DIRECT}{person.rpartition(':')[2]}"


def is_direct(channel: str) -> bool:
    """Whether ``channel`` is somebody's direct messages."""
    return channel.startswith(_DIRECT)


def is_of_discord(channel: str) -> bool:
    """Whether Discord has ``channel``: by its number, or as somebody's direct messages."""
    return channel.isdecimal() or is_direct(channel)


def person_of(channel: str) -> str:
    """Whose direct messages ``channel`` is: "discord:<user id>"."""
    return f"discord:{channel.removeprefix(_DIRECT)}"


def _topics(words: str) -> list[str]:
    return [part for part in words.split(",") if part.strip()]


def _folded(interest: Interest) -> tuple[str, frozenset[str]]:
    return fold_words(interest.speaker), frozenset(map(fold_words, _topics(interest.topic)))
