"""Forms of a word that a search takes for one."""

import pytest

from bot.domain.folding import inflections


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("poisoning", "poisoned"), ("poisoned", "poison"), ("sanctions", "sanction"), ("sanction", "sanctioned"),
        ("denied", "denies"), ("denying", "deny"), ("planned", "plan"), ("planning", "plans"),
        ("treaties", "treaty"), ("treaty", "treaties"), ("agreed", "agreeing"), ("freed", "free"),
        ("attack", "attacks"), ("charged", "charges"),
        ("missiles", "missile"), ("searches", "search"), ("killing", "killed"), ("visited", "visit"),
    ],
)  # fmt: skip
def test_regular_forms_are_one_word(written: str, meant: str) -> None:
    assert inflections(written)[0] == written
    assert meant in inflections(written)
    assert written in inflections(meant)


@pytest.mark.parametrize("word", ["un", "bus", "gas", "crisis", "virus", "1994", "séance", "制裁"])
def test_short_words_names_and_other_scripts_stay_as_they_are(word: str) -> None:
    assert inflections(word) == (word,)


def test_a_form_is_no_other_word() -> None:
    for one, other in (("bring", "br"), ("king", "k"), ("need", "n"), ("press", "pres"), ("thing", "th")):
        assert other not in inflections(one)
