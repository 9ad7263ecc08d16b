"""Whether strangers can block the event loop: ``python -m benchmarks.hostile [--smoke]``.

Twenty people and sources send a thousand hostile messages, link pages, feed items, received articles and filters
(``benchmarks.hostile_corpus``) at once to the real services in one process: archive, fetcher over loopback, parsers,
analysis, jobs, receiving endpoint. A site in another process serves pages and feeds. Meanwhile a task wakes every 5 ms
and records how late it was, as far as this process itself was busy (processor time), and somebody asks an honest
question every half second. Prints the longest stalls with what was running, how each kind of work ended, and how soon
the honest questions were answered. The aim is no stall over 100 ms.
"""

import argparse
import asyncio
import gc
import logging
import multiprocessing
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from statistics import median, quantiles

import aiohttp
import structlog
from aiohttp import web

import bot.jobs.story_assignment  # noqa: F401 - a process loads it before its loop has work (bot/process.py)
from benchmarks.hostile_corpus import (
    compose_article,
    compose_feed,
    compose_filters,
    compose_messages,
    compose_page,
    compose_text,
)
from bot.console.background_work import catch_up
from bot.container import Container, open_container
from bot.domain.feed import SubscriptionOptions
from bot.errors import AttacheError, BusyError, ReadingError
from bot.fair_queue import Requester, working_for
from bot.ingest.endpoint import Endpoint, ReceiveLimits
from bot.ingest.server import serve
from bot.render.card import Action, ComponentAction
from bot.render.cards.question_cards import render_answer
from bot.render.reading_cards import render_reading_action
from bot.services.push_sources import add_source
from bot.settings import Settings

AIM = 0.1
"""Seconds that the event loop may stall."""
BEAT = 0.005
PEOPLE = 20
QUESTION = "What did Ana Brod say about the bridge?"
_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Size:
    """How many of each kind are played, and the characters of a page."""

    messages: int = 600
    pages: int = 80
    texts: int = 60
    feeds: int = 6
    articles: int = 100
    filters: int = 50
    characters: int = 100_000

    @property
    def total(self) -> int:
        """The total number; a feed has twenty items."""
        return self.messages + self.pages + self.texts + 20 * self.feeds + self.articles + self.filters


SMOKE = Size(messages=60, pages=10, texts=5, feeds=1, articles=10, filters=5, characters=60_000)


@dataclass(slots=True)
class StallMeter:
    """How late a task wakes that should every 5 ms, by this process's own work, and what the loop did meanwhile."""

    stalls: list[tuple[float, str]] = field(default_factory=list)
    _beaten_at: float = 0.0
    _seen: str = ""
    _ended: bool = False

    async def beat(self) -> None:
        """Run until cancelled."""
        watching = threading.Thread(target=self._watch, args=(threading.get_ident(),), daemon=True)
        watching.start()
        try:
            while True:
                before, worked = time.perf_counter(), time.process_time()
                self._beaten_at, self._seen = before, ""
                await asyncio.sleep(BEAT)
                late = time.perf_counter() - before - BEAT
                self.stalls.append((min(late, time.process_time() - worked), self._seen))
        finally:
            self._ended = True

    def _watch(self, loop_thread: int) -> None:
        while not self._ended:
            time.sleep(0.01)
            if time.perf_counter() - self._beaten_at > AIM / 2:
                found: list[str] = []
                frame = sys._current_frames().get(loop_thread)  # noqa: SLF001 - there is no public one
                while frame and len(found) < 3:
                    name = frame.f_code.co_filename
                    if "/bot/" in name or "/cogs/" in name or not found:
                        found.append(f"{name.rpartition('/')[2]}:{frame.f_lineno} {frame.f_code.co_name}")
                    frame = frame.f_back
                self._seen = " < ".join(found)


class Later:
    """A clock that is ahead, so that feeds are due."""

    ahead = timedelta()

    def now(self) -> datetime:
        """The time, ahead."""
        return datetime.now(UTC) + self.ahead

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        await asyncio.sleep(max(0.0, seconds))


