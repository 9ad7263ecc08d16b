"""Whether two names are one person's, between articles."""

import pytest

from bot.gazetteer.name_matching import initials_agree, is_own_name, name_keys, roles_overlap, same_spelling


@pytest.mark.parametrize(
    ("a", "b"), [("Sergei Lavrin", "Sergey Lavrin"), ("José Ruiz", "Jose Ruiz"), ("Ann B. Dahl", "Ann Dahl")]
)
def test_names_that_sound_alike(a: str, b: str) -> None:
    assert name_keys(a) == name_keys(b)


def test_names_that_do_not() -> None:
    assert name_keys("Sergei Lavrin") != name_keys("Igor Lavrin")
    assert name_keys("J. R.") == ("j.", "r.")


def test_spelling_counts_letters_and_not_initials() -> None:
    assert same_spelling("Ann B. Dahl", "ANN DAHL")
    assert not same_spelling("Sergei Lavrin", "Sergey Lavrin")


def test_initials_speak_against_each_other() -> None:
    assert initials_agree("Ann B. Dahl", "Ann Dahl")
    assert not initials_agree("Ann B. Dahl", "Ann C. Dahl")


def test_an_office_is_nobodys_own_name() -> None:
    assert is_own_name("Ann Dahl")
    assert not is_own_name("Foreign Minister")
    assert not is_own_name("Foreign Ministry")


def test_offices_share_a_word() -> None:
    assert roles_overlap(["Foreign Minister"], ["FM", "envoy"])
    assert not roles_overlap(["Foreign Minister"], ["striker"])
    assert not roles_overlap([], [])
