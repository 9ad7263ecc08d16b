"""What polling costs: ``python -m benchmarks.polling [--feeds 2000] [--rounds 3] [--smoke]``.

Feeds of twenty entries (some 14 KB) stand on a loopback server in a process and on a core of its own, under 500 names;
half of them take part in conditional requests, and in each round every tenth has one new item. The poller, with the
archive on SQLite and one worker process that parses, runs on one core. Time is compressed: each round makes all feeds
due and polls them as fast as it goes; the processor time of a poll (poller and worker together, after a first round in
which everything is read) times the polls a second of one poll of each feed every ten minutes is the share of the core.

The cost is measured with 200 and 2,000 feeds; for 20,000 so many lie in the archive with their items, and 2,000 of
them are polled: the price of a poll is measured, the share computed, and the memory is that of the sample. Beside it
runs what one would write in an afternoon: aiohttp and feedparser in a loop, known entries in a dictionary, nothing
stored.
"""

import argparse
import asyncio
import json
import os
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import aiohttp
from aiohttp import web
from aiohttp.abc import AbstractResolver, ResolveResult

from bot.archive.store import Archive
from bot.domain.feed import Feed, SubscriptionOptions
from bot.jobs.polling import Poller
from bot.nlp.worker_pool import WorkerPool
from bot.web.fetch import Fetcher
from bot.web.host_limits import HostLimiter
from bot.web.parsers import load_parsers

PERIOD = 600.0  # seconds between two polls of a feed
CPU_GOAL, MEMORY_GOAL = 0.30, 400.0  # of a core, MiB, at 2,000 feeds
SAMPLE = 2_000  # feeds polled, of however many
ENTRIES = 20
NAMES = 500
AT_ONCE = 16
NEVER = "'2099-01-01 00:00:00.000000'"  # as SQLite holds it
WORDS = (
    "The foreign minister of Arvonia told reporters in the capital that talks with Belmark on the border crossings "
    "would go on, and that a joint commission would meet in March. "
) * 3


@dataclass(frozen=True, slots=True)
class Cost:
    """What was measured: feeds in all, polls measured, processor seconds a poll, new items, peak MiB, wall seconds."""

    feeds: int
    polls: int
    seconds: float
    new: int
    memory: float
    wall: float

    @property
    def share(self) -> float:
        """Of one core, with each feed polled once in ``PERIOD``."""
        return self.seconds * self.feeds / PERIOD


# The feeds' server.


def compose_feed(number: int, turn: int) -> bytes:
    """The feed at that turn: every tenth feed has one more item at each turn."""
    newest = ENTRIES + sum((number + past) % 10 == 0 for past in range(1, turn + 1))
    items = "".join(
        f"<item><guid>{number}-{n}</guid><title>Talks, day {n}</title><link>https://quill.example/{number}/{n}</link>"
        f"<pubDate>{datetime.fromtimestamp(1_770_000_000 + 3600 * n, UTC):%a, %d %b %Y %H:%M:%S} GMT</pubDate>"
        f"<description>{WORDS}</description></item>"
        for n in range(newest, newest - ENTRIES, -1)
    )
    return f"<rss version='2.0'><channel><title>Quill {number}</title>{items}</channel></rss>".encode()


async def serve(port: int) -> None:
    """Serve the feeds until the process is ended. ``/turn/N`` advances all of them to turn N."""
    turn = 0

    async def answer(request: web.Request) -> web.Response:
        number = int(request.match_info["number"])
        if number % 2:
            return web.Response(body=compose_feed(number, turn), content_type="application/rss+xml")
        tag = f'"{number}-{sum((number + past) % 10 == 0 for past in range(1, turn + 1))}"'
        if request.headers.get("If-None-Match") == tag:
            return web.Response(status=304, headers={"ETag": tag})
        body = compose_feed(number, turn)
        return web.Response(body=body, content_type="application/rss+xml", headers={"ETag": tag})

    async def move(request: web.Request) -> web.Response:
        nonlocal turn
        turn = int(request.match_info["turn"])
        return web.Response()

    app = web.Application()
    app.router.add_get("/feed/{number}", answer)
    app.router.add_get("/turn/{turn}", move)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    await asyncio.Event().wait()


class Loopback(AbstractResolver):
    """Resolves every name to this machine."""

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """The loopback address for ``host``."""
        return [ResolveResult(hostname=host, host="127.0.0.1", port=port, family=family, proto=0, flags=0)]

    async def close(self) -> None:
        """Nothing to release."""


def address(number: int, port: int) -> str:
    """The address of the feed with that number."""
    return f"http://paper{number % NAMES}.example:{port}/feed/{number}"


# The two pollers.


class Now:
    """The clock of the run: a round is ten minutes after the one before; sleeping is real."""

    def __init__(self) -> None:
        self.at = datetime.fromtimestamp(1_770_000_000 + 3600 * (ENTRIES + 1), UTC)

    def now(self) -> datetime:
        """The round's moment."""
        return self.at

    async def sleep(self, seconds: float) -> None:
        """Wait for as long as is asked."""
        await asyncio.sleep(max(0.0, seconds))


