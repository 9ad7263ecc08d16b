"""The desk as tests/durability/test_desk_end_to_end.py runs and kills it: all of it real but the reader and the time.

``python -m tests.durability.worker FOLDER SITE_PORT DISCORD_PORT`` loads everything once, and makes a child of itself
for each line "start" of its input. The child prints "open" and its number when it works, then does what each line
orders, in JSON (``["add", address, channel, {...}]``, ``["resume", number]``, ``["schedule", time, channel]``), and
prints "done". When it has died, its parent prints "ended".
"""

import asyncio
import contextlib
import json
import logging
import os
import sys
import traceback
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import aiohttp
import discord
import discord.http
import structlog

from benchmarks.replay_process import OWNER, QuickAnalyst, VirtualClock
from bot.archive.store import Archive
from bot.domain.feed import Delivery
from bot.gateway.message_sender import DiscordMessageSender
from bot.jobs.dependencies import WorkerDependencies
from bot.jobs.worker import run_worker
from bot.services.articles import ArticleService
from bot.services.digest_composer import ArchiveDigestComposer
from bot.services.schedules import ScheduleRequest, ScheduleService
from bot.services.subscription_options import SubscriptionOptions
from bot.services.subscriptions import SubscriptionService
from bot.web.feeds import entry_article, parse
from bot.web.fetch import Fetcher
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
    clock = VirtualClock(site)
    discord.http.Route.BASE = f"http://127.0.0.1:{fake}/api/v10"
    async with contextlib.AsyncExitStack() as stack:
        session = await stack.enter_async_context(aiohttp.ClientSession())
        await clock.look(session)
        following = asyncio.create_task(clock.follow(session))
        stack.callback(following.cancel)
        archive = await Archive.open(f"sqlite:///{folder / 'archive.sqlite3'}")
        stack.push_async_callback(archive.close)
        allow = frozenset(f"127.0.0.{number}:{site}" for number in range(1, 5))
        fetcher = await stack.enter_async_context(Fetcher("http://desk.invalid", allow))
        client = discord.Client(intents=discord.Intents.none(), max_ratelimit_timeout=30)
        await stack.enter_async_context(client)
        await client.login("invented.token")
        article_service, digests = (
            ArticleService(fetcher, archive, QuickAnalyst()),
            ArchiveDigestComposer(archive, clock),
        )
        parts = WorkerDependencies(archive, fetcher, article_service, digests, clock, asyncio.to_thread)
        await stack.enter_async_context(run_worker(parts, DiscordMessageSender(client)))
        print("open", os.getpid(), flush=True)
        faces, waiting = Faces(parts), ThreadPoolExecutor(1)
        while line := await asyncio.get_running_loop().run_in_executor(waiting, sys.stdin.readline):
            name, *arguments = json.loads(line)
            await getattr(faces, name)(*arguments)
            print("done", flush=True)


def main() -> None:
    # the answers have standard output to themselves
    structlog.configure(
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
    )
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
