"""Scheduled digests: their owners, when each is next due, and which local days are done."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Any

import structlog
from sqlalchemy import ColumnElement, RowMapping, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.archive.database import Store, insert
from bot.archive.database_errors import DamagedRecordError, translate_database_errors
from bot.archive.outbox import record_posts
from bot.archive.schema.feeds import fates, items, subscriptions
from bot.archive.schema.schedules import schedules
from bot.domain.item_outcomes import Outcome
from bot.domain.post import Post
from bot.domain.schedule import (
    OPENING_DAY,
    Occurrence,
    Schedule,
    next_occurrence,
    parse_quiet_hours,
    previous_occurrence,
)
from bot.domain.scheduled_digest import ScheduledDigest
from bot.errors import UsageError
from bot.i18n.messages import translatable

_MOVED = timedelta(hours=26)
"""A change of time zone rules moves a local time by at most a calendar day and an hour or two."""

_log = structlog.get_logger(__name__)


class ScheduleStore(Store):
    """Scheduled digests, numbered per owner; commands see only the owner's. All methods raise ``ArchiveError``."""

    async def add(
        self,
        wanted: ScheduledDigest,
        *,
        opening: bool = False,
        check: Callable[[Sequence[ScheduledDigest]], None] = lambda _: None,
    ) -> ScheduledDigest:
        """Add a digest; return it with its id, number and next occurrence. ``opening``: one is due at once.

        ``check`` raises for the owner's other digests if it may not be added; none is added between the two.
        """
        schedule, now = wanted.schedule, wanted.created_at
        coming = Occurrence(now, OPENING_DAY) if opening else next_occurrence(schedule, now)
        own = ("owner", "channel", "by", "topic", "silent", "role", "tag", "created_at")
        values = {name: getattr(wanted, name) for name in own} | _encode(schedule) | _encode_next(coming)
        with translate_database_errors():
            numbered = partial(_insert_numbered, owner=wanted.owner, values=values, check=check)
            return _decode(await self._engines.numbered(numbered))

    async def list(self, owner: str) -> tuple[ScheduledDigest, ...]:
        """All digests of the owner, by number."""
        return await self._select(schedules.c.owner == owner)

    async def list_in(self, channel: str) -> tuple[ScheduledDigest, ...]:
        """All digests that come to ``channel``."""
        return await self._select(schedules.c.channel == channel)

    async def find(self, owner: str, number: int) -> ScheduledDigest:
        """The owner's digest ``number``. Raises ``UsageError`` if there is none."""
        found = await self._select(schedules.c.owner == owner, schedules.c.number == number)
        if not found:
            raise UsageError(translatable("schedule-unknown", number=str(number)))
        return found[0]

    async def remove(self, owner: str, number: int) -> ScheduledDigest:
        """Delete the owner's digest ``number``; return it. Raises ``UsageError``."""
        found = await self.find(owner, number)
        await self._engines.change(delete(schedules).where(schedules.c.id == found.id))
        return found

    async def pause(self, owner: str, number: int, *, paused: bool, now: datetime) -> ScheduledDigest:
        """Pause the owner's digest ``number``, or resume it from ``now``; return it. Raises ``UsageError``."""
        found = await self.find(owner, number)
        if found.schedule.paused == paused:
            return found  # a digest that is due stays due
        schedule = replace(found.schedule, paused=paused)
        coming = _first_open(schedule, now, found.last_day)
        async with self._engines.writing() as connection:
            await connection.execute(
                update(schedules).where(schedules.c.id == found.id).values(paused=paused, **_encode_next(coming))
            )
        return replace(found, schedule=schedule, next=coming)

    async def pause_channel(self, channel: str, outcome: str) -> None:
        """Pause all digests of ``channel``, whose last ``outcome`` says why."""
        async with self._engines.writing() as connection:
            await connection.execute(
                update(schedules)
                .where(schedules.c.channel == channel, schedules.c.paused.is_(False))
                .values(paused=True, last_outcome=outcome, **_encode_next(None))
            )

    async def load(self, ident: int) -> ScheduledDigest | None:
        """The digest with this id, whoever owns it; None if it was removed."""
        found = await self._select(schedules.c.id == ident)
        return found[0] if found else None

    async def due(self, now: datetime, *, limit: int) -> tuple[ScheduledDigest, ...]:
        """Due digests, the longest overdue first. A damaged one is logged and left out."""
        query = select(schedules).where(schedules.c.next_at <= now).order_by(schedules.c.next_at).limit(limit)
        return _readable(await self._engines.rows(query))

    async def next_due_at(self, owner: str | None = None) -> datetime | None:
        """When the next digest is due, of one owner or of all; None if none is."""
        mine = () if owner is None else (schedules.c.owner == owner,)
        due: datetime | None = await self._engines.scalar(select(func.min(schedules.c.next_at)).where(*mine))
        return due

    async def save_done(
        self,
        digest: ScheduledDigest,
        day: date,
        outcome: str,
        *,
        now: datetime,
        until: datetime | None = None,
        posts: Sequence[Post] = (),
    ) -> None:
        """Record the local ``day`` as done, with ``outcome``, ``posts`` and the next occurrence. Idempotent."""
        coming = _first_open(digest.schedule, now, day)
        covered = {} if until is None else {"last_until": until}
        async with self._engines.writing() as connection:
            paused = select(schedules.c.paused).where(schedules.c.id == digest.id).with_for_update()
            if (await connection.execute(paused)).scalar_one_or_none():
                coming = None  # paused while it was composed
            done = await connection.execute(
                update(schedules)
                .where(schedules.c.id == digest.id)
                .where(schedules.c.last_day.is_(None) | (schedules.c.last_day < day))
                .values(last_day=day, last_outcome=outcome, **_encode_next(coming), **covered)
                .returning(schedules.c.id)
            )
            if done.first() is not None:
                await record_posts(connection, posts, now)

    async def postpone(self, digest: ScheduledDigest, day: date, at: datetime) -> None:
        """Make the digest of the local ``day`` due again at ``at``, unless it is done or paused."""
        open_ = schedules.c.last_day.is_(None) | (schedules.c.last_day < day)
        here = (schedules.c.id == digest.id) & schedules.c.paused.is_(False)
        await self._engines.change(update(schedules).where(here, open_).values(next_at=at, next_day=day))

    async def recompute(self, now: datetime) -> int:
        """Recompute all next times with the current time zone rules, never their local day; return how many changed."""
        moved = 0
        for digest in _readable(await self._engines.rows(select(schedules).where(schedules.c.next_at > now))):
            if digest.next is None or digest.opens:
                continue
            coming = next_occurrence(digest.schedule, digest.next.at - _MOVED)
            while coming is not None and coming.local_day < digest.next.local_day:
                coming = next_occurrence(digest.schedule, coming.at)
            if coming != digest.next:
                moved += 1
                async with self._engines.writing() as connection:
                    await connection.execute(
                        update(schedules)
                        .where(schedules.c.id == digest.id, schedules.c.next_day == digest.next.local_day)
                        .values(_encode_next(coming))
                    )
        return moved

    async def recompute_times_ahead(self, now: datetime) -> int:
        """Recompute next times that a clock set that was ahead; return how many.

        The local day of each that comes next is open, and all days before are done: none of them is told again.
        """
        brought = []
        far = select(schedules).where(schedules.c.next_at > now + _MOVED)
        for digest in _readable(await self._engines.rows(far)):
            coming = next_occurrence(digest.schedule, now)
            second = next_occurrence(digest.schedule, coming.at) if coming else None
            if coming is None or second is None or digest.next is None or digest.next.at <= second.at + _MOVED:
                continue  # with today's already told, the second comes next
            values = _encode_next(coming)
            if digest.last_day is not None and digest.last_day >= coming.local_day:
                values["last_day"] = coming.local_day - timedelta(days=1)
            if digest.last_until is not None and digest.last_until > now:
                values["last_until"] = previous_occurrence(digest.schedule, now).at
            same = (schedules.c.id == digest.id) & (schedules.c.next_at == digest.next.at)
            if await self._engines.change(update(schedules).where(same).values(values)):
                brought.append(digest.id)
        if brought:
            _log.warning("a clock was ahead: digests come at their own times again", action="schedule", ids=brought)
        return len(brought)

    async def has_unread(self, owner: str) -> bool:
        """Whether items of the owner's feeds wait to be read; not those whose page has failed, which may take hours."""
        waiting = (
            select(fates.c.item_id)
            .join(items, items.c.id == fates.c.item_id)
            .join(subscriptions, subscriptions.c.id == fates.c.subscription_id)
            .where(subscriptions.c.owner == owner, fates.c.fate == Outcome.WAITING.value, items.c.attempts == 0)
        )
        return bool(await self._engines.scalar(select(waiting.exists())))

    async def _select(self, *conditions: ColumnElement[bool]) -> tuple[ScheduledDigest, ...]:
        query = select(schedules).where(*conditions).order_by(schedules.c.number, schedules.c.id)
        return tuple(map(_decode, await self._engines.rows(query)))


