"""One process alone runs the bot on an SQLite archive."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.archive.locks import hold_archive
from bot.cli import main
from bot.errors import ArchiveError

HOLD = """import sys
from bot.archive.locks import hold_archive
with hold_archive(sys.argv[1]): print('held', flush=True); sys.stdin.read()
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "attache.sqlite3"


@contextmanager
def another_process(file: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that runs the bot on the archive, as far as the lock is concerned."""
    command = [sys.executable, "-c", HOLD, f"sqlite+aiosqlite:///{file}"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "held\n"
        try:
            yield process
        finally:
            process.kill()


def test_a_second_process_is_refused_in_one_sentence(file: Path) -> None:
    with another_process(file) as other, pytest.raises(ArchiveError) as caught, hold_archive(f"sqlite:///{file}"):
        pass
    assert caught.value.cause == f"The bot already runs on this archive, as process {other.pid}."


def test_another_way_to_the_same_file_is_the_same_archive(file: Path) -> None:
    with another_process(file):
        link = file.parent.parent / "link"
        link.symlink_to(file.parent)
        with pytest.raises(ArchiveError), hold_archive(f"sqlite:///{link / file.name}"):
            pass


def test_the_lock_ends_with_its_process_however_that_ends(file: Path) -> None:
    with another_process(file) as other:
        other.kill()
        other.wait()
        with hold_archive(f"sqlite:///{file}"):
            assert file.with_name("attache.sqlite3.lock").read_text() == f"{os.getpid()}\n"
    with hold_archive(f"sqlite:///{file}"):
        pass


def test_a_child_process_does_not_hold_it(file: Path) -> None:
    """A reading process may live a moment longer than the bot that was killed."""
    with another_process(file), pytest.raises(ArchiveError), hold_archive(f"sqlite:///{file}"):
        pass
    child = "import os, time\nif os.fork(): os._exit(0)\ntime.sleep(9)"
    hold = HOLD.replace("sys.stdin.read()", f"exec({child!r})")
    with subprocess.Popen([sys.executable, "-c", hold, f"sqlite:///{file}"]) as parent:
        parent.wait()
        with hold_archive(f"sqlite:///{file}"):
            pass


def test_processes_share_postgresql() -> None:
    with hold_archive("postgresql://nobody@nowhere.invalid/a"):
        pass


def test_run_says_so_and_ends_with_status_2(
    file: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", "a.token.that-is-none")
    monkeypatch.setenv("ATTACHE_DATA_DIR", str(file.parent))
    with another_process(file) as other:
        assert main(["run"]) == 2
    shown = capfd.readouterr().err
    assert shown.startswith(f"attache: The bot already runs on this archive, as process {other.pid}.")
    assert shown.count("\n") == 1
