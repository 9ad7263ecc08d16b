"""Several processes on one PostgreSQL: some die and never come back, the server restarts, and all is posted once.

The processes are ``python -m bot run --roles …`` as an operator starts them, with the released model. The sites and
Discord are invented and on loopback.
"""

import asyncio
import json
import os
import random
import re
import signal
import sys
import time
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psycopg
import pytest
from aiohttp import web

from bot.archive.store import Archive
from bot.domain.feed import Delivery, Feed, FeedHealth
from tests.databases import Server, control_server, run_server
from tests.durability.conftest import ROOT, Discord

MINUTE = 60.0
PATIENCE = 120.0
"""Seconds in which anything happens that no minute is set for: others may use this machine."""

HOSTS = tuple(f"127.0.0.{number}" for number in range(1, 7))
"""Sites of their own, although they are all one: of each only a few items are read at once."""
SYLLABLES = "bar bel cor dun esk fal gor hal ith jor kel lor mar nor orl pel quill ros sund tar ulm vel wen yar".split()


def tell(number: int) -> str:
    """An article of its own, that no other repeats."""
    chosen = random.Random(number)  # noqa: S311 - invented words, the same at each run

    def name() -> str:
        return "".join(chosen.choices(SYLLABLES, k=2)).title()

    sentences = [
        f"Envoys from {name()} and {name()} met at {name()} over {name()} and the price of {name()}." for _ in range(6)
    ]
    said = (
        f"“We have counted {chosen.randrange(10_000)} crates of {name()},” Minister {name()} {name()} said in {name()}."
    )
    return f"<p>{said}</p><p>{' '.join(sentences[:3])}</p><p>{' '.join(sentences[3:])}</p>"


@dataclass
class Site:
    """Feeds of as many items as were published, and their pages, which wait while ``open`` is not set."""

    port: int = 0
    feeds: dict[str, range] = field(default_factory=dict)
    open: asyncio.Event = field(default_factory=asyncio.Event)
    asked: set[int] = field(default_factory=set)

    async def feed(self, request: web.Request) -> web.Response:
        items = "".join(
            f"<item><guid>{number}</guid><title>Round {number}</title>"
            f"<link>http://{request.host}/page/{number}</link></item>"
            for number in self.feeds[request.match_info["feed"]]
        )
        rss = f'<rss version="2.0"><channel><title>Rounds</title><link>http://a.example/</link>{items}</channel></rss>'
        return web.Response(text=rss, content_type="application/rss+xml")

    async def page(self, request: web.Request) -> web.Response:
        number = int(request.match_info["number"])
        self.asked.add(number)
        await self.open.wait()
        title = f"Round {number}"
        text = (
            f"<html lang=en><head><title>{title}</title></head><body><article><h1>{title}</h1>{tell(number)}</article>"
        )
        return web.Response(text=text, content_type="text/html")

    def make_app(self) -> web.Application:
        app = web.Application()
        app.router.add_get("/feed/{feed}", self.feed)
        app.router.add_get("/page/{number}", self.page)
        return app


