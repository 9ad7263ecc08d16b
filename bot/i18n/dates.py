"""Days, months and counts in the current language.

Names of months come from Unicode's CLDR (through Babel); the order of day, month and year is a CLDR pattern in the
catalogue, with the words that join two days.
"""

from datetime import date, datetime

from babel.dates import format_date
from babel.numbers import format_decimal

from bot.i18n.language import current_language
from bot.i18n.messages import Translatable, translatable, translate


def message_day(at: datetime) -> Translatable:
    """The day of ``at`` and its month: "05 March"."""
    return translatable("dates-day", day=at.day, month=at.month)


def message_time(at: datetime) -> Translatable:
    """``at`` (aware UTC) to the minute: "05 March, 14:05 UTC"."""
    return translatable("dates-moment", day=message_day(at), time=f"{at:%H:%M}")


def format_day(at: date) -> str:
    """A day: "1 October 2026"."""
    return _shown(at, translate("moment-day"))


def format_short_day(at: date) -> str:
    """The same with the month's short name: "1 Oct 2026"."""
    return _shown(at, translate("moment-short-day"))


def format_day_of_year(at: date) -> str:
    """A day whose year is shown beside it: "1 October"."""
    return _shown(at, translate("moment-day-of-year"))


def format_short_day_of_year(at: date) -> str:
    """The same with the month's short name: "1 Oct"."""
    return _shown(at, translate("moment-short-day-of-year"))


def format_month(at: date) -> str:
    """A month: "October 2026"."""
    return _shown(at, translate("moment-month"))


def format_short_month(at: date) -> str:
    """The same with its short name: "Oct 2026"."""
    return _shown(at, translate("moment-short-month"))


def format_month_of_year(at: date) -> str:
    """The short name of a month whose year is shown beside it: "Oct"."""
    return _shown(at, translate("moment-month-of-year"))


def format_time(at: datetime) -> str:
    """Day and time in the zone of ``at``: "1 October 2026, 08:00 UTC"."""
    return translate("moment-at", day=format_day(at), time=f"{at:%H:%M %Z}".strip())


def format_days(first: date, last: date) -> str:
    """From one day to another, inclusive: "1–31 October 2026"."""
    if (first.year, first.month, first.day) >= (last.year, last.month, last.day):
        return format_day(first)
    if (first.year, first.month) == (last.year, last.month):
        month = _shown(last, translate("moment-month-of-days"))
        return translate("moment-days-of-month", first=str(first.day), last=str(last.day), month=month)
    begin = format_day_of_year(first) if first.year == last.year else format_day(first)
    return translate("moment-days", first=begin, last=format_day(last))


def format_count(count: int) -> str:
    """A number: "1,204"."""
    return str(format_decimal(count, locale=current_language()))


def _shown(at: date, pattern: str) -> str:
    return str(format_date(at, pattern, locale=current_language()))
