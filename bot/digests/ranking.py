"""Ranks statements if there is room for only a few: quoted before reported, positions before remarks. Pure."""

from bot.domain.analysis import Reading
from bot.domain.attribution import THRESHOLD, Act, Attribution, Kind
from bot.domain.text import Span

_POSITIONS = frozenset(
    {
        Act.DENIES, Act.REJECTS, Act.ACCUSES, Act.CONDEMNS, Act.WARNS, Act.THREATENS, Act.DEMANDS, Act.PROPOSES,
        Act.PLEDGES, Act.AGREES, Act.CONFIRMS, Act.ANNOUNCES,
    }
)  # fmt: skip
_REMARKS = frozenset({Act.ASKS, Act.DISCUSSES, Act.THANKS, Act.PRAISES})
_SHORT = 25
"""Statements with fewer characters say little by themselves ("“a mistake”")."""


def sort_key(statement: Attribution) -> tuple[int, float, Span]:
    """The sort key of statements in one text: the strongest first; among equals the surer, then the earlier."""
    points = 0 if statement.act in _POSITIONS else 2 if statement.act in _REMARKS else 1
    points += statement.kind is Kind.INDIRECT
    points += sum(map(len, statement.content)) < _SHORT
    return points, -statement.confidence, statement.span


def certain_statements(reading: Reading) -> tuple[Attribution, ...]:
    """Statements that can be shown under a name: communicated, certain enough, of a known speaker."""
    found = reading.analysis.attributions
    return tuple(a for a in found if a.speaker and a.confidence >= THRESHOLD and a.act is not Act.ATTITUDE)
