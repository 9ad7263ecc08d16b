"""Runs one process of the bot: creates what its roles need, and runs until it is stopped.

On SQLite there is one process with all roles. On PostgreSQL any number of processes share the archive, each with its
roles (docs/operating.md).
"""

import asyncio
import gc
import signal
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager, contextmanager
from datetime import UTC, datetime
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

import structlog

from bot import __version__, tracing
from bot.archive.locks import hold_archive
from bot.concurrency import background_tasks
from bot.container import Container, open_container
from bot.database_address import can_be_shared
from bot.domain.processes import ALL_ROLES, NEEDS_TOKEN, ProcessRole, write_roles
from bot.errors import SettingsError, find_cause
from bot.i18n.messages import translatable
from bot.jobs.heartbeat import ClusterMember, Membership, SingleProcess
from bot.metrics import BUILD
from bot.monitoring.endpoint import Readiness, serve_monitoring
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.gateway.shards import ShardedBot
    from bot.jobs.delivery import MessageSender
    from bot.jobs.dispatcher import Dispatcher

_STOP_SIGNALS = (signal.SIGTERM, signal.SIGINT)

_log = structlog.get_logger(__name__)


async def run_bot(settings: Settings, roles: frozenset[ProcessRole] = ALL_ROLES) -> None:
    """Run a process of the bot with ``roles`` until SIGTERM or SIGINT. Logging must have been started.

    Raises ``SettingsError`` for a missing or refused token and for roles that cannot be split, ``ArchiveError`` if the
    archive cannot be opened or another process runs the bot on it, ``FetchError`` if Discord cannot be reached.
    """
    check_roles(settings, roles)
    with hold_archive(settings.archive_url):
        try:
            async with asyncio.TaskGroup() as tasks:
                serving = tasks.create_task(_serve(settings, roles))
                with _stopped_by_signals(serving.cancel):
                    await asyncio.wait([serving])
        except BaseExceptionGroup as group:
            raise find_cause(group) from None  # there is one task, so one error
    _log.info("stopped", action="stop")


def check_roles(settings: Settings, roles: frozenset[ProcessRole]) -> None:
    """Raise ``SettingsError`` if a process with ``roles`` cannot work with these ``settings``."""
    if roles != ALL_ROLES and not can_be_shared(settings.archive_url):
        raise SettingsError(translatable("start-roles-unshared", roles=write_roles(roles)), resource="DATABASE_URL")
    if roles & NEEDS_TOKEN and settings.discord_token is None:
        raise SettingsError(translatable("start-no-token"), resource="DISCORD_TOKEN")
    if roles == {ProcessRole.RECEIVE} and settings.receive_at is None and settings.publish_at is None:
        raise SettingsError(translatable("start-nothing-to-receive"), resource="RECEIVE_ADDRESS")


async def _serve(settings: Settings, roles: frozenset[ProcessRole]) -> None:
    reading = ProcessRole.WORK in roles
    _load_ahead(roles, publishes=ProcessRole.RECEIVE in roles and settings.publish_at is not None)
    async with (
        open_container(settings, ahead=reading, reading=reading) as container,
        _present(settings, roles, container) as presence,
    ):
        engine = container.article_service.engine
        _log.info("starting", action="start", version=__version__, engine=engine, roles=write_roles(roles))
        async with _observed(settings, container) as readiness:
            await _run_roles(settings, roles, container, presence, readiness)


def _load_ahead(roles: frozenset[ProcessRole], *, publishes: bool = False) -> None:
    """Import what the roles need: once this process is registered, nothing may delay its heartbeats for long.

    All that is imported is left out of garbage collections: a full one over it would hold the event loop for a fifth of
    a second, again and again. ``bot.cli.run`` disables them until here.
    """
    modules = {
        "bot.gateway.shards": ProcessRole.GATEWAY in roles,
        "bot.gateway.message_sender": bool(roles & NEEDS_TOKEN),
        "bot.jobs.worker": bool(roles & {ProcessRole.WORK, ProcessRole.SEND}),
        "bot.jobs.story_assignment": ProcessRole.WORK in roles,
        "bot.ingest.endpoint": ProcessRole.RECEIVE in roles,
        "bot.export.page_server": publishes,
    }
    for name in (name for name, needed in modules.items() if needed):
        import_module(name)
    gc.freeze()
    gc.enable()


@asynccontextmanager
async def _present(
    settings: Settings, roles: frozenset[ProcessRole], container: Container
) -> AsyncIterator[Membership]:
    """Register this process with its archive, within the context."""
    if not can_be_shared(settings.archive_url):
        yield SingleProcess()
        return
    shared = ClusterMember(container.dependencies.archive.processes, roles, container.dependencies.clock)
    await shared.join()
    try:
        async with background_tasks(shared.run()):
            yield shared
    finally:
        await shared.leave()


