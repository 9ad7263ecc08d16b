"""Following feeds: adding one with a dry run, pausing, repairing, telling what became of items, lists in and out."""

import asyncio
import hashlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Protocol

from bot.archive.feeds import FeedStore
from bot.archive.outbox import PostStore
from bot.background import Offload
from bot.clock import Clock
from bot.domain.feed import Feed, FeedDocument, FeedHealth, FeedLink, Followed, OutlineFeed, Subscription
from bot.domain.filter import Filter
from bot.errors import AttacheError, ParseError, UsageError
from bot.i18n.messages import encode_message, translatable
from bot.services.articles import find_address
from bot.services.feed_results import FeedAdded, FeedsImported, FilterChanged, OutcomePage, PushSourceOpened
from bot.services.filter_fields import read_filter
from bot.services.filter_preview import preview_filter
from bot.services.push_sources import PUSH, PushSourceService
from bot.services.subscription_options import SubscriptionOptions
from bot.web.feeds.identity import IdentifiedEntry, identify_entries
from bot.web.fetch import FetchedPage
from bot.web.parsers import find_feeds, parse_feed, parse_opml, write_opml

MOST_FEEDS = 200
"""Feeds that one owner may follow."""
OUTCOMES_SHOWN = 8
"""Items on a page of "why"."""
NO_FILTER = "none"
"""What is typed to take a filter back."""
LOOKED_OVER = 50
"""Items, the newest, that a changed filter is tried on."""
_IMPORTED_AT_ONCE = 8
"""Feeds of a list that are looked at together; the fetcher holds each host to its own limit."""

Progress = Callable[[int, int], Awaitable[None]]
"""Told how many of how many are done."""


class FeedFetcher(Protocol):
    """Fetches what may be a feed or a page, through the guard and within its limits."""

    async def fetch_source(self, address: str) -> FetchedPage:
        """What ``address`` answers. Raises ``FetchError``."""
        ...


@dataclass(frozen=True, slots=True)
class _FoundFeed:
    """A feed as its address answered now."""

    feed: Feed
    document: FeedDocument
    entries: tuple[IdentifiedEntry, ...]
    found_on: str | None = None
    others: tuple[FeedLink, ...] = ()


