"""One statement carried by several outlets, and statements that only look alike."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.digests.quote_matching import has_same_meaning, is_near_identical, statement_words
from bot.domain.attribution import Act
from tests.unit.domain.invented import TEXT, said

BASE = "the strait belongs to those who work on it and from monday they will all be back"


@pytest.mark.parametrize(
    "other",
    [
        BASE,
        "strait belongs to those who work on it and from monday they will all be back",
        "the strait belongs to those who work on it from monday they will all be back",
        "yes the strait belongs to those who work on it and from monday they will all be back",
    ],
)
def test_the_same_words(other: str) -> None:
    assert is_near_identical(BASE.split(), other.split())
    assert is_near_identical(other.split(), BASE.split())


@pytest.mark.parametrize(
    "other",
    [
        BASE.replace("will", "will not"),
        BASE.replace("will", "won't"),
        BASE.replace("monday", "tuesday"),
        BASE.replace("all", "14"),
        f"unless {BASE}",
        f"{BASE} if they pay",
        BASE.replace("strait", "harbour"),
        "back",
        "they will all be back",
    ],
)
def test_words_that_make_it_another_statement(other: str) -> None:
    assert not is_near_identical(BASE.split(), other.split())
    assert not is_near_identical(other.split(), BASE.split())


@given(
    st.lists(st.sampled_from("we they will may meet talks paid nothing the and in".split()), min_size=1, max_size=20)
)
def test_a_negation_anywhere_makes_it_another(words: list[str]) -> None:
    assert is_near_identical(words, words)
    for place in range(len(words) + 1):
        for turn in ("not", "never", "didn't", "7"):
            assert not is_near_identical(words, [*words[:place], turn, *words[place:]])


def test_a_denial_is_not_what_it_denies() -> None:
    claim = said("denied it")
    assert has_same_meaning(claim, claim)
    assert not has_same_meaning(claim, replace(claim, act=Act.DENIES))
    assert not has_same_meaning(claim, replace(claim, negated=True))
    assert not has_same_meaning(claim, replace(claim, conditional=True))


def test_words_without_case_and_marks() -> None:
    assert statement_words(said("“We agree,”"), TEXT) == ("we", "agree")
