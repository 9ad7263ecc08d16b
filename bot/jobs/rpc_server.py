"""Server side of remote calls: DBOS delivers them, analysis processes run them, and DBOS returns the results.

Somebody waits for each call, so it must not get stuck. Every few seconds each worker finds calls whose worker is lost,
and calls that it started itself and whose end DBOS could not record, and puts them back into their queue. A call may
contain a person's text. The client deletes it with its result; what a lost client left is deleted here within the hour.
"""

import asyncio
import logging
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, Final

import structlog
from dbos import DBOS
from dbos import error as dbos_error
from sqlalchemy import make_url
from sqlalchemy.exc import SQLAlchemyError

from bot.archive.timeouts import connect_options
from bot.concurrency import Offload, background_tasks
from bot.errors import ArchiveError, AttacheError, ReadingError
from bot.fair_queue import Requester, working_for
from bot.i18n.messages import translatable
from bot.jobs.rpc import APPLICATION, PROCEDURES, VERSION, WORKFLOW, RpcResult
from bot.jobs.rpc_codec import JsonSerializer

LOOK_EVERY: Final = 5.0
"""Seconds between two checks for stuck calls."""
UNSEEN: Final = 3
"""Checks after which a call that this process started but does not run is stuck; until then it may be in transit."""
PRUNE_EVERY: Final = 3600.0
KEPT: Final = timedelta(hours=1)
"""How long an ended call is kept if its client does not delete it."""

_POLLING = 0.25  # seconds between two polls of a queue; somebody waits for the result
_CONNECTIONS = 10
_ENDING = 5  # seconds for running calls to finish when the program stops
_AT_ONCE = 1000
_ENDED = ["SUCCESS", "ERROR", "CANCELLED", "MAX_RECOVERY_ATTEMPTS_EXCEEDED"]

_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class RpcQueue:
    """Where this process runs the calls of one queue, and how many in parallel."""

    offload: Offload
    at_once: int


# DBOS finds a workflow by its name, so there is one function for the whole process
_queues: dict[str, RpcQueue] = {}
_in_flight: set[str] = set()


@DBOS.workflow(name=WORKFLOW)
async def run_call(name: str, args: tuple[Any, ...], kwargs: dict[str, Any], requester: str = "") -> RpcResult:
    """Run the procedure ``name`` with ``args`` and ``kwargs`` for the person ``requester``."""
    queue_name, work = PROCEDURES.get(name, ("", None))
    queue = _queues.get(queue_name)
    if work is None or queue is None:
        _log.error("a call that this process cannot run", action="rpc", call=name)
        return RpcResult(error=ReadingError(translatable("reading-other-version")))
    ident = DBOS.workflow_id or ""
    _in_flight.add(ident)
    try:
        with working_for(Requester(requester, background=not requester)):
            return RpcResult(await queue.offload(work, *args, **kwargs))
    except AttacheError as error:
        return RpcResult(error=error)
    except Exception:  # noqa: BLE001 - the caller gets a message, as from a local pool
        # an argument may be a person's text, so the log gets the error without it
        _log.exception("a call failed", action="rpc", call=name)
        return RpcResult(error=ReadingError(translatable("reading-this-failed")))
    finally:
        _in_flight.discard(ident)


@dataclass(slots=True)
class RpcServer:
    """Maintains the queues of calls. ``executor`` is this process; ``list_present`` returns all present executors."""

    executor: str
    list_present: Callable[[], Awaitable[Collection[str]]]
    _unseen: Counter[str] = field(default_factory=Counter)

    async def run(self) -> None:
        """Requeue stuck calls and delete old ones until cancelled."""
        loop = asyncio.get_running_loop()
        pruned_at = float("-inf")
        while True:
            try:
                await self.requeue_stuck()
                if loop.time() - pruned_at >= PRUNE_EVERY:
                    await self.prune()
                    pruned_at = loop.time()
            except Exception:  # noqa: BLE001 - the next check may find the database working
                _log.warning("remote calls cannot be maintained", action="rpc", exc_info=True)
            await asyncio.sleep(LOOK_EVERY)

    async def requeue_stuck(self) -> int:
        """Put calls that no process runs any more back into their queues. Returns their number."""
        begun = await DBOS.list_workflows_async(name=WORKFLOW, status="PENDING", load_input=False, load_output=False)
        present = await self.list_present()  # queried last, because an executor registers before it starts a call
        mine = {one.workflow_id for one in begun if one.executor_id == self.executor} - _in_flight
        self._unseen = Counter({ident: self._unseen[ident] + 1 for ident in mine})
        stuck = [one for one in begun if one.executor_id not in present or self._unseen[one.workflow_id] >= UNSEEN]
        for one in stuck:
            _log.warning("a call is put back", action="rpc", executor=one.executor_id, id=one.workflow_id)
        for queue in {one.queue_name for one in stuck}:
            ids = [one.workflow_id for one in stuck if one.queue_name == queue]
            await DBOS.resume_workflows_async(ids, queue_name=queue)
        return len(stuck)

    async def prune(self) -> None:
        """Delete calls that ended over an hour ago, and the jobs and queues of earlier releases."""
        until = (datetime.now(UTC) - KEPT).isoformat()
        for over in ({"status": _ENDED, "end_time": until}, {"name": "job"}):
            while found := await DBOS.list_workflows_async(**over, limit=_AT_ONCE, load_input=False, load_output=False):
                await DBOS.delete_workflows_async([one.workflow_id for one in found])
        for queue in await DBOS.list_queues_async():
            if queue.name not in _queues:
                await DBOS.delete_queue_async(queue.name)


@asynccontextmanager
async def serve_rpc(
    url: str, queues: Mapping[str, RpcQueue], *, executor: str, list_present: Callable[[], Awaitable[Collection[str]]]
) -> AsyncIterator[RpcServer]:
    """Serve the calls of ``queues`` within the context, once per process. Raises ``ArchiveError``."""
    _queues.clear()
    _queues.update(queues)
    options = {"application_name": "dbos_transact", **connect_options(make_url(url))}
    DBOS(
        config={
            "name": APPLICATION,
            "system_database_url": url,
            "executor_id": executor,
            "application_version": VERSION,
            "serializer": JsonSerializer(),
            "log_level": "WARNING",
            "sys_db_pool_size": _CONNECTIONS,
            # testing the connection first would take as long as the query, which DBOS repeats
            "db_engine_kwargs": {"pool_pre_ping": False, "connect_args": options},
        }
    )
    _log_with_us()
    try:
        DBOS.listen_queues(list(queues))
        DBOS.launch()
        for name, queue in queues.items():
            await DBOS.register_queue_async(
                name,
                worker_concurrency=queue.at_once,
                polling_interval_sec=_POLLING,
                on_conflict="always_update",
            )
    except (dbos_error.DBOSBaseException, SQLAlchemyError, OSError) as error:
        DBOS.destroy()
        raise ArchiveError(translatable("archive-jobs-unopened")) from error
    server = RpcServer(executor, list_present)
    try:
        async with background_tasks(server.run()):
            yield server
    finally:
        # DBOS replaced the loop's thread pool with its own, which it shuts down well before it has ended
        asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(thread_name_prefix="asyncio"))
        await asyncio.to_thread(DBOS.destroy, workflow_completion_timeout_sec=_ENDING)
        _queues.clear()


def _log_with_us() -> None:
    """Send DBOS's warnings to the program's log instead of a stream of their own."""
    logger = logging.getLogger("dbos")
    logger.handlers.clear()
    logger.propagate = True
