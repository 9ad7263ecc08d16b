"""The outbox: posts are recorded before they are sent, with the channels that they go to.

A post and the outcomes that refer to it always change in one transaction, so that "why?" shows what the sender sees.
The posts of a channel are sent one by one, in the order in which they were recorded.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, RowMapping, and_, case, delete, func, or_, select, union, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.archive.database import Store, insert
from bot.archive.schema.feeds import fates, items, subscriptions
from bot.archive.schema.posts import destinations, posts
from bot.archive.schema.schedules import schedules
from bot.archive.schema.watches import watches
from bot.domain.feed import Delivery
from bot.domain.follow_up import FollowUps
from bot.domain.item_outcomes import NEWEST_KEPT, TOO_OLD, Outcome
from bot.domain.post import Post, PostKind, PostState

NEWS: Final = timedelta(days=1)
"""Maximum age of a held item that is still posted when its channel works again."""

_DUE: Final = (PostState.WAITING, PostState.SENDING)
_FATES: Final = {PostState.SENT: Outcome.POSTED, PostState.HELD: Outcome.HELD, PostState.DROPPED: Outcome.FAILED}
_FIELDS: Final = [posts.c[name] for name in Post.__dataclass_fields__]
_HELD: Final = posts.c.state == PostState.HELD


@dataclass(frozen=True, slots=True)
class Destination:
    """A channel's problem (``broken`` None: it may work again), when somebody was notified, when to retry that."""

    channel: str
    owner: str
    broken: str | None
    broken_at: datetime | None
    noticed_at: datetime | None
    retry_at: datetime | None


@dataclass(frozen=True, slots=True)
class OutboxCounts:
    """Counts of the outbox: posts waiting or being sent, posts held, and the oldest waiting post."""

    waiting: int
    held: int
    oldest_at: datetime | None


async def record_posts(connection: AsyncConnection, recorded: Sequence[Post], now: datetime) -> None:
    """Record new posts in order within an open transaction; call it after writing the outcomes that refer to them."""
    if not recorded:
        return
    channels = {post.channel for post in recorded}
    query = select(destinations.c.channel, destinations.c.broken).where(
        destinations.c.channel.in_(channels), destinations.c.broken.is_not(None)
    )
    broken = {row.channel: row.broken for row in await connection.execute(query)}
    rows = []
    for post in recorded:
        values = {name: getattr(post, name) for name in Post.__dataclass_fields__}
        if reason := broken.get(post.channel):
            values |= {"state": PostState.HELD, "reason": reason}
        rows.append(values)
    # one by one, since the posts of a channel are sent in the order of their numbers
    await connection.execute(insert(connection, posts).on_conflict_do_nothing(), rows)
    ended = select(*posts.c["key", "state", "reason"]).where(
        posts.c.key.in_([post.key for post in recorded]), posts.c.state.in_(_FATES)
    )
    for row in (await connection.execute(ended)).all():
        await _settle(connection, posts.c.key == row.key, _FATES[row.state], row.reason, now)


