"""Processes of the bot as an operator starts them, on a PostgreSQL of their own, with invented sites and Discord.

They run the released model; see :mod:`tests.durability.test_lost_for_ever`.
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
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psycopg
from aiohttp import web

from bot.archive.store import Archive
from bot.domain.feed import Feed, FeedHealth, SubscriptionOptions
from tests.databases import Server

PATIENCE = 240.0
"""Seconds in which anything happens that no minute is set for: others may use this machine."""

if TYPE_CHECKING:
    from tests.durability.conftest import Discord

ROOT = Path(__file__).parents[2]
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

    def __init__(self, site: Site, discord: "Discord", server: Server, folder: Path) -> None:
        self.site = site
        self.discord = discord
        self.server = server
        self.folder = folder
        self.channel = discord.add_channel()
        self.address = server.create("cluster")
        self._processes: dict[str, asyncio.subprocess.Process] = {}

    async def start(self, name: str, roles: str, **more: str) -> None:
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
        settings |= more
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

    def tables(self) -> bool:
        """Whether the archive has its tables."""
        return bool(self.ask("SELECT 1 FROM pg_tables WHERE tablename = 'leases'"))

    async def status(self, name: str) -> int:
        """How a process ends that ends by itself."""
        return await asyncio.wait_for(self._processes.pop(name).wait(), PATIENCE)

    def log(self, name: str) -> str:
        return (self.folder / f"{name}.log").read_text()

    def resident_mb(self, name: str) -> float:
        """Memory of the process, in millions of bytes (Linux)."""
        (line,) = re.findall(r"VmRSS:\s+(\d+) kB", Path(f"/proc/{self.pid(name)}/status").read_text())
        return int(line) * 1024 / 1e6

    def seconds_of_work(self, name: str) -> float:
        """Processor time of the process so far (Linux)."""
        words = Path(f"/proc/{self.pid(name)}/stat").read_text().rpartition(")")[2].split()
        return (int(words[11]) + int(words[12])) / os.sysconf("SC_CLK_TCK")

    def maps(self, name: str) -> str:
        """What the process has mapped: the libraries that it has loaded."""
        return Path(f"/proc/{self.pid(name)}/maps").read_text()

    def children(self, name: str) -> list[str]:
        pid = self.pid(name)
        return Path(f"/proc/{pid}/task/{pid}/children").read_text().split()

    def begun(self, name: str) -> int:
        """How many jobs the process has begun and not ended."""
        return int(self.ask("SELECT count(*) FROM claims WHERE executor = %s", self.executor(name))[0][0])

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
            Feed(0, url, title=url, health=FeedHealth.HEALTHY, last_polled_at=now, body_sha256="0" * 64),
            (),
            SubscriptionOptions(self.channel, "discord:20"),
            now,
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
