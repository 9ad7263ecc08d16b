"""Reading in worker processes: a text can cost its reader time and memory, never the event loop or the program.

Rules: workers are spawned, never forked from a process that runs an event loop; each loads the model once, before its
first text; each runs one job at a time under a limit of seconds and of memory; a job that is over a limit or cancelled
ends with its worker, and another worker takes its place. Workers ignore Ctrl-C (the program decides when they stop)
and end when the program ends, however it ends.
"""

import asyncio
import contextlib
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from typing import Any, Final, ParamSpec, TypeVar

import structlog
from pebble import ProcessExpired, ProcessFuture, ProcessPool

from bot.domain.analysis import Analysis
from bot.domain.article import Article
from bot.errors import AttacheError, BusyError, ReadingError
from bot.metrics import READING, timed
from bot.reading.engine import engine_version
from bot.reading.jobs import analyse_text, load_reader
from bot.reading.worker import OUT_OF_MEMORY, WorkerContext, prepare_worker, run_bounded
from bot.words.speech import worded

P = ParamSpec("P")
T = TypeVar("T")

_log = structlog.get_logger(__name__)

# a worker that has not taken its job this many seconds after it should have never will
_START_SECONDS: Final = 60.0


class ReadingPool:
    """Worker processes that read. The first job starts them, or ``start``; end them with ``close``.

    ``processes`` jobs run at a time and ``waiting`` more may wait; each may take ``seconds``, and a worker may hold
    ``memory_mb`` MiB of data. ``load`` is what each worker does before its first job.
    """

    def __init__(
        self,
        *,
        processes: int = 1,
        seconds: float = 180.0,
        memory_mb: int = 512,
        waiting: int = 32,
        load: Callable[[], object] | None = None,
    ) -> None:
        self._processes = processes
        self._seconds = seconds
        self._memory_mb = memory_mb
        self._load = load or load_reader
        self._places = processes + waiting
        # a job is handed over only when a worker is free for it: one that waits here is cancelled at no cost
        self._free = asyncio.Semaphore(processes)
        self._starting = asyncio.Lock()
        self._pool: ProcessPool | None = None
        self._answers: set[Future[Any]] = set()
        self._closings = 0

    @property
    def engine(self) -> str:
        """Version of the engine that reads here."""
        return engine_version()

    async def analyse(self, article: Article) -> Analysis:
        """Read ``article`` in a worker. Raises ``ReadingError`` when over a limit, or when too many texts wait."""
        with timed(READING):
            return await self.run(analyse_text, article.text, article.language)

    async def run(self, work: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """What ``work`` returns, run in a worker: ``asyncio.to_thread`` with limits.

        ``work`` must be importable, and what goes in and out must pickle. Cancelling ends the worker that runs it.
        Raises ``ReadingError`` when over a limit, when ``work`` fails, or when too many jobs wait; an ``AttacheError``
        of ``work`` comes as it is.
        """
        if not self._places:
            raise BusyError(worded("reading-busy"))
        self._places -= 1
        closings = self._closings
        try:
            async with self._free:
                try:
                    return await self._run_now(closings, work, *args, **kwargs)
                except BrokenProcessPool:
                    # a worker that dies without a job takes the whole pool with it; the next pool does the job
                    return await self._run_now(closings, work, *args, **kwargs)
        except BrokenProcessPool as error:
            raise ReadingError(worded("reading-stopped-twice")) from error
        finally:
            self._places += 1

    async def start(self) -> None:
        """Start the workers, which then load by themselves what they need, so that the first job finds them ready."""
        await self._started()

    async def close(self) -> None:
        """End the workers; what they were reading ends with a ``ReadingError``. Another job would start others."""
        self._closings += 1
        await self._discard()

    async def _run_now(self, closings: int, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run ``work`` unless the pool was closed since it was asked to, when ``closings`` was its count of that."""
        if closings != self._closings:
            raise BusyError(worded("reading-stopped"))
        pool = await self._started()
        try:
            async with asyncio.timeout(self._seconds + _START_SECONDS) as patience:
                answer = self._hand_over(pool, work, *args, **kwargs)
                return await asyncio.wrap_future(answer)
        except TimeoutError as error:
            if patience.expired():
                await self._discard()
            raise ReadingError(worded("reading-too-slow", seconds=self._seconds)) from error
        except ProcessExpired as error:
            if error.exitcode == OUT_OF_MEMORY:
                raise ReadingError(worded("reading-too-large", limit=self._memory_mb)) from error
            raise ReadingError(worded("reading-ended-early")) from error
        except (AttacheError, BrokenProcessPool):
            raise
        except Exception as error:  # work fails as it likes; people get a sentence, and the log the cause
            _log.exception("reading failed", action="read")
            raise ReadingError(worded("reading-failed")) from error

    def _hand_over(
        self, pool: ProcessPool, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs
    ) -> ProcessFuture[T]:
        try:
            answer = pool.schedule(run_bounded, args=(work, *args), kwargs=kwargs, timeout=self._seconds)
        except RuntimeError as error:
            raise BrokenProcessPool(str(error)) from error
        self._answers.add(answer)
        answer.add_done_callback(self._answers.discard)
        return answer

    async def _discard(self) -> None:
        """End the workers; who waits for one of them is told that the pool broke."""
        pool, self._pool = self._pool, None
        answers = tuple(self._answers)
        if pool is not None:
            await asyncio.to_thread(_stop, pool)
        for answer in answers:
            if not answer.done():
                answer.set_exception(BrokenProcessPool("the pool was discarded"))

    async def _started(self) -> ProcessPool:
        async with self._starting:
            if self._pool is not None and not self._pool.active:
                await self._discard()
            if self._pool is None:
                self._pool = ProcessPool(
                    max_workers=self._processes,
                    context=WorkerContext(),
                    initializer=prepare_worker,
                    initargs=(self._memory_mb, self._load),
                )
                # asking a new pool whether it is active starts it: some 10 ms a process, so not on the event loop
                await asyncio.to_thread(lambda pool: pool.active, self._pool)
            return self._pool


def _stop(pool: ProcessPool) -> None:
    pool.stop()  # type: ignore[no-untyped-call]  # pebble leaves it without annotations
    # a pool that broke may not stop cleanly; its workers end with their channel
    with contextlib.suppress(RuntimeError, OSError):
        pool.join()
