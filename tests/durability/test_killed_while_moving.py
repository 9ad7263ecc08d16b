"""SIGKILL at random statements of a move, and on: both sides are the same at last, and the new one is searched."""

import json
import random
import signal
import subprocess
from collections.abc import Iterator

import pytest

from bot.archive.blocking_engine import open_engine
from bot.archive.migrating import FILLING, load_revision
from bot.archive.store import Archive
from bot.domain.statement_search import StatementQuery
from tests.databases import POSTGRESQL, SQLITE
from tests.durability.conftest import end, start
from tests.unit.backup.conftest import MakeUrl, fill, lines_of, make_url

__all__ = ["make_url"]

# of some 250 statements
STRIDES = (1, 60)


def revision_of(url: str) -> str | None:
    engine = open_engine(url, writing=False)
    with engine.connect() as connection:
        found = load_revision(connection)
    engine.dispose()
    return found


@pytest.fixture
def mover() -> Iterator[subprocess.Popen[str]]:
    process = start("tests.durability.mover")
    yield process
    end(process)


def run_mover(mover: subprocess.Popen[str], source: str, target: str, fatal: int) -> int:
    """How the child ended."""
    assert mover.stdin
    assert mover.stdout
    mover.stdin.write(json.dumps({"source": source, "target": target, "fatal": fatal}) + "\n")
    mover.stdin.flush()
    return int(mover.stdout.readline())


async def test_a_move_that_is_killed_again_and_again_copies_everything_once(
    make_url: MakeUrl, mover: subprocess.Popen[str]
) -> None:
    chance = random.Random(7)  # noqa: S311 - the same places in every run
    source, target = make_url(SQLITE), make_url(POSTGRESQL)
    await fill(source)
    before = lines_of(source)
    kills, fatal = 0, chance.randint(*STRIDES)
    while (status := run_mover(mover, source, target, fatal)) == -signal.SIGKILL:
        kills += 1
        assert revision_of(target) in {None, FILLING}, "no program takes it for an archive"
        # later from time to time, so that it comes to an end: what is copied already takes fewer statements each time
        fatal = chance.randint(*STRIDES) + 15 * kills
    assert status == 0
    assert kills >= 4
    assert lines_of(source) == before
    after = lines_of(target)
    assert {name: rows for name, rows in after.items() if name != "indexed_texts"} == {
        name: rows for name, rows in before.items() if name != "indexed_texts"
    }
    archive = await Archive.open(target)
    page = await archive.search.find(StatementQuery("Vale", "verdict"), askers=frozenset())
    await archive.close()
    assert len(page.found) == 1
