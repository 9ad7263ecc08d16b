"""The job of follow-ups: tells what is new of a story on its first message in a channel, outside of quiet hours."""

import asyncio
from collections.abc import Sequence
from datetime import datetime

import structlog

from bot.archive.database_errors import ArchiveUnavailableError
from bot.archive.follow_ups import PendingFollowUp
from bot.archive.store import Archive
from bot.clock import Clock
from bot.digests.follow_up import FollowUp, compose_follow_up
from bot.domain.briefing import DatedReading, StoryReadings, date_reading
from bot.domain.channel_page import encode_story
from bot.domain.follow_up import AGAIN, EXPIRES_AFTER, FollowUps
from bot.domain.item_outcomes import OWN_FAULT, Outcome
from bot.domain.post import Post, PostKind, PostState, post_key
from bot.domain.preferences import DEFAULTS, Preferences, end_of_quiet
from bot.errors import ArchiveError, NotVerbatimError
from bot.i18n.language import using_language
from bot.i18n.messages import encode_message
from bot.jobs.reader_language import language_of
from bot.render.card_codec import encode_card
from bot.render.cards.follow_up_card import render_follow_up

_log = structlog.get_logger(__name__)


class FollowUpJob:
    """The job of follow-ups over ``archive``, by ``clock``. A subject is the key of a story's first post."""

    def __init__(self, archive: Archive, clock: Clock) -> None:
        self._archive = archive
        self._clock = clock

    async def find(self, now: datetime, *, limit: int) -> list[str]:
        """Find the posts of which something new is to be told."""
        return list(await self._archive.follow_ups.due(now, limit=limit))

    async def handle(self, subject: str) -> None:
        """Record the follow-up of the post ``subject``, if one is due. Raises ``ArchiveError``."""
        opening, now = await self._archive.posts.load(subject), self._clock.now()
        if opening is None:
            return
        pending, store = await self._archive.follow_ups.load(opening), self._archive.follow_ups
        if opening.state is PostState.DROPPED:
            await store.save(opening, pending.items, now, outcome=Outcome.FAILED, detail=opening.reason)
            return
        quiet = end_of_quiet(now, await self._load_preferences(opening.owner))
        if opening.state is not PostState.SENT or quiet > now:
            await store.postpone(opening.key, max(quiet, now + AGAIN))
            return
        try:
            follow_up = await self._compose(pending)
            post = await self._compose_post(opening, pending, follow_up, now) if follow_up else None
        except ArchiveUnavailableError:
            raise
        except Exception as error:  # noqa: BLE001 - whatever is wrong with a story, it must not stay due for ever
            _log.error("a follow-up cannot be composed", action="follow_up", post=opening.key, exc_info=error)
            reason = encode_message(error.words) if isinstance(error, NotVerbatimError) else OWN_FAULT
            await store.save(opening, pending.items, now, outcome=Outcome.FAILED, detail=reason)
            return
        await store.save(opening, pending.items, now, post=post)
        _log.info("a story was followed up", action="follow_up", post=opening.key, told=post and post.key)

    async def _load_preferences(self, owner: str) -> Preferences:
        try:
            return await self._archive.preferences.load(owner)
        except ArchiveError as error:  # damaged settings: an early post is better than none
            _log.warning("settings cannot be read", action="follow_up", exc_info=error)
            return DEFAULTS

    async def _compose(self, pending: PendingFollowUp) -> FollowUp | None:
        new = await self._load([(one.article, one.seen_at) for one in pending.items])
        if not new:
            return None
        return await asyncio.to_thread(compose_follow_up, StoryReadings(new, await self._load(pending.told)))

    async def _load(self, articles: Sequence[tuple[str, datetime]]) -> tuple[DatedReading, ...]:
        """The articles that can be read; one that is damaged or was deleted is left out."""
        found = {}
        for article, seen_at in articles:
            try:
                found[article] = date_reading(await self._archive.load_reading(article), seen_at)
            except ArchiveUnavailableError:
                raise
            except ArchiveError as error:
                _log.warning("an article cannot be read", action="follow_up", article=article, exc_info=error)
        return tuple(found.values())

    async def _compose_post(self, opening: Post, pending: PendingFollowUp, follow_up: FollowUp, now: datetime) -> Post:
        """The post; its key depends on the first item that it tells of, which no other follow-up has."""
        first = pending.items[0]
        key = post_key(PostKind.FOLLOW_UP, opening.channel, f"{opening.key}:{first.item}", 0)
        with using_language(await language_of(self._archive.preferences, opening.owner)):
            card = await asyncio.to_thread(render_follow_up, follow_up, key=key)
        return Post(
            key=key,
            series=opening.series,
            part=first.item,
            kind=PostKind.FOLLOW_UP,
            owner=opening.owner,
            channel=opening.channel,
            subject=opening.subject,
            card=encode_card(card),
            created_at=now,
            expires_at=now + EXPIRES_AFTER,
            follow_up=FollowUps.REPLY if first.follow_ups is FollowUps.NONE else first.follow_ups,
            stories=encode_story(follow_up.story),
        )
