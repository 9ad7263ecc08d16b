"""The REST interface: what a request does after the rate limits. Unknown paths are answered 404 and counted."""

import asyncio
import json
import mimetypes
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, Final

from aiohttp import web

from benchmarks.discord_loopback.faults import Cut, Fault, answer, cut_off
from benchmarks.discord_loopback.interactions import Interactions
from benchmarks.discord_loopback.limits import Limits, Ruling
from benchmarks.discord_loopback.messages import Messages, RefusedError
from benchmarks.discord_loopback.threads import Threads
from benchmarks.discord_loopback.world import APPLICATION, EVERYTHING, Form, Json, bot_user, conversation_id, person_id

API: Final = "/api/v10"

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
Clock = Callable[[], float]

_FILES: Final = "/files/{ident}/{name}"
_CHANNEL: Final = f"{API}/channels/{{channel}}"
_ORIGINAL: Final = f"{API}/webhooks/{APPLICATION}/{{token}}/messages/{{message}}"


@dataclass(frozen=True, slots=True)
class Request:
    """A request below the API's address, with its JSON; ``status`` 0 if it was cut off."""

    method: str
    path: str
    body: Any
    at: float
    status: int


@dataclass(slots=True)
class Rest:
    """Answers requests. ``gateway`` is the websocket's address, ``address`` its own.

    ``token`` is the only one that is accepted, None for any; ``flags`` are the application's. ``forbidden`` and
    ``gone`` are ids of channels that are answered 403 and 404, ``closed`` those of direct messages that are refused;
    ``answered`` counts statuses. ``faults`` happen in order; while it is ``away`` every connection breaks. With
    ``kept``, all requests are recorded.
    """

    form: Form
    messages: Messages
    threads: Threads
    interactions: Interactions
    limits: Limits
    clock: Clock
    gateway: str = ""
    token: str | None = None
    flags: int = 0
    forbidden: set[str] = field(default_factory=set)
    gone: set[str] = field(default_factory=set)
    answered: Counter[int] = field(default_factory=Counter)
    unknown: Counter[str] = field(default_factory=Counter)
    closed: set[str] = field(default_factory=set)
    faults: list[Fault] = field(default_factory=list)
    away: bool = False
    address: str = ""
    kept: list[Request] | None = None
    _files: dict[str, bytes] = field(default_factory=dict)

    def add_routes(self, app: web.Application) -> None:
        """Add Discord's REST interface to ``app``."""
        app.add_routes(
            [
                web.get(f"{API}/users/@me", self._me),
                web.get(f"{API}/users/@me/guilds", self._guilds),
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
                web.post(f"{_CHANNEL}/threads", self._open_in_forum),
                web.post(f"{_CHANNEL}/messages/{{message}}/threads", self._open_thread),
                web.post(f"{_CHANNEL}/typing", self._type),
                web.get(f"{_CHANNEL}/messages/{{message}}", self._message),
                web.patch(f"{_CHANNEL}/messages/{{message}}", self._edit),
                web.post(f"{API}/interactions/{{interaction}}/{{token}}/callback", self._acknowledge),
                web.post(f"{API}/webhooks/{APPLICATION}/{{token}}", self._follow_up),
                web.patch(_ORIGINAL, self._change),
                web.get(_ORIGINAL, self._original),
                web.delete(_ORIGINAL, self._take_back),
                web.get(_FILES, self._file),
                web.route("*", f"{API}/{{rest:.*}}", self._unknown),
            ]
        )

    @web.middleware
    async def guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Apply the rate limits to a request, and word refusals as Discord does."""
        if self.away:
            return cut_off(request)
        if not request.path.startswith(API):
            return await handler(request)
        path = request.path.removeprefix(API)
        bucket, major = name_bucket(request.method, path)
        fault = next((one for one in self.faults if one.takes(request.method, path)), None)
        body = await read_json(request) if self.kept is not None else None
        if fault is not None:
            fault.happened += 1
            response = await self._fail(request, handler, fault)
        else:
            ruling = self.limits.rule(bucket, major, self.clock())
            if self.form.delay:
                await asyncio.sleep(self.form.delay)
            response = _refuse(ruling) if ruling.retry_after else await self._answer(request, handler)
            response.headers.update(ruling.headers)
        cut = fault is not None and fault.cut is not None
        if self.kept is not None:
            self.kept.append(Request(request.method, path, body, self.clock(), 0 if cut else response.status))
        self.answered[0 if cut else response.status] += 1
        return response

    def keep_file(self, name: str, body: bytes) -> Json:
        """Store a file; return its attachment as Discord does."""
        ident = self.messages.next_id()
        self._files[ident] = body
        url = self.address + _FILES.format(ident=ident, name=name)
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        return {"id": ident, "filename": name, "size": len(body), "url": url, "proxy_url": url, "content_type": kind}

    def read_file(self, attachment: Json) -> bytes:
        """The content of an attachment. Raises ``KeyError``."""
        return self._files[attachment["id"]]

    async def _fail(self, request: web.Request, handler: Handler, fault: Fault) -> web.StreamResponse:
        """The ordered fault; a request cut off after its effect has it before it is held."""
        response: web.StreamResponse | None = None
        if fault.cut is Cut.AFTER:
            response = await self._answer(request, handler)
        await fault.wait()
        if fault.effective and response is None:
            response = await self._answer(request, handler)
        if fault.cut:
            return cut_off(request)
        if fault.status or response is None:
            response = answer(fault)
        response.headers["Via"] = (
            "1.1 loopback"  # by this header discord.py knows that the answer is from Discord itself
        )
        return response

    async def _answer(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        given = request.headers.get("Authorization")  # none where the path itself holds an interaction's token
        if given is not None and not given.startswith(f"Bot {self.token or ''}"):
            return reply({"code": 0, "message": "401: Unauthorized"}, status=401)
        try:
            return await handler(request)
        except RefusedError as error:
            return reply(error.body, status=error.status)

    async def _me(self, _: web.Request) -> web.Response:
        return reply(bot_user())

    async def _guilds(self, _: web.Request) -> web.Response:
        told = [self.form.tell_guild(number) for number in range(self.form.guilds)]
        return reply([{"id": one["id"], "name": one["name"], "permissions": str(EVERYTHING)} for one in told])

    async def _application(self, _: web.Request) -> web.Response:
        named: Json = {"id": APPLICATION, "name": "attaché", "description": "", "icon": None, "flags": self.flags}
        named["integration_types_config"] = {"0": {}, "1": {}}
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
        return reply(self.messages.post(found["id"], await self._read(request), self.clock()).tell())

    async def _open_thread(self, request: web.Request) -> web.Response:
        found = self._find_channel(request.match_info["channel"], writing=True)
        return reply(self.threads.open_on_message(found, request.match_info["message"], await self._read(request)))

    async def _open_in_forum(self, request: web.Request) -> web.Response:
        found = self._find_channel(request.match_info["channel"], writing=True)
        return reply(self.threads.open_in_forum(found, await self._read(request), self.clock()))

    async def _type(self, request: web.Request) -> web.Response:
        self._find_channel(request.match_info["channel"], writing=True)
        return web.Response(status=204)

    async def _message(self, request: web.Request) -> web.Response:
        found = self._find_channel(request.match_info["channel"])
        return reply(self.messages.find(found["id"], request.match_info["message"]).tell())

    async def _file(self, request: web.Request) -> web.Response:
        return web.Response(body=self._files[request.match_info["ident"]])

    async def _edit(self, request: web.Request) -> web.Response:
        found = self._find_channel(request.match_info["channel"], writing=True)
        return reply(self.messages.edit(found["id"], request.match_info["message"], await self._read(request)).tell())

    async def _acknowledge(self, request: web.Request) -> web.Response:
        ident, token = request.match_info["interaction"], request.match_info["token"]
        asked = self.interactions.acknowledge(ident, token, await self._read(request), self.clock())
        told: Json = {"id": ident, "type": 2, "response_message_loading": asked.callback == 5}
        told |= {"response_message_id": ident, "response_message_ephemeral": False}
        resource: Json = {"type": asked.callback}
        if asked.callback in {4, 5}:
            resource["message"] = asked.answers[ident]
        return reply({"interaction": told, "resource": resource})

    async def _follow_up(self, request: web.Request) -> web.Response:
        body = await self._read(request)
        return reply(self.interactions.answer(request.match_info["token"], body, self.clock()))

    async def _change(self, request: web.Request) -> web.Response:
        token, ident = request.match_info["token"], request.match_info["message"]
        return reply(self.interactions.change(token, ident, await self._read(request), self.clock()))

    async def _original(self, request: web.Request) -> web.Response:
        return reply(self.interactions.find_answer(request.match_info["token"], request.match_info["message"]))

    async def _take_back(self, request: web.Request) -> web.Response:
        # an announced answer may be deleted and then sent privately; the interaction continues
        self.interactions.take_back(request.match_info["token"], request.match_info["message"])
        return web.Response(status=204)

    async def _unknown(self, request: web.Request) -> web.Response:
        self.unknown[f"{request.method} {request.path.removeprefix(API)}"] += 1
        return reply({"code": 0, "message": "404: Not Found"}, status=404)

    def _find_channel(self, ident: str, *, writing: bool = False) -> Json:
        found = None if ident in self.gone else self.threads.opened.get(ident) or self.form.find_channel(ident)
        if found is None:
            raise RefusedError(404, 10003, "Unknown Channel")
        if writing and ident in self.forbidden:
            raise RefusedError(403, 50013, "Missing Permissions")
        if writing and ident in self.closed:
            raise RefusedError(403, 50007, "Cannot send messages to this user")
        return found

    async def _read(self, request: web.Request) -> Json:
        """The request's JSON, with its files stored and replaced by attachments."""
        asked: Json = await read_json(request)
        if request.content_type != "multipart/form-data":
            return asked
        form = await request.post()
        kept = [
            self.keep_file(part.filename, part.file.read())
            for name, part in form.items()
            if name.startswith("files[") and isinstance(part, web.FileField)
        ]
        body = asked.get("data", asked)
        described = {str(one.get("id")): one.get("description") for one in body.get("attachments") or ()}
        for number, one in enumerate(kept):
            one["description"] = described.get(str(number))
        body["attachments"] = kept
        return asked


def name_bucket(method: str, path: str) -> tuple[str, str]:
    """The bucket of a request to ``path`` (below the API's address), and its channel or webhook."""
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


async def read_json(request: web.Request) -> Any:
    """The request's JSON, or the JSON part of a form with files; None for neither."""
    if request.content_type == "multipart/form-data":
        form = await request.post()
        return json.loads(str(form.get("payload_json", "{}")))
    return await request.json() if request.content_type == "application/json" and request.body_exists else None


def reply(body: Any, *, status: int = 200) -> web.Response:
    """JSON with Discord's content type: with a charset, discord.py would read it as text."""
    return web.Response(body=json.dumps(body).encode(), status=status, content_type="application/json")


def _refuse(ruling: Ruling) -> web.Response:
    words = "You are being rate limited."
    waits = {"message": words, "retry_after": round(ruling.retry_after, 3), "global": ruling.everywhere}
    return reply(waits, status=429)
