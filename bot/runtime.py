"""The only place where the parts are put together: a newsroom and a desk for any face; :mod:`bot.serving` runs them."""

from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta

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
from bot.newsroom import Analyst, Newsroom, OffLoop
from bot.pictures.studio import Studio
from bot.reading.pool import Quick, ReadingPool
from bot.settings import Settings
from bot.sources.fetch import Fetcher
from bot.work.clock import SystemClock
from bot.work.parts import DeskParts
from bot.workers import load_local, load_parsers

_PARSING_SECONDS = 15.0
_PARSING_CPU_SECONDS = 4.0  # what no page of a news site takes (181 of them: 26 ms on average, 0.4 s at most)
_PARSING_WAITING = 256
_QUICK_PARSING = Quick(0.5, 1_000_000, 2.0)
_QUICK_READING = Quick(4.0, 20_000, 8.0)  # an article of 3,000 words takes 1.2 s


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
async def open_rooms(settings: Settings, *, ahead: bool = False, reading: bool = True) -> AsyncIterator[Rooms]:
    """The rooms over the archive, the web and the reading processes that ``settings`` name; closed with the context.

    The reading processes start with the first text, or ``ahead`` of it. Without ``reading`` there are none, and other
    processes of the same archive are asked to read. Raises ``ArchiveError``.
    """
    async with AsyncExitStack() as parts:
        archive = await Archive.open(settings.archive_url)
        parts.push_async_callback(archive.close)
        fetcher = await parts.enter_async_context(Fetcher(settings.attache_contact, settings.allow_private_hosts))
        readers = await parts.enter_async_context(_here(settings, ahead) if reading else _elsewhere(settings))
        clock = SystemClock()
        newsroom = Newsroom(fetcher, archive, readers.analyst, off_loop=readers.parse, local=readers.local)
        kept = timedelta(days=settings.archive_days) if settings.archive_days else None
        composer = Composer(archive, clock)
        desk = DeskParts(
            archive,
            fetcher,
            newsroom,
            composer,
            clock,
            readers.parse,
            settings.work_url,
            kept,
            readers.read,
            readers.local,
        )
        yield Rooms(newsroom, open_bureau(desk, settings.articles_url), desk)


@dataclass(frozen=True, slots=True)
class _Readers:
    """Where texts are analysed, where anything with the model is run, and where pages and feeds are parsed.

    ``local`` is where what every process works out beside its event loop is done, in this machine.
    """

    analyst: Analyst
    read: OffLoop
    parse: OffLoop
    local: OffLoop


@asynccontextmanager
async def _here(settings: Settings, ahead: bool) -> AsyncIterator[_Readers]:
    async with AsyncExitStack() as parts:
        pool = ReadingPool(
            processes=settings.reading_processes,
            seconds=settings.reading_seconds,
            memory_mb=settings.reading_memory_mb,
            waiting=settings.reading_waiting,
            quick=_QUICK_READING,
        )
        parts.push_async_callback(pool.close)
        # pages and feeds have processes of their own: they wait for no long text, and the reader's hold no parsers
        parser = _open_parser(load_parsers)
        parts.push_async_callback(parser.close)
        if ahead:
            await pool.start()
        yield _Readers(pool, pool.run, parser.run, parser.run)


@asynccontextmanager
async def _elsewhere(settings: Settings) -> AsyncIterator[_Readers]:
    from bot.work.asking import asking  # noqa: PLC0415 - the record of jobs is loaded only where there is one

    async with AsyncExitStack() as parts:
        pool = _open_parser(load_local)
        parts.push_async_callback(pool.close)
        asked = await parts.enter_async_context(
            asking(settings.work_url, seconds=settings.reading_seconds, waiting=settings.reading_waiting)
        )
        yield _Readers(asked, asked.run, asked.run, pool.run)


def _open_parser(load: Callable[[], None]) -> ReadingPool:
    return ReadingPool(
        seconds=_PARSING_SECONDS,
        cpu_seconds=_PARSING_CPU_SECONDS,
        waiting=_PARSING_WAITING,
        load=load,
        quick=_QUICK_PARSING,
    )


def open_bureau(desk: DeskParts, articles_url: str | None) -> Bureau:
    """The desk's services, as faces call them; ``articles_url`` is where newsrooms send to, None for nowhere."""
    archive, clock = desk.archive, desk.clock
    sources = Sources(archive, clock, articles_url) if articles_url else None
    sides = Sides(desk.newsroom, archive.stories, archive.search)
    saying = Saying(archive.search, archive.preferences, clock)
    return Bureau(
        Subscriptions(
            archive.feeds, archive.posts, desk.fetcher, clock, off_loop=desk.off_loop, sources=sources, local=desk.local
        ),
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
        Questions(archive.search, saying, sides, archive.preferences, clock, local=desk.local),
    )
