"""``backup``, ``restore`` and ``move`` as typed: files, refusals, what is printed where."""

import asyncio
import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.archive.store import Archive
from bot.cli import FAILED, main
from tests.databases import NewArchive, Server
from tests.unit.export.invented import BRIDGE, LATER

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(elsewhere: Path, new_archive: NewArchive, capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Runs a command on an archive of two articles: status, standard output, standard error."""
    asyncio.run(_fill(new_archive(elsewhere / "data" / "attache.sqlite3")))

    def command(*words: str) -> tuple[int, str, str]:
        status = main(list(words))
        out, err = capfdbinary.readouterr()
        return status, out.decode("utf-8", "replace"), err.decode()

    return command


async def _fill(url: str) -> None:
    archive = await Archive.open(url)
    for reading in (BRIDGE, LATER):
        await archive.save_reading(reading)
    await archive.close()


async def _count(path: Path) -> int:
    archive = await Archive.open(f"sqlite:///{path}")
    try:
        return await archive.count_articles()
    finally:
        await archive.close()


def test_there_and_back(run: Run, elsewhere: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    status, out, err = run("backup", "a.backup")
    assert (status, out) == (0, "")
    assert re.fullmatch(r"attache: \d+ rows to a\.backup\n", err)
    assert (elsewhere / "a.backup").stat().st_mode & 0o777 == 0o600
    monkeypatch.setenv("ATTACHE_DATA_DIR", "other")
    status, out, err = run("restore", "a.backup")
    assert (status, out) == (0, "")
    assert re.match(r"attache: \d+ rows; the archive is as it was on \d+ \w+ \d{4} at \d\d:\d\d UTC\n", err)
    assert asyncio.run(_count(elsewhere / "other" / "attache.sqlite3")) == 2
    assert sorted(path.name for path in elsewhere.iterdir()) == ["a.backup", "data", "other"]


def test_through_pipes(
    run: Run, elsewhere: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["backup", "-"]) == 0
    packed = capfdbinary.readouterr().out
    assert packed.startswith(b"\x1f\x8b")
    monkeypatch.setenv("ATTACHE_DATA_DIR", "other")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(packed)))
    assert run("restore", "-")[0] == 0
    assert asyncio.run(_count(elsewhere / "other" / "attache.sqlite3")) == 2


@pytest.mark.parametrize(
    ("words", "cause"),
    [
        (["backup", "there.backup"], "there.backup already exists."),
        (["backup", "data"], "data is a folder."),
        (["backup", "none/a.backup"], "cannot be written: no such file or directory"),
        (["restore", "none.backup"], "none.backup cannot be read: no such file or directory"),
        (["restore", "there.backup"], "This is not a complete backup of Attaché: it cannot be decompressed."),
        (["move", "sqlite:///other.sqlite3"], "An archive can be moved only to PostgreSQL."),
        (["move", "hunter2"], "not a database address"),
    ],
)
def test_what_cannot_be_done_is_one_line(run: Run, elsewhere: Path, words: list[str], cause: str) -> None:
    (elsewhere / "there.backup").write_text("mine")
    status, out, err = run(*words)
    assert (status, out) == (FAILED, "")
    assert cause in err
    assert "hunter2" not in err
    assert re.fullmatch(r"attache: [^\n]+\n", err)
    assert (elsewhere / "there.backup").read_text() == "mine"
    assert sorted(path.name for path in elsewhere.iterdir()) == ["data", "there.backup"]


def test_no_archive_to_back_up(elsewhere: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["backup", "a.backup"]) == FAILED
    assert "There is no archive at data/attache.sqlite3." in capfd.readouterr().err
    assert list(elsewhere.iterdir()) == []


def test_an_archive_that_is_not_empty_is_replaced_with_force(run: Run) -> None:
    assert run("backup", "a.backup")[0] == 0
    status, _, err = run("restore", "a.backup")
    assert status == FAILED
    assert "Use --force to replace it" in err
    assert run("restore", "a.backup", "--force")[0] == 0


def test_a_move_prints_what_both_sides_hold(
    run: Run, postgresql: Server, monkeypatch: pytest.MonkeyPatch, elsewhere: Path
) -> None:
    address = postgresql.create("moved_by_command")
    try:
        monkeypatch.setattr("sys.stdin", io.StringIO(f"{address}\n"))
        status, out, err = run("move", "-")
        assert status == 0
        assert re.search(r"^articles +2 rows  [0-9a-f]{32}$", out, re.MULTILINE)
        assert "both databases are identical" in err
        assert "set DATABASE_URL to the new address" in err
        monkeypatch.setenv("DATABASE_URL", address)
        assert run("export", "-")[1].count("\n") == 6
    finally:
        postgresql.drop("moved_by_command")
