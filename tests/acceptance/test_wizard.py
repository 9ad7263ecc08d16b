"""From an empty folder to a bot that answers: ``setup`` at a terminal, then ``run``, against a loopback Discord."""

import asyncio
import os
import pty
import signal
import stat
import sys
import termios
import time
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from benchmarks.discord_loopback import Form, Loopback
from benchmarks.discord_loopback.world import APPLICATION, Origin
from bot.doctor.discord_account import INVITED
from tests.acceptance.harness import WITHIN

pytestmark = [pytest.mark.acceptance, pytest.mark.asyncio]

TOKEN = "invented.token.of-nobody"  # noqa: S105 - the loopback Discord's


@pytest.fixture(autouse=True)
def scenario() -> None:
    """No bot is needed beside the one that is set up here."""


@dataclass(slots=True)
class Terminal:
    """A terminal in which ``setup`` runs. ``shown`` is all that came."""

    process: asyncio.subprocess.Process
    keys: int
    raw: bytearray = field(default_factory=bytearray)
    asked: int = 0

    @property
    def shown(self) -> str:
        return self.raw.decode("utf-8", "replace")

    async def until(self, reached: Callable[[], bool], *, within: float = WITHIN) -> None:
        end = time.monotonic() + within
        while not reached():
            assert time.monotonic() < end, self.shown
            await asyncio.sleep(0.02)

    async def paste(self, words: str, *, after: str) -> None:
        """Paste a line once ``after`` is asked again; what is pasted is not shown."""
        self.asked += 1
        await self.until(lambda: self.shown.count(f"{after} ") == self.asked)
        assert not termios.tcgetattr(self.keys)[3] & termios.ECHO
        os.write(self.keys, f"{words}\n".encode())


@pytest.fixture
async def discord() -> AsyncIterator[Loopback]:
    async with Loopback(Form(guilds=1)) as world:
        world.rest.token = TOKEN
        yield world


def environment(discord: Loopback) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name in {"PATH", "HOME"}}
    return kept | {"PYTHONPATH": str(Path.cwd()), "LC_ALL": "C.UTF-8", "DISCORD_URL": discord.rest.address}


def hear_ctrl_c() -> None:
    """What a shell starts in the background is deaf to it, and so would be its children."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.fixture
async def terminal(discord: Loopback, tmp_path: Path) -> AsyncIterator[Terminal]:
    keys, screen = pty.openpty()
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "setup"),
        stdin=screen,
        stdout=screen,
        stderr=screen,
        cwd=tmp_path,
        env=environment(discord),
        preexec_fn=hear_ctrl_c,
        start_new_session=True,
    )
    os.close(screen)
    opened, loop = Terminal(process, keys), asyncio.get_running_loop()

    def read() -> None:
        try:
            opened.raw.extend(os.read(keys, 65_536))
        except OSError:  # it has ended
            loop.remove_reader(keys)

    loop.add_reader(keys, read)
    yield opened
    loop.remove_reader(keys)
    os.close(keys)
    if process.returncode is None:
        process.kill()
    await process.wait()


async def test_from_an_empty_folder_to_an_answer(discord: Loopback, terminal: Terminal, tmp_path: Path) -> None:
    ask = "Paste the token (it is not shown) and press Enter:"
    await terminal.paste("0a" * 32, after=ask)
    await terminal.paste("another.token.of-nobody", after=ask)
    await terminal.paste(TOKEN, after=ask)
    async with asyncio.timeout(WITHIN):
        assert await terminal.process.wait() == 0
    await terminal.until(lambda: "Then type /help in your server." in terminal.shown)
    assert "This is the application's public key, and not the token." in terminal.shown
    assert "Discord does not accept the token." in terminal.shown
    assert "it belongs to attaché, which is in 1 server" in terminal.shown
    assert f"client_id={APPLICATION}" in terminal.shown
    assert f"permissions={sum(INVITED.values())} and choose" in terminal.shown
    assert not any(token in terminal.shown for token in ("0a0a", "another.token", TOKEN))
    assert stat.S_IMODE((tmp_path / ".env").stat().st_mode) == 0o600

    assert "Next, start the bot and leave it running: python -m bot run" in terminal.shown
    with (tmp_path / "log").open("wb") as log:
        bot = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", "run"), cwd=tmp_path, env=environment(discord), stderr=log
        )
    try:
        await terminal.until(
            lambda: bool(discord.gateway.opened) and "help" in discord.interactions.commands, within=60
        )
        await discord.gateway.wait_for(1)
        asked = await discord.use(Origin(), "help")
        await terminal.until(lambda: asked.answered_at is not None)
    finally:
        bot.terminate()
        await bot.wait()
    assert TOKEN not in (tmp_path / "log").read_text("utf-8")


async def test_ctrl_c_stops_it_and_changes_nothing(terminal: Terminal, tmp_path: Path) -> None:
    await terminal.until(lambda: terminal.shown.endswith("press Enter: "))
    async with asyncio.timeout(WITHIN):
        while terminal.process.returncode is None:  # a signal right before the process waits for a key is seen after it
            os.kill(terminal.process.pid, 2)  # what a terminal that controls it sends for the key
            with suppress(TimeoutError):
                await asyncio.wait_for(asyncio.shield(terminal.process.wait()), 2)
    assert terminal.process.returncode == 130
    await terminal.until(lambda: "Stopped. To go on, run python -m bot setup again." in terminal.shown)
    assert "Traceback" not in terminal.shown
    assert list(tmp_path.iterdir()) == []
