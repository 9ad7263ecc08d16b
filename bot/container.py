"""The composition root: creates the article service and the other services; :mod:`bot.process` runs them."""

from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta

from bot.archive.erasure import ErasureStore
from bot.archive.store import Archive
from bot.clock import SystemClock
from bot.concurrency import Offload
from bot.gazetteer.source_catalogue import SourceCatalogue, open_catalogue, package_catalogue
from bot.jobs.dependencies import WorkerDependencies
from bot.nlp.worker_pool import Quick, WorkerPool
from bot.pictures.typst_renderer import PictureRenderer
from bot.services.articles import Analyser, ArticleService
from bot.services.catch_up import CatchUpService
from bot.services.channel_pages import ChannelPageService
from bot.services.digest_composer import ArchiveDigestComposer
from bot.services.post_origins import PostExplanationService
from bot.services.preferences import PreferenceService
from bot.services.push_sources import PushSourceService
from bot.services.questions import QuestionService
from bot.services.schedules import ScheduleService
from bot.services.statement_search import StatementSearchService
from bot.services.status import StatusService
from bot.services.subscriptions import SubscriptionService
from bot.services.timeline import TimelineService
from bot.services.two_sides import TwoSidesService
from bot.services.watches import WatchService
from bot.settings import Settings
from bot.web.fetch import Fetcher
from bot.worker_preload import load_local, load_parsers

_PARSING_SECONDS = 15.0
_PARSING_CPU_SECONDS = 4.0  # no news page takes as long (181 of them: 26 ms on average, 0.4 s at most)
_PARSING_WAITING = 256
_QUICK_PARSING = Quick(0.5, 1_000_000, 2.0)
_QUICK_READING = Quick(4.0, 20_000, 8.0)  # an article of 3,000 words takes 1.2 s


@dataclass(frozen=True, slots=True)
class Services:
    """The services behind the commands and buttons."""

    feeds: SubscriptionService
    digests: ScheduleService
    post_explanations: PostExplanationService
    status: StatusService
    watches: WatchService
    preferences: PreferenceService
    forgetting: ErasureStore
    sides: TwoSidesService
    timelines: TimelineService
    statements: StatementSearchService
    picture_renderer: PictureRenderer
    questions: QuestionService
    catch_up: CatchUpService
    pages: ChannelPageService
    catalogue: SourceCatalogue = field(default_factory=package_catalogue)


@dataclass(frozen=True, slots=True)
class Container:
    """The objects that user interfaces need: the article service, and the services for feeds, digests and the rest.

    ``dependencies`` are those of the process that polls, reads and posts.
    """

    article_service: ArticleService
    services: Services
    dependencies: WorkerDependencies


@asynccontextmanager
async def open_container(settings: Settings, *, ahead: bool = False, reading: bool = True) -> AsyncIterator[Container]:
    """Open the container for the archive, the web and the worker processes in ``settings``; closed with the context.

    The workers start with the first text, or at once if ``ahead``. Without ``reading`` there are none, and other
    processes of the same archive analyse texts. Raises ``ArchiveError``.
    """
    async with AsyncExitStack() as parts:
        archive = await Archive.open(settings.archive_url)
        parts.push_async_callback(archive.close)
        fetcher = await parts.enter_async_context(Fetcher(settings.attache_contact, settings.allow_private_hosts))
        readers = await parts.enter_async_context(
            _local_readers(settings, ahead) if reading else _remote_readers(settings)
        )
        clock = SystemClock()
        article_service = ArticleService(fetcher, archive, readers.analyser, offload=readers.parse, local=readers.local)
        kept = timedelta(days=settings.archive_days) if settings.archive_days else None
        composer = ArchiveDigestComposer(archive, clock)
        dependencies = WorkerDependencies(
            archive,
            fetcher,
            article_service,
            composer,
            clock,
            readers.parse,
            kept,
            readers.read,
            readers.local,
            settings.rpc_url,
        )
        yield Container(
            article_service,
            make_services(
                dependencies,
                settings.articles_url,
                open_catalogue(settings.attache_data_dir),
                pages_url=settings.pages_url,
            ),
            dependencies,
        )