class Cluster:
    """The processes, and what can be seen of them from outside."""

    def __init__(self, site: Site, discord: Discord, server: Server, folder: Path) -> None:
        self.site = site
        self.discord = discord
        self.server = server
        self.folder = folder
        self.channel = discord.add_channel()
        self.address = server.create("cluster")
        self._processes: dict[str, asyncio.subprocess.Process] = {}

    async def start(self, name: str, roles: str) -> None:
        settings = {
            "DATABASE_URL": self.address,
            "DISCORD_URL": f"http://127.0.0.1:{self.discord.port}",
            "ALLOW_PRIVATE_HOSTS": ",".join(f"{host}:{self.site.port}" for host in HOSTS),
            "ATTACHE_DATA_DIR": str(self.folder),
            "PATH": os.environ["PATH"],
            "HOME": os.environ.get("HOME", "/"),
        }
        if roles != "work":
            settings["DISCORD_TOKEN"] = "MQ.invented.token"  # noqa: S105 - as it says
        with (self.folder / f"{name}.log").open("wb") as log:
            self._processes[name] = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "bot", "run", "--roles", roles, stderr=log, cwd=ROOT, env=settings
            )

    async def kill(self, name: str) -> None:
        with suppress(ProcessLookupError):
            self._processes[name].kill()
        await self.see_dead(name)

    async def see_dead(self, name: str) -> None:
        """Wait for the end of a process that is not ended from here."""
        assert await asyncio.wait_for(self._processes.pop(name).wait(), PATIENCE) in {0, -signal.SIGKILL}, self.logs()

    async def stop_all(self) -> None:
        for name in list(self._processes):
            await self.kill(name)

    async def end(self) -> dict[str, int]:
        """Tell all to stop as a service manager does; how each has ended."""
        for process in self._processes.values():
            process.send_signal(signal.SIGTERM)
        return {name: await asyncio.wait_for(process.wait(), 60) for name, process in self._processes.items()}

    def check_alive(self) -> None:
        ended = [name for name, process in self._processes.items() if process.returncode is not None]
        assert not ended, "\n".join((self.folder / f"{name}.log").read_text()[-3000:] for name in ended)

    def pid(self, name: str) -> int:
        return self._processes[name].pid

    def executor(self, name: str) -> str:
        """How the archive knows the process."""
        (found,) = [e for (e,) in self.ask("SELECT executor FROM processes") if f":{self.pid(name)}:" in str(e)]
        return str(found)

    def ask(self, query: str, *values: Any) -> list[tuple[Any, ...]]:
        with psycopg.connect(self.address, autocommit=True) as connection:
            return connection.execute(query.encode(), values).fetchall()

    def holder(self, lease: str) -> str | None:
        """The name of the process that holds the lease."""
        held = self.ask("SELECT holder FROM leases JOIN processes ON holder = executor WHERE name = %s", lease)
        return next((n for n, p in self._processes.items() if held and f":{p.pid}:" in held[0][0]), None)

    def begun(self, name: str) -> int:
        """How many jobs the process has begun and not ended."""
        query = "SELECT count(*) FROM dbos.workflow_status WHERE status = 'PENDING' AND executor_id = %s"
        return int(self.ask(query, self.executor(name))[0][0])

    async def publish(self, name: str, numbers: range) -> None:
        """Show articles in feeds of several sites, which are followed from now on."""
        archive = await Archive.open(self.address)
        try:
            for place, host in enumerate(HOSTS):
                self.site.feeds[f"{name}{place}"] = numbers[place :: len(HOSTS)]
                await self._follow(archive, f"http://{host}:{self.site.port}/feed/{name}{place}")
        finally:
            await archive.close()
        self.ask("UPDATE feeds SET next_poll_at = now() WHERE url LIKE %s RETURNING id", f"%/feed/{name}%")

    async def _follow(self, archive: Archive, url: str) -> None:
        now = datetime.now(UTC)
        await archive.feeds.follow(
            "discord:guild:10",
            feed=Feed(0, url, title=url, health=FeedHealth.HEALTHY, last_polled_at=now, body_sha256="0" * 64),
            entries=(),
            channel=self.channel,
            by="discord:20",
            filter="",
            delivery=Delivery.EACH,
            edits=False,
            now=now,
        )

    def told(self) -> Counter[int]:
        """How often each article stands in the channel."""
        messages = self.discord.state()["messages"][self.channel]
        return Counter(int(re.findall(r"/page/(\d+)", json.dumps(message))[0]) for message in messages)

    async def until(
        self, reached: Callable[[], Any] | Callable[[], Awaitable[Any]], seconds: float = PATIENCE
    ) -> float:
        """Wait until it is so, at most for ``seconds``; how many it took."""
        start = time.monotonic()
        while not await asyncio.to_thread(reached):
            self.check_alive()
            assert time.monotonic() - start < seconds, self.logs()
            await asyncio.sleep(0.2)
        return time.monotonic() - start

    def logs(self) -> str:
        """What is to be known when something has not come."""
        asked = ("SELECT state, attempts, reason, tried_at, retry_at FROM posts", "SELECT id, state, reason FROM items")
        stored = [f"{query}: {self.ask(query)}" for query in asked]
        return "\n".join([f"told {self.told()}", *stored, self._logs()])

    def _logs(self) -> str:
        return "\n".join(f"--- {file.name}\n{file.read_text()[-2500:]}" for file in sorted(self.folder.glob("*.log")))


