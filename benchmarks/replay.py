"""Replays a year's feed through the bot while killing it at random: every item is posted once, and edits are silent.

The 400 snapshots of one real feed (../shared/data/feeds) are served on loopback one after the other, in a virtual time
that jumps from one to the next; the linked pages contain the feed's own text. The bot runs as a separate process
(benchmarks/replay_process.py: the real archive, polling, jobs, delivery and discord.py) and posts to a Discord on
loopback that forgets nonces after five minutes. It is killed with SIGKILL at random moments, and started again at once
or after a virtual hour.

    python -m benchmarks.replay                   400 snapshots, 200 kills, some 25 minutes
    python -m benchmarks.replay --snapshots 12 --kills 4
"""

import argparse
import asyncio
import html
import random
import re
import signal
import sqlite3
import sys
import tarfile
import tempfile
import time
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from aiohttp import web

from tests.durability.conftest import Discord, end, start

SNAPSHOTS = Path(__file__).parents[2] / "shared" / "data" / "feeds" / "state-department-2021.tar.xz"
SITE = "https://www.state.gov/"
QUIET = 6.0
"""Seconds without work after which the replay is over."""
_CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"


class Newsstand:
    """Serves the current snapshot, its linked pages, and the virtual time."""

    def __init__(self, snapshots: list[tuple[datetime, bytes]]) -> None:
        self.snapshots = snapshots
        self.current = 0
        self.polled: set[int] = set()
        self.offset = 0.0
        self.port = 0
        self._pages: dict[str, str] = {}
        self._look(0)

    def now(self) -> float:
        """The virtual time, in seconds since 1970."""
        return time.time() + self.offset

    def turn(self, number: int) -> None:
        """Show the snapshot with that number."""
        self.current = number
        self._look(number)

    def _look(self, number: int) -> None:
        for item in ET.fromstring(self.snapshots[number][1]).iter("item"):  # noqa: S314 - the set is known
            link = (item.findtext("link") or "").removeprefix(SITE)
            words = item.findtext(_CONTENT) or item.findtext("description") or ""
            title = html.escape(item.findtext("title") or "")
            body = f"<article><h1>{title}</h1>{words}</article>"
            self._pages[link] = f'<html lang="en"><head><title>{title}</title></head><body>{body}</body></html>'

    def make_app(self) -> web.Application:
        """The server's application."""
        app = web.Application()
        app.router.add_get("/feed", self._feed)
        app.router.add_get("/now", self._now)
        app.router.add_get("/{page:.*}", self._page)
        return app

    async def _now(self, _: web.Request) -> web.Response:
        return web.json_response({"offset": self.offset})

    async def _feed(self, request: web.Request) -> web.Response:
        number = self.current
        self.polled.add(number)
        etag = f'"{number}"'
        if request.headers.get("If-None-Match") == etag:
            return web.Response(status=304)
        body = self.snapshots[number][1].replace(
            b"<link>" + SITE.encode(), f"<link>http://127.0.0.1:{self.port}/".encode()
        )
        return web.Response(body=body, content_type="application/rss+xml", headers={"ETag": etag})

    async def _page(self, request: web.Request) -> web.Response:
        page = self._pages.get(request.match_info["page"])
        return web.Response(status=404) if page is None else web.Response(text=page, content_type="text/html")


class BotProcess:
    """The bot's process. ``seconds`` is how long it took to start."""

    def __init__(self, folder: Path, feed: int, discord: int, channel: str) -> None:
        self._arguments = [str(folder), str(feed), str(discord), channel]
        self._process: asyncio.subprocess.Process | None = None
        self._log = folder / "bot.log"

    async def start(self) -> None:
        """Start it, and wait until it is open."""
        with self._log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                "benchmarks.replay_process",
                *self._arguments,
                stdout=asyncio.subprocess.PIPE,
                stderr=log,
            )
        assert self._process.stdout
        line = await asyncio.wait_for(self._process.stdout.readline(), 120)
        if line != b"open\n":
            raise RuntimeError(f"the bot did not open; see {self._log}")

    async def kill(self) -> None:
        """Kill it, as a power failure would."""
        assert self._process
        self._process.send_signal(signal.SIGKILL)
        await self._process.wait()


