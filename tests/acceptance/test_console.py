"""The console as a process in a terminal, beside a bot that runs on the same archive."""

import asyncio
import os
import pty
import re
import sys
import time
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import pytest_asyncio

from benchmarks.discord_loopback.world import Origin
from tests.acceptance.harness import WITHIN, Harness
from tests.acceptance.texts import CRANES, QUARREL

pytestmark = [pytest.mark.acceptance, pytest.mark.asyncio(loop_scope="module")]

_ESCAPES = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07]*\x07|[=>78])|\r")
_PROMPT = "attaché ›"


@dataclass(slots=True)
class Terminal:
    """A terminal in which the console runs, and an article's file. ``shown``: all that came, without colours."""

    process: asyncio.subprocess.Process
    keys: int
    article: Path
    raw: bytearray = field(default_factory=bytearray)

    @property
    def shown(self) -> str:
        return _ESCAPES.sub("", self.raw.decode("utf-8", "replace"))

    async def type(self, line: str, *, until: str) -> str:
        """Type a line, and wait for these words; what came after the line was sent."""
        before = len(self.raw)
        os.write(self.keys, f"{line}\r".encode())
        return await self.wait_for(until, after=before)

    async def wait_for(self, words: str, *, after: int = 0) -> str:
        """Wait until these words have come after the first ``after`` bytes."""
        end = time.monotonic() + WITHIN
        while True:
            came = _ESCAPES.sub("", self.raw[after:].decode("utf-8", "replace"))
            if words in came:
                return came
            assert time.monotonic() < end, f"{words!r} did not come; the terminal shows: {came[-800:]!r}"
            assert self.process.returncode is None, came
            await asyncio.sleep(0.02)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def terminal(harness: Harness, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Terminal]:
    article = tmp_path_factory.mktemp("console") / "quarrel.txt"
    article.write_text(QUARREL, encoding="utf-8")
    keys, screen = pty.openpty()
    environment = os.environ | {"ATTACHE_DATA_DIR": str(harness.program.folder), "TERM": "xterm", "COLUMNS": "100"}
    command = [sys.executable, "-m", "bot", "console"]
    process = await asyncio.create_subprocess_exec(
        *command, stdin=screen, stdout=screen, stderr=screen, cwd=Path.cwd(), env=environment, start_new_session=True
    )
    os.close(screen)
    opened = Terminal(process, keys, article)
    loop = asyncio.get_running_loop()

    def read() -> None:
        try:
            opened.raw.extend(os.read(keys, 65_536))
        except OSError:  # the console has ended
            loop.remove_reader(keys)

    loop.add_reader(keys, read)
    yield opened
    loop.remove_reader(keys)
    os.close(keys)
    with suppress(ProcessLookupError):
        process.kill()
    await process.wait()


async def test_it_greets(terminal: Terminal) -> None:
    await terminal.wait_for(_PROMPT)


async def test_what_somebody_reads_on_discord_is_not_the_consoles(harness: Harness, terminal: Terminal) -> None:
    await harness.use(Origin(), "whosaid", article=CRANES)
    told = await terminal.type("said who:Teven", until="Nothing has been read here yet")
    assert "friendships" not in told


async def test_an_article_of_a_file(terminal: Terminal) -> None:
    told = await terminal.type(f"whosaid article:{terminal.article}", until="”")
    assert "Traceback" not in told


async def test_no_raw_escape_codes_are_shown(terminal: Terminal) -> None:
    assert not re.search(r"\?\[\d+m|\x1b", terminal.shown)


async def test_it_leaves(terminal: Terminal) -> None:
    os.write(terminal.keys, b"quit\r")
    async with asyncio.timeout(WITHIN):
        assert await terminal.process.wait() == 0


async def test_the_bot_was_not_disturbed(harness: Harness) -> None:
    assert harness.faults_logged() == []
    assert harness.unanswered() == []
