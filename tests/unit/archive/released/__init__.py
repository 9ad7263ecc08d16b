"""Archives as each released revision of the tables left them, with rows in every table: plain values, frozen.

Rows of a revision stand here as its program stored them. They are never changed when the tables change: that is what a
migration is tried on. A new revision's module adds the rows of what it added.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, MetaData, insert

from bot.archive.migrating import migrate
from tests.unit.archive.released import (
    r0001,
    r0002,
    r0003,
    r0004,
    r0005,
    r0006,
    r0007,
    r0008,
    r0009,
    r0010,
    r0011,
    r0012,
    r0013,
)

Rows = Mapping[str, Sequence[Mapping[str, Any]]]

_ADDED: Mapping[str, Rows] = {
    "0001": r0001.ROWS,
    "0002": r0002.ROWS,
    "0003": r0003.ROWS,
    "0004": r0004.ROWS,
    "0005": r0005.ROWS,
    "0006": r0006.ROWS,
    "0007": r0007.ROWS,
    "0008": r0008.ROWS,
    "0009": r0009.ROWS,
    "0010": r0010.ROWS,
    "0011": r0011.ROWS,
    "0012": r0012.ROWS,
    "0013": r0013.ROWS,
}
RELEASED: Mapping[str, Sequence[Rows]] = {
    revision: [rows for earlier, rows in _ADDED.items() if earlier <= revision] for revision in _ADDED
}
"""The revisions, and all that their archives hold here."""


def find_earlier(revision: str) -> str | None:
    """The revision before ``revision``, if there was one."""
    return max((one for one in _ADDED if one < revision), default=None)


def add_revision(connection: Connection, revision: str) -> None:
    """Make the archive of ``revision`` of the one of the revision before, or of an empty database."""
    migrate(connection, revision)  # rows are stored as their own revision's program did, and migrated from there
    tables = MetaData()
    tables.reflect(connection)
    for name, found in _ADDED[revision].items():
        fitting = [_fit(row, connection.dialect.name) for row in found]
        connection.execute(insert(tables.tables[name]), fitting)


def rows_of(connection: Connection) -> dict[str, list[dict[str, Any]]]:
    """Every row of every table that the archive has, as SQLAlchemy finds it there."""
    tables = MetaData()
    tables.reflect(connection)
    return {
        name: sorted(map(dict, connection.execute(one.select()).mappings()), key=repr)
        for name, one in tables.tables.items()
    }


def _fit(row: Mapping[str, Any], dialect: str) -> dict[str, Any]:
    """Values that are another on each database stand in ``row`` by the database's name."""
    found = {}
    for name, value in row.items():
        found[name] = value[dialect] if isinstance(value, dict) and dialect in value else value
    return found
