"""The job of one item: read its article, join it to a story, and decide for each follower what becomes of it.

The page is read where it can be, else what the feed itself carries; where neither holds an article, the item is still
posted with its title and link, so that no story is missed. A fault that may pass is tried again twice before that.
"""

import asyncio
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Protocol

import structlog

from bot.archive.database_errors import ArchiveUnavailableError, DamagedRecordError
from bot.archive.feeds import FeedStore
from bot.archive.outbox import PostStore
from bot.archive.preferences import PreferenceStore
from bot.archive.stories import ClusteredArticle, StoryStore
from bot.clock import Clock
from bot.concurrency import Offload
from bot.domain.analysis import Reading
from bot.domain.feed import Feed, Item, ItemState, Subscription
from bot.domain.filter import Filter, parse_filter
from bot.domain.item_outcomes import NO_ARTICLE, OWN_FAULT, ItemOutcome, Outcome, decide_read_item
from bot.domain.post import Post, PostKind, post_key
from bot.errors import (
    AddressRefusedError,
    ArchiveError,
    AttacheError,
    BusyError,
    FetchError,
    NotVerbatimError,
    PageRefusedError,
    ReadingError,
    ThrottledError,
    TooLargeError,
    UsageError,
)
from bot.fair_queue import Requester, working_for
from bot.gazetteer.outlets import credit, find_known, is_same_outlet, known_domains
from bot.i18n.language import using_language
from bot.i18n.messages import encode_message, translate
from bot.jobs.reader_language import language_of
from bot.render.card import Card
from bot.render.card_codec import encode_card
from bot.render.cards.item_card import render_bare_item, render_item
from bot.services.articles import ArticleService
from bot.services.filter_fields import find_rejections
from bot.tracing import span
from bot.web.parsers import parse_entry_article
from bot.web.polling_policy import find_host

PAUSES = (timedelta(minutes=5), timedelta(minutes=30))
"""How long to wait after the first and the second time that a page could not be fetched; then what the feed carries."""
LONGEST_PAUSE = timedelta(hours=6)
"""However long a site asks to wait, its item is not kept back for longer."""

_BUSY = timedelta(minutes=1)

_log = structlog.get_logger(__name__)


class Placer(Protocol):
    """Knows the stories of the last days."""

    async def assign(self, reading: Reading, seen_at: datetime) -> ClusteredArticle:
        """The story of the article, which it joins; the same again for an article that was placed before."""
        ...


