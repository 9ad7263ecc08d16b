"""Serves an application on a socket, with a limited lifetime and number of connections."""

import asyncio
import logging
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address
from typing import Final

import structlog
from aiohttp import web

from bot.errors import SettingsError
from bot.i18n.messages import translatable

_HEAD_END: Final = b"\r\n\r\n"
_KEPT_ALIVE: Final = 15.0  # seconds between two requests of a connection
_LINGERING: Final = 2.0  # seconds in which a refused body may still arrive, so that its sender reads the response

_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Bounds:
    """Limits of connections: ``head`` seconds until the first request's head is complete, ``lifetime`` in all.

    ``connections`` may be open at a time, ``each`` from one address (for IPv6, one /64 network); more are closed at
    once. Behind a reverse proxy all share one address, so the proxy must limit its clients.
    """

    head: float = 10.0
    lifetime: float = 60.0
    connections: int = 256
    each: int = 64


@asynccontextmanager
async def serve(
    app: web.Application, host: str, port: int, *, bounds: Bounds | None = None, setting: str = "RECEIVE_ADDRESS"
) -> AsyncIterator[int]:
    """Serve ``app`` at ``host`` and ``port`` (0: any free one) within the context; yield the port.

    ``setting`` names the setting in the error for an unavailable address. aiohttp itself waits for ever for a request's
    head and accepts unlimited connections: here ``bounds`` limit both. Raises ``SettingsError`` if the address is in
    use or not local.
    """
    bounds = bounds or Bounds()
    silent = logging.getLogger("bot.ingest.protocol")
    silent.disabled = True  # malformed HTTP from strangers is not worth a log line
    runner = web.AppRunner(
        app,
        handle_signals=False,
        access_log=None,
        logger=silent,
        auto_decompress=False,  # a compressed body is refused, not decompressed
        lingering_time=_LINGERING,
        keepalive_timeout=_KEPT_ALIVE,
        shutdown_timeout=5.0,
    )
    await runner.setup()
    loop = asyncio.get_running_loop()
    make_protocol = runner.server
    assert make_protocol is not None  # noqa: S101 - set up above

    open_from: Counter[str] = Counter()

    def accept() -> _Connection:
        return _Connection(make_protocol, bounds, open_from)

    try:
        try:
            server = await loop.create_server(accept, host, port)
        except OSError as error:
            reason = error.strerror.lower() if error.strerror else translatable("start-no-host")
            words = translatable("start-unlistened", address=f"{host}:{port}", reason=reason, setting=setting)
            raise SettingsError(words, resource=setting) from error
        try:
            taken: int = server.sockets[0].getsockname()[1]
            _log.info("listening", action="listen", setting=setting, host=host, port=taken)
            yield taken
        finally:
            server.close()
    finally:
        await runner.cleanup()


def find_peer(address: str) -> str:
    """The client by ``address``; for IPv6 its /64 network, since every machine has a whole one (RFC 4291)."""
    try:
        parsed = ip_address(address.partition("%")[0])
    except ValueError:
        return address
    return str(IPv6Address(int(parsed) >> 64 << 64)) if isinstance(parsed, IPv6Address) else str(parsed)


class _Connection(asyncio.Protocol):
    """One connection: counted and timed, otherwise aiohttp's."""

    def __init__(self, make: Callable[[], asyncio.Protocol], bounds: Bounds, open_from: Counter[str]) -> None:
        self._make = make
        self._bounds = bounds
        self._open_from = open_from
        self._peer = ""
        self._inner: asyncio.Protocol | None = None
        self._ends: list[asyncio.TimerHandle] = []
        self._tail: bytes | None = b""  # end of the first request's head so far; None once it is complete

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)  # noqa: S101 - a socket's
        address = transport.get_extra_info("peername")
        peer = find_peer(str(address[0])) if address else ""
        if self._open_from.total() >= self._bounds.connections or self._open_from[peer] >= self._bounds.each:
            transport.abort()
            return
        self._peer = peer
        self._open_from[peer] += 1
        loop = asyncio.get_running_loop()
        self._ends = [loop.call_later(after, transport.abort) for after in (self._bounds.lifetime, self._bounds.head)]
        self._inner = self._make()
        self._inner.connection_made(transport)

    def data_received(self, data: bytes) -> None:
        if self._inner is None:
            return
        if self._tail is not None:
            begun = self._tail + data
            self._tail = None if _HEAD_END in begun else begun[-len(_HEAD_END) + 1 :]
            if self._tail is None:
                self._ends.pop().cancel()
        self._inner.data_received(data)

    def eof_received(self) -> bool | None:
        return self._inner.eof_received() if self._inner else None

    def pause_writing(self) -> None:
        if self._inner:
            self._inner.pause_writing()

    def resume_writing(self) -> None:
        if self._inner:
            self._inner.resume_writing()

    def connection_lost(self, error: Exception | None) -> None:
        if self._inner is None:
            return
        for end in self._ends:
            end.cancel()
        self._open_from[self._peer] -= 1
        if not self._open_from[self._peer]:
            del self._open_from[self._peer]
        inner, self._inner = self._inner, None
        inner.connection_lost(error)
