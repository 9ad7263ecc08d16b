"""From an empty folder to a posted first digest, as README says, against a Discord and sites on loopback; timed.

``python -m tests.acceptance.first_digest``: prints each input of the person and the second at which it was given.
It installs the locked packages anew, so that it needs a package index.
"""

import asyncio
import os
import pty
import re
import subprocess
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.discord_loopback import Form, Loopback
from benchmarks.discord_loopback.world import Origin, channel_id
from bot.gazetteer.source_catalogue import Pack, SourceFilter, package_catalogue
from bot.i18n.messages import translate
from tests.acceptance.catalogue import move_catalogue, publish_articles
from tests.acceptance.harness import find_press, text_of
from tests.acceptance.site import Web
from tests.acceptance.texts import CRANES, QUARREL, SILENT

ROOT = Path(__file__).parents[2]
TOKEN = "invented.token.of-nobody"  # noqa: S105 - the loopback Discord's
CHIEF = Origin(locale="en-US")
CHANNEL = channel_id(0, 1)
NEWS = (("Two harbours, one call", QUARREL), ("Four cranes for Lisk", CRANES), ("The valley road is closed", SILENT))
_FIRST = re.compile(r"```sh\n(python3 -m venv .*bot console --sample)\n```")
_PATIENCE = 300.0


@dataclass(slots=True)
class Record:
    """What the person did, and when."""

    began: float = field(default_factory=time.monotonic)
    inputs: int = 0

    def give(self, what: str) -> None:
        """Print an input of the person's."""
        self.inputs += 1
        self.tell(f"input {self.inputs}: {what}")

    def tell(self, what: str) -> None:
        """Print what happened."""
        print(f"{time.monotonic() - self.began:6.1f} s  {what}", flush=True)


def main() -> None:
    """Do it."""
    with tempfile.TemporaryDirectory() as name:
        subprocess.run(f"git archive HEAD | tar -x -C {name}", shell=True, cwd=ROOT, check=True)  # noqa: S602 - our own name
        asyncio.run(_play(Path(name)))


async def _play(folder: Path) -> None:
    async with Loopback(Form(guilds=1)) as discord, Web().open() as web:
        discord.rest.token = TOKEN
        (folder / "data").mkdir(exist_ok=True)
        move_catalogue(folder / "data", web)
        for source in package_catalogue().filter(SourceFilter(pack=Pack.COUNCIL)):
            publish_articles(web, source.name, *NEWS)
        await _follow_readme(Record(), folder, discord, web.allowed)


async def _follow_readme(record: Record, folder: Path, discord: Loopback, allowed: str) -> None:
    own = {name: value for name, value in os.environ.items() if name in {"PATH", "HOME"}}
    own |= {"LC_ALL": "C.UTF-8", "DISCORD_URL": discord.rest.address, "ALLOW_PRIVATE_HOSTS": allowed}
    command = _FIRST.search((folder / "README.md").read_text("utf-8"))
    assert command is not None
    record.give("README's first command")
    shell = await asyncio.create_subprocess_shell(
        command[1], cwd=folder, env=own, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE
    )
    said, _ = await shell.communicate()
    assert shell.returncode == 0, said
    record.tell(f"the sample's digest stands in the terminal: {len(said.splitlines())} lines")
    record.give("python -m bot setup")
    await _set_up(record, folder, own)
    record.give("python -m bot run")
    with (folder / "log").open("wb") as log:
        bot = await asyncio.create_subprocess_exec(
            ".venv/bin/python", "-m", "bot", "run", cwd=folder, env=own, stderr=log
        )
    try:
        await _use_setup(record, discord)
    finally:
        bot.terminate()
        await bot.wait()


async def _set_up(record: Record, folder: Path, own: dict[str, str]) -> None:
    keys, screen = pty.openpty()
    setup = await asyncio.create_subprocess_exec(
        *(".venv/bin/python", "-m", "bot", "setup"),
        cwd=folder, env=own, stdin=screen, stdout=screen, stderr=screen, start_new_session=True,
    )  # fmt: skip
    os.close(screen)
    shown = ""
    while "press Enter: " not in shown:
        shown += (await asyncio.to_thread(os.read, keys, 65_536)).decode()
    record.give("the token, pasted")
    os.write(keys, f"{TOKEN}\n".encode())
    try:
        while part := await asyncio.to_thread(os.read, keys, 65_536):
            shown += part.decode()
    except OSError:  # it has ended
        os.close(keys)
    assert await setup.wait() == 0, shown
    record.tell("the token is accepted, kept, and the invitation shown")


async def _use_setup(record: Record, discord: Loopback) -> None:
    await _until(lambda: discord.gateway.opened and "setup" in discord.interactions.commands)
    await discord.gateway.wait_for(1)
    record.tell("the bot is online")
    asked = await discord.use(CHIEF, "setup", {"channel": CHANNEL, "pack": Pack.COUNCIL.value, "timezone": "UTC"})
    record.give(f"/setup pack:{Pack.COUNCIL.value} timezone:UTC")
    begin = translate("setup-begin")
    await _until(lambda: any(begin in text_of(message) for message in asked.answers.values()))
    (message,) = asked.answers.values()
    before = len(discord.messages.of(CHANNEL))
    pressed = await discord.press(CHIEF, message, find_press(message, begin))
    record.give(f"the button {begin}")
    undo = translate("setup-undo")
    await _until(lambda: any(undo in text_of(one) for one in (pressed.pressed or {}, *pressed.answers.values())))
    record.tell("the server is set up")

    def digest() -> str:
        return "\n\n".join(text_of(one.tell()) for one in discord.messages.of(CHANNEL)[before:])

    await _until(lambda: "Two harbours, one call" in digest())
    record.tell(f"the first digest is posted:\n\n{digest()}")
    assert record.inputs <= 6


async def _until(reached: Callable[[], Any]) -> None:
    end = time.monotonic() + _PATIENCE
    while not reached():
        assert time.monotonic() < end
        await asyncio.sleep(0.05)


if __name__ == "__main__":
    main()
