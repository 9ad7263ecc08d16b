"""The service for feeds: add with a dry run, pause, repair, explain outcomes, import and export."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace

from bot.archive.feeds import FeedStore
from bot.archive.outbox import PostStore
from bot.clock import Clock
from bot.concurrency import Offload
from bot.domain.feed import (
    MOST_FEEDS,
    FeedDocument,
    FeedLink,
    Followed,
    Item,
    OutlineFeed,
    PostOptions,
    Subscription,
    SubscriptionOptions,
)
from bot.domain.filter import Filter
from bot.domain.item_outcomes import ItemOutcome
from bot.errors import AttacheError, UsageError
from bot.gazetteer.source_catalogue import SourceCatalogue
from bot.i18n.messages import encode_message, translatable
from bot.services.feed_lookup import FeedFetcher, FeedLookup, FoundFeed, look_up
from bot.services.filter_fields import FilterPreview, preview_filter, read_filter
from bot.services.push_sources import PUSH, PushSourceOpened, PushSourceService
from bot.web.parsers import parse_feed_list, write_opml

OUTCOMES_SHOWN = 8
"""Items per page of "why"."""
NO_FILTER = "none"
"""Typed to remove a filter."""
LOOKED_OVER = 50
"""Number of newest items on which a changed filter is tried."""
_IMPORTED_AT_ONCE = 8
"""Feeds of a list fetched concurrently; the fetcher limits requests per host."""

Progress = Callable[[int, int], Awaitable[None]]
"""Called with the number done and the total."""


@dataclass(frozen=True, slots=True)
class FeedAdded:
    """A feed just followed, what its items would have posted, and the page with it and ``others``, if any."""

    followed: Followed
    look: FilterPreview
    document: FeedDocument
    found_on: str | None = None
    others: tuple[FeedLink, ...] = ()


@dataclass(frozen=True, slots=True)
class FilterChanged:
    """A feed whose filter was ``before``, and how the new one decides the newest items."""

    followed: Followed
    look: FilterPreview
    before: str


@dataclass(frozen=True, slots=True)
class OutcomePage:
    """Outcomes of items, newest first; ``older`` is the cursor of the next page, None at the end."""

    followed: Followed
    fates: tuple[tuple[Item, ItemOutcome], ...]
    older: int | None


@dataclass(frozen=True, slots=True)
class FeedsImported:
    """Result of an import: feeds followed now, those known already, and those that failed, each with its message."""

    total: int
    added: tuple[Followed, ...]
    known: int
    failed: tuple[tuple[OutlineFeed, str], ...]


class SubscriptionService:
    """The service behind ``/feed``. Methods take the owner first. All raise ``AttacheError``."""

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
        catalogue: SourceCatalogue | None = None,
    ) -> None:
        self._feeds = feeds
        self._posts = posts
        self._clock = clock
        self._offload = offload
        self._sources = sources
        self._local = local
        self._lookup = FeedLookup(fetcher, clock, offload=offload, local=local, catalogue=catalogue)

    async def add(self, owner: str, address: str, options: SubscriptionOptions) -> FeedAdded:
        """Follow the feed at ``address``, of the catalogue or linked there; see :meth:`FeedLookup.find`."""
        filter_ = read_filter(options.filter)
        if options.name:
            raise UsageError(translatable("desk-feed-has-title"))
        await self._check_room(owner)
        source = await self._lookup.find(address)
        subscription = await self._follow(owner, source, options, filter_)
        feed = await self._feeds.load_feed(subscription.feed_id)
        look = await self._local(preview_filter, source.document.entries, filter_, language=source.document.language)
        return FeedAdded(Followed(subscription, feed), look, source.document, source.found_on, source.others)

    async def preview(self, address: str) -> FeedDocument:
        """What the feed at ``address`` carries now; nothing is followed."""
        return (await self._lookup.find(address)).document

    async def open_source(self, owner: str, options: SubscriptionOptions) -> PushSourceOpened:
        """Create a push source; return it with its token."""
        filter_ = read_filter(options.filter)
        sources = self._receiving()
        await self._check_room(owner)
        return await sources.open(owner, replace(options, filter=str(filter_)))

    async def renew_token(self, owner: str, number: int) -> PushSourceOpened:
        """Create a new token for a push source; the old one becomes invalid."""
        return await self._receiving().renew(owner, number)

    async def refilter(self, owner: str, number: int, words: str) -> FilterChanged:
        """Change the feed's filter ("none" removes it) for items that are not yet decided."""
        filter_ = Filter() if words.strip().casefold() == NO_FILTER else read_filter(words)
        found = await self._feeds.find(owner, number)
        newest = await self._feeds.why(owner, number, limit=LOOKED_OVER)
        entries = tuple(item.entry for item, _ in newest)
        look = await self._local(preview_filter, entries, filter_, language=found.feed.language)
        changed = await self._feeds.refilter(owner, number, str(filter_))
        return FilterChanged(changed, look, found.subscription.filter)

    async def set_options(self, owner: str, number: int, options: PostOptions) -> Followed:
        """Change how the feed's items are posted from now on."""
        return await self._feeds.change_options(owner, number, options)

    async def followed(self, owner: str) -> tuple[Followed, ...]:
        """All feeds that the owner follows, by number."""
        return await self._feeds.followed(owner)

    async def find(self, owner: str, number: int) -> Followed:
        """The owner's feed ``number``."""
        return await self._feeds.find(owner, number)

    async def remove(self, owner: str, number: int) -> Followed:
        """Unfollow the feed; return it."""
        return await self._feeds.unfollow(owner, number)

    async def pause(self, owner: str, number: int) -> Followed:
        """Post nothing from the feed until it is resumed."""
        return await self._feeds.pause(owner, number, paused=True)

    async def resume(self, owner: str, number: int) -> Followed:
        """Resume the feed, and try its channel again if it was broken."""
        found = await self._feeds.find(owner, number)
        now = self._clock.now()
        await self._posts.repair(found.subscription.channel, now)
        return await self._feeds.pause(owner, number, paused=False)

    async def try_again(self, owner: str, works: Callable[[str], bool]) -> None:
        """Retry those broken channels of the owner for which ``works`` is true. Nobody is notified again."""
        now = self._clock.now()
        for place in await self._posts.broken(owner):
            if works(place.channel):
                await self._posts.repair(place.channel, now, asked=False)

    async def why(self, owner: str, number: int | None = None, *, before: int | None = None) -> OutcomePage:
        """Outcomes of the newest items, or those ``before`` one, of feed ``number`` or the one that changed last."""
        found = await (self._feeds.find(owner, number) if number is not None else self._find_newest(owner))
        number = found.subscription.number
        fates = await self._feeds.why(owner, number, before=before, limit=OUTCOMES_SHOWN + 1)
        shown = fates[:OUTCOMES_SHOWN]
        return OutcomePage(found, shown, shown[-1][0].id if len(fates) > OUTCOMES_SHOWN else None)

    async def import_list(
        self, owner: str, body: bytes, options: SubscriptionOptions, progress: Progress
    ) -> FeedsImported:
        """Follow the feeds of the list ``body`` as :meth:`follow_all` does."""
        return await self.follow_all(owner, await self._offload(parse_feed_list, body), options, progress)

    async def follow_all(
        self, owner: str, outlines: Sequence[OutlineFeed], options: SubscriptionOptions, progress: Progress
    ) -> FeedsImported:
        """Follow several feeds, up to the maximum; a feed that fails does not stop the others."""
        filter_ = read_filter(options.filter)
        known = {(one.feed.url, one.subscription.channel) for one in await self._feeds.followed(owner)}
        wanted = [outline for outline in outlines if (outline.url, options.channel) not in known]
        room = MOST_FEEDS - len(known)
        if len(wanted) > room:
            free = max(room, 0)
            raise UsageError(translatable("desk-list-over-room", count=len(wanted), most=MOST_FEEDS, free=free))
        results = await self._import_all(owner, wanted, options, filter_, progress)
        added = tuple(result for _, result in results if isinstance(result, Followed))
        failed = tuple((outline, result) for outline, result in results if isinstance(result, str))
        return FeedsImported(len(outlines), added, len(outlines) - len(wanted), failed)

    async def export_list(self, owner: str) -> bytes:
        """All feeds of the owner as OPML. Raises ``UsageError`` if there are none."""
        followed = [one for one in await self._feeds.followed(owner) if one.feed.kind != PUSH]
        if not followed:
            raise UsageError(translatable("desk-no-feeds"))
        feeds = {one.feed.url: OutlineFeed(one.feed.url, one.feed.title, one.feed.site) for one in followed}
        return await self._local(write_opml, tuple(feeds.values()), "Attaché", self._clock.now())

    async def _import_all(
        self, owner: str, wanted: list[OutlineFeed], options: SubscriptionOptions, filter_: Filter, progress: Progress
    ) -> list[tuple[OutlineFeed, Followed | str]]:
        results: list[tuple[OutlineFeed, Followed | str]] = []
        for start in range(0, len(wanted), _IMPORTED_AT_ONCE):
            some = wanted[start : start + _IMPORTED_AT_ONCE]
            found = await asyncio.gather(*(look_up(self._lookup, outline.url) for outline in some))
            for outline, source in zip(some, found, strict=True):  # one after the other: numbers follow the list
                results.append((outline, await self._follow_imported(owner, source, options, filter_)))
            await progress(len(results), len(wanted))
        return results

    async def _follow_imported(
        self, owner: str, source: FoundFeed | AttacheError, options: SubscriptionOptions, filter_: Filter
    ) -> Followed | str:
        try:
            if isinstance(source, AttacheError):
                return encode_message(source.whole)
            subscription = await self._follow(owner, source, options, filter_)
        except UsageError as error:  # two addresses of the list lead to the same feed
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

    async def _follow(
        self, owner: str, source: FoundFeed, options: SubscriptionOptions, filter_: Filter
    ) -> Subscription:
        how = replace(options, filter=str(filter_))
        return await self._feeds.follow(owner, source.feed, source.entries, how, self._clock.now(), most=MOST_FEEDS)
