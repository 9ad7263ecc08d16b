"""The two faces on one port, and what a benchmark asks of them."""

import time
from types import TracebackType
from typing import Self

from aiohttp import web

from benchmarks.discord_loopback.gateway import Gateway
from benchmarks.discord_loopback.interactions import AUTOCOMPLETE, COMMAND, Asked, Interactions
from benchmarks.discord_loopback.limits import Identifies, Limits
from benchmarks.discord_loopback.messages import Messages
from benchmarks.discord_loopback.rest import API, Rest
from benchmarks.discord_loopback.world import Form

_LARGEST = 30 * 1024 * 1024  # bytes of a request


class Loopback:
    """Discord, within the context: listens on loopback, on the loop that enters it. ``clock`` gives seconds."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self.clock = time.monotonic
        self.messages = Messages()
        self.interactions = Interactions(form)
        self.limits = Limits(form.global_limit)
        self.gateway = Gateway(form, self.clock, identifies=Identifies(form.max_concurrency))
        self.rest = Rest(form, self.messages, self.interactions, self.limits, self.clock)
        self.api = ""
        """The base address of the REST interface, which tells where the gateway is."""
        self.unheard = 0
        """Interactions for which no shard was connected."""
        self._runner: web.AppRunner | None = None

    async def __aenter__(self) -> Self:
        app = web.Application(middlewares=[self.rest.guard], client_max_size=_LARGEST)
        self.rest.add_routes(app)
        self.gateway.add_routes(app)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        host, port = self._runner.addresses[0][:2]
        self.api = f"http://{host}:{port}{API}"
        self.gateway.url = self.rest.gateway = f"ws://{host}:{port}/gateway"
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._runner is not None:
            await self._runner.cleanup()

    async def ask(self, path: str, options: dict[str, str | int] | None = None, *, guild: int = 0) -> Asked:
        """A member of ``guild`` uses the command ``path``; does not wait for its answer.

        An option whose value begins with "?" is being typed, and its suggestions are asked for.
        Raises ``LookupError`` for a command that the bot has not registered.
        """
        typing = any(isinstance(value, str) and value.startswith("?") for value in (options or {}).values())
        kind = AUTOCOMPLETE if typing else COMMAND
        asked, event = self.interactions.compose(path, options or {}, guild, self.clock(), kind=kind)
        if not await self.gateway.tell_guild(guild, "INTERACTION_CREATE", event):
            self.unheard += 1
        return asked
