"""The desk at work: polling, sweeping and jobs, from one start until cancelled, in one process or in several.

Every process with the role ``WORK`` does the jobs; one of them is at the desk, and polls and orders them. One with the
role ``SEND`` is the sender. Both are leases (:mod:`bot.jobs.heartbeat`) that another process takes over.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Collection
from contextlib import asynccontextmanager

import structlog

from bot.background import background_tasks
from bot.domain.process_roles import ALL_ROLES, ProcessRole
from bot.errors import ArchiveError
from bot.jobs.delivery import Delivery, MessageSender
from bot.jobs.dependencies import WorkerDependencies
from bot.jobs.heartbeat import SENDER_LEASE, SINGLE_EXECUTOR, WORKER_LEASE, Membership, SingleProcess
from bot.jobs.item_job import ItemJob
from bot.jobs.job_queue import JobHandler, JobKind, JobQueue
from bot.jobs.notices import Notices
from bot.jobs.polling import Poller
from bot.jobs.rpc_server import PARSING_QUEUE, READING_QUEUE, RpcQueue
from bot.jobs.scheduled_digests import DigestJob
from bot.jobs.scheduler import Scheduler
from bot.jobs.watch_job import WatchJob

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
async def run_worker(
    parts: WorkerDependencies,
    message_sender: MessageSender | None,
    *,
    roles: frozenset[ProcessRole] = ALL_ROLES,
    presence: Membership | None = None,
) -> AsyncIterator[JobQueue]:
    """What ``roles`` do of the desk, within the context; what is under way when it ends is taken up by the next.

    That is this program's next start, or one of the others that ``presence`` is among. ``message_sender`` is the
    sender's. Raises ``ArchiveError`` when it cannot begin, and whatever ends its work afterwards.
    """
    presence = presence or SingleProcess()
    alone = presence.executor == SINGLE_EXECUTOR
    working, sending = ProcessRole.WORK in roles, ProcessRole.SEND in roles and message_sender is not None
    trades = _worker_handlers(parts) if working else {}
    if sending and message_sender is not None:
        trades |= _sender_handlers(parts, message_sender, lambda: presence.is_current)
    rpc_queues = {} if alone or not working else _rpc_queues(parts)
    jobs = await JobQueue.start(parts.work_url, trades, executor=presence.executor, rpc_queues=rpc_queues)
    try:
        works = [_mend(parts, jobs)]
        if working:
            present = None if alone else _listed(parts)
            works.append(_poll_and_schedule(parts, jobs, presence, present))
        if sending:
            works.append(_keep_sending(parts, jobs, presence))
        async with background_tasks(*works):
            yield jobs
    finally:
        await jobs.close()


async def _poll_and_schedule(
    parts: WorkerDependencies,
    jobs: JobQueue,
    presence: Membership,
    present: Callable[[], Awaitable[Collection[str]]] | None,
) -> None:
    archive, clock = parts.archive, parts.clock
    await presence.acquire(WORKER_LEASE)
    try:
        await archive.feeds.release_claims()  # of whoever was at the desk before
    except ArchiveError as error:
        _log.warning("feeds that were being polled wait", action="desk", cause=error.cause)
    notices = Notices(archive.posts, archive.preferences)
    poller = Poller(parts.fetcher, archive.feeds, parts.offload, clock, notify=notices.notify)
    sweep = Scheduler(archive, jobs, clock, parts.kept, _DESK, present)
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(poller.run())
        tasks.create_task(sweep.run())


async def _mend(parts: WorkerDependencies, jobs: JobQueue) -> None:
    while True:
        await parts.clock.sleep(MEND_EVERY)
        try:
            await jobs.recover_unrecorded(time.monotonic())
        except Exception:  # noqa: BLE001 - whatever the record has, the next look may find it well
            _log.warning("the record of jobs cannot be mended", action="job", exc_info=True)


async def _keep_sending(parts: WorkerDependencies, jobs: JobQueue, presence: Membership) -> None:
    await presence.acquire(SENDER_LEASE)
    await Scheduler(parts.archive, jobs, parts.clock, kinds=_POSTING).run()


def _worker_handlers(parts: WorkerDependencies) -> dict[JobKind, JobHandler]:
    from bot.jobs.story_assignment import StoryAssigner  # noqa: PLC0415 - it brings 40 MiB of numpy and SciPy, which a sender needs not

    archive, clock = parts.archive, parts.clock
    items = ItemJob(
        archive.feeds,
        archive.stories,
        archive.posts,
        archive.preferences,
        parts.article_service,
        StoryAssigner(archive.stories),
        clock,
        offload=parts.offload,
        local=parts.local,
    )
    digests = DigestJob(archive.schedules, archive.preferences, parts.digests, clock)
    return {
        JobKind.ITEM: JobHandler(items.handle, ITEMS_AT_ONCE),
        JobKind.DIGEST: JobHandler(digests.handle, DIGESTS_AT_ONCE),
        JobKind.WATCH: JobHandler(WatchJob(archive, clock).handle, 1),
    }


def _sender_handlers(
    parts: WorkerDependencies, message_sender: MessageSender, may_send: Callable[[], bool]
) -> dict[JobKind, JobHandler]:
    archive, clock = parts.archive, parts.clock
    watching = WatchJob(archive, clock)
    delivery = Delivery(
        archive.posts, message_sender, clock, close=watching.close, may_send=may_send, preferences=archive.preferences
    )
    return {JobKind.DELIVERY: JobHandler(delivery.handle, CHANNELS_AT_ONCE)}


def _rpc_queues(parts: WorkerDependencies) -> dict[str, RpcQueue]:
    """Where errands of processes without readers are done: with the model, and without."""
    return {
        READING_QUEUE: RpcQueue(parts.readers or parts.offload, ERRANDS_AT_ONCE),
        PARSING_QUEUE: RpcQueue(parts.offload, ERRANDS_AT_ONCE),
    }


def _listed(parts: WorkerDependencies) -> Callable[[], Awaitable[Collection[str]]]:
    async def list_present() -> Collection[str]:
        return {process.executor for process in await parts.archive.processes.list()}

    return list_present