def serve_site(size: Size, channel: Connection) -> None:
    """Serve pages and feeds until ended, in a separate process; a feed is hostile from its second poll on."""
    asked: Counter[str] = Counter()

    async def page(request: web.Request) -> web.Response:
        body = compose_page(int(request.match_info["number"]), size.characters)
        return web.Response(body=body, content_type="text/html", charset="utf-8")

    async def feed(request: web.Request) -> web.Response:
        asked[request.path] += 1
        body = compose_feed(int(request.match_info["number"]), size.characters, hostile=asked[request.path] > 1)
        return web.Response(body=body, content_type="application/rss+xml", charset="utf-8")

    async def run() -> None:
        app = web.Application()
        app.router.add_get("/page/{number}", page)
        app.router.add_get("/feed/{number}", feed)
        runner = web.AppRunner(app)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        channel.send(runner.addresses[0][1])
        await asyncio.Event().wait()

    asyncio.run(run())


class Play:
    """A run: what was played, how it ended, and how long honest questions took."""

    def __init__(self, rooms: Container, size: Size, port: int) -> None:
        self.rooms = rooms
        self.size = size
        self.site = f"http://127.0.0.1:{port}"
        self.ended: dict[str, Counter[str]] = {}
        self.slowest: dict[str, float] = {}
        self.honest: list[float] = []

    async def run(self, seconds: float) -> None:
        """Play everything, twenty at a time, each for a person; after ``seconds`` the rest is left out."""
        await self.ask(QUESTION)
        asking = asyncio.create_task(self._ask_honestly())
        size = self.size
        works: list[tuple[str, Callable[[], Awaitable[object]]]] = []
        works += [("message", partial(self.ask, text)) for text in compose_messages(size.messages)]
        works += [("page", partial(self.read, f"{self.site}/page/{number}")) for number in range(size.pages)]
        works += [("pasted text", partial(self.read, compose_text(number, 6_000))) for number in range(size.texts)]
        works += [("filter", partial(self._filter, text)) for text in compose_filters(size.filters)]
        shares = [works[person::PEOPLE] for person in range(PEOPLE)]
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await asyncio.gather(
                    *(self._play(f"person {person}", share) for person, share in enumerate(shares)),
                    self._poll(),
                    self._receive(),
                )
        asking.cancel()
        await asyncio.gather(asking, return_exceptions=True)

    async def ask(self, text: str) -> None:
        """Answer a question as a card."""
        answer = await self.rooms.services.questions.answer(text, askers=frozenset(), readers=("discord:1",))
        await self.rooms.article_service.render(render_answer, answer)

    async def read(self, reference: str) -> None:
        """Read and show an address or a text."""
        reading = await self.rooms.article_service.read(reference)
        for action in (Action.SUMMARY, Action.WHOSAID):
            await self.rooms.article_service.render(render_reading_action, reading, ComponentAction(action, reading.id))

    async def _filter(self, words: str) -> None:
        await self.rooms.services.feeds.refilter("discord:guild:1", 1, words)

    async def _play(self, name: str, works: Sequence[tuple[str, Callable[[], Awaitable[object]]]]) -> None:
        with working_for(Requester(name, background=False)):
            for kind, work in works:
                await self._count(kind, work)

    async def _count(self, kind: str, work: Callable[[], Awaitable[object]]) -> None:
        before = time.perf_counter()
        try:
            await work()
            how = "done"
        except BusyError:
            how = "refused as busy"
        except ReadingError:
            how = "ended at a limit"
        except AttacheError:
            how = "answered with a sentence"
        except Exception as error:  # noqa: BLE001 - what is looked for
            how = f"FAULT {type(error).__name__}: {error}"[:80]
        self.ended.setdefault(kind, Counter())[how] += 1
        self.slowest[kind] = max(self.slowest.get(kind, 0.0), time.perf_counter() - before)

    async def _poll(self) -> None:
        clock = Later()
        parts = replace(self.rooms.dependencies, clock=clock)
        for number in range(self.size.feeds):
            wish = SubscriptionOptions(
                "10", "discord:5", filter="any:bridge,talks not:sport country:Norway" if number % 2 else ""
            )
            await self.rooms.services.feeds.add("discord:guild:1", f"{self.site}/feed/{number}", wish)
        clock.ahead = timedelta(days=1)
        for _ in range(2):
            await self._count("feeds' items", partial(catch_up, parts, lambda *_: None))
            clock.ahead += timedelta(hours=7)

    async def _receive(self) -> None:
        dependencies = self.rooms.dependencies

        async def order(_: int) -> None:
            return

        limits = ReceiveLimits(burst=10_000, bytes_at_once=10**9)
        endpoint = Endpoint(
            dependencies.archive.received, dependencies.clock, order, limits=limits, local=dependencies.local
        )
        source = await add_source(
            dependencies.archive,
            "discord:guild:2",
            SubscriptionOptions("10", "5", name="Pump"),
            dependencies.clock.now(),
        )
        headers = {"Authorization": f"Bearer {source.token}", "Content-Type": "application/json"}
        async with (
            serve(endpoint.make_app(), "127.0.0.1", 0) as port,
            aiohttp.ClientSession(headers=headers) as session,
        ):

            async def send(body: bytes) -> None:
                async with session.post(f"http://127.0.0.1:{port}/articles", data=body) as answer:
                    if answer.status == 400:
                        raise AttacheError(await answer.text())
                    answer.raise_for_status()

            for number in range(self.size.articles):
                body = await asyncio.to_thread(compose_article, number, self.size.characters)
                await self._count("received article", partial(send, body))

    async def _ask_honestly(self) -> None:
        with working_for(Requester("honest", background=False)):
            while True:
                before = time.perf_counter()
                await self.ask(QUESTION)
                self.honest.append(time.perf_counter() - before)
                await asyncio.sleep(0.5)


