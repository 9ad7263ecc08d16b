"""Asking: a process without a reader has workers read, and waits for the answer without holding anything up.

What is asked may be a person's text: its record is deleted as soon as the answer is there, or nobody waits for it any
more. All that is waited for is looked for in one question to the database.
"""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any, Final, ParamSpec, TypeVar, cast

import structlog
from dbos import DBOSClient, WorkflowHandleAsync
from dbos import error as dbos_error
from sqlalchemy.exc import SQLAlchemyError

from bot.background import background_tasks
from bot.domain.analysis import Analysis
from bot.domain.article import Article
from bot.errors import BusyError, ReadingError
from bot.fair_queue import FairQueue, current_requester
from bot.i18n.messages import translatable
from bot.jobs import rpc_server
from bot.jobs.job_queue import APPLICATION, VERSION
from bot.jobs.rpc_server import PROCEDURES, RpcResult
from bot.jobs.serializer import JsonSerializer
from bot.nlp.engine_version import engine_version
from bot.nlp.worker_tasks import analyse_text

P = ParamSpec("P")
T = TypeVar("T")

EVERY: Final = 0.15
"""Seconds between two looks for answers, while any is waited for."""
AWAY: Final = 2.0
"""The same while the database does not answer."""
SLACK: Final = 60.0
"""Seconds beyond the time limit of a reading after which no answer is waited for: longer than losing a worker takes."""
EACH: Final = 4
"""Errands of one person that are given at a time: workers take them in order, so that a flood must not get there."""

_CONNECTIONS = 4
_ENDED = ["SUCCESS", "ERROR", "CANCELLED", "MAX_RECOVERY_ATTEMPTS_EXCEEDED"]

_log = structlog.get_logger(__name__)


class RpcClient:
    """Has workers do what a pool of reading processes does elsewhere; use it within :func:`asking`.

    ``waiting`` errands may be given at a time, ``EACH`` of one person, and as many may wait to be; each is waited for
    for ``seconds`` and some more.
    """

    def __init__(self, client: DBOSClient, *, seconds: float, waiting: int) -> None:
        self._client = client
        self._seconds = seconds + SLACK
        self._turns = FairQueue(waiting, waiting=waiting, share=min(EACH, waiting))
        self._awaited: dict[str, asyncio.Future[RpcResult]] = {}
        self._some = asyncio.Event()

    @property
    def engine(self) -> str:
        """Version of the engine that reads: workers of another read again."""
        return engine_version()

    async def analyse(self, article: Article) -> Analysis:
        """Have ``article`` read. Raises ``ReadingError``."""
        return await self.run(analyse_text, article.text, article.language)

    async def run(self, work: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """What ``work``, one of the errands that are known, returns at a worker. Raises ``ReadingError``."""
        name = rpc_server.rpc_name(work)
        queue, _ = PROCEDURES[name]
        async with self._turns.turn():
            answer = await self._ask(queue, name, args, kwargs)
        if answer.error is not None:
            raise answer.error
        return cast("T", answer.value)

    async def poll(self) -> None:
        """Look for answers until cancelled, while any is waited for."""
        while True:
            await self._some.wait()
            try:
                await self._look()
            except (dbos_error.DBOSBaseException, SQLAlchemyError, OSError) as error:
                _log.warning("answers cannot be looked for", action="errand", error=type(error).__name__)
                await asyncio.sleep(AWAY)
            else:
                await asyncio.sleep(EVERY)

    async def _ask(self, queue: str, name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> RpcResult:
        try:
            handle: WorkflowHandleAsync[RpcResult] = await self._client.enqueue_async(
                {"queue_name": queue, "workflow_name": rpc_server.WORKFLOW, "app_version": VERSION},
                name,
                args,
                kwargs,
                current_requester().name,
            )
        except (dbos_error.DBOSBaseException, SQLAlchemyError, OSError) as error:
            _log.warning("an errand cannot be given", action="errand", errand=name, exc_info=error)
            raise BusyError(translatable("reading-unavailable")) from error
        ident = handle.get_workflow_id()
        answer: asyncio.Future[RpcResult] = asyncio.get_running_loop().create_future()
        self._awaited[ident] = answer
        self._some.set()
        try:
            async with asyncio.timeout(self._seconds):
                return await answer
        except TimeoutError:
            _log.warning("no worker has answered", action="errand", errand=name)
            raise BusyError(translatable("reading-unanswered")) from None
        finally:
            del self._awaited[ident]
            if not self._awaited:
                self._some.clear()
            await asyncio.shield(self._forget(ident))

    async def _look(self) -> None:
        found = await self._client.list_workflows_async(
            workflow_ids=list(self._awaited), status=_ENDED, load_input=False
        )
        for one in found:
            if (waiting := self._awaited.get(one.workflow_id)) and not waiting.done():
                lost = RpcResult(error=ReadingError(translatable("reading-broken-off")))
                waiting.set_result(one.output if isinstance(one.output, RpcResult) else lost)

    async def _forget(self, ident: str) -> None:
        with contextlib.suppress(dbos_error.DBOSBaseException, SQLAlchemyError, OSError):
            await self._client.delete_workflows_async([ident])


@asynccontextmanager
async def open_rpc_client(url: str, *, seconds: float, waiting: int) -> AsyncIterator[RpcClient]:
    """Ask workers over the record of jobs at ``url`` within the context; see :class:`RpcClient`."""
    logging.getLogger("dbos").setLevel(logging.WARNING)
    client = DBOSClient(
        system_database_url=url,
        application_name=APPLICATION,
        system_database_pool_size=_CONNECTIONS,
        serializer=JsonSerializer(),
        lazy=True,
        retry_connection_errors=False,
    )
    asked = RpcClient(client, seconds=seconds, waiting=waiting)
    try:
        async with background_tasks(asked.poll()):
            yield asked
    finally:
        await asyncio.to_thread(client.destroy)
