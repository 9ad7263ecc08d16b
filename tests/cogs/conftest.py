"""The bot over small in-memory parts, on a simulated Discord."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import discord
import pytest
import simcord
from discord import app_commands

from bot.archive.store import Archive
from bot.container import Services
from bot.domain.analysis import Analysis, Reading
from bot.domain.article import Article
from bot.errors import ArchiveError, AttacheError, FetchError
from bot.gateway.client import AttacheBot
from bot.pictures.typst_renderer import PictureRenderer
from bot.render.cards.about_cards import Status
from bot.services.articles import ArticleService
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
from bot.web.fetch import FetchedPage, Fetcher
from tests.cogs.contract import Contract, message_violations, posted_body
from tests.cogs.invented import ENGINE, HTML, URL, analyse_by_hand
from tests.cogs.posted import text_of
from tests.conftest import SHARED
from tests.databases import NewArchive
from tests.unit.services.fakes import ARTICLES_URL, PAGES_URL, DigestsByHand, FeedFetcher, StoppedClock


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let slow machines settle: simcord gives up after 5 seconds, in which some only load a library."""
    for item in items:
        if item.path.parent == Path(__file__).parent:
            item.add_marker(pytest.mark.simcord(settle_timeout=60.0))


class MemoryArchive:
    """Remembers readings for as long as a test runs; ``owners`` tells whose each was."""

    forgetting = SimpleNamespace(storing_for=nullcontext)

    def __init__(self) -> None:
        self.readings: dict[str, Reading] = {}
        self.owners: dict[str, str | None] = {}

    async def load_analysis(self, text_sha256: str, engine: str) -> Analysis | None:
        analyses = [reading.analysis for reading in self.readings.values()]
        return next((a for a in analyses if a.text_sha256 == text_sha256 and a.engine == engine), None)

    async def save_reading(self, reading: Reading, *, owner: str | None = None) -> None:
        self.readings[reading.id] = reading
        self.owners[reading.id] = owner

    async def save_analysis(self, reading: Reading) -> None:
        self.readings[reading.id] = reading

    async def load_reading(self, ident: str) -> Reading:
        if ident not in self.readings:
            raise ArchiveError("This article is no longer stored.", "Send its link again.", resource=ident)
        return self.readings[ident]


class MemoryFetcher:
    """Knows one page; any other address is not found."""

    def __init__(self) -> None:
        self.pages = {URL: HTML}

    async def fetch(self, address: str) -> FetchedPage:
        if address not in self.pages:
            raise FetchError("The page was not found.", "Check the link.", resource=address)
        body = self.pages[address].encode()
        return FetchedPage(address, 200, {"Content-Type": "text/html; charset=utf-8"}, body)


class AnalystByHand:
    """Gives the reading made by hand; fails or waits when a test says so."""

    engine = ENGINE

    def __init__(self) -> None:
        self.failure: Exception | None = None
        self.gate: asyncio.Event | None = None
        self.env: simcord.Env | None = None

    async def analyse(self, article: Article) -> Analysis:
        if self.gate is not None and self.env is not None:
            await self.env.external_wait(self.gate.wait(), reason="a long text is being read")
        if self.failure is not None:
            raise self.failure
        return analyse_by_hand(article)


@pytest.fixture
def archive() -> MemoryArchive:
    return MemoryArchive()


@pytest.fixture
def fetcher() -> MemoryFetcher:
    return MemoryFetcher()


@pytest.fixture
def analyser() -> AnalystByHand:
    return AnalystByHand()


@pytest.fixture
def clock() -> StoppedClock:
    return StoppedClock()


@pytest.fixture
def feed_fetcher() -> FeedFetcher:
    return FeedFetcher()


@pytest.fixture
def digest_desk() -> DigestsByHand:
    return DigestsByHand()


@pytest.fixture
async def records(tmp_path: Path, new_archive: NewArchive) -> AsyncIterator[Archive]:
    """The archive that feeds and schedules are kept in."""
    records = await Archive.open(new_archive(tmp_path / "records.sqlite3"))
    yield records
    await records.close()


@pytest.fixture
def article_service(archive: MemoryArchive, fetcher: MemoryFetcher, analyser: AnalystByHand) -> ArticleService:
    return ArticleService(cast("Fetcher", fetcher), cast("Archive", archive), analyser)


