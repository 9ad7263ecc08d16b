"""Several names in a line, as each language sets them apart."""

import pytest

from bot.words.language import Language, speaking
from bot.words.listing import listed, listed_by_and, listed_up_to, listed_with_and

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
    with speaking(language):
        assert listed(NAMES) == shown


def test_the_last_has_a_word_before_it() -> None:
    assert listed_with_and(NAMES) == "Quill, Herald and Lantern"
    assert listed_with_and(NAMES[:2]) == "Quill and Herald"
    assert listed_with_and(NAMES[:1]) == "Quill"
    with speaking(Language.RUSSIAN):
        assert listed_with_and(NAMES) == "Quill, Herald и Lantern"


def test_a_word_stands_between_all() -> None:
    assert listed_by_and(NAMES) == "Quill and Herald and Lantern"
    assert listed_by_and(NAMES[:1]) == "Quill"


def test_what_is_over_is_counted() -> None:
    assert listed_up_to(NAMES, 2) == "Quill, Herald and 1 more"
    assert listed_up_to(NAMES, 3) == "Quill, Herald, Lantern"
    with speaking(Language.FRENCH):
        assert listed_up_to(NAMES, 1) == "Quill et 2 de plus"
