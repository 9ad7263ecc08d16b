"""Runs work in worker processes: a text can exhaust its worker's time or memory, but never block the event loop.

Workers are spawned, never forked from a process with an event loop. Each loads what it needs once, before its first
job, and runs one job at a time within limits of time, processor time and memory. A job that exceeds a limit or is
cancelled ends with its worker, and another worker takes its place. :mod:`bot.fair_queue` decides who is next. Workers
ignore Ctrl-C (the program decides when they stop) and end when the program ends, however it ends.
"""

import asyncio
import contextlib
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from typing import Any, Final, ParamSpec, TypeVar

import structlog
from pebble import ProcessExpired, ProcessFuture, ProcessPool

from bot.domain.analysis import Analysis
from bot.domain.article import Article
from bot.errors import AttacheError, BusyError, ReadingError
from bot.fair_queue import FairQueue, Turn, current_requester
from bot.i18n.messages import translatable
from bot.metrics import READING, timed
from bot.nlp.engine_version import engine_version
from bot.nlp.worker_process import OUT_OF_MEMORY, OUT_OF_TIME, WorkerContext, prepare_worker, run_bounded
from bot.nlp.worker_tasks import analyse_text, load_analyser

P = ParamSpec("P")
T = TypeVar("T")

_log = structlog.get_logger(__name__)

# a worker that has not taken its job after these seconds never will
_START_SECONDS: Final = 60.0
_IDLE_SECONDS: Final = 60.0  # seconds after which an idle spare worker is ended
_NICE: Final = 5  # lower priority (nice) of long work
_QUEUE: Final = 16  # maximum share of waiting jobs for one requester


@dataclass(frozen=True, slots=True)
class Quick:
    """The jobs of the spare worker: at most ``size`` characters and bytes, for ``seconds`` of processor time.

    It serves requesters who used at most ``lately`` seconds in the last minute or so. A job that takes longer there is
    restarted among the long ones (it must be pure), and for a while its requester's other jobs go there too.
    """

    seconds: float
    size: int
    lately: float


class _TakesLonger(Exception):  # noqa: N818 - not an error, and never seen outside
    """The spare worker ended a job that must run in another worker."""


