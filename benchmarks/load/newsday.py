"""A small day of news: the program's processes, the feeds and Discord, until everything due is posted."""

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from benchmarks.discord_loopback import Form, Loopback
from benchmarks.load.following import Account, Following, find_article
from benchmarks.load.measured import Used
from benchmarks.load.postgres import Server
from benchmarks.load.press import FeedSites
from benchmarks.load.program import Program, Running
from benchmarks.load.progress import Progress, Watch
from benchmarks.load.share import open_share

STALLED: Final = 240.0
"""Seconds without progress after which a run is aborted, listing what is missing."""
DELAY: Final = 0.05
"""Seconds that the loopback Discord takes to answer."""
SENDING: Final = "gateway,send"

_LOOK = 1.0  # seconds
_PATIENCE = 10.0  # seconds without progress after which feeds are polled again


@dataclass(frozen=True, slots=True)
class Plan:
    """The size of a run. ``workers`` are pinned to one core each, in turn, if ``pinned``.

    Or each is limited to a ``share`` of a core.
    """

    articles: int
    feeds: int = 500
    guilds: int = 200
    followers: int = 2
    words: int = 350
    workers: int = 2
    pinned: bool = False
    share: float | None = None

    @property
    def following(self) -> Following:
        """Who follows what."""
        return Following(self.feeds, self.guilds, self.followers)


@dataclass(slots=True)
class Newsday:
    """The running parts, within :func:`open_newsday`."""

    plan: Plan
    database: Server
    discord: Loopback
    press: FeedSites
    program: Program
    watch: Watch
    sender: Running
    workers: list[Running]
    events: list[tuple[float, str]] = field(default_factory=list)
    """Events of the run: seconds since ``began_at``, and a description."""
    began_at: float = field(default_factory=time.monotonic)

    @property
    def settled(self) -> int:
        """The number of settled items once everything published is processed."""
        return self.press.published

    @property
    def due(self) -> int:
        """The number of messages due for what is published."""
        return (self.press.published - self.plan.feeds) * self.plan.followers

    def note(self, words: str) -> None:
        """Record an event."""
        self.events.append((time.monotonic() - self.began_at, words))

    async def publish(self, count: int) -> None:
        """Publish ``count`` more articles, and make their feeds due."""
        first = self.press.published
        self.press.publish(count)
        brought = {self.press.feed_url(number % self.plan.feeds) for number in range(first, self.press.published)}
        await self.watch.make_due(sorted(brought))

    async def wait_until(self, *, settled: int, sent: int = 0) -> Progress:
        """Wait until this many items are settled and posts are sent. Raises ``TimeoutError`` without progress."""
        last, moved_at = await self.watch.look(), time.monotonic()
        while last.settled < settled or last.sent + last.dropped < sent:
            await asyncio.sleep(_LOOK)
            self.program.check()
            now = await self.watch.look()
            if now != last:
                last, moved_at = now, time.monotonic()
            elif time.monotonic() - moved_at > STALLED:
                raise TimeoutError(f"nothing goes on: {last}")
            elif now.items < self.press.published and time.monotonic() - moved_at > _PATIENCE:
                await self.watch.make_due()  # a poll was lost with its process, and its feed would be due in hours
        return last

    def account(self) -> Account:
        """What is due by now and what was posted."""
        return Account.draw(
            self.plan.following.due(range(self.plan.feeds, self.press.published)), self.discord.messages.everywhere()
        )

    def latencies(self, *, since: int = 0) -> list[float]:
        """Seconds from each article's publication to each of its messages, from a number on."""
        out = {number: at for number, at in self.press.published_at.items() if number >= since}
        told = ((find_article(message), message.at) for message in self.discord.messages.everywhere())
        return [at - out[number] for number, at in told if number in out]

    def used(self) -> dict[str, Used]:
        """What each part of the program has used: the workers together, the sender, the database."""
        return {
            "workers": add_up(one.used() for one in self.workers),
            "gateway, sender": self.sender.used(),
            "PostgreSQL": Used.by(self.database.process),
        }


@asynccontextmanager
async def open_newsday(
    folder: Path, plan: Plan, *, cores: Sequence[int], roles: str = "work"
) -> AsyncIterator[Newsday]:
    """Start all parts, follow the feeds and poll them once; nothing new is published yet.

    Pinned workers get one of ``cores`` each, from the first on; everything else gets the last.
    """
    with contextlib.ExitStack() as server:
        database = server.enter_context(Server.start(folder / "postgresql"))
        async with contextlib.AsyncExitStack() as parts:
            discord = await parts.enter_async_context(Loopback(Form(plan.guilds, delay=DELAY)))
            press = await parts.enter_async_context(FeedSites(plan.feeds, words=plan.words).open())
            program = Program(folder / "program", discord, database.url, press.allowed)
            await parts.enter_async_context(program)
            await plan.following.arrange(database.url, press)
            rest = cores[-1:] if plan.pinned else ()
            sender = await program.start(SENDING, cores=rest)
            workers = [
                await program.start(
                    roles,
                    cores=(cores[one % len(cores)],) if plan.pinned else (),
                    share=server.enter_context(open_share(f"attache-{one}", plan.share)) if plan.share else None,
                )
                for one in range(plan.workers)
            ]
            day = Newsday(plan, database, discord, press, program, Watch(database.url), sender, workers)
            await discord.gateway.wait_for(1)
            await _wait_until_polled(day)
            await day.wait_until(settled=plan.feeds)
            day.began_at = time.monotonic()
            yield day


async def _wait_until_polled(day: Newsday) -> None:
    async with asyncio.timeout(STALLED):
        while (await day.watch.look()).polled < day.plan.feeds:
            day.program.check()
            await asyncio.sleep(_LOOK)


def add_up(used: Iterable[Used]) -> Used:
    """The sum of all parts."""
    each = list(used)
    return Used(
        sum(one.seconds for one in each),
        sum(one.pss for one in each),
        sum(one.rss for one in each),
        sum(one.processes for one in each),
    )