async def _insert_numbered(
    connection: AsyncConnection,
    owner: str,
    values: Mapping[str, Any],
    check: Callable[[Sequence[ScheduledDigest]], None],
) -> RowMapping:
    query = select(schedules).where(schedules.c.owner == owner).order_by(schedules.c.number)
    known = (await connection.execute(query)).mappings().all()
    check(_readable(known))
    # of the same rows: whoever adds another meanwhile takes this number, and all is checked again
    number = max((row["number"] for row in known), default=0) + 1
    added = insert(connection, schedules).values(number=number, paused=False, **values).returning(schedules)
    row: RowMapping = (await connection.execute(added)).mappings().one()
    return row


def _readable(rows: Sequence[RowMapping]) -> tuple[ScheduledDigest, ...]:
    """The digests in ``rows``; a damaged one is logged and left out, so that it does not block others."""
    found = []
    for row in rows:
        try:
            found.append(_decode(row))
        except DamagedRecordError as error:
            _log.warning("a schedule cannot be read", action="schedule", schedule=row["id"], exc_info=error)
    return tuple(found)


def _first_open(schedule: Schedule, after: datetime, last_day: date | None) -> Occurrence | None:
    """The first occurrence after ``after`` whose local day is not done."""
    coming = next_occurrence(schedule, after)
    while coming is not None and last_day is not None and coming.local_day <= last_day:
        coming = next_occurrence(schedule, coming.at)
    return coming


