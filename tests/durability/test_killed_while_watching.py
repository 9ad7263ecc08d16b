"""SIGKILL before every statement of watching and of its delivery, then a restart: one message for one event."""

import json
import shutil
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.archive.store import Archive
from bot.domain.feed import ItemState
from tests.durability.conftest import end, start
from tests.unit.jobs.wire import DIRECT, GRAIN, VALE, Wire


@pytest.fixture(scope="module")
def program() -> Iterator[subprocess.Popen[str]]:
    process = start("tests.durability.watcher")
    yield process
    end(process)


def run(process: subprocess.Popen[str], folder: Path, what: str, fatal: int) -> int:
    """Let the program do it over the archive in ``folder``; how it ended."""
    assert process.stdin is not None
    assert process.stdout is not None
    order = {"url": url_of(folder), "what": what, "fatal": fatal, "log": str(folder / "sent")}
    process.stdin.write(json.dumps(order) + "\n")
    process.stdin.flush()
    return int(process.stdout.readline())


def url_of(folder: Path) -> str:
    return f"sqlite:///{folder}/archive.sqlite3"


def copy(prepared: Path, folder: Path) -> Path:
    """The prepared archive once more, to be killed over; it was closed, so that its file is all there is."""
    folder.mkdir()
    shutil.copy(prepared / "archive.sqlite3", folder)
    (folder / "sent").touch()
    return folder


async def test_one_message_wherever_it_dies(program: subprocess.Popen[str], tmp_path: Path) -> None:
    archive = await Archive.open(url_of(tmp_path))
    wire = Wire(archive)
    await wire.watch("Vale")
    await wire.watch(topic="grain")
    await wire.bring("Herald", story=await wire.bring("Quill"))
    await archive.close()
    fatal = 1
    while (status := run(program, folder := copy(tmp_path, tmp_path / str(fatal)), "watch", fatal)) == -signal.SIGKILL:
        assert run(program, folder, "watch", 0) == 0
        sent = (folder / "sent").read_text("utf-8").splitlines()
        assert [line.split()[1] for line in sent] == [DIRECT], f"killed before step {fatal}"
        fatal += 1
    assert status == 0
    assert fatal > 15, "watching takes more steps than that"


async def test_an_item_is_queued_with_the_decision_on_it_or_not_at_all(
    program: subprocess.Popen[str], tmp_path: Path
) -> None:
    archive = await Archive.open(url_of(tmp_path))
    await Wire(archive).show("Quill", GRAIN, VALE)
    await archive.close()
    fatal, status, seen = 0, -signal.SIGKILL, set()
    while status == -signal.SIGKILL:
        fatal += 1
        status = run(program, folder := copy(tmp_path, tmp_path / str(fatal)), "decide", fatal)
        archive = await Archive.open(url_of(folder))
        item = await archive.feeds.load_item(1)
        assert item
        assert (item.state is ItemState.READ) == (await archive.watches.queued(limit=9) == (1,))
        seen.add(item.state)
        await archive.close()
    assert status == 0
    assert seen == {ItemState.NEW, ItemState.READ}
    assert fatal > 8, "a decision takes more steps than that"
