"""What this process is doing right now of the record of jobs: the record alone cannot tell.

When the database is away at the end of a job, its end may not be recorded; it then looks as if it went on for ever.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Final

from dbos import DBOS

UNRECORDED: Final = 15.0
"""Seconds for which a job may be on its way into this process, or its end on the way into the record."""

_in_flight: set[str] = set()


@contextmanager
def in_flight() -> Iterator[None]:
    """Within a workflow: this process is doing it."""
    ident = DBOS.workflow_id or ""
    _in_flight.add(ident)
    try:
        yield
    finally:
        _in_flight.discard(ident)


class OrphanDetector:
    """Since when workflows that are recorded as begun by this process have been none of its doing."""

    def __init__(self) -> None:
        self._since: dict[str, float] = {}

    def find(self, begun: Iterable[str], at: float) -> frozenset[str]:
        """Those of ``begun`` that nothing has been done of for too long, at ``at`` by a steady clock."""
        self._since = {ident: self._since.get(ident, at) for ident in begun if ident not in _in_flight}
        return frozenset(ident for ident, since in self._since.items() if at - since >= UNRECORDED)