async def measure(size: Size, port: int, seconds: float) -> tuple[Play, StallMeter]:
    """Play once against the real services."""
    with tempfile.TemporaryDirectory() as folder:
        given = {
            "attache_data_dir": Path(folder),
            "database_url": None,
            "reading_seconds": 10.0,
            "allow_private_hosts": f"127.0.0.1:{port}",
        }
        async with open_container(Settings.load(given), ahead=True) as rooms:
            gc.collect()
            gc.freeze()  # as the program does at its start
            play, meter = Play(rooms, size, port), StallMeter()
            await play.read("Foreign Minister Ana Brod said that the bridge at Lillevik stays open. " * 4)
            beating = asyncio.create_task(meter.beat())
            await play.run(seconds)
            beating.cancel()
            await asyncio.gather(beating, return_exceptions=True)
    return play, meter


def show(play: Play, meter: StallMeter, seconds: float) -> bool:
    """Print the results; return whether the aim was met."""
    feeds = play.ended.get("feeds' items", Counter()).total()
    played = sum(ended.total() for ended in play.ended.values()) + (20 * play.size.feeds if feeds else 0)
    print(f"{played:,} of {play.size.total:,} hostile messages, pages, items, articles, filters in {seconds:.0f} s\n")
    print("| what | how it ended | slowest |\n|---|---|---|")
    for kind, ended in play.ended.items():
        how_often = ", ".join(f"{how} {count}" for how, count in ended.most_common())
        print(f"| {kind} | {how_often} | {play.slowest[kind]:.1f} s |")
    late = sorted((stall for stall, _ in meter.stalls), reverse=True)
    print(f"\nthe event loop: {len(late):,} beats, p99 {_at(late, 99) * 1000:.0f} ms, worst {late[0] * 1000:.0f} ms")
    print(f"over {AIM * 1000:.0f} ms: {sum(stall > AIM for stall in late)}")
    for stall, where in sorted(meter.stalls, reverse=True)[:_SHOWN]:
        print(f"  {stall * 1000:.0f} ms  {where}")
    print(f"honest questions: {len(play.honest)}, p50 {median(play.honest):.2f} s, slowest {max(play.honest):.2f} s")
    faults = sum(count for ended in play.ended.values() for how, count in ended.items() if how.startswith("FAULT"))
    return late[0] <= AIM and not faults


def _at(values: Iterable[float], percent: int) -> float:
    return quantiles(values, n=100)[percent - 1]


def main(arguments: list[str] | None = None) -> int:
    """Run the benchmark; status 1 if the aim is missed."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--smoke", action="store_true", help="a tenth of it")
    parser.add_argument("--seconds", type=float, default=1_200.0, help="after which the rest is left out")
    given = parser.parse_args(arguments)
    size = SMOKE if given.smoke else Size()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    ours, theirs = multiprocessing.Pipe()
    site = multiprocessing.get_context("spawn").Process(target=serve_site, args=(size, theirs), daemon=True)
    site.start()
    try:
        before = time.perf_counter()
        play, meter = asyncio.run(measure(size, ours.recv(), given.seconds))
        return 0 if show(play, meter, time.perf_counter() - before) else 1
    finally:
        site.kill()
        site.join()


if __name__ == "__main__":
    sys.exit(main())
