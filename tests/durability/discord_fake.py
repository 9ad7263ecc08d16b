"""Discord's REST interface in a program of its own: what posting needs, with time and faults at a test's command.

``python -m tests.durability.discord_fake --port 0`` prints its port. Under ``/api/v10`` it answers as Discord does, in
particular: a nonce is remembered for five minutes of *its* time and then forgotten; a history that may not be read
comes back empty; a thread opened in a forum has its first message's id. Under ``/control`` a test sets the time, adds
channels and other people's messages, orders faults, and reads what is stored.

A fault is ``{"method", "path" (a regular expression), "times", ...}`` and one of: ``"status"`` (with ``"body"`` and
``"retry_after"``), ``"drop": "before"|"after"`` (break the connection before or after doing what was asked),
``"held"`` (do it only after ``/control/release``), ``"kill": pid`` with ``"when": "received"|"stored"|"lost"`` (end
that process at this moment; what was asked is done all the same, with ``"held"`` later, except for ``"lost"``).
"""

import argparse
import asyncio
import json
import os
import re
import signal
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any

from aiohttp import web

from tests.durability.gateway_fake import Gateway, add_gateway, add_gateway_control

NONCES_KEPT = 300.0
"""Seconds for which a nonce is remembered: "the past few minutes"."""
BOT = "1"
GUILD = "10"
OWNER = "20"

_EPOCH = 1_420_070_400_000
_TEXT, _DM, _ANNOUNCEMENT, _THREAD, _FORUM = 0, 1, 5, 11, 15
_MISSING = {"code": 50013, "message": "Missing Permissions"}
_UNKNOWN_CHANNEL = {"code": 10003, "message": "Unknown Channel"}

Json = dict[str, Any]
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class RefusedError(Exception):
    """Discord answers ``status`` with ``body``."""

    def __init__(self, status: int, body: Json) -> None:
        super().__init__(status, body)
        self.status = status
        self.body = body


class FakeDiscord:
    """Everything that is stored, and the rules by which it changes. ``offset``: seconds that its clock is ahead."""

    def __init__(self) -> None:
        self.offset = 0.0
        self.faults: list[Json] = []
        self.requests: list[Json] = []
        self.channels: dict[str, Json] = {}
        self.messages: dict[str, list[Json]] = {}
        self.nonces: dict[str, tuple[float, Json]] = {}
        self.released = asyncio.Event()
        self.gateway = Gateway()
        self._last = 0

    def now(self) -> float:
        return time.time() + self.offset

    def add_channel(self, kind: int, **settings: Any) -> Json:
        """Add a channel. ``settings`` also hold what the bot may do there: "may_send", "may_read", "closed"."""
        channel = {"id": str(self._snowflake()), "type": kind, "guild_id": GUILD, "name": "desk", **settings}
        channel |= {"position": 0, "permission_overwrites": [], "last_message_id": None, "flags": 0, "parent_id": None}
        channel |= {"available_tags": [], **settings}
        self.channels[channel["id"]] = channel
        self.messages[channel["id"]] = []
        return channel

    def open_channel(self, ident: str) -> Json:
        if ident not in self.channels:
            raise RefusedError(404, _UNKNOWN_CHANNEL)
        return self.channels[ident]

    def post(self, ident: str, body: Json) -> Json:
        """Store a message of the bot, or give the one that has this nonce."""
        channel = self.open_channel(ident)
        if channel.get("closed"):
            raise RefusedError(403, {"code": 50007, "message": "Cannot send messages to this user"})
        if not channel.get("may_send", True):
            raise RefusedError(403, _MISSING)
        nonce = body.get("nonce")
        if nonce is not None and len(str(nonce)) > 25:
            raise RefusedError(400, {"code": 50035, "message": "Invalid Form Body"})
        if nonce is not None and body.get("enforce_nonce"):
            at, stored = self.nonces.get(str(nonce), (float("-inf"), {}))
            if self.now() - at < NONCES_KEPT:
                return stored
        message = self.store(ident, BOT, body)
        if nonce is not None:
            message["nonce"] = nonce
            self.nonces[str(nonce)] = (self.now(), message)
        return message

    def store(self, ident: str, author: str, body: Json, at: int | None = None) -> Json:
        at = at or self._snowflake()
        message: Json = {
            "id": str(at),
            "channel_id": ident,
            "author": user(author),
            "content": body.get("content") or "",
            "embeds": body.get("embeds") or [],
            "components": body.get("components") or [],
            "timestamp": _iso(self.now()),
            "edited_timestamp": None,
            "type": 0,
            "flags": body.get("flags") or 0,
            "tts": False,
            "pinned": False,
            "mention_everyone": False,
            "mentions": [],
            "mention_roles": [],
            "attachments": [],
        }
        self.messages[ident].append(message)
        self.channels[ident]["last_message_id"] = message["id"]
        return message

    def open_thread(self, ident: str, body: Json) -> Json:
        """Open a thread in a forum with its first message. There is no nonce for that."""
        forum = self.open_channel(ident)
        if not forum.get("may_send", True):
            raise RefusedError(403, _MISSING)
        if forum["flags"] & 1 << 4 and not body.get("applied_tags"):
            raise RefusedError(400, {"code": 40067, "message": "A tag is required to create a forum post"})
        at = self._snowflake()
        metadata: Json = {"archived": False, "locked": False, "auto_archive_duration": 1440}
        metadata |= {key: _iso(self.now()) for key in ("archive_timestamp", "create_timestamp")}
        counts = {"message_count": 0, "member_count": 1, "rate_limit_per_user": 0}
        thread = self.add_channel(_THREAD, id=str(at), owner_id=BOT, thread_metadata=metadata, **counts)
        thread |= {"parent_id": ident, "name": body["name"]}
        message = self.store(str(at), BOT, body["message"], at)
        return {**thread, "message": message}

    def history(self, ident: str, query: Json) -> list[Json]:
        """At most ``limit`` messages, newest first. Without the permission to read the history: none, and no error."""
        if not self.open_channel(ident).get("may_read", True):
            return []
        limit = int(query.get("limit", 50))
        stored = self.messages[ident]
        if "after" in query:
            return [message for message in stored if int(message["id"]) > int(query["after"])][:limit][::-1]
        before = int(query.get("before", 2**63))
        return [message for message in stored if int(message["id"]) < before][-limit:][::-1]

    def threads(self, ident: str | None, *, archived: bool) -> Json:
        found = [channel for channel in self.channels.values() if channel["type"] == _THREAD]
        fits = [t for t in found if t["thread_metadata"]["archived"] == archived and ident in {None, t["parent_id"]}]
        return {"threads": fits, "members": [], "has_more": False}

    def find_message(self, ident: str, message_id: str) -> Json:
        self.open_channel(ident)
        for message in self.messages[ident]:
            if message["id"] == message_id:
                return message
        raise RefusedError(404, {"code": 10008, "message": "Unknown Message"})

    def _snowflake(self) -> int:
        self._last = max(self._last + 1, (int(self.now() * 1000) - _EPOCH) << 22)
        return self._last