@dataclass(frozen=True, slots=True)
class _Readers:
    """Where texts are analysed, where other work with the model runs, and where pages and feeds are parsed.

    ``local`` runs the work that every process offloads from its event loop on its own machine.
    """

    analyser: Analyser
    read: Offload
    parse: Offload
    local: Offload


@asynccontextmanager
async def _local_readers(settings: Settings, ahead: bool) -> AsyncIterator[_Readers]:
    async with AsyncExitStack() as parts:
        pool = WorkerPool(
            processes=settings.reading_processes,
            seconds=settings.reading_seconds,
            memory_mb=settings.reading_memory_mb,
            waiting=settings.reading_waiting,
            quick=_QUICK_READING,
        )
        parts.push_async_callback(pool.close)
        # pages and feeds have their own processes: they never wait for a long text, and readers load no parsers
        parser = _open_parser(load_parsers)
        parts.push_async_callback(parser.close)
        if ahead:
            await pool.start()
        yield _Readers(pool, pool.run, parser.run, parser.run)


@asynccontextmanager
async def _remote_readers(settings: Settings) -> AsyncIterator[_Readers]:
    from bot.jobs.rpc_client import open_rpc_client  # noqa: PLC0415 - DBOS is loaded only if processes call each other

    async with AsyncExitStack() as parts:
        pool = _open_parser(load_local)
        parts.push_async_callback(pool.close)
        rpc = await parts.enter_async_context(
            open_rpc_client(settings.rpc_url or "", seconds=settings.reading_seconds, waiting=settings.reading_waiting)
        )
        yield _Readers(rpc, rpc.run, rpc.run, pool.run)


def _open_parser(load: Callable[[], None]) -> WorkerPool:
    return WorkerPool(
        seconds=_PARSING_SECONDS,
        cpu_seconds=_PARSING_CPU_SECONDS,
        waiting=_PARSING_WAITING,
        load=load,
        quick=_QUICK_PARSING,
    )


def make_services(
    dependencies: WorkerDependencies,
    articles_url: str | None,
    catalogue: SourceCatalogue | None = None,
    *,
    pages_url: str | None = None,
) -> Services:
    """The services; ``articles_url`` is where newsrooms send articles, None if none are received.

    ``pages_url`` is where channels' pages are served, None if they are not.
    ``catalogue`` has the sources that are offered by name, by default those of the package.
    """
    catalogue = catalogue or package_catalogue()
    archive, clock = dependencies.archive, dependencies.clock
    sources = PushSourceService(archive, clock, articles_url) if articles_url else None
    sides = TwoSidesService(dependencies.article_service, archive.stories, archive.search)
    saying = StatementSearchService(archive.search, archive.preferences, clock)
    return Services(
        SubscriptionService(
            archive.feeds,
            archive.posts,
            dependencies.fetcher,
            clock,
            offload=dependencies.offload,
            sources=sources,
            local=dependencies.local,
            catalogue=catalogue,
        ),
        ScheduleService(archive.schedules, archive.posts, dependencies.digests, clock, archive.preferences),
        PostExplanationService(archive.posts, archive.postings, archive.schedules),
        StatusService(archive.feeds, archive.posts, archive.schedules, clock),
        WatchService(archive.watches, clock),
        PreferenceService(archive.preferences),
        archive.forgetting,
        sides,
        TimelineService(archive.search, archive.preferences, clock),
        saying,
        PictureRenderer(dependencies.offload),
        QuestionService(archive.search, saying, sides, archive.preferences, clock, local=dependencies.local),
        CatchUpService(archive.looks, dependencies.digests, clock),
        ChannelPageService(archive.pages, clock, pages_url),
        catalogue,
    )
