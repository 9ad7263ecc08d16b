"""Hundreds of invented feeds on loopback, each at its own address, which publish articles on request.

The feeds answer conditional requests (ETag) and do not say how often they want to be polled.
"""

import time
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Final, Self

from aiohttp import web

from benchmarks.load.invented import invent_article
from benchmarks.loopback import answer_feed, article_page, feed_item, serve_sites

SHOWN: Final = 40
"""Newest articles that a feed lists."""
_LONG_AGO: Final = datetime(2026, 1, 1, tzinfo=UTC)


class FeedSites:
    """The feeds. Article n (from 0) is in feed n modulo ``feeds``.

    The first ``feeds`` articles, one per feed, are there from the beginning, so they are not news.
    """

    def __init__(self, feeds: int, *, words: int = 350) -> None:
        self.feeds = feeds
        self.words = words
        self.published = feeds
        """Number of published articles, including the first ones."""
        self.published_at: dict[int, float] = {}
        """When each later article was published, in seconds of ``time.monotonic``."""
        self.requests: Counter[str] = Counter()
        """Number of requests for feeds and pages, by kind of answer."""
        self.port = 0
        self._dates: dict[int, datetime] = {}

    @asynccontextmanager
    async def open(self) -> AsyncIterator[Self]:
        """Serve the feeds and pages within the context."""
        app = web.Application()
        app.router.add_get("/feed", self._feed)
        app.router.add_get("/a/{number}", self._page)
        async with serve_sites(app, [host(number) for number in range(self.feeds)]) as self.port:
            yield self

    @property
    def allowed(self) -> str:
        """For the setting ALLOW_PRIVATE_HOSTS."""
        return ",".join(f"{host(number)}:{self.port}" for number in range(self.feeds))

    def feed_url(self, feed: int) -> str:
        """The address of ``feed``."""
        return f"http://{host(feed)}:{self.port}/feed"

    def article_url(self, number: int) -> str:
        """The address of article ``number``."""
        return f"http://{host(number % self.feeds)}:{self.port}/a/{number}"

    def publish(self, count: int) -> None:
        """Publish ``count`` more articles, in the feeds in turn."""
        now = time.monotonic()
        self.published_at |= dict.fromkeys(range(self.published, self.published + count), now)
        self._dates |= dict.fromkeys(range(self.published, self.published + count), datetime.now(UTC))
        self.published += count

    def articles_of(self, feed: int) -> list[int]:
        """The numbers of the articles in ``feed``, oldest first."""
        return list(range(feed, self.published, self.feeds))

    async def _feed(self, request: web.Request) -> web.Response:
        feed = _find_number(request)
        numbers = self.articles_of(feed)
        items = (self._compose_item(number) for number in numbers[: -SHOWN - 1 : -1])
        answer = answer_feed(request, f"Courier {feed}", items, tag=str(len(numbers)))
        self.requests["feed, 304" if answer.status == 304 else "feed"] += 1
        return answer

    def _compose_item(self, number: int) -> str:
        article = invent_article(number, words=0)
        at = self._dates.get(number, _LONG_AGO)
        return feed_item(self.article_url(number), article.title, at, article.paragraphs[0])

    async def _page(self, request: web.Request) -> web.Response:
        number = int(request.match_info["number"])
        if number >= self.published:
            raise web.HTTPNotFound
        self.requests["page"] += 1
        article = invent_article(number, words=self.words)
        page = article_page(article.title, article.paragraphs, f"Courier {number % self.feeds}")
        return web.Response(text=page, content_type="text/html")


def host(feed: int) -> str:
    """The address of the site of ``feed``."""
    return f"127.8.{feed // 250}.{feed % 250 + 1}"


def _find_number(request: web.Request) -> int:
    _, _, high, low = request.url.host.split(".") if request.url.host else ("0", "0", "0", "1")
    return int(high) * 250 + int(low) - 1
