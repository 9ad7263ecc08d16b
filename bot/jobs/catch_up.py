"""Catching up: all that is due about feeds and their items, done now and here, for a face without a desk at work."""

from collections.abc import Callable
from dataclasses import dataclass

import structlog

from bot.errors import AttacheError
from bot.jobs.dependencies import WorkerDependencies
from bot.jobs.job_kinds import make_item_job, make_poller

_AT_ONCE = 50

_log = structlog.get_logger(__name__)

Progress = Callable[[int, int], None]
"""Told how many items were dealt with, and how many there are as far as is known."""


@dataclass(frozen=True, slots=True)
class CatchUpCounts:
    """What was done: feeds asked, items dealt with."""

    feeds: int
    items: int


async def catch_up(parts: WorkerDependencies, progress: Progress | None = None) -> CatchUpCounts:
    """Poll the feeds that are due and deal with the items that are; what is posted is recorded, not sent.

    It may run beside a desk at work on the same archive: feeds are claimed, and items are decided once. Raises
    ``ArchiveError``.
    """
    archive, clock = parts.archive, parts.clock
    items = make_item_job(parts)
    polled = await make_poller(parts).poll_due(clock.now())
    done: set[int] = set()
    while due := [
        item for item in await archive.feeds.due_items(clock.now(), limit=len(done) + _AT_ONCE) if item not in done
    ]:
        for item in due:
            done.add(item)
            try:
                await items.handle(str(item))
            except AttacheError as error:  # it stays due, for the next time
                _log.warning("an item cannot be dealt with", action="catch_up", item=item, cause=error.cause)
            if progress:
                progress(len(done), len(done) + len(due) - due.index(item) - 1)
    return CatchUpCounts(polled, len(done))
