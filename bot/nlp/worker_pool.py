"""Work in worker processes: a text can cost its reader time and memory, never the event loop or the program.

Rules: workers are spawned, never forked from a process that runs an event loop; each loads what it needs once, before
its first job; each runs one job at a time under limits of time, processor time and memory; a job that is over a limit
or cancelled ends with its worker, and another worker takes its place. Who comes next is decided by
:mod:`bot.fair_queue`. Workers ignore Ctrl-C (the program decides when they stop) and end when the program ends, however
it ends.
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

# a worker that has not taken its job this many seconds after it should have never will
_START_SECONDS: Final = 60.0
_IDLE_SECONDS: Final = 60.0  # after which a spare worker that nobody needs is ended
_NICE: Final = 5  # steps of priority that long work yields
_QUEUE: Final = 16  # jobs of one requester that wait, of all that may


@dataclass(frozen=True, slots=True)
class Quick:
    """What the spare worker takes: jobs given at most ``size`` characters and bytes, for ``seconds`` of processor time.

    It takes them of those who used at most ``lately`` seconds in the last minute or so. A job that takes longer there
    begins again among the long ones (it must be pure), and for a while its requester's others go there, too.
    """

    seconds: float
    size: int
    lately: float


class _TakesLonger(Exception):  # noqa: N818 - no error, and never seen outside
    """A job was ended at the spare worker; it is to be done by another."""


class WorkerPool:
    """Worker processes that read. A job that finds none free starts one, up to ``processes``; ``close`` ends them.

    ``processes`` jobs run at a time and ``waiting`` more may wait, in fair turns; each may take ``seconds``, and
    ``cpu_seconds`` of processor time (as many, where left out), and a worker may hold ``memory_mb`` MiB of data.
    ``load`` is what each worker does before its first job. With ``quick`` there is one worker more, for people's short
    work alone.
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
        # where there is a spare worker, it goes before the others at the processor
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
        """Start the workers but a spare one; they load by themselves what they need, so that they are soon ready."""
        for number, worker in enumerate(self._workers):
            if not self._turns.is_spare(number):
                await worker.start()

    async def close(self) -> None:
        """End the workers; what they were reading ends with a ``ReadingError``. Another job would start others."""
        self._closings += 1
        await asyncio.gather(*(worker.discard() for worker in self._workers))

    async def _get_spare_ready(self) -> None:
        """Start the spare worker where people ask for much: it is there when somebody comes who asks for little."""
        await self._workers[-1].start()
        self._workers[-1].end_when_idle()

    async def _take_turn(self, closings: int, long: bool, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        async with self._turns.turn(long=long) as turn:
            try:
                return await self._run_now(turn, closings, work, *args, **kwargs)
            except BrokenProcessPool:
                # a worker that died without a job is found out by the next, which another worker then does
                return await self._run_now(turn, closings, work, *args, **kwargs)

    async def _run_now(self, turn: Turn, closings: int, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run ``work`` unless the pool was closed since it was asked to, when ``closings`` was its count of that."""
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
                turn.cost = cost  # not the time in which a process starts, or others have the processor
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
        except Exception as error:  # work fails as it likes; people get a sentence, and the log the cause
            _log.exception("reading failed", action="read")
            raise ReadingError(translatable("reading-failed")) from error
        finally:
            if spare:
                worker.end_when_idle()


@dataclass(slots=True)
class _Worker:
    """One process: started by its first job, and anew after its end."""

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
        """Give the process its next job, which ends it after ``seconds``. Raises ``BrokenProcessPool``."""
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
        """Start the process where there is none."""
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
                # asking a new pool whether it is active starts it: some 10 ms a process, so not on the event loop
                await asyncio.to_thread(lambda pool: pool.active, self._pool)
            return self._pool

    async def discard(self) -> None:
        """End the process; who waits for its answer is told that the pool broke."""
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
        """End the process when it has had no job for a while: it holds memory that is seldom needed."""
        if self._ending:
            self._ending.cancel()
        self._ending = asyncio.get_running_loop().call_later(_IDLE_SECONDS, self._end)

    def _end(self) -> None:
        if self._answers:  # it has a job, after which this is asked for again
            return
        pool, self._pool = self._pool, None
        if pool is not None:
            asyncio.get_running_loop().run_in_executor(None, _stop, pool)


def _measure(*values: object) -> int:
    """Characters and bytes of what a job is given, as far as they are easily seen."""
    return sum(len(value) for value in values if isinstance(value, str | bytes))


def _stop(pool: ProcessPool) -> None:
    pool.stop()  # type: ignore[no-untyped-call]  # pebble leaves it without annotations
    # a pool that broke may not stop cleanly; its workers end with their channel
    with contextlib.suppress(RuntimeError, OSError):
        pool.join()
