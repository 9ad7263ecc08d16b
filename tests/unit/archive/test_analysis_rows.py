import json
from typing import Any

import pytest
from hypothesis import given

from bot.archive.analysis_rows import (
    check_fits,
    decode_analysis,
    decode_article,
    encode_analysis,
    encode_article,
    encode_statements,
)
from bot.domain.analysis import Reading
from tests.unit.archive.invented import READING, TEXT, readings


@given(readings())
def test_an_analysis_comes_back_exactly_even_by_way_of_json(reading: Reading) -> None:
    row = json.loads(json.dumps(encode_analysis(reading.analysis)))
    statements = json.loads(json.dumps(encode_statements(reading.analysis)))
    assert decode_analysis(reading.article.text, row, statements) == reading.analysis


@given(readings())
def test_an_article_comes_back_exactly(reading: Reading) -> None:
    assert decode_article(reading.article.text, encode_article(reading.article)) == reading.article


@pytest.mark.parametrize(
    "damage",
    [
        {"content": [[0, 4000]]},
        {"content": []},
        {"content": [[5, 5]]},
        {"content": [[-3, 5]]},
        {"content": [[0, 5], [3, 9]]},
        {"content": [[0, 5, 9]]},
        {"content": [["0", "5"]]},
        {"content": [[False, True]]},
        {"content": {"0": 5}},
        {"content": None},
        {"source_end": None},
        {"source_end": 4000},
        {"cue_start": "5"},
        {"cue_start": 2.5},
        {"kind": "shouted"},
        {"act": ""},
        {"speaker": "  "},
        {"speaker": 7},
        {"role": b"\xff"},
        {"confidence": 1.5},
        {"confidence": "much"},
        {"confidence": float("nan")},
        {"confidence": None},
    ],
)
def test_a_damaged_statement_is_refused(damage: dict[str, Any]) -> None:
    rows = encode_statements(READING.analysis)
    rows[0] |= damage
    with pytest.raises(ValueError, match=r"."):
        decode_analysis(TEXT, encode_analysis(READING.analysis), rows)


@pytest.mark.parametrize(
    "damage", [{"summary": [[0, 4000]]}, {"summary": "[]"}, {"engine": None}, {"language": 1}, {"unread": b"x"}]
)
def test_a_damaged_analysis_is_refused(damage: dict[str, Any]) -> None:
    row = encode_analysis(READING.analysis) | damage
    with pytest.raises(ValueError, match=r"."):
        decode_analysis(TEXT, row, encode_statements(READING.analysis))


@pytest.mark.parametrize("damage", [{"title": 5}, {"published_at": "yesterday"}, {"outlet": b"x"}, {"outlet_state": 1}])
def test_a_damaged_article_is_refused(damage: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"."):
        decode_article(TEXT, encode_article(READING.article) | damage)


def test_an_analysis_fits_no_other_text() -> None:
    with pytest.raises(ValueError, match="another text"):
        check_fits(READING.analysis, TEXT + " ")
