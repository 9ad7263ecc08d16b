"""Jobs: short, idempotent pieces of work, carried by DBOS, taken up again after a crash and never run twice at once.

What is due stands in the archive's tables, and a job is only the order to look at one subject and do what is due
about it. So a job may be ordered as often as one likes: while one of a kind and subject waits or runs, a second is
not added. A job that fails says so in the log and ends; the tables still say that its subject is due.

DBOS keeps its own record beside the archive: a file on SQLite, the schema "dbos" on PostgreSQL, where many processes
share the work. There each start of a process has an executor's name of its own, and what a process had begun that is
no longer there is given back by another (:meth:`JobQueue.give_back`). DBOS's own schedules are not used: each takes a
thread of the operating system (measured in benchmarks/README.md), so :mod:`bot.domain.schedule` computes what is due.
"""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Final, Self

import structlog
from dbos import DBOS, SetEnqueueOptions, WorkflowStatus
from dbos import error as dbos_error
from sqlalchemy import make_url
from sqlalchemy.exc import SQLAlchemyError

from bot.archive.database import make_private
from bot.archive.database_errors import ArchiveUnavailableError
from bot.errors import ArchiveError
from bot.i18n.messages import translatable
from bot.jobs import rpc_server
from bot.jobs.heartbeat import SINGLE_EXECUTOR
from bot.jobs.in_flight import OrphanDetector, in_flight
from bot.jobs.rpc_server import RpcQueue
from bot.jobs.serializer import JsonSerializer

Handler = Callable[[str], Awaitable[None]]
"""Does what is due about the subject that is given. Must be idempotent; may raise, which ends the job."""

APPLICATION: Final = "attache"
"""Whose the jobs are in a record that others may use, too."""
# jobs left by an older version are taken up too: what they order has not changed since this number
VERSION = "1"
_TRUSTED = 30.0  # seconds
_POLLING = 0.5  # seconds between two looks at a queue
_SLOWLY = 1.0  # the same where a second more or less is nothing: three transactions a look add up
_ASKED = 0.25  # the same where somebody waits for the answer
_LONGEST = 900.0  # seconds that a job may take: one that hangs would keep its place from all others, in silence
_KEPT = timedelta(hours=1)  # how long a finished job is remembered
_FINISHED = ["SUCCESS", "ERROR", "CANCELLED", "MAX_RECOVERY_ATTEMPTS_EXCEEDED"]
_FORGOTTEN_AT_ONCE = 1000
_NAME = "job"
_PRIVATE = "delivery:"
_CONNECTIONS = 10

_log = structlog.get_logger(__name__)


class JobKind(StrEnum):
    """What a job is about. The names stand in the record of jobs that wait: they must stay."""

    ITEM = "item"
    DIGEST = "digest"
    DELIVERY = "delivery"
    WATCH = "watch"


@dataclass(frozen=True, slots=True)
class JobHandler:
    """How one kind of job is done: by whom, and how many at once in this process."""

    handler: Handler
    at_once: int


# what this process ordered and has not done, and until when it need not be ordered again (time.monotonic): asking DBOS
# takes 2 ms, and what is due is ordered every few seconds
_ordered: dict[str, float] = {}
# DBOS finds a workflow by its name when it takes one up again, so that there is one function for the whole process
_handlers: dict[str, JobHandler] = {}


@DBOS.workflow(name=_NAME)
async def _do(kind: str, subject: str) -> None:
    if (trade := _handlers.get(kind)) is None:
        _log.error("a job of a kind that this process does not do", action="job", kind=kind)
        return
    try:
        with in_flight(), structlog.contextvars.bound_contextvars(job=f"{kind}:{subject}"):
            async with asyncio.timeout(_LONGEST):
                await trade.handler(subject)
    except ArchiveUnavailableError as error:
        _log.warning("a job failed", action="job", kind=kind, subject=subject, cause=error.cause)
    except Exception:  # noqa: BLE001 - the tables still say that it is due; whatever it was must not stop the others
        _log.exception("a job failed", action="job", kind=kind, subject=subject)
    finally:
        _ordered.pop(f"{kind}:{subject}", None)


