"""What the console does by itself: feeds looked at, items printed once, its own digests, nobody else's posts."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from aiohttp import web

from benchmarks.loopback import serve
from bot.archive.store import Archive
from bot.concurrency import background_tasks
from bot.console.background_work import BackgroundWork
from bot.domain.feed import SubscriptionOptions
from bot.domain.post import Post, PostKind, PostState
from bot.i18n.messages import translate_stored
from bot.jobs.dependencies import WorkerDependencies
from bot.render.card import Card
from bot.render.card_codec import encode_card
from bot.render.terminal import Screen
from bot.services.articles import ArticleService
from bot.services.digest_composer import ArchiveDigestComposer
from bot.services.schedules import ScheduleRequest, ScheduleService
from bot.services.subscriptions import SubscriptionService
from bot.web.fetch import Fetcher
from tests.cogs.invented import HTML
from tests.unit.console.conftest import ByHand
from tests.unit.services.fakes import NOW, StoppedClock

ITEM = "<item><title>{title}</title><link>{link}</link><guid>{title}</guid></item>"


class Site:
    """A feed of as many items as a test says, and a page for each."""

    def __init__(self) -> None:
        self.titles = ["Old news"]
        self.address = ""

    async def feed(self, _: web.Request) -> web.Response:
        items = "".join(ITEM.format(title=title, link=f"{self.address}/{title[:3]}") for title in reversed(self.titles))
        return web.Response(text=f"<rss version='2.0'><channel><title>Harbour wire</title>{items}</channel></rss>")

    async def page(self, _: web.Request) -> web.Response:
        return web.Response(text=HTML, content_type="text/html")


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    site = Site()
    app = web.Application()
    app.router.add_get("/feed", site.feed)
    app.router.add_get("/{page}", site.page)
    async with serve(app) as site.address:
        yield site


@pytest.fixture
async def parts(archive: Archive, site: Site, clock: StoppedClock, tmp_path: Path) -> AsyncIterator[WorkerDependencies]:
    async with Fetcher("http://reader.invalid", frozenset({site.address.removeprefix("http://")})) as fetcher:
        article_service = ArticleService(fetcher, archive, ByHand())
        yield WorkerDependencies(
            archive, fetcher, article_service, ArchiveDigestComposer(archive, clock), clock, asyncio.to_thread
        )


@pytest.fixture
def printed() -> list[str]:
    return []


@pytest.fixture
def work(parts: WorkerDependencies, printed: list[str]) -> BackgroundWork:
    return BackgroundWork(parts, "console", lambda: Screen(zone=UTC), printed.append)


async def follow(parts: WorkerDependencies, site: Site) -> None:
    feeds = SubscriptionService(parts.archive.feeds, parts.archive.posts, parts.fetcher, parts.clock)
    await feeds.add("console", f"{site.address}/feed", SubscriptionOptions("console", "console"))


async def test_a_new_item_is_read_and_printed_once(
    work: BackgroundWork, parts: WorkerDependencies, site: Site, clock: StoppedClock, printed: list[str]
) -> None:
    await follow(parts, site)
    await work.catch_up()
    assert printed == [], "nothing old is posted"
    site.titles.append("New talks")
    clock.at += timedelta(hours=7)
    await work.catch_up()
    assert len(printed) == 1
    assert "From the feed Harbour wire" in printed[0]
    assert "<t:" not in printed[0]
    await work.catch_up()
    assert len(printed) == 1


async def test_a_digest_of_the_console_is_printed_when_it_is_due(
    work: BackgroundWork, parts: WorkerDependencies, clock: StoppedClock, printed: list[str]
) -> None:
    digests = ScheduleService(parts.archive.schedules, parts.archive.posts, parts.digests, clock)
    await digests.add("console", ScheduleRequest("10:00", "UTC", "console", "console"))
    await work.catch_up()
    assert printed == []
    clock.at = NOW.replace(hour=10, minute=1)
    await work.catch_up()
    await work.catch_up()
    assert len(printed) == 1
    assert translate_stored((await parts.archive.schedules.list("console"))[0].last_outcome or "") == "nothing new"


async def test_what_is_a_servers_stays_where_it_is(
    work: BackgroundWork, parts: WorkerDependencies, clock: StoppedClock, printed: list[str]
) -> None:
    digests = ScheduleService(parts.archive.schedules, parts.archive.posts, parts.digests, clock)
    await digests.add("discord:guild:7", ScheduleRequest("10:00", "UTC", "70", "discord:1"))
    post = Post(
        key="a" * 20, series="s", part=0, kind=PostKind.ITEM, owner="discord:guild:7", channel="70", subject="x",
        card=encode_card(Card(header="A server's")), created_at=clock.now(),
    )  # fmt: skip
    await parts.archive.posts.record([post], clock.now())
    clock.at = datetime(2026, 1, 1, 10, 1, tzinfo=UTC)
    await work.catch_up()
    assert printed == []
    assert (await parts.archive.schedules.list("discord:guild:7"))[0].last_day is None
    stored = await parts.archive.posts.load(post.key)
    assert stored
    assert stored.state is PostState.WAITING


async def test_while_somebody_sits_there_it_goes_on_by_itself(
    work: BackgroundWork, parts: WorkerDependencies, site: Site, clock: StoppedClock, printed: list[str]
) -> None:
    await follow(parts, site)
    site.titles.append("New talks")
    clock.at += timedelta(hours=7)
    async with background_tasks(work.run()), asyncio.timeout(30):
        while not printed:  # noqa: ASYNC110 - printing sets no event
            await asyncio.sleep(0.01)
    assert "New talks" not in printed[0], "the page's own title heads it"
