"""Client side of remote calls: a process without analysis workers calls functions in a worker and awaits the results.

An argument may be a person's text, so a call is deleted from the database as soon as its result has arrived or nobody
waits for it any more. One query polls for all awaited results.
"""

import asyncio
import contextlib
import logging
import uuid
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any, Final, ParamSpec, TypeVar, cast

import structlog
from dbos import DBOSClient, EnqueueOptions
from dbos import error as dbos_error
from sqlalchemy import Engine, create_engine, event, make_url
from sqlalchemy.exc import SQLAlchemyError

from bot.archive.psycopg_timeouts import use_timeout_connections
from bot.archive.timeouts import connect_options, set_statement_timeouts
from bot.concurrency import background_tasks
from bot.domain.analysis import Analysis
from bot.domain.article import Article
from bot.errors import BusyError, ReadingError
from bot.fair_queue import FairQueue, current_requester
from bot.i18n.messages import translatable
from bot.jobs.rpc import APPLICATION, PROCEDURES, VERSION, WORKFLOW, RpcResult, rpc_name
from bot.jobs.rpc_codec import JsonSerializer
from bot.nlp.engine_version import engine_version
from bot.nlp.worker_tasks import analyse_text

P = ParamSpec("P")
T = TypeVar("T")

EVERY: Final = 0.15
"""Seconds between two polls, while any result is awaited."""
AWAY: Final = 2.0
"""Seconds between two polls while the database does not respond."""
SLACK: Final = 60.0
"""Seconds to wait beyond an analysis's time limit: longer than it takes to detect a lost worker."""
ENQUEUE_SECONDS: Final = 15.0
"""Seconds in which a call must be recorded."""
DELETE_SECONDS: Final = 5.0
"""Seconds in which its record must be deleted."""
EACH: Final = 4
"""Calls of one person in flight: workers take calls in order, so a flood must be held back here."""

_CONNECTIONS = 4
_ENDED = ["SUCCESS", "ERROR", "CANCELLED", "MAX_RECOVERY_ATTEMPTS_EXCEEDED"]

_log = structlog.get_logger(__name__)


class RpcClient:
    """Runs functions in workers; ``waiting`` calls at most, ``EACH`` per person, ``SLACK`` over ``seconds`` each."""

    def __init__(self, client: DBOSClient, *, seconds: float, waiting: int) -> None:
        self._client = client
        self._seconds = seconds + SLACK
        self._turns = FairQueue(waiting, waiting=waiting, share=min(EACH, waiting))
        self._awaited: dict[str, asyncio.Future[RpcResult]] = {}
        self._some = asyncio.Event()

    @property
    def engine(self) -> str:
        """The version of the analysis engine; workers with another version analyse again."""
        return engine_version()

    async def analyse(self, article: Article) -> Analysis:
        """Analyse ``article`` in a worker. Raises ``ReadingError``."""
        return await self.run(analyse_text, article.text, article.language)

    async def run(self, work: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Run ``work``, one of ``PROCEDURES``, in a worker and return its result. Raises ``ReadingError``."""
        name = rpc_name(work)
        queue, _ = PROCEDURES[name]
        async with self._turns.turn():
            answer = await self._call(queue, name, args, kwargs)
        if answer.error is not None:
            raise answer.error
        return cast("T", answer.value)

    async def poll(self) -> None:
        """Poll for awaited results until cancelled."""
        while True:
            await self._some.wait()
            try:
                await self._receive()
            except (dbos_error.DBOSBaseException, SQLAlchemyError, OSError) as error:
                _log.warning("results of calls cannot be polled", action="rpc", error=type(error).__name__)
                await asyncio.sleep(AWAY)
            else:
                await asyncio.sleep(EVERY)

    async def _call(self, queue: str, name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> RpcResult:
        ident = str(uuid.uuid4())
        where: EnqueueOptions = {
            "queue_name": queue,
            "workflow_name": WORKFLOW,
            "app_version": VERSION,
            "workflow_id": ident,
        }
        try:
            async with asyncio.timeout(min(ENQUEUE_SECONDS, self._seconds)):
                await self._client.enqueue_async(where, name, args, kwargs, current_requester().name)
        except (dbos_error.DBOSBaseException, SQLAlchemyError, OSError) as error:  # a TimeoutError is an OSError
            _log.warning("a call cannot be made", action="rpc", call=name, error=type(error).__name__)
            await self._forget(ident)
            raise BusyError(translatable("reading-unavailable")) from error
        answer: asyncio.Future[RpcResult] = asyncio.get_running_loop().create_future()
        self._awaited[ident] = answer
        self._some.set()
        try:
            async with asyncio.timeout(self._seconds):
                return await answer
        except TimeoutError:
            _log.warning("no worker has answered", action="rpc", call=name)
            raise BusyError(translatable("reading-unanswered")) from None
        finally:
            del self._awaited[ident]
            if not self._awaited:
                self._some.clear()
            await asyncio.shield(self._forget(ident))

    async def _receive(self) -> None:
        found = await self._client.list_workflows_async(
            workflow_ids=list(self._awaited), status=_ENDED, load_input=False
        )
        for one in found:
            if (waiting := self._awaited.get(one.workflow_id)) and not waiting.done():
                lost = RpcResult(error=ReadingError(translatable("reading-broken-off")))
                waiting.set_result(one.output if isinstance(one.output, RpcResult) else lost)

    async def _forget(self, ident: str) -> None:
        with contextlib.suppress(dbos_error.DBOSBaseException, SQLAlchemyError, OSError):
            async with asyncio.timeout(DELETE_SECONDS):  # what is left, a worker deletes within the hour
                await self._client.delete_workflows_async([ident])


@asynccontextmanager
async def open_rpc_client(url: str, *, seconds: float, waiting: int) -> AsyncIterator[RpcClient]:
    """Open a client that calls workers through the database at ``url``."""
    logging.getLogger("dbos").setLevel(logging.WARNING)
    engine = _open_engine(url)
    client = DBOSClient(
        system_database_engine=engine,
        application_name=APPLICATION,
        serializer=JsonSerializer(),
        lazy=True,
        retry_connection_errors=False,
    )
    opened = RpcClient(client, seconds=seconds, waiting=waiting)
    try:
        async with background_tasks(opened.poll()):
            yield opened
    finally:
        await asyncio.to_thread(_close, client, engine)


def _close(client: DBOSClient, engine: Engine) -> None:
    # the thread of a poll that was cancelled may still give a connection back, or take one
    event.listen(engine, "checkin", lambda _connection, record: record.invalidate())
    client.destroy()
    engine.dispose()


def _open_engine(url: str) -> Engine:
    """An engine as DBOS itself would make it, whose threads do not wait for ever for a server that is silent."""
    address = make_url(url)
    engine = create_engine(
        address,
        hide_parameters=True,
        connect_args={"application_name": "dbos_transact_client", **connect_options(address)},
        pool_size=_CONNECTIONS,
        max_overflow=0,
        pool_timeout=ENQUEUE_SECONDS,
        pool_pre_ping=True,
    )
    use_timeout_connections(engine)
    set_statement_timeouts(engine)
    return engine
