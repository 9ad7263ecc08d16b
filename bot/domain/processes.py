"""The processes that share an archive, their roles, and how a lost one is detected.

Clocks of different machines are never compared. Each process counts its heartbeats in the archive. It is lost if an
observer, checking regularly, sees that count unchanged for long enough.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from bot.errors import UsageError
from bot.i18n.messages import translatable


class ProcessRole(StrEnum):
    """A role. The values are used on the command line and stored in the archive, so they must not change.

    ``GATEWAY`` is connected to Discord and answers people; ``WORK`` polls feeds, analyses and composes; ``SEND``
    delivers posts; ``RECEIVE`` takes articles over HTTP.
    """

    GATEWAY = "gateway"
    WORK = "work"
    SEND = "send"
    RECEIVE = "receive"


ALL_ROLES = frozenset(ProcessRole)
NEEDS_TOKEN = frozenset({ProcessRole.GATEWAY, ProcessRole.SEND})
"""Roles that need Discord's token."""


def parse_roles(words: str) -> frozenset[ProcessRole]:
    """Parse roles separated by commas. Raises ``UsageError`` for an unknown one."""
    names = [word.strip().lower() for word in words.split(",") if word.strip()]
    for name in names:
        if name not in set(ProcessRole):
            raise UsageError(translatable("desk-role-unknown", name=name, roles=", ".join(ProcessRole)))
    if not names:
        raise UsageError(translatable("desk-no-role", roles=", ".join(ProcessRole)))
    return frozenset(map(ProcessRole, names))


def write_roles(roles: frozenset[ProcessRole]) -> str:
    """The inverse of :func:`parse_roles`, always in the same order."""
    return ",".join(role for role in ProcessRole if role in roles)


BEAT_SECONDS: Final = 3.0
"""Interval between two heartbeats, with a check of the other processes."""
SURE_SECONDS: Final = 20.0
"""How long after its last heartbeat a process may still use its leases."""
LOST_SECONDS: Final = 30.0
"""How long without a heartbeat a process counts as lost; it exceeds ``SURE_SECONDS`` by more than one interval."""


@dataclass(frozen=True, slots=True)
class Process:
    """A process that shares the archive: ``executor`` names one start of it, ``beats`` counts its heartbeats."""

    executor: str
    roles: frozenset[ProcessRole]
    beats: int


@dataclass(slots=True)
class FailureDetector:
    """One observer's view of the other processes. Times are seconds of a steady clock, such as ``time.monotonic``."""

    lost_after: float = LOST_SECONDS
    _seen: dict[str, tuple[int, float]] = field(default_factory=dict)

    def find_lost(self, others: Iterable[Process], at: float) -> tuple[Process, ...]:
        """Record the state of the ``others`` at ``at``; return those whose count has not changed for too long."""
        present = {process.executor: process for process in others}
        self._seen = {
            name: known if (known := self._seen.get(name)) and known[0] == process.beats else (process.beats, at)
            for name, process in present.items()
        }
        return tuple(present[name] for name, (_, since) in self._seen.items() if at - since >= self.lost_after)

    def reset(self) -> None:
        """Start over after a failed check: what cannot be seen is not lost."""
        self._seen.clear()
