"""The values of a scheduled digest, with the readings that they quote; :mod:`bot.digests.briefing` composes them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from bot.domain.analysis import Reading
from bot.domain.article import Article
from bot.domain.attribution import Attribution, Speaker
from bot.domain.line import LineReference
from bot.domain.text import Span


@dataclass(frozen=True, slots=True)
class DatedReading:
    """An article of a story. ``at`` (aware) is when it was published, or first seen if that is unknown."""

    reading: Reading
    at: datetime


@dataclass(frozen=True, slots=True)
class StoryReadings:
    """The articles about one event, at least one; ``told`` are those that an earlier briefing showed."""

    accounts: tuple[DatedReading, ...]
    told: tuple[DatedReading, ...] = ()

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
    """A statement in ``reading``; ``also`` are articles of other outlets with the same words."""

    reading: Reading
    statement: Attribution
    also: tuple[Reading, ...] = ()


@dataclass(frozen=True, slots=True)
class SpeakerLines:
    """A speaker across the articles of a story, with the lines chosen to be shown."""

    speaker: Speaker
    lines: tuple[LineReference, ...]


@dataclass(frozen=True, slots=True)
class BriefingSide:
    """Those who speak for one state, body or movement; ``label`` names it, "" for a speaker who stands alone."""

    label: str
    voices: tuple[SpeakerLines, ...]


@dataclass(frozen=True, slots=True)
class BriefingStory:
    """A story of a briefing: ``accounts`` oldest first, with the title of the reading ``lead``.

    ``outlets`` is the number of different outlets; ``left_out`` counts lines that are not shown. ``only`` is the one
    side that is quoted, "" if there is none or more than one. ``told_at`` is when the newest article of the story in an
    earlier briefing appeared: the story holds only what is new since then. ``told`` are that briefing's articles.
    """

    lead: Reading
    accounts: tuple[DatedReading, ...]
    outlets: int
    sentences: tuple[KeySentence, ...] = ()
    sides: tuple[BriefingSide, ...] = ()
    left_out: int = 0
    only: str = ""
    told_at: datetime | None = None
    told: tuple[DatedReading, ...] = ()

    @property
    def first_at(self) -> datetime:
        """When its first article appeared."""
        return self.accounts[0].at

    @property
    def newest_at(self) -> datetime:
        """When its newest article appeared."""
        return self.accounts[-1].at


@dataclass(frozen=True, slots=True)
class Briefing:
    """The digest of a period: full ``stories``, ``more`` by title only, and ``omitted`` as a count.

    ``topic`` restricts it, "" for everything. ``articles`` and ``outlets`` count everything of the period, on any
    topic. ``late``: it is composed well after ``until``, when it was due. ``unchanged`` counts stories told before of
    which nothing is new.
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
    unchanged: int = 0


def date_reading(reading: Reading, seen_at: datetime) -> DatedReading:
    """``reading`` dated by its publication; by ``seen_at`` if it has no date or a later one."""
    published = reading.article.published_at
    return DatedReading(reading, published if published is not None and published <= seen_at else seen_at)


def publisher(article: Article) -> str:
    """The identity of an outlet: its domain, else its name, else the host of the address; "" for none."""
    if article.outlet:
        return (article.outlet.domain or article.outlet.name).casefold()
    try:
        return (urlsplit(article.url or "").hostname or "").removeprefix("www.")
    except ValueError:  # brackets that are no address
        return ""


def count_outlets(accounts: Iterable[DatedReading]) -> int:
    """The number of different outlets in ``accounts``."""
    return len({publisher(account.reading.article) for account in accounts})


def group_by_outlet(accounts: Iterable[DatedReading]) -> list[list[Article]]:
    """The articles of each outlet, in the order in which the outlets came."""
    groups: dict[str, list[Article]] = {}
    for account in accounts:
        article = account.reading.article
        groups.setdefault(publisher(article), []).append(article)
    return list(groups.values())
