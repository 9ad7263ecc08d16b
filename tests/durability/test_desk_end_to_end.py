"""A day of the whole desk, killed again and again: feeds, posts, copies, edits, a lost permission, a digest.

The sites and Discord are invented and on loopback; the archive, polling, stories, jobs, delivery and discord.py are the
real ones, in a program of their own. Time is virtual, and jumps.
"""

import asyncio
import json
import os
import re
import signal
import sqlite3
import sys
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import closing, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web

from tests.durability.conftest import ROOT, Discord
from tests.unit.jobs.worker_setup import BORDER, GRAIN, HARBOUR, page

MIDNIGHT = datetime(2026, 3, 2, tzinfo=UTC)
EVENING = datetime(2026, 3, 2, 20, 0, tzinfo=UTC)
PATIENCE = 60.0
"""Seconds of real time in which anything that is to happen does."""

HOSTS = {"quill": "127.0.0.1", "herald": "127.0.0.2", "ticker": "127.0.0.3", "fleeting": "127.0.0.4"}
"""By feed, the host of its site: outlets of their own, as only another outlet's article with more in it is a copy."""

MUSEUM = """The city museum of Orland showed its drowned bell for the first time since divers raised it.

Curator Wen Abara told visitors that rust had spared the maker's name. “It rang at four weddings and one war,” she \
said beside the crane.

School classes queued along the canal until lamps were lit, and the bakery opposite sold out twice."""
SPORT = """Rowers from the naval academy won the sport festival's long race by a boat's length on Saturday.

Coach Ivo Lann praised a crew “that rows as if the river owed it money”. Two oars broke at the second bridge.

The festival ends with a regatta for children, for which four hundred paper boats have been folded."""


@dataclass
class Site:
    """Feeds and pages, and the time, served to the desk. ``gone`` are feeds that answer 410."""

    port: int = 0
    offset: float = field(default_factory=lambda: MIDNIGHT.timestamp() - time.time())
    feeds: dict[str, dict[str, str]] = field(default_factory=dict)
    pages: dict[str, str] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)
    polls: Counter[str] = field(default_factory=Counter)

    def publish(self, feed: str, name: str, text: str, title: str | None = None) -> None:
        """Show an item, or edit it."""
        title = title or name.title()
        self.pages[f"{feed}/{name}"] = page(title, text)
        self.feeds.setdefault(feed, {})[name] = title

    def address(self, feed: str) -> str:
        return f"http://{HOSTS[feed]}:{self.port}/feed/{feed}"

    async def feed(self, request: web.Request) -> web.Response:
        feed = request.match_info["feed"]
        self.polls[feed] += 1
        if feed in self.gone:
            return web.Response(status=410)
        items = "".join(
            f"<item><guid>{feed}-{name}</guid><title>{title}</title>"
            f"<link>http://{request.host}/page/{feed}/{name}</link></item>"
            for name, title in reversed(self.feeds.get(feed, {}).items())
        )
        rss = f'<rss version="2.0"><channel><title>The {feed}</title><link>http://a.example/</link>{items}</channel></rss>'
        return web.Response(text=rss, content_type="application/rss+xml")

    async def page(self, request: web.Request) -> web.Response:
        found = self.pages.get(request.match_info["page"])
        return web.Response(text=found, content_type="text/html") if found else web.Response(status=404)

    async def now(self, _: web.Request) -> web.Response:
        return web.json_response({"offset": self.offset})

    def make_app(self) -> web.Application:
        app = web.Application()
        app.router.add_get("/now", self.now)
        app.router.add_get("/feed/{feed}", self.feed)
        app.router.add_get("/page/{page:.*}", self.page)
        return app


