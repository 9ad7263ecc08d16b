"""The modules hold no letters of the languages that they read: those are data."""

import unicodedata
from importlib import resources

import pytest

MODULES = sorted(one.name for one in resources.files("bot.nlp.lang").iterdir() if one.name.endswith(".py"))
SCRIPTS = ("CYRILLIC", "ARABIC LETTER", "CJK UNIFIED")


@pytest.mark.parametrize("module", MODULES)
def test_a_module_holds_no_language_s_letters(module: str) -> None:
    text = resources.files("bot.nlp.lang").joinpath(module).read_text("utf-8")
    letters = {letter for letter in text if letter.isalpha() and unicodedata.name(letter, "").startswith(SCRIPTS)}
    assert letters == set()
