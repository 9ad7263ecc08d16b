"""A timeline as a picture: a lane of stacked squares for each speaker, a colour for each kind of act, dates below."""

from datetime import datetime
from typing import Any

from bot.digests.timeline import FAMILIES, Lane, Timeline
from bot.pictures.drawing import ALT_LIMIT, Drawing, as_data, as_text
from bot.render.cards_briefing import without_marks
from bot.render.markdown import units
from bot.render.verbatim import shortened

TICKS = 5
_NAME = 44
_LABELS = {"hour": "{at:%H:%M}", "day": "{at.day} {at:%b}", "week": "{at.day} {at:%b}", "year": "{at.year}"}


def compose_timeline_drawing(timeline: Timeline, title: str) -> Drawing:
    """The timeline under ``title``, which says whose statements about what these are, without quotation marks."""
    title = shortened(without_marks(title), 120) or "Statements"
    facts = describe_extent(timeline)
    present = [place for place in range(len(FAMILIES)) if any(lane.of_family(place) for lane in timeline.lanes)]
    data = {
        "title": as_text(title),
        "facts": as_text(facts),
        "lanes": [_lane(timeline, lane) for lane in timeline.lanes],
        "tallest": timeline.tallest,
        "bins": len(timeline.starts),
        "ticks": [{"bin": n, "label": label_bin(timeline, n)} for n in _ticks(len(timeline.starts))],
        "legend": [{"family": place, "label": FAMILIES[place][0]} for place in present],
        "footer": "Found in the articles that Attaché has read. More squares are more statements, not weightier ones.",
    }
    return Drawing("timeline", as_data(data), _alt(timeline, title, facts), "timeline")


def describe_extent(timeline: Timeline) -> str:
    """How much is shown of which time, in words, with the zone."""
    first, last = timeline.starts[0], timeline.end
    newest = "the newest " if timeline.left_out else ""
    dates = " – ".join(dict.fromkeys(f"{at.day} {at:%B %Y}" for at in (first, last)))
    plural = "" if timeline.total == 1 else "s"
    zone = str(first.tzinfo)
    return f"{newest}{timeline.total:,} statement{plural} · {dates} · by {timeline.unit} ({zone})"


def label_bin(timeline: Timeline, n: int) -> str:
    """When the ``n``-th bin begins, as short as tells it."""
    at = timeline.starts[n]
    if timeline.unit == "month":
        one_year = timeline.starts[0].year == timeline.starts[-1].year
        return f"{at:%b}" if one_year else f"{at:%b %Y}"
    return _LABELS[timeline.unit].format(at=at)


def name_lane(timeline: Timeline, lane: Lane) -> str:
    """Whose lane it is."""
    if lane.speaker is None:
        return f"{timeline.others:,} other speaker{'' if timeline.others == 1 else 's'}"
    return shortened(without_marks(lane.speaker.name), _NAME)


def _ticks(bins: int) -> range:
    return range(0, bins, max(1, -(-bins // TICKS)))


def _lane(timeline: Timeline, lane: Lane) -> dict[str, Any]:
    facts = [lane.speaker.role, lane.speaker.country] if lane.speaker else []
    told = " · ".join(without_marks(fact) for fact in facts if fact and fact.casefold() not in name_of(lane))
    return {
        "name": as_text(name_lane(timeline, lane)),
        "facts": as_text(shortened(told, _NAME + 10)),
        "total": f"{lane.total:,}",
        "columns": [
            {"bin": n, "parts": [{"family": place, "count": count} for place, count in enumerate(one) if count]}
            for n, one in enumerate(lane.counts)
            if sum(one)
        ],
    }


def name_of(lane: Lane) -> str:
    """The speaker's name as other facts are compared with it."""
    return lane.speaker.name.casefold() if lane.speaker else ""


def _alt(timeline: Timeline, title: str, facts: str) -> str:
    """The lanes in words: how many statements of which kind, and when most."""
    lines = [f"Timeline: {title}. {facts}."]
    for lane in timeline.lanes:
        kinds = ", ".join(f"{name} {lane.of_family(n)}" for n, (name, _) in enumerate(FAMILIES) if lane.of_family(n))
        busiest = max(range(len(lane.counts)), key=lambda n: sum(lane.counts[n]))
        most = sum(lane.counts[busiest])
        when = _when(timeline.starts[busiest], timeline.unit)
        line = f"{name_lane(timeline, lane)}: {lane.total} ({kinds}), most in the {timeline.unit} of {when} ({most})."
        if units("\n".join([*lines, line])) > ALT_LIMIT:
            break
        lines.append(line)
    return "\n".join(lines)


def _when(at: datetime, unit: str) -> str:
    return f"{at.day} {at:%B %Y}" + (f", {at:%H:%M}" if unit == "hour" else "")
