"""Rate limit of requests: below Discord's limit of 50 a second for a bot, so that Discord refuses none.

discord.py waits when Discord refuses a request; but each refusal counts, and an address with 10,000 in ten minutes is
banned (docs.discord.com/developers/topics/rate-limits, Global Rate Limit and Invalid Request Limit). Interactions and
webhooks do not count and are not limited here.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable
from types import SimpleNamespace
from typing import Final

import aiohttp

A_SECOND: Final = 40.0
"""Sustained requests per second of one process."""
AT_ONCE: Final = 5
"""Burst of requests after a pause."""

_FREE: Final = ("/interactions/", "/webhooks/")


class RateLimiter:
    """Allows ``a_second`` requests per second, and a burst of ``at_once`` after a pause."""

    def __init__(
        self,
        a_second: float = A_SECOND,
        at_once: int = AT_ONCE,
        *,
        steady: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[object]] = asyncio.sleep,
    ) -> None:
        self._spacing = 1 / a_second
        self._slack = at_once * self._spacing
        self._steady = steady
        self._sleep = sleep
        self._free_at = float("-inf")

    async def wait(self) -> None:
        """Wait for the next turn, in order of arrival."""
        now = self._steady()
        turn = max(self._free_at, now - self._slack + self._spacing)
        self._free_at = turn + self._spacing
        if turn > now:
            await self._sleep(turn - now)


def apply_rate_limit(pace: RateLimiter) -> aiohttp.TraceConfig:
    """A trace that makes every request of a ``discord.Client`` wait for its turn: pass it as ``http_trace``."""

    async def wait(
        _session: aiohttp.ClientSession, _context: SimpleNamespace, params: aiohttp.TraceRequestStartParams
    ) -> None:
        if not any(part in params.url.path for part in _FREE):
            await pace.wait()

    trace = aiohttp.TraceConfig()
    trace.on_request_start.append(wait)
    return trace
