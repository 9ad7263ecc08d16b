"""Processes one item: reads its article, assigns it to a story, and decides its outcome for each follower.

The article comes from the linked page, or else from the feed itself. If neither has one, the item is posted with its
title and link, so that no story is missed. A temporary error is retried twice before that.
:mod:`bot.domain.item_outcomes` says which items are posted.
"""

import asyncio
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Protocol

import structlog

from bot.archive.database_errors import ArchiveUnavailableError, DamagedRecordError
from bot.archive.store import Archive
from bot.archive.stories import ClusteredArticle
from bot.clock import Clock
from bot.concurrency import Offload
from bot.domain.analysis import Reading
from bot.domain.feed import Feed, Item, ItemState, Subscription
from bot.domain.filter import Filter, parse_filter
from bot.domain.follow_up import FollowUps
from bot.domain.item_outcomes import (
    NO_ARTICLE,
    OWN_FAULT,
    ItemOutcome,
    Outcome,
    decide_read_item,
    is_older_than_following,
)
from bot.domain.post import Post, PostKind, post_key
from bot.errors import (
    AddressRefusedError,
    ArchiveError,
    AttacheError,
    BusyError,
    FetchError,
    PageRefusedError,
    ReadingError,
    ThrottledError,
    TooLargeError,
    UsageError,
)
from bot.fair_queue import Requester, working_for
from bot.gazetteer.outlets import find_known, is_same_outlet, known_domains
from bot.i18n.messages import encode_message
from bot.jobs.item_posts import ItemComposer
from bot.services.articles import ArticleService
from bot.services.filter_fields import find_rejections
from bot.tracing import span
from bot.web.feeds.platform_addresses import is_platform_post
from bot.web.parsers import parse_entry_article
from bot.web.polling_policy import find_host

PAUSES = (timedelta(minutes=5), timedelta(minutes=30))
"""Pauses after the first and the second failed fetch; after that, the feed's own text is used."""
LONGEST_PAUSE = timedelta(hours=6)
"""Maximum delay of an item, however long its site asks to wait."""

_BUSY = timedelta(minutes=1)

_log = structlog.get_logger(__name__)


class Placer(Protocol):
    """Assigns articles to the stories of recent days."""

    async def assign(self, reading: Reading, seen_at: datetime) -> ClusteredArticle:
        """Add the article to a story and return it; the same story if it was assigned before."""
        ...


@dataclass(frozen=True, slots=True)
class _Decision:
    """The outcomes of an item, its posts, and when follow-ups of earlier posts are due."""

    fates: Sequence[ItemOutcome]
    posts: Sequence[Post]
    follow_ups: Mapping[str, datetime]


