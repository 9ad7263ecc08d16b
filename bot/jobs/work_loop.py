"""Rounds: what is due is loaded and worked on until nothing is due, and no row twice.

A row that is worked on must leave the set that is due. One that stays would be found again at once, for ever: one core
spins and nothing is done. So a row that is found a second time ends the rounds, with an error in the log. What is due
stands in the archive's tables, so the job runs again at the next look.
"""

from collections.abc import Awaitable, Callable, Hashable, Sequence
from typing import TypeVar

import structlog

T = TypeVar("T", bound=Hashable)

_log = structlog.get_logger(__name__)


async def process_all_due(
    find: Callable[[], Awaitable[Sequence[T]]], work: Callable[[Sequence[T]], Awaitable[bool | None]], *, action: str
) -> None:
    """Call ``work`` with what ``find`` finds until that is nothing, was found before, or ``work`` returns False.

    ``action`` names the work in the log.
    """
    seen: set[T] = set()
    while found := await find():
        if again := seen.intersection(found):
            _log.error("work that was done is still due", action=action, rows=len(again))
            return
        seen.update(found)
        if await work(found) is False:
            return