def user(ident: str) -> Json:
    return {"id": ident, "username": f"user{ident}", "discriminator": "0", "avatar": None, "bot": ident == BOT}


def reply(body: Any, *, status: int = 200, headers: dict[str, str] | None = None) -> web.Response:
    """JSON as Discord labels it: discord.py reads it as text where the label also names a charset."""
    words = json.dumps(body).encode()
    return web.Response(body=words, status=status, headers=headers, content_type="application/json")


def _iso(at: float) -> str:
    return datetime.fromtimestamp(at, UTC).isoformat()


def make_app(discord: FakeDiscord) -> web.Application:
    """The fake as an application of aiohttp."""
    routes = web.RouteTableDef()
    api = "/api/v10"

    @routes.get(f"{api}/users/@me")
    async def me(_request: web.Request) -> web.Response:
        return reply(user(BOT))

    @routes.get(f"{api}/oauth2/applications/@me")
    async def application(_request: web.Request) -> web.Response:
        named = {"id": BOT, "name": "attaché", "description": "", "icon": None, "owner": user(OWNER)}
        return reply({**named, "bot_public": True, "bot_require_code_grant": False, "verify_key": ""})

    @routes.post(f"{api}/users/@me/channels")
    async def open_dm(request: web.Request) -> web.Response:
        person = str((await request.json())["recipient_id"])
        known = (c for c in discord.channels.values() if c["type"] == _DM and c["person"] == person)
        found = next(known, None) or discord.add_channel(_DM, person=person, recipients=[user(person)])
        return reply(found)

    @routes.get(f"{api}/guilds/{{guild}}")
    async def guild(request: web.Request) -> web.Response:
        if request.match_info["guild"] != GUILD:
            raise RefusedError(404, {"code": 10004, "message": "Unknown Guild"})
        return reply({"id": GUILD, "name": "guild", "owner_id": OWNER, "roles": [], "emojis": []})

    @routes.get(f"{api}/guilds/{{guild}}/threads/active")
    async def active_threads(_request: web.Request) -> web.Response:
        return reply(discord.threads(None, archived=False))

    _add_channels(routes, discord, f"{api}/channels/{{channel}}")
    add_gateway(routes, discord.gateway, api, user(BOT))
    _add_control(routes, discord)
    add_gateway_control(routes, discord.gateway)
    app = web.Application(middlewares=[_faults(discord)])
    app.add_routes(routes)
    return app