class ItemJob:
    """The job of an item. Keeps no state between calls."""

    def __init__(
        self,
        archive: Archive,
        article_service: ArticleService,
        placer: Placer,
        clock: Clock,
        *,
        offload: Offload,
        local: Offload = asyncio.to_thread,
    ) -> None:
        self._archive = archive
        self._article_service = article_service
        self._placer = placer
        self._clock = clock
        self._offload = offload
        self._local = local

    async def handle(self, subject: str) -> None:
        """Process the due item ``subject``; errors are retried a few times. Raises ``ArchiveError``; it stays due."""
        item = await self._archive.feeds.load_item(int(subject))
        if item is None or item.retry_at is None or item.retry_at > self._clock.now():
            return
        feed = await self._archive.feeds.load_feed(item.feed_id)
        requester = Requester(find_host(feed.url) or feed.url)  # a push source has no host
        with structlog.contextvars.bound_contextvars(item=item.id), working_for(requester):
            await self._try(item, feed)

    async def _try(self, item: Item, feed: Feed) -> None:
        try:
            await self._deal_with(item, feed)
        except ArchiveUnavailableError:  # the archive's error, not the item's: the item stays due
            raise
        except BusyError as error:  # our own overload, not the item's error
            await self._put_off(item, encode_message(error.words), _BUSY)
        except Exception as error:  # noqa: BLE001 - no error may stop other items or be retried for ever
            if not isinstance(error, AttacheError):
                _log.exception("an item cannot be processed", action="item", item=item.id)
            reason = encode_message(error.words) if isinstance(error, AttacheError) else OWN_FAULT
            if item.attempts < len(PAUSES):
                await self._put_off(replace(item, attempts=item.attempts + 1), reason, _choose_pause(item, error))
            else:
                await self._give_up(item, reason)

    async def _deal_with(self, item: Item, feed: Feed) -> None:
        """Read the item, if anybody waits for it or has a post that follows its edits."""
        followers, editing = await self._archive.feeds.waiting(item.id), await self._archive.feeds.editing(item.id)
        owners = {one.owner for one in (*followers, *(follower for follower, _ in editing))}
        if not owners:
            await self._settle(item, ())
            return
        # read for others, before these followers could be posted to
        reading, reason = await self._recall(item.article) if item.article and not editing else None, None
        if reading is None:
            reading, reason = await self._read(item, feed, owners)
        placed = await self._placer.assign(reading, item.first_seen_at) if reading is not None else None
        async with self._archive.stories.deciding(f"story:{placed.story}" if placed else f"item:{item.id}"):
            # a follower may have paused or left, or the channel may have failed, while the article was read
            followers = await self._archive.feeds.waiting(item.id)
            item = _with_result(item, reading, placed, reason)
            composer = ItemComposer(item, feed, reading, self._article_service, self._archive.preferences)
            with span("compose"):
                decided = await self._decide(composer, placed, reason, followers)
            await self._revise(composer, editing)
            await self._settle(item, decided.fates, decided.posts, decided.follow_ups)

    async def _recall(self, article: str) -> Reading | None:
        """Load the earlier reading; None if its record is damaged."""
        try:
            return await self._article_service.load(article)
        except DamagedRecordError as error:
            _log.warning("an item's reading is damaged", action="item", article=article, exc_info=error)
            return None

    async def _read(self, item: Item, feed: Feed, owners: Collection[str]) -> tuple[Reading | None, str | None]:
        """The item's article, or None and the reason. Pushed articles are stored for their ``owners`` only."""
        entry, reason = item.entry, None
        pushed = feed.kind == "push"
        if entry.link and not is_platform_post(entry.link) and not (pushed and entry.content):
            try:
                return await self._article_service.read(entry.link), None
            except (ArchiveError, BusyError):
                raise
            except AttacheError as error:
                if _may_pass(error) and item.attempts < len(PAUSES):
                    raise
                reason = encode_message(error.words)
                _log.info("an item's page gives no article", action="item", item=item.id, cause=error.cause)
        source = None if pushed else feed.url
        article = await self._offload(parse_entry_article, entry, site=feed.title, source=source)
        if article is None:
            return None, reason or NO_ARTICLE
        try:
            for owner in sorted(owners)[1:] if pushed else ():
                await self._article_service.save(article, owner=owner)
            return await self._article_service.save(article, owner=min(owners) if pushed else None), None
        except BusyError:
            raise
        except ReadingError as error:
            if item.attempts < len(PAUSES):
                raise
            return None, encode_message(error.words)

    async def _put_off(self, item: Item, reason: str, pause: timedelta) -> None:
        now = self._clock.now()
        await self._archive.feeds.settle(replace(item, reason=reason, retry_at=now + pause), (), now)

    async def _give_up(self, item: Item, reason: str) -> None:
        """Mark the item as failed for those who wait for it. Existing posts stay as they are."""
        waiting = await self._archive.feeds.waiting(item.id)
        fates = [ItemOutcome(item.id, follower.id, Outcome.FAILED, reason) for follower in waiting]
        state = ItemState.FAILED if item.state is ItemState.NEW else item.state
        await self._settle(replace(item, state=state, reason=reason), fates)

    async def _decide(
        self,
        composer: ItemComposer,
        placed: ClusteredArticle | None,
        reason: str | None,
        followers: Sequence[Subscription],
    ) -> _Decision:
        """The outcomes for waiting followers, and what is to be sent."""
        item, reading, now = composer.item, composer.reading, self._clock.now()
        fates, posts, follow_ups = [], [], dict[str, datetime]()
        rejections = await self._reject(item, followers, reading)
        channels = {follower.channel for follower in followers if not rejections.get(follower.filter)}
        twins = await self._find_twins(channels, reading, placed)
        for follower in followers:
            rejection, twin, key = rejections.get(follower.filter), twins.get(follower.channel), None
            opening = None if rejection or twin else await self._find_opening(follower, item)
            told = opening is not None
            older = is_older_than_following(
                item.entry,
                follower,
                first_seen_at=item.first_seen_at,
                published_at=reading.article.published_at if reading else None,
            )
            outcome, detail = decide_read_item(
                follower, rejection=rejection, twin=twin, failure=reason, told=told, older=older
            )
            if outcome is Outcome.FOLLOW_UP and opening:
                follow_ups[opening[0]] = opening[1]
            elif outcome is Outcome.SENDING:
                key = post_key(PostKind.ITEM, follower.channel, item.article or f"item:{item.id}", 0)
                posts.append(await composer.compose(follower, key, now))
            fates.append(ItemOutcome(item.id, follower.id, outcome, detail, key))
        return _Decision(fates, posts, follow_ups)

    async def _find_opening(self, follower: Subscription, item: Item) -> tuple[str, datetime] | None:
        """The post of the item's story that is followed up in the follower's channel, and when that is due."""
        if follower.options.follow_ups is FollowUps.NONE or item.story is None or item.article is None:
            return None
        return await self._archive.follow_ups.find_opening(follower.owner, follower.channel, item.story, item.article)

    async def _reject(
        self, item: Item, followers: Sequence[Subscription], reading: Reading | None
    ) -> dict[str, str | None]:
        """For each stored filter, the rule that rejects the item; None if there is none."""
        filters: dict[str, Filter] = {}
        for follower in followers:
            try:
                if follower.filter:
                    filters[follower.filter] = parse_filter(follower.filter)
            except UsageError as error:  # a later version's filter; an extra item is better than none
                _log.warning("a filter cannot be read", action="item", subscription=follower.id, cause=error.cause)
        if not filters:
            return {}
        found = await self._local(find_rejections, tuple(filters.values()), item.entry, reading)
        return dict(zip(filters, found, strict=True))

    async def _find_twins(
        self, channels: Collection[str], reading: Reading | None, placed: ClusteredArticle | None
    ) -> dict[str, str]:
        """For each of ``channels`` in which an article with the same text was posted, its title."""
        if reading is None or placed is None or not channels:
            return {}
        # a copy that was published first, with some changes, must not keep a known outlet's original away
        domains = known_domains() if find_known(reading.article.url) else None
        original = placed.duplicate_of or reading.id
        return await self._archive.stories.find_posted(channels, original, domains=domains)

    async def _revise(self, composer: ItemComposer, editing: Sequence[tuple[Subscription, str]]) -> None:
        """Update posts for followers who want edits, never replacing one outlet's words with another's."""
        article, reading = composer.item.article, composer.reading
        if article and (reading is None or not await self._is_same_outlet(article, reading)):
            return
        for follower, key in editing:
            post = await composer.compose(follower, key, self._clock.now())
            await self._archive.posts.revise(key, post.card)

    async def _is_same_outlet(self, posted: str, reading: Reading) -> bool:
        if posted == reading.id or (before := await self._recall(posted)) is None:
            return True
        old, new = before.article.url, reading.article.url
        return old == new or is_same_outlet(old, new)

    async def _settle(
        self,
        item: Item,
        fates: Sequence[ItemOutcome],
        posts: Sequence[Post] = (),
        follow_ups: Mapping[str, datetime] = MappingProxyType({}),
    ) -> None:
        now = self._clock.now()
        await self._archive.feeds.settle(
            replace(item, retry_at=None), fates, now, posts=posts, follow_ups=follow_ups, read_at=self._clock.now
        )
        keys = [post.key for post in posts]
        _log.info("an item was decided", action="item", state=item.state.value, article=item.article, posts=keys)


def _with_result(item: Item, reading: Reading | None, placed: ClusteredArticle | None, reason: str | None) -> Item:
    """The item once its article was looked for. An edit does not change which article was posted."""
    if reading is not None and placed is not None:
        article, story = (item.article, item.story) if item.article else (reading.id, placed.story)
        return replace(item, state=ItemState.READ, attempts=0, reason=None, article=article, story=story)
    return item if item.article else replace(item, state=ItemState.FAILED, attempts=0, reason=reason)


def _choose_pause(item: Item, error: Exception) -> timedelta:
    pause = PAUSES[item.attempts]
    if isinstance(error, ThrottledError) and error.retry_after:
        return max(pause, min(LONGEST_PAUSE, timedelta(seconds=error.retry_after)))
    return pause


def _may_pass(error: AttacheError) -> bool:
    """Whether the error may be temporary."""
    lasting = isinstance(error, PageRefusedError | AddressRefusedError | TooLargeError)
    return isinstance(error, FetchError | ReadingError) and not lasting
