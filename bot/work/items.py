"""The job of one item: read its article, join it to a story, and decide for each follower what becomes of it.

The page is read where it can be, else what the feed itself carries; where neither holds an article, the item is still
posted with its title and link, so that no story is missed. A fault that may pass is tried again twice before that.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Protocol

import structlog

from bot.archive.feeds import FeedStore
from bot.archive.posts import PostStore
from bot.archive.stories import Placed, StoryStore
from bot.desk.facts import find_facts
from bot.domain.analysis import Reading
from bot.domain.feed import Delivery, Fate, Feed, Item, ItemFate, ItemState, Subscription
from bot.domain.filter import decide, parse_filter
from bot.domain.post import Post, PostKind, post_key
from bot.errors import (
    AddressRefusedError,
    AttacheError,
    FetchError,
    PageRefusedError,
    ReadingError,
    ThrottledError,
    TooLargeError,
    UsageError,
)
from bot.newsroom import Newsroom, OffLoop
from bot.render.card_record import encode_card
from bot.render.cards_item import render_bare_item, render_item
from bot.sources.outlets import find_outlet
from bot.sources.parsing import parse_carried
from bot.work.clock import Clock

PAUSES = (timedelta(minutes=5), timedelta(minutes=30))
"""How long to wait after the first and the second time that a page could not be fetched; then what the feed carries."""
LONGEST_PAUSE = timedelta(hours=6)
"""However long a site asks to wait, its item is not kept back for longer."""
WORTH_POSTING = timedelta(hours=24)
"""An item that could not be posted for so long is no news any more."""

_log = structlog.get_logger(__name__)


class Placer(Protocol):
    """Knows the stories of the last days."""

    async def place(self, reading: Reading, seen_at: datetime) -> Placed:
        """The story of the article, which it joins; the same again for an article that was placed before."""
        ...


class ItemDesk:
    """Does the job of an item. Nothing but the order of two decisions is remembered between jobs."""

    def __init__(
        self,
        feeds: FeedStore,
        stories: StoryStore,
        posts: PostStore,
        newsroom: Newsroom,
        placer: Placer,
        clock: Clock,
        *,
        off_loop: OffLoop,
    ) -> None:
        self._feeds = feeds
        self._stories = stories
        self._posts = posts
        self._newsroom = newsroom
        self._placer = placer
        self._clock = clock
        self._off_loop = off_loop
        # two articles of the same words must not both find that the other is not posted
        self._deciding = asyncio.Lock()

    async def handle(self, subject: str) -> None:
        """Do what is due about the item whose number is ``subject``; nothing where nothing is."""
        item = await self._feeds.load_item(int(subject))
        if item is None or item.retry_at is None:
            return
        feed = await self._feeds.load_feed(item.feed_id)
        followers = await self._feeds.waiting(item.id)
        if not followers and item.state is ItemState.NEW:
            await self._settle(replace(item, state=ItemState.OLD), ())
            return
        try:
            reading = await self._read(item, feed)
        except AttacheError as error:
            await self._postpone(item, error)
            return
        if item.article:
            await self._revise(item, feed, reading)
            return
        async with self._deciding:
            await self._decide(item, feed, reading, followers)

    async def _read(self, item: Item, feed: Feed) -> Reading | None:
        """The item's article; None when there is none to be had. Raises what may pass while there are tries left."""
        entry = item.entry
        try:
            if entry.link and not (feed.kind == "push" and entry.content):
                return await self._newsroom.read(entry.link)
        except (FetchError, ReadingError) as error:
            if not _is_lasting(error) and item.attempts < len(PAUSES):
                raise
            _log.info("the page of an item cannot be read", action="item", item=item.id, cause=error.cause)
        except AttacheError as error:
            _log.info("the page of an item holds no article", action="item", item=item.id, cause=error.cause)
        article = await self._off_loop(parse_carried, entry, site=feed.title)
        return await self._newsroom.file(article) if article else None

    async def _postpone(self, item: Item, error: AttacheError) -> None:
        pause = PAUSES[item.attempts]
        if isinstance(error, ThrottledError) and error.retry_after:
            pause = max(pause, min(LONGEST_PAUSE, timedelta(seconds=error.retry_after)))
        later = replace(item, attempts=item.attempts + 1, reason=error.cause, retry_at=self._clock.now() + pause)
        await self._feeds.settle(later, (), self._clock.now())

    async def _decide(self, item: Item, feed: Feed, reading: Reading | None, followers: Sequence[Subscription]) -> None:
        """Decide for each follower; posts are recorded before the fates that speak of them."""
        now = self._clock.now()
        if reading is None:
            item = replace(item, state=ItemState.FAILED, reason=item.reason or "No article could be read there.")
            placed = None
        else:
            placed = await self._placer.place(reading, item.first_seen_at)
            item = replace(item, state=ItemState.READ, reason=None, article=reading.id, story=placed.story)
        fates, posts = [], []
        for follower in followers:
            fate = self._rejected(item, follower, reading) or await self._repeated(item, follower, reading, placed)
            if fate is None and follower.delivery is Delivery.DIGEST:
                fate = ItemFate(item.id, follower.id, Fate.DIGEST)
            if fate is None:
                post = _compose_post(item, feed, follower, reading, now)
                posts.append(post)
                fate = ItemFate(item.id, follower.id, Fate.SENDING, post=post.key)
            fates.append(fate)
        await self._settle(item, fates, posts)

    def _rejected(self, item: Item, follower: Subscription, reading: Reading | None) -> ItemFate | None:
        try:
            rejection = decide(parse_filter(follower.filter), find_facts(item.entry, reading))
        except UsageError as error:  # a later version may know fewer rules; an item too many is better than one missed
            _log.warning("a stored filter cannot be read", action="item", subscription=follower.id, cause=error.cause)
            return None
        return ItemFate(item.id, follower.id, Fate.FILTERED, str(rejection)) if rejection else None

    async def _repeated(
        self, item: Item, follower: Subscription, reading: Reading | None, placed: Placed | None
    ) -> ItemFate | None:
        """The fate of an article whose words stand in the follower's channel already."""
        if reading is None or placed is None:
            return None
        twin = await self._stories.find_posted(follower.channel, placed.duplicate_of or reading.id)
        return ItemFate(item.id, follower.id, Fate.DUPLICATE, twin) if twin else None

    async def _revise(self, item: Item, feed: Feed, reading: Reading | None) -> None:
        """Bring what was posted up to date for followers who want that; an article that is gone changes nothing."""
        for follower in await self._feeds.editing(item.id) if reading else ():
            post = _compose_post(item, feed, follower, reading, self._clock.now())
            await self._posts.revise(post.key, post.card)
        await self._settle(item, ())

    async def _settle(self, item: Item, fates: Sequence[ItemFate], posts: Sequence[Post] = ()) -> None:
        await self._feeds.settle(replace(item, retry_at=None), fates, self._clock.now(), posts=posts)


def _compose_post(item: Item, feed: Feed, follower: Subscription, reading: Reading | None, now: datetime) -> Post:
    subject = _subject(item)
    key = post_key(PostKind.ITEM, follower.channel, subject, 0)
    title = feed.title or feed.url
    card = (
        render_item(reading, title, key=key)
        if reading
        else render_bare_item(item.entry, title, item.reason or "", outlet=find_outlet(item.entry.link, title), key=key)
    )
    return Post(
        key=key,
        series=key,
        part=0,
        kind=PostKind.ITEM,
        owner=follower.owner,
        channel=follower.channel,
        subject=subject,
        card=encode_card(card),
        created_at=now,
        expires_at=now + WORTH_POSTING,
    )


def _subject(item: Item) -> str:
    """What a post of the item is about: its article, so that two feeds with one article make one post of a channel."""
    return item.article or f"item:{item.id}"


def _is_lasting(error: AttacheError) -> bool:
    """Whether trying again would bring the same."""
    return isinstance(error, PageRefusedError | AddressRefusedError | TooLargeError)
