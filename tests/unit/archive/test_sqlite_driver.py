import threading
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiosqlite
import pytest
from sqlalchemy import text

from bot.archive.database import Engines, open_engines


@pytest.fixture
async def engines(tmp_path: Path) -> AsyncIterator[Engines]:
    engines = open_engines(f"sqlite:///{tmp_path / 'archive.sqlite3'}")
    async with engines.writing() as connection:
        await connection.execute(text("CREATE TABLE words (number INTEGER PRIMARY KEY, word TEXT UNIQUE)"))
    yield engines
    await engines.close()


async def test_a_statement_is_one_call_of_the_drivers_thread(engines: Engines, monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[int] = []
    execute: Any = aiosqlite.Connection._execute

    async def count(connection: aiosqlite.Connection, *arguments: Any) -> Any:
        called.append(threading.get_ident())
        return await execute(connection, *arguments)

    async with engines.reading() as connection:
        await connection.execute(text("SELECT 1"))  # the transaction has begun
        monkeypatch.setattr(aiosqlite.Connection, "_execute", count)
        assert (await connection.execute(text("SELECT number FROM words"))).all() == []
    assert len(called) == 2  # the query, and the end of the transaction


async def test_a_cursor_tells_rows_ids_and_counts(engines: Engines) -> None:
    async with engines.writing() as connection:
        inserted = await connection.execute(text("INSERT INTO words (word) VALUES ('one')"))
        assert (inserted.lastrowid, inserted.rowcount) == (1, 1)
        await connection.execute(text("INSERT INTO words (word) VALUES (:word)"), [{"word": "two"}, {"word": "three"}])
        changed = await connection.execute(text("UPDATE words SET word = word || '!' WHERE number > 1"))
        assert changed.rowcount == 2
        returned = await connection.execute(text("DELETE FROM words WHERE number = 3 RETURNING word"))
        assert returned.scalars().all() == ["three!"]
    assert await engines.scalars(text("SELECT word FROM words ORDER BY number")) == ["one", "two!"]
