"""Statements over time: lanes by speaker, bins of an hour to a year in the reader's calendar, counts by kind of act.

Pure. Only found statements are counted. If there are too many, only the newest are, and the timeline says so.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta, tzinfo

from bot.domain.attribution import DENIALS, Act, Speaker
from bot.domain.period import find_unit, moved
from bot.domain.statement_search import FoundStatement

FAMILIES: tuple[tuple[str, frozenset[Act]], ...] = (
    ("says", frozenset({Act.SAYS, Act.REITERATES, Act.DISCUSSES, Act.ASKS, Act.ATTITUDE})),
    ("denies", DENIALS),
    ("accuses", frozenset({Act.ACCUSES, Act.CONDEMNS})),
    ("warns", frozenset({Act.WARNS, Act.THREATENS})),
    ("demands", frozenset({Act.DEMANDS, Act.URGES, Act.PROPOSES})),
    ("promises", frozenset({Act.PLEDGES, Act.ANNOUNCES, Act.CONFIRMS, Act.AGREES})),
    ("thanks", frozenset({Act.THANKS, Act.PRAISES})),
)
"""Acts that are counted together, each act in exactly one family, with its name.

More colours than these cannot be told apart.
"""
LANES = 8
"""Speakers with their own lane; the others share the last one."""
BINS = 48

_FAMILY_OF = {act: place for place, (_, acts) in enumerate(FAMILIES) for act in acts}
_UNITS = ("day", "week", "month", "year")
_HOURS_UP_TO = timedelta(hours=BINS)


@dataclass(frozen=True, slots=True)
class Lane:
    """The statements of one speaker: ``counts[bin][family]``. ``speaker`` is None for the shared lane."""

    speaker: Speaker | None
    counts: tuple[tuple[int, ...], ...]

    @property
    def total(self) -> int:
        """The number of statements in the lane."""
        return sum(map(sum, self.counts))

    def of_family(self, family: int) -> int:
        """The number of statements of one family."""
        return sum(one[family] for one in self.counts)


@dataclass(frozen=True, slots=True)
class Timeline:
    """Statements by speaker and time.

    ``starts`` are the beginnings of the bins in the reader's zone, ``end`` the end of the period; ``unit`` is "hour",
    "day", "week", "month" or "year". ``lanes`` are ordered by number of statements; ``others`` counts the speakers of
    the shared lane. ``left_out``: older statements were not counted. ``undated``: some are of articles without a
    date, and stand where those were read.
    """

    unit: str
    starts: tuple[datetime, ...]
    end: datetime
    lanes: tuple[Lane, ...]
    others: int = 0
    left_out: bool = False
    undated: bool = False

    @property
    def total(self) -> int:
        """The number of statements counted."""
        return sum(lane.total for lane in self.lanes)

    @property
    def tallest(self) -> int:
        """The maximum of statements in one lane and bin."""
        return max(sum(one) for lane in self.lanes for one in lane.counts)


def compose_timeline(
    found: Sequence[FoundStatement], *, since: datetime | None, until: datetime, zone: tzinfo, left_out: bool = False
) -> Timeline:
    """The timeline of ``found`` (at least one), from ``since`` (None: the first of them) to ``until``."""
    first = min(one.at for one in found)
    unit, starts = _bins(since if since is not None and since < first else first, until, zone)
    by_name: dict[str, list[FoundStatement]] = {}
    for one in found:
        speaker = one.attribution.speaker
        by_name.setdefault(one.person or (speaker.name if speaker else ""), []).append(one)
    ranked = sorted((name for name in by_name if name), key=lambda name: (-len(by_name[name]), name))
    own = ranked if len(ranked) <= LANES and "" not in by_name else ranked[: LANES - 1]
    rest = [one for name, those in by_name.items() if name not in own for one in those]
    lanes = [Lane(_fullest(name, by_name[name]), _count(by_name[name], starts)) for name in own]
    if rest:
        lanes.append(Lane(None, _count(rest, starts)))
    return Timeline(
        unit,
        starts,
        max(until, starts[-1]).astimezone(zone),
        tuple(lanes),
        len(by_name) - len(own),
        left_out,
        undated=any(one.article.published_at is None for one in found),
    )


def _fullest(name: str, those: Sequence[FoundStatement]) -> Speaker:
    """The speaker, with the office and country that most articles state."""
    speakers = [one.attribution.speaker for one in those if one.attribution.speaker]
    role, country = (
        Counter(fact for fact in facts if fact).most_common(1)
        for facts in ([one.role for one in speakers], [one.country for one in speakers])
    )
    return Speaker(name, role[0][0] if role else None, country[0][0] if country else None)


def _count(those: Sequence[FoundStatement], starts: Sequence[datetime]) -> tuple[tuple[int, ...], ...]:
    counts = [[0] * len(FAMILIES) for _ in starts]
    for one in those:
        counts[max(0, bisect_right(starts, one.at) - 1)][_FAMILY_OF[one.attribution.act]] += 1
    return tuple(map(tuple, counts))


def _bins(first: datetime, until: datetime, zone: tzinfo) -> tuple[str, tuple[datetime, ...]]:
    """The smallest unit for which ``BINS`` bins suffice, and the beginnings of the bins."""
    first, until = first.astimezone(zone), max(first, until).astimezone(zone)
    if until - first < _HOURS_UP_TO - timedelta(hours=2):
        start = first.replace(minute=0, second=0, microsecond=0)
        count = int((until - start) / timedelta(hours=1)) + 1
        return "hour", tuple(start + timedelta(hours=n) for n in range(count))
    for unit in _UNITS:
        days = [find_unit(unit, first.date(), back=0).first]
        while days[-1] <= until.date() and len(days) <= (BINS if unit != "year" else 10_000):
            days.append(moved(days[-1], 1, unit))
        if days[-1] > until.date():
            break
    return unit, tuple(datetime.combine(one, time(), zone) for one in days[:-1])
