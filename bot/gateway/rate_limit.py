"""The pace of requests: under Discord's limit of 50 a second for a bot, so that the limit is kept and not only obeyed.

discord.py waits when Discord refuses a request; but each refusal counts, and an address with 10,000 in ten minutes is
banned (docs.discord.com/developers/topics/rate-limits, Global Rate Limit and Invalid Request Limit). Interactions and
webhooks do not count, and wait for nothing here.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable
from types import SimpleNamespace
from typing import Final

import aiohttp

A_SECOND: Final = 40.0
"""Requests that one process makes on end."""
AT_ONCE: Final = 5
"""Requests that may come at one moment, after a pause."""

_FREE: Final = ("/interactions/", "/webhooks/")


class RateLimiter:
    """Lets ``a_second`` pass in a second, and ``at_once`` more where none has for a while."""

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
        """Wait for the next turn: each who asks is given one, in order."""
        now = self._steady()
        turn = max(self._free_at, now - self._slack + self._spacing)
        self._free_at = turn + self._spacing
        if turn > now:
            await self._sleep(turn - now)


def apply_rate_limit(pace: RateLimiter) -> aiohttp.TraceConfig:
    """What has every request of a ``discord.Client`` wait for its turn: give it as ``http_trace``."""

    async def wait(
        _session: aiohttp.ClientSession, _context: SimpleNamespace, params: aiohttp.TraceRequestStartParams
    ) -> None:
        if not any(part in params.url.path for part in _FREE):
            await pace.wait()

    trace = aiohttp.TraceConfig()
    trace.on_request_start.append(wait)
    return trace
