"""The status of an owner's feeds, posts and digests, for ``/status``."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.archive.feeds import FeedStore
from bot.archive.outbox import Destination, OutboxCounts, PostStore
from bot.archive.schedules import ScheduleStore
from bot.clock import Clock
from bot.domain.feed import FeedCounts
from bot.domain.scheduled_digest import ScheduledDigest
from bot.services.push_sources import PUSH


@dataclass(frozen=True, slots=True)
class StatusOverview:
    """An owner's feeds, outbox, digests and push sources; ``lag`` is how long the oldest item or post has waited."""

    feeds: FeedCounts
    outbox: OutboxCounts
    broken: tuple[Destination, ...]
    lag: timedelta
    last: ScheduledDigest | None
    next: ScheduledDigest | None
    received: int = 0
    received_at: datetime | None = None


class StatusService:
    """Collects an owner's status."""

    def __init__(self, feeds: FeedStore, posts: PostStore, schedules: ScheduleStore, clock: Clock) -> None:
        self._feeds = feeds
        self._posts = posts
        self._schedules = schedules
        self._clock = clock

    async def overview(self, owner: str) -> StatusOverview:
        """The status of ``owner`` now. Raises ``ArchiveError``."""
        feeds, outbox = await self._feeds.health(owner), await self._posts.count(owner)
        standing = await self._schedules.list(owner)
        sources = [one.feed for one in await self._feeds.followed(owner) if one.feed.kind == PUSH]
        now = self._clock.now()
        waiting = [at for at in (feeds.oldest_waiting_at, outbox.oldest_at) if at]
        return StatusOverview(
            feeds,
            outbox,
            await self._posts.broken(owner),
            max((now - at for at in waiting), default=timedelta()),
            max((one for one in standing if one.last_day), key=lambda one: (one.last_day, one.id), default=None),
            min((one for one in standing if one.next), key=lambda one: (one.next, one.id), default=None),
            len(sources),
            max((feed.last_changed_at for feed in sources if feed.last_changed_at), default=None),
        )
