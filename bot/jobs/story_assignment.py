"""Assigns articles to stories one at a time, over the articles of recent days in the archive."""

import asyncio
from collections.abc import Sequence
from datetime import datetime

import structlog

from bot.archive.stories import ClusteredArticle, StoryStore
from bot.domain.analysis import Reading
from bot.domain.story import StoryArticle
from bot.stories import InvalidSignature, StoryClusterer, decode_signature, encode_signature, make_signature
from bot.stories.clustering import WINDOW

_log = structlog.get_logger(__name__)


class StoryAssigner:
    """Holds the stories of recent days, including those that other processes have assigned."""

    def __init__(self, stories: StoryStore) -> None:
        self._stories = stories
        self._clusterer: StoryClusterer | None = None
        self._newest = 0

    async def assign(self, reading: Reading, seen_at: datetime) -> ClusteredArticle:
        """Assign the article, first seen ``seen_at``, to a story; the same again if it was assigned before."""
        clusterer = await self._load()
        async with self._stories.placing():
            if found := await self._stories.find(reading.id):
                return found
            await self._catch_up(clusterer, seen_at)
            article = describe_for_clustering(reading, seen_at)
            signature = await asyncio.to_thread(make_signature, article)
            placement = await asyncio.to_thread(clusterer.assign, signature, seen_at)
            placed = await self._stories.place(
                reading.id,
                placement.story,
                seen_at=seen_at,
                signature=encode_signature(signature),
                duplicate_of=placement.duplicate_of,
                title=article.title or None,
                outlet=article.outlet or None,
            )
            clusterer.add(placed.article, placed.story, signature, placed.seen_at)
            return placed

    async def _load(self) -> StoryClusterer:
        """The clusterer; its tables take a third of a second to load."""
        if self._clusterer is None:
            loaded = await asyncio.to_thread(StoryClusterer)
            if self._clusterer is None:  # else another call was first
                self._clusterer = loaded
        return self._clusterer

    async def _catch_up(self, clusterer: StoryClusterer, now: datetime) -> None:
        """Load what other processes have assigned since the last call, or before this process started."""
        if placed := await self._stories.load_after(self._newest, now - WINDOW):
            await asyncio.to_thread(_take_in, clusterer, placed)
            self._newest = placed[-1].number


def _take_in(clusterer: StoryClusterer, placed: Sequence[ClusteredArticle]) -> None:
    for one in placed:
        try:
            clusterer.add(one.article, one.story, decode_signature(one.signature), one.seen_at)
        except InvalidSignature as error:  # the article is only not found as a neighbour
            _log.warning("a stored signature cannot be read", action="place", article=one.article, exc_info=error)


def describe_for_clustering(reading: Reading, seen_at: datetime) -> StoryArticle:
    """The features of an article that clustering needs."""
    article, analysis = reading.article, reading.analysis
    speakers = dict.fromkeys(one.speaker.name for one in analysis.attributions if one.speaker)
    return StoryArticle(
        reading.id,
        article.outlet.name if article.outlet else "",
        article.outlet.domain if article.outlet else None,
        article.title or "",
        article.text,
        seen_at,
        tuple(speakers),
        analysis.language or article.language or "",
    )
