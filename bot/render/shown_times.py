"""When a scheduled digest comes, in words for people; what is typed for it stays as it is typed. Pure."""

from bot.domain.schedule import EVERY_DAY, Schedule
from bot.words.listing import listed_with_and
from bot.words.speech import say

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def shown_schedule(schedule: Schedule) -> str:
    """A schedule: "08:00 Europe/Berlin, Monday to Friday"."""
    return say("digest-when", time=f"{schedule.at:%H:%M}", zone=schedule.zone, days=shown_days(schedule.days))


def shown_days(days: frozenset[int]) -> str:
    """Days of the week, at least one: "every day", "Monday to Friday", "Saturday and Sunday"."""
    if days == EVERY_DAY:
        return say("digest-every-day")
    ordered = sorted(days)
    names = [say("digest-day", day=_DAYS[day]) for day in ordered]
    if len(ordered) > 2 and ordered[-1] - ordered[0] == len(ordered) - 1:
        return say("digest-days", first=names[0], last=names[-1])
    return listed_with_and(names)
