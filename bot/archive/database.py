"""Differences between SQLite and PostgreSQL: opening, transactions, "insert if absent"."""

import asyncio
import hashlib
import math
import os
import sqlite3
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, Final, ParamSpec, TypeVar

from sqlalchemy import URL, Column, Connection, Engine, Executable, RowMapping, Table, event, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DisconnectionError, IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry
from sqlalchemy.sql.dml import ReturningInsert
from sqlalchemy.util import await_only
from sqlalchemy.util.concurrency import in_greenlet

from bot.archive import sqlite_driver
from bot.archive.database_errors import translate_database_errors
from bot.archive.timeouts import connect_options, set_statement_timeouts
from bot.database_address import parse_address
from bot.errors import ArchiveError
from bot.i18n.messages import Translatable, translatable

T = TypeVar("T")
P = ParamSpec("P")

# how long SQLite waits for another process's transaction, seconds
_BUSY_SECONDS: Final = 15
_NUMBER_ATTEMPTS: Final = 10
_WAL_ATTEMPTS: Final = 100
_WAL_SECONDS: Final = 0.02
# how long truncating the WAL waits for readers, seconds
_MOST_OWED = 1_000_000
_WIPE_SECONDS: Final = 3
# how long a write transaction waits for others of this process, seconds
_QUEUE_SECONDS: Final = 60
# idle time after which a PostgreSQL connection is tested before use
_RESTED_SECONDS: Final = 1.0
_RESTS_SINCE: Final = "rests since"
# any numbers, the same in every version: hold a second program off while one migrates, or fills the search
_MIGRATION_LOCK: Final = 20210205
_INDEX_LOCK: Final = 20210206
TOLD: Final = {"fallback_application_name": "attache"}
"""The application name that PostgreSQL shows for our connections, unless the address sets another."""


@dataclass(frozen=True, slots=True)
class Engines:
    """``writer`` runs write transactions, ``reader`` read transactions, ``asker`` single queries without one."""

    reader: AsyncEngine
    writer: AsyncEngine
    asker: AsyncEngine

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncConnection]:
        """A write transaction, committed if the context ends without an error. Raises ``ArchiveError``."""
        with translate_database_errors():
            async with self.writer.begin() as connection:
                yield connection

    async def numbered(self, insert: Callable[[AsyncConnection], Awaitable[T]]) -> T:
        """``insert`` in its own transaction, retried if its number was taken meanwhile. Raises ``ArchiveError``."""
        with translate_database_errors():
            for attempt in range(_NUMBER_ATTEMPTS):
                try:
                    async with self.writer.begin() as connection:
                        return await insert(connection)
                except IntegrityError:
                    if attempt == _NUMBER_ATTEMPTS - 1:
                        raise
        raise AssertionError("unreachable")

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncConnection]:
        """A transaction in which all queries see one snapshot. Raises ``ArchiveError``."""
        with translate_database_errors():
            async with self.reader.connect() as connection:
                yield connection

    @asynccontextmanager
    async def one_query(self) -> AsyncIterator[AsyncConnection]:
        """A connection for a single read query; two queries may see different snapshots. Raises ``ArchiveError``."""
        with translate_database_errors():
            async with self.asker.connect() as connection:
                yield connection

    async def rows(self, query: Executable) -> Sequence[RowMapping]:
        """All rows of a single query. Raises ``ArchiveError``."""
        async with self.one_query() as connection:
            return (await connection.execute(query)).mappings().all()

    async def row(self, query: Executable) -> RowMapping | None:
        """The one row of a single query, if it has any. Raises ``ArchiveError``."""
        async with self.one_query() as connection:
            return (await connection.execute(query)).mappings().one_or_none()

    async def scalars(self, query: Executable) -> Sequence[Any]:
        """The first column of all rows of a single query. Raises ``ArchiveError``."""
        async with self.one_query() as connection:
            return (await connection.execute(query)).scalars().all()

    async def scalar(self, query: Executable) -> Any:
        """The first column of the one row of a single query; None without a row. Raises ``ArchiveError``."""
        async with self.one_query() as connection:
            return (await connection.execute(query)).scalar_one_or_none()

    async def change(self, statement: Executable) -> int:
        """Execute a single statement that writes; return the number of rows. Raises ``ArchiveError``."""
        async with self.writing() as connection:
            return (await connection.execute(statement)).rowcount

    async def close(self) -> None:
        """Close every connection."""
        await self.reader.dispose()
        await self.writer.dispose()


def open_engines(address: str) -> Engines:
    """Engines for ``address``, not yet connected. Raises ``ArchiveError``, never with the address and its password."""
    url = parse_address(address)
    match url.get_backend_name():
        case "sqlite":
            return _open_sqlite(url)
        case "postgresql":
            return _open_postgresql(url)
        case other:
            raise ArchiveError(translatable("archive-kind-unfit", kind=other))


