from collections.abc import AsyncIterator
from pathlib import Path
from typing import cast

import pytest

from bot.archive.store import Archive
from bot.console.desk import Desk
from bot.domain.analysis import Analysis
from bot.domain.article import Article
from bot.errors import FetchError
from bot.newsroom import Newsroom
from bot.render.terminal import Screen
from bot.sources.fetch import Fetched, Fetcher
from tests.cogs.invented import ENGINE, HTML, URL, analyse_by_hand


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
async def newsroom(tmp_path: Path) -> AsyncIterator[Newsroom]:
    """A newsroom over a real archive, with one page to fetch and readings made by hand."""
    archive = await Archive.open(f"sqlite+aiosqlite:///{tmp_path / 'archive.sqlite3'}")
    try:
        yield Newsroom(cast("Fetcher", OnePage()), archive, ByHand())
    finally:
        await archive.close()


@pytest.fixture
def desk(newsroom: Newsroom) -> Desk:
    """A desk that answers in plain lines."""
    return Desk(newsroom, Screen, "archive.sqlite3")
