"""Feeds, who follows them, their items, and what became of each item for each follower."""

from bot.archive.dialect import Engines


class FeedStore:
    """Feeds, who follows them, their items, and what became of each item for each follower.

    All methods raise ``ArchiveError``.
    """

    def __init__(self, engines: Engines) -> None:
        self._engines = engines