class PostStore(Store):
    """The outbox: posts recorded before they are sent, and their channels. All methods raise ``ArchiveError``."""

    async def record(self, recorded: Sequence[Post], now: datetime) -> None:
        """Record posts in this order; posts with known keys stay unchanged."""
        async with self._engines.writing() as connection:
            await record_posts(connection, recorded, now)

    async def revise(self, key: str, card: str) -> bool:
        """Replace the post's card: before it is sent, or by an edit afterwards. False if the post was dropped."""
        unsent = and_(posts.c.tried_at.is_(None), posts.c.state.in_((*_DUE, PostState.HELD)))
        values = {"card": case((unsent, card), else_=posts.c.card), "revision": case((unsent, None), else_=card)}
        return await self._change(and_(posts.c.key == key, posts.c.state != PostState.DROPPED), values)

    async def due_channels(self, now: datetime, *, limit: int) -> tuple[str, ...]:
        """Channels with something to do now: a post to send, an edit to make, or a problem to report."""
        heads = select(func.min(posts.c.number)).where(posts.c.state.in_(_DUE)).group_by(posts.c.channel)
        due = or_(
            and_(posts.c.number.in_(heads), _time_has_come(now)),
            _edit_due(now),
        )
        untold = select(destinations.c.channel).where(
            destinations.c.broken.is_not(None),
            destinations.c.noticed_at.is_(None),
            or_(destinations.c.retry_at.is_(None), destinations.c.retry_at <= now),
        )
        found = union(select(posts.c.channel).where(due), untold)
        return tuple(row["channel"] for row in await self._engines.rows(found.order_by("channel").limit(limit)))

    async def next_due(self, channel: str, now: datetime) -> Post | None:
        """The next post to send in ``channel``; None while the first unfinished one waits for its retry time."""
        first = (
            select(*_FIELDS)
            .where(posts.c.channel == channel, posts.c.state.in_(_DUE))
            .order_by(posts.c.number)
            .limit(1)
        )
        found = [_post(row) for row in await self._engines.rows(first)]
        return next((post for post in found if post.retry_at is None or post.retry_at <= now), None)

    async def next_edit(self, channel: str, now: datetime) -> Post | None:
        """A sent post of ``channel`` with a pending edit; None in a broken channel."""
        wanted = select(*_FIELDS).where(posts.c.channel == channel, _edit_due(now)).order_by(posts.c.number).limit(1)
        return next((_post(row) for row in await self._engines.rows(wanted)), None)

    async def load_item(self, post: Post) -> int | None:
        """The first item of ``post``; None if it has none, or the item was deleted."""
        query = select(func.min(fates.c.item_id)).where(fates.c.post == post.key)
        item: int | None = await self._engines.scalar(query)
        return item

    async def load_mentions(self, channel: str, role: str, since: datetime) -> tuple[datetime, ...]:
        """When the messages of ``channel`` mentioned ``role`` after ``since``."""
        sent = and_(posts.c.channel == channel, posts.c.mentioned == role, posts.c.sent_at > since)
        return tuple(await self._engines.scalars(select(posts.c.sent_at).where(sent)))

    async def save_trying(self, post: Post, now: datetime) -> Post | None:
        """Record that ``post`` is being sent, first at ``post.tried_at`` if set; None if it has changed meanwhile."""
        trying = replace(
            post, state=PostState.SENDING, attempts=post.attempts + 1, tried_at=post.tried_at or now, retry_at=None
        )
        values = {name: getattr(trying, name) for name in ("state", "attempts", "tried_at", "retry_at", "mentioned")}
        same = and_(
            posts.c.key == post.key,
            posts.c.state.in_(_DUE),
            posts.c.attempts == post.attempts,
            posts.c.card == post.card,
        )
        return trying if await self._change(same, values) else None

    async def save_sent(self, post: Post, message: str, now: datetime) -> None:
        """Record that ``post`` was sent as ``message``; its items are posted, and the channel works."""
        values = {
            "state": PostState.SENT,
            "message": message,
            "sent_at": now,
            "card": None,
            "tried_at": None,
            "retry_at": None,
            "reason": None,
        }
        async with self._engines.writing() as connection:
            await connection.execute(update(posts).where(posts.c.key == post.key).values(values))
            await _settle(connection, posts.c.key == post.key, Outcome.POSTED, None, now)
            recovered = and_(destinations.c.channel == post.channel, destinations.c.broken.is_(None))
            await connection.execute(delete(destinations).where(recovered))

    async def save_retry(self, post: Post, at: datetime, reason: str | None) -> None:
        """Schedule another attempt for ``post`` at ``at``. ``post.tried_at`` None: it was certainly not posted."""
        state = PostState.WAITING if post.tried_at is None else PostState.SENDING
        values = {"state": state, "attempts": post.attempts, "tried_at": post.tried_at, "retry_at": at}
        unfinished = and_(posts.c.key == post.key, posts.c.state.in_(_DUE))
        await self._change(unfinished, {**values, "reason": reason})

    async def save_dropped(self, post: Post, reason: str, now: datetime) -> None:
        """Record that ``post`` was dropped, and why; its items have failed."""
        values = {"state": PostState.DROPPED, "reason": reason, "card": None, "revision": None, "retry_at": None}
        async with self._engines.writing() as connection:
            await connection.execute(update(posts).where(posts.c.key == post.key).values(values))
            await _settle(connection, posts.c.key == post.key, Outcome.FAILED, reason, now)

    async def save_edited(self, post: Post) -> None:
        """Record that ``post`` shows its revision, or that the edit was dropped; a newer revision stays pending."""
        await self._change(and_(posts.c.key == post.key, posts.c.revision == post.revision), {"revision": None})

    async def save_edit_later(self, post: Post, at: datetime) -> None:
        """Schedule another attempt to edit ``post`` at ``at``."""
        await self._change(and_(posts.c.key == post.key, posts.c.state == PostState.SENT), {"retry_at": at})

    async def hold(self, channel: str, owner: str, reason: str, now: datetime) -> None:
        """Mark ``channel`` as broken: hold its posts, items and subscriptions, but no items for digests."""
        changed = {"broken": reason, "broken_at": now, "owner": owner}
        async with self._engines.writing() as connection:
            added = insert(connection, destinations).values(channel=channel, **changed)
            await connection.execute(added.on_conflict_do_update(index_elements=["channel"], set_=changed))
            due = and_(posts.c.channel == channel, posts.c.state.in_(_DUE))
            await connection.execute(
                update(posts).where(due).values(state=PostState.HELD, reason=reason, retry_at=None)
            )
            await _settle(connection, and_(posts.c.channel == channel, _HELD), Outcome.HELD, reason, now)
            here = subscriptions.c.channel == channel
            await connection.execute(update(subscriptions).where(here).values(broken=reason))
            followers = select(subscriptions.c.id).where(here, subscriptions.c.delivery == Delivery.EACH)
            # a detail tells why an item is for digests only
            undecided = and_(fates.c.fate == Outcome.WAITING, fates.c.detail.is_(None))
            waiting = and_(fates.c.subscription_id.in_(followers), undecided)
            await connection.execute(update(fates).where(waiting).values(fate=Outcome.HELD, detail=reason))

    async def repair(self, channel: str, now: datetime, *, asked: bool = True) -> int:
        """Try ``channel`` again; return how many posts wait there. Only the newest ten items are still posted.

        Items that arrived meanwhile and have no post yet count among them, and are decided if at most a day old.
        ``asked``: a person requested it, and is notified if the channel is still broken. Otherwise nobody is notified
        again.
        """
        held = and_(posts.c.channel == channel, _HELD)
        untried = and_(held, posts.c.kind == PostKind.ITEM, posts.c.tried_at.is_(None))
        newest = select(posts.c.number).where(untried).order_by(posts.c.number.desc())
        async with self._engines.writing() as connection:
            here = destinations.c.channel == channel
            if asked:
                await connection.execute(delete(destinations).where(here))
            else:
                await connection.execute(update(destinations).where(here).values(broken=None, broken_at=None))
            followers = update(subscriptions).where(subscriptions.c.channel == channel)
            await connection.execute(followers.values(broken=None))
            fresh = await _release_items(connection, channel, now)
            newest = newest.limit(NEWEST_KEPT - fresh)  # items without a post arrived later
            kept = [row.number for row in await connection.execute(newest)]
            old = and_(untried, posts.c.number.not_in(kept))
            await _settle(connection, old, Outcome.HELD, TOO_OLD, now)
            dropped = {"state": PostState.DROPPED, "reason": TOO_OLD, "card": None, "revision": None}
            await connection.execute(update(posts).where(old).values(dropped))
            await _settle(connection, held, Outcome.SENDING, None, now)
            state = case((posts.c.tried_at.is_(None), PostState.WAITING.value), else_=PostState.SENDING.value)
            again = await connection.execute(
                update(posts).where(held).values(state=state, reason=None).returning(posts.c.key)
            )
            return len(again.all())

    async def save_noticed(self, channel: str, now: datetime) -> None:
        """Record that somebody was notified of the problem with ``channel``, or that there is nobody to notify."""
        await self._change_destination(channel, {"noticed_at": now, "retry_at": None})

    async def save_notice_later(self, channel: str, at: datetime) -> None:
        """Schedule another attempt to report the problem with ``channel`` at ``at``."""
        await self._change_destination(channel, {"retry_at": at})

    async def load(self, key: str) -> Post | None:
        """The post with this key."""
        return next((_post(row) for row in await self._engines.rows(select(*_FIELDS).where(posts.c.key == key))), None)

    async def load_opening(self, post: Post) -> str | None:
        """The first message of the series of ``post`` in its channel; None if none was sent."""
        first = (
            select(posts.c.message)
            .where(posts.c.series == post.series, posts.c.channel == post.channel, posts.c.part < post.part)
            .where(posts.c.state == PostState.SENT)
            .order_by(posts.c.part)
            .limit(1)
        )
        return next((row["message"] for row in await self._engines.rows(first)), None)

    async def load_destination(self, channel: str) -> Destination | None:
        """The problem with ``channel``; None if there is none."""
        found = await self._engines.rows(select(destinations).where(destinations.c.channel == channel))
        return next((Destination(**row) for row in found), None)

    async def load_responsible(self, channel: str) -> tuple[str, ...]:
        """People who set up posts in ``channel``, such as "discord:<user id>"; newest subscriptions first."""
        queries = (
            select(subscriptions.c.by).where(subscriptions.c.channel == channel).order_by(subscriptions.c.id.desc()),
            select(schedules.c.by).where(schedules.c.channel == channel).order_by(schedules.c.id.desc()),
            select(watches.c.owner.label("by")).where(watches.c.channel == channel).order_by(watches.c.id.desc()),
        )
        found = [row["by"] for query in queries for row in await self._engines.rows(query) if row["by"]]
        return tuple(dict.fromkeys(found))

    async def latest(self, owner: str, *, limit: int) -> tuple[Post, ...]:
        """The owner's newest posts, newest first."""
        newest = select(*_FIELDS).where(posts.c.owner == owner).order_by(posts.c.number.desc()).limit(limit)
        return tuple(_post(row) for row in await self._engines.rows(newest))

    async def broken(self, owner: str | None) -> tuple[Destination, ...]:
        """The owner's broken channels with the reasons; all owners' for None, for the operator."""
        found = select(destinations).where(destinations.c.broken.is_not(None)).order_by(destinations.c.channel)
        if owner is not None:
            found = found.where(destinations.c.owner == owner)
        return tuple(Destination(**row) for row in await self._engines.rows(found))

    async def count(self, owner: str | None) -> OutboxCounts:
        """Counts of the owner's outbox; of all owners for None."""
        due, mine = posts.c.state.in_(_DUE), () if owner is None else (posts.c.owner == owner,)
        query = select(
            func.count().filter(due).label("waiting"),
            func.count().filter(_HELD).label("held"),
            func.min(posts.c.created_at).filter(due).label("oldest_at"),
        ).where(posts.c.state.in_((*_DUE, PostState.HELD)), *mine)
        row = (await self._engines.rows(query))[0]
        return OutboxCounts(row["waiting"], row["held"], row["oldest_at"])

    async def _change(self, which: ColumnElement[bool], values: dict[str, Any]) -> bool:
        return bool(await self._engines.change(update(posts).where(which).values(values)))

    async def _change_destination(self, channel: str, values: dict[str, Any]) -> None:
        await self._engines.change(update(destinations).where(destinations.c.channel == channel).values(values))


