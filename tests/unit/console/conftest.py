import asyncio
from collections.abc import AsyncIterator
from datetime import UTC
from pathlib import Path
from typing import cast

import pytest

from bot.archive.store import Archive
from bot.console.desk import Desk
from bot.desk.bureau import Bureau
from bot.desk.chronicle import Chronicle
from bot.desk.overview import Desk as Overlook
from bot.desk.preferences import PreferenceDesk
from bot.desk.questions import Questions
from bot.desk.reasons import Reasons
from bot.desk.said import Saying
from bot.desk.schedules import Schedules
from bot.desk.sides import Sides
from bot.desk.sources import Sources
from bot.desk.subscriptions import Subscriptions
from bot.desk.watches import Watches
from bot.domain.analysis import Analysis
from bot.domain.article import Article
from bot.errors import FetchError
from bot.newsroom import Newsroom
from bot.pictures.studio import Studio
from bot.render.terminal import Screen
from bot.sources.fetch import Fetched, Fetcher
from tests.cogs.invented import ENGINE, HTML, URL, analyse_by_hand
from tests.unit.desk.fakes import ARTICLES_URL, DigestsByHand, FeedFetcher, StoppedClock


class OnePage:
    """Fetches the one page there is."""

    async def fetch(self, address: str) -> Fetched:
        if address != URL:
            raise FetchError("There is no page at this address.", "Check the link.", resource=address)
        return Fetched(URL, 200, {"Content-Type": "text/html"}, HTML.encode(), "text/html", "utf-8")


class ByHand:
    """Gives the reading made by hand."""

    engine = ENGINE

    async def analyse(self, article: Article) -> Analysis:
        return analyse_by_hand(article)


@pytest.fixture
async def archive(tmp_path: Path) -> AsyncIterator[Archive]:
    archive = await Archive.open(f"sqlite+aiosqlite:///{tmp_path / 'archive.sqlite3'}")
    yield archive
    await archive.close()


@pytest.fixture
def newsroom(archive: Archive) -> Newsroom:
    """A newsroom over a real archive, with one page to fetch and readings made by hand."""
    return Newsroom(cast("Fetcher", OnePage()), archive, ByHand())


@pytest.fixture
def clock() -> StoppedClock:
    return StoppedClock()


@pytest.fixture
def bureau(archive: Archive, newsroom: Newsroom, clock: StoppedClock) -> Bureau:
    """The desk's services over the same archive, with a few feeds to fetch."""
    sides = Sides(newsroom, archive.stories, archive.search)
    saying = Saying(archive.search, archive.preferences, clock)
    return Bureau(
        Subscriptions(
            archive.feeds, archive.posts, FeedFetcher(), clock, sources=Sources(archive, clock, ARTICLES_URL)
        ),
        Schedules(archive.schedules, archive.posts, DigestsByHand(), clock, archive.preferences),
        Reasons(archive.posts, archive.postings, archive.schedules),
        Overlook(archive.feeds, archive.posts, archive.schedules, clock),
        Watches(archive.watches, clock),
        PreferenceDesk(archive.preferences),
        archive.forgetting,
        sides,
        Chronicle(archive.search, archive.preferences, clock),
        saying,
        Studio(asyncio.to_thread),
        Questions(archive.search, saying, sides, archive.preferences, clock),
    )


@pytest.fixture
def desk(newsroom: Newsroom, bureau: Bureau) -> Desk:
    """A desk that answers in plain lines, times in UTC."""
    return Desk(newsroom, bureau, lambda: Screen(zone=UTC), "archive.sqlite3")
