"""Periods and the days in them, in the asker's calendar. Pure.

Days begin at midnight in the asker's zone, weeks on Monday; a date without a year is the latest that has begun.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from typing import Final, NamedTuple

from bot.i18n.dates import format_day, format_days
from bot.i18n.messages import translate

YEARS: Final = range(1900, 2201)
"""Years that a date may be in: another is a typing error, and nothing can be added to the calendar's last day."""


@dataclass(frozen=True, slots=True)
class Period:
    """From ``since`` (inclusive) to ``until`` (exclusive), aware; None is open."""

    since: datetime | None = None
    until: datetime | None = None


class Days(NamedTuple):
    """Days from ``first`` (inclusive) to ``end`` (exclusive); ``going``: today may be the last of them."""

    first: date
    end: date
    going: bool = False


class WrittenDate(NamedTuple):
    """The written parts of a date."""

    year: int | None = None
    month: int | None = None
    day: int | None = None


def describe_period(period: Period, zone: tzinfo) -> str:
    """``period`` in words for a person in ``zone``: "1–31 October 2026"; "" if both ends are open."""
    since, until = (at and at.astimezone(zone) for at in (period.since, period.until))
    last = until - timedelta(microseconds=1) if until else None
    if since and last:
        return format_days(since, last)
    if since:
        clock = (since.hour, since.minute) != (0, 0)
        day = translate("moment-at", day=format_day(since), time=f"{since:%H:%M}") if clock else format_day(since)
        return translate("moment-since", day=day)
    return translate("moment-until", day=format_day(last)) if last else ""


def find_days(written: WrittenDate, limit: date) -> Days | None:
    """The days of a date; without a year, the latest by ``limit``. None for 31 February or outside ``YEARS``."""
    if written.year is not None and written.year not in YEARS:
        return None
    years = [written.year] if written.year else range(limit.year, limit.year - 9, -1)  # nine years contain a leap day
    for year in years:
        try:
            first = date(year, written.month or 1, written.day or 1)
        except ValueError:
            continue
        if written.year or first <= limit:
            return Days(first, moved(first, 1, "day" if written.day else "month" if written.month else "year"))
    return None


def one_day(day: date) -> Days:
    """``day`` alone."""
    return Days(day, day + timedelta(1))


def find_weekday(weekday: int, limit: date) -> Days:
    """The latest such day of the week (Monday is 0) up to ``limit``."""
    return one_day(limit - timedelta((limit.weekday() - weekday) % 7))


def find_unit(unit: str, today: date, *, back: int) -> Days:
    """The "day", "week", "month" or "year" that many before this one. Raises ``ValueError`` or ``OverflowError``."""
    starts = {
        "day": today,
        "week": today - timedelta(today.weekday()),
        "month": today.replace(day=1),
        "year": today.replace(month=1, day=1),
    }
    first = moved(starts[unit], -back, unit)
    return Days(first, moved(first, 1, unit), going=back == 0)


def moved(day: date, count: int, unit: str) -> date:
    """``day`` so many units later, or the month's last day. Raises ``ValueError``, ``OverflowError``."""
    if unit in {"day", "week"}:
        return day + timedelta(count * (7 if unit == "week" else 1))
    years, month = divmod(day.year * 12 + day.month - 1 + count * (12 if unit == "year" else 1), 12)
    end = date(years + (month == 11), (month + 1) % 12 + 1, 1) - timedelta(1)
    return end.replace(day=min(day.day, end.day))
