"""Both interfaces on one port, and what people do."""

import time
from collections.abc import Sequence
from dataclasses import replace
from types import TracebackType
from typing import Self

from aiohttp import web

from benchmarks.discord_loopback.faults import Fault
from benchmarks.discord_loopback.gateway import Gateway
from benchmarks.discord_loopback.interactions import Asked, Interactions, Value
from benchmarks.discord_loopback.limits import Identifies, Limits
from benchmarks.discord_loopback.messages import Message, Messages
from benchmarks.discord_loopback.rest import API, Rest
from benchmarks.discord_loopback.threads import Threads
from benchmarks.discord_loopback.world import BOT, Form, Json, Origin, channel, guild_id, member, user

_LARGEST = 30 * 1024 * 1024  # maximum bytes of a request
_OWNER = Origin()


class Loopback:
    """Discord on loopback, within the context, on the event loop that enters it. ``clock`` returns seconds."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self.clock = time.monotonic
        self.messages = Messages()
        self.interactions = Interactions(form, self.messages)
        self.limits = Limits(form.global_limit)
        self.gateway = Gateway(form, self.clock, identifies=Identifies(form.max_concurrency))
        self.threads = Threads(self.messages)
        self.rest = Rest(form, self.messages, self.threads, self.interactions, self.limits, self.clock)
        self.api = ""
        """The base address of the REST interface, which returns the gateway's."""
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
        self.rest.address = f"http://{host}:{port}"
        self.api = self.rest.address + API
        self.gateway.url = self.rest.gateway = f"ws://{host}:{port}/gateway"
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._runner is not None:
            await self._runner.cleanup()

    async def ask(self, path: str, options: dict[str, str | int] | None = None, *, guild: int = 0) -> Asked:
        """The owner of ``guild`` uses the command ``path``; does not wait for the answer.

        An option whose value begins with "?" is being typed, and its suggestions are requested. Raises ``LookupError``
        for an unregistered command.
        """
        given: dict[str, Value] = {}
        typing = ""
        for name, value in (options or {}).items():
            if isinstance(value, str) and value.startswith("?"):
                typing = name
            given[name] = value[1:] if typing == name and isinstance(value, str) else value
        return await self.use(replace(_OWNER, person=guild, guild=guild), path, given, typing=typing)

    async def use(
        self, origin: Origin, path: str, options: dict[str, Value] | None = None, *, typing: str = ""
    ) -> Asked:
        """Use the command ``path``, or type the option ``typing`` of it; does not wait for the answer."""
        asked, event = self.interactions.compose_command(path, options or {}, origin, self.clock(), typing=typing)
        return await self._tell(asked, event)

    async def choose(self, origin: Origin, name: str, message: Json) -> Asked:
        """Use the menu ``name`` of ``message``."""
        return await self._tell(*self.interactions.compose_menu(name, message, origin, self.clock()))

    async def press(self, origin: Origin, message: Json, custom_id: str, *values: str) -> Asked:
        """Press a button of ``message``, or choose ``values`` of a menu there."""
        composed = self.interactions.compose_press(message, custom_id, origin, self.clock(), values=values)
        return await self._tell(*composed)

    async def write(
        self, origin: Origin, content: str, *, files: Sequence[Json] = (), mention: bool = False
    ) -> Message:
        """Write a message; with ``mention`` it begins with the bot's name.

        In servers the bot sees only the content of messages that mention it.
        """
        words = f"<@{BOT}> {content}" if mention else content
        message = self.messages.write(
            origin.channel_id, origin.user_id, {"content": words, "attachments": list(files)}, self.clock()
        )
        told = message.tell() | {"mentions": [user(BOT)] if mention else []}
        if origin.guild is None:
            await self.gateway.tell_shard(0, "MESSAGE_CREATE", told | {"channel_type": 1})
            return message
        person = member(user(origin.user_id))
        del person["user"]
        told |= {"guild_id": guild_id(origin.guild), "member": person}
        told |= {} if mention else {"content": "", "attachments": []}
        await self.gateway.tell_guild(origin.guild, "MESSAGE_CREATE", told)
        return message

    def upload(self, name: str, body: bytes) -> Json:
        """A file to attach to a message, or to give to an option."""
        return self.rest.keep_file(name, body)

    def order(self, fault: Fault) -> Fault:
        """Order ``fault`` for its turn."""
        self.rest.faults.append(fault)
        return fault

    async def allow(self, guild: int, number: int, *, allowed: bool) -> None:
        """Allow or forbid the bot to post in a channel, and send the event."""
        told = channel(guild, number) | {"guild_id": guild_id(guild)}
        if allowed:
            self.rest.forbidden.discard(told["id"])
        else:
            self.rest.forbidden.add(told["id"])
            denied = {"id": guild_id(guild), "type": 0, "allow": "0", "deny": str(1 << 11)}
            told["permission_overwrites"] = [denied]
        await self.gateway.tell_guild(guild, "CHANNEL_UPDATE", told)

    def lose_network(self) -> None:
        """Break all connections, and refuse new ones."""
        self.rest.away = self.gateway.away = True
        self.gateway.cut()

    def find_network(self) -> None:
        """Accept connections again."""
        self.rest.away = self.gateway.away = False

    async def _tell(self, asked: Asked, event: Json) -> Asked:
        guild = None if asked.origin.installed else asked.origin.guild
        told = (
            await self.gateway.tell_shard(0, "INTERACTION_CREATE", event)
            if guild is None
            else await self.gateway.tell_guild(guild, "INTERACTION_CREATE", event)
        )
        self.unheard += not told
        return asked
