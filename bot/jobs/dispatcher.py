"""Dispatcher: finds due subjects in the archive's tables and runs their jobs, one job per subject at a time.

Only the tables record what is due (docs/decisions/0001-what-is-due.md). There is no other queue, so a crash, a failed
job or a lost machine loses no work. A job does everything that is due for one subject. It is idempotent, because it
runs again after a crash.

If several processes share the archive, each claims a subject before it starts (``ClaimStore`` in
:mod:`bot.archive.processes`). A claim is deleted with its process, so other processes take over the jobs of a
lost machine.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

import structlog

from bot.archive.database_errors import ArchiveUnavailableError
from bot.archive.processes import ClaimStore
from bot.clock import Clock
from bot.errors import ArchiveError

EVERY: Final = 2.0
"""The longest interval between two queries for due subjects, in seconds; also the delay before a retry."""
_LONGEST = 900.0  # seconds that a job may take; one that hangs would block its slot silently
_ENDING = 5.0  # seconds for running jobs to finish when the program stops

_log = structlog.get_logger(__name__)


class JobKind(StrEnum):
    """The kind of a job. The values are stored with claims."""

    ITEM = "item"
    DIGEST = "digest"
    DELIVERY = "delivery"
    WATCH = "watch"
    FOLLOW_UP = "followup"


@dataclass(frozen=True, slots=True)
class Job:
    """``find`` returns due subjects in order; ``handle``, idempotent, does one; at most ``at_once`` in parallel."""

    find: Callable[[datetime], Awaitable[Sequence[str]]]
    handle: Callable[[str], Awaitable[None]]
    at_once: int


class Dispatcher:
    """Runs the jobs of one kind. Without ``claims``, no other process may run jobs of this kind."""

    def __init__(self, kind: JobKind, job: Job, clock: Clock, claims: ClaimStore | None = None) -> None:
        self._kind = kind
        self._job = job
        self._clock = clock
        self._claims = claims
        self._found: list[str] = []
        self._tried: set[str] = set()  # since the last tick; a subject that stays due is tried once per tick
        self._running: dict[str, asyncio.Task[None]] = {}
        self._idle_claims = False  # whether claims may exist of subjects that are not running here
        self._woken = asyncio.Event()

    def wake(self) -> None:
        """Query immediately, because a due subject was just recorded."""
        self._woken.set()

    async def run(self) -> None:
        """Run jobs until cancelled, then wait briefly for running ones. The rest stays due."""
        try:
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(self._tick())
                while True:
                    await self._woken.wait()
                    self._woken.clear()
                    await self._start_due()
        finally:
            await self._end()

    async def _tick(self) -> None:
        while True:
            self._found, self._tried = [], set()
            self._woken.set()
            await self._clock.sleep(EVERY)

    async def _start_due(self) -> None:
        """Start as many jobs as may run, in order."""
        try:
            await self._release_idle()
            while (free := self._job.at_once - len(self._running)) > 0:
                self._found = self._filter_untried(self._found) or self._filter_untried(
                    await self._job.find(self._clock.now())
                )
                if not self._found:
                    return
                taken = await self._claims.take(self._found, free) if self._claims else self._found[:free]
                # if fewer are free than may run, other processes have the rest
                self._tried.update(taken if len(taken) == free else self._found)
                for subject in taken:
                    self._start(subject)
        except Exception as error:  # noqa: BLE001 - the next look tries again, and other kinds go on
            self._idle_claims = True  # a claim may be stored although its answer was lost
            # the log is not flooded while the archive is away
            known = isinstance(error, ArchiveError)
            _log.warning("due subjects cannot be found", action="job", kind=self._kind.value, exc_info=not known)

    def _filter_untried(self, found: Sequence[str]) -> list[str]:
        return [one for one in found if one not in self._running and one not in self._tried]

    async def _release_idle(self) -> None:
        if self._claims is not None and self._idle_claims:
            self._idle_claims = False
            await self._claims.keep(list(self._running))

    def _start(self, subject: str) -> None:
        def end(_: asyncio.Task[None]) -> None:
            del self._running[subject]
            self._idle_claims = True
            self._woken.set()

        task = asyncio.create_task(self._do(subject))
        self._running[subject] = task
        task.add_done_callback(end)

    async def _do(self, subject: str) -> None:
        kind = self._kind.value
        with structlog.contextvars.bound_contextvars(job=f"{kind}:{subject}"):
            try:
                async with asyncio.timeout(_LONGEST):
                    await self._job.handle(subject)
            except ArchiveUnavailableError as error:
                _log.warning("a job failed", action="job", kind=kind, subject=subject, cause=error.cause)
            except Exception:  # noqa: BLE001 - it stays due in the tables, and must not stop other jobs
                _log.exception("a job failed", action="job", kind=kind, subject=subject)

    async def _end(self) -> None:
        if running := list(self._running.values()):
            await asyncio.wait(running, timeout=_ENDING)
            for task in running:
                task.cancel()
            await asyncio.wait(running)
