"""A rude server on loopback, under names that resolve wherever a test wants."""

import socket
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable

import pytest
from aiohttp import web
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.test_utils import TestServer

from bot.web.fetch import Fetcher, FetchLimits


class Names(AbstractResolver):
    """Resolves names as told; a name with several answers gives the next one at each question."""

    def __init__(self) -> None:
        self.answers: dict[str, deque[list[str]]] = {}
        self.asked: list[str] = []

    def set(self, name: str, *answers: Iterable[str]) -> None:
        """``name`` resolves to all addresses of the first answer, then of the next, and for ever of the last."""
        self.answers[name] = deque(map(list, answers))

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        self.asked.append(host)
        if host not in self.answers:
            raise OSError(None, "no such name")
        queue = self.answers[host]
        addresses = queue.popleft() if len(queue) > 1 else queue[0]
        return [
            ResolveResult(hostname=host, host=address, port=port, family=family, proto=0, flags=0)
            for address in addresses
        ]

    async def close(self) -> None:
        return


class RudeServer:
    """Answers each path by the handler a test gives; ``hits`` are the paths that a request reached."""

    def __init__(self) -> None:
        self.handlers: dict[str, Callable[[web.Request], Awaitable[web.StreamResponse]]] = {}
        self.hits: list[str] = []
        app = web.Application()
        app.router.add_get("/{path:.*}", self._answer)
        self.server = TestServer(app)

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        self.hits.append(request.path)
        return await self.handlers[request.path](request)

    @property
    def port(self) -> int:
        assert self.server.port is not None
        return self.server.port

    def serve(self, path: str, body: bytes, content_type: str = "text/html", **headers: str) -> str:
        """Answer ``path`` with ``body``; header names with _ for -. Returns its address under paper.example."""

        async def answer(_: web.Request) -> web.Response:
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            return web.Response(
                body=body, status=302 if "Location" in headers else 200, headers=named | {"Content-Type": content_type}
            )

        self.handlers[path] = answer
        return self.url(path)

    def url(self, path: str) -> str:
        return f"http://paper.example:{self.port}{path}"


@pytest.fixture
async def server() -> AsyncIterator[RudeServer]:
    rude = RudeServer()
    await rude.server.start_server()
    yield rude
    await rude.server.close()


@pytest.fixture
def names() -> Names:
    names = Names()
    names.set("paper.example", ["127.0.0.1"])
    return names


@pytest.fixture
async def fetcher(server: RudeServer, names: Names) -> AsyncIterator[Fetcher]:
    """May contact the rude server as paper.example and nothing else inside; as patient as a busy machine asks."""
    async with Fetcher(
        "contact", {f"paper.example:{server.port}"}, limits=FetchLimits(seconds=10), resolver=names
    ) as fetcher:
        yield fetcher


@pytest.fixture
async def hurried_fetcher(server: RudeServer, names: Names) -> AsyncIterator[Fetcher]:
    """The same with half a second for each fetch."""
    async with Fetcher(
        "contact", {f"paper.example:{server.port}"}, limits=FetchLimits(seconds=0.5), resolver=names
    ) as fetcher:
        yield fetcher
