"""The desk at work as a whole: it opens, and what ends it is known by its own kind."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, cast

import pytest

from bot.archive.store import Archive
from bot.desk.composing import Composer
from bot.errors import ArchiveError, SettingsError
from bot.work import running
from bot.work.clock import SystemClock
from bot.work.jobs import Jobs
from bot.work.parts import DeskParts
from bot.work.running import working_desk
from tests.unit.work.desk import Newsdesk

pytestmark = pytest.mark.sqlite_only("which database it is makes no difference here")


@pytest.fixture
def parts(archive: Archive, work_url: str) -> DeskParts:
    desk, clock = Newsdesk(archive), SystemClock()
    web = cast("Any", desk.web)
    return DeskParts(archive, web, desk.newsroom, Composer(archive, clock), clock, asyncio.to_thread, work_url)


@asynccontextmanager
async def at_work(parts: DeskParts) -> AsyncIterator[Jobs]:
    async with working_desk(parts, cast("Any", None)) as jobs:
        yield jobs


async def test_it_opens_and_closes(parts: DeskParts) -> None:
    async with at_work(parts) as jobs:
        assert await jobs.count_waiting() == 0


async def test_what_ends_the_connection_is_told_as_it_is(parts: DeskParts) -> None:
    with pytest.raises(SettingsError, match="token"):
        async with at_work(parts):
            raise SettingsError("Discord does not accept the token.", "Copy it again.")


async def test_a_part_that_breaks_ends_the_desk_as_itself(parts: DeskParts, monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken:
        def __init__(self, *_: Any, **__: Any) -> None:
            pass

        async def run(self) -> None:
            raise ArchiveError("The archive's file is damaged.", "Restore a backup.")

    monkeypatch.setattr(running, "Sweep", Broken)
    with pytest.raises(ArchiveError, match="damaged"):
        async with at_work(parts):
            await asyncio.Event().wait()


async def test_being_cancelled_is_no_error_of_its_own(parts: DeskParts) -> None:
    async def work() -> None:
        async with at_work(parts):
            opened.set()
            await asyncio.Event().wait()

    opened = asyncio.Event()
    task = asyncio.create_task(work())
    await opened.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
