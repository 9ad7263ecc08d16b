"""Locks: for work that one task at a time may do, in all processes that share an archive; and for an SQLite archive.

A lock on a subject protects work of several transactions. Within a process it is an asyncio lock; between processes, a
PostgreSQL advisory lock held by its own transaction, so that it ends with its holder. SQLite has one process.
"""

import asyncio
import fcntl
import os
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from weakref import WeakValueDictionary

import structlog
from sqlalchemy.exc import SQLAlchemyError

from bot.archive.database import Engines, hold_lock, make_private
from bot.archive.database_errors import translate_database_errors
from bot.archive.timeouts import long_statements
from bot.database_address import find_file
from bot.errors import ArchiveError
from bot.i18n.messages import translatable

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
                with translate_database_errors(), long_statements():  # whoever holds it may work for minutes
                    await hold_lock(connection, subject)
                yield
            finally:
                try:
                    await connection.close()
                except SQLAlchemyError as error:  # the work is stored; the lock is lost
                    _log.warning("the connection of a lock was lost", action="lock", subject=subject, exc_info=error)


@contextmanager
def hold_archive(address: str) -> Iterator[None]:
    """Be the only bot on the SQLite archive, by a record lock on ``<archive>.lock``. Raises ``ArchiveError``."""
    file = find_file(address)
    if file is None:
        yield
        return
    lock = file.resolve()
    lock = lock.with_name(f"{lock.name}.lock")
    make_private(lock)
    descriptor = os.open(lock, os.O_RDWR | os.O_CLOEXEC)
    try:
        try:
            fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            holder = os.read(descriptor, 20).decode("ascii", "replace").strip()
            raise ArchiveError(translatable("start-archive-taken", process=holder or "?"), resource=str(file)) from None
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, f"{os.getpid()}\n".encode(), 0)
        yield
    finally:
        os.close(descriptor)
