"""The processes that share an archive, and how one of them is known to be lost.

No clock of one machine is compared with another's: each process counts its beats in the archive, and is lost when an
observer, who goes on looking all the while, sees that count stand still for long enough.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from bot.domain.process_roles import ProcessRole

BEAT_SECONDS: Final = 3.0
"""How often a process says that it is there, and looks for the others."""
SURE_SECONDS: Final = 20.0
"""How long after its last beat a process may still do what only one may do."""
LOST_SECONDS: Final = 30.0
"""After how long without a beat the others take a process for lost; more than a look longer than ``SURE_SECONDS``."""


@dataclass(frozen=True, slots=True)
class Process:
    """A process that shares the archive: ``executor`` names one start of it, ``beats`` counts what it said since."""

    executor: str
    roles: frozenset[ProcessRole]
    beats: int
    started_at: datetime
    beat_at: datetime


@dataclass(slots=True)
class FailureDetector:
    """What one observer has seen of the others. Times are seconds of one steady clock, such as ``time.monotonic``."""

    lost_after: float = LOST_SECONDS
    _seen: dict[str, tuple[int, float]] = field(default_factory=dict)

    def find_lost(self, others: Iterable[Process], at: float) -> tuple[Process, ...]:
        """Take in how the ``others`` are at ``at``; those that have stood still for too long."""
        present = {process.executor: process for process in others}
        self._seen = {
            name: known if (known := self._seen.get(name)) and known[0] == process.beats else (process.beats, at)
            for name, process in present.items()
        }
        return tuple(present[name] for name, (_, since) in self._seen.items() if at - since >= self.lost_after)

    def reset(self) -> None:
        """A look failed: while nobody can be seen nobody is lost, and their silence counts from the next look on."""
        self._seen.clear()
