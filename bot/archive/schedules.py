"""Scheduled digests."""

from bot.archive.dialect import Engines


class ScheduleStore:
    """Scheduled digests. All methods raise ``ArchiveError``."""

    def __init__(self, engines: Engines) -> None:
        self._engines = engines
