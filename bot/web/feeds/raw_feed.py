"""What a document says before it is cleaned: the shape that every reader of a format hands on.

Readers take strings as they stand and judge nothing; :mod:`bot.web.feeds.compose` cuts, cleans and resolves them,
so that each rule about titles, links and dates stands in one place whatever the format.
"""

from dataclasses import dataclass, field

# More entries than this are counted and not even looked at: twice the ten thousand that a rude feed sends.
MAX_READ = 20_000
MAX_ENTRIES = 500
"""More than these are read, but not kept."""


@dataclass(frozen=True, slots=True)
class RawText:
    """A string of the feed. ``markup``: True for HTML, False for plain text, None where the format does not say."""

    value: str
    markup: bool | None = None


@dataclass(slots=True)
class RawEntry:
    """An entry's strings as they stand in the document. ``base`` is what its links are relative to."""

    guid: str | None = None
    link: str | None = None
    title: RawText | None = None
    summary: RawText | None = None
    content: RawText | None = None
    author: str | None = None
    published: str | None = None
    updated: str | None = None
    language: str | None = None
    base: str | None = None


@dataclass(slots=True)
class RawFeed:
    """A document's strings. ``unread`` counts entries beyond ``MAX_READ``; ``base`` is what relative links start from.

    ``ttl`` is in minutes, as RSS has it.
    """

    format: str = ""
    title: RawText | None = None
    site: str | None = None
    language: str | None = None
    ttl: float | None = None
    base: str | None = None
    entries: list[RawEntry] = field(default_factory=list)
    unread: int = 0
    fault: str | None = None