async def _run_roles(
    settings: Settings, roles: frozenset[ProcessRole], container: Container, presence: Membership, readiness: Readiness
) -> None:
    def working(message_sender: "MessageSender | None") -> AbstractAsyncContextManager[object]:
        return _working(settings, roles, container, presence, message_sender)

    if not roles & NEEDS_TOKEN or settings.discord_token is None:
        async with working(None):
            await asyncio.Event().wait()
        return
    from bot.gateway import client  # noqa: PLC0415 - only processes with Discord need discord.py
    from bot.gateway.message_sender import DiscordMessageSender  # noqa: PLC0415 - the same

    if settings.discord_url:
        from bot.gateway.shards import use_discord_at  # noqa: PLC0415 - the same

        use_discord_at(settings.discord_url)
    token = settings.discord_token.get_secret_value()
    if ProcessRole.GATEWAY in roles:
        bot = _make_bot(settings, container, presence)
        readiness.add("discord", partial(client.find_connection_problem, bot))
        await client.run_gateway(bot, token, lambda: working(DiscordMessageSender(bot)))
    else:
        poster = client.make_sending_client()
        await client.run_sender(poster, token, lambda: working(DiscordMessageSender(poster)))


def _make_bot(settings: Settings, container: Container, presence: Membership) -> "ShardedBot":
    from bot.gateway.shards import ShardedBot  # noqa: PLC0415 - see above
    from bot.render.cards.about_cards import Status  # noqa: PLC0415 - the same

    article_service, started_at = container.article_service, datetime.now(UTC)

    async def describe_status() -> Status:
        return Status(__version__, article_service.engine, await article_service.count_articles(), started_at)

    return ShardedBot(
        article_service,
        describe_status,
        container.services,
        presence=presence,
        processes=container.dependencies.archive.processes,
        gateways=settings.gateway_processes,
        shards=settings.gateway_shards,
    )


@asynccontextmanager
async def _working(
    settings: Settings,
    roles: frozenset[ProcessRole],
    container: Container,
    presence: Membership,
    message_sender: "MessageSender | None",
) -> AsyncIterator[None]:
    """Run the work of the roles besides the Discord connection."""
    async with AsyncExitStack() as work:
        items = None
        if roles & {ProcessRole.WORK, ProcessRole.SEND}:
            from bot.jobs.dispatcher import JobKind  # noqa: PLC0415 - only workers need its dependencies
            from bot.jobs.worker import run_worker  # noqa: PLC0415 - the same

            worker = run_worker(container.dependencies, message_sender, roles=roles, presence=presence)
            items = (await work.enter_async_context(worker)).get(JobKind.ITEM)
        if ProcessRole.RECEIVE in roles and settings.receive_at is not None:
            await work.enter_async_context(_receiving(*settings.receive_at, settings, container, items))
        if ProcessRole.RECEIVE in roles and settings.publish_at is not None:
            await work.enter_async_context(_publishing(*settings.publish_at, settings, container))
        yield


@asynccontextmanager
async def _observed(settings: Settings, container: Container) -> AsyncIterator[Readiness]:
    """Readiness of this process, with monitoring and tracing if the settings enable them."""
    archive, clock = container.dependencies.archive, container.dependencies.clock
    readiness = Readiness({"archive": archive.queues.answer})
    async with AsyncExitStack() as seen:
        if settings.otel_exporter_otlp_endpoint:
            seen.callback(tracing.start_tracing(settings.otel_exporter_otlp_endpoint).shutdown)
            seen.callback(tracing.stop_tracing)
        if settings.observe_at is not None:
            await seen.enter_async_context(serve_monitoring(settings.observe_at, readiness, archive.queues, clock))
            BUILD.labels(__version__, container.article_service.engine).set(1)
        yield readiness


@asynccontextmanager
async def _receiving(
    host: str, port: int, settings: Settings, container: Container, items: "Dispatcher | None"
) -> AsyncIterator[None]:
    from bot.ingest.endpoint import Endpoint  # noqa: PLC0415 - off by default
    from bot.ingest.server import serve  # noqa: PLC0415 - the same

    async def order(_item: int) -> None:
        if items is not None:  # otherwise a worker finds it within seconds
            items.wake()

    archive, clock = container.dependencies.archive, container.dependencies.clock
    endpoint = Endpoint(
        archive.received, clock, order, allow=settings.allow_private_hosts, local=container.dependencies.local
    )
    async with serve(endpoint.make_app(), host, port):
        yield


@asynccontextmanager
async def _publishing(host: str, port: int, settings: Settings, container: Container) -> AsyncIterator[None]:
    from bot.export.channel_sites import ChannelSites  # noqa: PLC0415 - off by default
    from bot.export.page_server import PageServer  # noqa: PLC0415 - the same
    from bot.ingest.server import serve  # noqa: PLC0415 - the same

    clock = container.dependencies.clock
    sites = ChannelSites(container.dependencies.archive, clock, settings.pages_url or "")
    async with serve(PageServer(sites, clock).make_app(), host, port, setting="PUBLISH_ADDRESS"):
        yield


@contextmanager
def _stopped_by_signals(stop: Callable[[], object]) -> Iterator[None]:
    """Call ``stop`` at the first stop signal; a second one ends the program at once, as by default."""
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
