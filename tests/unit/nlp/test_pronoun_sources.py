"""Sources that name nobody by themselves."""

import pytest

from bot.nlp.pronoun_sources import is_pronoun


@pytest.mark.parametrize(
    ("source", "language", "pointing"),
    [
        ("quien", "es", True),
        ("la ministra", "es", False),
        ("il", "fr", True),
        ("она", "ru", True),
        ("Лавров", "ru", False),
        ("He", "en", True),
        ("some", "en", False),
        ("they", None, True),
        ("der Minister", "de", False),
    ],
)
def test_only_words_that_point_elsewhere_are_pronouns(source: str, language: str | None, pointing: bool) -> None:
    assert is_pronoun(source, language) is pointing
