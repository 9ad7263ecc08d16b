"""Values of feeds: documents, entries, subscriptions and items."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

LIST_BYTES = 2_000_000
"""Maximum size of a list of feeds (OPML)."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed's document, as the feed gives it.

    ``guid`` is the feed's own identity of the entry (RSS guid, Atom id, JSON Feed id), None where it gives none;
    ``link`` an absolute http(s) address or None; ``title`` and ``summary`` plain text in one paragraph; ``content`` the
    article where it comes whole, of ``media_type`` "text/html" or "text/plain"; ``outlet`` who publishes it, where a
    newsroom that sent it says so; times are aware, None where missing or unreadable; ``day_only`` tells that the feed
    named a day and no time; ``origin`` is the front page of the site that the feed's bytes came from, after redirects.
    """

    guid: str | None = None
    link: str | None = None
    title: str | None = None
    summary: str | None = None
    content: str | None = None
    media_type: str = "text/html"
    author: str | None = None
    outlet: str | None = None
    published_at: datetime | None = None
    updated_at: datetime | None = None
    day_only: bool = False
    language: str | None = None
    origin: str | None = None


@dataclass(frozen=True, slots=True)
class FeedDocument:
    """A parsed feed: its own title, site and language, and its entries in the document's order.

    ``format`` names it for people ("RSS 2.0", "Atom 1.0", "JSON Feed 1.1"); ``fault`` is None, or a sentence on what
    was wrong with the document although entries could be read. ``dropped`` counts entries left out over the limits.
    """

    format: str
    title: str | None
    site: str | None
    entries: tuple[Entry, ...]
    language: str | None = None
    ttl_seconds: float | None = None
    fault: str | None = None
    dropped: int = 0


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A feed that a page names: its address, its title there, its kind in words ("RSS", "Atom", "JSON Feed", "feed").

    ``declared``: the page says that it is a feed; False for a mere anchor whose address looks like one.
    """

    url: str
    title: str | None = None
    kind: str = "feed"
    declared: bool = True


@dataclass(frozen=True, slots=True)
class OutlineFeed:
    """A feed of a list: its http(s) address, what it is called there, its site, and its folders from the outermost."""

    url: str
    title: str | None = None
    site: str | None = None
    folders: tuple[str, ...] = ()


class Delivery(StrEnum):
    """What a follower wants of a feed: every item posted by itself, or material for digests only."""

    EACH = "each"
    DIGEST = "digest"


class FeedHealth(StrEnum):
    """How a feed is: never polled, answering, failing for now, or given up until somebody repairs it."""

    NEW = "new"
    HEALTHY = "healthy"
    FAILING = "failing"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Feed:
    """A source, polled once however many follow it.

    ``url`` is where it is fetched now (a permanent move changes it), ``kind`` "poll", or "push" for a source that is
    received. ``etag`` and ``last_modified`` are sent back as they came; ``body_sha256`` is the newest body's, so that
    the same one is not parsed again; ``ttl_seconds`` how long the feed asks to be left alone. ``interval`` is the
    present cadence in seconds, ``polls`` counts them all and ``failures`` those failed in a row, with the last
    ``reason`` for people; ``next_poll_at`` is when it is due. ``gap_at`` is when items may last have come and gone
    between two polls, unseen. ``noticed_at`` is when its followers were told of the
    present failure, ``notice`` what they are still to be told.
    """

    id: int
    url: str
    kind: str = "poll"
    title: str | None = None
    site: str | None = None
    language: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    interval: float = 900.0
    failures: int = 0
    health: FeedHealth = FeedHealth.NEW
    reason: str | None = None
    next_poll_at: datetime | None = None
    last_polled_at: datetime | None = None
    last_changed_at: datetime | None = None
    failing_since: datetime | None = None
    body_sha256: str | None = None
    ttl_seconds: float | None = None
    polls: int = 0
    gap_at: datetime | None = None
    noticed_at: datetime | None = None
    notice: str | None = None


@dataclass(frozen=True, slots=True)
class Subscription:
    """A feed followed in a channel by one owner. ``number`` counts from 1 among the owner's, for people to type.

    ``since`` is when it began: what the feed carried before is never posted. ``filter`` is the text that
    :func:`bot.domain.filter.parse_filter` reads, "" for everything. ``broken`` is None, or why its channel cannot be
    posted to: nothing is sent until somebody repairs it.
    """

    id: int
    number: int
    feed_id: int
    owner: str
    channel: str
    by: str
    since: datetime
    filter: str = ""
    delivery: Delivery = Delivery.EACH
    edits: bool = False
    paused: bool = False
    broken: str | None = None


class ItemState(StrEnum):
    """Where an item stands on its way: to be read, read, or given up."""

    NEW = "new"
    READ = "read"
    FAILED = "failed"
    OLD = "old"


@dataclass(frozen=True, slots=True)
class Item:
    """An entry as remembered. ``identity`` is what it is recognised by within its feed; ``fingerprint`` changes when it
    is edited. ``attempts`` counts readings that failed, ``retry_at`` is when the next is due. ``article`` is the
    archive's id of its reading, None before.
    """

    id: int
    feed_id: int
    identity: str
    fingerprint: str
    entry: Entry
    first_seen_at: datetime
    state: ItemState = ItemState.NEW
    attempts: int = 0
    retry_at: datetime | None = None
    reason: str | None = None
    article: str | None = None
    story: int | None = None


@dataclass(frozen=True, slots=True)
class Followed:
    """A subscription with the feed that it follows."""

    subscription: Subscription
    feed: Feed


@dataclass(frozen=True, slots=True)
class PollOutcome:
    """What a poll brought: the ids of items that are new and of items that were edited, oldest first.

    ``gap`` tells that nothing of the snapshot before is in this one, so that items may have come and gone unseen;
    ``flood`` that more are new than are posted one by one.
    """

    new: tuple[int, ...] = ()
    edited: tuple[int, ...] = ()
    gap: bool = False
    flood: bool = False


@dataclass(frozen=True, slots=True)
class FeedCounts:
    """How feeds and their items are: of one owner, or of all.

    ``waiting`` counts items whose fate is open for somebody, ``oldest_waiting_at`` is when the first of them was seen;
    ``failing`` are feeds that do not answer or are given up, those that fail longest first, at most twenty.
    """

    feeds: int
    subscriptions: int
    waiting: int
    oldest_waiting_at: datetime | None
    failing: tuple[Feed, ...]
