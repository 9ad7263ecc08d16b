"""Inside a worker process: its limits, its signals, and its end when the parent process is gone."""

import contextlib
import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable
from multiprocessing.context import SpawnContext, SpawnProcess
from typing import Final, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

# exit status of a worker whose job took too much memory
OUT_OF_MEMORY: Final = 75
# how libraries in C++ tell that they got no memory
_NO_MEMORY: Final = ("bad_alloc", "Failed to allocate memory")
# the signal by which the system ends a worker whose job took too much processor time
OUT_OF_TIME: Final = int(getattr(signal, "SIGPROF", 0))


class _WorkerProcess(SpawnProcess):
    """A process that starts with Ctrl-C blocked, so that none arrives before it is ignored."""

    def start(self) -> None:
        """Start the process."""
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            super().start()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)


class WorkerContext(SpawnContext):
    """Starts worker processes afresh, without a copy of the parent's memory, threads or open files."""

    Process = _WorkerProcess


def prepare_worker(memory_mb: int, load: Callable[[], object], nice: int = 0) -> None:
    """Limit this process, at ``nice`` lower priority, and load what its jobs need, before its first job."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _limit_memory(memory_mb)
    if nice and hasattr(os, "nice"):  # absent on Windows
        os.nice(nice)
    # the first job that needs something missing reports it, in words for a person
    with contextlib.suppress(Exception):
        load()


def run_bounded(cpu_seconds: float, work: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> tuple[T, float]:
    """Run a job; return its result and its seconds of processor time. After ``cpu_seconds`` the system ends the
    process.

    The process also ends when memory runs out, because its state is then unknown.
    """
    try:
        _limit_time(cpu_seconds)
        before = time.process_time()
        return work(*args, **kwargs), time.process_time() - before
    except Exception as error:
        if isinstance(error, MemoryError) or any(words in str(error) for words in _NO_MEMORY):
            os._exit(OUT_OF_MEMORY)
        raise
    finally:
        _limit_time(0)


def _limit_time(cpu_seconds: float) -> None:
    if OUT_OF_TIME:  # absent on Windows, where only wall-clock time limits a job
        signal.setitimer(signal.ITIMER_PROF, cpu_seconds)


def _limit_memory(memory_mb: int) -> None:
    try:
        import resource  # noqa: PLC0415 - absent on Windows, where nothing limits a process
    except ImportError:
        return
    # data, not address space: a worker that uses 240 MiB has 330 of data and maps more (50,000 words, 100 pages)
    limit = memory_mb * 1024 * 1024
    with contextlib.suppress(ValueError, OSError):  # there is a lower limit already
        resource.setrlimit(resource.RLIMIT_DATA, (limit, limit))


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
