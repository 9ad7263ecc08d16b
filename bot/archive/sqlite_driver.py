"""SQLite under asyncio with one call of the driver's thread per statement, where aiosqlite makes four."""

import sqlite3
from collections.abc import Iterable
from typing import Any, Final, Self

import aiosqlite

_FETCHED_AT_ONCE: Final = 64  # rows, where somebody iterates over aiosqlite's own cursors


class _Cursor:
    """What SQLAlchemy's adapter of asyncio drivers asks of a cursor. It has all rows as soon as a statement has run."""

    def __init__(self, connection: "_Connection") -> None:
        self._connection = connection
        self._rows: list[Any] = []
        self.description: Any = None
        self.rowcount = -1
        self.lastrowid: int | None = None
        self.arraysize = 1

    async def __aenter__(self) -> Self:
        return self

    async def execute(self, statement: str, parameters: Iterable[Any] = ()) -> None:
        await self._connection.call(self._run, sqlite3.Cursor.execute, statement, parameters)

    async def executemany(self, statement: str, parameters: Iterable[Iterable[Any]]) -> None:
        await self._connection.call(self._run, sqlite3.Cursor.executemany, statement, parameters)

    def _run(self, execute: Any, statement: str, parameters: Iterable[Any]) -> None:
        cursor = self._connection.open_cursor()
        try:
            execute(cursor, statement, parameters)
            self._rows = cursor.fetchall()
            self.description, self.rowcount, self.lastrowid = cursor.description, cursor.rowcount, cursor.lastrowid
        finally:
            cursor.close()

    async def fetchall(self) -> list[Any]:
        return self._rows

    async def close(self) -> None:
        """Nothing is open between two statements."""


class _Connection(aiosqlite.Connection):
    def cursor(self) -> _Cursor:  # type: ignore[override]
        return _Cursor(self)

    def open_cursor(self) -> sqlite3.Cursor:
        return self._conn.cursor()

    async def call(self, function: Any, *arguments: Any) -> None:
        await self._execute(function, *arguments)  # type: ignore[no-untyped-call]


def connect(database: str, **options: Any) -> aiosqlite.Connection:
    """A connection to await. ``options`` are those of ``sqlite3.connect``."""
    connection = _Connection(lambda: sqlite3.connect(database, **options), _FETCHED_AT_ONCE)
    connection._thread.daemon = True  # noqa: SLF001 - as SQLAlchemy does: a connection left open must not hold the program
    return connection
