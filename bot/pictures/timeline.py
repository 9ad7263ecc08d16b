"""A timeline as a picture: a lane of stacked squares for each speaker, a colour for each kind of act, dates below."""

from datetime import datetime
from typing import Any

from bot.digests.timeline import FAMILIES, Lane, Timeline
from bot.i18n.dates import format_count, format_day, format_month_of_year, format_short_day_of_year, format_short_month
from bot.i18n.messages import translate
from bot.pictures.drawing import ALT_LIMIT, Drawing, as_line, encode_data
from bot.render.localized_names import speaker_facts
from bot.render.markdown import units
from bot.render.quotations import shorten, without_marks
from bot.render.timeline_text import _NAME, count_kinds, describe_extent, name_family, name_lane

TICKS = 5


def compose_timeline_drawing(timeline: Timeline, title: str) -> Drawing:
    """The timeline under ``title``, which says whose statements about what these are, without quotation marks."""
    title = shorten(without_marks(title), 120) or translate("said-statements")
    facts = describe_extent(timeline)
    present = [place for place in range(len(FAMILIES)) if any(lane.of_family(place) for lane in timeline.lanes)]
    data = {
        "title": as_line(title),
        "facts": as_line(facts),
        "lanes": [_lane(timeline, lane) for lane in timeline.lanes],
        "tallest": timeline.tallest,
        "bins": len(timeline.starts),
        "ticks": [{"bin": n, "label": label_bin(timeline, n)} for n in _ticks(len(timeline.starts))],
        "legend": [{"family": place, "label": name_family(place)} for place in present],
        "footer": translate("timeline-footer"),
    }
    return Drawing("timeline", encode_data(data), _alt(timeline, title, facts), "timeline")


def label_bin(timeline: Timeline, n: int) -> str:
    """When the ``n``-th bin begins, as short as tells it."""
    at = timeline.starts[n]
    match timeline.unit:
        case "hour":
            return f"{at:%H:%M}"
        case "month":
            one_year = timeline.starts[0].year == timeline.starts[-1].year
            return format_month_of_year(at) if one_year else format_short_month(at)
        case "year":
            return str(at.year)
        case _:
            return format_short_day_of_year(at)


def _ticks(bins: int) -> range:
    return range(0, bins, max(1, -(-bins // TICKS)))


def _lane(timeline: Timeline, lane: Lane) -> dict[str, Any]:
    facts = speaker_facts(lane.speaker) if lane.speaker else ()
    told = " · ".join(map(without_marks, facts))
    return {
        "name": as_line(name_lane(timeline, lane)),
        "facts": as_line(shorten(told, _NAME + 10)),
        "total": format_count(lane.total),
        "columns": [
            {"bin": n, "parts": [{"family": place, "count": count} for place, count in enumerate(one) if count]}
            for n, one in enumerate(lane.counts)
            if sum(one)
        ],
    }


def _alt(timeline: Timeline, title: str, facts: str) -> str:
    """The lanes in words: how many statements of which kind, and when most."""
    lines = [translate("timeline-alt", title=title, facts=facts)]
    for lane in timeline.lanes:
        busiest = max(range(len(lane.counts)), key=lambda n: sum(lane.counts[n]))
        most = sum(lane.counts[busiest])
        when = _when(timeline.starts[busiest], timeline.unit)
        line = translate(
            "timeline-alt-lane",
            name=name_lane(timeline, lane),
            count=lane.total,
            kinds=count_kinds(lane),
            unit=timeline.unit,
            day=when,
            most=most,
        )
        if units("\n".join([*lines, line])) > ALT_LIMIT:
            break
        lines.append(line)
    return "\n".join(lines)


def _when(at: datetime, unit: str) -> str:
    return translate("moment-at", day=format_day(at), time=f"{at:%H:%M}") if unit == "hour" else format_day(at)
