"""The desk at work: polling, sweeping and jobs, from one start until cancelled."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import structlog

from bot.work.delivery import Delivery, Postbox
from bot.work.digests import DigestJob
from bot.work.items import ItemDesk
from bot.work.jobs import JobKind, Jobs, Trade
from bot.work.notices import Notices
from bot.work.parts import DeskParts
from bot.work.placing import StoryPlacer
from bot.work.polling import Poller
from bot.work.sweep import Sweep
from bot.work.watching import Watching

ITEMS_AT_ONCE = 4
"""Items read together: while one waits for its page, another is read."""
DIGESTS_AT_ONCE = 4
CHANNELS_AT_ONCE = 8
"""Channels that are posted to together; Discord's limits hold over all."""

_log = structlog.get_logger(__name__)


@asynccontextmanager
async def working_desk(parts: DeskParts, postbox: Postbox) -> AsyncIterator[Jobs]:
    """The desk at work within the context; what is under way when it ends is taken up at the next start.

    Raises ``ArchiveError`` when it cannot begin, and whatever ends its work afterwards.
    """
    archive, clock = parts.archive, parts.clock
    items = ItemDesk(
        archive.feeds,
        archive.stories,
        archive.posts,
        parts.newsroom,
        StoryPlacer(archive.stories),
        clock,
        off_loop=parts.off_loop,
    )
    watching = Watching(archive, clock)
    delivery = Delivery(archive.posts, postbox, clock, close=watching.close)
    trades = {
        JobKind.ITEM: Trade(items.handle, ITEMS_AT_ONCE),
        JobKind.DIGEST: Trade(DigestJob(archive.schedules, parts.digests, clock).handle, DIGESTS_AT_ONCE),
        JobKind.DELIVERY: Trade(delivery.handle, CHANNELS_AT_ONCE),
        JobKind.WATCH: Trade(watching.handle, 1),
    }
    poller = Poller(parts.fetcher, archive.feeds, parts.off_loop, clock, notify=Notices(archive.posts).notify)
    moved = await archive.schedules.recompute(clock.now())
    jobs = await Jobs.start(parts.work_url, trades)
    _log.info("the desk is open", action="desk", moved_digests=moved)
    try:
        async with asyncio.TaskGroup() as tasks:
            sweep = Sweep(archive, jobs, clock, parts.kept)
            running = [tasks.create_task(poller.run()), tasks.create_task(sweep.run())]
            yield jobs
            for task in running:
                task.cancel()
    except BaseExceptionGroup as group:
        raise group.exceptions[0] from None  # what ended it, within or without: callers know it by its own kind
    finally:
        await jobs.close()
