"""Digests on command and on schedule: what to compose, and which standing orders there are."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NoReturn, Protocol

from bot.archive.outbox import PostStore
from bot.archive.preferences import PreferenceStore
from bot.archive.schedules import ScheduleStore
from bot.clock import Clock
from bot.domain.briefing import Briefing
from bot.domain.preferences import DEFAULTS
from bot.domain.schedule import Schedule, parse_days, parse_quiet_hours, parse_time
from bot.domain.scheduled_digest import ScheduledDigest
from bot.domain.time_zones import parse_zone
from bot.errors import UsageError
from bot.i18n.messages import translatable

MOST_SCHEDULES = 25
"""Digests that one owner may schedule: as many as Discord offers to choose from."""
HOURS = 24
"""How far a digest on command looks back, unless it is told."""
MOST_HOURS = 168
TOPIC_LIMIT = 60
"""Characters of a topic."""


class DigestComposer(Protocol):
    """Composes digests from the stories of an owner's feeds."""

    async def compose(self, owner: str, since: datetime, until: datetime, topic: str) -> Briefing:
        """What the owner's feeds brought later than ``since`` and up to ``until``; of everything for topic ""."""
        ...


@dataclass(frozen=True, slots=True)
class ScheduleRequest:
    """A scheduled digest as a person asks for it, every field as it was typed.

    Without ``timezone`` and ``quiet`` it is as the server has set; "none" for quiet hours is none.
    """

    time: str
    timezone: str
    channel: str
    by: str
    days: str = ""
    topic: str = ""
    quiet: str = ""
    silent: bool = False


class ScheduleService:
    """What ``/digest`` does. Every method takes the owner first and touches nothing of another's.

    All raise ``AttacheError`` with a sentence for the person. ``preferences`` are the owners' own, if they have any.
    """

    def __init__(
        self,
        schedules: ScheduleStore,
        posts: PostStore,
        desk: DigestComposer,
        clock: Clock,
        preferences: PreferenceStore | None = None,
    ) -> None:
        self._schedules = schedules
        self._posts = posts
        self._desk = desk
        self._clock = clock
        self._preferences = preferences

    async def compose(self, owner: str, *, topic: str = "", hours: int = HOURS) -> Briefing:
        """The digest of the last ``hours``. Raises ``UsageError`` for hours out of bounds or a topic too long."""
        if not 1 <= hours <= MOST_HOURS:
            raise UsageError(translatable("schedule-hours", most=MOST_HOURS, hours=hours))
        now = self._clock.now()
        return await self._desk.compose(owner, now - timedelta(hours=hours), now, _topic(topic))

    async def add(self, owner: str, order: ScheduleRequest) -> ScheduledDigest:
        """Have a digest come by itself. Raises ``UsageError`` for what cannot be understood or is there already."""
        chosen = await self._preferences.load(owner) if self._preferences else DEFAULTS
        zone = parse_zone(order.timezone or chosen.zone or _no_zone())
        quiet = parse_quiet_hours(order.quiet) if order.quiet else chosen.quiet
        schedule = Schedule(parse_time(order.time), zone, parse_days(order.days), quiet)
        topic = _topic(order.topic)
        standing = await self._schedules.list(owner)
        if len(standing) >= MOST_SCHEDULES:
            raise UsageError(translatable("schedule-full", most=MOST_SCHEDULES))
        for one in standing:
            same = (one.schedule.at, one.schedule.zone) == (schedule.at, schedule.zone)
            if same and one.schedule.days & schedule.days and (one.channel, one.topic) == (order.channel, topic):
                raise UsageError(translatable("schedule-known", number=str(one.number)))
        return await self._schedules.add(
            owner,
            schedule,
            channel=order.channel,
            by=order.by,
            topic=topic,
            silent=order.silent,
            now=self._clock.now(),
        )

    async def standing(self, owner: str) -> tuple[ScheduledDigest, ...]:
        """All digests that are scheduled for the owner, by number."""
        return await self._schedules.list(owner)

    async def find(self, owner: str, number: int) -> ScheduledDigest:
        """The owner's scheduled digest ``number``."""
        return await self._schedules.find(owner, number)

    async def remove(self, owner: str, number: int) -> ScheduledDigest:
        """Schedule it no more; what it was."""
        return await self._schedules.remove(owner, number)

    async def pause(self, owner: str, number: int) -> ScheduledDigest:
        """Leave it out until it is resumed."""
        return await self._schedules.pause(owner, number, paused=True, now=self._clock.now())

    async def resume(self, owner: str, number: int) -> ScheduledDigest:
        """Go on with it from now, and try its channel again if that could not be posted to."""
        now = self._clock.now()
        resumed = await self._schedules.pause(owner, number, paused=False, now=now)
        await self._posts.repair(resumed.channel, now)
        return resumed


def _no_zone() -> NoReturn:
    raise UsageError(translatable("schedule-needs-zone"))


def _topic(words: str) -> str:
    topic = " ".join(words.split())
    if len(topic) > TOPIC_LIMIT:
        raise UsageError(translatable("schedule-topic-long", limit=TOPIC_LIMIT))
    return topic
