"""Changes subscriptions within a transaction opened by :mod:`bot.archive.feeds`."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import LABEL_STYLE_TABLENAME_PLUS_COL, ColumnElement, Row, Select, delete, exists, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.archive import feed_rows
from bot.archive.database import insert
from bot.archive.item_rows import file_follower, file_snapshot
from bot.archive.schema.feeds import fates, feeds, items, subscriptions
from bot.domain.feed import Feed, FeedCounts, FeedHealth, Followed, Subscription
from bot.domain.item_outcomes import Outcome
from bot.errors import UsageError
from bot.i18n.messages import translatable
from bot.web.feeds.identity import IdentifiedEntry

_FAILING_SHOWN: Final = 20

# columns that resume the polling of a feed
TRIED_AGAIN: Final = {
    "next_poll_at": func.coalesce(feeds.c.last_polled_at, feeds.c.created_at),  # at once
    "failures": 0,
    "failing_since": None,
    "noticed_at": None,
}
# columns that make the next poll like a first one
_UNREAD: Final = {"body_sha256": None, "etag": None, "last_modified": None}


def is_followed() -> ColumnElement[bool]:
    """Whether a feed has any subscription."""
    return exists().where(subscriptions.c.feed_id == feeds.c.id)


async def hold_feed(connection: AsyncConnection, feed_id: int) -> bool:
    """Lock the feed's row until the transaction ends; False if there is no such feed."""
    held = select(feeds.c.id).where(feeds.c.id == feed_id).with_for_update()
    return (await connection.execute(held)).first() is not None


async def save_polled(connection: AsyncConnection, feed: Feed, known: dict[str, str]) -> None:
    """Save the columns that a poll sets, and ``known`` (columns and values); the address does not change."""
    values = feed_rows.encode_polled(feed) | known
    # the last subscription may have been deleted during the poll
    if not await connection.scalar(select(exists().where(subscriptions.c.feed_id == feed.id))):
        values |= {"next_poll_at": None, "notice": None}
    await connection.execute(update(feeds).where(feeds.c.id == feed.id).values(values))


async def move_feed(connection: AsyncConnection, feed: Feed, entries: Sequence[IdentifiedEntry], now: datetime) -> None:
    """Save the feed's new address; ``entries`` is its snapshot there, already stored.

    If another feed has that address, the two merge: that feed stores the snapshot, so that nothing is posted again for
    the moved subscriptions, and they continue there. Outcomes of old items stay with the old feed for a week.
    """
    query = select(feeds).where(feeds.c.url == feed.url, feeds.c.id != feed.id).with_for_update()
    if (row := (await connection.execute(query)).mappings().one_or_none()) is None:
        await connection.execute(update(feeds).where(feeds.c.id == feed.id).values(url=feed.url))
        return
    other = feed_rows.decode_feed(row)
    await file_snapshot(connection, other.id, entries, now, first=other.body_sha256 is None)
    taken = select(subscriptions.c.channel).where(subscriptions.c.feed_id == other.id)
    twice = delete(subscriptions).where(
        subscriptions.c.feed_id == feed.id, subscriptions.c.channel.in_(taken.scalar_subquery())
    )
    await connection.execute(twice)
    await connection.execute(update(subscriptions).where(subscriptions.c.feed_id == feed.id).values(feed_id=other.id))
    await connection.execute(update(feeds).where(feeds.c.id == feed.id).values(next_poll_at=None, notice=None))
    start = {"next_poll_at": now, "body_sha256": other.body_sha256 or feed.body_sha256}
    await connection.execute(update(feeds).where(feeds.c.id == other.id, feeds.c.next_poll_at.is_(None)).values(start))


async def add_subscription(
    connection: AsyncConnection,
    wanted: Subscription,
    feed: Feed,
    entries: Sequence[IdentifiedEntry],
    most: int | None,
) -> Subscription:
    """See :meth:`bot.archive.feeds.FeedStore.follow`; ``wanted`` lacks its numbers and its feed's id."""
    known, created = await _find_or_add_feed(connection, feed, wanted.since)
    await _check_channel(connection, wanted.owner, known.id, wanted.channel)
    if entries or created:
        await file_snapshot(connection, known.id, entries, wanted.since, first=created)
    await _start_polling(connection, known, feed, wanted.since)
    # in one query: whoever adds another meanwhile takes this number, and all are counted again
    taken = select(func.max(subscriptions.c.number), func.count()).where(subscriptions.c.owner == wanted.owner)
    last, count = (await connection.execute(taken)).one()
    if most is not None and count >= most:
        raise UsageError(translatable("desk-feeds-full", most=most))
    wanted = replace(wanted, feed_id=known.id, number=(last or 0) + 1)
    row = insert(connection, subscriptions).values(feed_rows.encode_subscription(wanted))
    added = replace(wanted, id=(await connection.execute(row.returning(subscriptions.c.id))).scalar_one())
    await file_follower(connection, added, entries, wanted.since)
    return added


