"""The only place where the parts are put together: a newsroom for any face, and the bot on Discord."""

import asyncio
import signal
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

import structlog

from bot import __version__
from bot.archive.store import Archive
from bot.desk.bureau import Bureau
from bot.desk.overview import Desk
from bot.desk.reasons import Reasons
from bot.desk.schedules import Schedules
from bot.desk.subscriptions import Subscriptions
from bot.domain.briefing import Briefing
from bot.errors import SettingsError, UsageError
from bot.newsroom import Newsroom, OffLoop
from bot.reading.pool import ReadingPool
from bot.settings import Settings
from bot.sources.fetch import Fetcher
from bot.work.clock import Clock, SystemClock

_STOP_SIGNALS = (signal.SIGTERM, signal.SIGINT)

_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Rooms:
    """What faces are given: the newsroom that reads articles, and the bureau that keeps feeds and digests."""

    newsroom: Newsroom
    bureau: Bureau


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
        if ahead:
            await pool.start()
        newsroom = Newsroom(fetcher, archive, pool, off_loop=pool.run)
        yield Rooms(newsroom, open_bureau(archive, fetcher, SystemClock(), off_loop=pool.run))


def open_bureau(archive: Archive, fetcher: Fetcher, clock: Clock, *, off_loop: OffLoop) -> Bureau:
    """The desk's services over one archive."""
    return Bureau(
        Subscriptions(archive.feeds, archive.posts, fetcher, clock, off_loop=off_loop),
        Schedules(archive.schedules, archive.posts, _NoDigests(), clock),
        Reasons(archive.posts, archive.postings, archive.schedules),
        Desk(archive.feeds, archive.posts, archive.schedules, clock),
    )


class _NoDigests:
    """Stands where digests are composed of the archive's stories, which this version cannot do yet."""

    async def compose(self, owner: str, since: datetime, until: datetime, topic: str) -> Briefing:  # noqa: ARG002
        raise UsageError("Digests cannot be composed yet.", "Read single articles until they can.")


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
    from bot.render.cards_about import Status  # noqa: PLC0415 - the same

    started_at = datetime.now(UTC)
    async with open_rooms(settings, ahead=True) as rooms:
        newsroom = rooms.newsroom

        async def describe_status() -> Status:
            return Status(__version__, newsroom.engine, await newsroom.count_articles(), started_at)

        _log.info("starting", action="start", version=__version__, engine=newsroom.engine)
        await connect(AttacheBot(newsroom, describe_status, rooms.bureau), token)


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
