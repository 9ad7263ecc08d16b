"""Upkeep of the archive: deletes expired rows, wipes deleted text from the database file, reindexes old texts."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

import structlog

from bot.archive.store import Archive
from bot.clock import Clock
from bot.errors import ArchiveError

EVERY: Final = 2.0
"""Seconds between two checks for deleted text that is still in the file."""
TIDY_EVERY = timedelta(hours=1)
PRUNE_EVERY = timedelta(days=1)

_log = structlog.get_logger(__name__)


@dataclass(slots=True)
class Upkeep:
    """Deletes expired rows and articles older than ``kept`` (None: never); reindexes texts of older releases."""

    archive: Archive
    clock: Clock
    kept: timedelta | None = None
    _tidied_at: datetime | None = None
    _pruned_at: datetime | None = None
    _indexed: bool = False

    async def run(self) -> None:
        """Run the upkeep until cancelled."""
        while True:
            await self.look()
            await self.clock.sleep(EVERY)

    async def look(self) -> None:
        """Run each part that is due. A part that fails is logged, retried next time, and does not stop others."""
        now = self.clock.now()
        for part in (self._tidy, self._compact, self._prune, self._reindex):
            try:
                await part(now)
            except Exception as error:  # noqa: BLE001 - a failure must not end the program
                # the log is not flooded while the archive is away
                known = isinstance(error, ArchiveError)
                _log.warning("upkeep failed", action="upkeep", part=part.__name__.strip("_"), exc_info=not known)

    async def _tidy(self, now: datetime) -> None:
        if self._tidied_at is None or now - self._tidied_at >= TIDY_EVERY:
            self._tidied_at = now
            await self.archive.feeds.prune(now)

    async def _prune(self, now: datetime) -> None:
        if self.kept is None or (self._pruned_at is not None and now - self._pruned_at < PRUNE_EVERY):
            return
        pruned = 0
        while count := await self.archive.forgetting.prune(now - self.kept):
            pruned += count
        if pruned:
            await self.archive.forgetting.tidy()
            _log.info("old articles were deleted", action="prune", articles=pruned)
        self._pruned_at = now

    async def _compact(self, _now: datetime) -> None:
        await self.archive.forgetting.compact()

    async def _reindex(self, _now: datetime) -> None:
        if not self._indexed:
            self._indexed = not await self.archive.reindex()
