"""The benchmark of moving: a small archive, killed once, the same on both sides."""

import argparse
from pathlib import Path

import pytest

from benchmarks.moving import run
from tests.databases import find_programs


@pytest.mark.slow
@pytest.mark.skipif(find_programs() is None, reason="the server programs of PostgreSQL are not on this machine")
def test_a_small_archive_is_moved_and_compared(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(argparse.Namespace(statements=1000, kills=1, restore=True, folder=str(tmp_path)))
    shown = capfd.readouterr().out
    for wanted in (
        "backup: ",
        "restore to SQLite: ",
        "move with 1 kills: ",
        "both sides the same: True",
    ):
        assert wanted in shown
    # a move of so few rows may be faster than the look at how far it is
    assert "killed with -9 " in shown or "moved before it could be killed" in shown
