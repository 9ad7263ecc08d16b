"""Rows as lines, their kinds and their checksums."""

import json
import random
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from sqlalchemy import Column, Integer, Interval, MetaData, Table

from bot.archive.blocking_engine import open_engine
from bot.archive.schema import metadata
from bot.archive.schema.base import NOT_KEPT
from bot.archive.store import Archive
from bot.backup.row_copy import find_table_formats
from bot.backup.row_format import ColumnKind, RowChecksum, TableFormat, kept_tables

EVERY = TableFormat("every", tuple((kind.value, kind) for kind in ColumnKind), ("integer",))
OSLO = timezone(timedelta(hours=1))
ROW = (
    7,
    0.1 + 0.2,
    "“Brú”\n\t\\",
    True,
    datetime(2026, 3, 1, 9, 30, 0, 5, tzinfo=OSLO),
    date(2026, 3, 1),
    bytes(range(256)),
    {"b": [1, None], "a": "é"},
    None,
)


def test_every_table_says_whether_it_is_kept() -> None:
    kept = [form.name for form in kept_tables()]
    assert {*kept, *(one.name for one in metadata.tables.values() if NOT_KEPT in one.info)} == set(metadata.tables)
    assert "said" not in kept
    assert "texts" in kept
    assert all(len(one.info[NOT_KEPT]) > 20 for one in metadata.tables.values() if NOT_KEPT in one.info)


def test_tables_come_after_those_that_they_point_to() -> None:
    places = {form.name: place for place, form in enumerate(kept_tables())}
    for one in metadata.tables.values():
        for key in one.foreign_keys if one.name in places else ():
            assert places[key.column.table.name] < places[one.name] or key.column.table is one


def test_every_row_has_keys_that_a_resumed_move_can_note() -> None:
    for form in kept_tables():
        assert form.keys
        assert {dict(form.columns)[key] for key in form.keys} <= {ColumnKind.INTEGER, ColumnKind.TEXT}


async def test_an_archive_has_the_tables_that_it_is_declared_to_have(database_url: str) -> None:
    await (await Archive.open(database_url)).close()
    engine = open_engine(database_url, writing=False)
    with engine.connect() as connection:
        found = find_table_formats(connection)
    engine.dispose()
    assert {form.name: form for form in found} == {form.name: form for form in kept_tables()}


def test_a_row_comes_back_as_it_was() -> None:
    line = EVERY.write(ROW)
    assert b"\n" not in line
    back = EVERY.read(json.loads(line))
    assert tuple(back.values()) == ROW
    assert back["time"].tzinfo == UTC
    assert EVERY.write(tuple(back.values())) == line


@pytest.mark.parametrize("values", [[1], [1] * 20, [1, 2.0, "", True, 5, "2026-03-01", "", 1, 1]])
def test_other_values_are_refused(values: list[object]) -> None:
    with pytest.raises((TypeError, ValueError)):
        EVERY.read(values)


def test_a_column_of_another_kind_is_refused() -> None:
    with pytest.raises(TypeError, match=r"odd\.lasts"):
        TableFormat.of(Table("odd", MetaData(), Column("id", Integer, primary_key=True), Column("lasts", Interval)))


def test_a_checksum_is_of_the_rows_in_whatever_order() -> None:
    lines = [str(number).encode() for number in range(100)]

    def tally(some: list[bytes]) -> RowChecksum:
        found = RowChecksum()
        for line in some:
            found.add(line)
        return found

    shuffled = random.Random(3).sample(lines, 100)  # noqa: S311 - the same order in every run
    assert tally(lines) == tally(shuffled)
    assert len(tally(lines).checksum) == 32
    assert tally(lines).checksum != tally([*lines[:-1], b"100"]).checksum
    assert tally(lines) != tally([*lines[:-1], lines[0]])
