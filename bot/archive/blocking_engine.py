"""Database access for copying a whole archive: a blocking engine, and a check for other programs that use it."""

import sqlite3
from functools import partial
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Engine, NullPool, create_engine, event, text

from bot.archive.database import TOLD, begin_sqlite, make_private, open_engines, prepare_sqlite
from bot.archive.timeouts import connect_options
from bot.database_address import find_file, parse_address

_OTHERS: Final = text(
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
    "AND application_name = 'attache' AND pid <> pg_backend_pid()"
)
_NUMBERED: Final = text(
    "SELECT table_name, column_name FROM information_schema.columns "
    "WHERE table_schema = current_schema() AND (column_default LIKE 'nextval(%' OR is_identity = 'YES')"
)
_NUMBER_ON: Final = (
    "SELECT setval(pg_get_serial_sequence(:table, :column), coalesce(max({column}), 1), max({column}) IS NOT NULL) "
    "FROM {table}"
)


def open_engine(address: str, *, writing: bool = True) -> Engine:
    """A blocking engine for ``address``; each transaction sees one snapshot and, unless ``writing``, blocks nobody."""
    url = parse_address(address)
    file = find_file(address)
    if file is None:
        # which databases are supported is decided in one place
        url = open_engines(address).writer.url
        engine = create_engine(
            url, hide_parameters=True, connect_args={**TOLD, **connect_options(url)}, poolclass=NullPool
        )
        if writing:
            return engine
        return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    make_private(file)
    engine = create_engine(url.set(drivername="sqlite"), hide_parameters=True, poolclass=NullPool)
    event.listen(engine, "connect", prepare_sqlite)
    event.listen(engine, "begin", partial(begin_sqlite, "BEGIN IMMEDIATE" if writing else "BEGIN"))
    return engine


def is_in_use(address: str) -> bool:
    """Whether a program has the archive at ``address`` open; on PostgreSQL, a connection that identifies as Attaché."""
    file = find_file(address)
    if file is not None:
        return file.exists() and _is_file_in_use(file)
    engine = open_engine(address, writing=False)
    with engine.connect() as connection:
        return bool(connection.execute(_OTHERS).scalar_one())


def number_on(connection: Connection) -> None:
    """Set each table's sequence past its highest id. SQLite needs no such step."""
    if connection.dialect.name != "postgresql":
        return
    quote = connection.dialect.identifier_preparer.quote
    for table, column in connection.execute(_NUMBERED).all():
        query = text(_NUMBER_ON.format(table=quote(table), column=quote(column)))
        connection.execute(query, {"table": quote(table), "column": column})


def _is_file_in_use(file: Path) -> bool:
    # an open WAL file is held with a lock that excludes this one (sqlite.org/pragma.html, locking_mode)
    probe = sqlite3.connect(file, timeout=0, isolation_level=None)
    try:
        probe.execute("PRAGMA locking_mode = EXCLUSIVE")
        probe.execute("BEGIN EXCLUSIVE")
    except sqlite3.DatabaseError as error:
        return error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY  # a damaged file is in nobody's use
    finally:
        probe.close()
    return False
