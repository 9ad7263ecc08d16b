"""What a button of /said asks for, written into its identity and read from it: the question, or where it is kept. Pure.

A detail is "cursor|since|until|attitudes|who|about", times in minutes since 1970, all numbers in base 36. A question
that does not fit is kept in the archive under the id that stands in place of a reading's; then there is the cursor
alone.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot.domain.attribution import Act
from bot.domain.statement_search import COMMUNICATED, StatementQuery
from bot.render.card import DETAIL_LIMIT, NO_READING, Action, ComponentAction

_BETWEEN = "|"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MINUTE = timedelta(minutes=1)
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_LONGEST_CURSOR = 14


@dataclass(frozen=True, slots=True)
class SearchAction:
    """A page beside a cursor, of ``wanted`` or of the question kept under ``kept``: one of the two."""

    wanted: StatementQuery | None
    kept: str
    before: int | None = None
    after: int | None = None


def fits_in_action(wanted: StatementQuery) -> bool:
    """Whether every button of a page can carry the question itself."""
    packed = _pack(wanted)
    return packed is not None and len(packed) + _LONGEST_CURSOR <= DETAIL_LIMIT


def make_search_action(
    wanted: StatementQuery,
    kept: str,
    action: Action = Action.SAID,
    *,
    page: int = 0,
    before: int | None = None,
    after: int | None = None,
) -> ComponentAction:
    """The button for results ``before`` or ``after``. Raises ``ValueError`` if neither it nor ``kept`` can carry it."""
    cursor = f"<{_number(before)}" if before is not None else f">{_number(after)}" if after is not None else ""
    turns = action is Action.SAID
    if kept:
        return ComponentAction(action, kept, min(page, 999), cursor, turns)
    packed = _pack(wanted)
    if packed is None or not fits_in_action(wanted):
        raise ValueError("a button cannot carry this question")
    return ComponentAction(action, NO_READING, min(page, 999), f"{cursor}{packed}", turns)


def parse_search_action(press: ComponentAction) -> SearchAction:
    """What a button asks for. Raises ``ValueError`` for one that no version of this program made."""
    cursor, *rest = press.detail.split(_BETWEEN)
    number = int(cursor[1:], 36) if cursor else None
    before, after = (number, None) if cursor[:1] == "<" else (None, number)
    if press.reading != NO_READING:
        return SearchAction(None, press.reading, before, after)
    since, until, attitudes, who, about = rest
    acts = frozenset(Act) if attitudes else COMMUNICATED
    return SearchAction(StatementQuery(who, about, _time(since), _time(until), acts), "", before, after)


def _pack(wanted: StatementQuery) -> str | None:
    """The question behind the cursor; None for one that has more than fits such a form."""
    attitudes = {COMMUNICATED: "", frozenset(Act): "a"}.get(wanted.acts)
    more = wanted.countries or wanted.languages or wanted.earliest
    if attitudes is None or more or _BETWEEN in wanted.who + wanted.about:
        return None
    since = "" if wanted.since is None else _number((wanted.since - _EPOCH) // _MINUTE)
    # rounded up: the archive's index is by the minute, and the last one is included
    until = "" if wanted.until is None else _number(-((_EPOCH - wanted.until) // _MINUTE))
    return _BETWEEN.join(("", since, until, attitudes, wanted.who, wanted.about))


def _time(minutes: str) -> datetime | None:
    try:
        return _EPOCH + int(minutes, 36) * _MINUTE if minutes else None
    except OverflowError:
        raise ValueError("no such time") from None


def _number(number: int) -> str:
    digits, left = "", abs(number)
    while left or not digits:
        left, digit = divmod(left, 36)
        digits = _DIGITS[digit] + digits
    return f"-{digits}" if number < 0 else digits