class SubscriptionService:
    """What ``/feed`` does. Every method takes the owner first and touches nothing of another's.

    All raise ``AttacheError`` with a sentence for the person. ``offload`` is where documents of strangers are parsed;
    ``sources`` opens those that send their articles, None where none are received; ``local``, always in this machine,
    is where filters are tried.
    """

    def __init__(
        self,
        feeds: FeedStore,
        posts: PostStore,
        fetcher: FeedFetcher,
        clock: Clock,
        *,
        offload: Offload = asyncio.to_thread,
        sources: PushSourceService | None = None,
        local: Offload = asyncio.to_thread,
    ) -> None:
        self._feeds = feeds
        self._posts = posts
        self._fetcher = fetcher
        self._clock = clock
        self._offload = offload
        self._sources = sources
        self._local = local

    async def add(self, owner: str, address: str, wish: SubscriptionOptions) -> FeedAdded:
        """Follow the feed at ``address``, or the one that the page there names, from now on.

        One request where the address is a feed's, two where it is a page's. Nothing that it shows now will be posted.
        """
        filter_ = read_filter(wish.filter)
        if wish.name:
            raise UsageError(translatable("desk-feed-has-title"))
        await self._check_room(owner)
        source = await self._find_source(address)
        subscription = await self._follow(owner, source, wish, filter_)
        feed = await self._feeds.load_feed(subscription.feed_id)
        look = await self._local(preview_filter, source.document.entries, filter_, language=source.document.language)
        return FeedAdded(Followed(subscription, feed), look, source.document, source.found_on, source.others)

    async def open_source(self, owner: str, wish: SubscriptionOptions) -> PushSourceOpened:
        """A source that sends its articles itself, with its token."""
        filter_ = read_filter(wish.filter)
        sources = self._receiving()
        await self._check_room(owner)
        return await sources.open(owner, replace(wish, filter=str(filter_)))

    async def renew_token(self, owner: str, number: int) -> PushSourceOpened:
        """Another token for such a source; the old one ends."""
        return await self._receiving().renew(owner, number)

    async def refilter(self, owner: str, number: int, words: str) -> FilterChanged:
        """Give it another filter, "none" for none, which holds for what is not decided yet."""
        filter_ = Filter() if words.strip().casefold() == NO_FILTER else read_filter(words)
        found = await self._feeds.find(owner, number)
        newest = await self._feeds.why(owner, number, limit=LOOKED_OVER)
        entries = tuple(item.entry for item, _ in newest)
        look = await self._local(preview_filter, entries, filter_, language=found.feed.language)
        changed = await self._feeds.refilter(owner, number, str(filter_))
        return FilterChanged(changed, look, found.subscription.filter)

    async def followed(self, owner: str) -> tuple[Followed, ...]:
        """All that the owner follows, by number."""
        return await self._feeds.followed(owner)

    async def find(self, owner: str, number: int) -> Followed:
        """The owner's feed ``number``."""
        return await self._feeds.find(owner, number)

    async def remove(self, owner: str, number: int) -> Followed:
        """Follow it no more; what it was."""
        return await self._feeds.unfollow(owner, number)

    async def pause(self, owner: str, number: int) -> Followed:
        """Post nothing of it until it is resumed."""
        return await self._feeds.pause(owner, number, paused=True)

    async def resume(self, owner: str, number: int) -> Followed:
        """Go on with it, and try its channel again if that could not be posted to."""
        found = await self._feeds.find(owner, number)
        now = self._clock.now()
        await self._posts.repair(found.subscription.channel, now)
        return await self._feeds.pause(owner, number, paused=False)

    async def try_again(self, owner: str, works: Callable[[str], bool]) -> None:
        """Try those of the owner's broken channels again that ``works`` says may work now. Nobody is told anew."""
        now = self._clock.now()
        for place in await self._posts.broken(owner):
            if works(place.channel):
                await self._posts.repair(place.channel, now, asked=False)

    async def why(self, owner: str, number: int | None = None, *, before: int | None = None) -> OutcomePage:
        """What became of the newest items of a feed, or of those ``before`` an item.

        Without a number it is the feed that changed last.
        """
        found = await (self._feeds.find(owner, number) if number is not None else self._find_newest(owner))
        number = found.subscription.number
        fates = await self._feeds.why(owner, number, before=before, limit=OUTCOMES_SHOWN + 1)
        shown = fates[:OUTCOMES_SHOWN]
        return OutcomePage(found, shown, shown[-1][0].id if len(fates) > OUTCOMES_SHOWN else None)

    async def import_list(
        self, owner: str, body: bytes, wish: SubscriptionOptions, progress: Progress
    ) -> FeedsImported:
        """Follow the feeds of the OPML list ``body``, as far as there is room; those that fail stop no other."""
        filter_ = read_filter(wish.filter)
        outlines = await self._offload(parse_opml, body)
        known = {(one.feed.url, one.subscription.channel) for one in await self._feeds.followed(owner)}
        wanted = [outline for outline in outlines if (outline.url, wish.channel) not in known]
        room = MOST_FEEDS - len(known)
        if len(wanted) > room:
            free = max(room, 0)
            raise UsageError(translatable("desk-list-over-room", count=len(wanted), most=MOST_FEEDS, free=free))
        results = await self._import_all(owner, wanted, wish, filter_, progress)
        added = tuple(result for _, result in results if isinstance(result, Followed))
        failed = tuple((outline, result) for outline, result in results if isinstance(result, str))
        return FeedsImported(len(outlines), added, len(outlines) - len(wanted), failed)

    async def export_list(self, owner: str) -> bytes:
        """All feeds of the owner as OPML. Raises ``UsageError`` where there is none."""
        followed = [one for one in await self._feeds.followed(owner) if one.feed.kind != PUSH]
        if not followed:
            raise UsageError(translatable("desk-no-feeds"))
        feeds = {one.feed.url: OutlineFeed(one.feed.url, one.feed.title, one.feed.site) for one in followed}
        return await self._local(write_opml, tuple(feeds.values()), "Attaché", self._clock.now())

    async def _import_all(
        self, owner: str, wanted: list[OutlineFeed], wish: SubscriptionOptions, filter_: Filter, progress: Progress
    ) -> list[tuple[OutlineFeed, Followed | str]]:
        results: list[tuple[OutlineFeed, Followed | str]] = []
        for start in range(0, len(wanted), _IMPORTED_AT_ONCE):
            some = wanted[start : start + _IMPORTED_AT_ONCE]
            found = await asyncio.gather(*(self._look_at(outline.url) for outline in some))
            for outline, source in zip(some, found, strict=True):  # one after the other: numbers follow the list
                results.append((outline, await self._follow_imported(owner, source, wish, filter_)))
            await progress(len(results), len(wanted))
        return results

    async def _look_at(self, address: str) -> _FoundFeed | AttacheError:
        try:
            return await self._find_source(address)
        except AttacheError as error:
            return error

    async def _follow_imported(
        self, owner: str, source: _FoundFeed | AttacheError, wish: SubscriptionOptions, filter_: Filter
    ) -> Followed | str:
        try:
            if isinstance(source, AttacheError):
                return encode_message(source.whole)
            subscription = await self._follow(owner, source, wish, filter_)
        except UsageError as error:  # two addresses of the list lead to one feed
            return encode_message(error.whole)
        return Followed(subscription, source.feed)

    async def _find_newest(self, owner: str) -> Followed:
        followed = await self._feeds.followed(owner)
        if not followed:
            raise UsageError(translatable("desk-no-feeds"))
        return max(followed, key=lambda one: (one.feed.last_changed_at is not None, one.feed.last_changed_at))

    def _receiving(self) -> PushSourceService:
        if self._sources is None:
            raise UsageError(translatable("desk-not-receiving"))
        return self._sources

    async def _check_room(self, owner: str) -> None:
        if len(await self._feeds.followed(owner)) >= MOST_FEEDS:
            raise UsageError(translatable("desk-feeds-full", most=MOST_FEEDS))

    async def _follow(self, owner: str, source: _FoundFeed, wish: SubscriptionOptions, filter_: Filter) -> Subscription:
        return await self._feeds.follow(
            owner,
            feed=source.feed,
            entries=source.entries,
            channel=wish.channel,
            by=wish.by,
            filter=str(filter_),
            delivery=wish.delivery,
            edits=wish.edits,
            now=self._clock.now(),
        )

    async def _find_source(self, address: str) -> _FoundFeed:
        url = find_address(address)
        if url is None:
            raise UsageError(translatable("desk-no-address"))
        fetched = await self._fetcher.fetch_source(url)
        try:
            return await self._read(fetched, url)
        except ParseError:
            chosen, *others = await self._feeds_named(fetched)
        named = await self._read(await self._fetcher.fetch_source(chosen.url), chosen.url)
        return replace(named, found_on=fetched.url, others=tuple(others))

    async def _feeds_named(self, page: FetchedPage) -> list[FeedLink]:
        """The feeds that a page declares, or its only anchor that looks like one; else raises what parsing said."""
        links = await self._offload(find_feeds, page.body, url=page.url)
        if links and (links[0].declared or len(links) == 1):
            return list(links)
        await self._read(page, page.url)  # raises the sentence, with the feeds that the page names
        raise AssertionError("a page that was no feed became one")

    async def _read(self, fetched: FetchedPage, address: str) -> _FoundFeed:
        """The feed that ``address`` answered, known by where it has moved for good. Raises ``ParseError``."""
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
        return _FoundFeed(replace(feed, next_poll_at=now + timedelta(seconds=feed.interval)), document, entries)
