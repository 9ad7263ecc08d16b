"""A program that decides on an item, or does the job of watches and then delivers, and dies before a given step.

Each line it reads is JSON: {"url", "what": "decide" or "watch", "fatal", "log"}. It does that in a child, a fork, and
answers how the child ended, as ``os.waitstatus_to_exitcode`` has it. What is sent is appended to ``log``, with its
nonce: a nonce that stands there already makes no second message, as on Discord.
"""
# ruff: noqa: ARG002 - a postbox is told more than this one looks at

import asyncio
import json
import os
import signal
import sys
import traceback
from datetime import datetime
from itertools import count
from pathlib import Path

import structlog
from sqlalchemy import event

from bot.archive.store import Archive
from bot.render.card import Card
from bot.work.delivery import Delivery, Place, errand_to
from bot.work.watching import EVERYTHING
from tests.unit.work.wire import SERVER, Wire

# standard output is for answers
structlog.configure(logger_factory=structlog.PrintLoggerFactory(sys.stderr))


class LoggedBox:
    """Sends into a file; passes by the moments of death before and after."""

    def __init__(self, log: Path, pass_by: object) -> None:
        self._log = log
        self._pass_by = pass_by

    async def find_place(self, channel: str, opening: str | None) -> Place:
        return Place(channel)

    async def send(self, channel: str, card: Card, *, nonce: str, title: str) -> str:
        self._pass_by()  # type: ignore[operator] # it is a function
        if nonce not in self._log.read_text("utf-8"):
            with self._log.open("a", encoding="utf-8") as file:
                file.write(f"{nonce} {channel} {title}\n")
        self._pass_by()  # type: ignore[operator] # as above
        return "9"

    async def find(self, channel: str, mark: str, since: datetime) -> str | None:
        return None


async def do(url: str, what: str, fatal: int, log: Path) -> None:
    """Do it once; die by SIGKILL before the ``fatal``-th statement or sending after the archive was opened."""
    archive = await Archive.open(url)
    numbers = count(1)

    def maybe_die(*_: object) -> None:
        if next(numbers) == fatal:
            os.kill(os.getpid(), signal.SIGKILL)

    for moment in ("before_cursor_execute", "commit"):
        event.listen(archive._engines.writer.sync_engine, moment, maybe_die)
    wire = Wire(archive)
    if what == "decide":
        item = await archive.feeds.load_item(1)
        assert item
        wire.feeds["Quill"] = (await archive.feeds.followed(SERVER))[0].subscription
        await wire.decide("Quill", 1, await archive.load_reading(item.entry.guid or ""), None)
        os._exit(0)
    while await archive.watches.has_work(wire.clock.now()):
        await wire.watching.handle(EVERYTHING)
    delivery = Delivery(archive.posts, LoggedBox(log, maybe_die), wire.clock)  # type: ignore[arg-type] # the rest is not asked
    for channel in await archive.posts.due_channels(wire.clock.now(), limit=99):
        await delivery.handle(errand_to(channel))
    os._exit(0)  # no close: whoever is killed a moment later does not close either


def main() -> None:
    """Answer every line."""
    for line in sys.stdin:
        order = json.loads(line)
        if not (child := os.fork()):
            try:
                asyncio.run(do(order["url"], order["what"], order["fatal"], Path(order["log"])))
            except BaseException:  # noqa: BLE001 - a child ends here, whatever happens
                traceback.print_exc()
            os._exit(1)
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)


if __name__ == "__main__":
    main()
