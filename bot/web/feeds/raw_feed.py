"""The strings of a document before :mod:`bot.web.feeds.compose` cleans them: the common output of all parsers."""

from dataclasses import dataclass, field

# entries beyond this are counted but not parsed: twice the ten thousand of the most abusive feed
MAX_READ = 20_000
MAX_ENTRIES = 500
"""Maximum number of entries parsed; more than are kept."""


@dataclass(frozen=True, slots=True)
class RawText:
    """A string of the feed. ``markup``: True for HTML, False for plain text, None if the format does not say."""

    value: str
    markup: bool | None = None


@dataclass(slots=True)
class RawEntry:
    """An entry's strings as in the document. ``base`` is what its links are relative to."""

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
    picture: str | None = None


@dataclass(slots=True)
class RawFeed:
    """A document's strings. ``base`` is what relative links start from; ``ttl`` is in minutes, as in RSS."""

    atom: bool = False
    title: RawText | None = None
    site: str | None = None
    language: str | None = None
    ttl: float | None = None
    base: str | None = None
    entries: list[RawEntry] = field(default_factory=list)
    fault: str | None = None
