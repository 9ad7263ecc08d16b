"""Values of feeds: documents, entries, subscriptions and items."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.follow_up import FollowUps

LIST_BYTES = 2_000_000
"""Maximum size of a list of feeds (OPML)."""
TAG_LIMIT = 50
"""Maximum length of the name of a forum's tag, in characters."""
_HEADLINE = 120  # characters


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a feed's document.

    ``guid`` is the feed's own identity of the entry (RSS guid, Atom id, JSON Feed id) or None; ``link`` an absolute
    http(s) address or None; ``title`` and ``summary`` plain text in one paragraph; ``content`` the whole article, if
    the feed has it, of ``media_type`` "text/html" or "text/plain"; ``outlet`` the publisher of a pushed article, if
    given; times are aware, None if missing or unreadable; ``day_only``: the date has no time; ``origin`` is the front
    page of the site that the feed's bytes came from, after redirects; ``picture`` is the address of its picture.
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
    picture: str | None = None

    @property
    def dated_at(self) -> datetime | None:
        """When it says that it was published, else changed."""
        return self.published_at or self.updated_at

    @property
    def dated_until(self) -> datetime | None:
        """The latest moment that its date may mean: a date without a time is a whole day."""
        return self.dated_at + timedelta(days=1) if self.dated_at and self.day_only else self.dated_at

    @property
    def headline(self) -> str | None:
        """The title, or the beginning of what an entry without one says (posts of short messages have none)."""
        if self.title or not self.summary:
            return self.title
        return self.summary if len(self.summary) <= _HEADLINE else f"{self.summary[: _HEADLINE - 1].rstrip()}…"


@dataclass(frozen=True, slots=True)
class FeedDocument:
    """A parsed feed, its entries in document order; ``fault`` says what was wrong although they could be read."""

    title: str | None
    site: str | None
    entries: tuple[Entry, ...]
    language: str | None = None
    ttl_seconds: float | None = None
    fault: str | None = None


MOST_FEEDS = 200
"""Maximum number of feeds per owner."""


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A feed that a page links to, with title and format ("RSS", "Atom"); ``declared``, or only an address like one."""

    url: str
    title: str | None = None
    kind: str = "feed"
    declared: bool = True


@dataclass(frozen=True, slots=True)
class OutlineFeed:
    """A feed of an OPML list: its http(s) address, title, site, and folders from the outermost."""

    url: str
    title: str | None = None
    site: str | None = None
    folders: tuple[str, ...] = ()


class Delivery(StrEnum):
    """How a follower gets a feed: each item as a post, or in digests only."""

    EACH = "each"
    DIGEST = "digest"


class FeedHealth(StrEnum):
    """The health of a feed: never polled, working, failing, or given up until somebody repairs it."""

    NEW = "new"
    HEALTHY = "healthy"
    FAILING = "failing"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Feed:
    """A source, polled once for all its followers.

    ``url`` is its current address (a permanent redirect changes it); ``kind`` is "poll", or "push" for a push source.
    ``etag`` and ``last_modified`` are returned as received; ``body_sha256`` is that of the newest body, which is not
    parsed twice; ``ttl_seconds`` is the interval that the feed asks for. ``interval`` is the current interval in
    seconds; ``polls`` counts all polls, ``failures`` the failures in a row, with the last ``reason`` for people;
    ``next_poll_at`` is when it is due. ``gap_at`` is when items may last have been missed between two polls.
    ``noticed_at`` is when followers were notified of the current failure; ``notice`` is a pending notice.
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
class PostOptions:
    """How items are posted: where follow-ups go, the ``role`` to mention, a forum's ``tag`` ("" for none), pictures."""

    follow_ups: FollowUps = FollowUps.NONE
    role: str = ""
    tag: str = ""
    pictures: bool = False


@dataclass(frozen=True, slots=True)
class SubscriptionOptions:
    """How to follow a feed. ``name`` is that of a push source; other feeds have their own title."""

    channel: str
    by: str
    filter: str = ""
    delivery: Delivery = Delivery.EACH
    edits: bool = False
    name: str = ""
    posts: PostOptions = PostOptions()


@dataclass(frozen=True, slots=True)
class Subscription:
    """A feed followed in a channel by one owner. ``number`` counts from 1 per owner, for people to type.

    ``since`` is when it began; what the feed listed before is never posted. ``filter`` is the input of
    :func:`bot.domain.filter.parse_filter`, "" for everything. ``broken`` is None, or why its channel cannot be posted
    to: nothing is sent until somebody repairs it. ``options`` are those of its posts.
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
    options: PostOptions = PostOptions()


class ItemState(StrEnum):
    """The state of an item: to be read, read, given up, or never to be read."""

    NEW = "new"
    READ = "read"
    FAILED = "failed"
    OLD = "old"


@dataclass(frozen=True, slots=True)
class Item:
    """A stored entry: its ``identity`` in its feed, a ``fingerprint`` of its words, and ``attempts`` to read it."""

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
    """A subscription with its feed."""

    subscription: Subscription
    feed: Feed


@dataclass(frozen=True, slots=True)
class PollOutcome:
    """Ids of new and edited items, oldest first; ``gap``: some may have been missed, ``flood``: too many to post."""

    new: tuple[int, ...] = ()
    edited: tuple[int, ...] = ()
    gap: bool = False
    flood: bool = False


@dataclass(frozen=True, slots=True)
class FeedCounts:
    """Feeds, open items and the oldest of them, and up to twenty failing feeds, of one owner or of all."""

    feeds: int
    waiting: int
    oldest_waiting_at: datetime | None
    failing: tuple[Feed, ...]
