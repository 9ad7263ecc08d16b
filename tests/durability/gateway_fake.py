"""Discord's gateway and interactions, beside the REST interface of :mod:`tests.durability.discord_fake`.

A session that is opened before its bucket is free again is told to come later, as Discord does. Under ``/control`` a
test sets how Discord wants to be connected to, has somebody use a command, and reads which sessions there are.
"""

import json
import time
from dataclasses import dataclass, field
from typing import Any

from aiohttp import WSMsgType, web

Json = dict[str, Any]

HELLO, IDENTIFY, RESUME, HEARTBEAT, ACK, DISPATCH, INVALID = 10, 2, 6, 1, 11, 0, 9
_EPOCH = 1_420_070_400_000
SPACING = 5.0
"""Seconds between two sessions of one bucket."""


@dataclass
class Gateway:
    """The sessions, and what is wanted of those who connect. ``refused`` counts those that came too early."""

    shards: int = 1
    at_once: int = 1
    servers: int = 12
    sessions: dict[int, web.WebSocketResponse] = field(default_factory=dict)
    opened: list[Json] = field(default_factory=list)
    refused: int = 0
    answers: list[Json] = field(default_factory=list)
    _free_at: dict[int, float] = field(default_factory=dict)

    def admit(self, shard: int) -> bool:
        """Whether a session may be opened now."""
        bucket, now = shard % self.at_once, time.monotonic()
        if now < self._free_at.get(bucket, 0.0):
            self.refused += 1
            return False
        self._free_at[bucket] = now + SPACING
        return True

    def servers_of(self, shard: int, shards: int) -> list[str]:
        """The ids of the servers of ``shard``."""
        return [str(n << 22) for n in range(1, self.servers + 1) if n % shards == shard]


async def _say(socket: web.WebSocketResponse, code: int, data: Any, event: str | None = None) -> None:
    await socket.send_str(json.dumps({"op": code, "d": data, "t": event, "s": 1 if event else None}))


async def _open_session(gateway: Gateway, socket: web.WebSocketResponse, wanted: Json, address: str, me: Json) -> None:
    shard, shards = wanted.get("shard") or [0, 1]
    if not gateway.admit(shard):
        await _say(socket, INVALID, False)
        return
    gateway.sessions[shard] = socket
    gateway.opened.append({"shard": shard, "shards": shards, "at": time.monotonic(), "token": wanted["token"]})
    servers = gateway.servers_of(shard, shards)
    ready = {"v": 10, "user": me, "session_id": f"s{shard}", "resume_gateway_url": address, "shard": [shard, shards]}
    ready |= {"guilds": [{"id": ident, "unavailable": True} for ident in servers]}
    await _say(socket, DISPATCH, ready | {"application": {"id": me["id"], "flags": 0}}, "READY")
    for ident in servers:
        server = {"id": ident, "name": f"server {ident}", "owner_id": "20", "roles": [], "emojis": [], "features": []}
        lists: Json = {key: [] for key in ("channels", "members", "threads", "presences", "voice_states", "stickers")}
        levels = dict.fromkeys(("verification_level", "mfa_level", "nsfw_level", "premium_tier"), 0)
        await _say(socket, DISPATCH, server | lists | levels | {"member_count": 2}, "GUILD_CREATE")