@pytest.fixture
def services(
    records: Archive,
    article_service: ArticleService,
    feed_fetcher: FeedFetcher,
    digest_desk: DigestsByHand,
    clock: StoppedClock,
) -> Services:
    sides = TwoSidesService(article_service, records.stories, records.search)
    saying = StatementSearchService(records.search, records.preferences, clock)
    return Services(
        SubscriptionService(
            records.feeds, records.posts, feed_fetcher, clock, sources=PushSourceService(records, clock, ARTICLES_URL)
        ),
        ScheduleService(records.schedules, records.posts, digest_desk, clock, records.preferences),
        PostExplanationService(records.posts, records.postings, records.schedules),
        StatusService(records.feeds, records.posts, records.schedules, clock),
        WatchService(records.watches, clock),
        PreferenceService(records.preferences),
        records.forgetting,
        sides,
        TimelineService(records.search, records.preferences, clock),
        saying,
        PictureRenderer(asyncio.to_thread),
        QuestionService(records.search, saying, sides, records.preferences, clock),
        CatchUpService(records.looks, ArchiveDigestComposer(records, clock), clock),
        ChannelPageService(records.pages, clock, PAGES_URL),
    )


@pytest.fixture
def new_bot(archive: MemoryArchive, article_service: ArticleService, services: Services) -> Callable[[], AttacheBot]:
    """Makes the bot anew over the same parts, as a restart does."""

    async def status() -> Status:
        return Status("0.1.0", ENGINE, len(archive.readings), datetime(2026, 1, 1, tzinfo=UTC))

    return lambda: AttacheBot(article_service, status, services)


@pytest.fixture
def simcord_bot(new_bot: Callable[[], AttacheBot]) -> AttacheBot:
    return new_bot()


@pytest.fixture(scope="session")
def contract() -> Contract | None:
    """Discord's specification, where the measuring material is."""
    path = SHARED / "contracts" / "discord-openapi.json"
    return Contract(path) if path.is_file() else None


@pytest.fixture
def env(simcord_env: simcord.Env, analyser: AnalystByHand, contract: Contract | None) -> Iterator[simcord.Env]:
    """The running bot; afterwards every request that it made is held against Discord's rules.

    Errors with a sentence for a person, and refusals of who may not, are part of its work; any other must be the
    failure that the test ordered.
    """
    analyser.env = simcord_env
    yield simcord_env
    causes = [getattr(error, "original", error) for error in simcord_env.errors]
    ordered = [
        cause for cause in causes if cause is analyser.failure or "injected by test" in f"{cause} {cause.__cause__}"
    ]
    expected = (AttacheError, app_commands.CheckFailure)
    assert [cause for cause in causes if not isinstance(cause, expected) and cause not in ordered] == []
    for request in simcord_env.http_requests:
        assert not (contract.violations(request) if contract else [])
        if body := posted_body(request):
            assert not message_violations(body)


@pytest.fixture
def channel(env: simcord.Env) -> simcord.ChannelHandle:
    return env.create_guild().create_text_channel("foreign-desk")


@pytest.fixture
def member(env: simcord.Env, channel: simcord.ChannelHandle) -> simcord.MemberActor:
    return env.guild.add_member(env.create_user("reader"))


@dataclass(frozen=True)
class Server:
    """A server with a channel, somebody who manages it, and somebody who does not but may use all commands."""

    guild: simcord.GuildHandle
    channel: simcord.ChannelHandle
    chief: simcord.MemberActor
    guest: simcord.MemberActor

    @property
    def owner(self) -> str:
        return f"discord:guild:{self.guild.id}"

    async def ask(self, command: str, **options: Any) -> simcord.InteractionResult:
        """What the bot answers the server's chief in its channel."""
        return await self.chief.slash(self.channel, command, **options)

    async def told(self, command: str, **options: Any) -> str:
        """The text of that answer, which nobody else sees."""
        return private_text(await self.ask(command, **options))


def private_text(result: simcord.InteractionResult) -> str:
    """The words of an answer, or of the error in its place; nothing that others could see is left standing."""
    answers = [answer for answer in (result.response, *result.followups) if answer]
    assert answers
    assert all(answer.ephemeral for answer in answers)
    return text_of(answers[-1])


async def open_server(env: simcord.Env, name: str) -> Server:
    guild = env.create_guild(name)
    manages = guild.create_role("chiefs", permissions=discord.Permissions(manage_guild=True))
    guest = guild.add_member(env.create_user(f"{name}-guest"))
    assert isinstance(env.bot, AttacheBot)
    for command in await env.bot.tree.fetch_commands():
        guild.set_command_permissions(command, {guest: True})
    chief = guild.add_member(env.create_user(f"{name}-chief"), roles=[manages])
    return Server(guild, guild.create_text_channel("foreign-desk"), chief, guest)


@pytest.fixture
async def ours(env: simcord.Env) -> Server:
    return await open_server(env, "ours")


@pytest.fixture
async def theirs(env: simcord.Env) -> Server:
    return await open_server(env, "theirs")
