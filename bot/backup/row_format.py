"""Rows that are the same on every database: their columns' kinds, their form as a line of JSON, their checksum. Pure.

A table's checksum is the sum of its lines' digests, so that it does not depend on the order in which a database gives
its rows.
"""

import base64
import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any, Final, Self

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Double,
    Float,
    Integer,
    LargeBinary,
    String,
    Table,
    TableClause,
    Text,
    column,
    table,
)
from sqlalchemy.types import TypeEngine

from bot.archive.schema import metadata
from bot.archive.schema.base import NOT_KEPT, UtcDateTime

_DIGEST: Final = 16
_MODULUS: Final = 1 << (8 * _DIGEST)


class ColumnKind(StrEnum):
    """What a column holds, in the words of a backup. Released words stay."""

    INTEGER = "integer"
    REAL = "real"
    TEXT = "text"
    TRUTH = "truth"
    TIME = "time"
    DAY = "day"
    BYTES = "bytes"
    JSON = "json"
    JSON_OR_NULL = "json or null"


_TYPES: Final[Mapping[ColumnKind, TypeEngine[Any]]] = {
    ColumnKind.INTEGER: BigInteger(),
    ColumnKind.REAL: Double(),
    ColumnKind.TEXT: Text(),
    ColumnKind.TRUTH: Boolean(),
    ColumnKind.TIME: UtcDateTime(),
    ColumnKind.DAY: Date(),
    ColumnKind.BYTES: LargeBinary(),
    ColumnKind.JSON: JSON(),
    ColumnKind.JSON_OR_NULL: JSON(none_as_null=True),
}
# the first that fits: a Boolean is no Integer here, but Text is a String
_KINDS: Final[Sequence[tuple[type[TypeEngine[Any]] | type[UtcDateTime], ColumnKind]]] = (
    (UtcDateTime, ColumnKind.TIME),
    (DateTime, ColumnKind.TIME),
    (Date, ColumnKind.DAY),
    (Boolean, ColumnKind.TRUTH),
    (Integer, ColumnKind.INTEGER),
    (Float, ColumnKind.REAL),
    (LargeBinary, ColumnKind.BYTES),
    (String, ColumnKind.TEXT),
)
# how what JSON does not have is written in it, and read again
_WRITTEN: Final[Mapping[ColumnKind, Callable[[Any], Any]]] = {
    ColumnKind.TIME: lambda value: value.astimezone(UTC).isoformat(),
    ColumnKind.DAY: lambda value: value.isoformat(),
    ColumnKind.BYTES: lambda value: base64.b64encode(value).decode("ascii"),
    ColumnKind.TRUTH: bool,
    ColumnKind.REAL: float,
}
_READ: Final[Mapping[ColumnKind, Callable[[Any], Any]]] = {
    ColumnKind.TIME: datetime.fromisoformat,
    ColumnKind.DAY: date.fromisoformat,
    ColumnKind.BYTES: lambda value: base64.b64decode(value, validate=True),
}


@dataclass(frozen=True, slots=True)
class TableFormat:
    """A table without its database: its name, its columns' names with their kinds, and those that identify a row."""

    name: str
    columns: tuple[tuple[str, ColumnKind], ...]
    keys: tuple[str, ...]

    @classmethod
    def of(cls, one: Table) -> Self:
        """The form of a table. Raises ``TypeError`` for a column of a kind that no backup knows."""
        columns = tuple((each.name, _find_kind(each)) for each in one.columns)
        return cls(one.name, columns, tuple(each.name for each in one.primary_key.columns))

    @property
    def clause(self) -> TableClause:
        """The table for queries, in any archive that has these columns."""
        return table(self.name, *(column(name, _TYPES[kind]) for name, kind in self.columns))

    def write(self, row: Sequence[Any]) -> bytes:
        """The one line of JSON for ``row``, in the order of the columns, without its end."""
        values = list(row)
        for place, (_, kind) in enumerate(self.columns):
            if kind in _WRITTEN and values[place] is not None:
                values[place] = _WRITTEN[kind](values[place])
        return json.dumps(values, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()

    def read(self, values: Sequence[Any]) -> dict[str, Any]:
        """The row of such a line's ``values``, by column. Raises ``ValueError``, ``TypeError`` where they are none."""
        named = zip(self.columns, values, strict=True)
        return {
            name: _READ[kind](value) if kind in _READ and value is not None else value for (name, kind), value in named
        }


@dataclass(slots=True)
class RowChecksum:
    """Rows counted, and their checksum, whatever their order."""

    rows: int = 0
    total: int = 0

    def add(self, line: bytes) -> None:
        """Count a row by its line."""
        self.rows += 1
        digest = hashlib.blake2b(line, digest_size=_DIGEST).digest()
        self.total = (self.total + int.from_bytes(digest, "big")) % _MODULUS

    @property
    def checksum(self) -> str:
        """32 hex digits."""
        return f"{self.total:0{2 * _DIGEST}x}"


def kept_tables(tables: Iterable[Table] = metadata.sorted_tables) -> tuple[TableFormat, ...]:
    """Those of ``tables`` that are kept, each after those that its rows point to."""
    left_out = {one.name for one in metadata.tables.values() if NOT_KEPT in one.info}
    return tuple(TableFormat.of(one) for one in tables if one.name not in left_out)


def _find_kind(one: Column[Any]) -> ColumnKind:
    if isinstance(one.type, JSON):
        return ColumnKind.JSON_OR_NULL if one.nullable else ColumnKind.JSON
    for known, kind in _KINDS:
        if isinstance(one.type, known):
            return kind
    raise TypeError(f"{one.table.name}.{one.name}: no backup knows {one.type!r}")