async def _settle(
    connection: AsyncConnection, which: ColumnElement[bool], fate: Outcome, detail: str | None, now: datetime
) -> None:
    """Set the outcome of the items of the posts that match ``which``."""
    keys = select(posts.c.key).where(which)
    changed = update(fates).where(fates.c.post.in_(keys))
    await connection.execute(changed.values(fate=fate, detail=detail, decided_at=now))


async def _release_items(connection: AsyncConnection, channel: str, now: datetime) -> int:
    """Make the newest items held in ``channel`` without a post due again; return how many. Others stay held."""
    there = select(subscriptions.c.id).where(subscriptions.c.channel == channel, subscriptions.c.paused.is_(False))
    held = and_(fates.c.subscription_id.in_(there), fates.c.fate == Outcome.HELD, fates.c.post.is_(None))
    query = (
        select(items.c.id)
        .where(items.c.id.in_(select(fates.c.item_id).where(held)), items.c.first_seen_at > now - NEWS)
        .order_by(items.c.id.desc())
        .limit(NEWEST_KEPT)
    )
    newest = list((await connection.execute(query)).scalars())
    older = held & fates.c.item_id.not_in(newest)
    await connection.execute(update(fates).where(older).values(detail=TOO_OLD))
    await connection.execute(
        update(fates).where(held, fates.c.item_id.in_(newest)).values(fate=Outcome.WAITING, detail=None)
    )
    await connection.execute(update(items).where(items.c.id.in_(newest)).values(retry_at=now))
    return len(newest)


def _time_has_come(now: datetime) -> ColumnElement[bool]:
    return or_(posts.c.retry_at.is_(None), posts.c.retry_at <= now)


def _edit_due(now: datetime) -> ColumnElement[bool]:
    broken = and_(destinations.c.channel == posts.c.channel, destinations.c.broken.is_not(None))
    works = ~select(destinations.c.channel).where(broken).exists()
    return and_(posts.c.state == PostState.SENT, posts.c.revision.is_not(None), _time_has_come(now), works)


def _post(row: RowMapping) -> Post:
    named: dict[str, Any] = {"kind": PostKind(row["kind"]), "state": PostState(row["state"]), "card": row["card"] or ""}
    named |= {"follow_up": FollowUps(row["follow_up"] or FollowUps.NONE), "tag": row["tag"] or ""}
    return Post(**{**row, **named})