def _encode(schedule: Schedule) -> dict[str, Any]:
    return {
        "time": f"{schedule.at:%H:%M}",
        "zone": schedule.zone,
        "days": "".join(str(day + 1) for day in sorted(schedule.days)),
        "quiet": str(schedule.quiet) if schedule.quiet else None,
    }


def _encode_next(coming: Occurrence | None) -> dict[str, Any]:
    return {"next_at": coming and coming.at, "next_day": coming and coming.local_day}


def _decode(row: RowMapping) -> ScheduledDigest:
    try:
        schedule = Schedule(
            time.fromisoformat(row["time"]),
            row["zone"],
            frozenset(int(day) - 1 for day in row["days"]),
            parse_quiet_hours(row["quiet"] or ""),
            row["paused"],
        )
    except (ValueError, UsageError) as error:
        raise DamagedRecordError(translatable("schedule-damaged")) from error
    coming = Occurrence(row["next_at"], row["next_day"]) if row["next_at"] and row["next_day"] else None
    known = ("id", "number", "owner", "channel", "by", "created_at", "topic", "silent")
    past = ("last_day", "last_until", "last_outcome")
    values = {name: row[name] for name in (*known, *past)} | {name: row[name] or "" for name in ("role", "tag")}
    return ScheduledDigest(schedule=schedule, next=coming, **values)
