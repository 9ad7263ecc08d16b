"""An invented quarrel about a trawler, told by three outlets, for the tests of two sides, positions and timelines."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import zip_longest

from bot.domain.analysis import Reading
from bot.domain.article import Outlet
from bot.domain.attribution import Act, Attribution, Kind, Speaker
from bot.domain.digest import QuotedPhrase, Side, TopicRow, TwoSides
from bot.domain.line import Line as DigestLine
from bot.domain.line import LineReference
from bot.domain.statement_search import FoundStatement
from tests.unit.digests.stories import UNTIL, reading

VIK = Speaker("Sigrid Vik", "Foreign Minister", "Norway")
VIK_SHORT = Speaker("Vik", "Foreign Minister", "Norway")
JONSSON = Speaker("Árni Jónsson", "Fisheries Minister", "Iceland")
ORMS = Speaker("Helga Orms", "Ambassador to Norway", "Iceland")
FJORD = Outlet("The Fjord Herald", "fjord.example", "Norway")
GEYSIR = Outlet("Geysir State Radio", "geysir.example", "Iceland", "state-funded")
NORTH = Outlet("North Sea Wire", "northsea.example")

HOME = "“Fourteen people will sleep in their own beds on Sunday”"


def trawler() -> tuple[Reading, Reading, Reading]:
    """Norway says the nets were too fine, Iceland denies it; two outlets carry the minister's words."""
    return (
        reading(
            FJORD,
            "nets",
            "Trawler held over its nets",
            "Foreign Minister Sigrid Vik said the trawler had used nets with illegal fine meshes. She added: "
            f"{HOME}.\n\nShe demanded a joint inspection of the cargo hold.",
            (VIK, Kind.INDIRECT, Act.SAYS, "said", "the trawler had used nets with illegal fine meshes"),
            (VIK, Kind.DIRECT, Act.SAYS, "added", HOME),
            (VIK, Kind.INDIRECT, Act.DEMANDS, "demanded", "a joint inspection of the cargo hold"),
            hours=50,
        ),
        reading(
            GEYSIR,
            "denial",
            "Reykjavik answers",
            "Fisheries Minister Árni Jónsson denied that the trawler had used illegal fine meshes.\n\n"
            "Ambassador Helga Orms warned that the herring talks would suffer.",
            (
                JONSSON,
                Kind.INDIRECT,
                Act.DENIES,
                "denied",
                "that the trawler had used illegal fine meshes",
            ),
            (ORMS, Kind.INDIRECT, Act.WARNS, "warned", "that the herring talks would suffer"),
            hours=26,
        ),
        reading(
            NORTH,
            "beds",
            "Crew to fly home",
            f"Vik promised: {HOME}. Árni Jónsson thanked the harbour master for the warm soup.",
            (VIK_SHORT, Kind.DIRECT, Act.SAYS, "promised", HOME),
            (Speaker("Árni Jónsson"), Kind.INDIRECT, Act.THANKS, "thanked", "the harbour master for the warm soup"),
            hours=2,
        ),
    )


def as_line(reading: Reading, said: Attribution) -> LineReference:
    """A statement as the line of its whole content."""
    place = sorted(reading.analysis.attributions, key=lambda one: one.span).index(said)
    return LineReference(reading, DigestLine(1, said.speaker, said.content, (place,)))


def facing(
    a: Side,
    b: Side,
    first: Sequence[tuple[Reading, Attribution]],
    second: Sequence[tuple[Reading, Attribution]],
    about: str = "",
) -> TwoSides:
    """Two sides of these statements whatever they say, pair by pair on the first words of one."""
    rows = []
    for one, other in zip_longest(first, second):
        cells = [(as_line(*said),) if said else () for said in (one, other)]
        reading, said = one or other
        rows.append(TopicRow(QuotedPhrase(reading, said.content[0]), cells[0], cells[1]))
    readings = {reading.id: reading for reading, _ in (*first, *second)}
    return TwoSides(tuple(readings.values()), a, b, tuple(rows), about)


def found_in(*readings: Reading) -> tuple[FoundStatement, ...]:
    """All statements of ``readings`` as a search finds them, newest first."""
    found: list[FoundStatement] = []
    for one in readings:
        at = one.article.published_at or datetime(2026, 1, 1, tzinfo=UTC)
        for said in one.analysis.attributions:
            number = len(found) + 1
            name = said.speaker.name if said.speaker else None
            known = {"Vik": "Sigrid Vik"}.get(name or "", name)
            found.append(FoundStatement(number, one.id, said, one.article, at, number, known))
    return tuple(sorted(found, key=lambda one: (one.at, one.statement), reverse=True))


def over_time(count: int, days: float, *, speakers: int = 3) -> tuple[FoundStatement, ...]:
    """So many statements in the days before ``UNTIL``, evenly, newest first, of so many speakers and of all acts."""
    (base, *_) = trawler()
    acts = [act for act in Act if act is not Act.ATTITUDE]
    found = []
    for n in range(count):
        said = base.analysis.attributions[0]
        speaker = Speaker(f"Speaker {n % speakers}", "Envoy", "Norway")
        made = type(said)(said.content, None, said.cue, said.kind, acts[n % len(acts)], speaker)
        at = UNTIL - timedelta(days=days * (n + 0.5) / count)
        found.append(FoundStatement(n, base.id, made, base.article, at, count - n, speaker.name))
    return tuple(found)
