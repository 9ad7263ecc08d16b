"""JSON Lines: golden, and always as the schema says."""

import io
import json
from datetime import UTC, datetime
from pathlib import Path

from hypothesis import given
from jsonschema import Draft202012Validator, FormatChecker

from bot.archive.store import Archive
from bot.domain.analysis import Reading, reading_id
from bot.export.jsonl import JsonLinesWriter
from bot.export.statement import ExportedStatement, ExportQuery
from bot.export.statement_reader import StatementReader
from tests.unit.archive.invented import readings

GOLDEN = Path(__file__).with_name("golden") / "statements.jsonl"
SCHEMA = json.loads((Path(__file__).parents[3] / "docs" / "export.schema.json").read_text("utf-8"))
VALID = Draft202012Validator(SCHEMA, format_checker=FormatChecker())


async def test_golden(filled: Archive) -> None:
    sink = io.StringIO()
    writer = JsonLinesWriter(sink)
    async for _, statements in StatementReader(filled, ExportQuery()).articles():
        for one in statements:
            writer.write(one)
    assert sink.getvalue() == GOLDEN.read_text("utf-8")
    for line in sink.getvalue().splitlines():
        VALID.validate(json.loads(line))


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert not VALID.is_valid({"speaker": "Ana Brod"})


@given(readings())
def test_every_line_is_valid_and_word_for_word(reading: Reading) -> None:
    ident = reading_id(reading.article)
    sink = io.StringIO()
    writer = JsonLinesWriter(sink)
    for number, said in enumerate(reading.analysis.attributions):
        writer.write(
            ExportedStatement(number, Reading(ident, reading.article, reading.analysis), said, datetime.now(UTC))
        )
    lines = sink.getvalue().removesuffix("\n").split("\n") if sink.getvalue() else []
    assert len(lines) == len(reading.analysis.attributions)
    for line in lines:
        record = json.loads(line)
        VALID.validate(record)
        for span in [*record["content"], record["source"], record["cue"]]:
            assert span is None or span["text"] == reading.article.text[span["start"] : span["end"]]
