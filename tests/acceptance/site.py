"""The sites that the bot reads, on loopback: pages and feeds that a test publishes, edits, and has fail.

Every site has an address of its own in 127/8 and one port, so that politeness to one holds back no other.
"""

import asyncio
import html
import socket
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import TracebackType
from typing import Final, Self

from aiohttp import web

SITES: Final = 60
_LONG_AGO: Final = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Page:
    """What is answered at one path; after ``delay`` seconds, in which it may be given up."""

    body: bytes
    content_type: str = "text/html"
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    delay: float = 0.0


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a feed, whose page stands at its link."""

    name: str
    title: str
    published_at: datetime


@dataclass(slots=True)
class Web:
    """All sites, within the context. ``seen_at`` tells when an item was first shown to who asked for its feed."""

    port: int = 0
    pages: dict[tuple[int, str], Page] = field(default_factory=dict)
    feeds: dict[int, dict[str, Item]] = field(default_factory=dict)
    seen_at: dict[tuple[int, str], float] = field(default_factory=dict)
    asked: Counter[tuple[int, str]] = field(default_factory=Counter)
    agents: set[str] = field(default_factory=set)
    _runner: web.AppRunner | None = None

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.router.add_get("/{path:.*}", self._answer)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.5)
        await self._runner.setup()
        for number in range(SITES):
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
        return ",".join(f"{host(number)}:{self.port}" for number in range(SITES))

    def url(self, site: int, path: str) -> str:
        """An address of that site."""
        return f"http://{host(site)}:{self.port}/{path}"

    def put(self, site: int, path: str, page: Page | str) -> str:
        """Show ``page`` at an address, which is given back."""
        self.pages[site, path] = Page(page.encode()) if isinstance(page, str) else page
        return self.url(site, path)

    def publish(self, site: int, name: str, title: str, text: str, *, in_feed: bool = True) -> str:
        """Bring an article on a page of its own, and in the site's feed; or edit it. Its address."""
        known = self.feeds.setdefault(site, {}).get(name)
        if in_feed:
            at = known.published_at if known else datetime.now(UTC)
            self.feeds[site][name] = Item(name, title, at)
        return self.put(site, name, article_page(title, text, f"The Courier {site}"))

    async def _answer(self, request: web.Request) -> web.Response:
        site, path = int(request.url.host.rpartition(".")[2]) - 1 if request.url.host else 0, request.match_info["path"]
        self.asked[site, path] += 1
        self.agents.add(request.headers.get("User-Agent", ""))
        if path == "feed":
            return self._feed(site, request)
        page = self.pages.get((site, path))
        if page is None:
            return web.Response(status=404, text="nothing here")
        await asyncio.sleep(page.delay)
        return web.Response(
            body=page.body, status=page.status, headers=page.headers | {"Content-Type": page.content_type}
        )

    def _feed(self, site: int, request: web.Request) -> web.Response:
        items = self.feeds.get(site)
        if items is None:
            return web.Response(status=404)
        now = time.monotonic()
        for name in items:
            self.seen_at.setdefault((site, name), now)
        body = "".join(self._tell(site, item) for item in reversed(items.values()))
        words = f"<rss version='2.0'><channel><title>The Courier {site}</title>{body}</channel></rss>"
        tag = f'"{hash(words)}"'
        if request.headers.get("If-None-Match") == tag:
            return web.Response(status=304, headers={"ETag": tag})
        return web.Response(text=words, content_type="application/rss+xml", headers={"ETag": tag})

    def _tell(self, site: int, item: Item) -> str:
        link = self.url(site, item.name)
        return (
            f"<item><guid>{link}</guid><link>{link}</link><title>{html.escape(item.title)}</title>"
            f"<pubDate>{item.published_at:%a, %d %b %Y %H:%M:%S} GMT</pubDate></item>"
        )


def article_page(title: str, text: str, outlet: str, *, language: str = "en", head: str = "") -> str:
    """A page with one article, whose paragraphs stand apart by empty lines."""
    body = "".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in text.strip().split("\n\n"))
    title = html.escape(title)
    site = f'<meta property="og:site_name" content="{html.escape(outlet)}">'
    return (
        f'<!doctype html><html lang="{language}"><head><title>{title}</title>{site}{head}</head>'
        f"<body><article><h1>{title}</h1>{body}</article></body></html>"
    )


def host(site: int) -> str:
    """The address of that site."""
    return f"127.21.0.{site + 1}"
