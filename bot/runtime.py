"""The only place where the parts are put together: a newsroom for any face, and the bot on Discord."""

import asyncio
import signal
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import structlog

from bot import __version__
from bot.archive.store import Archive
from bot.desk.bureau import Bureau
from bot.desk.chronicle import Chronicle
from bot.desk.composing import Composer
from bot.desk.overview import Desk
from bot.desk.preferences import PreferenceDesk
from bot.desk.questions import Questions
from bot.desk.reasons import Reasons
from bot.desk.said import Saying
from bot.desk.schedules import Schedules
from bot.desk.sides import Sides
from bot.desk.sources import Sources
from bot.desk.subscriptions import Subscriptions
from bot.desk.watches import Watches
from bot.errors import SettingsError
from bot.newsroom import Newsroom
from bot.pictures.studio import Studio
from bot.reading.pool import ReadingPool
from bot.settings import Settings
from bot.sources.fetch import Fetcher
from bot.sources.snapshot import load_parsers
from bot.work.clock import SystemClock
from bot.work.parts import DeskParts

if TYPE_CHECKING:
    from bot.work.jobs import Jobs

_PARSING_SECONDS = 15.0
_PARSING_WAITING = 256
_STOP_SIGNALS = (signal.SIGTERM, signal.SIGINT)

_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Rooms:
    """What faces are given: the newsroom that reads articles, and the bureau that keeps feeds and digests.

    ``desk`` is what the desk works with, for the one process that polls, reads and posts.
    """

    newsroom: Newsroom
    bureau: Bureau
    desk: DeskParts


@asynccontextmanager
async def open_newsroom(settings: Settings, *, ahead: bool = False) -> AsyncIterator[Newsroom]:
    """The newsroom alone, for those that only read articles. Raises ``ArchiveError``."""
    async with open_rooms(settings, ahead=ahead) as rooms:
        yield rooms.newsroom


@asynccontextmanager
async def open_rooms(settings: Settings, *, ahead: bool = False) -> AsyncIterator[Rooms]:
    """The rooms over the archive, the web and the reading processes that ``settings`` name; closed with the context.

    The reading processes start with the first text, or ``ahead`` of it. Raises ``ArchiveError``.
    """
    async with AsyncExitStack() as parts:
        archive = await Archive.open(settings.archive_url)
        parts.push_async_callback(archive.close)
        fetcher = await parts.enter_async_context(Fetcher(settings.attache_contact, settings.allow_private_hosts))
        pool = ReadingPool(
            processes=settings.reading_processes,
            seconds=settings.reading_seconds,
            memory_mb=settings.reading_memory_mb,
            waiting=settings.reading_waiting,
        )
        parts.push_async_callback(pool.close)
        # pages and feeds have a process of their own: they wait for no long text, and the reader's holds no parsers
        parser = ReadingPool(processes=1, seconds=_PARSING_SECONDS, waiting=_PARSING_WAITING, load=load_parsers)
        parts.push_async_callback(parser.close)
        if ahead:
            await pool.start()
        clock = SystemClock()
        newsroom = Newsroom(fetcher, archive, pool, off_loop=parser.run)
        kept = timedelta(days=settings.archive_days) if settings.archive_days else None
        composer = Composer(archive, clock)
        desk = DeskParts(archive, fetcher, newsroom, composer, clock, parser.run, settings.work_url, kept)
        yield Rooms(newsroom, open_bureau(desk, settings.articles_url), desk)


def open_bureau(desk: DeskParts, articles_url: str | None) -> Bureau:
    """The desk's services, as faces call them; ``articles_url`` is where newsrooms send to, None for nowhere."""
    archive, clock = desk.archive, desk.clock
    sources = Sources(archive, clock, articles_url) if articles_url else None
    sides = Sides(desk.newsroom, archive.stories, archive.search)
    saying = Saying(archive.search, archive.preferences, clock)
    return Bureau(
        Subscriptions(archive.feeds, archive.posts, desk.fetcher, clock, off_loop=desk.off_loop, sources=sources),
        Schedules(archive.schedules, archive.posts, desk.digests, clock, archive.preferences),
        Reasons(archive.posts, archive.postings, archive.schedules),
        Desk(archive.feeds, archive.posts, archive.schedules, clock),
        Watches(archive.watches, clock),
        PreferenceDesk(archive.preferences),
        archive.forgetting,
        sides,
        Chronicle(archive.search, archive.preferences, clock),
        saying,
        Studio(desk.off_loop),
        Questions(archive.search, saying, sides, archive.preferences, clock),
    )


