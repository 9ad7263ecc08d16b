"""The bot on several shards: one process runs a range of them, and processes open their sessions in turn.

Discord accepts one new session in five seconds for each of max_concurrency buckets, whichever process opens it
(docs.discord.com/developers/events/gateway, Max Concurrency); the turns are stored in the archive.

Before the n-th attempt to reconnect, discord.py waits for a random part of 2^n seconds, up to 1024 s: after half a
minute without network, people could wait two more. Here the maximum is 16 s. Attempts without a network cost nothing at
Discord, but after 1000 new sessions a day it resets the token (Session Start Limit Object, on the same page). So
sessions have their own rate limit.
"""

import asyncio
from datetime import timedelta
from typing import Any, Final, Literal

import discord
import discord.client
import discord.gateway
import discord.http
import discord.shard
import structlog
import yarl
from discord.backoff import ExponentialBackoff

from bot.archive.processes import ProcessStore
from bot.container import Services
from bot.domain.shards import PREFIX, ShardPlan, bucket_of, check_plan
from bot.errors import ArchiveError
from bot.gateway.client import AttacheBot, StatusSource
from bot.gateway.rate_limit import RateLimiter
from bot.jobs.heartbeat import SINGLE_EXECUTOR, Membership
from bot.services.articles import ArticleService

LONGEST: Final = 16
"""Maximum seconds between two attempts."""
SESSIONS_AT_ONCE: Final = 500
"""Sessions opened without a wait, including those at the start."""
SESSION_EVERY: Final = 180.0
"""Seconds per session beyond these: 480 a day, so that no day has 1000."""

SPACING: Final = timedelta(seconds=6)
"""Time between two sessions of one bucket: Discord's five seconds, plus a margin for delays."""
_LATE: Final = timedelta(seconds=0.3)
"""Delay after which a session's turn is over: it would open too close to the next one."""
_TURNS: Final = 4
"""Turns that a shard waits for at most; a machine that misses them all opens its session late."""

_log = structlog.get_logger(__name__)


class ShardedBot(AttacheBot, discord.AutoShardedClient):
    """Attaché on the shards of one of ``gateways`` slots, which :meth:`connect` waits for; None: Discord's count."""

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


class BoundedBackoff(ExponentialBackoff[Literal[False]]):
    """Waits like discord.py, but for ``LONGEST`` at most."""

    def __init__(self, *_arguments: Any, **_options: Any) -> None:
        super().__init__()
        self._max = LONGEST.bit_length() - 1


def bound_waits() -> None:
    """Use this backoff in all of discord.py's clients: it has no option for that."""
    for module in (discord.client, discord.shard):
        module.ExponentialBackoff = BoundedBackoff  # type: ignore[attr-defined]


def make_session_pace() -> RateLimiter:
    """The rate limit for sessions of one process."""
    return RateLimiter(1 / SESSION_EVERY, SESSIONS_AT_ONCE)


def use_discord_at(address: str) -> None:
    """Connect to the (simulated) Discord at ``address``: REST at /api/v10, gateway at /gateway."""
    url = yarl.URL(address)
    discord.http.Route.BASE = f"{address}/api/v10"
    scheme = "wss" if url.scheme == "https" else "ws"
    discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = url.with_scheme(scheme) / "gateway"
