"""The desk as tests/durability/test_desk_end_to_end.py runs and kills it: all of it real but the reader and the time.

``python -m tests.durability.worker FOLDER SITE_PORT DISCORD_PORT`` loads everything once, and makes a child of itself
for each line "start" of its input. The child prints "open" and its number when it works, then does what each line
orders, in JSON (``["add", address, channel, {...}]``, ``["resume", number]``, ``["schedule", time, channel]``), and
prints "done". When it has died, its parent prints "ended".
"""

import asyncio
import json
import os
import sys
import traceback
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from benchmarks.replay_process import OWNER, log_to_standard_error, open_dependencies, working
from bot.domain.feed import Delivery, SubscriptionOptions
from bot.jobs.dependencies import WorkerDependencies
from bot.services.schedules import ScheduleRequest, ScheduleService
from bot.services.subscriptions import SubscriptionService
from bot.web.feeds import entry_article, parse
from bot.web.pages import page

BY = "discord:20"
LOADED = (page, entry_article, parse)
"""What the desk would load with its first page and feed, after each death."""


class Faces:
    """What people order of the desk."""

    def __init__(self, parts: WorkerDependencies) -> None:
        archive = parts.archive
        self._feeds = SubscriptionService(archive.feeds, archive.posts, parts.fetcher, parts.clock)
        self._digests = ScheduleService(archive.schedules, archive.posts, parts.digests, parts.clock)

    async def add(self, address: str, channel: str, wish: dict[str, Any]) -> None:
        if "delivery" in wish:
            wish["delivery"] = Delivery(wish["delivery"])
        await self._feeds.add(OWNER, address, SubscriptionOptions(channel, BY, **wish))

    async def resume(self, number: int) -> None:
        await self._feeds.resume(OWNER, number)

    async def schedule(self, time: str, channel: str) -> None:
        await self._digests.add(OWNER, ScheduleRequest(time, "UTC", channel, BY))


async def run(folder: Path, site: int, fake: int) -> None:
    allow = frozenset(f"127.0.0.{number}:{site}" for number in range(1, 5))
    async with (
        open_dependencies(f"sqlite:///{folder / 'archive.sqlite3'}", site, allow) as parts,
        working(parts, fake),
    ):
        print("open", os.getpid(), flush=True)
        faces, waiting = Faces(parts), ThreadPoolExecutor(1)
        while line := await asyncio.get_running_loop().run_in_executor(waiting, sys.stdin.readline):
            name, *arguments = json.loads(line)
            await getattr(faces, name)(*arguments)
            print("done", flush=True)


def main() -> None:
    log_to_standard_error()
    folder, site, fake = sys.argv[1:]
    while sys.stdin.readline():
        if child := os.fork():
            os.waitpid(child, 0)
            print("ended", flush=True)
            continue
        try:
            asyncio.run(run(Path(folder), int(site), int(fake)))
        except BaseException as error:  # noqa: BLE001 - the child must not go on as its parent
            traceback.print_exception(error)
        os._exit(1)


if __name__ == "__main__":
    main()
