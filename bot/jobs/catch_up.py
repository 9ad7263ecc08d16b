"""Processes everything that is due for feeds and items once, in this process, for a console without a running bot."""

from collections.abc import Callable
from dataclasses import dataclass

import structlog

from bot.errors import AttacheError
from bot.jobs.dependencies import WorkerDependencies
from bot.jobs.job_kinds import make_item_job, make_poller

_AT_ONCE = 50

_log = structlog.get_logger(__name__)

Progress = Callable[[int, int], None]
"""Called with the number of items processed and the number known so far."""


@dataclass(frozen=True, slots=True)
class CatchUpCounts:
    """The number of feeds polled and of items processed."""

    feeds: int
    items: int


async def catch_up(parts: WorkerDependencies, progress: Progress | None = None) -> CatchUpCounts:
    """Poll due feeds and process due items, also beside the bot; posts are not sent. Raises ``ArchiveError``."""
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
            except AttacheError as error:  # it stays due
                _log.warning("an item cannot be processed", action="catch_up", item=item, cause=error.cause)
            if progress:
                progress(len(done), len(done) + len(due) - due.index(item) - 1)
    return CatchUpCounts(polled, len(done))