class Time:
    """The common clock of the server, the bot and Discord."""

    def __init__(self, stand: Newsstand, discord: Discord) -> None:
        self._stand = stand
        self._discord = discord

    async def jump(self, seconds: float) -> None:
        """Let time pass."""
        if seconds > 0:
            self._stand.offset += seconds
            await asyncio.to_thread(self._discord.control, "POST", "time", {"advance": seconds})

    async def reach(self, moment: datetime) -> None:
        """Advance to ``moment``, unless it is past."""
        await self.jump(moment.timestamp() - self._stand.now())


def load_snapshots(limit: int) -> list[tuple[datetime, bytes]]:
    """The first ``limit`` snapshots with the times in their names."""
    with tarfile.open(SNAPSHOTS) as archive:
        members = sorted((one for one in archive.getmembers() if one.name.endswith(".rss")), key=lambda one: one.name)
        found = []
        for member in members[:limit]:
            stamp = re.search(r"(\d{8}T\d{6})Z", member.name)
            file = archive.extractfile(member)
            assert stamp
            assert file
            found.append((datetime.strptime(stamp[1], "%Y%m%dT%H%M%S").replace(tzinfo=UTC), file.read()))
        return found


def read_identities(body: bytes) -> dict[str, tuple[str, str]]:
    """The identity of each item of a snapshot, with what an edit would change. Not the product's own parser."""
    items = ET.fromstring(body).iter("item")  # noqa: S314 - the set is known
    return {
        item.findtext("guid") or item.findtext("link") or "": (
            item.findtext("title") or "",
            " ".join((item.findtext("description") or "").split()),
        )
        for item in items
    }


async def replay(snapshots: list[tuple[datetime, bytes]], kills: int, seed: int, folder: Path) -> dict[str, Any]:
    """Run everything; return the counts."""
    chance = random.Random(seed)  # noqa: S311 - a test's dice
    fake = start("tests.durability.discord_fake", "--port", "0")
    assert fake.stdout
    discord = Discord(int(fake.stdout.readline()))
    stand = Newsstand(snapshots)
    runner = web.AppRunner(stand.make_app())
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    stand.port = runner.addresses[0][1]
    channel = discord.add_channel()
    clock = Time(stand, discord)
    offset = snapshots[0][0].timestamp() - time.time()
    stand.offset = offset
    await asyncio.to_thread(discord.control, "POST", "time", {"advance": offset})
    bot_process = BotProcess(folder, stand.port, discord.port, channel)
    began = time.monotonic()
    await bot_process.start()
    killed, killed_after_hour = 0, 0
    try:
        for number, (moment, _) in enumerate(snapshots):
            stand.turn(number)
            await clock.reach(moment)
            left = kills - killed
            due = chance.random() < left / (len(snapshots) - number)
            dying = asyncio.create_task(asyncio.sleep(chance.uniform(0, 4))) if due else None
            while number not in stand.polled or (dying and not dying.done()):
                await asyncio.sleep(0.15)
                if dying and dying.done():
                    await bot_process.kill()
                    killed += 1
                    dying = None
                    if chance.random() < 0.5:
                        killed_after_hour += 1
                        await clock.jump(3700)
                    await bot_process.start()
                if number not in stand.polled:
                    await clock.jump(300)
            if sys.stdout.isatty() or number % 20 == 0:
                print(
                    f"  snapshot {number + 1} of {len(snapshots)}, {killed} kills, {time.monotonic() - began:.0f} s",
                    flush=True,
                )
        await _quiet(folder, clock)
        await bot_process.kill()
    finally:
        state = discord.state()
        end(fake)
        await runner.cleanup()
    return {
        **_count(snapshots, state["messages"][channel], folder),
        "kills": killed,
        "of them an hour long": killed_after_hour,
        "seconds": round(time.monotonic() - began),
    }