async def run_bot(settings: Settings) -> None:
    """Run the bot on Discord until SIGTERM or SIGINT. Logs must have been started.

    Raises ``SettingsError`` for a missing or refused token, ``ArchiveError`` when the archive cannot be opened,
    ``FetchError`` when Discord cannot be reached.
    """
    if settings.discord_token is None:
        raise SettingsError(
            "DISCORD_TOKEN is not set, so there is no bot to run.",
            "Put the token into .env (README, “Invite the bot”), or use `python -m bot console`, which needs none.",
            resource="DISCORD_TOKEN",
        )
    try:
        async with asyncio.TaskGroup() as tasks:
            serving = tasks.create_task(_serve(settings, settings.discord_token.get_secret_value()))
            with _stopped_by_signals(serving.cancel):
                await asyncio.wait([serving])
    except BaseExceptionGroup as group:
        raise group.exceptions[0] from None  # there is one task, so one error
    _log.info("stopped", action="stop")


async def _serve(settings: Settings, token: str) -> None:
    from bot.gateway.client import AttacheBot, connect  # noqa: PLC0415 - only the bot needs discord.py
    from bot.gateway.posting import DiscordPostbox  # noqa: PLC0415 - the same
    from bot.render.cards_about import Status  # noqa: PLC0415 - the same
    from bot.work.running import working_desk  # noqa: PLC0415 - only the desk needs what it works with

    started_at = datetime.now(UTC)
    async with open_rooms(settings, ahead=True) as rooms:
        newsroom = rooms.newsroom

        async def describe_status() -> Status:
            return Status(__version__, newsroom.engine, await newsroom.count_articles(), started_at)

        bot = AttacheBot(newsroom, describe_status, rooms.bureau)

        @asynccontextmanager
        async def working() -> AsyncIterator[None]:
            async with AsyncExitStack() as work:
                jobs = await work.enter_async_context(working_desk(rooms.desk, DiscordPostbox(bot)))
                if settings.receive_at is not None:
                    await work.enter_async_context(_receiving(*settings.receive_at, settings, rooms.desk, jobs))
                yield

        _log.info("starting", action="start", version=__version__, engine=newsroom.engine)
        await connect(bot, token, working)


@asynccontextmanager
async def _receiving(host: str, port: int, settings: Settings, desk: DeskParts, jobs: "Jobs") -> AsyncIterator[None]:
    from bot.received.endpoint import Endpoint  # noqa: PLC0415 - off by default
    from bot.received.server import serve  # noqa: PLC0415 - the same
    from bot.work.jobs import JobKind  # noqa: PLC0415 - the same

    async def order(item: int) -> None:
        await jobs.order(JobKind.ITEM, str(item))

    endpoint = Endpoint(desk.archive.received, desk.clock, order, allow=settings.allow_private_hosts)
    async with serve(endpoint.make_app(), host, port):
        yield


@contextmanager
def _stopped_by_signals(stop: Callable[[], object]) -> Iterator[None]:
    """Call ``stop`` at the first signal to stop; a second one ends the program at once, as it would without this."""
    loop = asyncio.get_running_loop()

    def release() -> None:
        for number in _STOP_SIGNALS:
            loop.remove_signal_handler(number)

    def stop_once(number: signal.Signals) -> None:
        _log.info("stopping", action="stop", signal=number.name)
        release()
        stop()

    for number in _STOP_SIGNALS:
        loop.add_signal_handler(number, stop_once, number)
    try:
        yield
    finally:
        release()
