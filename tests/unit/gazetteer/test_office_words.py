"""Offices: the words that decide which one a phrase names, without the country it serves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.gazetteer.office_words import head_of, office_words
from bot.nlp.speakers.offices import clean_role


@pytest.mark.parametrize(
    ("phrase", "head"),
    [
        ("Minister of Foreign Affairs", "minister"),
        ("Secretary of State for Defence", "secretary"),
        ("deputy prime minister", "minister"),
        ("the Norwegian premier", "minister"),
        ("FM", "minister"),
        ("chairwoman of the committee", "chair"),
        ("spokesman", "spokesperson"),
        ("chief of the general staff", "chief"),
        ("the harbour", None),
        ("", None),
    ],
)
def test_the_head_of_an_office(phrase: str, head: str | None) -> None:
    assert head_of(phrase) == head


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the foreign minister", "Foreign Minister"),
        ("FM", "foreign minister"),
        ("defence minister", "Minister of Defense"),
        ("spokeswoman for the ministry", "Ministry Spokesperson"),
        ("the president's envoy", "envoy of the president"),
    ],
)
def test_two_ways_to_say_one_office(one: str, other: str) -> None:
    assert office_words(one) == office_words(other)


@pytest.mark.parametrize(
    ("phrase", "office"),
    [
        ("US Secretary of State", "Secretary of State"),
        ("the foreign minister of Iceland", "foreign minister"),
        ("Norway’s prime minister", "prime minister"),
        ("Ambassador to Germany", "Ambassador to Germany"),
        ("the Norwegian Foreign Ministry spokesman", "Foreign Ministry spokesman"),
        ("Icelandic", ""),
        ("", ""),
    ],
)
def test_the_office_without_the_country_it_serves(phrase: str, office: str) -> None:
    assert clean_role(phrase) == office


@given(st.text())
def test_any_phrase_has_role_words(phrase: str) -> None:
    assert all(word == word.lower() and word for word in office_words(phrase))
    clean_role(phrase)
    head_of(phrase)
