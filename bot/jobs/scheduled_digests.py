"""The job of a scheduled digest: composes what is due, and records it and the finished day in one transaction.

So after a crash either the day is still due, or its digest is in the outbox. If several days were missed, only the
newest is sent, and only if it is under six hours late. A late digest also waits for the end of quiet hours.
"""

from datetime import datetime, timedelta

import structlog

from bot.archive.preferences import PreferenceStore
from bot.archive.schedules import ScheduleStore
from bot.clock import Clock
from bot.domain.channel_page import encode_stories
from bot.domain.post import Post, PostKind, post_key
from bot.domain.schedule import (
    MISSED_AFTER,
    OPENING_DAY,
    Occurrence,
    Timeliness,
    decide_late,
    due_occurrences,
    occurrence_on,
    previous_occurrence,
    quiet_until,
)
from bot.domain.scheduled_digest import ScheduledDigest
from bot.domain.watch import is_direct
from bot.i18n.language import using_language
from bot.i18n.messages import encode_message, translatable
from bot.jobs.reader_language import language_of
from bot.render.card_codec import encode_card
from bot.render.cards.briefing_cards import render_briefing
from bot.render.cards.notice_cards import with_role
from bot.services.digest_composer import ArchiveDigestComposer

LONGEST_WINDOW = timedelta(days=8)
"""The longest period of a digest after missed days: a week, and the hours by which clocks and quiet hours move it."""
SETTLING = timedelta(seconds=10)
"""After this delay, the archive has everything that was read before the digest's time."""
OPENING = timedelta(seconds=60)
"""How long the digest that opens a channel waits for what its feeds list to be read."""
AGAIN = timedelta(minutes=5)
"""Delay before a digest that failed is composed again."""

_CHECK_EVERY = timedelta(hours=1)
_SOON = timedelta(seconds=2)

_log = structlog.get_logger(__name__)


