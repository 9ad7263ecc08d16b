"""Normalising costs no more than its text is long, whatever marks stand in it."""

import ast
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import bot
from benchmarks.patterns.measure import seconds_of
from bot.domain.folding import MOST_MARKS, cap_marks, fold_letters, fold_words, normalise
from bot.domain.text import normalise_text
from bot.gazetteer.spelling import fold

MARKS = "\u0301\u0316\u0f73\u0345\u3099\uff9e\uff9f"


@pytest.mark.parametrize(
    "unit", ["\u0301\u0316", "\uff9e\u0300", "\u0f73\u0301", "\u0344\u0316", "a\u0301\u0316\u0301"]
)
@pytest.mark.parametrize("call", [fold_letters, fold_words, normalise_text, fold], ids=lambda call: call.__name__)
def test_marks_in_a_row_cost_no_more_than_their_number(call: Callable[[str], object], unit: str) -> None:
    assert seconds_of(call, "a" + unit * (100_000 // len(unit)), 2.0) < 1.0  # 40 s before


@given(st.text(alphabet=MARKS + "aé字 -—\u1161", max_size=200))
def test_no_more_marks_in_a_row_are_kept_than_a_language_writes(text: str) -> None:
    for kept in (cap_marks(text), normalise("NFC", text)):
        run = 0
        for letter in kept:
            run = run + 1 if unicodedata.combining(letter) else 0
            assert run <= 3 * MOST_MARKS  # a vowel sign of Tibetan is two


@given(st.text(max_size=60))
def test_a_text_without_such_runs_is_normalised_as_unicode_has_it(text: str) -> None:
    if cap_marks(text) == text:
        assert normalise("NFKD", text) == unicodedata.normalize("NFKD", text)
    assert cap_marks(text[:MOST_MARKS]) == text[:MOST_MARKS]


def test_folding_drops_every_mark() -> None:
    every = "".join(map(chr, (*range(0xD800), *range(0xE000, 0x20000))))
    assert not any(map(unicodedata.combining, fold_letters(every)))


def test_nothing_else_normalises() -> None:
    sources = [(path.stem, path.read_text("utf-8")) for path in Path(bot.__file__).parent.rglob("*.py")]
    calling = {
        name
        for name, source in sources
        if "normalize" in source
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Attribute) and node.attr == "normalize"
    }
    assert calling == {"folding"}