def insert(connection: AsyncConnection | Connection, table: Table) -> sqlite.Insert | postgresql.Insert:
    """An INSERT into ``table`` that supports ``on_conflict_do_nothing`` and ``on_conflict_do_update``."""
    return sqlite.insert(table) if connection.dialect.name == "sqlite" else postgresql.insert(table)


def insert_missing(
    connection: AsyncConnection | Connection, table: Table, *returned: Column[Any]
) -> ReturningInsert[Any]:
    """An INSERT that leaves out rows whose keys are there already.

    It returns the columns ``returned`` of the rows that it inserts, or their keys: SQLAlchemy inserts many rows with
    one statement if it returns anything.
    """
    return insert(connection, table).on_conflict_do_nothing().returning(*(returned or table.primary_key))


def hold_migrations(connection: Connection) -> None:
    """Block migrations by other processes until this transaction ends; on SQLite, any write transaction does."""
    _hold(connection, _MIGRATION_LOCK)


def hold_index(connection: Connection) -> None:
    """Block changes to the search index by other processes until the commit: name clustering could deadlock."""
    _hold(connection, _INDEX_LOCK)


def _hold(connection: Connection, key: int) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": key})


async def read_clock(connection: AsyncConnection) -> datetime:
    """The current time by the database's clock, which all machines share; on SQLite there is only one machine."""
    if connection.dialect.name == "sqlite":
        return datetime.now(UTC)
    now: datetime = (await connection.execute(text("SELECT clock_timestamp()"))).scalar_one()
    return now.astimezone(UTC)


def lock_key(subject: str) -> int:
    """The advisory lock number for ``subject``, the same in every process."""
    return int.from_bytes(hashlib.sha256(subject.encode()).digest()[:8], signed=True)


async def hold_lock(connection: AsyncConnection, subject: str) -> None:
    """Wait until no other process holds ``subject``, and hold it until this transaction ends."""
    await connection.run_sync(_hold, lock_key(subject))


def find_damage(connection: Connection) -> str | None:
    """The first fault that SQLite's integrity check reports, or None. PostgreSQL checks its pages itself."""
    if connection.dialect.name != "sqlite":
        return None
    fault = str(connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one())
    return None if fault == "ok" else fault


def _open_postgresql(url: URL) -> Engines:
    try:
        from bot.archive.psycopg_timeouts import TimeoutAsyncConnection  # noqa: PLC0415 - SQLite needs no driver

        options = {**TOLD, **connect_options(url), "async_creator_fn": TimeoutAsyncConnection.connect}
        engine = create_async_engine(url, hide_parameters=True, connect_args=options)
    except ModuleNotFoundError as error:
        raise ArchiveError(translatable("archive-driver-missing", name=error.name or "")) from error
    set_statement_timeouts(engine.sync_engine)
    test_rested(engine.sync_engine)
    write_together(engine.sync_engine)
    # readers see one snapshot, as on SQLite: an analysis may be replaced between two queries
    snapshot = engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    return Engines(snapshot, engine, engine.execution_options(isolation_level="AUTOCOMMIT"))


def test_rested(engine: Engine) -> None:
    """Test a connection that was idle, since the server may have restarted; ``pool_pre_ping`` would test all."""

    def rest(_connection: object, record: ConnectionPoolEntry) -> None:
        record.info[_RESTS_SINCE] = time.monotonic()

    def rise(connection: Any, record: ConnectionPoolEntry, _proxy: object) -> None:
        if time.monotonic() - record.info.get(_RESTS_SINCE, math.inf) < _RESTED_SECONDS:
            return
        try:
            engine.dialect.do_ping(connection)
        except engine.dialect.loaded_dbapi.Error as error:
            raise DisconnectionError("a connection that rested is gone") from error

    event.listen(engine, "checkin", rest)
    event.listen(engine, "checkout", rise)


def write_together(engine: Engine) -> None:
    """Insert many rows with one statement; SQLAlchemy does so by default only when ids are returned."""
    engine.dialect.use_insertmanyvalues_wo_returning = True


def _open_sqlite(url: URL) -> Engines:
    if not url.database or url.database == ":memory:":
        raise ArchiveError(translatable("archive-needs-file"))
    make_private(Path(url.database))
    # parameters contain text that people pasted, and errors are logged
    reader = create_async_engine(url, hide_parameters=True)
    # SQLite has one writer at a time; writers of this process queue here, where waiting is cheap
    writer = create_async_engine(url, hide_parameters=True, pool_size=1, max_overflow=0, pool_timeout=_QUEUE_SECONDS)
    for engine, begin in ((reader, "BEGIN"), (writer, "BEGIN IMMEDIATE")):
        event.listen(engine.sync_engine, "do_connect", _connect_sqlite)
        event.listen(engine.sync_engine, "connect", prepare_sqlite)
        event.listen(engine.sync_engine, "begin", partial(begin_sqlite, begin))
    return Engines(reader, writer, reader)


