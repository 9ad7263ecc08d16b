"""Stories: which stored articles tell of one event."""

from bot.archive.dialect import Engines


class StoryStore:
    """Stories: which stored articles tell of one event. All methods raise ``ArchiveError``."""

    def __init__(self, engines: Engines) -> None:
        self._engines = engines
