"""Processes due rows until none are left, and no row twice.

A processed row must leave the due set. One that stays would be found again at once, in an endless loop that does
nothing. So a row that is found a second time ends the loop, with an error in the log. The row stays due in the
archive's tables, so the job runs again at the next query.
"""

from collections.abc import Awaitable, Callable, Hashable, Sequence
from typing import TypeVar

import structlog

T = TypeVar("T", bound=Hashable)

_log = structlog.get_logger(__name__)


async def process_all_due(
    find: Callable[[], Awaitable[Sequence[T]]], work: Callable[[Sequence[T]], Awaitable[bool | None]], *, action: str
) -> None:
    """Call ``work`` with what ``find`` returns until that is empty or was returned before, or ``work`` returns False.

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
