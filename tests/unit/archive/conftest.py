"""An empty archive in a file."""

import sqlite3
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest

from bot.archive.store import Archive

Tamper = Callable[..., list[tuple[Any, ...]]]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "archive.sqlite3"


@pytest.fixture
def url(file: Path) -> str:
    return f"sqlite+aiosqlite:///{file}"


@pytest.fixture
async def archive(url: str) -> AsyncIterator[Archive]:
    archive = await Archive.open(url)
    yield archive
    await archive.close()


@pytest.fixture
def tamper(file: Path) -> Tamper:
    """Does to the archive's file what nobody should, behind the archive's back; gives the rows it asked for."""

    def run(statement: str, *values: object) -> list[tuple[Any, ...]]:
        connection = sqlite3.connect(file)
        try:
            with connection:
                return connection.execute(statement, values).fetchall()
        finally:
            connection.close()

    return run