async def poll_with_attache(feeds: int, rounds: int, port: int, folder: Path) -> Cost:
    """The cost of polling (a sample of) the feeds with Attaché."""
    polled = min(feeds, SAMPLE)
    file = folder / "archive.sqlite3"
    clock = Now()
    archive = await Archive.open(f"sqlite:///{file}")
    allow = {f"paper{n}.example" for n in range(NAMES)}
    pool = WorkerPool(processes=1, seconds=5.0, memory_mb=512, waiting=AT_ONCE, load=load_parsers)
    # names stand for hosts here, and the feeds are to be polled as fast as possible
    hosts = HostLimiter(at_once=AT_ONCE, spacing=timedelta(0))
    async with Fetcher("https://attache.example/contact", allow, resolver=Loopback()) as fetcher:
        poller = Poller(fetcher, archive.feeds, pool.run, clock, at_once=AT_ONCE, hosts=hosts)
        for number in range(polled):
            await archive.feeds.follow(
                "console",
                Feed(0, address(number, port), next_poll_at=clock.at),
                (),
                SubscriptionOptions(str(number), "console"),
                clock.at,
            )
        await set_turn(port, 0)
        await poller.poll_due(clock.at)
        multiply(file, polled, feeds)
        before, known, began = spent(), count_items(file), time.perf_counter()
        for turn in range(1, rounds + 1):
            clock.at += timedelta(seconds=PERIOD)
            make_due(file, clock.at, polled)
            await set_turn(port, turn)
            asked = await poller.poll_due(clock.at)
            if asked != polled:
                raise RuntimeError(f"{asked} of {polled} feeds were polled")
        seconds = (spent() - before) / (rounds * polled)
        wall, memory = time.perf_counter() - began, peak()
        counts = await archive.feeds.health(None)
        if counts.failing:
            raise RuntimeError(f"feeds failed: {counts.failing[0].reason}")
        new = count_items(file) - known
    await pool.close()
    await archive.close()
    return Cost(feeds, rounds * polled, seconds, new, memory, wall)


async def poll_naively(feeds: int, rounds: int, port: int, _folder: Path) -> Cost:
    """The cost of fetching each feed whole and parsing it with feedparser."""
    import feedparser  # noqa: PLC0415 - its memory belongs to this part alone

    seen: dict[str, set[str]] = {}
    gate = asyncio.Semaphore(AT_ONCE)
    connector = aiohttp.TCPConnector(resolver=Loopback(), limit_per_host=2)
    async with aiohttp.ClientSession(connector=connector) as session:

        async def poll(url: str) -> int:
            async with gate, session.get(url) as response:
                entries = feedparser.parse(await response.read()).entries
            known = seen.setdefault(url, set())
            new = {entry.get("id") or entry.get("link") for entry in entries} - known
            known |= new
            return len(new)

        async def poll_all() -> int:
            return sum(await asyncio.gather(*(poll(address(number, port)) for number in range(feeds))))

        await set_turn(port, 0)
        await poll_all()
        before, began, new = spent(), time.perf_counter(), 0
        for turn in range(1, rounds + 1):
            await set_turn(port, turn)
            new += await poll_all()
        seconds = (spent() - before) / (rounds * feeds)
    return Cost(feeds, rounds * feeds, seconds, new, peak(), time.perf_counter() - began)


