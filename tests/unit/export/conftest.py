"""An archive on SQLite; for PostgreSQL see tests/unit/archive/test_export_queries.py."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.archive.store import Archive
from bot.export.channel_sites import ChannelSites
from bot.export.page_server import PageServer
from bot.ingest.server import serve
from tests.databases import NewArchive
from tests.unit.export.invented import BRIDGE, LATER
from tests.unit.export.page_reader import ADDRESS, Reader
from tests.unit.services.fakes import StoppedClock


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


@pytest.fixture
async def reader(archive: Archive) -> AsyncIterator[Reader]:
    clock = StoppedClock()
    server = PageServer(ChannelSites(archive, clock, ADDRESS), clock, burst=60, a_minute=60.0, wrong=5)
    async with serve(server.make_app(), "127.0.0.1", 0) as port, aiohttp.ClientSession() as session:
        found = Reader(archive, clock, session, f"http://127.0.0.1:{port}")
        found.token = await found.publish()
        yield found


@pytest.fixture
async def browser() -> AsyncIterator[Any]:
    playwright = pytest.importorskip(
        "playwright.async_api", reason="Playwright (the extra [pictures]) is not installed"
    )
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if path is None:
        pytest.skip("no Chromium is installed")
    async with playwright.async_playwright() as started:
        browser = await started.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        await browser.close()