class ItemJob:
    """Does the job of an item. Nothing is remembered between jobs."""

    def __init__(  # noqa: PLR0913 - its parts, given once
        self,
        feeds: FeedStore,
        stories: StoryStore,
        posts: PostStore,
        preferences: PreferenceStore,
        article_service: ArticleService,
        placer: Placer,
        clock: Clock,
        *,
        offload: Offload,
        local: Offload = asyncio.to_thread,
    ) -> None:
        self._feeds = feeds
        self._stories = stories
        self._posts = posts
        self._preferences = preferences
        self._article_service = article_service
        self._placer = placer
        self._clock = clock
        self._offload = offload
        self._local = local

    async def handle(self, subject: str) -> None:
        """Do what is due about the item whose number is ``subject``; nothing where nothing is.

        Whatever goes wrong is tried again later, and ends after a few times as the item's fate: an item that stayed due
        would be in the others' way. Raises ``ArchiveError`` where not even that can be stored; then it does stay due.
        """
        item = await self._feeds.load_item(int(subject))
        if item is None or item.retry_at is None or item.retry_at > self._clock.now():
            return
        feed = await self._feeds.load_feed(item.feed_id)
        requester = Requester(find_host(feed.url) or feed.url)  # a source that sends its articles has no host
        with structlog.contextvars.bound_contextvars(item=item.id), working_for(requester):
            await self._try(item, feed)

    async def _try(self, item: Item, feed: Feed) -> None:
        try:
            await self._deal_with(item, feed)
        except ArchiveUnavailableError:  # neither is this the item's; it stays due, and is looked at when it can be
            raise
        except BusyError as error:  # our own trouble, and none of the item's
            await self._put_off(item, encode_message(error.words), _BUSY)
        except Exception as error:  # noqa: BLE001 - whatever it was must neither stop the others nor be tried for ever
            if not isinstance(error, AttacheError):
                _log.exception("an item cannot be dealt with", action="item", item=item.id)
            reason = encode_message(error.words) if isinstance(error, AttacheError) else OWN_FAULT
            if item.attempts < len(PAUSES):
                await self._put_off(replace(item, attempts=item.attempts + 1), reason, _choose_pause(item, error))
            else:
                await self._give_up(item, reason)

    async def _deal_with(self, item: Item, feed: Feed) -> None:
        """Read the item for those who wait for it and those whose post is to follow its edits, if there are any."""
        followers, editing = await self._feeds.waiting(item.id), await self._feeds.editing(item.id)
        owners = {one.owner for one in (*followers, *(follower for follower, _ in editing))}
        if not owners:
            await self._settle(item, ())
            return
        # read for others, before these could be posted to
        reading, reason = await self._recall(item.article) if item.article and not editing else None, None
        if reading is None:
            reading, reason = await self._read(item, feed, owners)
        placed = await self._placer.assign(reading, item.first_seen_at) if reading is not None else None
        async with self._stories.deciding(_find_words(item, placed)):
            # who has paused or left while it was read, or can be posted to no more, is not decided for
            followers = await self._feeds.waiting(item.id)
            with span("compose"):
                item, fates, posts = await self._decide(item, feed, reading, placed, reason, followers)
            await self._revise(item, feed, reading, editing)
            await self._settle(item, fates, posts)

    async def _recall(self, article: str) -> Reading | None:
        """What was read before; None where its record is damaged."""
        try:
            return await self._article_service.load(article)
        except DamagedRecordError as error:
            _log.warning("an item's reading is damaged", action="item", article=article, exc_info=error)
            return None

    async def _read(self, item: Item, feed: Feed, owners: Collection[str]) -> tuple[Reading | None, str | None]:
        """The item's article; or none, and why. Raises what may pass while there are tries left.

        What was sent to us is filed as its ``owners``' alone: anybody with a token could have made it up.
        """
        entry, reason = item.entry, None
        pushed = feed.kind == "push"
        if entry.link and not (pushed and entry.content):
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
        await self._feeds.settle(replace(item, reason=reason, retry_at=now + pause), (), now)

    async def _give_up(self, item: Item, reason: str) -> None:
        """Let it be: whoever waits for it is told why in its record, and what was posted stays as it is."""
        fates = [
            ItemOutcome(item.id, follower.id, Outcome.FAILED, reason) for follower in await self._feeds.waiting(item.id)
        ]
        state = ItemState.FAILED if item.state is ItemState.NEW else item.state
        await self._settle(replace(item, state=state, reason=reason), fates)

    async def _decide(
        self,
        item: Item,
        feed: Feed,
        reading: Reading | None,
        placed: ClusteredArticle | None,
        reason: str | None,
        followers: Sequence[Subscription],
    ) -> tuple[Item, list[ItemOutcome], list[Post]]:
        """What the item has become, with the fates of those who wait and the posts that these speak of."""
        now = self._clock.now()
        if reading is not None and placed is not None:
            # the article stays the one that was told of, whatever an edit makes of it
            article, story = (item.article, item.story) if item.article else (reading.id, placed.story)
            item = replace(item, state=ItemState.READ, attempts=0, reason=None, article=article, story=story)
        elif not item.article:
            item = replace(item, state=ItemState.FAILED, attempts=0, reason=reason)
        fates, posts = [], []
        rejections = await self._reject(item, followers, reading)
        for follower in followers:
            rejection, key = rejections.get(follower.filter), None
            twin = None if rejection else await self._find_twin(follower, reading, placed)
            outcome, detail = decide_read_item(follower, rejection=rejection, twin=twin, failure=reason)
            if outcome is Outcome.SENDING:
                key = post_key(PostKind.ITEM, follower.channel, item.article or f"item:{item.id}", 0)
                with using_language(await language_of(self._preferences, follower.owner)):
                    posts.append(await self._compose_post(item, feed, follower, reading, key, now))
            fates.append(ItemOutcome(item.id, follower.id, outcome, detail, key))
        return item, fates, posts

    async def _reject(
        self, item: Item, followers: Sequence[Subscription], reading: Reading | None
    ) -> dict[str, str | None]:
        """By filter as it is stored: what of it rejects the item, None for nothing."""
        filters: dict[str, Filter] = {}
        for follower in followers:
            try:
                if follower.filter:
                    filters[follower.filter] = parse_filter(follower.filter)
            except UsageError as error:  # a later version may know fewer rules; an item too many is better than none
                _log.warning("a filter cannot be read", action="item", subscription=follower.id, cause=error.cause)
        if not filters:
            return {}
        found = await self._local(find_rejections, tuple(filters.values()), item.entry, reading)
        return dict(zip(filters, found, strict=True))

    async def _find_twin(
        self, follower: Subscription, reading: Reading | None, placed: ClusteredArticle | None
    ) -> str | None:
        """The title of an article with the same text that was posted in the follower's channel."""
        if reading is None or placed is None:
            return None
        # a copy that was published first, with some changes, must not keep a known outlet's original away
        domains = known_domains() if find_known(reading.article.url) else None
        return await self._stories.find_posted(follower.channel, placed.duplicate_of or reading.id, domains=domains)

    async def _revise(
        self, item: Item, feed: Feed, reading: Reading | None, editing: Sequence[tuple[Subscription, str]]
    ) -> None:
        """Bring what was posted up to date for followers who want that.

        An article that is gone changes nothing, and no edit puts one outlet's words in the place of another's: a post
        may stand for the items of several feeds.
        """
        if item.article and (reading is None or not await self._is_same_outlet(item.article, reading)):
            return
        for follower, key in editing:
            with using_language(await language_of(self._preferences, follower.owner)):
                post = await self._compose_post(item, feed, follower, reading, key, self._clock.now())
            await self._posts.revise(key, post.card)

    async def _is_same_outlet(self, posted: str, reading: Reading) -> bool:
        if posted == reading.id or (before := await self._recall(posted)) is None:
            return True
        old, new = before.article.url, reading.article.url
        return old == new or is_same_outlet(old, new)

    async def _compose_post(
        self, item: Item, feed: Feed, follower: Subscription, reading: Reading | None, key: str, now: datetime
    ) -> Post:
        """The follower's post of the item. ``key`` is of its article: two feeds with one article make one post."""
        return Post(
            key=key,
            series=key,
            part=0,
            kind=PostKind.ITEM,
            owner=follower.owner,
            channel=follower.channel,
            subject=item.article or f"item:{item.id}",
            card=encode_card(await self._compose_card(item, feed, reading, key)),
            created_at=now,
        )

    async def _compose_card(self, item: Item, feed: Feed, reading: Reading | None, key: str) -> Card:
        title, reason, link = feed.title or feed.url, item.reason or "", item.entry.link
        carried_at, outlet = credit(item.entry, source=None if feed.kind == "push" else feed.url, site=title)
        if reading is not None:
            elsewhere = reading.article.url == carried_at != link
            try:
                return await self._article_service.render(
                    render_item, reading, title, key=key, link=link if elsewhere else None
                )
            except NotVerbatimError as error:
                reason = translate("item-unchecked")
                _log.error("an item cannot be shown word for word", action="item", item=item.id, exc_info=error)
        return await self._article_service.render(render_bare_item, item.entry, title, reason, outlet=outlet, key=key)

    async def _settle(self, item: Item, fates: Sequence[ItemOutcome], posts: Sequence[Post] = ()) -> None:
        await self._feeds.settle(replace(item, retry_at=None), fates, self._clock.now(), posts=posts)
        keys = [post.key for post in posts]
        _log.info("an item was decided", action="item", state=item.state.value, article=item.article, posts=keys)


def _find_words(item: Item, placed: ClusteredArticle | None) -> str:
    """What stands for the words of the item's article: the first that had them, or the item where none was read."""
    return (placed.duplicate_of or placed.article) if placed else f"item:{item.id}"


def _choose_pause(item: Item, error: Exception) -> timedelta:
    pause = PAUSES[item.attempts]
    if isinstance(error, ThrottledError) and error.retry_after:
        return max(pause, min(LONGEST_PAUSE, timedelta(seconds=error.retry_after)))
    return pause


def _may_pass(error: AttacheError) -> bool:
    """Whether trying again may bring something else."""
    lasting = isinstance(error, PageRefusedError | AddressRefusedError | TooLargeError)
    return isinstance(error, FetchError | ReadingError) and not lasting
