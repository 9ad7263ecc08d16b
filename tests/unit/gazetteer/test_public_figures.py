"""Public figures and words that imply a state: tables of facts, each about one state."""

import re
from collections import Counter
from importlib import resources

import pytest

from bot.gazetteer.countries import country_of
from bot.gazetteer.public_figures import find_figure, find_figure_by_surname, find_implied
from bot.gazetteer.speaker_kinds import kind_of


def rows(table: str) -> list[tuple[str, list[str]]]:
    """State and entries of each row of a table."""
    lines = resources.files("bot.gazetteer").joinpath(table).read_text("utf-8").splitlines()
    parts = [line.split("\t") for line in lines if not line.startswith(("#", "state\t"))]
    return [(state, entries.split(", ")) for state, entries in parts]


@pytest.mark.parametrize("table", ["public_figures.tsv", "implied_states.tsv"])
def test_every_state_is_one_of_the_gazetteer(table: str) -> None:
    assert [state for state, _ in rows(table) if (country_of(state) or ("",))[0] != state] == []


def test_no_figure_stands_for_two_states() -> None:
    named = Counter(name for _, names in rows("public_figures.tsv") for name in dict.fromkeys(names))
    assert [name for name, times in named.items() if times > 1] == []
    assert all(len(re.split(r"[ -]", name)) > 1 for name in named)
    assert [name for state, names in rows("public_figures.tsv") for name in names if find_figure(name) != state] == []


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("Sergey Lavrov", "Russia"),
        ("Sergei Lavrov", "Russia"),
        ("Antony J. Blinken", "United States"),
        ("Angela Merkel", "Germany"),
        ("Steve Mnuchin", "United States"),
        ("Orla Venn", None),
        ("Angela Venn", None),
    ],
)
def test_a_figure_is_found_by_the_whole_name(name: str, state: str | None) -> None:
    assert find_figure(name) == state


@pytest.mark.parametrize(
    ("surname", "state"),
    [("Merkel", "Germany"), ("Khan", "Pakistan"), ("Kim", None), ("Venn", None), ("Moon", "South Korea")],
)
def test_a_surname_alone_tells_where_one_state_s_figures_bear_it(surname: str, state: str | None) -> None:
    assert find_figure_by_surname(surname) == state


def test_words_that_imply_a_state() -> None:
    text = "GOP lawmakers in the House of Representatives wrote to the AKP."
    found = [(span.of(text), state) for span, state in find_implied(text)]
    assert found == [("GOP", "United States"), ("House of Representatives", "United States"), ("AKP", "Turkey")]


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("Deputy Foreign Minister", "diplomat"),
        ("Prime Minister", "chief"),
        ("ambassador to Iceland", "envoy"),
        ("senior analyst", "expert"),
        ("baker", "other"),
    ],
)
def test_the_kind_of_a_speaker_is_told_by_words(phrase: str, kind: str) -> None:
    assert kind_of(phrase) == kind
