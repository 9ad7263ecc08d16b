"""The REST face: what a request does once the limits let it through. Unknown paths are answered 404 and counted."""

import asyncio
import json
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, Final

from aiohttp import web

from benchmarks.discord_loopback.interactions import Asked, Interactions
from benchmarks.discord_loopback.limits import Limits, Ruling
from benchmarks.discord_loopback.messages import Messages, RefusedError
from benchmarks.discord_loopback.world import APPLICATION, BOT, Form, Json, bot_user, conversation_id, person_id

API: Final = "/api/v10"

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
Clock = Callable[[], float]

_CHANNEL: Final = f"{API}/channels/{{channel}}"
_ORIGINAL: Final = f"{API}/webhooks/{APPLICATION}/{{token}}/messages/{{message}}"


@dataclass(slots=True)
class Rest:
    """Answers requests about one world. ``gateway`` is where the websocket is.

    ``forbidden`` and ``gone`` are the ids of channels that are answered 403 and 404; ``answered`` counts statuses.
    """

    form: Form
    messages: Messages
    interactions: Interactions
    limits: Limits
    clock: Clock
    gateway: str = ""
    forbidden: set[str] = field(default_factory=set)
    gone: set[str] = field(default_factory=set)
    answered: Counter[int] = field(default_factory=Counter)
    unknown: Counter[str] = field(default_factory=Counter)

    def add_routes(self, app: web.Application) -> None:
        """Let ``app`` answer as Discord's REST interface does."""
        app.add_routes(
            [
                web.get(f"{API}/users/@me", self._me),
                web.get(f"{API}/oauth2/applications/@me", self._application),
                web.get(f"{API}/applications/@me", self._application),
                web.put(f"{API}/applications/{APPLICATION}/commands", self._register),
                web.get(f"{API}/applications/{APPLICATION}/commands", self._commands),
                web.get(f"{API}/gateway/bot", self._gateway),
                web.post(f"{API}/users/@me/channels", self._open_conversation),
                web.get(f"{API}/guilds/{{guild}}", self._guild),
                web.get(_CHANNEL, self._channel),
                web.get(f"{_CHANNEL}/messages", self._history),
                web.post(f"{_CHANNEL}/messages", self._post),
                web.patch(f"{_CHANNEL}/messages/{{message}}", self._edit),
                web.post(f"{API}/interactions/{{interaction}}/{{token}}/callback", self._acknowledge),
                web.post(f"{API}/webhooks/{APPLICATION}/{{token}}", self._follow_up),
                web.patch(_ORIGINAL, self._follow_up),
                web.get(_ORIGINAL, self._original),
                web.delete(_ORIGINAL, self._take_back),
                web.route("*", f"{API}/{{rest:.*}}", self._unknown),
            ]
        )

    @web.middleware
    async def guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Hold a request to the limits, and tell Discord's refusals as Discord does."""
        if not request.path.startswith(API):
            return await handler(request)
        bucket, major = name_bucket(request.method, request.path.removeprefix(API))
        ruling = self.limits.rule(bucket, major, self.clock())
        if self.form.delay:
            await asyncio.sleep(self.form.delay)
        response = _refuse(ruling) if ruling.retry_after else await self._answer(request, handler)
        response.headers.update(ruling.headers)
        self.answered[response.status] += 1
        return response

    async def _answer(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        if not request.headers.get("Authorization", "Bot ").startswith("Bot "):
            return reply({"code": 0, "message": "401: Unauthorized"}, status=401)
        try:
            return await handler(request)
        except RefusedError as error:
            return reply(error.body, status=error.status)

    async def _me(self, _: web.Request) -> web.Response:
        return reply(bot_user())

    async def _application(self, _: web.Request) -> web.Response:
        named: Json = {"id": APPLICATION, "name": "attaché", "description": "", "icon": None, "flags": 0}
        named |= {"bot_public": True, "bot_require_code_grant": False, "verify_key": "", "owner": bot_user()}
        return reply(named)

    async def _register(self, request: web.Request) -> web.Response:
        return reply(self.interactions.register(await request.json()))

    async def _commands(self, _: web.Request) -> web.Response:
        return reply(list(self.interactions.commands.values()))

    async def _gateway(self, _: web.Request) -> web.Response:
        limit = {"total": 1000, "remaining": 1000, "reset_after": 0, "max_concurrency": self.form.max_concurrency}
        return reply({"url": self.gateway, "shards": self.form.shards, "session_start_limit": limit})

    async def _open_conversation(self, request: web.Request) -> web.Response:
        person = str((await request.json())["recipient_id"])
        return reply(self._find_channel(conversation_id(person)))

    async def _guild(self, request: web.Request) -> web.Response:
        number = self.form.find_guild(request.match_info["guild"])
        if number is None:
            raise RefusedError(404, 10004, "Unknown Guild")
        return reply(self.form.tell_guild(number) | {"owner_id": person_id(number)})

    async def _channel(self, request: web.Request) -> web.Response:
        return reply(self._find_channel(request.match_info["channel"]))

    async def _history(self, request: web.Request) -> web.Response:
        found = self._find_channel(request.match_info["channel"])
        asked = {name: int(value) for name, value in request.query.items() if name in {"limit", "before", "after"}}
        told = self.messages.history(found["id"], **{"limit": 50} | asked)
        return reply([message.tell() for message in told])

    async def _post(self, request: web.Request) -> web.Response:
        found = self._find_channel(request.match_info["channel"], writing=True)
        return reply(self.messages.post(found["id"], await read_body(request), self.clock()).tell())

    async def _edit(self, request: web.Request) -> web.Response:
        found = self._find_channel(request.match_info["channel"], writing=True)
        return reply(self.messages.edit(found["id"], request.match_info["message"], await read_body(request)).tell())

    async def _acknowledge(self, request: web.Request) -> web.Response:
        ident, token = request.match_info["interaction"], request.match_info["token"]
        asked = self.interactions.acknowledge(ident, token, await read_body(request), self.clock())
        told: Json = {"id": ident, "type": 2, "response_message_loading": asked.callback == 5}
        told |= {"response_message_id": ident, "response_message_ephemeral": False}
        resource: Json = {"type": asked.callback}
        if asked.callback in {4, 5}:
            resource["message"] = self._tell_answer(asked.ident, asked.said[-1] if asked.said else {})
        return reply({"interaction": told, "resource": resource})

    async def _follow_up(self, request: web.Request) -> web.Response:
        asked = self.interactions.answer(request.match_info["token"], await read_body(request), self.clock())
        return reply(self._tell_answer(asked.ident, asked.said[-1]))

    async def _original(self, request: web.Request) -> web.Response:
        asked = self._find_asked(request)
        return reply(self._tell_answer(asked.ident, asked.said[-1] if asked.said else {}))

    async def _take_back(self, request: web.Request) -> web.Response:
        # what was announced may be taken back, to be answered to that person alone; the interaction goes on
        self._find_asked(request)
        return web.Response(status=204)

    async def _unknown(self, request: web.Request) -> web.Response:
        self.unknown[f"{request.method} {request.path.removeprefix(API)}"] += 1
        return reply({"code": 0, "message": "404: Not Found"}, status=404)

    def _find_asked(self, request: web.Request) -> Asked:
        asked = self.interactions.by_token.get(request.match_info["token"])
        if asked is None or asked.acknowledged_at is None:
            raise RefusedError(404, 10008, "Unknown Message")
        return asked

    def _find_channel(self, ident: str, *, writing: bool = False) -> Json:
        found = None if ident in self.gone else self.form.find_channel(ident)
        if found is None:
            raise RefusedError(404, 10003, "Unknown Channel")
        if writing and ident in self.forbidden:
            raise RefusedError(403, 50013, "Missing Permissions")
        return found

    def _tell_answer(self, ident: str, body: Json) -> Json:
        # answers are not kept among the channel's messages: nobody asks the history for them
        message = Messages().post("0", {name: body[name] for name in body if name != "nonce"}, 0.0).tell()
        return message | {"id": ident, "webhook_id": BOT, "application_id": APPLICATION}


def name_bucket(method: str, path: str) -> tuple[str, str]:
    """The bucket of a request to ``path`` (below the API's address), and the channel or webhook that parts it."""
    parts = path.strip("/").split("/")
    match parts:
        case ["channels", channel, *rest]:
            return f"{method} channels" + (f"/{rest[0]}" if rest else ""), channel
        case ["webhooks", _, token, *_]:
            return f"{method} webhooks", token
        case ["interactions", ident, *_]:
            return f"{method} interactions", ident
        case ["guilds", guild, *_]:
            return f"{method} guilds", guild
        case ["users", "@me", "channels"]:
            return f"{method} users/channels", ""
        case _:
            return f"{method} {parts[0]}", ""


async def read_body(request: web.Request) -> Json:
    """What was asked for: JSON, or the JSON part of a form with files, which are left unread."""
    if request.content_type != "multipart/form-data":
        asked: Json = await request.json()
        return asked
    form = await request.post()
    found: Json = json.loads(str(form.get("payload_json", "{}")))
    return found


def reply(body: Any, *, status: int = 200) -> web.Response:
    """JSON as Discord labels it: discord.py reads it as text where the label also names a charset."""
    return web.Response(body=json.dumps(body).encode(), status=status, content_type="application/json")


def _refuse(ruling: Ruling) -> web.Response:
    words = "You are being rate limited."
    waits = {"message": words, "retry_after": round(ruling.retry_after, 3), "global": ruling.everywhere}
    return reply(waits, status=429)
