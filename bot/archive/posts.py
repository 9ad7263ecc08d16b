"""The outbox: posts recorded before they are sent, and the channels they go to."""

from bot.archive.dialect import Engines


class PostStore:
    """The outbox: posts recorded before they are sent, and the channels they go to.

    All methods raise ``ArchiveError``.
    """

    def __init__(self, engines: Engines) -> None:
        self._engines = engines
