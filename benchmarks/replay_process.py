"""The bot's process in benchmarks/replay.py: everything is real except the analysis, the time and the sites.

``python -m benchmarks.replay_process FOLDER FEED_PORT DISCORD_PORT CHANNEL`` prints "open" when it works.
"""

import asyncio
import contextlib
import logging
import sys
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import aiohttp
import discord
import discord.http
import structlog

from bot.archive.store import Archive
from bot.domain.analysis import Analysis
from bot.domain.article import Article
from bot.domain.feed import SubscriptionOptions
from bot.gateway.message_sender import DiscordMessageSender
from bot.jobs.dependencies import WorkerDependencies
from bot.jobs.worker import run_worker
from bot.nlp.sentences import find_sentences
from bot.services.articles import ArticleService
from bot.services.digest_composer import ArchiveDigestComposer
from bot.services.subscriptions import SubscriptionService
from bot.web.fetch import Fetcher

OWNER = "discord:guild:10"
_TICK = 0.03


class VirtualClock:
    """The machine's clock, shifted as the feed server says."""

    def __init__(self, port: int) -> None:
        self._address = f"http://127.0.0.1:{port}/now"
        self._offset = timedelta()

    def now(self) -> datetime:
        """The virtual time."""
        return datetime.now(UTC) + self._offset

    async def sleep(self, seconds: float) -> None:
        """Wait until the virtual time has advanced by ``seconds``."""
        until = self.now() + timedelta(seconds=seconds)
        await asyncio.sleep(0)
        while self.now() < until:  # noqa: ASYNC110 - time jumps, without a signal
            await asyncio.sleep(_TICK)

    async def look(self, session: aiohttp.ClientSession) -> None:
        """Ask for the time."""
        async with session.get(self._address) as answer:
            self._offset = timedelta(seconds=(await answer.json())["offset"])

    async def follow(self, session: aiohttp.ClientSession) -> None:
        """Ask for the time repeatedly."""
        while True:
            await self.look(session)
            await asyncio.sleep(_TICK)


class QuickAnalyst:
    """Reads no statements, because the analysis is not tested here."""

    engine = "replay"

    async def analyse(self, article: Article) -> Analysis:
        """Three sentences."""
        return Analysis(article.text_sha256, self.engine, tuple(find_sentences(article.text)[:3]), (), "en")


@contextlib.asynccontextmanager
async def open_dependencies(archive_url: str, site: int, allow: frozenset[str]) -> AsyncIterator[WorkerDependencies]:
    """What background work needs: all of it real but the analysis, and the time, which the site on that port tells."""
    clock = VirtualClock(site)
    async with contextlib.AsyncExitStack() as parts:
        session = await parts.enter_async_context(aiohttp.ClientSession())
        await clock.look(session)
        following = asyncio.create_task(clock.follow(session))
        parts.callback(following.cancel)
        archive = await Archive.open(archive_url)
        parts.push_async_callback(archive.close)
        fetcher = await parts.enter_async_context(Fetcher("http://replay.invalid", allow))
        article_service, composer = (
            ArticleService(fetcher, archive, QuickAnalyst()),
            ArchiveDigestComposer(archive, clock),
        )
        yield WorkerDependencies(archive, fetcher, article_service, composer, clock, asyncio.to_thread)


@contextlib.asynccontextmanager
async def working(dependencies: WorkerDependencies, fake: int) -> AsyncIterator[None]:
    """Work with ``dependencies``, and post to the simulated Discord on the port ``fake``."""
    discord.http.Route.BASE = f"http://127.0.0.1:{fake}/api/v10"
    async with discord.Client(intents=discord.Intents.none(), max_ratelimit_timeout=30) as client:
        await client.login("invented.token")
        async with run_worker(dependencies, DiscordMessageSender(client)):
            yield


def log_to_standard_error() -> None:
    """Leave standard output to the answers."""
    structlog.configure(
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
    )


async def run(folder: Path, feed: int, fake: int, channel: str) -> None:
    """Follow the feed from the first start on, and work until killed."""
    archive_url = f"sqlite+aiosqlite:///{folder / 'attache.sqlite3'}"
    async with open_dependencies(archive_url, feed, frozenset({f"127.0.0.1:{feed}"})) as parts:
        archive = parts.archive
        if not await archive.feeds.followed(OWNER):
            subscriptions = SubscriptionService(archive.feeds, archive.posts, parts.fetcher, parts.clock)
            await subscriptions.add(OWNER, f"http://127.0.0.1:{feed}/feed", SubscriptionOptions(channel, "discord:20"))
        async with working(parts, fake):
            print("open", flush=True)
            await asyncio.Event().wait()


def main() -> None:
    """Run in FOLDER."""
    log_to_standard_error()
    folder, feed, fake, channel = sys.argv[1:]
    asyncio.run(run(Path(folder), int(feed), int(fake), channel))


if __name__ == "__main__":
    main()
