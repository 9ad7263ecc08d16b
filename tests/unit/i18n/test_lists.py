"""Several names in a line, as each language sets them apart."""

import pytest

from bot.i18n.language import Language, using_language
from bot.i18n.lists import join_facts, join_first, join_names, join_with_and

NAMES = ("Quill", "Herald", "Lantern")


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        (Language.ENGLISH, "Quill, Herald, Lantern"),
        (Language.CHINESE, "Quill、Herald、Lantern"),
        (Language.ARABIC, "\u2068Quill\u2069، \u2068Herald\u2069، \u2068Lantern\u2069"),
    ],
)
def test_names_are_set_apart(language: Language, shown: str) -> None:
    with using_language(language):
        assert join_names(NAMES) == shown


@pytest.mark.parametrize(
    ("language", "shown"),
    [(Language.ENGLISH, "Quill, 3 May"), (Language.CHINESE, "Quill，3 May"), (Language.ARABIC, "Quill، 3 May")],
)
def test_facts_of_one_thing_are_set_apart_and_empty_ones_left_out(language: Language, shown: str) -> None:
    with using_language(language):
        assert join_facts(("Quill", "", "3 May")) == shown


def test_the_last_has_a_word_before_it() -> None:
    assert join_with_and(NAMES) == "Quill, Herald and Lantern"
    assert join_with_and(NAMES[:2]) == "Quill and Herald"
    assert join_with_and(NAMES[:1]) == "Quill"
    with using_language(Language.RUSSIAN):
        assert join_with_and(NAMES) == "Quill, Herald и Lantern"


def test_what_is_over_is_counted() -> None:
    assert join_first(NAMES, 2) == "Quill, Herald and 1 more"
    assert join_first(NAMES, 3) == "Quill, Herald, Lantern"
    with using_language(Language.FRENCH):
        assert join_first(NAMES, 1) == "Quill et 2 de plus"