class Machine:
    """The machine that the desk runs on, and what can be seen from outside of it.

    ``here`` is the channel of its feeds, ``elsewhere`` that of its digest.
    """

    def __init__(self, site: Site, discord: Discord, folder: Path) -> None:
        self.site = site
        self.discord = discord
        self.folder = folder
        self.here = discord.add_channel()
        self.elsewhere = discord.add_channel()
        self._process: asyncio.subprocess.Process | None = None
        self._desk = 0

    async def boot(self) -> None:
        """Load the program, which then waits to be started."""
        arguments = [str(self.folder), str(self.site.port), str(self.discord.port)]
        with (self.folder / "desk.log").open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                "tests.durability.worker",
                *arguments,
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=log,
                cwd=ROOT,
            )

    async def start(self) -> None:
        await self._say("start")
        self._desk = int(await self._hear("open"))

    async def order(self, *words: Any) -> None:
        await self._say(json.dumps(words))
        await self._hear("done")

    async def _say(self, line: str) -> None:
        assert self._process
        assert self._process.stdin
        self._process.stdin.write(line.encode() + b"\n")
        await self._process.stdin.drain()

    async def _hear(self, word: str) -> str:
        """What the program says after ``word``."""
        assert self._process
        assert self._process.stdout
        translate_stored = (await asyncio.wait_for(self._process.stdout.readline(), PATIENCE)).decode()
        assert translate_stored.startswith(word), translate_stored + self.log()
        return translate_stored.removeprefix(word).strip()

    def log(self) -> str:
        return (self.folder / "desk.log").read_text()[-4000:]

    async def restart(self) -> None:
        """Kill it, and start it again."""
        os.kill(self._desk, signal.SIGKILL)
        await self._hear("ended")
        await self.start()

    async def shut_down(self) -> None:
        if self._desk:
            with suppress(ProcessLookupError):
                os.kill(self._desk, signal.SIGKILL)
        if self._process:
            self._process.kill()
            await self._process.wait()

    async def dies_at(self, method: str, path: str) -> None:
        """Let it die when Discord has done what it asks next, and before the answer."""
        await self.control("POST", "faults", {"method": method, "path": path, "kill": self._desk, "when": "stored"})

    async def start_again(self) -> None:
        """Wait for its death while time passes, and start it again."""
        dying = asyncio.create_task(self._hear("ended"))
        await self.until(dying.done)
        await dying
        await self.start()

    async def control(self, method: str, path: str, body: dict[str, Any]) -> Any:
        return await asyncio.to_thread(self.discord.control, method, path, body)

    async def jump(self, seconds: float) -> None:
        self.site.offset += seconds
        await self.control("POST", "time", {"advance": seconds})

    async def reach(self, moment: datetime) -> None:
        await self.jump(moment.timestamp() - time.time() - self.site.offset)

    async def until(self, reached: Callable[[], Any], *, minutes: float = 16) -> None:
        """Let time pass, some minutes in a second, until it is so; ``minutes`` at first."""
        await self.jump(minutes * 60)
        end = time.monotonic() + PATIENCE
        for step in range(1000):
            if await asyncio.to_thread(reached):
                return
            assert time.monotonic() < end, self.log()
            await asyncio.sleep(0.1)
            await self.jump(60 if step % 20 else 600)

    def messages(self, channel: str) -> list[str]:
        return [json.dumps(one["components"]) for one in self.discord.state()["messages"][channel]]

    def told(self) -> list[str]:
        """The names of the items in the channel of feeds, in order."""
        names = ("Harbour", "Border", "Grain", "Museum", "Sport")
        return [next((name for name in names if name in words), words) for words in self.messages(self.here)]

    def direct(self) -> list[str]:
        """What was said of the channel of feeds in direct messages; other tests talk to the same Discord."""
        state = self.discord.state()
        conversations = [ident for ident, channel in state["channels"].items() if channel["type"] == 1]
        said = [json.dumps(one["components"]) for ident in conversations for one in state["messages"][ident]]
        return [words for words in said if self.here in words]

    def digests(self) -> list[str]:
        """How the posts of digests are."""
        with closing(sqlite3.connect(self.folder / "archive.sqlite3")) as database:
            return [state for (state,) in database.execute("SELECT state FROM posts WHERE kind = 'digest'")]

    def fates(self) -> dict[tuple[str, int], str]:
        """What became of each item for each subscription."""
        with closing(sqlite3.connect(self.folder / "archive.sqlite3")) as database:
            rows = database.execute(
                "SELECT i.title, s.number, f.fate FROM fates f JOIN items i ON i.id = f.item_id"
                " JOIN subscriptions s ON s.id = f.subscription_id"
            ).fetchall()
        return {(title, number): fate for title, number, fate in rows}


@pytest.fixture
async def machine(discord_process: Discord, tmp_path: Path) -> AsyncIterator[Machine]:
    site = Site()
    runner = web.AppRunner(site.make_app())
    await runner.setup()
    await web.TCPSite(runner, "0.0.0.0", 0).start()  # noqa: S104 - all addresses of loopback, for as long as the test
    site.port = runner.addresses[0][1]
    offset = discord_process.control("POST", "time", {"advance": 0})["offset"]
    discord_process.control("POST", "time", {"advance": site.offset - offset})
    machine = Machine(site, discord_process, tmp_path)
    await machine.boot()
    yield machine
    await machine.shut_down()
    await runner.cleanup()
    discord_process.control("POST", "time", {"advance": -site.offset})


