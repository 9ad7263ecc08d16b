"""Statements over time in words: beside their picture, and for a terminal in its place. Pure."""

from datetime import datetime

from bot.digests.timeline import FAMILIES, Lane, Timeline
from bot.i18n.dates import format_count, format_day, format_month, format_short_day, format_short_day_of_year
from bot.i18n.lists import join_facts
from bot.i18n.messages import translate
from bot.render.document import Document, Line, ListEntry, Listing, StrangerText
from bot.render.localized_names import country_name
from bot.render.quotations import shorten, without_marks

_NAME = 44
DATES = 12
"""Dates of a lane that are told, those with most statements."""


def describe_extent(timeline: Timeline) -> str:
    """How much is shown of which time, in words, with the zone."""
    first, last = timeline.starts[0], timeline.end
    found = translate("said-found", count=timeline.total)
    newest = translate("timeline-newest", found=found) if timeline.left_out else found
    dates = " – ".join(dict.fromkeys(format_day(at) for at in (first, last)))
    return f"{newest} · {dates} · {translate('timeline-by', unit=timeline.unit, zone=str(first.tzinfo))}"


def name_lane(timeline: Timeline, lane: Lane) -> str:
    """Whose lane it is."""
    if lane.speaker is None:
        return translate("timeline-others", count=timeline.others)
    return shorten(without_marks(lane.speaker.name), _NAME)


def name_family(family: int) -> str:
    """What acts of one kind are called together."""
    return translate("timeline-family", family=FAMILIES[family][0])


def count_kinds(lane: Lane) -> str:
    """How many statements of which kind a lane holds."""
    counted = ((name_family(n), lane.of_family(n)) for n in range(len(FAMILIES)))
    return translate("list-comma").join(f"{name} {count}" for name, count in counted if count)


def compose_timeline_page(timeline: Timeline, title: str) -> Document:
    """Each lane with its number of statements, of which kinds, and when most of them."""
    entries = tuple(
        ListEntry((StrangerText(_name(timeline, lane)),), _facts(timeline, lane), format_count(lane.total))
        for lane in timeline.lanes
    )
    return Document(
        (StrangerText(without_marks(title)),),
        (Listing(entries),),
        facts=((describe_extent(timeline),),),
        notes=(translate("timeline-undated"),) if timeline.undated else (),
    )


def _name(timeline: Timeline, lane: Lane) -> str:
    facts = [lane.speaker.role, country_name(lane.speaker.country or "")] if lane.speaker else []
    return join_facts((name_lane(timeline, lane), *map(without_marks, filter(None, facts))))


def _facts(timeline: Timeline, lane: Lane) -> tuple[Line, ...]:
    busiest = sorted(range(len(lane.counts)), key=lambda n: -sum(lane.counts[n]))[:DATES]
    filled = [n for n in sorted(busiest) if sum(lane.counts[n])]
    more = sum(1 for one in lane.counts if sum(one)) - len(filled)
    dates = [f"{_date(timeline, timeline.starts[n])}: {sum(lane.counts[n])}" for n in filled]
    left = [translate("twosides-and-more", count=more)] if more else []
    return (count_kinds(lane),), (" · ".join([*dates, *left]),)


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