async def _quiet(folder: Path, clock: Time) -> None:
    """Let time pass until there is no work left."""
    calm = 0.0
    while calm < QUIET:
        await asyncio.sleep(1)
        with sqlite3.connect(folder / "attache.sqlite3") as database:
            (waiting,) = database.execute("SELECT count(*) FROM fates WHERE fate IN ('waiting', 'sending')").fetchone()
            (unsent,) = database.execute("SELECT count(*) FROM posts WHERE state IN ('waiting', 'sending')").fetchone()
        calm = 0.0 if waiting or unsent else calm + 1
        if waiting or unsent:
            await clock.jump(60)


def _count(snapshots: list[tuple[datetime, bytes]], messages: list[dict[str, Any]], folder: Path) -> dict[str, Any]:
    """The results, by the snapshots, by Discord and by the archive, compared with each other."""
    seen: dict[str, tuple[str, str]] = {}
    edits = 0
    for _, body in snapshots:
        for identity, words in read_identities(body).items():
            edits += identity in seen and seen[identity] != words
            seen[identity] = words
    first = set(read_identities(snapshots[0][1]))
    with sqlite3.connect(folder / "attache.sqlite3") as database:
        fates = database.execute(
            "SELECT i.guid, i.link, f.fate, f.post FROM items i JOIN fates f ON f.item_id = i.id"
        ).fetchall()
    marks = Counter(mark for message in messages for mark in set(re.findall(r"b:why:([0-9a-f]{20})", str(message))))
    decided = Counter(fate for _, _, fate, _ in fates)
    posted = {guid for guid, _, fate, _ in fates if fate == "posted"}
    keys = [post for _, _, fate, post in fates if fate == "posted"]
    undecided = [guid for guid, _, fate, _ in fates if fate not in {"posted", "old", "duplicate"}]
    missing = (set(seen) - first) - {guid for guid, *_ in fates}
    return {
        "snapshots": len(snapshots),
        "items in them": len(seen),
        "items of the first, never posted": len(first),
        "edits in the feed": edits,
        "fates": dict(decided),
        "messages": len(messages),
        "messages without a post of ours": sum(marks.values()) - sum(marks[key] for key in keys),
        "posted twice": [key for key, count in marks.items() if count > 1],
        "posts not in the channel": [key for key in keys if not marks[key]],
        "one post for two items": len(keys) - len(set(keys)),
        "posted though old": sorted(posted & first),
        "never seen": sorted(missing),
        "undecided": undecided,
        "messages edited": sum(1 for message in messages if message.get("edited_timestamp")),
    }


def decide_passed(counts: dict[str, Any]) -> bool:
    """Whether every item was posted once or left out for a reason, and none twice."""
    wrong = ("messages without a post of ours", "posted twice", "posts not in the channel", "posted though old")
    return not any(counts[name] for name in (*wrong, "never seen", "undecided", "messages edited"))


def main() -> int:
    """Replay, print the counts, and exit with 1 if an item was lost or posted twice."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--snapshots", type=int, default=400)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=2021)
    parser.add_argument("--keep", type=Path, help="folder for the archive and the log, to look at afterwards")
    options = parser.parse_args()
    if not SNAPSHOTS.is_file():
        print("left out: the folder ../shared with the measuring material is not here")
        return 0
    snapshots = load_snapshots(options.snapshots)
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        counts = asyncio.run(replay(snapshots, options.kills, options.seed, folder))
    for name, value in counts.items():
        print(f"{name:34} {value}")
    passed = decide_passed(counts)
    print("every item once" if passed else "FAILED")
    return 0 if passed else 1


if __name__ == "__main__":
    sys.exit(main())
