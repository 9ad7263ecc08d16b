"""The scheduled digest as values: the stories of a window, each with its outlets, key sentences and who said what.

:mod:`bot.digests.briefing` composes them. Everything quotable stays with the reading that it is a slice of.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from bot.domain.analysis import Reading
from bot.domain.article import Article
from bot.domain.attribution import Attribution, Speaker
from bot.domain.text import Span


@dataclass(frozen=True, slots=True)
class DatedReading:
    """One article of a story. ``at`` (aware) is when it was published, or first seen where that is not told."""

    reading: Reading
    at: datetime


@dataclass(frozen=True, slots=True)
class StoryReadings:
    """The articles about one event, at least one, in any order: what a briefing is composed of."""

    accounts: tuple[DatedReading, ...]

    def __post_init__(self) -> None:
        if not self.accounts:
            raise ValueError("a story has at least one article")


@dataclass(frozen=True, slots=True)
class KeySentence:
    """A sentence of the text of ``reading``."""

    reading: Reading
    span: Span


@dataclass(frozen=True, slots=True)
class StatementReference:
    """A statement as ``reading`` tells it; ``also`` are articles of other outlets with the same words."""

    reading: Reading
    statement: Attribution
    also: tuple[Reading, ...] = ()


@dataclass(frozen=True, slots=True)
class SpeakerStatements:
    """One speaker across the articles of a story, and the chosen of their statements."""

    speaker: Speaker
    statements: tuple[StatementReference, ...]


@dataclass(frozen=True, slots=True)
class BriefingSide:
    """The speakers of one country or organisation; ``label`` names it, "" where it is not told."""

    label: str
    voices: tuple[SpeakerStatements, ...]


@dataclass(frozen=True, slots=True)
class BriefingStory:
    """A story as a briefing tells it: ``accounts`` oldest first, headed by the title of the reading ``lead``.

    ``outlets`` is how many different ones carry it; ``left_out`` counts the statements that are not shown.
    """

    lead: Reading
    accounts: tuple[DatedReading, ...]
    outlets: int
    sentences: tuple[KeySentence, ...] = ()
    sides: tuple[BriefingSide, ...] = ()
    left_out: int = 0

    @property
    def first_at(self) -> datetime:
        """When its first article came."""
        return self.accounts[0].at

    @property
    def newest_at(self) -> datetime:
        """When its newest article came."""
        return self.accounts[-1].at


@dataclass(frozen=True, slots=True)
class Briefing:
    """What a window brought: ``stories`` told, ``more`` only named, ``omitted`` counts the rest.

    ``topic`` is what it was narrowed to, "" for everything. ``articles`` and ``outlets`` count what was looked at, of
    every topic. ``late`` tells that ``until``, when it was due, had passed unnoticed.
    """

    since: datetime
    until: datetime
    stories: tuple[BriefingStory, ...]
    more: tuple[BriefingStory, ...] = ()
    omitted: int = 0
    topic: str = ""
    articles: int = 0
    outlets: int = 0
    late: bool = False


def date_reading(reading: Reading, seen_at: datetime) -> DatedReading:
    """``reading`` dated by its publication; by ``seen_at`` where it names none, or one later than that."""
    published = reading.article.published_at
    return DatedReading(reading, published if published is not None and published <= seen_at else seen_at)


def publisher(article: Article) -> str:
    """What tells one outlet from another: its domain, else its name, else the host of the address; "" for none."""
    if article.outlet:
        return (article.outlet.domain or article.outlet.name).casefold()
    try:
        return (urlsplit(article.url or "").hostname or "").removeprefix("www.")
    except ValueError:  # brackets that are no address
        return ""


def count_outlets(accounts: Iterable[DatedReading]) -> int:
    """How many different outlets ``accounts`` are of."""
    return len({publisher(account.reading.article) for account in accounts})
