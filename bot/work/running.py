"""The desk at work: polling, sweeping and jobs, from one start until cancelled, in one process or in several.

Every process with the role ``WORK`` does the jobs; one of them is at the desk, and polls and orders them. One with the
role ``SEND`` is the sender. Both are leases (:mod:`bot.work.presence`) that another process takes over.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Collection
from contextlib import asynccontextmanager

import structlog

from bot.beside import beside
from bot.domain.roles import ALL_ROLES, Role
from bot.errors import ArchiveError
from bot.work.delivery import Delivery, Postbox
from bot.work.digests import DigestJob
from bot.work.errands import PARSING, READING, Bench
from bot.work.items import ItemDesk
from bot.work.jobs import JobKind, Jobs, Trade
from bot.work.notices import Notices
from bot.work.parts import DeskParts
from bot.work.polling import Poller
from bot.work.presence import ALONE, DESK, SENDER, Alone, Presence
from bot.work.sweep import Sweep
from bot.work.watching import Watching

ITEMS_AT_ONCE = 4
"""Items read together: while one waits for its page, another is read."""
DIGESTS_AT_ONCE = 4
CHANNELS_AT_ONCE = 8
"""Channels that are posted to together; Discord's limits hold over all."""
ERRANDS_AT_ONCE = 16
"""Errands of a queue that a worker takes from other processes: more than it does at once, to do them in fair turns."""

MEND_EVERY = 10.0
"""Seconds between two looks for jobs whose end was not recorded."""

_POSTING = frozenset({JobKind.DELIVERY})
_DESK = frozenset(JobKind) - _POSTING

_log = structlog.get_logger(__name__)


@asynccontextmanager
async def working_desk(
    parts: DeskParts,
    postbox: Postbox | None,
    *,
    roles: frozenset[Role] = ALL_ROLES,
    presence: Presence | None = None,
) -> AsyncIterator[Jobs]:
    """What ``roles`` do of the desk, within the context; what is under way when it ends is taken up by the next.

    That is this program's next start, or one of the others that ``presence`` is among. ``postbox`` is the sender's.
    Raises ``ArchiveError`` when it cannot begin, and whatever ends its work afterwards.
    """
    presence = presence or Alone()
    alone = presence.executor == ALONE
    working, sending = Role.WORK in roles, Role.SEND in roles and postbox is not None
    trades = _work_trades(parts) if working else {}
    if sending and postbox is not None:
        trades |= _send_trades(parts, postbox, lambda: presence.sure)
    benches = {} if alone or not working else _benches(parts)
    jobs = await Jobs.start(parts.work_url, trades, executor=presence.executor, benches=benches)
    try:
        works = [_mend(parts, jobs)]
        if working:
            present = None if alone else _listed(parts)
            works.append(_keep_the_desk(parts, jobs, presence, present))
        if sending:
            works.append(_keep_sending(parts, jobs, presence))
        async with beside(*works):
            yield jobs
    finally:
        await jobs.close()


async def _keep_the_desk(
    parts: DeskParts, jobs: Jobs, presence: Presence, present: Callable[[], Awaitable[Collection[str]]] | None
) -> None:
    archive, clock = parts.archive, parts.clock
    await presence.take(DESK)
    try:
        await archive.feeds.release_claims()  # of whoever was at the desk before
    except ArchiveError as error:
        _log.warning("feeds that were being polled wait", action="desk", cause=error.cause)
    notices = Notices(archive.posts, archive.preferences)
    poller = Poller(parts.fetcher, archive.feeds, parts.off_loop, clock, notify=notices.notify)
    sweep = Sweep(archive, jobs, clock, parts.kept, _DESK, present)
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(poller.run())
        tasks.create_task(sweep.run())


async def _mend(parts: DeskParts, jobs: Jobs) -> None:
    while True:
        await parts.clock.sleep(MEND_EVERY)
        try:
            await jobs.mend(time.monotonic())
        except Exception:  # noqa: BLE001 - whatever the record has, the next look may find it well
            _log.warning("the record of jobs cannot be mended", action="job", exc_info=True)


async def _keep_sending(parts: DeskParts, jobs: Jobs, presence: Presence) -> None:
    await presence.take(SENDER)
    await Sweep(parts.archive, jobs, parts.clock, kinds=_POSTING).run()


def _work_trades(parts: DeskParts) -> dict[JobKind, Trade]:
    from bot.work.placing import StoryPlacer  # noqa: PLC0415 - it brings 40 MiB of numpy and SciPy, which a sender needs not

    archive, clock = parts.archive, parts.clock
    items = ItemDesk(
        archive.feeds,
        archive.stories,
        archive.posts,
        archive.preferences,
        parts.newsroom,
        StoryPlacer(archive.stories),
        clock,
        off_loop=parts.off_loop,
        local=parts.local,
    )
    digests = DigestJob(archive.schedules, archive.preferences, parts.digests, clock)
    return {
        JobKind.ITEM: Trade(items.handle, ITEMS_AT_ONCE),
        JobKind.DIGEST: Trade(digests.handle, DIGESTS_AT_ONCE),
        JobKind.WATCH: Trade(Watching(archive, clock).handle, 1),
    }


def _send_trades(parts: DeskParts, postbox: Postbox, may_send: Callable[[], bool]) -> dict[JobKind, Trade]:
    archive, clock = parts.archive, parts.clock
    watching = Watching(archive, clock)
    delivery = Delivery(
        archive.posts, postbox, clock, close=watching.close, may_send=may_send, preferences=archive.preferences
    )
    return {JobKind.DELIVERY: Trade(delivery.handle, CHANNELS_AT_ONCE)}


def _benches(parts: DeskParts) -> dict[str, Bench]:
    """Where errands of processes without readers are done: with the model, and without."""
    return {
        READING: Bench(parts.readers or parts.off_loop, ERRANDS_AT_ONCE),
        PARSING: Bench(parts.off_loop, ERRANDS_AT_ONCE),
    }


def _listed(parts: DeskParts) -> Callable[[], Awaitable[Collection[str]]]:
    async def list_present() -> Collection[str]:
        return {process.executor for process in await parts.archive.processes.list()}

    return list_present
