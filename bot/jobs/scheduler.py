"""The sweep: every few seconds, the archive's tables are asked what is due, and the jobs are ordered.

Whoever records something need not order its job. Ordering one that waits already is harmless, so nothing that is
recorded can be forgotten: not by a crash between recording and ordering, not by a job that failed, not with a machine.
"""

from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog

from bot.archive.store import Archive
from bot.clock import Clock
from bot.domain.watch import is_of_discord
from bot.errors import ArchiveError
from bot.jobs.delivery import delivery_subject
from bot.jobs.job_queue import JobKind, JobQueue
from bot.jobs.watch_job import EVERYTHING

EVERY = 2.0
"""Seconds between two sweeps."""
AT_ONCE = 100
"""Of each kind, how many subjects one sweep orders jobs for."""
ABREAST = 2
"""Items of one feed or site that are under way together: half of those that are read at once, so that others get on."""
GIVE_BACK_EVERY = timedelta(seconds=5)
TIDY_EVERY = timedelta(hours=1)
PRUNE_EVERY = timedelta(days=1)

_log = structlog.get_logger(__name__)


@dataclass(slots=True)
class Scheduler:
    """Orders ``jobs`` of the ``kinds`` for what is due in ``archive`` by ``clock``.

    Who orders items is at the desk, and clears away what is over, too: articles when they were read as long ago as they
    are ``kept``, never for None. Where other processes share the work, ``present`` lists their executors, and what
    others have left is given back.
    """

    archive: Archive
    jobs: JobQueue
    clock: Clock
    kept: timedelta | None = None
    kinds: frozenset[JobKind] = frozenset(JobKind)
    present: Callable[[], Awaitable[Collection[str]]] | None = None
    _settled: bool = False
    _gave_back_at: datetime | None = None
    _tidied_at: datetime | None = None
    _pruned_at: datetime | None = None

    async def run(self) -> None:
        """Sweep until cancelled."""
        while True:
            await self.run_once()
            await self.clock.sleep(EVERY)

    async def run_once(self) -> None:
        """Order the jobs that are due now; once an hour, forget what is over.

        Each kind by itself: what fails is logged, tried again at the next sweep, and stops no other.
        """
        now = self.clock.now()
        orders = {
            JobKind.ITEM: self._order_items,
            JobKind.DIGEST: self._order_digests,
            JobKind.DELIVERY: self._order_deliveries,
            JobKind.WATCH: self._order_watching,
        }
        parts = [order for kind, order in orders.items() if kind in self.kinds]
        if JobKind.ITEM in self.kinds:
            parts = [self._settle_times, *parts, self._give_back, self._tidy, self._prune, self._compact]
        for part in parts:
            try:
                await part(now)
            except Exception as error:  # noqa: BLE001 - what fails must not stop the desk
                # the log is not flooded while the archive is away
                known = isinstance(error, ArchiveError)
                _log.warning("a sweep failed", action="sweep", part=part.__name__.strip("_"), exc_info=not known)

    async def _settle_times(self, now: datetime) -> None:
        """Once, before anything is ordered: when digests come by the rules of time zones as they are now."""
        if not self._settled:
            moved = await self.archive.schedules.recompute(now)
            self._settled = True
            _log.info("the desk is open", action="desk", moved_digests=moved)

    async def _give_back(self, now: datetime) -> None:
        if self.present and (self._gave_back_at is None or now - self._gave_back_at >= GIVE_BACK_EVERY):
            self._gave_back_at = now
            await self.jobs.recover_lost(self.present)

    async def _order_items(self, now: datetime) -> None:
        for item in await self.archive.feeds.next_items(now, limit=AT_ONCE, abreast=ABREAST):
            await self.jobs.enqueue(JobKind.ITEM, str(item))

    async def _order_digests(self, now: datetime) -> None:
        for digest in await self.archive.schedules.due(now, limit=AT_ONCE):
            await self.jobs.enqueue(JobKind.DIGEST, str(digest.id))

    async def _order_deliveries(self, now: datetime) -> None:
        for channel in await self.archive.posts.due_channels(now, limit=AT_ONCE):
            if not is_of_discord(channel):
                continue  # a console's: it prints what is its own, when somebody sits there
            await self.jobs.enqueue(JobKind.DELIVERY, delivery_subject(channel))

    async def _order_watching(self, now: datetime) -> None:
        if await self.archive.watches.has_work(now):
            await self.jobs.enqueue(JobKind.WATCH, EVERYTHING)

    async def _tidy(self, now: datetime) -> None:
        if self._tidied_at is None or now - self._tidied_at >= TIDY_EVERY:
            self._tidied_at = now
            await self.jobs.delete_finished()
            await self.archive.feeds.prune(now)

    async def _prune(self, now: datetime) -> None:
        if self.kept is None or (self._pruned_at is not None and now - self._pruned_at < PRUNE_EVERY):
            return
        pruned = 0
        while count := await self.archive.forgetting.prune(now - self.kept):
            pruned += count
        if pruned:
            await self.archive.forgetting.tidy()
            _log.info("old articles were deleted", action="prune", articles=pruned)
        self._pruned_at = now

    async def _compact(self, now: datetime) -> None:  # noqa: ARG002 - as the other parts
        await self.archive.forgetting.compact()
