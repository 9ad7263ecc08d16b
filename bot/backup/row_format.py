"""A database-independent format of rows: column kinds, JSON lines, checksums that ignore their order. Pure."""

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
    """The kind of a column, as written in backups. Released values never change."""

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
# the first match counts: Boolean is no Integer here, but Text is a String
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
# encodes and decodes types that JSON lacks
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
    """A table independent of its database: its name, its columns with their kinds, and its key columns."""

    name: str
    columns: tuple[tuple[str, ColumnKind], ...]
    keys: tuple[str, ...]

    @classmethod
    def of(cls, one: Table) -> Self:
        """The format of a table. Raises ``TypeError`` for a column type that backups do not support."""
        columns = tuple((each.name, _find_kind(each)) for each in one.columns)
        return cls(one.name, columns, tuple(each.name for each in one.primary_key.columns))

    @property
    def clause(self) -> TableClause:
        """The table for queries, in any archive with these columns."""
        return table(self.name, *(column(name, _TYPES[kind]) for name, kind in self.columns))

    def write(self, row: Sequence[Any]) -> bytes:
        """The JSON line for ``row``, in column order, without line break."""
        values = list(row)
        for place, (_, kind) in enumerate(self.columns):
            if kind in _WRITTEN and values[place] is not None:
                values[place] = _WRITTEN[kind](values[place])
        return json.dumps(values, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()

    def read(self, values: Sequence[Any]) -> dict[str, Any]:
        """Decode a line's ``values`` into a row by column. Raises ``ValueError``, ``TypeError`` if they are invalid."""
        named = zip(self.columns, values, strict=True)
        return {
            name: _READ[kind](value) if kind in _READ and value is not None else value for (name, kind), value in named
        }


@dataclass(slots=True)
class RowChecksum:
    """A count of rows and their checksum, independent of their order."""

    rows: int = 0
    total: int = 0

    def add(self, line: bytes) -> None:
        """Add a row by its line."""
        self.rows += 1
        digest = hashlib.blake2b(line, digest_size=_DIGEST).digest()
        self.total = (self.total + int.from_bytes(digest, "big")) % _MODULUS

    @property
    def checksum(self) -> str:
        """32 hex digits."""
        return f"{self.total:0{2 * _DIGEST}x}"


def kept_tables(tables: Iterable[Table] = metadata.sorted_tables) -> tuple[TableFormat, ...]:
    """The formats of those ``tables`` that are kept, each after the tables that it references."""
    left_out = {one.name for one in metadata.tables.values() if NOT_KEPT in one.info}
    return tuple(TableFormat.of(one) for one in tables if one.name not in left_out)


def _find_kind(one: Column[Any]) -> ColumnKind:
    if isinstance(one.type, JSON):
        return ColumnKind.JSON_OR_NULL if one.nullable else ColumnKind.JSON
    for known, kind in _KINDS:
        if isinstance(one.type, known):
            return kind
    raise TypeError(f"{one.table.name}.{one.name}: no backup knows {one.type!r}")