def _connect_sqlite(dialect: Any, _record: object, arguments: Sequence[Any], options: dict[str, Any]) -> object:
    return dialect.dbapi.connect(*arguments, **options, async_creator_fn=sqlite_driver.connect)


def make_private(file: Path) -> None:
    """Create the file and its folders, readable by their owner only; existing ones stay as they are."""
    try:
        for folder in reversed(file.parents):
            folder.mkdir(mode=0o700, exist_ok=True)
        file.touch(mode=0o600, exist_ok=True)
    except OSError as error:
        reason: str | Translatable = os.strerror(error.errno or 0).lower()
        if isinstance(error, FileExistsError):
            reason = translatable("archive-file-for-folder")
        words = translatable("archive-path-unopened", path=str(file), reason=reason)
        raise ArchiveError(words, resource=str(file)) from error


def prepare_sqlite(connection: Any, _record: object) -> None:
    """Configure a new connection of the SQLite driver."""
    # transactions are managed here: the driver's own start late and exclude schema changes
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {_BUSY_SECONDS * 1000}")
    # readers never wait for the writer
    _write_ahead(cursor)
    # posts are recorded before they are sent: a record lost in a power failure would be sent twice; costs 0.3 ms each
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


def _write_ahead(cursor: Any) -> None:
    """Set WAL mode. On a new file this statement, unlike others, does not honour the busy timeout."""
    for attempt in range(_WAL_ATTEMPTS):
        try:
            cursor.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or attempt == _WAL_ATTEMPTS - 1:
                raise
            time.sleep(_WAL_SECONDS)  # only when several processes create one archive at the same moment
        else:
            return


def begin_sqlite(begin: str, connection: Connection) -> None:
    """Begin a transaction with the statement ``begin``."""
    # a transaction that reads first could fail at its first write: a writer takes the lock at the start
    connection.exec_driver_sql(begin)


async def owe_wiping(connection: AsyncConnection) -> None:
    """Record, in the deleting transaction, that the file must be compacted. Used only on SQLite."""
    if connection.dialect.name == "sqlite":
        owed = await _count_owed(connection)
        await connection.exec_driver_sql(f"PRAGMA user_version = {(owed + 1) % _MOST_OWED or 1}")


async def _count_owed(connection: AsyncConnection) -> int:
    """How many deletions are recorded in SQLite's file since it was compacted."""
    owed: int = (await connection.exec_driver_sql("PRAGMA user_version")).scalar_one()
    return owed


async def may_owe_wiping(engines: Engines) -> bool:
    """Whether a deletion is recorded; PostgreSQL has no record."""
    if engines.writer.dialect.name != "sqlite":
        return True
    async with engines.reader.connect() as connection:
        return await _count_owed(connection) > 0


async def wipe_owed(engines: Engines) -> bool:
    """Compact the file if that is pending; return whether it was. Raises ``ArchiveError``, and it stays pending."""
    if engines.writer.dialect.name != "sqlite":
        return False
    async with engines.writer.connect() as connection:
        owed = await _count_owed(connection)
    if not owed:
        return False
    await purge_deleted(engines)
    async with engines.writer.begin() as connection:
        # another deletion may have increased the counter meanwhile
        if await _count_owed(connection) == owed:
            await connection.exec_driver_sql("PRAGMA user_version = 0")
    return True


class Store:
    """One group of tables of the archive behind ``engines``. All methods raise ``ArchiveError``."""

    def __init__(self, engines: Engines) -> None:
        self._engines = engines


async def purge_deleted(engines: Engines) -> None:
    """Remove deleted data from the file; only SQLite keeps freed pages as they were.

    Rewrites the file into its WAL (VACUUM) and truncates the WAL; takes about as long as copying the file. Raises
    ``ArchiveError`` when a long read keeps old pages in the WAL for now.
    """
    if engines.writer.dialect.name != "sqlite":
        return
    async with engines.writer.connect() as connection:
        raw = await connection.get_raw_connection()
        driver: Any = raw.driver_connection
        await driver.execute("VACUUM")
        try:
            await driver.execute(f"PRAGMA busy_timeout = {_WIPE_SECONDS * 1000}")
            async with driver.execute("PRAGMA wal_checkpoint(TRUNCATE)") as cursor:
                blocked = (await cursor.fetchone())[0]
        finally:
            await driver.execute(f"PRAGMA busy_timeout = {_BUSY_SECONDS * 1000}")
    if blocked:
        raise ArchiveError(translatable("archive-traces-left"))


def off_the_loop(work: Callable[P, T], *args: P.args, **options: P.kwargs) -> T:
    """``work`` in a thread while the event loop goes on, within ``run_sync``; here, where there is no loop."""
    if in_greenlet():
        return await_only(asyncio.to_thread(work, *args, **options))
    return work(*args, **options)
