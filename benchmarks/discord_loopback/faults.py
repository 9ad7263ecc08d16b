"""What goes wrong on the way to Discord, as a test orders it: refusals, lost answers, and answers that take their time.

A request may be lost before it takes effect or after, which the one who asked cannot tell apart.
"""

import asyncio
import json
import re
from dataclasses import dataclass, field
from enum import StrEnum

from aiohttp import web

from benchmarks.discord_loopback.world import Json


class Cut(StrEnum):
    """Where a connection breaks off: before the request takes effect, or after it and before its answer."""

    BEFORE = "before"
    AFTER = "after"


@dataclass(slots=True, eq=False)
class Fault:
    """What happens to the next ``times`` requests whose method, and path below the API, match from their start.

    They are answered ``status`` with ``body`` and ``headers`` (0: as they should be), or ``cut`` off. With ``hold``
    they wait for :meth:`release`, before their effect, or after it where they are cut after it. ``effect`` says that a
    request that is answered ``status`` took effect all the same.
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
        """Whether it happens to this request."""
        fits = re.fullmatch(self.method, method) and re.match(self.path, path)
        return self.happened < self.times and fits is not None

    @property
    def effective(self) -> bool:
        """Whether the request does what it asks for."""
        return self.cut is Cut.AFTER or self.effect or not (self.cut or self.status)

    async def wait(self) -> None:
        """Keep a request waiting, if that is the order."""
        self._reached.set()
        if self.hold:
            await self._released.wait()

    async def reached(self) -> None:
        """Return when it has happened first; to a request that is cut after its effect, when that is there."""
        await self._reached.wait()

    def release(self) -> None:
        """Let those go on that wait."""
        self._released.set()


def limited(seconds: float, *, everywhere: bool, times: int = 1, method: str = "POST", path: str = "") -> Fault:
    """A refusal with status 429 that asks to wait ``seconds``, for the bucket alone or for all requests."""
    body = {"message": "You are being rate limited.", "retry_after": seconds, "global": everywhere}
    headers = {"Retry-After": str(int(seconds) + 1), "X-RateLimit-Scope": "global" if everywhere else "shared"}
    return Fault(method, path, times, 429, body, headers | ({"X-RateLimit-Global": "true"} if everywhere else {}))


def cut_off(request: web.Request) -> web.Response:
    """Break the connection of ``request`` off without an answer."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


def answer(fault: Fault) -> web.Response:
    """The refusal that was ordered."""
    body = json.dumps(fault.body or {"code": 0, "message": f"{fault.status}: ordered"}).encode()
    return web.Response(body=body, status=fault.status, headers=fault.headers, content_type="application/json")
