"""Locks: what may be done by one alone at a time, in this process and in all that share the archive.

A lock is for what takes several transactions. Within a process it is a lock of asyncio; between processes it is
an advisory lock of PostgreSQL, which a transaction of its own holds, so that it ends with whoever held it. On SQLite
there is one process alone.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from weakref import WeakValueDictionary

import structlog
from sqlalchemy.exc import SQLAlchemyError

from bot.archive.database import Engines, hold_lock
from bot.archive.database_errors import translate_database_errors

_log = structlog.get_logger(__name__)


class Locks:
    """The locks of one archive, by subject."""

    def __init__(self, engines: Engines) -> None:
        self._engine = engines.writer
        # a lock lives as long as somebody needs it
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    @asynccontextmanager
    async def hold(self, subject: str) -> AsyncIterator[None]:
        """Wait until nobody else holds ``subject``, and hold it within the context. Raises ``ArchiveError``."""
        lock = self._locks.setdefault(subject, asyncio.Lock())
        async with lock:
            if self._engine.dialect.name == "sqlite":  # one process; and its one writing connection is needed inside
                yield
                return
            with translate_database_errors():
                connection = await self._engine.connect()
            try:
                with translate_database_errors():
                    await hold_lock(connection, subject)
                yield
            finally:
                try:
                    await connection.close()
                except SQLAlchemyError as error:  # what was done under it is stored; the lock went with the connection
                    _log.warning("a lock ended with its connection", action="lock", subject=subject, exc_info=error)
