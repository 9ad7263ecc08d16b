"""Keyset pagination over the statement index, newest or earliest first.

A key starts with the statement's minute and ends with a number that decreases within its article. So descending keys
give the newest minutes first, and text order within a minute. For the earliest first, minutes ascend while the keys
within a minute still descend. Either way the database scans the index and stops at the limit.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Select, and_, or_, select

from bot.archive.index_queries import index_of
from bot.archive.index_terms import IndexQuery
from bot.archive.statement_index import NUMBER_BITS, count_minutes
from bot.domain.statement_search import StatementQuery

_INSTANT: Final = timedelta(microseconds=1)
_NUMBER: Final = (1 << NUMBER_BITS) - 1


@dataclass(frozen=True, slots=True)
class KeysPage:
    """Keys in the requested order, and the cursors of the next and the previous page."""

    keys: Sequence[int]
    on: int | None = None
    back: int | None = None


def choose_keys(
    keys: Sequence[int], wanted: StatementQuery, limit: int, *, before: int | None = None, after: int | None = None
) -> KeysPage | None:
    """The page of ``keys``, in their order, older than ``before`` or newer than ``after``; None if it is not there."""
    on, back = (after, before) if wanted.earliest else (before, after)
    ranks = [_rank(key, wanted) for key in keys]
    if back is not None:
        end = next((place for place, rank in enumerate(ranks) if rank >= _rank(back, wanted)), None)
        if end is None:
            return None
        start = max(0, end - limit)
    else:
        start = 0
        if on is not None:
            start = next((place for place, rank in enumerate(ranks) if rank > _rank(on, wanted)), len(keys))
        end = start + limit
    chosen = keys[start:end]
    if not chosen:
        return None
    return KeysPage(chosen, chosen[-1] if len(keys) > start + len(chosen) else None, chosen[0] if start else None)


def load_keys_page(
    connection: Connection,
    match: IndexQuery,
    wanted: StatementQuery,
    limit: int,
    *,
    before: int | None,
    after: int | None,
) -> KeysPage:
    """The page at a cursor, wherever it lies; the first page without a cursor."""
    on, back = (after, before) if wanted.earliest else (before, after)
    keys = load_keys(connection, match, wanted, limit + 1, before=before, after=after)
    more = len(keys) > limit
    if back is not None:
        chosen = keys[-limit:]
        return KeysPage(chosen, chosen[-1] if chosen else None, chosen[0] if more else None)
    chosen = keys[:limit]
    return KeysPage(chosen, chosen[-1] if more else None, chosen[0] if chosen and on is not None else None)


def load_keys(
    connection: Connection,
    match: IndexQuery,
    wanted: StatementQuery,
    limit: int,
    *,
    before: int | None = None,
    after: int | None = None,
) -> list[int]:
    """At most ``limit`` keys in the requested order; with a cursor, those nearest to it."""
    key, found = index_of(connection, match)
    query = select(key).where(found, *_within(key, wanted))
    if before is not None:
        query = query.where(*(_earlier(key, before) if wanted.earliest else (key < before,)))
    if after is not None:
        query = query.where(*(_later(key, after) if wanted.earliest else (key > after,)))
    back = (before if wanted.earliest else after) is not None
    upwards = wanted.earliest != back
    keys = list(connection.execute(query.order_by(key if upwards else key.desc()).limit(limit)).scalars())
    if wanted.earliest and len(keys) == limit:
        keys += _rest_of_minute(connection, query, key, keys)
    keys.sort(key=lambda one: _rank(one, wanted))
    return keys[-limit:] if back else keys[:limit]


def _within(key: ColumnElement[int], wanted: StatementQuery) -> list[ColumnElement[bool]]:
    """The requested dates, to the minute; statements at the edge are included."""
    bounds = []
    if wanted.since is not None:
        bounds.append(key >= count_minutes(wanted.since) << NUMBER_BITS)
    if wanted.until is not None:
        bounds.append(key < (count_minutes(wanted.until - _INSTANT) + 1) << NUMBER_BITS)
    return bounds


def _later(key: ColumnElement[int], cursor: int) -> tuple[ColumnElement[bool], ...]:
    """Keys after ``cursor``, earliest first; the first condition is the one that an index supports."""
    first, end = _minute_of(cursor)
    return key >= first, or_(key >= end, key < cursor)


def _earlier(key: ColumnElement[int], cursor: int) -> tuple[ColumnElement[bool], ...]:
    first, end = _minute_of(cursor)
    return key < end, or_(key < first, key > cursor)


def _rest_of_minute(
    connection: Connection, query: Select[Any], key: ColumnElement[int], keys: Sequence[int]
) -> list[int]:
    """The remaining keys of the last minute: within a minute the order is reversed."""
    first, end = _minute_of(keys[-1])
    known = set(keys)
    rest = connection.execute(query.where(and_(key >= first, key < end))).scalars()
    return [one for one in rest if one not in known]


def _minute_of(key: int) -> tuple[int, int]:
    minute = key >> NUMBER_BITS
    return minute << NUMBER_BITS, (minute + 1) << NUMBER_BITS


def _rank(key: int, wanted: StatementQuery) -> int:
    """The position of a key in the requested order."""
    return key ^ _NUMBER if wanted.earliest else -key
