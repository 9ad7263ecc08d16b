"""Converts feeds, subscriptions, items and outcomes to rows and back. Raises ``ArchiveError`` for invalid rows."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import datetime
from enum import Enum
from typing import Any

from bot.archive.database_errors import translate_database_errors
from bot.domain.feed import Delivery, Entry, Feed, FeedHealth, Item, ItemState, PostOptions, Subscription
from bot.domain.follow_up import FollowUps
from bot.domain.item_outcomes import ItemOutcome, Outcome

Row = Mapping[Any, Any]

_ENTRY = frozenset(field.name for field in fields(Entry))
_ENTRY_TIMES = ("published_at", "updated_at")
_ITEM = tuple(field.name for field in fields(Item) if field.name not in {"article", "story"})
_OUTCOME = tuple(field.name for field in fields(ItemOutcome))
_FEED = tuple(field.name for field in fields(Feed))
_SUBSCRIPTION = tuple(field.name for field in fields(Subscription) if field.name != "options")
# columns that a poll sets; other columns of a feed are set elsewhere
_POLLED = tuple(name for name in _FEED if name not in {"id", "url", "kind", "title", "site", "language"})


def encode_feed(feed: Feed) -> dict[str, Any]:
    """All columns of a new feed except its id and creation time."""
    return {name: _plain(getattr(feed, name)) for name in _FEED if name != "id"}


def encode_polled(feed: Feed) -> dict[str, Any]:
    """The columns that a poll changes; also releases the lease."""
    return {name: _plain(getattr(feed, name)) for name in _POLLED} | {"leased_until": None}


@translate_database_errors()
def decode_feed(row: Row) -> Feed:
    """The feed of a row that has all of the feed's columns."""
    values = {name: row[name] for name in _FEED}
    return Feed(**values | {"health": FeedHealth(row["health"])})


def encode_subscription(subscription: Subscription) -> dict[str, Any]:
    """All columns of a new subscription except its id."""
    own = {name: _plain(getattr(subscription, name)) for name in _SUBSCRIPTION if name != "id"}
    return own | encode_options(subscription.options)


def encode_options(options: PostOptions) -> dict[str, Any]:
    """The columns of the options of a subscription's posts."""
    return {field.name: _plain(getattr(options, field.name)) for field in fields(options)}


@translate_database_errors()
def decode_subscription(row: Row) -> Subscription:
    """Decode a subscription. Its creator is "" if they asked for their data to be deleted."""
    values = {name: row[name] for name in _SUBSCRIPTION}
    follow_ups = FollowUps(row["follow_ups"] or FollowUps.NONE)
    options = PostOptions(follow_ups, row["role"] or "", row["tag"] or "", bool(row["pictures"]))
    return Subscription(**values | {"delivery": Delivery(row["delivery"]), "by": row["by"] or "", "options": options})


def encode_entry(entry: Entry, *, content: bool) -> dict[str, Any]:
    """The columns of an item that come from its entry. The article's HTML is kept only while it may be read."""
    known = {field.name: _storable(getattr(entry, field.name)) for field in fields(entry)}
    if not content:
        known["content"] = None
    said = {name: value for name, value in known.items() if value is not None and value is not False}
    return {"guid": known["guid"], "link": known["link"], "title": known["title"], "entry": said}


@translate_database_errors()
def decode_entry(said: Row) -> Entry:
    """Decode what :func:`encode_entry` wrote as "entry"; ignores fields that a later version may have added."""
    said = {name: value for name, value in said.items() if name in _ENTRY}
    times = {name: datetime.fromisoformat(said[name]) for name in _ENTRY_TIMES if name in said}
    return Entry(**{**said, **times})


@translate_database_errors()
def decode_item(row: Row) -> Item:
    """The item of a row that has all of the item's columns."""
    known = {name: row[name] for name in _ITEM}
    known |= {"entry": decode_entry(row["entry"]), "state": ItemState(row["state"])}
    return Item(article=row["article_id"], story=row["story_id"], **known)


def encode_outcome(fate: ItemOutcome, now: datetime) -> dict[str, Any]:
    """All columns of an outcome, decided ``now`` unless it has its own time."""
    return {name: _plain(getattr(fate, name)) for name in _OUTCOME} | {"decided_at": fate.decided_at or now}


@translate_database_errors()
def decode_outcome(row: Row) -> ItemOutcome:
    """Decode an outcome from a row that has all its columns."""
    return ItemOutcome(**{name: row[name] for name in _OUTCOME} | {"fate": Outcome(row["fate"])})


def _plain(value: object) -> object:
    # drivers differ in how they store enum members
    return value.value if isinstance(value, Enum) else value


def _storable(value: object) -> object:
    """``value`` as JSON that any database accepts: ISO 8601 times, no NUL, no lone surrogates."""
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, str) and not value.isascii():
        value = value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return value.replace("\x00", "") if isinstance(value, str) else value
