"""When a scheduled digest comes, in words for people; what is typed for it stays as it is typed. Pure."""

from bot.domain.schedule import EVERY_DAY, Schedule
from bot.words.listing import join_with_and
from bot.words.speech import translate

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def format_schedule(schedule: Schedule) -> str:
    """A schedule: "08:00 Europe/Berlin, Monday to Friday"."""
    return translate(
        "digest-when", time=f"{schedule.at:%H:%M}", zone=schedule.zone, days=format_weekdays(schedule.days)
    )


def format_weekdays(days: frozenset[int]) -> str:
    """Days of the week, at least one: "every day", "Monday to Friday", "Saturday and Sunday"."""
    if days == EVERY_DAY:
        return translate("digest-every-day")
    ordered = sorted(days)
    names = [translate("digest-day", day=_DAYS[day]) for day in ordered]
    if len(ordered) > 2 and ordered[-1] - ordered[0] == len(ordered) - 1:
        return translate("digest-days", first=names[0], last=names[-1])
    return join_with_and(names)
