"""CSV: golden, exact there and back, and nothing that a spreadsheet would compute."""

import csv
import io
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.archive.export_queries import ExportedSpeaker
from bot.archive.store import Archive
from bot.domain.analysis import Reading
from bot.export.csv_table import BETWEEN, COLUMNS, CsvWriter, find_values, guard
from bot.export.statement import ExportedStatement, ExportQuery
from bot.export.statement_reader import StatementReader
from tests.unit.archive.invented import readings

GOLDEN = Path(__file__).with_name("golden") / "statements.csv"
AT = datetime(2021, 3, 1, tzinfo=UTC)
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
GUARDED = re.compile(r"''*[=+\-@\t\r\n＝＋－＠]")


def unguard(value: str) -> str:
    """The value that ``guard`` was given."""
    return value[1:] if GUARDED.match(value) else value


async def test_golden(filled: Archive) -> None:
    sink = io.StringIO(newline="")
    writer = CsvWriter(sink)
    async for _, statements in StatementReader(filled, ExportQuery()).articles():
        for one in statements:
            writer.write(one)
    assert sink.getvalue().encode() == GOLDEN.read_bytes()


@given(readings(), st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1)))
def test_what_is_read_back_is_what_was_written(reading: Reading, names: list[str]) -> None:
    people = tuple(ExportedSpeaker(name, name) for name in names)
    statements = [
        ExportedStatement(n, reading, said, AT, people, 7) for n, said in enumerate(reading.analysis.attributions)
    ]
    sink = io.StringIO(newline="")
    writer = CsvWriter(sink)
    for one in statements:
        writer.write(one)
    header, *rows = csv.reader(io.StringIO(sink.getvalue(), newline=""))
    assert tuple(header) == COLUMNS
    assert [tuple(map(unguard, row)) for row in rows] == [find_values(one) for one in statements]
    assert not any(value.startswith(FORMULA) for row in rows for value in row)
    for row in rows:
        spans = [tuple(map(int, span.split("-"))) for span in row[COLUMNS.index("spans")].split()]
        words = BETWEEN.join(reading.article.text[start:end] for start, end in spans)
        assert unguard(row[COLUMNS.index("words")]) == words


@given(st.text(alphabet="'=+-@\t\r\n＝a"))
def test_guarding_can_be_undone(value: str) -> None:
    assert unguard(guard(value)) == value
    assert not guard(value).startswith(FORMULA)


@pytest.mark.parametrize("value", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1"])
def test_formulas_become_text(value: str) -> None:
    assert guard(value) == f"'{value}"


@pytest.mark.parametrize("value", ["", "1-2", "a=b", "'tis", "“=1”", "2021-03-01"])
def test_other_values_stay(value: str) -> None:
    assert guard(value) == value
