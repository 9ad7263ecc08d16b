import asyncio
from collections.abc import AsyncIterator
from datetime import UTC
from pathlib import Path
from typing import cast

import pytest

from bot.archive.store import Archive
from bot.console.session import ConsoleSession
from bot.container import Services
from bot.domain.analysis import Analysis
from bot.domain.article import Article
from bot.errors import FetchError
from bot.pictures.typst_renderer import PictureRenderer
from bot.render.terminal import Screen
from bot.services.articles import ArticleService
from bot.services.catch_up import CatchUpService
from bot.services.channel_pages import ChannelPageService
from bot.services.digest_composer import ArchiveDigestComposer
from bot.services.post_origins import PostExplanationService
from bot.services.preferences import PreferenceService
from bot.services.push_sources import PushSourceService
from bot.services.questions import QuestionService
from bot.services.schedules import ScheduleService
from bot.services.statement_search import StatementSearchService
from bot.services.status import StatusService as Overlook
from bot.services.subscriptions import SubscriptionService
from bot.services.timeline import TimelineService
from bot.services.two_sides import TwoSidesService
from bot.services.watches import WatchService
from bot.web.fetch import FetchedPage, Fetcher
from tests.cogs.invented import ENGINE, HTML, URL, analyse_by_hand
from tests.databases import NewArchive
from tests.unit.services.fakes import ARTICLES_URL, PAGES_URL, DigestsByHand, FeedFetcher, StoppedClock


class OnePage:
    """Fetches the one page there is."""

    async def fetch(self, address: str) -> FetchedPage:
        if address != URL:
            raise FetchError("There is no page at this address.", "Check the link.", resource=address)
        return FetchedPage(URL, 200, {"Content-Type": "text/html"}, HTML.encode())


class ByHand:
    """Gives the reading made by hand."""

    engine = ENGINE

    async def analyse(self, article: Article) -> Analysis:
        return analyse_by_hand(article)


@pytest.fixture
async def archive(tmp_path: Path, new_archive: NewArchive) -> AsyncIterator[Archive]:
    archive = await Archive.open(new_archive(tmp_path / "archive.sqlite3"))
    yield archive
    await archive.close()


@pytest.fixture
def article_service(archive: Archive) -> ArticleService:
    """A newsroom over a real archive, with one page to fetch and readings made by hand."""
    return ArticleService(cast("Fetcher", OnePage()), archive, ByHand())


@pytest.fixture
def clock() -> StoppedClock:
    return StoppedClock()


@pytest.fixture
def services(archive: Archive, article_service: ArticleService, clock: StoppedClock) -> Services:
    """The desk's services over the same archive, with a few feeds to fetch."""
    sides = TwoSidesService(article_service, archive.stories, archive.search)
    saying = StatementSearchService(archive.search, archive.preferences, clock)
    return Services(
        SubscriptionService(
            archive.feeds, archive.posts, FeedFetcher(), clock, sources=PushSourceService(archive, clock, ARTICLES_URL)
        ),
        ScheduleService(archive.schedules, archive.posts, DigestsByHand(), clock, archive.preferences),
        PostExplanationService(archive.posts, archive.postings, archive.schedules),
        Overlook(archive.feeds, archive.posts, archive.schedules, clock),
        WatchService(archive.watches, clock),
        PreferenceService(archive.preferences),
        archive.forgetting,
        sides,
        TimelineService(archive.search, archive.preferences, clock),
        saying,
        PictureRenderer(asyncio.to_thread),
        QuestionService(archive.search, saying, sides, archive.preferences, clock),
        CatchUpService(archive.looks, ArchiveDigestComposer(archive, clock), clock),
        ChannelPageService(archive.pages, clock, PAGES_URL),
    )


@pytest.fixture
def desk(article_service: ArticleService, services: Services) -> ConsoleSession:
    """A desk that answers in plain lines, times in UTC."""
    return ConsoleSession(article_service, services, lambda: Screen(zone=UTC), "archive.sqlite3")
