"""An archive on SQLite; for PostgreSQL see tests/unit/archive/test_export_queries.py."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.archive.store import Archive
from tests.databases import NewArchive
from tests.unit.export.invented import BRIDGE, LATER


@pytest.fixture
async def archive(tmp_path: Path, new_archive: NewArchive) -> AsyncIterator[Archive]:
    archive = await Archive.open(new_archive(tmp_path / "archive" / "archive.sqlite3"))
    yield archive
    await archive.close()


@pytest.fixture
async def filled(archive: Archive) -> Archive:
    """Two articles that tell of one event."""
    for reading in (BRIDGE, LATER):
        await archive.save_reading(reading)
    at = BRIDGE.article.published_at
    assert at is not None
    first = await archive.stories.place(BRIDGE.id, None, seen_at=at, signature=b"")
    await archive.stories.place(LATER.id, first.story, seen_at=at, signature=b"")
    return archive
