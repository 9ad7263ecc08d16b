"""Finds the feed that an address, a page, a profile or a name of the catalogue leads to; and which sources answer."""

import asyncio
import hashlib
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Protocol

from yarl import URL

from bot.clock import Clock
from bot.concurrency import Offload
from bot.domain.feed import Feed, FeedDocument, FeedHealth, FeedLink
from bot.errors import AttacheError, FetchError, ParseError, UsageError
from bot.gazetteer.source_catalogue import CatalogueSource, SourceCatalogue, package_catalogue
from bot.i18n.messages import Translatable, translatable
from bot.services.articles import find_address
from bot.web.feeds.identity import IdentifiedEntry, identify_entries
from bot.web.feeds.platform_addresses import find_account_feed, find_platform_feed, find_profile_feed
from bot.web.fetch import FetchedPage
from bot.web.parsers import find_feeds, find_news_sitemaps, parse_feed

SOURCES_AT_ONCE = 8
"""Sources of the catalogue that are asked concurrently; the fetcher limits requests per host."""


class FeedFetcher(Protocol):
    """Fetches a possible feed or page, through the address guard and within limits."""

    async def fetch_source(self, address: str) -> FetchedPage:
        """Fetch ``address``. Raises ``FetchError``."""
        ...


@dataclass(frozen=True, slots=True)
class FoundFeed:
    """A feed as fetched now, the page that led to it if any, and other feeds on that page."""

    feed: Feed
    document: FeedDocument
    entries: tuple[IdentifiedEntry, ...]
    found_on: str | None = None
    others: tuple[FeedLink, ...] = ()


class FeedLookup:
    """Looks feeds up. ``offload`` parses untrusted documents; ``local``, always on this machine, identifies entries."""

    def __init__(
        self,
        fetcher: FeedFetcher,
        clock: Clock,
        *,
        offload: Offload = asyncio.to_thread,
        local: Offload = asyncio.to_thread,
        catalogue: SourceCatalogue | None = None,
    ) -> None:
        self._catalogue = catalogue or package_catalogue()
        self._fetcher = fetcher
        self._clock = clock
        self._offload = offload
        self._local = local

    async def find(self, words: str) -> FoundFeed:
        """The feed of a catalogue source, at an address, or linked there. Raises ``AttacheError``."""
        if source := self._catalogue.find(words):
            return await self.load(source.feed)
        url = find_account_feed(words) or find_address(words)
        if url is None:
            raise UsageError(self._not_found(words))
        if platform := find_platform_feed(url):
            return replace(await self.load(platform), found_on=None if platform == url else url)
        page = await self._fetcher.fetch_source(url)
        try:
            return await self._read(page, url)
        except ParseError as error:
            return await self._find_on(page, error)

    async def load(self, address: str) -> FoundFeed:
        """The feed at exactly ``address``, with one request. Raises ``AttacheError``."""
        return await self._read(await self._fetcher.fetch_source(address), address)

    def _not_found(self, words: str) -> Translatable:
        near = self._catalogue.suggest(words) if words.strip() else ()
        return translatable("desk-no-source", near=near[0].name) if near else translatable("desk-no-address")

    async def _find_on(self, page: FetchedPage, error: ParseError) -> FoundFeed:
        """The feed that ``page`` leads to, which is none itself: else raises ``error``."""
        links = await self._offload(find_feeds, page.body, url=page.url)
        if links and (links[0].declared or len(links) == 1):
            return replace(await self.load(links[0].url), found_on=page.url, others=tuple(links[1:]))
        if links:
            raise error
        attempts: tuple[Callable[[str], Awaitable[FoundFeed | None]], ...] = (self._find_profile, self._find_sitemap)
        for attempt in attempts:
            try:
                found = await attempt(page.url)
            except (FetchError, ParseError):
                continue
            if found is not None:
                return replace(found, found_on=page.url)
        raise error

    async def _find_profile(self, url: str) -> FoundFeed | None:
        address = find_profile_feed(url)
        return await self.load(address) if address else None

    async def _find_sitemap(self, url: str) -> FoundFeed | None:
        robots = await self._fetcher.fetch_source(str(URL(url).origin() / "robots.txt"))
        sitemaps = await self._offload(find_news_sitemaps, robots.body)
        return await self.load(sitemaps[0]) if sitemaps else None

    async def _read(self, fetched: FetchedPage, address: str) -> FoundFeed:
        """Parse what ``address`` returned as a feed, with its permanent new address. Raises ``ParseError``."""
        now = self._clock.now()
        headers = {name.lower(): value for name, value in fetched.headers.items()}
        document = await self._offload(parse_feed, fetched.body, url=fetched.url, headers=headers, now=now)
        entries = await self._local(identify_entries, document)
        feed = Feed(
            0,
            fetched.moved_to or address,
            title=document.title,
            site=document.site,
            language=document.language,
            etag=headers.get("etag"),
            last_modified=headers.get("last-modified"),
            health=FeedHealth.HEALTHY,
            last_polled_at=now,
            body_sha256=hashlib.sha256(fetched.body).hexdigest(),
            ttl_seconds=document.ttl_seconds,
            polls=1,
        )
        return FoundFeed(replace(feed, next_poll_at=now + timedelta(seconds=feed.interval)), document, entries)


async def look_up(lookup: FeedLookup, words: str) -> FoundFeed | AttacheError:
    """The feed that ``words`` lead to, or why there is none; for many at once."""
    try:
        return await lookup.find(words)
    except AttacheError as error:
        return error


@dataclass(frozen=True, slots=True)
class SourceReport:
    """What a source answered: the number of its entries and the newest date; or an error."""

    source: CatalogueSource
    entries: int = 0
    newest_at: datetime | None = None
    error: AttacheError | None = None

    @property
    def answers(self) -> bool:
        """Whether it can be followed: it is a feed, and carries something."""
        return self.error is None and self.entries > 0


async def check_sources(sources: Sequence[CatalogueSource], lookup: FeedLookup) -> AsyncIterator[SourceReport]:
    """A report of each of ``sources``, in their order, as soon as it is known."""
    turns = asyncio.Semaphore(SOURCES_AT_ONCE)

    async def check(source: CatalogueSource) -> SourceReport:
        async with turns:
            return await _check(source, lookup)

    async with asyncio.TaskGroup() as group:
        for task in [group.create_task(check(source)) for source in sources]:
            yield await task


async def _check(source: CatalogueSource, lookup: FeedLookup) -> SourceReport:
    try:
        entries = (await lookup.load(source.feed)).document.entries
    except AttacheError as error:
        return SourceReport(source, error=error)
    dates = [date for entry in entries if (date := entry.dated_at)]
    return SourceReport(source, len(entries), max(dates, default=None))
