"""The conversation: piped commands are answered on standard output, failures on standard error, to the end."""

import os
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.console import converse, describe_place
from bot.console.session import ConsoleSession
from bot.settings import Settings
from tests.cogs.invented import URL

ROOT = Path(__file__).parents[3]


async def spoken(*lines: str) -> AsyncIterator[str]:
    for line in lines:
        yield line


async def test_goes_on_after_what_fails_until_quit(desk: ConsoleSession, capsys: pytest.CaptureFixture[str]) -> None:
    await converse(
        desk, spoken("\n", "/dance now\n", "whosaid\n", f"/whosaid {URL} speaker:Haugseth\n", "quit\n", "status\n")
    )
    shown = capsys.readouterr()
    assert shown.err.splitlines() == [
        "This is not a command, a question or an article. Paste a link, a file's path or a whole article, "
        "ask a question, or type help.",
        "There is no article yet. Give a link, a file's path or a text.",
    ]
    assert "Torvald Haugseth" in shown.out
    assert "articles read" not in shown.out


def test_the_place_of_the_archive_tells_no_password() -> None:
    assert describe_place(Settings.load({"database_url": None, "attache_data_dir": "here"})) == "here/attache.sqlite3"
    place = describe_place(Settings.load({"database_url": "postgresql+psycopg://attache:hunter2@db.example/news"}))
    assert "hunter2" not in place
    assert "db.example/news" in place


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in {"DISCORD_TOKEN", "DATABASE_URL"}}
    return {**kept, "ATTACHE_DATA_DIR": str(tmp_path / "data"), "PYTHONPATH": str(ROOT), "TERM": "xterm"}


def test_piped_commands_with_the_sample_first(environment: dict[str, str], tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bot", "console", "--sample"],
        input="whosaid speaker:Steinsdóttir\nstatus\n",
        capture_output=True,
        encoding="utf-8",
        env=environment,
        cwd=tmp_path,
        check=True,
    )
    assert done.stderr == ""
    assert "\x1b" not in done.stdout
    assert done.stdout.startswith("One phone call, two harbours")
    assert done.stdout.index("Who said what") < done.stdout.index("articles read: 1")
    assert (tmp_path / "data/attache.sqlite3").is_file()