async def test_a_day_of_the_desk(machine: Machine) -> None:
    await begin(machine)
    await post_news(machine)
    await edit_what_was_posted(machine)
    await lose_and_find_the_permission(machine)
    await lose_a_feed(machine)
    await tell_the_day(machine)
    assert len(machine.messages(machine.here)) == 5
    assert len(machine.direct()) == 1
    channels = (machine.here, machine.elsewhere)
    said = [words for channel in channels for words in machine.messages(channel)]
    marks = Counter(mark for words in said for mark in set(re.findall(r"b:why:([0-9a-f]{20})", words)))
    assert len(marks) == len(said)
    assert set(marks.values()) == {1}


async def begin(machine: Machine) -> None:
    site, here = machine.site, machine.here
    site.publish("quill", "yesterday", "What was shown before is not news. " * 9)
    await machine.start()
    await machine.order("add", site.address("quill"), here, {"edits": True})
    await machine.order("add", site.address("herald"), here, {"filter": "not:sport"})
    await machine.order("add", site.address("ticker"), here, {"delivery": "digest"})
    await machine.order("add", site.address("fleeting"), here, {})
    await machine.order("schedule", "20:00", machine.elsewhere)


async def post_news(machine: Machine) -> None:
    """A post, though the machine dies before it hears that it stands; a copy by wire; a filter; what a digest keeps."""
    site = machine.site
    await machine.dies_at("POST", rf"/channels/{machine.here}/messages")
    site.publish("quill", "harbour", HARBOUR)
    await machine.start_again()
    await machine.until(lambda: machine.fates().get(("Harbour", 1)) == "posted", minutes=1)
    site.publish("herald", "copied", f"{HARBOUR}\n\nReporting by our own man.")
    site.publish("herald", "sport", SPORT)
    site.publish("herald", "border", BORDER)
    site.publish("ticker", "grain", GRAIN)
    expected = {
        ("Yesterday", 1): "old",
        ("Harbour", 1): "posted",
        ("Copied", 2): "duplicate",
        ("Sport", 2): "filtered",
        ("Border", 2): "posted",
        ("Grain", 3): "digest",
    }
    await machine.until(lambda: machine.fates() == expected)
    assert machine.told() == ["Harbour", "Border"]


async def edit_what_was_posted(machine: Machine) -> None:
    await machine.dies_at("PATCH", rf"/channels/{machine.here}/messages/\d+")
    machine.site.publish("quill", "harbour", HARBOUR.replace("eleven days", "twelve days"), "Harbour, corrected")
    await machine.start_again()
    await machine.until(lambda: "twelve days" in machine.messages(machine.here)[0], minutes=1)
    assert machine.told() == ["Harbour", "Border"]


async def lose_and_find_the_permission(machine: Machine) -> None:
    """What cannot be posted is held, and one person told; after a repair it goes on, in order."""
    site, here = machine.site, machine.here
    await machine.control("PATCH", f"channels/{here}", {"may_send": False})
    site.publish("quill", "museum", MUSEUM)
    await machine.until(machine.direct)
    await machine.restart()
    site.publish("herald", "grain", GRAIN, "Grain again")
    await machine.until(lambda: machine.fates().get(("Grain again", 2)) == "held")
    assert machine.fates()["Museum", 1] == "held"
    await machine.control("PATCH", f"channels/{here}", {"may_send": True})
    await machine.order("resume", 1)
    await machine.until(lambda: len(machine.messages(here)) == 4, minutes=1)
    assert machine.told() == ["Harbour", "Border", "Museum", "Grain"]
    assert len(machine.direct()) == 1


async def lose_a_feed(machine: Machine) -> None:
    machine.site.gone.add("fleeting")
    await machine.until(lambda: len(machine.messages(machine.here)) == 5)
    assert "The fleeting" in machine.messages(machine.here)[4]


async def tell_the_day(machine: Machine) -> None:
    """The digest comes once, though the machine dies as it is sent, and again an hour later."""
    await machine.dies_at("POST", rf"/channels/{machine.elsewhere}/messages")
    await machine.reach(EVENING)
    await machine.start_again()
    await machine.until(lambda: machine.digests() == ["sent"], minutes=60)
    await machine.restart()
    machine.site.polls.clear()
    await machine.until(lambda: machine.site.polls["herald"] > 1, minutes=60)
    assert machine.digests() == ["sent"]
    (digest,) = machine.messages(machine.elsewhere)
    for words in ("Harbour", "Border", "Grain", "Museum"):
        assert words in digest
    assert "Sport" not in digest