def multiply(file: Path, polled: int, feeds: int) -> None:
    """Fill the archive with copies of the polled feeds and their items, which are never due, up to ``feeds``."""
    with sqlite3.connect(file) as connection:
        for copy in range(1, -(-feeds // polled)):
            shift = copy * polled
            for table, own in (
                (
                    "feeds",
                    {"id": f"id + {shift}", "url": f"url || '#{copy}'", "next_poll_at": "'2099-01-01 00:00:00.000000'"},
                ),
                (
                    "subscriptions",
                    {"id": f"id + {shift}", "feed_id": f"feed_id + {shift}", "number": f"number + {shift}"},
                ),
                ("items", {"id": "NULL", "feed_id": f"feed_id + {shift}"}),
            ):
                columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
                values = ", ".join(own.get(column, f'"{column}"') for column in columns)
                key = "feed_id" if table != "feeds" else "id"
                names = ", ".join(f'"{column}"' for column in columns)
                query = f"INSERT INTO {table} ({names}) SELECT {values} FROM {table} WHERE {key} <= {polled}"  # noqa: S608 - our own names
                connection.execute(query)
    connection.close()


def make_due(file: Path, now: datetime, polled: int) -> None:
    """Make the polled feeds due, whatever their interval."""
    with sqlite3.connect(file) as connection:
        due = f"{now:%Y-%m-%d %H:%M:%S.%f}"
        connection.execute("UPDATE feeds SET next_poll_at = ? WHERE id <= ?", (due, polled))
    connection.close()


def count_items(file: Path) -> int:
    """The number of items in the archive."""
    connection = sqlite3.connect(file)
    try:
        return int(connection.execute("SELECT count(*) FROM items").fetchone()[0])
    finally:
        connection.close()


async def set_turn(port: int, turn: int) -> None:
    """Advance all feeds to that turn, once the server runs."""
    async with aiohttp.ClientSession() as session:
        for attempt in range(100):
            try:
                async with session.get(f"http://127.0.0.1:{port}/turn/{turn}") as response:
                    response.raise_for_status()
                    return
            except aiohttp.ClientConnectorError:
                if attempt == 99:
                    raise
                await asyncio.sleep(0.1)


# Measuring.


def family() -> list[int]:
    """This process and its descendants, on Linux only."""
    found = [os.getpid()]
    for pid in found:
        for children in Path(f"/proc/{pid}/task").glob("*/children"):
            found += map(int, children.read_text().split())
    return found


def spent() -> float:
    """Processor seconds of these processes so far."""
    ticks = 0
    for pid in family():
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def peak() -> float:
    """The sum of each process's peak memory, in MiB."""
    lines = [line for pid in family() for line in Path(f"/proc/{pid}/status").read_text().splitlines()]
    return sum(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


PARTS: dict[str, Callable[[int, int, int, Path], Coroutine[None, None, Cost]]] = {
    "attache": poll_with_attache,
    "naive": poll_naively,
}


def run_part(part: str, feeds: int, rounds: int, port: int) -> None:
    """Measure in a separate process, and print the cost as JSON."""
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    with tempfile.TemporaryDirectory() as folder:
        print(json.dumps(asdict(asyncio.run(PARTS[part](feeds, rounds, port, Path(folder))))))


def measure(part: str, feeds: int, rounds: int, port: int) -> Cost:
    """Measure ``part`` in a separate process."""
    command = [sys.executable, "-m", "benchmarks.polling", "--part", part, "--feeds", str(feeds)]
    command += ["--rounds", str(rounds), "--port", str(port)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return Cost(**json.loads(done.stdout.splitlines()[-1]))


@contextmanager
def sources() -> Iterator[int]:
    """Serve the feeds in a separate process, on the last core; yield the port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    with subprocess.Popen(
        [sys.executable, "-m", "benchmarks.polling", "--part", "serve", "--port", str(port)]
    ) as server:
        try:
            yield port
        finally:
            server.terminate()


def show(name: str, cost: Cost) -> None:
    """Print a row."""
    pace = cost.polls / cost.wall
    print(
        f"{name:34} {cost.feeds:>7,} {cost.polls:>7,} {cost.seconds * 1000:>9.2f} {cost.share:>9.1%} "
        f"{cost.memory:>8.0f} {pace:>8.0f} {cost.new:>7,}"
    )


def main(arguments: list[str] | None = None) -> int:
    """Measure and print; return 1 if a goal is missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.polling")
    parser.add_argument("--feeds", type=int, default=SAMPLE)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--smoke", action="store_true", help="a hundred feeds, one round, no goals: whether it runs")
    parser.add_argument("--part", choices=["serve", *PARTS], help=argparse.SUPPRESS)
    parser.add_argument("--port", type=int, help=argparse.SUPPRESS)
    chosen = parser.parse_args(arguments)
    if not Path("/proc/self/stat").exists():
        print("this benchmark reads /proc, which only Linux has")
        return 0
    if chosen.part == "serve":
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
        asyncio.run(serve(chosen.port))
    if chosen.part:
        run_part(chosen.part, chosen.feeds, chosen.rounds, chosen.port)
        return 0
    feeds, rounds = (100, 1) if chosen.smoke else (chosen.feeds, chosen.rounds)
    print(f"{'':34} {'feeds':>7} {'polls':>7} {'ms a poll':>9} {'of a core':>9} {'MiB':>8} {'polls/s':>8} {'new':>7}")
    with sources() as port:
        cost = measure("attache", feeds, rounds, port)
        show("Attaché", cost)
        naive = measure("naive", min(feeds, 500), rounds, port)
        show("aiohttp and feedparser in a loop", naive)
        print(f"a poll costs {cost.seconds / naive.seconds:.2f} of the loop's")
        if chosen.smoke:
            return 0
        for other in (200, 20_000):
            show(
                "Attaché" if other <= SAMPLE else f"Attaché, {SAMPLE:,} of them polled",
                measure("attache", other, rounds, port),
            )
    held = cost.share <= CPU_GOAL and cost.memory <= MEMORY_GOAL
    print(f"goals at {feeds:,} feeds: {CPU_GOAL:.0%} of a core and {MEMORY_GOAL:g} MiB: {'held' if held else 'MISSED'}")
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
