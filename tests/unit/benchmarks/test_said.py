"""The benchmark of /said: the same archive in every run, and every figure printed for a small one."""

import argparse
from pathlib import Path

import pytest

from benchmarks.said import invent_batch, invent_questions, invent_world, run


def test_the_same_is_invented_in_every_run() -> None:
    world = invent_world()
    assert invent_batch(world, 3) == invent_batch(invent_world(), 3)
    assert invent_batch(world, 3) != invent_batch(world, 4)
    questions = invent_questions(world, 1)
    assert questions == invent_questions(world, 1)
    assert len(questions) == len({(one.kind, one.wanted) for one in questions}) == 96


@pytest.mark.slow
async def test_a_small_archive_is_filled_once_and_measured(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = argparse.Namespace(statements=1000, questions=1, suggestions=10, peer_questions=2, folder=str(tmp_path))
    await run(arguments)
    first = capsys.readouterr().out
    for wanted in ("filed 1,000 statements", "file: ", "find, all", "suggest: ", "LIKE over all statements"):
        assert wanted in first
    await run(arguments)
    assert "filed" not in capsys.readouterr().out