class DigestJob:
    """The job of a scheduled digest."""

    def __init__(
        self, schedules: ScheduleStore, preferences: PreferenceStore, composer: ArchiveDigestComposer, clock: Clock
    ) -> None:
        self._schedules = schedules
        self._preferences = preferences
        self._composer = composer
        self._clock = clock
        self._recomputed = False
        self._checked_at: datetime | None = None

    async def find(self, now: datetime, *, limit: int) -> list[str]:
        """Find the due schedules. The first call recomputes all times, because time zone rules may have changed.

        Times that a wrong clock has set are recomputed then, and every hour.
        """
        if not self._recomputed:
            moved = await self._schedules.recompute(now)
            self._recomputed = True
            _log.info("digests were scheduled", action="digest", moved=moved)
        if self._checked_at is None or abs(now - self._checked_at) >= _CHECK_EVERY:
            await self._schedules.recompute_times_ahead(now)
            self._checked_at = now
        return [str(digest.id) for digest in await self._schedules.due(now, limit=limit)]

    async def handle(self, subject: str) -> None:
        """Process the due days of the schedule ``subject``, with retries until too late. Raises ``ArchiveError``."""
        if (due := await self._load_due(int(subject))) is None:
            return
        digest, occurrence = due
        now = self._clock.now()
        if digest.opens:
            await self._open(digest, now)
            return
        wait = occurrence.at + SETTLING - now
        if wait > timedelta():
            await self._clock.sleep(wait.total_seconds())
            if (due := await self._load_due(int(subject))) is None:
                return  # paused or removed
            digest, occurrence = due
        now = self._clock.now()
        timeliness = decide_late(occurrence, now)
        quiet = quiet_until(digest.schedule, now) if timeliness is Timeliness.LATE else None
        if timeliness is Timeliness.MISSED or (quiet and decide_late(occurrence, quiet) is Timeliness.MISSED):
            await self._miss(digest, occurrence, now)
        elif quiet:
            await self._schedules.postpone(digest, occurrence.local_day, quiet)
        else:
            await self._try_to_tell(digest, occurrence, now)

    async def _open(self, digest: ScheduledDigest, now: datetime) -> None:
        """Tell what the feeds of a new channel carry, once that was read, or after a minute."""
        if now - digest.created_at >= MISSED_AFTER:
            await self._miss(digest, Occurrence(now, OPENING_DAY), now)
        elif not await self._schedules.has_unread(digest.owner):
            await self._try_to_tell(digest, Occurrence(now, OPENING_DAY), now)
        elif now - digest.created_at < OPENING:
            await self._schedules.postpone(digest, OPENING_DAY, now + _SOON)
        else:
            await self._clock.sleep(SETTLING.total_seconds())
            await self._try_to_tell(digest, Occurrence(now, OPENING_DAY), now)

    async def close(self, channel: str, _reason: str) -> None:
        """Pause the digests of a person who accepts no direct messages; the list of digests says why."""
        await self._schedules.pause_channel(channel, encode_message(translatable("digest-outcome-closed")))

    async def _load_due(self, ident: int) -> tuple[ScheduledDigest, Occurrence] | None:
        """The schedule with its newest due day, at the day's intended time; None if none is due."""
        digest, now = await self._schedules.load(ident), self._clock.now()
        if digest is None or digest.next is None or digest.next.at > now:
            return None
        if digest.opens:
            return digest, digest.next
        *_, newest = digest.next, *due_occurrences(digest.schedule, digest.next.at, now)
        # a postponed digest is late by its original time; a day that new zone rules skip keeps its stored time
        return digest, occurrence_on(digest.schedule, newest.local_day) or newest

    async def _miss(self, digest: ScheduledDigest, occurrence: Occurrence, now: datetime) -> None:
        outcome = encode_message(translatable("digest-outcome-missed", hours=int(MISSED_AFTER.total_seconds() / 3600)))
        await self._schedules.save_done(digest, occurrence.local_day, outcome, now=now)
        _log.warning("a digest was missed", action="digest", schedule=digest.id, day=str(occurrence.local_day))

    async def _try_to_tell(self, digest: ScheduledDigest, occurrence: Occurrence, now: datetime) -> None:
        try:
            await self._tell(digest, occurrence, now)
        except Exception:  # noqa: BLE001 - whatever the error, the digest must neither be lost nor retried in a tight loop
            _log.exception("a digest cannot be composed", action="digest", schedule=digest.id)
            await self._schedules.postpone(digest, occurrence.local_day, now + AGAIN)

    async def _tell(self, digest: ScheduledDigest, occurrence: Occurrence, now: datetime) -> None:
        until = occurrence.at
        since = max(digest.last_until or previous_occurrence(digest.schedule, until).at, until - LONGEST_WINDOW)
        # what the digests of a week before have told is not told again; the first began where this one would have ended
        began = previous_occurrence(digest.schedule, digest.created_at).at
        told_since = max(began, since - LONGEST_WINDOW) if digest.last_until else None
        briefing = await self._composer.compose(digest.owner, since, until, digest.topic, told_since=told_since)
        count = len(briefing.stories) + len(briefing.more)
        if (digest.silent or digest.opens) and not count:
            nothing = encode_message(translatable("digest-outcome-nothing"))
            await self._schedules.save_done(digest, occurrence.local_day, nothing, now=now, until=until)
            return
        subject = f"{digest.id}:{occurrence.local_day}"

        def key(part: int) -> str:
            return post_key(PostKind.DIGEST, digest.channel, subject, part)

        with using_language(await language_of(self._preferences, digest.owner)):
            first, *others = render_briefing(briefing, digest.schedule.clock, key)
        cards = (with_role(first, digest.role), *others)
        posts = [
            Post(
                key=key(part),
                series=f"digest:{subject}",
                part=part,
                kind=PostKind.DIGEST,
                owner=digest.owner,
                channel=digest.channel,
                subject=subject,
                card=encode_card(card),
                created_at=now,
                expires_at=until + MISSED_AFTER,
                tag=digest.tag,
                stories=None if part or is_direct(digest.channel) else encode_stories(briefing),
            )
            for part, card in enumerate(cards)
        ]
        outcome = translatable("digest-outcome-told", count=count) if count else translatable("digest-outcome-nothing")
        if briefing.late:
            outcome = translatable("digest-outcome-late", outcome=outcome)
        await self._schedules.save_done(
            digest, occurrence.local_day, encode_message(outcome), now=now, until=until, posts=posts
        )
