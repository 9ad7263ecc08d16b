"""A program that decides on an item, or does the job of watches and then delivers, and dies before a given step.

Each line it reads is JSON: {"url", "what": "decide" or "watch", "fatal", "log"}; see :mod:`tests.durability.forks`.
What is sent is appended to ``log`` with its nonce: what stands there already makes no second, as on Discord.
"""
# ruff: noqa: ARG002 - a postbox is told more than this one looks at

import os
import sys
from datetime import datetime
from pathlib import Path

import structlog
from sqlalchemy import event

from bot.archive.store import Archive
from bot.jobs.delivery import Delivery, DeliveryTarget, delivery_subject
from bot.jobs.watch_job import EVERYTHING
from bot.render.card import Card
from tests.durability.forks import carry_out, die_at
from tests.unit.jobs.wire import SERVER, Wire

# standard output is for answers
structlog.configure(logger_factory=structlog.PrintLoggerFactory(sys.stderr))


class LoggedBox:
    """Sends into a file; passes by the moments of death before and after."""

    def __init__(self, log: Path, pass_by: object) -> None:
        self._log = log
        self._pass_by = pass_by

    async def find_place(self, channel: str, *_: object) -> DeliveryTarget:
        return DeliveryTarget(channel)

    async def send(self, place: DeliveryTarget, card: Card, *, nonce: str, title: str, **_: object) -> str:
        self._pass_by()  # type: ignore[operator] # it is a function
        if nonce not in self._log.read_text("utf-8"):
            with self._log.open("a", encoding="utf-8") as file:
                file.write(f"{nonce} {place.channel} {title}\n")
        self._pass_by()  # type: ignore[operator] # as above
        return "9"

    async def find(self, channel: str, mark: str, since: datetime) -> str | None:
        return None


async def do(url: str, what: str, fatal: int, log: Path) -> None:
    """Do it once; die by SIGKILL before the ``fatal``-th statement or sending after the archive was opened."""
    archive = await Archive.open(url)
    maybe_die = die_at(fatal)
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
        await delivery.handle(delivery_subject(channel))
    os._exit(0)  # no close: whoever is killed a moment later does not close either


if __name__ == "__main__":
    carry_out(lambda order: do(order["url"], order["what"], order["fatal"], Path(order["log"])))
