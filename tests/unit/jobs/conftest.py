"""The desk in miniature, over an empty archive on SQLite and on PostgreSQL."""

from collections.abc import AsyncIterator

import pytest

from bot.archive.store import Archive
from tests.unit.jobs.worker_setup import Newsdesk


@pytest.fixture
async def archive(database_url: str) -> AsyncIterator[Archive]:
    archive = await Archive.open(database_url)
    yield archive
    await archive.close()


@pytest.fixture
def desk(archive: Archive) -> Newsdesk:
    return Newsdesk(archive)
