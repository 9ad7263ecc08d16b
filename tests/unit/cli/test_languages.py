"""People at a terminal are spoken to in its language; what programs read is the same in every locale."""

from collections.abc import Callable
from contextvars import copy_context
from pathlib import Path

import pytest

from bot.cli import FAILED, language_of_terminal, main
from bot.cli.batch import BadLineError, parse_line, render_failure
from bot.i18n.language import Language, using_language

Run = Callable[..., int]


@pytest.fixture
def run_in(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command in a locale, and leaves the language of this process as it was."""

    def run(locale: str, *arguments: str) -> int:
        monkeypatch.setenv("LC_ALL", locale)
        return copy_context().run(main, arguments)

    return run


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, Language.ENGLISH),
        ({"LANG": "fr_FR.UTF-8"}, Language.FRENCH),
        ({"LANG": "fr_FR.UTF-8", "LC_MESSAGES": "es_MX"}, Language.SPANISH),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": "C"}, Language.ENGLISH),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": ""}, Language.FRENCH),
        ({"LANG": "de_DE.UTF-8"}, Language.ENGLISH),
        ({"LC_ALL": "zh_CN.UTF-8"}, Language.CHINESE),
    ],
)
def test_the_locale_names_the_language(environment: dict[str, str], language: Language) -> None:
    assert language_of_terminal(environment) is language


def test_what_went_wrong_is_told_in_the_terminals_language(run_in: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_in("ru_RU.UTF-8", "analyse", "missing.txt") == FAILED
    shown = capsys.readouterr()
    assert shown.err.startswith("attache: missing.txt не читается: такого файла нет. Укажите путь")
    assert run_in("C.UTF-8", "analyse", "missing.txt") == FAILED
    assert "missing.txt cannot be read: there is no such file." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("locale", "words"), [("fr_FR.UTF-8", "lire un article"), ("zh_CN", "读取一篇文章"), ("ar", "قراءة مقال واحد")]
)
def test_help_is_in_the_terminals_language(
    run_in: Run, locale: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        run_in(locale, "--help")
    shown = capsys.readouterr().out
    assert words in shown
    assert "python -m bot analyse --json https://…" in shown


def test_a_failed_line_of_a_batch_is_the_same_in_every_language() -> None:
    with using_language(Language.RUSSIAN), pytest.raises(BadLineError) as failed:
        parse_line(b"[]")
    with using_language(Language.RUSSIAN):
        russian = render_failure(None, failed.value)
    assert russian == render_failure(None, failed.value)
    assert "This line is JSON, but no object." in russian


def test_the_doctor_speaks_it_too(
    run_in: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ATTACHE_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("READING_PROCESSES", "none")
    run_in("zh_CN.UTF-8", "doctor", "--offline")
    first, second, *_ = capsys.readouterr().out.splitlines()
    assert first.startswith("正常  python    Python 3.")
    assert second.startswith("故障  设置      ")
