"""What is said of a timeline in words, for its picture and for a terminal. Pure."""

from bot.digests.timeline import FAMILIES, Lane, Timeline
from bot.i18n.dates import format_day
from bot.i18n.messages import translate
from bot.render.quotations import shorten, without_marks

_NAME = 44


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
    return ", ".join(f"{name} {count}" for name, count in counted if count)
