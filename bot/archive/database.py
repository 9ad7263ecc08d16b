"""Everything that differs between SQLite and PostgreSQL: opening, transactions, "insert unless there"."""

import hashlib
import math
import os
import sqlite3
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, Final, TypeVar

from sqlalchemy import URL, Connection, Engine, Table, event, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DisconnectionError, IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

from bot.archive.database_errors import translate_database_errors
from bot.database_address import parse_address
from bot.errors import ArchiveError
from bot.i18n.messages import Translatable, translatable

T = TypeVar("T")

# how long SQLite waits for another program's transaction, seconds
_BUSY_SECONDS: Final = 15
_NUMBER_ATTEMPTS: Final = 10
_WAL_ATTEMPTS: Final = 100
_WAL_SECONDS: Final = 0.02
# how long emptying the journal waits for those who read, seconds
_MOST_OWED = 1_000_000
_WIPE_SECONDS: Final = 3
# how long a transaction that writes waits for the others of this program, seconds
_QUEUE_SECONDS: Final = 60
# how long a connection to PostgreSQL may rest before it is tried
_RESTED_SECONDS: Final = 1.0
_RESTS_SINCE: Final = "rests since"
# any numbers, the same in every version: hold a second program off while one migrates, or fills the search
_MIGRATION_LOCK: Final = 20210205
_INDEX_LOCK: Final = 20210206
TOLD: Final = {"fallback_application_name": "attache"}
"""What a PostgreSQL server shows of our connections, unless the address says otherwise."""


@dataclass(frozen=True, slots=True)
class Engines:
    """The ways into one archive: ``writer`` for every transaction that writes, ``reader`` for what only reads.

    ``asker`` is for one query by itself: PostgreSQL begins and ends no transaction for it, which spares two answers.
    """

    reader: AsyncEngine
    writer: AsyncEngine
    asker: AsyncEngine

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncConnection]:
        """A transaction that writes, and is kept if the context ends well. Raises ``ArchiveError``."""
        with translate_database_errors():
            async with self.writer.begin() as connection:
                yield connection

    async def numbered(self, insert: Callable[[AsyncConnection], Awaitable[T]]) -> T:
        """What ``insert`` gives, in a transaction of its own that takes the owner's next number.

        Two may choose one number at a moment: who is second tries again. Raises ``ArchiveError``.
        """
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
        """A transaction in which all queries see one state. Raises ``ArchiveError``."""
        with translate_database_errors():
            async with self.reader.connect() as connection:
                yield connection

    @asynccontextmanager
    async def one_query(self) -> AsyncIterator[AsyncConnection]:
        """A connection for one query that reads; two of them might see two states. Raises ``ArchiveError``."""
        with translate_database_errors():
            async with self.asker.connect() as connection:
                yield connection

    async def close(self) -> None:
        """Close every connection."""
        await self.reader.dispose()
        await self.writer.dispose()


def open_engines(address: str) -> Engines:
    """Engines for ``address``, not connected yet. The folder of an SQLite file is made, for its owner only.

    Raises ``ArchiveError``, which never repeats the address: it may hold a password.
    """
    url = parse_address(address)
    match url.get_backend_name():
        case "sqlite":
            return _open_sqlite(url)
        case "postgresql":
            return _open_postgresql(url)
        case other:
            raise ArchiveError(translatable("archive-kind-unfit", kind=other))


def insert(connection: AsyncConnection | Connection, table: Table) -> sqlite.Insert | postgresql.Insert:
    """An INSERT into ``table`` that knows ``on_conflict_do_nothing`` and ``on_conflict_do_update``."""
    return sqlite.insert(table) if connection.dialect.name == "sqlite" else postgresql.insert(table)


def hold_migrations(connection: Connection) -> None:
    """Keep other programs from migrating until this transaction ends; on SQLite writing alone does."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _MIGRATION_LOCK})


def hold_index(connection: Connection) -> None:
    """Keep other programs from changing what statements are searched by until this transaction ends.

    Who is who is decided over many rows: two programs that did so at once could wait for each other in a circle.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _INDEX_LOCK})


async def read_clock(connection: AsyncConnection) -> datetime:
    """The time by the database's clock, which is one for all machines; on SQLite there is one machine alone."""
    if connection.dialect.name == "sqlite":
        return datetime.now(UTC)
    now: datetime = (await connection.execute(text("SELECT clock_timestamp()"))).scalar_one()
    return now.astimezone(UTC)


def lock_key(subject: str) -> int:
    """The number of the lock that stands for ``subject``: the same in every program."""
    return int.from_bytes(hashlib.sha256(subject.encode()).digest()[:8], signed=True)


