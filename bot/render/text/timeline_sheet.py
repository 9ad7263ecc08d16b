"""Statements over time for a terminal: in words where Discord has a picture. Pure."""

from datetime import datetime

from bot.digests.timeline import Lane, Timeline
from bot.i18n.bidi import isolate
from bot.i18n.dates import format_count, format_month, format_short_day, format_short_day_of_year
from bot.i18n.messages import translate
from bot.render.line_text import one_line
from bot.render.localized_names import country_name
from bot.render.quotations import without_marks
from bot.render.text.sheet import Caption, Note, Point, Points, Sheet
from bot.render.timeline_text import count_kinds, describe_extent, name_lane

DATES = 12
"""Dates of a lane that are told, those with most statements."""


def compose_timeline_sheet(timeline: Timeline, title: str) -> Sheet:
    """Each lane with its number of statements, of which kinds, and when most of them."""
    points = (
        Point(format_count(lane.total), isolate(one_line(_name(timeline, lane))), _facts(timeline, lane))
        for lane in timeline.lanes
    )
    return (Caption(without_marks(isolate(one_line(title)))), Note(describe_extent(timeline)), Points(tuple(points)))


def _name(timeline: Timeline, lane: Lane) -> str:
    facts = [lane.speaker.role, country_name(lane.speaker.country or "")] if lane.speaker else []
    return ", ".join((name_lane(timeline, lane), *(without_marks(fact) for fact in facts if fact)))


def _facts(timeline: Timeline, lane: Lane) -> tuple[str, ...]:
    busiest = sorted(range(len(lane.counts)), key=lambda n: -sum(lane.counts[n]))[:DATES]
    filled = [n for n in sorted(busiest) if sum(lane.counts[n])]
    more = sum(1 for one in lane.counts if sum(one)) - len(filled)
    dates = [f"{_date(timeline, timeline.starts[n])}: {sum(lane.counts[n])}" for n in filled]
    return count_kinds(lane), " · ".join([*dates, *([translate("twosides-and-more", count=more)] if more else [])])


def _date(timeline: Timeline, at: datetime) -> str:
    match timeline.unit:
        case "hour":
            return f"{format_short_day_of_year(at)} {at:%H:%M}"
        case "month":
            return format_month(at)
        case "year":
            return str(at.year)
        case _:
            return format_short_day(at)
