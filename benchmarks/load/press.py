"""The invented press on loopback: hundreds of feeds at addresses of their own, which gain articles when told to.

Each feed stands at an address of 127/8 of its own, so that the politeness to one site holds back no other. Feeds take
part in conditional requests (ETag), and say nothing of how often they want to be asked.
"""

import html
import socket
import time
from collections import Counter
from datetime import UTC, datetime
from types import TracebackType
from typing import Final, Self

from aiohttp import web

from benchmarks.load.invented import invent_article

SHOWN: Final = 40
"""Newest articles that a feed shows."""
_LONG_AGO: Final = datetime(2026, 1, 1, tzinfo=UTC)


class ComponentAction:
    """The feeds, within the context. Article n (from 0) is brought by feed n modulo ``feeds``.

    The first ``feeds`` articles stand there from the beginning, one in each feed: nobody is told of those.
    """

    def __init__(self, feeds: int, *, words: int = 350) -> None:
        self.feeds = feeds
        self.words = words
        self.published = feeds
        """How many articles are out, the first ones included."""
        self.published_at: dict[int, float] = {}
        """When each later article came out, seconds of ``time.monotonic``."""
        self.requests: Counter[str] = Counter()
        """How often feeds and pages were asked for, by kind of answer."""
        self.port = 0
        self._dates: dict[int, datetime] = {}
        self._runner: web.AppRunner | None = None

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.router.add_get("/feed", self._feed)
        app.router.add_get("/a/{number}", self._page)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
        await self._runner.setup()
        for number in range(self.feeds):
            listening = socket.create_server((host(number), self.port), backlog=64)
            self.port = int(listening.getsockname()[1])
            await web.SockSite(self._runner, listening).start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._runner is not None:
            await self._runner.cleanup()

    @property
    def allowed(self) -> str:
        """For the setting ALLOW_PRIVATE_HOSTS."""
        return ",".join(f"{host(number)}:{self.port}" for number in range(self.feeds))

    def feed_url(self, feed: int) -> str:
        """Where that feed is."""
        return f"http://{host(feed)}:{self.port}/feed"

    def article_url(self, number: int) -> str:
        """Where that article is."""
        return f"http://{host(number % self.feeds)}:{self.port}/a/{number}"

    def publish(self, count: int) -> None:
        """Bring ``count`` more articles, the next feeds one each, and round again."""
        now = time.monotonic()
        self.published_at |= dict.fromkeys(range(self.published, self.published + count), now)
        self._dates |= dict.fromkeys(range(self.published, self.published + count), datetime.now(UTC))
        self.published += count

    def articles_of(self, feed: int) -> list[int]:
        """The numbers of the articles of that feed, oldest first."""
        return list(range(feed, self.published, self.feeds))

    async def _feed(self, request: web.Request) -> web.Response:
        feed = _find_number(request)
        numbers = self.articles_of(feed)
        tag = f'"{len(numbers)}"'
        if request.headers.get("If-None-Match") == tag:
            self.requests["feed, 304"] += 1
            return web.Response(status=304, headers={"ETag": tag})
        self.requests["feed"] += 1
        items = "".join(self._tell_item(number) for number in numbers[: -SHOWN - 1 : -1])
        words = f"<rss version='2.0'><channel><title>Courier {feed}</title>{items}</channel></rss>"
        return web.Response(text=words, content_type="application/rss+xml", headers={"ETag": tag})

    def _tell_item(self, number: int) -> str:
        article = invent_article(number, words=0)
        link = self.article_url(number)
        at = self._dates.get(number, _LONG_AGO)
        return (
            f"<item><guid>{link}</guid><link>{link}</link><title>{html.escape(article.title)}</title>"
            f"<pubDate>{at:%a, %d %b %Y %H:%M:%S} GMT</pubDate>"
            f"<description>{html.escape(article.paragraphs[0])}</description></item>"
        )

    async def _page(self, request: web.Request) -> web.Response:
        number = int(request.match_info["number"])
        if number >= self.published:
            raise web.HTTPNotFound
        self.requests["page"] += 1
        article = invent_article(number, words=self.words)
        body = "".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in article.paragraphs)
        site = f"Courier {number % self.feeds}"
        title = html.escape(article.title)
        return web.Response(
            text=f'<!doctype html><html lang="en"><head><title>{title}</title><meta property="og:site_name" '
            f'content="{site}"></head><body><article><h1>{title}</h1>{body}</article></body></html>',
            content_type="text/html",
        )


def host(feed: int) -> str:
    """The address of that feed's site."""
    return f"127.8.{feed // 250}.{feed % 250 + 1}"


def _find_number(request: web.Request) -> int:
    _, _, high, low = request.url.host.split(".") if request.url.host else ("0", "0", "0", "1")
    return int(high) * 250 + int(low) - 1