async def hold_lock(connection: AsyncConnection, subject: str) -> None:
    """Wait until no other program holds ``subject``, and hold it until this transaction ends."""
    if connection.dialect.name == "postgresql":
        await connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": lock_key(subject)})


def find_damage(connection: Connection) -> str | None:
    """SQLite's own check of every page and index: None, or the first fault. PostgreSQL checks its pages itself."""
    if connection.dialect.name != "sqlite":
        return None
    fault = str(connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one())
    return None if fault == "ok" else fault


def _open_postgresql(url: URL) -> Engines:
    try:
        engine = create_async_engine(url, hide_parameters=True, connect_args=TOLD)
    except ModuleNotFoundError as error:
        raise ArchiveError(translatable("archive-driver-missing", name=error.name or "")) from error
    test_rested(engine.sync_engine)
    write_together(engine.sync_engine)
    # a reader sees one state until it is done, as on SQLite: an analysis may be replaced between its two queries
    snapshot = engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    return Engines(snapshot, engine, engine.execution_options(isolation_level="AUTOCOMMIT"))


def test_rested(engine: Engine) -> None:
    """Try a connection before it is used again, where it has rested: the server may have gone meanwhile.

    SQLAlchemy's own ``pool_pre_ping`` asks each time, which is one answer more for every transaction.
    """

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
    """Insert many rows by one statement, as SQLAlchemy does by itself only where their numbers are wanted back."""
    engine.dialect.use_insertmanyvalues_wo_returning = True


def _open_sqlite(url: URL) -> Engines:
    if not url.database or url.database == ":memory:":
        raise ArchiveError(translatable("archive-needs-file"))
    make_private(Path(url.database))
    # what people paste is among the parameters, and errors go to the log
    reader = create_async_engine(url, hide_parameters=True)
    # SQLite lets one transaction write at a time; those of this program queue here, where waiting costs nothing
    writer = create_async_engine(url, hide_parameters=True, pool_size=1, max_overflow=0, pool_timeout=_QUEUE_SECONDS)
    for engine, begin in ((reader, "BEGIN"), (writer, "BEGIN IMMEDIATE")):
        event.listen(engine.sync_engine, "connect", prepare_sqlite)
        event.listen(engine.sync_engine, "begin", partial(begin_sqlite, begin))
    return Engines(reader, writer, reader)


def make_private(file: Path) -> None:
    """Make the file's folders and the file itself for their owner only; leave as they are those that exist."""
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
    """Set up a new connection of SQLite's driver."""
    # transactions are ours alone: the driver's own would begin late, and leave out changes of the schema
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {_BUSY_SECONDS * 1000}")
    # readers never wait for the writer
    _write_ahead(cursor)
    # what is recorded before it is sent must outlive a loss of power, or it would be sent again: 0.3 ms a transaction
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


def _write_ahead(cursor: Any) -> None:
    """Set WAL mode. On a new file that change does not wait for others, as other statements do."""
    for attempt in range(_WAL_ATTEMPTS):
        try:
            cursor.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or attempt == _WAL_ATTEMPTS - 1:
                raise
            time.sleep(_WAL_SECONDS)  # only while several programs create one archive at the same moment
        else:
            return


def begin_sqlite(begin: str, connection: Connection) -> None:
    """Begin a transaction with the words ``begin``."""
    # a transaction that reads first and writes later could fail half-way: a writer takes the lock when it starts
    connection.exec_driver_sql(begin)


async def owe_wiping(connection: AsyncConnection) -> None:
    """Mark in the transaction that deletes that its traces are still in the file: SQLite alone has a use for it."""
    if connection.dialect.name == "sqlite":
        owed = (await connection.exec_driver_sql("PRAGMA user_version")).scalar_one()
        await connection.exec_driver_sql(f"PRAGMA user_version = {(owed + 1) % _MOST_OWED or 1}")


async def wipe_owed(engines: Engines) -> bool:
    """Wipe the file if that is owed; whether it was. Raises ``ArchiveError``; it is owed still then."""
    if engines.writer.dialect.name != "sqlite":
        return False
    async with engines.writer.connect() as connection:
        owed = (await connection.exec_driver_sql("PRAGMA user_version")).scalar_one()
    if not owed:
        return False
    await purge_deleted(engines)
    async with engines.writer.begin() as connection:
        # who was forgotten meanwhile has counted on
        if (await connection.exec_driver_sql("PRAGMA user_version")).scalar_one() == owed:
            await connection.exec_driver_sql("PRAGMA user_version = 0")
    return True


async def purge_deleted(engines: Engines) -> None:
    """See to it that what was deleted is gone from the file, too: SQLite alone, which keeps freed pages as they were.

    The file is written anew into its journal (VACUUM), and the journal into the file; that takes about as long as
    copying it. Raises ``ArchiveError`` when somebody reads for so long that old pages stay in the journal for now.
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
