"""Whether four people who flood the bot delay a fifth: ``python -m benchmarks.fairness [--smoke]``.

For each shared pool, as the program opens it, a fifth person's work is timed alone, and then while four others keep ten
of the most expensive jobs waiting each: for fetching, pages of sites that never answer, at forty hosts; for parsing,
work that never ends; for analysing, books. The fifth's work is an article's page, fetched over loopback, parsed, and
analysed. It uses real processes and the machine's clock. The aim is at most twice the time alone, by medians.
"""

import argparse
import asyncio
import itertools
import logging
import socket
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import structlog
from aiohttp import web
from aiohttp.abc import AbstractResolver, ResolveResult

from bot.container import open_container
from bot.errors import AttacheError
from bot.fair_queue import Requester, working_for
from bot.nlp.worker_tasks import analyse_text
from bot.settings import Settings
from bot.web.fetch import Fetcher
from bot.web.parsers import parse_page

SAMPLE = Path(__file__).resolve().parents[1] / "bot" / "samples" / "harbour-call.txt"
AIM = 2.0
FLOODERS = 4
EACH = 10
"""Jobs that each of them keeps running or waiting."""
_FIFTH = Requester("fifth", background=False)

Job = Callable[[], Awaitable[object]]


@dataclass(frozen=True, slots=True)
class Size:
    """How often the fifth asks alone and in the flood, and the seconds of flood before."""

    times: int = 20
    settle: float = 15.0


class Loopback(AbstractResolver):
    """Resolves every name to this machine."""

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """The one address."""
        return [{"hostname": host, "host": "127.0.0.1", "port": port, "family": family, "proto": 0, "flags": 0}]

    async def close(self) -> None:
        """Nothing to close."""


def spin() -> None:
    """Stands for a page that takes for ever."""
    while True:
        pass


def compose_page() -> bytes:
    """An article's page of some 20 KB."""
    paragraphs = "".join(f"<p>{part}</p>" for part in SAMPLE.read_text("utf-8").split("\n\n"))
    menu = "".join(f'<li><a href="/{n}">Part {n}</a></li>' for n in range(200))
    return f"<html><body><ul>{menu}</ul><article><h1>Call</h1>{paragraphs}</article></body></html>".encode()


@asynccontextmanager
async def site(page: bytes) -> AsyncIterator[int]:
    """A site that answers /page, and nothing else ever; its port."""
    over = asyncio.Event()

    async def answer(request: web.Request) -> web.Response:
        if request.path != "/page":
            await over.wait()
        return web.Response(body=page, content_type="text/html")

    app = web.Application()
    app.router.add_get("/{path:.*}", answer)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0, backlog=512).start()
    try:
        yield runner.addresses[0][1]
    finally:
        over.set()
        await runner.cleanup()


@asynccontextmanager
async def flood(make: Callable[[int], Job]) -> AsyncIterator[None]:
    """Within the context, each of four people keeps ten jobs running; ``make`` numbers them."""
    numbers = itertools.count()

    async def keep_asking() -> None:
        while True:
            with suppress(AttacheError):
                await make(next(numbers))()
            await asyncio.sleep(0.01)

    tasks = []
    for person in range(FLOODERS):
        with working_for(Requester(f"flooder {person}", background=False)):
            tasks += [asyncio.create_task(keep_asking()) for _ in range(EACH)]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def time_job(job: Job, times: int) -> list[float]:
    """Seconds that ``job`` takes the fifth person, ``times`` in a row with pauses in between."""
    taken = []
    with working_for(_FIFTH):
        for _ in range(times):
            before = time.perf_counter()
            await job()
            taken.append(time.perf_counter() - before)
            await asyncio.sleep(0.1)
    return taken


async def compare(name: str, job: Job, make: Callable[[int], Job], size: Size) -> float:
    """Time ``job`` alone and in the flood; print both; return the ratio."""
    await time_job(job, 3)
    alone = await time_job(job, size.times)
    async with flood(make):
        await asyncio.sleep(size.settle)
        flooded = await time_job(job, size.times)
    times = median(flooded) / median(alone)
    columns = (
        f"{median(taken) * 1000:.0f}, {taken[0] * 1000:.0f}, {max(taken) * 1000:.0f}" for taken in (alone, flooded)
    )
    print(f"| {name} | {' | '.join(columns)} | {times:.2f} |", flush=True)
    return times


async def measure(size: Size) -> list[float]:
    """Compare in each pool."""
    page, book = compose_page(), SAMPLE.read_text("utf-8") * 120
    print("| pool | alone: median, first, slowest, ms | in the flood | times by medians |\n|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings.load({"attache_data_dir": Path(folder), "database_url": None})
        hosts = frozenset(f"site{number}.example" for number in range(41))
        async with (
            site(page) as port,
            Fetcher("https://attache.example", hosts, resolver=Loopback()) as fetcher,
            open_container(settings, ahead=True) as rooms,
        ):
            parse, read = rooms.dependencies.offload, rooms.dependencies.readers
            assert read is not None
            return [
                await compare(
                    "fetching",
                    lambda: fetcher.fetch(f"http://site40.example:{port}/page"),
                    lambda number: lambda: fetcher.fetch(f"http://site{number % 40}.example:{port}/{number}"),
                    size,
                ),
                await compare(
                    "taking apart",
                    lambda: parse(parse_page, page, url="https://press.example/a", headers={}),
                    lambda _: lambda: parse(spin),
                    size,
                ),
                await compare(
                    "reading",
                    lambda: read(analyse_text, SAMPLE.read_text("utf-8"), "en"),
                    lambda _: lambda: read(analyse_text, book, "en"),
                    size,
                ),
            ]


def main(arguments: list[str] | None = None) -> int:
    """Run the benchmark; status 1 if the aim is missed (never in a smoke run, which is too short to tell)."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--smoke", action="store_true", help="a few seconds of it")
    parser.add_argument("--settle", type=float, default=15.0, help="seconds that the flood runs before")
    given = parser.parse_args(arguments)
    smoke, size = given.smoke, Size(settle=given.settle)
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    times = asyncio.run(measure(Size(3, 3.0) if smoke else size))
    return 0 if smoke or max(times) <= AIM else 1


if __name__ == "__main__":
    sys.exit(main())
