"""The desk in miniature, over an empty archive on SQLite and on PostgreSQL."""

import pytest

from bot.archive.store import Archive
from tests.unit.jobs.worker_setup import Newsdesk


@pytest.fixture
def desk(archive: Archive) -> Newsdesk:
    return Newsdesk(archive)
