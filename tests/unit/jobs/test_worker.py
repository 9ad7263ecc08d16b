"""The desk at work as a whole: it opens, and what ends it is known by its own kind."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any, cast

import pytest

from bot.archive.store import Archive
from bot.clock import SystemClock
from bot.domain.feed import Entry, Feed, ItemState, SubscriptionOptions
from bot.domain.item_outcomes import Outcome
from bot.errors import ArchiveError, FetchError, SettingsError
from bot.jobs import worker
from bot.jobs.dependencies import WorkerDependencies
from bot.jobs.dispatcher import Dispatcher, JobKind
from bot.jobs.job_kinds import ITEMS_AT_ONCE
from bot.jobs.polling import LEASE
from bot.jobs.worker import run_worker
from bot.services.digest_composer import ArchiveDigestComposer
from bot.web.fetch import FetchedPage
from tests.unit.jobs.worker_setup import HARBOUR, OURS, Newsdesk

pytestmark = pytest.mark.sqlite_only("which database it is makes no difference here")


@pytest.fixture
def parts(archive: Archive) -> WorkerDependencies:
    desk, clock = Newsdesk(archive), SystemClock()
    web = cast("Any", desk.web)
    return WorkerDependencies(
        archive, web, desk.article_service, ArchiveDigestComposer(archive, clock), clock, asyncio.to_thread
    )


@asynccontextmanager
async def at_work(parts: WorkerDependencies) -> AsyncIterator[Mapping[JobKind, Dispatcher]]:
    async with run_worker(parts, cast("Any", None)) as dispatchers:
        yield dispatchers


async def test_it_opens_and_closes(parts: WorkerDependencies) -> None:
    async with at_work(parts) as dispatchers:
        works = {JobKind.ITEM, JobKind.DIGEST, JobKind.WATCH, JobKind.FOLLOW_UP}
        assert set(dispatchers) == works, "nothing is sent without a postbox"


@pytest.mark.slow
async def test_a_site_whose_pages_never_come_holds_up_no_other(parts: WorkerDependencies, archive: Archive) -> None:
    """All of it is real: more items hang than are read at once."""
    desk = Newsdesk(archive)
    desk.clock.at = parts.clock.now()
    answer = desk.web.fetch

    async def hang(address: str) -> FetchedPage:
        if "rude.example" in address:
            await asyncio.Event().wait()
        return await answer(address)

    cast("Any", desk.web).fetch = hang
    rude = await desk.follow("rude")
    pages = [Entry(guid=str(n), link=f"https://rude.example/{n}", title=f"Rude {n}") for n in range(3 * ITEMS_AT_ONCE)]
    await desk.show(rude, *pages)
    good = await desk.follow("good")
    number = await desk.publish(good, "harbour", HARBOUR)
    async with (
        at_work(replace(parts, article_service=desk.article_service, fetcher=cast("Any", desk.web))),
        asyncio.timeout(30),
    ):
        while (await desk.item(number)).state is ItemState.NEW:  # noqa: ASYNC110 - another task's end sets no event here
            await asyncio.sleep(0.05)
    assert set(await desk.fates(rude)) == {Outcome.WAITING}


async def test_who_comes_to_the_desk_polls_what_was_claimed_there_before(
    parts: WorkerDependencies, archive: Archive
) -> None:
    asked = asyncio.Event()

    class Web:
        async def fetch_source(self, *_: object, **__: object) -> Any:
            asked.set()
            raise FetchError("This site cannot be reached.", "Try again later.")

    clock = parts.clock
    await archive.feeds.follow(
        OURS, Feed(0, "https://quill.example/feed"), (), SubscriptionOptions("7", "x"), clock.now() - LEASE
    )
    assert await archive.feeds.claim_due(clock.now(), limit=9, lease=LEASE), "then its process was lost"
    async with at_work(replace(parts, fetcher=cast("Any", Web()))):
        await asyncio.wait_for(asked.wait(), 30)


async def test_what_ends_the_connection_is_told_as_it_is(parts: WorkerDependencies) -> None:
    with pytest.raises(SettingsError, match="token"):
        async with at_work(parts):
            raise SettingsError("Discord does not accept the token.", "Copy it again.")


async def test_a_part_that_breaks_ends_the_desk_as_itself(
    parts: WorkerDependencies, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Broken:
        def __init__(self, *_: Any, **__: Any) -> None:
            pass

        async def run(self) -> None:
            raise ArchiveError("The archive's file is damaged.", "Restore a backup.")

    monkeypatch.setattr(worker, "Upkeep", Broken)
    with pytest.raises(ArchiveError, match="damaged"):
        async with at_work(parts):
            await asyncio.Event().wait()


async def test_being_cancelled_is_no_error_of_its_own(parts: WorkerDependencies) -> None:
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
