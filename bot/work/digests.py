"""The job of a scheduled digest: compose what is due, and record it with the fact that its day was dealt with.

Both are one transaction, so that after a crash either the day is still due or its digest stands in the outbox. Of
several days that passed unnoticed only the newest is told, if it is under six hours late.
"""

from datetime import datetime, timedelta

import structlog

from bot.archive.schedules import ScheduleStore
from bot.desk.schedules import DigestDesk
from bot.domain.post import Post, PostKind, post_key
from bot.domain.schedule import MISSED_AFTER, Occurrence, Timeliness, decide_late, due_occurrences
from bot.domain.standing import StandingDigest
from bot.render.card_record import encode_card
from bot.render.cards_briefing import render_briefing
from bot.work.clock import Clock

FIRST_WINDOW = timedelta(hours=24)
"""What the first digest of a schedule looks back on, and how far any does after days that were not told."""
LONGEST_WINDOW = timedelta(days=7)
SETTLING = timedelta(seconds=5)
"""What was decided up to the digest's moment stands in the archive by then."""

_log = structlog.get_logger(__name__)


class DigestJob:
    """Does the job of a scheduled digest."""

    def __init__(self, schedules: ScheduleStore, desk: DigestDesk, clock: Clock) -> None:
        self._schedules = schedules
        self._desk = desk
        self._clock = clock

    async def handle(self, subject: str) -> None:
        """Deal with the days that are due of the schedule whose number is ``subject``; nothing where none is."""
        digest = await self._schedules.load(int(subject))
        if digest is None or digest.next is None or digest.next.at > self._clock.now():
            return
        await self._clock.sleep((digest.next.at + SETTLING - self._clock.now()).total_seconds())
        now = self._clock.now()
        newest = digest.next
        for newest in due_occurrences(digest.schedule, digest.next.at, now):  # noqa: B007 - the last one is wanted
            pass
        if decide_late(newest, now) is Timeliness.MISSED:
            outcome = (
                f"missed: Attaché was offline until {MISSED_AFTER.total_seconds() / 3600:g} hours after it was due"
            )
            await self._schedules.save_done(digest, newest.local_day, outcome, now=now)
            _log.warning("a digest was missed", action="digest", schedule=digest.id, day=str(newest.local_day))
            return
        await self._tell(digest, newest, now)

    async def _tell(self, digest: StandingDigest, occurrence: Occurrence, now: datetime) -> None:
        until = occurrence.at
        since = max(digest.last_until or until - FIRST_WINDOW, until - LONGEST_WINDOW)
        briefing = await self._desk.compose(digest.owner, since, until, digest.topic)
        if digest.silent and not briefing.stories:
            await self._schedules.save_done(digest, occurrence.local_day, "nothing new", now=now, until=until)
            return
        subject = f"{digest.id}:{occurrence.local_day}"

        def key(part: int) -> str:
            return post_key(PostKind.DIGEST, digest.channel, subject, part)

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
            )
            for part, card in enumerate(render_briefing(briefing, digest.schedule.clock, key))
        ]
        outcome = f"{len(briefing.stories) + len(briefing.more)} stories" if briefing.stories else "nothing new"
        if briefing.late:
            outcome += ", late"
        await self._schedules.save_done(digest, occurrence.local_day, outcome, now=now, until=until, posts=posts)