class WorkerPool:
    """Worker processes. A job that finds none free starts one, up to ``processes``; ``close`` ends them.

    ``processes`` jobs run at a time and ``waiting`` more may wait, in fair turns; each may take ``seconds``, and
    ``cpu_seconds`` of processor time (default: the same), and a worker may hold ``memory_mb`` MiB of data. Each worker
    calls ``load`` before its first job. ``quick`` adds one worker for people's short work alone.
    """

    def __init__(
        self,
        *,
        processes: int = 1,
        seconds: float = 180.0,
        cpu_seconds: float | None = None,
        memory_mb: int = 512,
        waiting: int = 32,
        load: Callable[[], object] | None = None,
        quick: Quick | None = None,
    ) -> None:
        self._seconds = seconds
        self._cpu_seconds = min(cpu_seconds or seconds, seconds)
        self._memory_mb = memory_mb
        self._quick = quick
        # the spare worker has priority over the others
        nice = [_NICE if quick else 0] * processes + [0] * bool(quick)
        self._workers = [_Worker(memory_mb, load or load_analyser, steps) for steps in nice]
        self._turns = FairQueue(
            len(self._workers),
            waiting=waiting,
            queue=min(waiting, _QUEUE) if quick else None,
            spare=int(quick is not None),
            quick=quick.lately if quick else 0.0,
        )
        self._closings = 0

    @property
    def engine(self) -> str:
        """The version of the engine in these workers."""
        return engine_version()

    async def analyse(self, article: Article) -> Analysis:
        """Analyse ``article`` in a worker. Raises ``ReadingError`` over a limit, or if too many texts wait."""
        with timed(READING):
            return await self.run(analyse_text, article.text, article.language)

    async def run(self, work: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Run ``work`` in a worker and return its result: ``asyncio.to_thread`` with limits.

        ``work`` must be importable, and arguments and results must pickle. Cancelling ends the worker. Raises
        ``ReadingError`` if a limit is exceeded, if ``work`` fails, or if too many jobs wait; an ``AttacheError`` of
        ``work`` is passed on.
        """
        closings = self._closings
        long = self._quick is not None and _measure(*args, *kwargs.values()) > self._quick.size
        if self._quick and (long or self._turns.full) and not current_requester().background:
            await self._get_spare_ready()
        try:
            return await self._take_turn(closings, long, work, *args, **kwargs)
        except _TakesLonger:
            return await self._take_turn(closings, True, work, *args, **kwargs)
        except BrokenProcessPool as error:
            raise ReadingError(translatable("reading-stopped-twice")) from error

    async def start(self) -> None:
        """Start the workers, except a spare one; they load in advance what they need."""
        for number, worker in enumerate(self._workers):
            if not self._turns.is_spare(number):
                await worker.start()

    async def close(self) -> None:
        """End the workers; running jobs raise ``ReadingError``. A later job would start new ones."""
        self._closings += 1
        await asyncio.gather(*(worker.discard() for worker in self._workers))

    async def _get_spare_ready(self) -> None:
        """Start the spare worker when people ask for much, so that it is ready for somebody who asks for little."""
        await self._workers[-1].start()
        self._workers[-1].end_when_idle()

    async def _take_turn(self, closings: int, long: bool, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        async with self._turns.turn(long=long) as turn:
            try:
                return await self._run_now(turn, closings, work, *args, **kwargs)
            except BrokenProcessPool:
                # a worker that died idle is noticed by the next job, which another worker then runs
                return await self._run_now(turn, closings, work, *args, **kwargs)

    async def _run_now(self, turn: Turn, closings: int, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run ``work``, unless the pool was closed since it was submitted, when ``closings`` was its count."""
        if closings != self._closings:
            raise BusyError(translatable("reading-stopped"))
        worker, spare = self._workers[turn.place], self._turns.is_spare(turn.place)
        cpu_seconds = self._quick.seconds if spare and self._quick else self._cpu_seconds
        try:
            async with asyncio.timeout(self._seconds + _START_SECONDS) as patience:
                answer: ProcessFuture[tuple[T, float]] = await worker.hand_over(
                    self._seconds, run_bounded, cpu_seconds, work, *args, **kwargs
                )
                value, cost = await asyncio.wrap_future(answer)
                turn.cost = cost  # not the time for starting a process, or when others have the processor
                return value
        except TimeoutError as error:
            if patience.expired():
                await worker.discard()
            raise ReadingError(translatable("reading-too-slow", seconds=self._seconds)) from error
        except ProcessExpired as error:
            if error.exitcode == OUT_OF_MEMORY:
                raise ReadingError(translatable("reading-too-large", limit=self._memory_mb)) from error
            if error.exitcode in {OUT_OF_TIME, -OUT_OF_TIME}:
                if spare and self._quick and cpu_seconds < self._cpu_seconds:
                    turn.cost = 2 * self._quick.lately
                    raise _TakesLonger from error
                raise ReadingError(translatable("reading-too-slow", seconds=cpu_seconds)) from error
            raise ReadingError(translatable("reading-ended-early")) from error
        except (AttacheError, BrokenProcessPool):
            raise
        except Exception as error:  # work may fail in any way; people get a message, and the log the cause
            _log.exception("reading failed", action="read")
            raise ReadingError(translatable("reading-failed")) from error
        finally:
            if spare:
                worker.end_when_idle()


@dataclass(slots=True)
class _Worker:
    """A worker process: started by its first job, and again after its end."""

    memory_mb: int
    load: Callable[[], object]
    nice: int
    _pool: ProcessPool | None = None
    _starting: asyncio.Lock = field(default_factory=asyncio.Lock)
    _answers: set[Future[Any]] = field(default_factory=set)
    _ending: asyncio.TimerHandle | None = None

    async def hand_over(
        self, seconds: float, work: Callable[..., T], /, *args: object, **kwargs: object
    ) -> ProcessFuture[T]:
        """Give the process its next job, and end it after ``seconds``. Raises ``BrokenProcessPool``."""
        if self._ending:
            self._ending.cancel()
        pool = await self.start()
        try:
            answer = pool.schedule(work, args=args, kwargs=kwargs, timeout=seconds)
        except RuntimeError as error:
            raise BrokenProcessPool(str(error)) from error
        self._answers.add(answer)
        answer.add_done_callback(self._answers.discard)
        return answer

    async def start(self) -> ProcessPool:
        """Start the process if there is none."""
        async with self._starting:
            if self._pool is not None and not self._pool.active:
                await self.discard()
            if self._pool is None:
                self._pool = ProcessPool(
                    max_workers=1,
                    context=WorkerContext(),
                    initializer=prepare_worker,
                    initargs=(self.memory_mb, self.load, self.nice),
                )
                # asking a new pool whether it is active starts it: some 10 ms per process, so not on the event loop
                await asyncio.to_thread(lambda pool: pool.active, self._pool)
            return self._pool

    async def discard(self) -> None:
        """End the process; whoever waits for its result gets an error that the pool broke."""
        if self._ending:
            self._ending.cancel()
        pool, self._pool = self._pool, None
        answers = tuple(self._answers)
        if pool is not None:
            await asyncio.to_thread(_stop, pool)
        for answer in answers:
            if not answer.done():
                answer.set_exception(BrokenProcessPool("the pool was discarded"))

    def end_when_idle(self) -> None:
        """End the process after a while without jobs, because it holds memory that is seldom needed."""
        if self._ending:
            self._ending.cancel()
        self._ending = asyncio.get_running_loop().call_later(_IDLE_SECONDS, self._end)

    def _end(self) -> None:
        if self._answers:  # it has a job, after which this is called again
            return
        pool, self._pool = self._pool, None
        if pool is not None:
            asyncio.get_running_loop().run_in_executor(None, _stop, pool)


def _measure(*values: object) -> int:
    """Characters and bytes of a job's arguments, as far as they are easily measured."""
    return sum(len(value) for value in values if isinstance(value, str | bytes))


def _stop(pool: ProcessPool) -> None:
    pool.stop()  # type: ignore[no-untyped-call]  # pebble leaves it without annotations
    # a broken pool may not stop cleanly; its workers end with their channel
    with contextlib.suppress(RuntimeError, OSError):
        pool.join()
