"""Stop words of the languages that are read."""

import pytest

from bot.nlp.summary.tokenizer import find_stop_words


@pytest.mark.parametrize("language", ["en", "ar", "es", "fr", "ru", "zh"])
def test_every_language_that_is_read_has_stop_words(language: str) -> None:
    assert len(find_stop_words(language)) > 100


@pytest.mark.parametrize("language", ["", "xx", "../ru"])
def test_an_unknown_language_has_none(language: str) -> None:
    assert find_stop_words(language) == frozenset()
