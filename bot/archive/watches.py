"""Watches, the items still to be matched, and their alerts, pending and sent.

An item is queued in the transaction that decides it and dequeued in the one that records its alerts. An alert is marked
as sent in the transaction that records its post. So a crash loses nothing, and no alert is sent twice.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from itertools import groupby
from typing import Any, Final

from sqlalchemy import RowMapping, delete, exists, func, or_, select, update
from sqlalchemy import insert as plain_insert
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.archive.database import Store, insert
from bot.archive.outbox import record_posts
from bot.archive.schema.feeds import feeds, items, subscriptions
from bot.archive.schema.posts import destinations, posts
from bot.archive.schema.stories import story_articles
from bot.archive.schema.watches import alerts, watch_queue, watches
from bot.domain.feed import Item
from bot.domain.post import Post, PostState
from bot.domain.watch import MOST_WATCHES, Alert, Interest, Watch
from bot.errors import UsageError
from bot.i18n.messages import translatable

_SPEAKERS: Final = 40
"""Approximate number of speakers per alert: that many rows are read for each requested alert."""


_TOGETHER: Final = (alerts.c.channel, alerts.c.story_id, alerts.c.article_id, alerts.c.watch_id, alerts.c.post)
"""Columns shared by the rows of one alert: one alert covers all speakers of an article."""


class WatchStore(Store):
    """Watches and their alerts. Methods for commands take the owner and see only theirs. All raise ``ArchiveError``."""

    # For commands.

    async def add(
        self, owner: str, interest: Interest, *, channel: str, server: str | None, place: str | None, now: datetime
    ) -> Watch:
        """Add or resume a watch from ``now`` on. Raises ``UsageError`` for a known watch or too many."""
        values = {
            "owner": owner,
            "speaker": interest.speaker,
            "topic": interest.topic,
            "channel": channel,
            "server": server,
            "place": place,
            "created_at": now,
            "paused": None,
        }
        return await self._engines.numbered(partial(_add, owner=owner, interest=interest, values=values))

    async def list(self, owner: str) -> tuple[Watch, ...]:
        """All watches of the owner, by number."""
        async with self._engines.one_query() as connection:
            return await _load(connection, watches.c.owner == owner)

    async def remove(self, owner: str, number: int) -> Watch:
        """Delete and return the watch ``number``; requeue what it has not told. Raises ``UsageError``."""
        async with self._engines.writing() as connection:
            found = await _load(connection, watches.c.owner == owner, watches.c.number == number)
            if not found:
                raise UsageError(translatable("desk-no-watch", number=str(number)))
            untold = delete(alerts).where(alerts.c.watch_id == found[0].id, alerts.c.post.is_(None))
            stories = (await connection.execute(untold.returning(alerts.c.story_id))).scalars().all()
            again = select(items.c.id).where(items.c.story_id.in_(stories))
            for item in (await connection.execute(again)).scalars().all():
                await queue_item(connection, item)
            await connection.execute(delete(watches).where(watches.c.id == found[0].id))
        return found[0]

    async def find_in_post(self, post: str) -> tuple[Alert, ...]:
        """The events in the post ``post``, in the order in which they were found."""
        return await self._alerts(alerts.c.post == post)

    # For the job.

    async def has_work(self, now: datetime) -> bool:
        """Whether an item waits to be matched, or an alert to be sent."""
        due = or_(exists(select(watch_queue.c.item_id)), exists(select(alerts.c.channel).where(alerts.c.due_at <= now)))
        return bool(await self._engines.scalar(select(due)))

    async def queued(self, *, limit: int) -> tuple[int, ...]:
        """Items waiting to be matched, in order of arrival."""
        query = select(watch_queue.c.item_id).order_by(watch_queue.c.item_id).limit(limit)
        return tuple(await self._engines.scalars(query))

    async def is_public(self, article: str) -> bool:
        """Whether ``article`` came from a public feed, and not only from a server's push source."""
        came = select(items.c.id).join(feeds, feeds.c.id == items.c.feed_id)
        query = select(exists(came.where(items.c.article_id == article, feeds.c.kind == "poll")))
        return bool(await self._engines.scalar(query))

    async def was_listed_before(self, item: Item) -> bool:
        """Whether the feed listed ``item`` when it was followed: it may be older than its first appearance here."""
        earlier = select(subscriptions.c.id).where(
            subscriptions.c.feed_id == item.feed_id, subscriptions.c.since < item.first_seen_at
        )
        return not await self._engines.scalar(select(exists(earlier)))

    async def outlets(self, story: int) -> tuple[str, ...]:
        """The names of outlets that cover ``story`` in public feeds, each once, in order of arrival."""
        public = exists(
            select(items.c.id)
            .join(feeds, feeds.c.id == items.c.feed_id)
            .where(items.c.article_id == story_articles.c.article_id, feeds.c.kind == "poll")
        )
        query = (
            select(story_articles.c.outlet)
            .where(story_articles.c.story_id == story, story_articles.c.outlet.is_not(None), public)
            .order_by(story_articles.c.number)
        )
        return tuple(dict.fromkeys(await self._engines.scalars(query)))

    async def active(self, since: datetime) -> tuple[Watch, ...]:
        """All watches that are not paused and began up to ``since``, by owner and number."""
        async with self._engines.one_query() as connection:
            return await _load(connection, watches.c.paused.is_(None), watches.c.created_at <= since)

    async def load_speakers(self, story: int) -> dict[str, frozenset[str]]:
        """The keys of speakers for whom ``story`` has an alert, sent or pending, in each channel."""
        query = select(alerts.c.channel, alerts.c.speaker).where(alerts.c.story_id == story)
        found: dict[str, set[str]] = {}
        async with self._engines.one_query() as connection:
            for row in await connection.execute(query):
                found.setdefault(row.channel, set()).add(row.speaker)
        return {channel: frozenset(speakers) for channel, speakers in found.items()}

    async def save_found(self, item: int, found: Sequence[Alert], due_at: Sequence[datetime]) -> None:
        """Record the item as matched, with the alerts ``found``, each due at its time in ``due_at``.

        Existing alerts for the same speaker and channel stay as they are. Nothing changes if the item was matched
        before. Watches deleted meanwhile are left out.
        """
        async with self._engines.writing() as connection:
            gone = delete(watch_queue).where(watch_queue.c.item_id == item).returning(watch_queue.c.item_id)
            if (await connection.execute(gone)).first() is None:
                return
            for one, due in zip(found, due_at, strict=True):
                ident = one.watch.id if one.watch else None
                kept = select(watches.c.id).where(watches.c.id == ident, watches.c.paused.is_(None))
                if (await connection.execute(kept.with_for_update(read=True, key_share=True))).first() is None:
                    continue
                values = {
                    "channel": one.channel,
                    "story_id": one.story,
                    "owner": one.owner,
                    "watch_id": ident,
                    "article_id": one.article,
                    "matched_at": one.matched_at,
                    "due_at": due,
                }
                rows = [{**values, "speaker": speaker} for speaker in one.speakers[:_SPEAKERS]]
                await connection.execute(insert(connection, alerts).values(rows).on_conflict_do_nothing())

    async def due(self, now: datetime, *, limit: int) -> tuple[Alert, ...]:
        """Due alerts, all of one channel, in the order in which they were found."""
        first = select(alerts.c.channel).where(alerts.c.due_at <= now).order_by(alerts.c.due_at).limit(1)
        here = alerts.c.channel == first.scalar_subquery()
        return await self._alerts(here, alerts.c.due_at <= now, limit=limit)

    async def defer(self, untold: Sequence[Alert], until: datetime | None) -> None:
        """Postpone these alerts; None drops them, because their articles can no longer be shown."""
        async with self._engines.writing() as connection:
            for one in untold:
                await connection.execute(update(alerts).where(_is(one)).values(due_at=until))

    async def save_told(self, told: Sequence[Alert], post: Post, now: datetime) -> bool:
        """Record ``post`` with these alerts; nothing, and False, if one of them was removed or sent meanwhile."""
        async with self._engines.writing() as connection:
            for one in told:
                held = select(alerts.c.speaker).where(_is(one)).with_for_update()
                if len((await connection.execute(held)).all()) != len(one.speakers):
                    return False
            for one in told:
                await connection.execute(update(alerts).where(_is(one)).values(due_at=None, post=post.key))
            await record_posts(connection, [post], now)
            return True

    async def of_channel(self, channel: str) -> tuple[Watch, ...]:
        """The watches that post to ``channel`` and are not paused."""
        async with self._engines.one_query() as connection:
            return await _load(connection, watches.c.channel == channel, watches.c.paused.is_(None))

    async def close(self, channel: str, reason: str, notice: Post | None, now: datetime) -> None:
        """Handle an unreachable ``channel``: pause its watches with ``reason``, drop its alerts and record ``notice``.

        Runs in one transaction; if no watch is left to pause, no second notice is recorded. The channel then counts as
        working: resuming a watch there tries it again.
        """
        here = (watches.c.channel == channel) & watches.c.paused.is_(None)
        waiting = posts.c.state.in_((PostState.WAITING, PostState.SENDING, PostState.HELD))
        dropped = {"state": PostState.DROPPED, "reason": reason, "card": None, "revision": None, "retry_at": None}
        async with self._engines.writing() as connection:
            resting = await connection.execute(
                update(watches).where(here).values(paused=reason).returning(watches.c.id)
            )
            if resting.first() is not None and notice is not None:
                await record_posts(connection, [notice], now)
            await connection.execute(delete(alerts).where(alerts.c.channel == channel, alerts.c.post.is_(None)))
            await connection.execute(update(posts).where(posts.c.channel == channel, waiting).values(dropped))
            await connection.execute(delete(destinations).where(destinations.c.channel == channel))

    async def _alerts(self, *which: Any, limit: int | None = None) -> tuple[Alert, ...]:
        query = select(alerts).where(*which).order_by(alerts.c.matched_at, *_TOGETHER, alerts.c.speaker)
        async with self._engines.reading() as connection:
            rows = (await connection.execute(query.limit(limit and limit * _SPEAKERS))).mappings().all()
            found = await _load(connection, watches.c.id.in_({row["watch_id"] for row in rows})) if rows else ()
        by_id = {watch.id: watch for watch in found}
        grouped = groupby(rows, key=lambda row: [row[column.name] for column in _TOGETHER])
        told = [_alert(list(group)) for _, group in grouped]
        return tuple(replace(one, watch=by_id.get(ident or 0)) for one, ident in told[:limit])


