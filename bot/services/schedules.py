"""Digests, on command and on schedule."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from typing import NoReturn

from bot.archive.outbox import PostStore
from bot.archive.preferences import PreferenceStore
from bot.archive.schedules import ScheduleStore
from bot.clock import Clock
from bot.domain.briefing import Briefing
from bot.domain.language_filter import take_languages
from bot.domain.preferences import DEFAULTS
from bot.domain.schedule import Schedule, parse_days, parse_quiet_hours, parse_time
from bot.domain.scheduled_digest import ScheduledDigest
from bot.domain.time_zones import parse_zone
from bot.domain.watch import direct_to
from bot.errors import UsageError
from bot.i18n.messages import translatable
from bot.services.digest_composer import ArchiveDigestComposer

MOST_SCHEDULES = 25
"""Maximum number of scheduled digests per owner: as many as Discord's autocomplete shows."""
HOURS = 24
"""Default period of a digest on command, in hours."""
MOST_HOURS = 168
MOST_LISTED = 400
"""Stories that are listed on demand: as many as there are articles in a digest."""
TOPIC_LIMIT = 60
"""Maximum length of a topic, in characters."""


@dataclass(frozen=True, slots=True)
class ScheduleRequest:
    """A requested scheduled digest, every field as typed.

    Without ``timezone`` and ``quiet`` the settings apply; "none" means no quiet hours. ``role`` is Discord's id
    of the role that the digest mentions, ``tag`` names the tag of its posts in a forum; "" for none.
    ``opening``: the first digest comes at once.
    """

    time: str
    timezone: str
    channel: str
    by: str
    days: str = ""
    topic: str = ""
    quiet: str = ""
    silent: bool = False
    role: str = ""
    tag: str = ""
    opening: bool = False


class ScheduleService:
    """The service behind ``/digest``. Methods take the owner first. All raise ``AttacheError``."""

    def __init__(
        self,
        schedules: ScheduleStore,
        posts: PostStore,
        composer: ArchiveDigestComposer,
        clock: Clock,
        preferences: PreferenceStore | None = None,
    ) -> None:
        self._schedules = schedules
        self._posts = posts
        self._composer = composer
        self._clock = clock
        self._preferences = preferences

    async def compose(self, owner: str, *, topic: str = "", hours: int = HOURS) -> Briefing:
        """A digest of the last ``hours``. Raises ``UsageError`` for hours out of range or a topic too long."""
        if not 1 <= hours <= MOST_HOURS:
            raise UsageError(translatable("schedule-hours", most=MOST_HOURS, hours=hours))
        now = self._clock.now()
        return await self._composer.compose(owner, now - timedelta(hours=hours), now, _topic(topic))

    async def has_unread(self, owner: str) -> bool:
        """Whether items of the owner's feeds wait to be read, and are not tried again later."""
        return await self._schedules.has_unread(owner)

    async def list_stories(self, owner: str, since: datetime, until: datetime, topic: str) -> Briefing:
        """All stories of a period, by title and outlets."""
        return await self._composer.compose(owner, since, until, _topic(topic), limit=0, named=MOST_LISTED)

    async def find_direct(self, person: str, topic: str) -> str:
        """The owner of a digest about ``topic`` that comes to the person directly. Raises ``UsageError``."""
        found = await self._schedules.list_in(direct_to(person))
        owner = next((one.owner for one in sorted(found, key=lambda one: one.topic != topic)), None)
        if owner is None:
            raise UsageError(translatable("gateway-server-only"))
        return owner

    async def add(self, owner: str, request: ScheduleRequest) -> ScheduledDigest:
        """Schedule a digest. Raises ``UsageError`` if the request is invalid or the digest exists already."""
        at = parse_time(request.time)
        chosen = await self._preferences.load(owner) if self._preferences else DEFAULTS
        zone = parse_zone(request.timezone or chosen.zone or _no_zone())
        quiet = parse_quiet_hours(request.quiet) if request.quiet else chosen.quiet
        schedule = Schedule(at, zone, parse_days(request.days), quiet)
        topic = _topic(request.topic)
        wanted = ScheduledDigest(0, 0, owner, request.channel, request.by, schedule, self._clock.now(), topic)
        wanted = replace(wanted, silent=request.silent, role=request.role, tag=request.tag)
        return await self._schedules.add(wanted, opening=request.opening, check=partial(_check_new, wanted))

    async def check_room(self, owner: str) -> None:
        """Raise ``UsageError`` if the owner has as many digests as there may be."""
        _check_room(await self._schedules.list(owner))

    async def standing(self, owner: str) -> tuple[ScheduledDigest, ...]:
        """All scheduled digests of the owner, by number."""
        return await self._schedules.list(owner)

    async def find(self, owner: str, number: int) -> ScheduledDigest:
        """The owner's scheduled digest ``number``."""
        return await self._schedules.find(owner, number)

    async def remove(self, owner: str, number: int) -> ScheduledDigest:
        """Delete the scheduled digest; return it."""
        return await self._schedules.remove(owner, number)

    async def pause(self, owner: str, number: int) -> ScheduledDigest:
        """Pause the scheduled digest until it is resumed."""
        return await self._schedules.pause(owner, number, paused=True, now=self._clock.now())

    async def resume(self, owner: str, number: int) -> ScheduledDigest:
        """Resume the scheduled digest from now on, and try its channel again if it was broken."""
        now = self._clock.now()
        resumed = await self._schedules.pause(owner, number, paused=False, now=now)
        await self._posts.repair(resumed.channel, now)
        return resumed


def _check_room(standing: Sequence[ScheduledDigest]) -> None:
    if len(standing) >= MOST_SCHEDULES:
        raise UsageError(translatable("schedule-full", most=MOST_SCHEDULES))


def _check_new(wanted: ScheduledDigest, standing: Sequence[ScheduledDigest]) -> None:
    """Raise ``UsageError`` if there is no room beside the owner's ``standing`` digests, or one of them is the same."""
    _check_room(standing)
    for one in standing:
        same = (one.schedule.at, one.schedule.zone) == (wanted.schedule.at, wanted.schedule.zone)
        here = (one.channel, one.topic) == (wanted.channel, wanted.topic)
        if same and here and one.schedule.days & wanted.schedule.days:
            raise UsageError(translatable("schedule-known", number=str(one.number)))


def _no_zone() -> NoReturn:
    raise UsageError(translatable("schedule-needs-zone"))


def _topic(words: str) -> str:
    """The topic on one line. Raises ``UsageError`` if it is too long, or its ``language:…`` is none."""
    topic = " ".join(words.split())
    take_languages(topic)
    if len(topic) > TOPIC_LIMIT:
        raise UsageError(translatable("schedule-topic-long", limit=TOPIC_LIMIT))
    return topic