class JobQueue:
    """The jobs of this process. There is one at a time in a process; make it with ``JobQueue.start``."""

    def __init__(self, executor: str) -> None:
        self._executor = executor
        self._idle = OrphanDetector()

    @classmethod
    async def start(
        cls,
        url: str,
        trades: Mapping[JobKind, JobHandler],
        *,
        executor: str = SINGLE_EXECUTOR,
        rpc_queues: Mapping[str, RpcQueue] | None = None,
    ) -> Self:
        """Take up what was left, do jobs of the kinds in ``trades``, and errands at the ``rpc_queues`` by queue.

        ``url`` is the SQLAlchemy address of DBOS's record. ``executor`` names this process: what a process of that
        name left behind is taken up at once. Raises ``ArchiveError`` when the record cannot be opened.
        """
        if (record := make_url(url)).get_backend_name() == "sqlite" and record.database:
            make_private(Path(record.database))
        _handlers.clear()
        _ordered.clear()
        _handlers.update({kind.value: trade for kind, trade in trades.items()})
        rpc_server.set_rpc_queues(rpc_queues or {})
        queues = {queue_of(kind, executor): trade.at_once for kind, trade in trades.items()}
        pauses = {queue_of(kind, executor): _SLOWLY for kind in (JobKind.DIGEST, JobKind.WATCH)}
        queues |= {queue: bench.at_once for queue, bench in (rpc_queues or {}).items()}
        DBOS(
            config={
                "name": APPLICATION,
                "system_database_url": url,
                "executor_id": executor,
                "application_version": VERSION,
                "serializer": JsonSerializer(),
                "log_level": "WARNING",
                "sys_db_pool_size": _CONNECTIONS,
                # asking whether a connection still stands would take as long as the question, which DBOS asks again
                "db_engine_kwargs": {"pool_pre_ping": False},
            }
        )
        _log_with_us()
        try:
            DBOS.listen_queues(list(queues))
            DBOS.launch()
            for queue, at_once in queues.items():
                await DBOS.register_queue_async(
                    queue,
                    worker_concurrency=at_once,
                    polling_interval_sec=_ASKED if queue in (rpc_queues or {}) else pauses.get(queue, _POLLING),
                    on_conflict="always_update",
                )
        except (dbos_error.DBOSBaseException, SQLAlchemyError, OSError) as error:
            DBOS.destroy()
            raise ArchiveError(translatable("archive-jobs-unopened")) from error
        return cls(executor)

    async def enqueue(self, kind: JobKind, subject: str) -> None:
        """Have the job done, unless one of this kind and subject already waits or runs."""
        name = f"{kind.value}:{subject}"
        now = time.monotonic()
        if _ordered.get(name, now) > now:
            return
        _ordered[name] = now + _TRUSTED
        with SetEnqueueOptions(deduplication_id=name, duplication_policy="return-existing"):
            await DBOS.enqueue_workflow_async(queue_of(kind, self._executor), _do, kind.value, subject)

    async def count_waiting(self) -> int:
        """How many jobs wait or run."""
        return len(await DBOS.list_workflows_async(status=["ENQUEUED", "PENDING"], load_input=False, load_output=False))

    async def delete_finished(self) -> None:
        """Remove the record of jobs that ended an hour ago and longer."""
        for name in [name for name, until in _ordered.items() if until < time.monotonic()]:
            _ordered.pop(name, None)
        until = (datetime.now(UTC) - _KEPT).isoformat()
        while ended := await DBOS.list_workflows_async(
            status=_FINISHED, end_time=until, limit=_FORGOTTEN_AT_ONCE, load_input=False, load_output=False
        ):
            await DBOS.delete_workflows_async([job.workflow_id for job in ended])

    async def recover_lost(self, list_present: Callable[[], Awaitable[Collection[str]]]) -> int:
        """Give back what executors had begun that are not present any more; how much that was.

        Only one process may do this at a time.
        """
        begun = await DBOS.list_workflows_async(status="PENDING", load_input=False, load_output=False)
        queues = [queue.name for queue in await DBOS.list_queues_async()]
        present = await list_present()  # last: whoever has begun something was there before that
        left = [one for one in begun if one.executor_id not in present]
        for queue in queues:
            if queue.startswith(_PRIVATE) and queue.removeprefix(_PRIVATE) not in present:
                left += await DBOS.list_workflows_async(
                    queue_name=queue, status="ENQUEUED", load_input=False, load_output=False
                )
                await DBOS.delete_queue_async(queue)
        for one in left:
            _log.warning("taken over from a lost process", action="job", executor=one.executor_id, id=one.workflow_id)
        await self._release(left)
        return len(left)

    async def recover_unrecorded(self, at: float) -> int:
        """Give back what this process has done without its end being recorded; how much that was.

        ``at`` is the time by a steady clock, in seconds: what is looked for must be found for a while.
        """
        begun = await DBOS.list_workflows_async(
            status="PENDING", executor_id=self._executor, load_input=False, load_output=False
        )
        idle = self._idle.find((one.workflow_id for one in begun), at)
        left = [one for one in begun if one.workflow_id in idle]
        for one in left:
            _log.warning("the end of a job was not recorded", action="job", id=one.workflow_id)
        await self._release(left)
        return len(left)

    async def _release(self, left: Sequence[WorkflowStatus]) -> None:
        """Give what nobody does any more to others.

        An errand goes to its queue again, for somebody waits for it. A job is an order to look at what the tables say,
        which others may have given anew meanwhile: it ends, so that the next order of its subject is not held off by
        it, and the two never run at once.
        """
        if gone := [one.workflow_id for one in left if one.name == _NAME]:
            await DBOS.cancel_workflows_async(gone)
            _ordered.clear()
        resumed = [one for one in left if one.name == rpc_server.WORKFLOW]
        for queue in {one.queue_name for one in resumed}:
            ids = [one.workflow_id for one in resumed if one.queue_name == queue]
            await DBOS.resume_workflows_async(ids, queue_name=queue)

    async def close(self, *, seconds: int = 5) -> None:
        """Stop taking jobs, wait at most ``seconds`` for those that run, and leave the rest for the next start."""
        await asyncio.to_thread(DBOS.destroy, workflow_completion_timeout_sec=seconds)
        # DBOS made its own pool of threads the loop's, and has shut it down
        asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(thread_name_prefix="asyncio"))
        _handlers.clear()
        rpc_server.set_rpc_queues({})


def queue_of(kind: JobKind, executor: str) -> str:
    """The queue of jobs of that kind that ``executor`` orders.

    Where several processes share the work, deliveries are done by who orders them: the one sender.
    """
    return kind.value if kind is not JobKind.DELIVERY or executor == SINGLE_EXECUTOR else f"{_PRIVATE}{executor}"


def _log_with_us() -> None:
    """Let DBOS's warnings go where all logs go, not to a stream of their own."""
    logger = logging.getLogger("dbos")
    logger.handlers.clear()
    logger.propagate = True
