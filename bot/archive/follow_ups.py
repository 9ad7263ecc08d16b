"""Follow-ups: which posted stories have something new, and what of it was told in their channel.

A story's first post in a channel is its opening. Items that come in later wait with the outcome "followup", and the
opening's ``follow_up_at`` says when they are told. Composing one settles them in the transaction that records the post,
so that after a crash either they still wait, or their post is in the outbox.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Select, and_, func, or_, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.archive.database import Store
from bot.archive.outbox import record_posts
from bot.archive.schema.feeds import fates, items, subscriptions
from bot.archive.schema.posts import posts
from bot.archive.schema.stories import story_splits
from bot.domain.follow_up import FollowUps, decide_due
from bot.domain.item_outcomes import Outcome
from bot.domain.post import Post, PostKind, PostState

MOST: Final = 40
"""Maximum number of articles in a follow-up, and of told articles that they are compared with."""


@dataclass(frozen=True, slots=True)
class PendingItem:
    """An item that waits for its story's follow-up, with the subscription that it came by."""

    item: int
    subscription: int
    article: str
    seen_at: datetime
    follow_ups: FollowUps


@dataclass(frozen=True, slots=True)
class PendingFollowUp:
    """Items for a story's message, oldest first; ``told`` are the story's articles that its channel has, with times."""

    items: tuple[PendingItem, ...]
    told: tuple[tuple[str, datetime], ...]


class FollowUpStore(Store):
    """Follow-ups of posted stories. All methods raise ``ArchiveError``."""

    async def find_opening(self, owner: str, channel: str, story: int, article: str) -> tuple[str, datetime] | None:
        """The post in ``channel`` that ``article`` follows up on, and when, unless either was split off."""
        apart = select(story_splits.c.article_id).where(story_splits.c.owner == owner)
        opening = (
            select(posts.c.key, posts.c.created_at, apart.where(story_splits.c.article_id == article).exists())
            .join(fates, fates.c.post == posts.c.key)
            .join(items, items.c.id == fates.c.item_id)
            .where(posts.c.channel == channel, posts.c.kind == PostKind.ITEM, posts.c.state != PostState.DROPPED)
            .where(items.c.story_id == story, or_(items.c.article_id.is_(None), items.c.article_id.not_in(apart)))
            .order_by(posts.c.number)
            .limit(1)
        )
        async with self._engines.reading() as connection:
            found = (await connection.execute(opening)).one_or_none()
            if found is None or found[2]:
                return None
            key, told_at, _ = found
            count, newest = (await connection.execute(_count_told(key))).one()
        return key, decide_due(newest or told_at, count)

    async def due(self, now: datetime, *, limit: int) -> tuple[str, ...]:
        """Keys of openings of which something new is to be told now, the longest overdue first."""
        query = select(posts.c.key).where(posts.c.follow_up_at <= now).order_by(posts.c.follow_up_at).limit(limit)
        return tuple(await self._engines.scalars(query))

    async def load(self, opening: Post) -> PendingFollowUp:
        """What waits to be told on the message of ``opening``."""
        waiting = _pending(opening).order_by(items.c.id).limit(MOST)
        told = (
            select(items.c.article_id, func.min(items.c.first_seen_at).label("at"))
            .join(fates, fates.c.item_id == items.c.id)
            .join(posts, posts.c.key == fates.c.post)
            .where(posts.c.channel == opening.channel, posts.c.state != PostState.DROPPED)
            .where(items.c.story_id.in_(_story_of(opening)), items.c.article_id.is_not(None))
            .group_by(items.c.article_id)
            .order_by(func.min(items.c.first_seen_at).desc())
            .limit(MOST)
        )
        async with self._engines.reading() as connection:
            found = (await connection.execute(waiting)).all()
            known = (await connection.execute(told)).all()
        return PendingFollowUp(
            tuple(
                PendingItem(item, subscription, article, seen_at, FollowUps(place or FollowUps.NONE))
                for item, subscription, article, seen_at, place in found
            ),
            tuple((row[0], row[1]) for row in known),
        )

    async def postpone(self, key: str, at: datetime) -> None:
        """Tell what is new of the opening ``key`` at ``at``."""
        change = update(posts).where(posts.c.key == key, posts.c.follow_up_at.is_not(None))
        await self._engines.change(change.values(follow_up_at=at))

    async def save(
        self,
        opening: Post,
        decided: Sequence[PendingItem],
        now: datetime,
        *,
        outcome: Outcome = Outcome.UNCHANGED,
        detail: str | None = None,
        post: Post | None = None,
    ) -> None:
        """Settle the items ``decided``, with ``post`` or else ``outcome`` and ``detail``. Idempotent."""
        async with self._engines.writing() as connection:
            # first of all: whoever records an item for this opening now waits until this is saved
            mine = update(posts).where(posts.c.key == opening.key, posts.c.follow_up_at.is_not(None))
            held = await connection.execute(mine.values(follow_up_at=None).returning(posts.c.key))
            if held.first() is None:
                return
            values = {"fate": Outcome.SENDING if post else outcome, "detail": detail, "post": post and post.key}
            pairs = [(one.item, one.subscription) for one in decided]
            named = and_(tuple_(fates.c.item_id, fates.c.subscription_id).in_(pairs), fates.c.fate == Outcome.FOLLOW_UP)
            await connection.execute(update(fates).where(named).values(**values, decided_at=now))
            if post:
                await record_posts(connection, [post], now)
            if (await connection.execute(_pending(opening).limit(1))).first() is not None:
                count, newest = (await connection.execute(_count_told(opening.key))).one()
                later = {opening.key: decide_due(newest or now, count)}
                await record_follow_ups(connection, later)


async def record_follow_ups(connection: AsyncConnection, due: Mapping[str, datetime]) -> None:
    """Within an open transaction, have what is new of these openings told by then, or earlier if that is planned."""
    for key, at in sorted(due.items()):
        change = update(posts).where(posts.c.key == key)
        await connection.execute(change.values(follow_up_at=func.coalesce(posts.c.follow_up_at, at)))


def _pending(opening: Post) -> Select[Any]:
    """The items that wait for the next follow-up of ``opening``, as the fields of ``PendingItem``."""
    return (
        select(items.c.id, subscriptions.c.id, items.c.article_id, items.c.first_seen_at, subscriptions.c.follow_ups)
        .join(fates, fates.c.item_id == items.c.id)
        .join(subscriptions, subscriptions.c.id == fates.c.subscription_id)
        .where(subscriptions.c.channel == opening.channel, fates.c.fate == Outcome.FOLLOW_UP)
        .where(items.c.story_id.in_(_story_of(opening)), items.c.article_id.is_not(None))
    )


def _story_of(opening: Post) -> Select[Any]:
    return select(items.c.story_id).join(fates, fates.c.item_id == items.c.id).where(fates.c.post == opening.key)


def _count_told(key: str) -> Select[int, Any]:
    """How many follow-ups an opening has, and when the newest was recorded."""
    told = (posts.c.series == key, posts.c.kind == PostKind.FOLLOW_UP)
    return select(func.count(), func.max(posts.c.created_at)).where(*told)
