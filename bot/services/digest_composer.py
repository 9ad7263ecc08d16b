"""Composes a digest from an owner's feeds in a time window: its stories and their readings."""

import asyncio
from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

import structlog

from bot.archive.database_errors import DamagedRecordError
from bot.archive.store import Archive
from bot.archive.stories import WindowArticle
from bot.clock import Clock
from bot.digests.briefing import NAMED, STORIES, compose_briefing
from bot.domain.analysis import Reading
from bot.domain.briefing import Briefing, DatedReading, StoryReadings, date_reading
from bot.domain.language_filter import passes, take_languages
from bot.domain.preferences import Style
from bot.errors import ArchiveError

MOST_ARTICLES = 400
"""Maximum number of articles loaded for a digest, from the stories with most outlets first."""

MOST_TOLD = 40
"""Articles of a story that new ones are compared with."""

_log = structlog.get_logger(__name__)


class ArchiveDigestComposer:
    """Composes digests from the stories of an owner's feeds."""

    def __init__(self, archive: Archive, clock: Clock) -> None:
        self._archive = archive
        self._clock = clock

    async def compose(
        self,
        owner: str,
        since: datetime,
        until: datetime,
        topic: str,
        *,
        told_since: datetime | None = None,
        limit: int = STORIES,
        named: int = NAMED,
    ) -> Briefing:
        """A digest of the owner's feeds after ``since`` and up to ``until``, about ``topic`` ("": everything).

        If earlier digests have told the news after ``told_since``, stories that go on show only what is new. At most
        ``limit`` stories are shown in full, and ``named`` by title.

        It follows the owner's settings for style, state-outlet labels and languages; ``language:…`` in the topic counts
        before the last. It is marked late if ``until`` passed more than ten minutes ago. Raises ``ArchiveError``.
        """
        chosen = await self._archive.preferences.load(owner)
        gathered = await self._archive.stories.gather(owner, since, until)
        words, languages = take_languages(topic)
        languages = languages or chosen.languages
        labels = chosen.labels is not False
        loaded = {story[0].story: await self._load(story, labels=labels) for story in _most_carried(gathered)}
        stories = {
            story: tuple(one for one in accounts if _is_wanted(one.reading, languages))
            for story, accounts in loaded.items()
        }
        told = await self._load_told(owner, since, told_since, stories, labels=labels)
        now = self._clock.now()
        return await asyncio.to_thread(
            compose_briefing,
            [StoryReadings(accounts, told.get(story, ())) for story, accounts in stories.items() if accounts],
            since=since,
            until=until,
            now=now,
            topic=words,
            limit=0 if chosen.style is Style.SHORT else limit,
            named=named,
        )

    async def _load_told(
        self, owner: str, since: datetime, told_since: datetime | None, stories: Collection[int], *, labels: bool
    ) -> dict[int, tuple[DatedReading, ...]]:
        """The newest articles of ``stories`` that earlier digests have shown, at most ``MOST_TOLD`` of each."""
        if told_since is None or told_since >= since:
            return {}
        earlier: dict[int, list[WindowArticle]] = {}
        for one in await self._archive.stories.gather(owner, told_since, since):
            if one.story in stories:
                earlier.setdefault(one.story, []).append(one)
        return {
            story: await self._load(tuple(articles[-MOST_TOLD:]), labels=labels) for story, articles in earlier.items()
        }

    async def _load(self, story: tuple[WindowArticle, ...], *, labels: bool) -> tuple[DatedReading, ...]:
        accounts = []
        for one in story:
            try:
                reading = await self._archive.load_reading(one.article)
                accounts.append(date_reading(reading if labels else without_labels(reading), one.seen_at))
            except ArchiveError as error:
                if not isinstance(error, DamagedRecordError) and error.resource != one.article:
                    raise  # the archive itself is unavailable, so all others would fail too
                # damaged, or deleted meanwhile: continue with the others
                _log.warning(
                    "an article of a digest cannot be read", action="digest", article=one.article, exc_info=error
                )
        return tuple(accounts)


def _is_wanted(reading: Reading, languages: frozenset[str]) -> bool:
    return passes(languages, reading.analysis.language or reading.article.language)


def without_labels(reading: Reading) -> Reading:
    """The reading without the funding of its outlet."""
    outlet = reading.article.outlet
    if outlet is None or outlet.state is None:
        return reading
    return replace(reading, article=replace(reading.article, outlet=replace(outlet, state=None)))


def _most_carried(gathered: tuple[WindowArticle, ...]) -> list[tuple[WindowArticle, ...]]:
    """The articles by story, up to ``MOST_ARTICLES``; stories with most outlets first, then the newest."""
    stories: dict[int, list[WindowArticle]] = {}
    for one in gathered:
        stories.setdefault(one.story, []).append(one)
    ranked = sorted(
        stories.values(),
        key=lambda story: (-len({one.outlet for one in story}), -max(one.seen_at.timestamp() for one in story)),
    )
    room, chosen = MOST_ARTICLES, []
    for story in ranked:
        if room <= 0:
            break
        chosen.append(tuple(story[:room]))
        room -= len(chosen[-1])
    return chosen
