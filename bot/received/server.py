"""Serving the endpoint on a socket, with an end to every connection."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

import structlog
from aiohttp import web

from bot.errors import SettingsError
from bot.words.speech import worded

_LIFETIME: Final = 60.0  # seconds from its first byte to its last: a connection carries one article
_LINGERING: Final = 2.0  # seconds in which a refused body may still arrive, so that its sender reads the refusal

_log = structlog.get_logger(__name__)


@asynccontextmanager
async def serve(
    app: web.Application, host: str, port: int, *, lifetime: float = _LIFETIME, setting: str = "RECEIVE_ADDRESS"
) -> AsyncIterator[int]:
    """Serve ``app`` at ``host`` and ``port`` (0: any free one) within the context; the port.

    ``setting`` is what names the place, to be told where it cannot be had.

    A connection is cut ``lifetime`` seconds after it was opened, whatever it is at: aiohttp itself waits for ever for
    the end of a request's head. Raises ``SettingsError`` when the place is taken or not ours.
    """
    silent = logging.getLogger("bot.received.protocol")
    silent.disabled = True  # what breaks in the application is logged there; strangers' broken HTTP is no news
    runner = web.AppRunner(
        app,
        handle_signals=False,
        access_log=None,
        logger=silent,
        auto_decompress=False,  # a compressed body is refused, not unpacked
        lingering_time=_LINGERING,
        shutdown_timeout=5.0,
    )
    await runner.setup()
    loop = asyncio.get_running_loop()
    make_protocol = runner.server
    assert make_protocol is not None  # noqa: S101 - set up above

    def accept() -> web.RequestHandler:
        protocol = make_protocol()
        loop.call_later(lifetime, _cut, protocol)
        return protocol

    try:
        try:
            server = await loop.create_server(accept, host, port)
        except OSError as error:
            reason = error.strerror.lower() if error.strerror else worded("start-no-host")
            words = worded("start-unlistened", address=f"{host}:{port}", reason=reason, setting=setting)
            raise SettingsError(words, resource=setting) from error
        try:
            taken: int = server.sockets[0].getsockname()[1]
            _log.info("listening", action="listen", setting=setting, host=host, port=taken)
            yield taken
        finally:
            server.close()
    finally:
        await runner.cleanup()


def _cut(protocol: asyncio.Protocol) -> None:
    transport = getattr(protocol, "transport", None)  # None once it is closed
    if isinstance(transport, asyncio.Transport):
        transport.abort()
