"""Everything that differs between SQLite and PostgreSQL: opening, transactions, "insert unless there"."""

import os
from pathlib import Path
from typing import Any, Final

from sqlalchemy import URL, Connection, Table, event, make_url, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from bot.errors import ArchiveError

# how long SQLite waits for another program's transaction, seconds
_BUSY_SECONDS: Final = 15
# any number, the same in every version: holds a second program off while one migrates
_MIGRATION_LOCK: Final = 20210205
_DRIVERS: Final = {
    "sqlite": "sqlite+aiosqlite",
    "postgresql": "postgresql+psycopg",
    "postgres": "postgresql+psycopg",
}
_EXAMPLE: Final = (
    "Leave DATABASE_URL out, or give it as sqlite:///path/to/file or postgresql://user:password@host/name."
)


def open_engine(address: str) -> AsyncEngine:
    """An engine for ``address``, not connected yet. The folder of an SQLite file is made, for its owner only.

    Raises ``ArchiveError``, which never repeats the address: it may hold a password.
    """
    try:
        url = make_url(address)
    except ArgumentError:
        raise ArchiveError("DATABASE_URL is not the address of a database.", _EXAMPLE) from None
    url = url.set(drivername=_DRIVERS.get(url.drivername, url.drivername))
    match url.get_backend_name():
        case "sqlite":
            return _open_sqlite(url)
        case "postgresql":
            return _open_postgresql(url)
        case other:
            raise ArchiveError(f"The archive cannot live in a database of the kind {other}.", _EXAMPLE)


def for_writing(engine: AsyncEngine) -> AsyncEngine:
    """The same engine for transactions that write."""
    return engine.execution_options(writes=True)


def insert(connection: AsyncConnection, table: Table) -> sqlite.Insert | postgresql.Insert:
    """An INSERT into ``table`` that knows ``on_conflict_do_nothing`` and ``on_conflict_do_update``."""
    return sqlite.insert(table) if connection.dialect.name == "sqlite" else postgresql.insert(table)


def hold_migrations(connection: Connection) -> None:
    """Keep other programs from migrating until this transaction ends; on SQLite writing alone does."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _MIGRATION_LOCK})


def find_damage(connection: Connection) -> str | None:
    """SQLite's own check of every page and index: None, or the first fault. PostgreSQL checks its pages itself."""
    if connection.dialect.name != "sqlite":
        return None
    fault = str(connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one())
    return None if fault == "ok" else fault


def _open_postgresql(url: URL) -> AsyncEngine:
    try:
        return create_async_engine(url, pool_pre_ping=True)
    except ModuleNotFoundError as error:
        raise ArchiveError(
            f"The driver {error.name} for this archive is not installed.", f"Install it with pip install {error.name}."
        ) from error


def _open_sqlite(url: URL) -> AsyncEngine:
    if url.database and url.database != ":memory:":
        _make_private(Path(url.database))
    engine = create_async_engine(url)
    event.listen(engine.sync_engine, "connect", _prepare_sqlite)
    event.listen(engine.sync_engine, "begin", _begin_sqlite)
    return engine


def _make_private(file: Path) -> None:
    """Make the file's folders and the file itself for their owner only; leave as they are those that exist."""
    try:
        for folder in reversed(file.parents):
            folder.mkdir(mode=0o700, exist_ok=True)
        file.touch(mode=0o600, exist_ok=True)
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else str(error)
        raise ArchiveError(
            f"The archive's file {file} cannot be opened: {reason.lower()}.",
            "Check ATTACHE_DATA_DIR or DATABASE_URL, and who may write there.",
            resource=str(file),
        ) from error


def _prepare_sqlite(connection: Any, _record: object) -> None:
    # transactions are ours alone: the driver's own would begin late, and leave out changes of the schema
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {_BUSY_SECONDS * 1000}")
    # readers never wait for the writer
    cursor.execute("PRAGMA journal_mode = WAL")
    # a loss of power may cost the last readings, which can be read again, but never the file
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    # a transaction that reads first and writes later can fail half-way: it takes the write lock when it starts
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