def add_gateway(routes: web.RouteTableDef, gateway: Gateway, api: str, me: Json) -> None:
    """Add the gateway's socket, what is asked before it is opened, and where interactions are answered."""

    @routes.get(f"{api}/gateway/bot")
    async def bot(request: web.Request) -> web.Response:
        limits = {"total": 1000, "remaining": 1000, "reset_after": 0, "max_concurrency": gateway.at_once}
        return _reply({"url": f"ws://{request.host}/gateway", "shards": gateway.shards, "session_start_limit": limits})

    @routes.get("/gateway")
    @routes.get("/gateway/")
    async def connect(request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await _say(socket, HELLO, {"heartbeat_interval": 41_250})
        async for message in socket:
            if message.type is not WSMsgType.TEXT:
                break
            said = json.loads(message.data)
            if said["op"] == HEARTBEAT:
                await _say(socket, ACK, None)
            elif said["op"] == IDENTIFY:
                await _open_session(gateway, socket, said["d"], f"ws://{request.host}/gateway", me)
        for shard in [shard for shard, one in gateway.sessions.items() if one is socket]:
            del gateway.sessions[shard]
        return socket

    @routes.put(f"{api}/applications/{{application}}/commands")
    async def register(_request: web.Request) -> web.Response:
        return _reply([])  # nobody asks what became of them

    @routes.post(f"{api}/interactions/{{ident}}/{{token}}/callback")
    async def acknowledge(request: web.Request) -> web.Response:
        ident = request.match_info["ident"]
        gateway.answers.append({"id": ident, "type": (await request.json())["type"], "at": time.monotonic()})
        return _reply({"interaction": {"id": ident, "type": 2, "response_message_id": "1"}})

    @routes.patch(f"{api}/webhooks/{{application}}/{{token}}/messages/@original")
    @routes.post(f"{api}/webhooks/{{application}}/{{token}}")
    async def answer(request: web.Request) -> web.Response:
        body = await request.json()
        ident = request.match_info["token"].removeprefix("token")
        gateway.answers.append({"id": ident, "components": body.get("components"), "at": time.monotonic()})
        message: Json = {"id": "2", "channel_id": "30", "author": me, "content": "", "embeds": [], "attachments": []}
        message |= {"timestamp": "2026-03-02T00:00:00+00:00", "edited_timestamp": None, "type": 0, "flags": 0}
        lists: Json = {key: [] for key in ("mentions", "mention_roles", "components")}
        return _reply(message | lists | {"tts": False, "pinned": False, "mention_everyone": False})


def add_gateway_control(routes: web.RouteTableDef, gateway: Gateway) -> None:
    """Add what a test orders of the gateway."""

    @routes.post("/control/gateway")
    async def want(request: web.Request) -> web.Response:
        wanted = await request.json()
        gateway.shards, gateway.at_once = wanted["shards"], wanted["at_once"]
        gateway.opened.clear()
        gateway.refused = 0
        return _reply({})

    @routes.get("/control/gateway")
    async def tell(_request: web.Request) -> web.Response:
        here = {"sessions": sorted(gateway.sessions), "opened": gateway.opened, "answers": gateway.answers}
        return _reply({**here, "refused": gateway.refused, "now": time.monotonic()})

    @routes.post("/control/command")
    async def use(request: web.Request) -> web.Response:
        """Somebody uses a command in direct messages: its "name", and its "options" by name."""
        wanted = await request.json()
        ident = str(int(time.time() * 1000 - _EPOCH) << 22)
        person = {"id": "20", "username": "ana", "discriminator": "0", "avatar": None}
        options = [{"name": name, "type": 3, "value": value} for name, value in wanted["options"].items()]
        said = {"id": "9", "name": wanted["name"], "type": 1, "options": options}
        interaction = {
            "id": ident,
            "application_id": "1",
            "type": 2,
            "token": f"token{ident}",
            "version": 1,
            "data": said,
        }
        interaction |= {"channel": {"id": "30", "type": 1}, "channel_id": "30", "user": person, "context": 1}
        interaction |= {"authorizing_integration_owners": {}, "entitlements": [], "locale": "en-US"}
        sent_at = time.monotonic()
        await _say(
            gateway.sessions[0], DISPATCH, interaction | {"attachment_size_limit": 10_000_000}, "INTERACTION_CREATE"
        )
        return _reply({"id": ident, "at": sent_at})


def _reply(body: Any) -> web.Response:
    return web.Response(body=json.dumps(body).encode(), content_type="application/json")