def _add_channels(routes: web.RouteTableDef, discord: FakeDiscord, channel: str) -> None:
    @routes.get(channel)
    async def get_channel(request: web.Request) -> web.Response:
        return reply(discord.open_channel(request.match_info["channel"]))

    @routes.get(f"{channel}/threads/archived/public")
    async def archived_threads(request: web.Request) -> web.Response:
        return reply(discord.threads(request.match_info["channel"], archived=True))

    @routes.post(f"{channel}/threads")
    async def open_thread(request: web.Request) -> web.Response:
        return reply(discord.open_thread(request.match_info["channel"], await request.json()))

    @routes.get(f"{channel}/messages")
    async def history(request: web.Request) -> web.Response:
        return reply(discord.history(request.match_info["channel"], dict(request.query)))

    @routes.post(f"{channel}/messages")
    async def post(request: web.Request) -> web.Response:
        return reply(discord.post(request.match_info["channel"], await request.json()))

    @routes.patch(f"{channel}/messages/{{message}}")
    async def edit(request: web.Request) -> web.Response:
        message = discord.find_message(request.match_info["channel"], request.match_info["message"])
        body = await request.json()
        message |= {key: body[key] for key in ("content", "embeds", "components") if body.get(key) is not None}
        message["edited_timestamp"] = _iso(discord.now())
        return reply(message)


def _add_control(routes: web.RouteTableDef, discord: FakeDiscord) -> None:
    @routes.post("/control/time")
    async def advance(request: web.Request) -> web.Response:
        discord.offset += float((await request.json())["advance"])
        return reply({"offset": discord.offset})

    @routes.post("/control/faults")
    async def order_fault(request: web.Request) -> web.Response:
        discord.faults.append({"times": 1, "method": "POST", "path": ".*", **await request.json()})
        return reply({})

    @routes.post("/control/release")
    async def release(_request: web.Request) -> web.Response:
        """Let through what is held, and hold what comes after."""
        discord.released.set()
        discord.released = asyncio.Event()
        return reply({})

    @routes.post("/control/channels")
    async def add_channel(request: web.Request) -> web.Response:
        settings = await request.json()
        return reply(discord.add_channel(settings.pop("type", _TEXT), **settings))

    @routes.patch("/control/channels/{channel}")
    async def change_channel(request: web.Request) -> web.Response:
        channel = discord.channels[request.match_info["channel"]]
        channel |= await request.json()
        return reply(channel)

    @routes.delete("/control/channels/{channel}")
    async def remove_channel(request: web.Request) -> web.Response:
        del discord.channels[request.match_info["channel"]]
        return reply({})

    @routes.post("/control/chatter")
    async def chatter(request: web.Request) -> web.Response:
        """Other people's messages: ``count`` of them in ``channel``."""
        wanted = await request.json()
        for number in range(wanted["count"]):
            discord.store(wanted["channel"], OWNER, {"content": f"word {number}"})
        return reply({})

    @routes.get("/control/state")
    async def state(_request: web.Request) -> web.Response:
        return reply({"messages": discord.messages, "requests": discord.requests, "channels": discord.channels})


def _faults(discord: FakeDiscord) -> Any:
    @web.middleware
    async def answer(request: web.Request, handler: Handler) -> web.StreamResponse:
        if request.path.startswith(("/control", "/gateway")):
            return await handler(request)
        path = request.path.removeprefix("/api/v10")
        body = await request.json() if request.can_read_body else None
        discord.requests.append({"method": request.method, "path": path, "json": body})
        fault = _find_fault(discord, request.method, path)
        if fault.get("when") in {"received", "lost"}:
            _kill(fault["kill"])
        if "held" in fault:
            await discord.released.wait()
        if "status" in fault:
            return _refuse(fault)
        if fault.get("drop") == "before" or fault.get("when") == "lost":
            return _hang_up(request)
        try:
            response = await handler(request)
        except RefusedError as error:
            return reply(error.body, status=error.status)
        if fault.get("when") == "stored":
            _kill(fault["kill"])
        if fault.get("drop") == "after" or "kill" in fault:
            return _hang_up(request)
        return response

    return answer


def _find_fault(discord: FakeDiscord, method: str, path: str) -> Json:
    for fault in discord.faults:
        if fault["times"] and fault["method"] == method and re.fullmatch(fault["path"], path):
            fault["times"] -= 1
            return fault
    return {}


def _kill(process: int) -> None:
    # SIGKILL is delivered before the call returns or soon after: the client never sees the answer, which is not sent
    os.kill(process, signal.SIGKILL)


def _refuse(fault: Json) -> web.Response:
    body = fault.get("body") or {"code": 0, "message": "ordered by the test"}
    if "retry_after" in fault:
        # "Via" tells discord.py that it was Discord itself that answered
        waits = {"retry_after": fault["retry_after"], "global": False}
        return reply(body | waits, status=fault["status"], headers={"Via": "1.1 fake"})
    return reply(body, status=fault["status"])


def _hang_up(request: web.Request) -> web.Response:
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


async def serve(port: int) -> None:
    """Answer on loopback until the program is ended; the port is printed once it can be used."""
    runner = web.AppRunner(make_app(FakeDiscord()))
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", port)
    await site.start()
    print(runner.addresses[0][1], flush=True)
    await asyncio.Event().wait()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, default=0)
    asyncio.run(serve(parser.parse_args().port))
