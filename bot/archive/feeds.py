"""Feeds, subscriptions, items, and the outcome of each item for each subscription.

A feed is shared and polled once; a subscription belongs to one owner. Methods for commands take the owner first and see
nothing of other owners. Each poll is saved in one transaction: it is stored completely or not at all, and saving it
again changes nothing.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from types import MappingProxyType
from typing import Any, Final

import structlog
from sqlalchemy import (
    ColumnElement,
    Select,
    bindparam,
    case,
    delete,
    exists,
    func,
    or_,
    select,
    update,
)

from bot.archive import feed_rows, subscription_rows
from bot.archive.database import Store, insert
from bot.archive.follow_ups import record_follow_ups
from bot.archive.item_rows import file_snapshot, next_items, prune_items
from bot.archive.outbox import record_posts
from bot.archive.schema.base import UtcDateTime
from bot.archive.schema.feeds import fates, feeds, items, subscriptions
from bot.archive.schema.posts import posts
from bot.archive.timeouts import long_statements
from bot.archive.watches import queue_item
from bot.domain.feed import (
    Delivery,
    Feed,
    FeedCounts,
    FeedHealth,
    Followed,
    Item,
    ItemState,
    PollOutcome,
    PostOptions,
    Subscription,
    SubscriptionOptions,
)
from bot.domain.item_outcomes import ItemOutcome, Outcome
from bot.domain.post import Post, PostKind
from bot.errors import ArchiveError
from bot.i18n.messages import translatable
from bot.web.feeds.identity import IdentifiedEntry
from bot.web.polling_policy import FARTHEST

_UNFOLLOWED: Final = timedelta(days=7)
_NOTICES: Final = 100

_log = structlog.get_logger(__name__)


class FeedStore(Store):
    """Feeds, subscriptions, items, and the outcome of each item for each subscription.

    All methods raise ``ArchiveError``. Methods that take an owner's ``number`` raise ``UsageError`` if the owner has no
    such number, whether or not another owner has it.
    """

    # For the poller.

    async def claim_due(self, now: datetime, *, limit: int, lease: timedelta) -> tuple[Feed, ...]:
        """Lease up to ``limit`` due feeds, the longest overdue first, until their poll is saved or for ``lease``.

        A feed whose next poll is further ahead than any can be is due: a clock was wrong. So is a lease that long.
        """
        far = now + FARTHEST
        free = or_(
            feeds.c.leased_until.is_(None), feeds.c.leased_until <= now, feeds.c.leased_until > now + lease + FARTHEST
        )
        due = (
            select(feeds.c.id)
            .where(or_(feeds.c.next_poll_at <= now, feeds.c.next_poll_at > far), free)
            .order_by(feeds.c.next_poll_at)
            .limit(limit)
            .with_for_update(skip_locked=True)
            .cte("due")  # PostgreSQL may ask a plain subquery twice, and then claim more
        )
        claim = update(feeds).where(feeds.c.id.in_(select(due.c.id))).values(leased_until=now + lease)
        async with self._engines.writing() as connection:
            rows = (await connection.execute(claim.returning(feeds))).mappings().all()
        if ahead := [row["id"] for row in rows if row["next_poll_at"] > far]:
            _log.warning("a clock was ahead: feeds are polled before the time that it set", action="poll", feeds=ahead)
        return tuple(sorted(map(feed_rows.decode_feed, rows), key=lambda feed: (feed.next_poll_at or now, feed.id)))

    async def release_claims(self) -> None:
        """Release all leases, for a process that is the only poller. A poll still in progress does no harm."""
        change = update(feeds).where(feeds.c.leased_until.is_not(None)).values(leased_until=None)
        await self._engines.change(change)

    async def next_due_at(self) -> datetime | None:
        """When :meth:`claim_due` can next claim a feed; None if there is none."""
        due_at = select(feeds.c.next_poll_at).where(feeds.c.next_poll_at.is_not(None), feeds.c.leased_until.is_(None))
        claimed = select(feeds.c.next_poll_at, feeds.c.leased_until).where(
            feeds.c.next_poll_at.is_not(None), feeds.c.leased_until.is_not(None)
        )
        async with self._engines.reading() as connection:
            first = await connection.scalar(due_at.order_by(feeds.c.next_poll_at).limit(1))
            # as few as are polled at once; such a feed is due when its lease expires
            lapses = [max(row.next_poll_at, row.leased_until) for row in await connection.execute(claimed)]
        return min((at for at in (first, *lapses) if at), default=None)

    async def save_poll(
        self,
        feed: Feed,
        entries: Sequence[IdentifiedEntry],
        now: datetime,
        *,
        first: bool,
        then: Callable[[Feed, PollOutcome], Feed] | None = None,
    ) -> PollOutcome:
        """Store the feed's snapshot (:mod:`bot.archive.item_rows`) and save the feed, in one transaction.

        ``first``: no entry counts as new. ``then`` computes the feed to save from the feed and the outcome. If the
        result has another address, the feed has moved there, and merges with a feed that already has that address.
        """
        async with self._engines.writing() as connection:
            if not await subscription_rows.hold_feed(connection, feed.id):
                return PollOutcome()
            outcome = await file_snapshot(connection, feed.id, entries, now, first=first)
            url, feed = feed.url, then(feed, outcome) if then else feed
            known = {name: getattr(feed, name) for name in ("title", "site", "language") if getattr(feed, name)}
            await subscription_rows.save_polled(connection, feed, known)
            if feed.url != url:
                await subscription_rows.move_feed(connection, feed, entries, now)
        return outcome

    async def save_state(self, feed: Feed) -> None:
        """Save the feed after a poll that failed or found nothing new; its address does not change."""
        async with self._engines.writing() as connection:
            if await subscription_rows.hold_feed(connection, feed.id):
                await subscription_rows.save_polled(connection, feed, {})

    async def postpone(self, feed_id: int, at: datetime) -> None:
        """Release the lease without a poll and make the feed due at ``at``."""
        change = update(feeds).where(feeds.c.id == feed_id, feeds.c.next_poll_at.is_not(None))
        await self._engines.change(change.values(next_poll_at=at, leased_until=None))

    async def notices(self) -> tuple[tuple[Feed, tuple[Subscription, ...]], ...]:
        """Feeds with a pending notice, each with the subscriptions to notify; paused ones are left out."""
        noticed = select(feeds).where(feeds.c.notice.is_not(None)).order_by(feeds.c.id).limit(_NOTICES)
        async with self._engines.reading() as connection:
            found = [feed_rows.decode_feed(row) for row in (await connection.execute(noticed)).mappings()]
            query = (
                select(subscriptions)
                .where(subscriptions.c.feed_id.in_([feed.id for feed in found]), subscriptions.c.paused.is_(False))
                .order_by(subscriptions.c.id)
            )
            rows = (await connection.execute(query)).mappings().all() if found else []
        followers = [feed_rows.decode_subscription(row) for row in rows]
        return tuple((feed, tuple(one for one in followers if one.feed_id == feed.id)) for feed in found)

    async def save_noticed(self, feed: Feed) -> None:
        """Mark the feed's notice as sent; a newer notice stays pending."""
        change = update(feeds).where(feeds.c.id == feed.id, feeds.c.notice == feed.notice)
        await self._engines.change(change.values(notice=None))

    async def prune(self, now: datetime) -> int:
        """Delete feeds without subscribers for a week, and up to a thousand items long unlisted; return how many."""
        idle = func.coalesce(feeds.c.last_polled_at, feeds.c.created_at) < now - _UNFOLLOWED
        with long_statements():
            async with self._engines.writing() as connection:
                gone = delete(feeds).where(feeds.c.kind == "poll", ~subscription_rows.is_followed(), idle)
                ended = (await connection.execute(gone.returning(feeds.c.id))).all()
                return len(ended) + await prune_items(connection, now)

    # For commands: the owner comes first, and only their data is visible.

    async def follow(
        self,
        owner: str,
        feed: Feed,
        entries: Sequence[IdentifiedEntry],
        how: SubscriptionOptions,
        now: datetime,
        *,
        most: int | None = None,
    ) -> Subscription:
        """Subscribe a channel to the feed at ``feed.url`` from ``now`` on. ``entries`` is its current snapshot.

        An unknown feed is added as given (its id is ignored). For a known feed ``entries`` becomes its newest snapshot,
        and polling resumes if it had stopped. Raises ``UsageError`` if the channel already follows the feed, or
        the owner already follows ``most`` of them.
        """
        own = (owner, how.channel, how.by, now, how.filter, how.delivery, how.edits)
        wanted = Subscription(0, 0, 0, *own, options=how.posts)
        return await self._engines.numbered(
            partial(subscription_rows.add_subscription, wanted=wanted, feed=feed, entries=entries, most=most)
        )

    async def followed(self, owner: str) -> tuple[Followed, ...]:
        """All subscriptions of the owner, by number."""
        async with self._engines.one_query() as connection:
            query = subscription_rows.select_followed(subscriptions.c.owner == owner).order_by(subscriptions.c.number)
            return tuple([subscription_rows.decode_followed(row) for row in await connection.execute(query)])

    async def find(self, owner: str, number: int) -> Followed:
        """The owner's subscription ``number``."""
        async with self._engines.one_query() as connection:
            return await subscription_rows.find_subscription(connection, owner, number)

    async def unfollow(self, owner: str, number: int) -> Followed:
        """Delete the subscription ``number`` and its outcomes; :meth:`prune` deletes feeds without subscribers."""
        async with self._engines.writing() as connection:
            found = await subscription_rows.find_subscription(connection, owner, number)
            await subscription_rows.hold_feed(connection, found.feed.id)
            await connection.execute(delete(subscriptions).where(subscriptions.c.id == found.subscription.id))
            alone = update(feeds).where(feeds.c.id == found.feed.id, ~subscription_rows.is_followed())
            await connection.execute(alone.values(next_poll_at=None, notice=None))
        return found

    async def pause(self, owner: str, number: int, paused: bool) -> Followed:
        """Pause or resume a subscription; items that wait or arrive while it is paused are not posted."""
        async with self._engines.writing() as connection:
            found = await subscription_rows.find_subscription(connection, owner, number)
            one = found.subscription.id
            await connection.execute(update(subscriptions).where(subscriptions.c.id == one).values(paused=paused))
            if paused:
                undecided = fates.c.fate.in_((Outcome.WAITING.value, Outcome.FOLLOW_UP.value))
                waiting = update(fates).where(fates.c.subscription_id == one, undecided)
                await connection.execute(waiting.values(fate=Outcome.PAUSED.value))
            elif found.feed.health is FeedHealth.GONE:
                again = update(feeds).where(feeds.c.id == found.feed.id).values(**subscription_rows.TRIED_AGAIN)
                await connection.execute(again)
            return await subscription_rows.find_subscription(connection, owner, number)

    async def refilter(self, owner: str, number: int, filter: str) -> Followed:  # noqa: A002 - the field's name
        """Change the filter of the owner's subscription, for items that are not yet decided."""
        return await self._change(owner, number, {"filter": filter})

    async def change_options(self, owner: str, number: int, options: PostOptions) -> Followed:
        """Change how the owner's subscription posts items that are not yet decided."""
        return await self._change(owner, number, feed_rows.encode_options(options))

    async def _change(self, owner: str, number: int, values: Mapping[str, Any]) -> Followed:
        async with self._engines.writing() as connection:
            found = await subscription_rows.find_subscription(connection, owner, number)
            change = update(subscriptions).where(subscriptions.c.id == found.subscription.id)
            await connection.execute(change.values(values))
            return await subscription_rows.find_subscription(connection, owner, number)

    async def why(
        self, owner: str, number: int, *, before: int | None = None, limit: int = 20
    ) -> tuple[tuple[Item, ItemOutcome], ...]:
        """Outcomes of the subscription's items, newest first; only those with an id below ``before``."""
        async with self._engines.reading() as connection:
            found = await subscription_rows.find_subscription(connection, owner, number)
            query = (
                select(items, *fates.c["item_id", "subscription_id", "fate", "detail", "post", "decided_at"])
                .join(fates, fates.c.item_id == items.c.id)
                .where(fates.c.subscription_id == found.subscription.id)
                .order_by(items.c.id.desc())
                .limit(limit)
            )
            if before is not None:
                query = query.where(items.c.id < before)
            rows = (await connection.execute(query)).mappings().all()
        return tuple((feed_rows.decode_item(row), feed_rows.decode_outcome(row)) for row in rows)

    async def health(self, owner: str | None = None) -> FeedCounts:
        """Counts of the owner's feeds and items; of all owners if ``owner`` is None, for the operator."""
        async with self._engines.reading() as connection:
            return await subscription_rows.count_feeds(connection, owner)

    # For the item job.

    async def due_items(self, now: datetime, *, limit: int) -> tuple[int, ...]:
        """Items to read, the longest overdue first. An item that was read before is due again after an edit."""
        query = select(items.c.id).where(items.c.retry_at <= now).order_by(items.c.retry_at, items.c.id).limit(limit)
        return tuple(await self._engines.scalars(query))

    async def next_items(self, now: datetime, *, limit: int, abreast: int) -> tuple[int, ...]:
        """As ``due_items``, for parallel reading: at most ``abreast`` per feed or site, so that all progress."""
        async with self._engines.one_query() as connection:
            return await next_items(connection, now, limit=limit, abreast=abreast)

    async def load_item(self, item_id: int) -> Item | None:
        """The item, or None if there is none."""
        row = await self._engines.row(select(items).where(items.c.id == item_id))
        return None if row is None else feed_rows.decode_item(row)

    async def load_feed(self, feed_id: int) -> Feed:
        """The feed with this id."""
        row = await self._engines.row(select(feeds).where(feeds.c.id == feed_id))
        if row is None:
            raise ArchiveError(translatable("archive-feed-unknown"), resource=str(feed_id))
        return feed_rows.decode_feed(row)

    async def waiting(self, item_id: int) -> tuple[Subscription, ...]:
        """Subscriptions whose outcome for the item is open. Digest-only subscriptions are included."""
        query = self._select_followers(item_id, fates.c.fate == Outcome.WAITING.value)
        rows = await self._engines.rows(query.add_columns(fates.c.detail))
        return tuple(
            replace(one, delivery=Delivery.DIGEST) if row["detail"] else one
            for row in rows
            for one in [feed_rows.decode_subscription(row)]
        )

    async def editing(self, item_id: int) -> tuple[tuple[Subscription, str], ...]:
        """Subscriptions that want their post of the item edited, each with the post's key."""
        posted = fates.c.fate.in_((Outcome.POSTED.value, Outcome.SENDING.value)) & fates.c.post.is_not(None)
        own = ~exists().where(posts.c.key == fates.c.post, posts.c.kind == PostKind.FOLLOW_UP)
        query = self._select_followers(item_id, posted & own & subscriptions.c.edits).add_columns(fates.c.post)
        rows = await self._engines.rows(query)
        return tuple((feed_rows.decode_subscription(row), row["post"]) for row in rows)

    async def settle(
        self,
        item: Item,
        decided: Sequence[ItemOutcome],
        now: datetime,
        *,
        posts: Sequence[Post] = (),
        follow_ups: Mapping[str, datetime] = MappingProxyType({}),
        read_at: Callable[[], datetime] | None = None,
    ) -> None:
        """Save the item's state, its outcomes, its ``posts`` and when ``follow_ups`` are due in one transaction.

        An outcome "posted" or "paused" never changes. Outcomes of deleted subscriptions are dropped, and all of them if
        the feed is gone. Once an item is read, the feed's HTML of the article is deleted and its reading time is stored
        for good: digests select items by that time, whatever happens to their posts. It is ``read_at()``, called when
        other transactions no longer hold this one up (default: ``now``); so is the time of the outcomes.
        """
        values: dict[str, Any] = {name: getattr(item, name) for name in ("attempts", "retry_at", "reason")}
        values |= {"state": item.state.value, "article_id": item.article, "story_id": item.story}
        if item.state is not ItemState.NEW:
            values |= feed_rows.encode_entry(item.entry, content=False)
        async with self._engines.writing() as connection:
            decided_at = read_at() if read_at else now
            if item.article is not None:
                values["read_at"] = func.coalesce(items.c.read_at, bindparam(None, decided_at, UtcDateTime))
            # an edit stored while the item was read leaves it due, with its new content
            same = (items.c.id == item.id) & (items.c.fingerprint == item.fingerprint)
            saved = await connection.execute(update(items).where(same).values(values).returning(items.c.id))
            if saved.first() is None:
                left = ("state", "attempts", "reason", "article_id", "story_id", "read_at")
                rest = {name: values[name] for name in left if name in values}
                await connection.execute(update(items).where(items.c.id == item.id).values(rest))
            # by id, not by the item's feed: that may have merged with another meanwhile
            query = select(subscriptions.c.id).where(subscriptions.c.id.in_([fate.subscription_id for fate in decided]))
            held = query.with_for_update(read=True, key_share=True)
            there = set((await connection.execute(held)).scalars())
            rows = [feed_rows.encode_outcome(fate, decided_at) for fate in decided if fate.subscription_id in there]
            taken = set[int]()
            if rows:
                row = insert(connection, fates)
                changed: dict[str, ColumnElement[Any]] = {
                    name: row.excluded[name] for name in ("fate", "post", "decided_at")
                }
                # the reason for not posting stays visible along with the outcome
                kept = func.coalesce(row.excluded.detail, fates.c.detail)
                changed["detail"] = case((row.excluded.fate == Outcome.DIGEST.value, kept), else_=row.excluded.detail)
                settled = row.on_conflict_do_update(
                    index_elements=[fates.c.item_id, fates.c.subscription_id],
                    set_=changed,
                    where=(fates.c.fate != Outcome.POSTED.value) & (fates.c.fate != Outcome.PAUSED.value),
                )
                taken.update((await connection.execute(settled.returning(fates.c.subscription_id), rows)).scalars())
            if item.story is not None and any(fate.fate is not Outcome.OLD for fate in decided):
                await queue_item(connection, item.id)
            named = {fate.post for fate in decided if fate.subscription_id in taken}
            await record_posts(connection, [post for post in posts if post.key in named], now)
            await record_follow_ups(connection, follow_ups)

    def _select_followers(self, item_id: int, condition: ColumnElement[bool]) -> Select[Any]:
        return (
            select(subscriptions)
            .join(fates, fates.c.subscription_id == subscriptions.c.id)
            .where(fates.c.item_id == item_id, condition)
            .order_by(subscriptions.c.id)
        )
