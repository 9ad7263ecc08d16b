"""Channel pages as they are served: made of the newest posts when somebody asks, and kept for a while.

A post is composed once, in a thread; what changes is put together anew at most every ``FRESH`` seconds. Of all channels
at most ``SITES`` are kept in memory.
"""

import asyncio
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

import structlog

from bot.archive.database_errors import DamagedRecordError
from bot.archive.store import Archive
from bot.clock import Clock
from bot.domain.briefing import DatedReading, StoryReadings, date_reading
from bot.domain.channel_page import ChannelPage, ChannelPost, PostedStory
from bot.domain.preferences import Preferences
from bot.errors import ArchiveError, NotVerbatimError
from bot.export.channel_site import POSTS, SiteFile, render_channel_site
from bot.export.posted import RenderedPost, render_post
from bot.i18n.language import Language, render_in_language
from bot.services.digest_composer import without_labels

FRESH = timedelta(seconds=30)
"""How old a page may be that is served without a look at the archive."""
KEPT = timedelta(minutes=15)
"""After this time everything is composed anew: a newer engine may have read an article again."""
SITES = 16

_log = structlog.get_logger(__name__)


@dataclass(slots=True)
class _Kept:
    """A channel's files: ``of`` are the posts that they were made of, ``changed_at`` when they last changed."""

    page: ChannelPage
    of: tuple[ChannelPost, ...]
    preferences: Preferences
    posts: dict[ChannelPost, RenderedPost]
    files: Mapping[str, SiteFile]
    changed_at: datetime
    made_at: datetime
    checked_at: datetime


class ChannelSites:
    """The files of channels' pages. ``address`` is where pages are: the token and a slash follow it."""

    def __init__(self, archive: Archive, clock: Clock, address: str) -> None:
        self._archive = archive
        self._clock = clock
        self._address = address
        self._kept: OrderedDict[str, _Kept] = OrderedDict()
        self._making = asyncio.Lock()  # one channel at a time: composing takes a processor

    async def find(self, token: str, name: str) -> tuple[SiteFile, datetime] | None:
        """A file of the page with this token, and when it changed; None if there is none. Raises ``ArchiveError``."""
        page = await self._archive.pages.find(token)
        if page is None:
            self._kept.pop(token, None)
            return None
        kept = self._kept.get(token)
        if not (kept and self._is_fresh(kept, page)):
            async with self._making:
                kept = await self._refresh(page)
        if token in self._kept:  # unless it was taken back meanwhile
            self._kept.move_to_end(token)
        found = kept.files.get(name)
        return (found, kept.changed_at) if found else None

    def _is_fresh(self, kept: _Kept, page: ChannelPage) -> bool:
        return kept.page == page and self._clock.now() - kept.checked_at < FRESH

    async def _refresh(self, page: ChannelPage) -> _Kept:
        now, kept = self._clock.now(), self._kept.get(page.token)
        if kept and self._is_fresh(kept, page):  # another request had it made
            return kept
        posts = await self._archive.pages.load_posts(page, limit=POSTS)
        preferences = await self._archive.preferences.load(page.owner)
        same = kept and (kept.page, kept.of, kept.preferences) == (page, posts, preferences)
        if kept and same and now - kept.made_at < KEPT:
            kept.checked_at = now
            return kept
        known = kept.posts if kept and kept.preferences == preferences and now - kept.made_at < KEPT else {}
        made_at = kept.made_at if kept and known else now
        rendered = {one: known.get(one) or await self._render(one, preferences) for one in posts}
        shown = {one: post for one, post in rendered.items() if post}
        language = preferences.language or Language.ENGLISH
        files = await asyncio.to_thread(
            render_in_language,
            language,
            render_channel_site,
            page,
            f"{self._address}{page.token}/",
            tuple(shown.values()),
            _zone(preferences),
        )
        changed_at = kept.changed_at if kept and kept.files == files else now
        made = _Kept(page, posts, preferences, shown, files, changed_at, made_at, now)
        self._kept[page.token] = made
        while len(self._kept) > SITES:
            self._kept.popitem(last=False)
        return made

    async def _render(self, post: ChannelPost, preferences: Preferences) -> RenderedPost | None:
        """``post`` as HTML; None if nothing of it can be shown."""
        labels = preferences.labels is not False
        stories = [(await self._load(story, post.at, labels=labels), story.named) for story in post.stories]
        readings = [(one, named) for one, named in stories if one]
        if not (readings or post.entry):
            return None
        language = preferences.language or Language.ENGLISH
        try:
            return await asyncio.to_thread(
                render_in_language, language, render_post, post, readings, _zone(preferences)
            )
        except NotVerbatimError as error:
            _log.error("a post cannot be shown word for word", action="page", post=post.key, exc_info=error)
            return None

    async def _load(self, story: PostedStory, at: datetime, *, labels: bool) -> StoryReadings | None:
        accounts = [await self._read(ident, at, labels=labels) for ident in story.articles]
        told = [await self._read(ident, at, labels=labels) for ident in story.told]
        found = tuple(one for one in accounts if one)
        return StoryReadings(found, tuple(one for one in told if one)) if found else None

    async def _read(self, ident: str, at: datetime, *, labels: bool) -> DatedReading | None:
        try:
            reading = await self._archive.load_reading(ident)
        except ArchiveError as error:
            if error.resource != ident and not isinstance(error, DamagedRecordError):
                raise  # the archive itself is unavailable
            return None  # deleted meanwhile, or damaged
        return date_reading(reading if labels else without_labels(reading), at)


def _zone(preferences: Preferences) -> tzinfo:
    return ZoneInfo(preferences.zone) if preferences.zone else UTC