async def queue_item(connection: AsyncConnection, item: int) -> None:
    """Queue the item for matching with watches, within the open transaction that decides it."""
    await connection.execute(insert(connection, watch_queue).values(item_id=item).on_conflict_do_nothing())


async def _add(connection: AsyncConnection, owner: str, interest: Interest, values: dict[str, Any]) -> Watch:
    mine = await _load(connection, watches.c.owner == owner)
    same = [one for one in mine if one.channel == values["channel"] and one.interest.is_same(interest)]
    if same and not same[0].paused:
        raise UsageError(translatable("desk-watch-known", number=str(same[0].number)))
    if same:
        again = {name: values[name] for name in ("server", "place", "created_at", "paused")}
        await connection.execute(update(watches).where(watches.c.id == same[0].id).values(again))
        return (await _load(connection, watches.c.id == same[0].id))[0]
    if len(mine) >= MOST_WATCHES:
        raise UsageError(translatable("desk-watches-full", most=MOST_WATCHES))
    number = max((one.number for one in mine), default=0) + 1
    added = plain_insert(watches).values(number=number, **values).returning(watches.c.id)
    ident = (await connection.execute(added)).scalar_one()
    return (await _load(connection, watches.c.id == ident))[0]


async def _load(connection: AsyncConnection, *which: Any) -> tuple[Watch, ...]:
    told = (
        select(
            alerts.c.watch_id,
            func.count(alerts.c.article_id.distinct()).label("told"),
            func.max(alerts.c.matched_at).label("last_at"),
        )
        .where(alerts.c.post.is_not(None))
        .group_by(alerts.c.watch_id)
        .subquery()
    )
    query = (
        select(watches, func.coalesce(told.c.told, 0).label("told"), told.c.last_at)
        .outerjoin(told, told.c.watch_id == watches.c.id)
        .where(*which)
        .order_by(watches.c.owner, watches.c.number)
    )
    return tuple(map(_watch, (await connection.execute(query)).mappings()))


def _is(one: Alert) -> Any:
    """Matches this alert while it is not sent."""
    place = (alerts.c.channel == one.channel) & (alerts.c.story_id == one.story)
    return place & alerts.c.speaker.in_(one.speakers) & alerts.c.post.is_(None)


def _watch(row: RowMapping) -> Watch:
    rest = {name: row[name] for name in Watch.__dataclass_fields__ if name != "interest"}
    return Watch(interest=Interest(row["speaker"], row["topic"]), **rest)


def _alert(rows: Sequence[RowMapping]) -> tuple[Alert, int | None]:
    """The alert of ``rows``, one row per speaker, without its watch; and the watch's id."""
    row = rows[0]
    speakers = tuple(one["speaker"] for one in rows)
    values = (row["channel"], row["story_id"], row["owner"], None, row["article_id"], row["matched_at"])
    return Alert(*values, speakers, row["post"]), row["watch_id"]