@pytest.fixture
async def cluster(discord_process: Discord, tmp_path: Path) -> AsyncIterator[Cluster]:
    site = Site()
    runner = web.AppRunner(site.make_app())
    await runner.setup()
    await web.TCPSite(runner, "0.0.0.0", 0).start()  # noqa: S104 - all addresses of loopback, for as long as the test
    site.port = runner.addresses[0][1]
    with run_server() as server:
        cluster = Cluster(site, discord_process, server, tmp_path)
        yield cluster
        await cluster.stop_all()
    await runner.cleanup()


async def test_machines_lost_for_ever_and_a_database_that_restarts(cluster: Cluster) -> None:
    await start_one_after_the_other(cluster)
    await lose_half_of_them(cluster)
    await restart_the_database(cluster)
    assert await cluster.end() == {"second worker": 0, "second sender": 0}


async def start_one_after_the_other(cluster: Cluster) -> None:
    """The first of each holds what only one may do."""
    for name, roles, lease in (("first worker", "work", "desk"), ("first sender", "send", "sender")):
        await cluster.start(name, roles)
        await cluster.until(lambda lease=lease, name=name: knows(cluster) and cluster.holder(lease) == name)
    await cluster.start("second worker", "work")
    await cluster.start("second sender", "send")
    await cluster.until(lambda: len(cluster.ask("SELECT 1 FROM processes")) == 4)


def knows(cluster: Cluster) -> bool:
    """Whether the archive has its tables."""
    return bool(cluster.ask("SELECT 1 FROM pg_tables WHERE tablename = 'leases'"))


async def lose_half_of_them(cluster: Cluster) -> None:
    """The worker at the desk and the sender die with work in their hands, and what is due is done without them."""
    fault = {"path": r"/channels/\d+/messages", "kill": cluster.pid("first sender"), "when": "stored"}
    cluster.discord.control("POST", "faults", fault)
    await cluster.publish("before", range(12))
    await cluster.until(lambda: cluster.begun("first worker") and cluster.begun("second worker"))
    assert cluster.site.asked
    await cluster.kill("first worker")
    lost_at = time.monotonic()
    cluster.site.open.set()
    await cluster.see_dead("first sender")
    await cluster.until(lambda: cluster.told() == dict.fromkeys(range(12), 1) and settled(cluster), MINUTE)
    assert time.monotonic() - lost_at < MINUTE
    assert cluster.holder("desk") == "second worker"


def settled(cluster: Cluster) -> bool:
    """Whether nothing of the archive is on its way."""
    return not cluster.ask("SELECT 1 FROM posts WHERE state <> 'sent'") and not cluster.ask(
        "SELECT 1 FROM items WHERE retry_at IS NOT NULL"
    )


async def restart_the_database(cluster: Cluster) -> None:
    """In the middle of work, for longer than it takes to notice."""
    cluster.site.open.clear()
    await cluster.publish("after", range(12, 24))
    await cluster.until(lambda: cluster.begun("second worker"))
    await asyncio.to_thread(control_server, cluster.server.folder, "stop", mode="fast")
    cluster.site.open.set()
    await asyncio.sleep(8)
    await asyncio.to_thread(control_server, cluster.server.folder, "start")
    await cluster.until(lambda: cluster.told() == dict.fromkeys(range(24), 1) and settled(cluster))
    assert len(cluster.ask("SELECT 1 FROM processes")) == 2, "nobody was taken for lost"
