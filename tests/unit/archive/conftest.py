"""An empty archive, on SQLite and on PostgreSQL (see :mod:`tests.databases`)."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psycopg
import pytest

Tamper = Callable[[str], list[tuple[Any, ...]]]


@pytest.fixture
def file(sqlite_file: Path) -> Path:
    """The archive's file, for tests of SQLite alone."""
    return sqlite_file


@pytest.fixture
def url(database_url: str) -> str:
    return database_url


@pytest.fixture
def tamper(database: str, file: Path, url: str) -> Tamper:
    """Does to the archive what nobody should, behind its back; gives the rows it asked for."""

    def run(statement: str) -> list[tuple[Any, ...]]:
        if database == "sqlite":
            connection = sqlite3.connect(file)
            try:
                with connection:
                    return connection.execute(statement).fetchall()
            finally:
                connection.close()
        with psycopg.connect(url) as other:
            cursor = other.execute(statement.encode())
            return cursor.fetchall() if cursor.description else []

    return run
