"""The sites that the bot reads, on loopback: pages and feeds that a test publishes, edits, and makes fail."""

import asyncio
import time
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final, Self

from aiohttp import web

from benchmarks.loopback import answer_feed, article_page, feed_item, serve_sites

SITES: Final = 60


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

    @asynccontextmanager
    async def open(self) -> AsyncIterator[Self]:
        """Serve all sites within the context."""
        app = web.Application()
        app.router.add_get("/{path:.*}", self._answer)
        async with serve_sites(app, [host(number) for number in range(SITES)]) as self.port:
            yield self

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
        return self.put(site, name, article_page(title, split_paragraphs(text), f"The Courier {site}"))

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
        shown = [feed_item(self.url(site, one.name), one.title, one.published_at) for one in reversed(items.values())]
        return answer_feed(request, f"The Courier {site}", shown, tag=str(hash(tuple(shown))))


def host(site: int) -> str:
    """The address of that site."""
    return f"127.21.0.{site + 1}"


def split_paragraphs(text: str) -> list[str]:
    """The paragraphs of ``text``, which empty lines separate."""
    return text.strip().split("\n\n")
