"""The bot on several shards: one process runs a range of them, and processes open their sessions in turn.

Discord accepts one new session in five seconds for each of max_concurrency buckets, whichever process opens it
(docs.discord.com/developers/events/gateway, Max Concurrency); the turns are stored in the archive.
"""

import asyncio
from datetime import timedelta
from typing import Final

import discord
import structlog

from bot.archive.process_registry import ProcessStore
from bot.container import Services
from bot.domain.shards import PREFIX, ShardPlan, bucket_of, check_plan
from bot.errors import ArchiveError
from bot.gateway.client import AttacheBot, StatusSource
from bot.gateway.reconnection import bound_waits, make_session_pace
from bot.jobs.heartbeat import SINGLE_EXECUTOR, Membership
from bot.services.articles import ArticleService

SPACING: Final = timedelta(seconds=5.5)
"""Time between two sessions of one bucket: Discord's five seconds, plus a margin for delays."""
_LATE: Final = timedelta(seconds=0.3)
"""Delay after which a session's turn is over: it would open too close to the next one."""
_TURNS: Final = 4
"""Turns that a shard waits for at most; a machine that misses them all opens its session late."""

_log = structlog.get_logger(__name__)


class ShardedBot(AttacheBot, discord.AutoShardedClient):
    """Attaché on the shards of one slot among ``gateways``; ``shards`` in all, None for Discord's recommendation.

    It takes its slot in :meth:`connect`, and waits there while all are taken.
    """

    def __init__(
        self,
        article_service: ArticleService,
        status: StatusSource,
        services: Services,
        *,
        presence: Membership,
        processes: ProcessStore,
        gateways: int = 1,
        shards: int | None = None,
    ) -> None:
        super().__init__(article_service, status, services)
        self._presence = presence
        self._processes = processes
        self._gateways = gateways
        self._shards = shards
        self._at_once = 1
        self._sessions = make_session_pace()

    async def connect(self, *, reconnect: bool = True) -> None:
        """Take a slot and stay connected until closed. Raises ``SettingsError`` if others divide differently."""
        bound_waits()
        if self._presence.executor != SINGLE_EXECUTOR:
            recommended, _, limits = await self.http.get_bot_gateway()
            self._at_once = max(1, limits["max_concurrency"])
            plan = ShardPlan(self._shards or recommended, self._gateways)
            name = await self._presence.acquire(*plan.leases)
            check_plan(plan, await self._processes.held(PREFIX))
            held = plan.range_of(plan.leases.index(name))
            self.shard_count, self.shard_ids = plan.shards, list(held)
            _log.info("holding shards", action="gateway", first=held[0], last=held[-1], shards=plan.shards)
        elif self._shards:
            self.shard_count = self._shards
        await super().connect(reconnect=reconnect)

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Wait for this shard's turn to open a session."""
        await self._sessions.wait()
        if self._presence.executor == SINGLE_EXECUTOR:
            await super().before_identify_hook(shard_id, initial=initial)
            return
        bucket, now = bucket_of(shard_id or 0, self._at_once), asyncio.get_running_loop().time
        for _ in range(_TURNS):
            began = now()
            try:
                wait = await self._processes.reserve_identify(bucket, SPACING)
            except ArchiveError:  # then only its own sessions are spaced, and Discord rejects one that is too early
                wait = SPACING
            await asyncio.sleep(wait.total_seconds())
            if now() - began < (wait + _LATE).total_seconds():
                break

    async def on_shard_ready(self, shard: int) -> None:
        """Log that the shard has loaded its servers."""
        _log.info("a shard is ready", action="gateway", shard=shard, servers=len(self.guilds))

    async def on_connect(self) -> None:
        """Log that Discord accepted a session: from now on people get answers."""
        _log.info("connected", action="gateway")
