"""Locks for work that only one task at a time may do, in this process and in all that share the archive.

A lock protects work that takes several transactions. Within a process it is an asyncio lock; between processes it is a
PostgreSQL advisory lock held by its own transaction, so that it ends with its holder. On SQLite there is only one
process.
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
        # a lock exists as long as a task holds it or waits for it
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    @asynccontextmanager
    async def hold(self, subject: str) -> AsyncIterator[None]:
        """Wait until no other task holds ``subject``, and hold it within the context. Raises ``ArchiveError``."""
        lock = self._locks.setdefault(subject, asyncio.Lock())
        async with lock:
            if self._engine.dialect.name == "sqlite":  # one process; its only write connection is needed inside
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
                except SQLAlchemyError as error:  # the work is stored; the lock is lost
                    _log.warning("the connection of a lock was lost", action="lock", subject=subject, exc_info=error)
