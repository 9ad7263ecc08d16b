"""Faults that a test orders: refusals, lost answers, and slow answers.

A request can be lost before or after its effect, which its sender cannot distinguish.
"""

import asyncio
import json
import re
from dataclasses import dataclass, field
from enum import StrEnum

from aiohttp import web

from benchmarks.discord_loopback.world import Json


class Cut(StrEnum):
    """Where a connection breaks: before the request's effect, or after it and before the answer."""

    BEFORE = "before"
    AFTER = "after"


@dataclass(slots=True, eq=False)
class Fault:
    """A fault for the next ``times`` requests with this method, and a path below the API that begins with a match.

    They are answered ``status`` with ``body`` and ``headers`` (0: normally), or ``cut`` off. With ``hold`` they wait
    for :meth:`release`, before their effect, or after it if they are cut after it. ``effect``: a request answered with
    ``status`` has its effect all the same.
    """

    method: str
    path: str
    times: int = 1
    status: int = 0
    body: Json = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    cut: Cut | None = None
    hold: bool = False
    effect: bool = False
    happened: int = 0
    _reached: asyncio.Event = field(default_factory=asyncio.Event)
    _released: asyncio.Event = field(default_factory=asyncio.Event)

    def takes(self, method: str, path: str) -> bool:
        """Whether it applies to this request."""
        fits = re.fullmatch(self.method, method) and re.match(self.path, path)
        return self.happened < self.times and fits is not None

    @property
    def effective(self) -> bool:
        """Whether the request has its effect."""
        return self.cut is Cut.AFTER or self.effect or not (self.cut or self.status)

    async def wait(self) -> None:
        """Keep a request waiting, if ordered."""
        self._reached.set()
        if self.hold:
            await self._released.wait()

    async def reached(self) -> None:
        """Return when it has first happened; for a request cut after its effect, when that is stored."""
        await self._reached.wait()

    def release(self) -> None:
        """Let waiting requests continue."""
        self._released.set()


def limited(seconds: float, *, everywhere: bool, times: int = 1, method: str = "POST", path: str = "") -> Fault:
    """A refusal with status 429 and a wait of ``seconds``, for the bucket alone or for all requests."""
    body = {"message": "You are being rate limited.", "retry_after": seconds, "global": everywhere}
    headers = {"Retry-After": str(int(seconds) + 1), "X-RateLimit-Scope": "global" if everywhere else "shared"}
    return Fault(method, path, times, 429, body, headers | ({"X-RateLimit-Global": "true"} if everywhere else {}))


def cut_off(request: web.Request) -> web.Response:
    """Break the connection of ``request`` without an answer."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


def answer(fault: Fault) -> web.Response:
    """The ordered refusal."""
    body = json.dumps(fault.body or {"code": 0, "message": f"{fault.status}: ordered"}).encode()
    return web.Response(body=body, status=fault.status, headers=fault.headers, content_type="application/json")
