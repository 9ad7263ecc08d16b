"""The background work of a process.

Every process with the role ``WORK`` runs jobs; one of them also polls feeds and runs the upkeep of the archive. One
process with the role ``SEND`` delivers posts. Work that only one process may do is held by a lease
(:mod:`bot.jobs.heartbeat`), which another process takes over.
"""

import asyncio
from collections.abc import AsyncIterator, Collection, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Final

import structlog

from bot.concurrency import background_tasks
from bot.domain.processes import ALL_ROLES, ProcessRole
from bot.errors import ArchiveError
from bot.jobs.delivery import MessageSender
from bot.jobs.dependencies import WorkerDependencies
from bot.jobs.dispatcher import Dispatcher, JobKind
from bot.jobs.heartbeat import SENDER_LEASE, SINGLE_EXECUTOR, WORKER_LEASE, Membership, SingleProcess
from bot.jobs.job_kinds import make_poller, make_send_jobs, make_work_jobs
from bot.jobs.upkeep import Upkeep

CALLS_AT_ONCE: Final = 16
"""Calls that a worker takes from a queue: more than run in parallel, so that the fair queue can order them."""

_log = structlog.get_logger(__name__)


@asynccontextmanager
async def run_worker(
    parts: WorkerDependencies,
    message_sender: MessageSender | None,
    *,
    roles: frozenset[ProcessRole] = ALL_ROLES,
    presence: Membership | None = None,
) -> AsyncIterator[Mapping[JobKind, Dispatcher]]:
    """Run the background work of ``roles`` within the context. Yields the dispatchers by kind.

    Unfinished work is done after the next start, or by another process of the archive that ``presence`` is registered
    in. ``message_sender`` is needed for the role ``SEND``. Raises ``ArchiveError`` if the work cannot start, and any
    error that ends it later.
    """
    presence = presence or SingleProcess()
    alone = presence.executor == SINGLE_EXECUTOR
    reading = make_work_jobs(parts) if ProcessRole.WORK in roles else {}
    sending = (
        make_send_jobs(parts, message_sender, lambda: presence.is_current)
        if ProcessRole.SEND in roles and message_sender
        else {}
    )
    # only one process sends, so it needs no claims
    readers = {
        kind: Dispatcher(
            kind, job, parts.clock, None if alone else parts.archive.open_claims(presence.executor, kind.value)
        )
        for kind, job in reading.items()
    }
    senders = {kind: Dispatcher(kind, job, parts.clock) for kind, job in sending.items()}
    async with AsyncExitStack() as stack:
        if readers and not alone:
            await _serve_rpc(stack, parts, presence.executor)
        works = [dispatcher.run() for dispatcher in readers.values()]
        works += [_keep_sending(dispatcher, presence) for dispatcher in senders.values()]
        if readers:
            works.append(_poll_and_schedule(parts, presence))
        await stack.enter_async_context(background_tasks(*works))
        yield readers | senders


async def _poll_and_schedule(parts: WorkerDependencies, presence: Membership) -> None:
    archive, clock = parts.archive, parts.clock
    await presence.acquire(WORKER_LEASE)
    try:
        await archive.feeds.release_claims()  # left by the previous holder of the lease
    except ArchiveError as error:
        _log.warning("claims on feeds could not be released", action="desk", cause=error.cause)
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(make_poller(parts).run())
        tasks.create_task(Upkeep(archive, clock, parts.kept).run())


async def _keep_sending(dispatcher: Dispatcher, presence: Membership) -> None:
    await presence.acquire(SENDER_LEASE)
    await dispatcher.run()


async def _serve_rpc(stack: AsyncExitStack, parts: WorkerDependencies, executor: str) -> None:
    """Serve remote calls of processes without analysis workers."""
    from bot.jobs.rpc import PARSING_QUEUE, READING_QUEUE  # noqa: PLC0415 - DBOS is loaded only if processes call each other
    from bot.jobs.rpc_server import RpcQueue, serve_rpc  # noqa: PLC0415 - the same

    async def list_present() -> Collection[str]:
        return {process.executor for process in await parts.archive.processes.list()}

    queues = {
        READING_QUEUE: RpcQueue(parts.readers or parts.offload, CALLS_AT_ONCE),
        PARSING_QUEUE: RpcQueue(parts.offload, CALLS_AT_ONCE),
    }
    calls = serve_rpc(parts.rpc_url or "", queues, executor=executor, list_present=list_present)
    await stack.enter_async_context(calls)
