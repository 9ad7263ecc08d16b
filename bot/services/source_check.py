"""Checks which sources of the catalogue answer: one request each, a few at once, in the order of the catalogue."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.errors import AttacheError
from bot.gazetteer.source_catalogue import CatalogueSource
from bot.services.feed_lookup import FeedLookup

AT_ONCE = 8
"""Sources that are asked concurrently; the fetcher limits requests per host."""


@dataclass(frozen=True, slots=True)
class SourceReport:
    """What a source answered: the number of its entries and the newest date; or an error."""

    source: CatalogueSource
    entries: int = 0
    newest_at: datetime | None = None
    error: AttacheError | None = None

    @property
    def answers(self) -> bool:
        """Whether it can be followed: it is a feed, and carries something."""
        return self.error is None and self.entries > 0


async def check_sources(sources: Sequence[CatalogueSource], lookup: FeedLookup) -> AsyncIterator[SourceReport]:
    """A report of each of ``sources``, in their order, as soon as it is known."""
    turns = asyncio.Semaphore(AT_ONCE)

    async def check(source: CatalogueSource) -> SourceReport:
        async with turns:
            return await _check(source, lookup)

    async with asyncio.TaskGroup() as group:
        for task in [group.create_task(check(source)) for source in sources]:
            yield await task


async def _check(source: CatalogueSource, lookup: FeedLookup) -> SourceReport:
    try:
        entries = (await lookup.load(source.feed)).document.entries
    except AttacheError as error:
        return SourceReport(source, error=error)
    dates = [date for entry in entries if (date := entry.published_at or entry.updated_at)]
    return SourceReport(source, len(entries), max(dates, default=None))