async def _find_or_add_feed(connection: AsyncConnection, feed: Feed, now: datetime) -> tuple[Feed, bool]:
    """The feed at that address, locked; and whether it was added."""
    row = insert(connection, feeds).values(feed_rows.encode_feed(feed) | {"created_at": now})
    added = await connection.execute(row.on_conflict_do_nothing().returning(feeds.c.id))
    created = added.first() is not None
    held = select(feeds).where(feeds.c.url == feed.url).with_for_update()
    return feed_rows.decode_feed((await connection.execute(held)).mappings().one()), created


async def _check_channel(connection: AsyncConnection, owner: str, feed_id: int, channel: str) -> None:
    """Raise ``UsageError`` if the channel follows the feed; only its owner sees the number."""
    query = select(subscriptions.c.owner, subscriptions.c.number).where(
        subscriptions.c.feed_id == feed_id, subscriptions.c.channel == channel
    )
    if row := (await connection.execute(query)).one_or_none():
        own = row.owner == owner
        raise UsageError(
            translatable("desk-feed-followed-as", number=str(row.number)) if own else translatable("desk-feed-followed")
        )


async def _start_polling(connection: AsyncConnection, known: Feed, fetched: Feed, now: datetime) -> None:
    """Resume polling of a feed without subscriptions, or that failed. ``fetched`` was polled if it has a poll time."""
    if known.kind != "poll" or (known.next_poll_at and known.health is FeedHealth.HEALTHY):
        return
    if fetched.last_polled_at:
        values = feed_rows.encode_polled(replace(fetched, polls=known.polls + 1))
        values["next_poll_at"] = fetched.next_poll_at or now + timedelta(seconds=fetched.interval)
    elif known.next_poll_at is None:
        # items published meanwhile are not new: the next poll is like a first one
        values = {"next_poll_at": now, "health": FeedHealth.NEW.value, **_UNREAD}
    else:
        return
    await connection.execute(update(feeds).where(feeds.c.id == known.id).values(values))


async def find_subscription(connection: AsyncConnection, owner: str, number: int) -> Followed:
    """The owner's subscription ``number``. Raises ``UsageError``."""
    query = select_followed((subscriptions.c.owner == owner) & (subscriptions.c.number == number))
    row = (await connection.execute(query)).one_or_none()
    if row is None:
        raise UsageError(translatable("desk-no-feed-of-number", number=str(number)))
    return decode_followed(row)


def select_followed(condition: ColumnElement[bool]) -> Select[Any]:
    """Select subscriptions with their feeds, for :func:`decode_followed`."""
    return (
        select(subscriptions, feeds)
        .join_from(subscriptions, feeds, subscriptions.c.feed_id == feeds.c.id)
        .where(condition)
        .set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL)
    )


def decode_followed(row: Row[Any]) -> Followed:
    """Decode a subscription and its feed."""
    labelled = row._mapping  # noqa: SLF001 - SQLAlchemy's public name for a row as a mapping
    own = {column.name: labelled[column] for column in subscriptions.columns}
    feed = {column.name: labelled[column] for column in feeds.columns}
    return Followed(feed_rows.decode_subscription(own), feed_rows.decode_feed(feed))


async def count_feeds(connection: AsyncConnection, owner: str | None) -> FeedCounts:
    """See :meth:`bot.archive.feeds.FeedStore.health`."""
    theirs = subscriptions.c.owner == owner if owner is not None else subscriptions.c.id.is_not(None)
    followed = select(subscriptions.c.feed_id).where(theirs)
    open_items = (
        select(func.count(func.distinct(items.c.id)), func.min(items.c.first_seen_at))
        .join(fates, fates.c.item_id == items.c.id)
        .join(subscriptions, subscriptions.c.id == fates.c.subscription_id)
        .where(theirs, fates.c.fate == Outcome.WAITING.value)
    )
    failing = (
        select(feeds)
        .where(
            feeds.c.id.in_(followed.scalar_subquery()),
            feeds.c.health.in_((FeedHealth.FAILING.value, FeedHealth.GONE.value)),
        )
        .order_by(feeds.c.failing_since, feeds.c.id)
        .limit(_FAILING_SHOWN)
    )
    feed_count = await connection.scalar(select(func.count(func.distinct(subscriptions.c.feed_id))).where(theirs)) or 0
    waiting, oldest = (await connection.execute(open_items)).one()
    rows = (await connection.execute(failing)).mappings().all()
    return FeedCounts(feed_count, waiting, oldest, tuple(map(feed_rows.decode_feed, rows)))
