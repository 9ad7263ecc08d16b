"""What argparse says of its own is in the terminal's language, and nothing of it is forgotten."""

import argparse
import inspect
import re
from collections.abc import Callable

import pytest

from bot.cli.arguments import WORDS, make_parser
from bot.i18n.language import Language, using_language
from bot.i18n.messages import translate_message

OTHERS = [language for language in Language if language is not Language.ENGLISH]
OF_ARGPARSE = ("usage", "options:", "error", "required", "unrecognized", "expected", "invalid", "show this", "exit")


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """What a command line is answered with."""

    def tell(language: Language, *arguments: str) -> str:
        with using_language(language), pytest.raises(SystemExit):
            make_parser().parse_args(arguments)
        shown = capsys.readouterr()
        return shown.out + shown.err

    return tell


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("--help",),
        ("analyse", "--help"),
        ("nothing",),
        ("analyse",),
        ("analyse", "a", "--batch", "b"),
        ("analyse", "a", "--sentences"),
        ("analyse", "a", "--sentences", "many"),
        ("export", "a", "--format", "pdf"),
        ("export", "a", "--s", "b"),
        ("doctor", "--offline=yes"),
        ("doctor", "--fast"),
    ],
)
def test_no_english_is_left(told: Callable[..., str], language: Language, arguments: tuple[str, ...]) -> None:
    shown = told(language, *arguments).replace("--", "")
    kept = {Language.SPANISH: ("error",), Language.FRENCH: ("usage", "options:")}.get(language, ())  # the same word
    assert [word for word in OF_ARGPARSE if word in shown and word not in kept] == []
    assert len(shown.split()) > 5


def test_english_is_as_argparse_has_it(told: Callable[..., str]) -> None:
    shown = told(Language.ENGLISH, "nothing")
    assert shown.startswith("usage: python -m bot [-h] [--version]")
    assert "python -m bot: error: argument COMMAND: invalid choice: 'nothing' (choose from 'analyse'," in shown


def test_each_is_a_sentence_of_argparse_and_keeps_its_marks() -> None:
    source = re.sub(r"'\s*\n\s*'", "", inspect.getsource(argparse))
    for english, words in WORDS.items():
        assert repr(english) in source, english
        for language in Language:
            with using_language(language):
                marks = re.findall(r"%(?:\(\w+\))?[srd]", translate_message(words))
            assert sorted(marks) == sorted(re.findall(r"%(?:\(\w+\))?[srd]", english)), (language, english)


def test_other_words_stay(told: Callable[..., str]) -> None:
    shown = told(Language.FRENCH, "analyse", "a", "--sentences", "0")
    assert "python -m bot analyse : erreur : argument --sentences : " in shown
