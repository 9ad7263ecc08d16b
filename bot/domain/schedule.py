"""When a digest is due: one local time on chosen days, exactly once a day, across clock changes. Pure.

An occurrence belongs to a chosen local day and is identified by it. A digest's job is named by schedule and day, so a
day can have only one digest, even if new time zone data move its hour (then the next occurrence is computed again). For
each chosen day:

- a time that clocks skip in spring happens after the jump (02:30 at 03:00; 23:30 at the next midnight);
- a time that occurs twice in autumn happens the first time only;
- a day that a zone left out of its calendar (30 December 2011 in Apia) has no digest, and the next digest covers its
  news;
- a time in quiet hours waits for their end: on the same day if they end on it, else on the next morning, still as the
  chosen day's (a Friday's digest at 23:00 with quiet hours 22:00-07:00 comes on Saturday at 07:00).

Existing libraries do not qualify (benchmarks/schedules.py measures them). croniter 7.0 and APScheduler 3.11 both fire
twice when 02:30 occurs twice. APScheduler does not fire on the day whose midnight is skipped (São Paulo, 4 November
2018). croniter fires twice after Apia's missing day (00:00 and 08:00). dateutil's rrule uses wall-clock times and
leaves gaps to its caller. None knows quiet hours. DBOS schedules use croniter, a thread each, with up to 10 s jitter.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.domain.time_zones import load_zone
from bot.errors import UsageError
from bot.i18n.messages import quote_input, translatable

LATE_AFTER = timedelta(minutes=10)
"""A digest later than this is marked as late; a restart takes less."""
MISSED_AFTER = timedelta(hours=6)
"""A digest later than this is not sent."""
OPENING_DAY = date.min
"""The local day of a digest that is due as soon as it is set up: before every other."""
EVERY_DAY = frozenset(range(7))
WEEKDAYS = frozenset(range(5))

_DAY = timedelta(days=1)
_BEFORE = 3
"""Days before a moment whose occurrence can still follow it: one for quiet hours, one for a skipped day."""
_AHEAD = 24
"""Days ahead within which a weekly schedule has an occurrence, even if its zone skips two of its days."""
_DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_CLOCK = re.compile(r"(?P<hour>\d{1,2})(?:\s*[:.h]\s*(?P<minute>\d{2}))?\s*(?P<half>[ap]\.?\s?m\.?)?", re.IGNORECASE)
_DIGITS = re.compile(r"(?P<hour>\d{2})(?P<minute>\d{2})(?P<half>)")
_NAMED_TIMES = {"noon": time(12), "midday": time(12), "midnight": time(0)}
_RANGE = re.compile(r"(?<!\s)\s*+(?:[-–—]|\b(?:to|until|through)\b)\s*+", re.IGNORECASE)
_BETWEEN_DAYS = re.compile(r"[\s,;/&+]+|\band\b", re.IGNORECASE)
_NAMED_DAYS = {
    "": EVERY_DAY, "all": EVERY_DAY, "daily": EVERY_DAY, "day": EVERY_DAY, "days": EVERY_DAY, "everyday": EVERY_DAY,
    "weekday": WEEKDAYS, "weekdays": WEEKDAYS, "workdays": WEEKDAYS, "weekend": EVERY_DAY - WEEKDAYS,
    "weekends": EVERY_DAY - WEEKDAYS,
    "weekly": frozenset({0}),
    "week": frozenset({0}),
}  # fmt: skip
_WEEKLY = frozenset({"weekly", "week"})
_SILENT = frozenset({"every", "each", "on", "the"})


@dataclass(frozen=True, slots=True)
class QuietHours:
    """Local hours without posts, from ``start`` to ``end``, across midnight if ``end`` is the earlier."""

    start: time
    end: time

    def __post_init__(self) -> None:
        _check_clock(self.start)
        _check_clock(self.end)
        if self.start == self.end:
            raise ValueError("quiet hours need a beginning and another end")

    def __str__(self) -> str:
        return f"{self.start:%H:%M}-{self.end:%H:%M}"

    def hold(self, at: time) -> bool:
        """Whether ``at`` is within them."""
        if self.start < self.end:
            return self.start <= at < self.end
        return at >= self.start or at < self.end


@dataclass(frozen=True, slots=True)
class Schedule:
    """A local minute of an IANA ``zone`` on ``days`` of the week (0 is Monday). Raises ``ValueError`` if invalid."""

    at: time
    zone: str
    days: frozenset[int] = EVERY_DAY
    quiet: QuietHours | None = None
    paused: bool = False
    clock: ZoneInfo = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        _check_clock(self.at)
        if not self.days or not self.days <= EVERY_DAY:
            raise ValueError(f"a schedule needs days of the week from 0 to 6, not {sorted(self.days)}")
        object.__setattr__(self, "clock", load_zone(self.zone))

    def __str__(self) -> str:
        return f"{self.at:%H:%M} {self.zone}, {describe_days(self.days)}"


@dataclass(frozen=True, slots=True, order=True)
class Occurrence:
    """A due digest: ``at`` (aware UTC), and its local day."""

    at: datetime
    local_day: date


class Timeliness(StrEnum):
    """What to do with an occurrence: send it, send it marked as late, or skip it."""

    ON_TIME = "on time"
    LATE = "late"
    MISSED = "missed"


def next_occurrence(schedule: Schedule, after: datetime) -> Occurrence | None:
    """The first occurrence later than ``after`` (aware), in about 20 µs; None if the schedule is paused."""
    if schedule.paused:
        return None
    today = after.astimezone(schedule.clock).date()
    days = (today + n * _DAY for n in range(-_BEFORE, _AHEAD))
    found = (occurrence for occurrence in _occurrences(schedule, days) if occurrence.at > after)
    if (first := next(found, None)) is None:
        raise LookupError(f"no occurrence of {schedule} within {_AHEAD} days after {after}")
    return first


def previous_occurrence(schedule: Schedule, before: datetime) -> Occurrence:
    """The last occurrence earlier than ``before`` (aware), paused or not: the digest of a week covers a week."""
    today = before.astimezone(schedule.clock).date()
    days = (today - n * _DAY for n in range(-1, _AHEAD))
    found = (occurrence for occurrence in _occurrences(schedule, days) if occurrence.at < before)
    if (last := next(found, None)) is None:
        raise LookupError(f"no occurrence of {schedule} within {_AHEAD} days before {before}")
    return last


def occurrence_on(schedule: Schedule, day: date) -> Occurrence | None:
    """The occurrence of the local ``day``, paused or not; None if it is not a chosen day."""
    return next(_occurrences(schedule, (day,)), None)


def due_occurrences(schedule: Schedule, since: datetime, now: datetime) -> Iterator[Occurrence]:
    """All occurrences later than ``since`` and not later than ``now``, oldest first: one for each chosen local day."""
    while (occurrence := next_occurrence(schedule, since)) is not None and occurrence.at <= now:
        yield occurrence
        since = occurrence.at


def decide_late(occurrence: Occurrence, now: datetime) -> Timeliness:
    """Whether a due occurrence is still sent: up to 6 hours late, and marked as late from 10 minutes on."""
    late = now - occurrence.at
    if late >= MISSED_AFTER:
        return Timeliness.MISSED
    return Timeliness.LATE if late >= LATE_AFTER else Timeliness.ON_TIME


def quiet_until(schedule: Schedule, now: datetime) -> datetime | None:
    """The end (UTC) of the quiet hours at ``now``; None outside of them. For late digests."""
    end = _after_quiet(schedule, now)
    return end if end != now else None


def _occurrences(schedule: Schedule, days: Iterable[date]) -> Iterator[Occurrence]:
    for day in days:
        if day.weekday() in schedule.days and (at := _instant(schedule.clock, day, schedule.at)) is not None:
            yield Occurrence(_after_quiet(schedule, at), day)


def _after_quiet(schedule: Schedule, at: datetime) -> datetime:
    """``at``, or the end of the quiet hours around it, on the next day that has one."""
    quiet = schedule.quiet
    if quiet is None:
        return at
    wall = at.astimezone(schedule.clock)
    if not quiet.hold(wall.time()):
        return at
    day = wall.date() if wall.time() < quiet.end else wall.date() + _DAY
    again = datetime.combine(day, quiet.end, schedule.clock).replace(fold=1).astimezone(UTC)
    if wall.fold and at < again:  # the clocks show their end a second time
        return again
    while (end := _instant(schedule.clock, day, quiet.end)) is None or end <= at:
        day += _DAY
    return end


def _instant(zone: ZoneInfo, day: date, clock: time) -> datetime | None:
    """When clocks in ``zone`` first show ``clock`` on ``day`` or jump over it (PEP 495), if the zone has the day."""
    wall = datetime.combine(day, clock, zone)
    at = wall.astimezone(UTC)
    if at.astimezone(zone).replace(tzinfo=None) == wall.replace(tzinfo=None):
        return at
    jump = _find_jump(zone, wall.replace(fold=1).astimezone(UTC), at, wall.replace(tzinfo=None))
    before, behind = ((jump - late).astimezone(zone).date() for late in (timedelta(seconds=1), timedelta()))
    return None if before < day < behind else jump


def _find_jump(zone: ZoneInfo, low: datetime, high: datetime, wall: datetime) -> datetime:
    """The first second after ``low`` when the clocks have passed ``wall``, by bisection: zones list no jumps."""
    while (gap := int((high - low).total_seconds())) > 1:
        middle = low + timedelta(seconds=gap // 2)
        passed = middle.astimezone(zone).replace(tzinfo=None) >= wall
        low, high = (low, middle) if passed else (middle, high)
    return high


def parse_time(words: str) -> time:
    """The time of day that a person typed: "08:00", "8.30", "0800", "8 pm", "noon". Raises ``UsageError``."""
    asked = " ".join(words.casefold().split())
    if asked in _NAMED_TIMES:
        return _NAMED_TIMES[asked]
    match = _CLOCK.fullmatch(asked) or _DIGITS.fullmatch(asked)
    if match:
        hour, minute, half = int(match["hour"]), int(match["minute"] or 0), (match["half"] or "")[:1]
        if half and 1 <= hour <= 12:
            hour = hour % 12 + (12 if half == "p" else 0)
        elif half:
            hour = 24
        if hour < 24 and minute < 60:
            return time(hour, minute)
    raise UsageError(translatable("schedule-time-unknown", typed=quote_input(words)))


def parse_days(words: str) -> frozenset[int]:
    """The days of the week that a person typed: "mon-fri", "weekdays", "sat, sun", "every day"; all if empty.

    "weekly" is Monday, unless a day is named beside it ("weekly on fridays"). A range may cross the end of the week
    ("fri-mon"). Raises ``UsageError``.
    """
    joined = _RANGE.sub("-", words.strip().casefold())
    parts = [part for part in _BETWEEN_DAYS.split(joined) if part and part not in _SILENT] or [""]
    parts = [part for part in parts if part not in _WEEKLY] or parts
    return frozenset().union(*(_days_of(part, words) for part in parts))


def parse_quiet_hours(words: str) -> QuietHours | None:
    """Quiet hours that a person typed: "22:00-07:00", "10 pm to 7 am"; None for "none". Raises ``UsageError``."""
    if words.strip().casefold() in {"", "none", "off", "no"}:
        return None
    ends = _RANGE.split(words.strip())
    try:
        start, end = map(parse_time, ends)
        return QuietHours(start, end)
    except (ValueError, UsageError):
        raise UsageError(translatable("schedule-quiet-unknown", typed=quote_input(words))) from None


def describe_days(days: frozenset[int]) -> str:
    """``days`` for people: "every day", "Monday to Friday", "Saturday and Sunday"."""
    ordered = sorted(days)
    if days == EVERY_DAY:
        return "every day"
    if len(ordered) > 2 and ordered[-1] - ordered[0] == len(ordered) - 1:
        return f"{_DAY_NAMES[ordered[0]]} to {_DAY_NAMES[ordered[-1]]}"
    *first, last = (_DAY_NAMES[day] for day in ordered)
    return f"{', '.join(first)} and {last}" if first else last


def _days_of(part: str, words: str) -> frozenset[int]:
    if part in _NAMED_DAYS:
        return _NAMED_DAYS[part]
    first, *more = (_day(name, words) for name in part.split("-"))
    if len(more) > 1:
        raise _no_days(words)
    last = more[0] if more else first
    return frozenset((first + n) % 7 for n in range((last - first) % 7 + 1))


def _day(name: str, words: str) -> int:
    """The number of a day, from at least its first two letters."""
    asked = name.removesuffix(".")
    found = (n for n, day in enumerate(_DAY_NAMES) if len(asked) > 1 and f"{day}s".casefold().startswith(asked))
    if (day := next(found, None)) is None:
        raise _no_days(words)
    return day


def _no_days(words: str) -> UsageError:
    return UsageError(translatable("schedule-days-unknown", typed=quote_input(words)))


def _check_clock(clock: time) -> None:
    if clock.tzinfo is not None or clock.second or clock.microsecond:
        raise ValueError(f"a time of day is local and in whole minutes, not {clock!r}")
