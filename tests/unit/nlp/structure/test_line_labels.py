"""Datelines and times that open a line."""

import pytest

from bot.domain.text import Span
from bot.nlp.structure.line_labels import without_label


@pytest.mark.parametrize(
    ("label", "before"),
    [
        ("OSLO, Norway (AP) — ", ""),
        ("(Reuters) - ", "Rain falls\n"),
        ("(CNN) ", ""),
        ("BERGEN - ", "Rain falls\n\n"),
        ("9:10 a.m. ET: ", ""),
        ("", ""),
    ],
)
def test_a_line_begins_after_its_label(label: str, before: str) -> None:
    text = f"{before}{label}The harbour is open."
    assert without_label(text, Span(len(before), len(text))).of(text) == "The harbour is open."


def test_inside_a_line_nothing_is_a_label() -> None:
    text = "It rained. OSLO - The harbour is open."
    assert without_label(text, Span(11, len(text))).of(text) == "OSLO - The harbour is open."
