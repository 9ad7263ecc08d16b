"""A timeline as a picture: a lane of stacked squares for each speaker, a colour for each kind of act, dates below."""

from typing import Any

from bot.digests.timeline import FAMILIES, Lane, Timeline
from bot.i18n.dates import format_count, format_month_of_year, format_short_day_of_year, format_short_month
from bot.i18n.messages import translate
from bot.pictures.drawing import Drawing, as_line, as_name, describe, encode_data
from bot.render.localized_names import speaker_facts
from bot.render.quotations import shorten, without_marks
from bot.render.timeline_text import _NAME, compose_timeline_page, describe_extent, name_family, name_lane

TICKS = 5


def compose_timeline_drawing(timeline: Timeline, title: str) -> Drawing:
    """The timeline under ``title``, which says whose statements about what these are, without quotation marks."""
    title = shorten(without_marks(title), 120) or translate("said-statements")
    facts = describe_extent(timeline)
    present = [place for place in range(len(FAMILIES)) if any(lane.of_family(place) for lane in timeline.lanes)]
    undated = (translate("timeline-undated"),) if timeline.undated else ()
    data = {
        "title": as_line(title),
        "facts": as_line(facts),
        "lanes": [_lane(timeline, lane) for lane in timeline.lanes],
        "tallest": timeline.tallest,
        "bins": len(timeline.starts),
        "ticks": [{"bin": n, "label": label_bin(timeline, n)} for n in _ticks(len(timeline.starts))],
        "legend": [{"family": place, "label": name_family(place)} for place in present],
        "footer": " ".join((translate("timeline-footer"), *undated)),
    }
    return Drawing("timeline", encode_data(data), describe(compose_timeline_page(timeline, title)), "timeline")


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
        "name": as_name(name_lane(timeline, lane)),
        "facts": as_line(shorten(told, _NAME + 10)),
        "total": format_count(lane.total),
        "columns": [
            {"bin": n, "parts": [{"family": place, "count": count} for place, count in enumerate(one) if count]}
            for n, one in enumerate(lane.counts)
            if sum(one)
        ],
    }
