"""The gateway: one websocket per shard, its sessions, and their events.

It compresses with zlib-stream on request; clients that ask for zstd-stream get plain messages, which discord.py also
reads. A session outlives its connection, so that it can be resumed: missed events are sent again.
"""

import asyncio
import json
import secrets
import zlib
from collections import Counter, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

from aiohttp import WSMsgType, web

from benchmarks.discord_loopback.faults import cut_off
from benchmarks.discord_loopback.limits import Identifies, Sendings
from benchmarks.discord_loopback.world import APPLICATION, MOST_GUILDS_A_SHARD, Form, Json, bot_user, guild_id

DISPATCH, HEARTBEAT, IDENTIFY, RESUME, RECONNECT, INVALID, HELLO, ACK = 0, 1, 2, 6, 7, 9, 10, 11
UNKNOWN_CODE, TOO_FAST, SHARDING_REQUIRED = 4001, 4008, 4011
_REMEMBERED: Final = 5_000  # events of a session that can be sent again
_NETWORK: Final = 0.02  # seconds
_LATE: Final = 1.5  # heartbeats late from this many intervals on


@dataclass(slots=True)
class Session:
    """The events of one shard. ``line`` is its connection, None without one."""

    ident: str
    shard: int
    shards: int
    line: "Line | None" = None
    told: int = 0
    events: deque[Json] = field(default_factory=lambda: deque(maxlen=_REMEMBERED))

    async def dispatch(self, name: str, data: Json) -> bool:
        """Send an event; return whether there was a connection."""
        self.told += 1
        event = {"op": DISPATCH, "t": name, "s": self.told, "d": data}
        if name not in {"READY", "GUILD_CREATE"}:
            self.events.append(event)
        if self.line is None:
            return False
        await self.line.send(event)
        return True


class Line:
    """A websocket with its compression."""

    def __init__(self, socket: web.WebSocketResponse, request: web.Request) -> None:
        self.socket = socket
        self.transport = request.transport
        compression = request.query.get("compress")
        self.sendings = Sendings()
        self.beaten_at: float | None = None
        self._packer = zlib.compressobj() if compression == "zlib-stream" else None

    async def send(self, event: Json) -> None:
        """Send a message, unless the connection is closing."""
        if self.socket.closed:
            return
        words = json.dumps(event, separators=(",", ":"))
        try:
            if self._packer is None:
                await self.socket.send_str(words)
            else:
                packed = self._packer.compress(words.encode()) + self._packer.flush(zlib.Z_SYNC_FLUSH)
                await self.socket.send_bytes(packed)
        except ConnectionError:
            return  # cut off: the session keeps the event for resuming


@dataclass(slots=True)
class Gateway:
    """All sessions. ``violations`` counts reasons for which Discord would have closed a connection.

    ``slowest_beat`` is the longest time between two heartbeats of a connection, in seconds.
    """

    form: Form
    clock: Callable[[], float]
    url: str = ""
    identifies: Identifies = field(default_factory=Identifies)
    sessions: dict[str, Session] = field(default_factory=dict)
    violations: Counter[str] = field(default_factory=Counter)
    resumed: int = 0
    opened: list[float] = field(default_factory=list)
    """When each session was opened."""
    away: bool = False
    """Whether it refuses connections."""
    slowest_beat: float = 0.0
    _changed: asyncio.Event = field(default_factory=asyncio.Event)

    def add_routes(self, app: web.Application) -> None:
        """Add the websocket to ``app``."""
        app.router.add_get("/gateway", self._connect)

    def connected(self) -> list[Session]:
        """The sessions with a connection that got all their guilds."""
        return [session for session in self.sessions.values() if session.line is not None]

    async def wait_for(self, shards: int) -> None:
        """Return when this many shards are connected."""
        while len({session.shard for session in self.connected()}) < shards:
            self._changed.clear()
            await self._changed.wait()

    async def tell_guild(self, guild: int, name: str, data: Json) -> bool:
        """Send an event to the shard of that guild; return whether it was connected."""
        translate_stored = False
        for session in list(self.sessions.values()):
            if (int(guild_id(guild)) >> 22) % session.shards == session.shard:
                translate_stored = await session.dispatch(name, data) or translate_stored
        return translate_stored

    async def tell_shard(self, shard: int, name: str, data: Json) -> bool:
        """Send an event to that shard; return whether it was connected."""
        translate_stored = False
        for session in list(self.sessions.values()):
            if session.shard == shard:
                translate_stored = await session.dispatch(name, data) or translate_stored
        return translate_stored

    async def close(self, code: int) -> None:
        """Close all connections with ``code``; sessions can be resumed unless the code excludes that."""
        for session in self.connected():
            if session.line is not None:
                await session.line.socket.close(code=code)

    async def ask_to_reconnect(self) -> None:
        """Ask all clients to reconnect and resume, as Discord does before a restart."""
        for session in self.connected():
            if session.line is not None:
                await session.line.send({"op": RECONNECT, "d": None})

    async def invalidate(self, *, resumable: bool) -> None:
        """Invalidate all sessions; those that are not resumable are dropped."""
        for session in self.connected():
            line = session.line
            if not resumable:
                del self.sessions[session.ident]
            if line is not None:
                await line.send({"op": INVALID, "d": resumable})

    def cut(self) -> None:
        """Break all connections without closing them."""
        for session in self.connected():
            if session.line is not None and session.line.transport is not None:
                session.line.transport.abort()

    async def _connect(self, request: web.Request) -> web.WebSocketResponse:
        if self.away:
            cut_off(request)
            raise web.HTTPServiceUnavailable
        socket = web.WebSocketResponse(max_msg_size=0)
        await socket.prepare(request)
        line = Line(socket, request)
        await line.send({"op": HELLO, "d": {"heartbeat_interval": int(self.form.heartbeat * 1000)}})
        session: Session | None = None
        try:
            async for message in socket:
                if message.type is not WSMsgType.TEXT:
                    continue
                if not line.sendings.allow(self.clock()):
                    self.violations["more than 120 events a minute"] += 1
                    await socket.close(code=TOO_FAST)
                    break
                session = await self._hear(json.loads(message.data), line, session)
        finally:
            if session is not None and session.line is line:
                session.line = None
            self._changed.set()
        return socket

    async def _hear(self, event: Json, line: Line, session: Session | None) -> Session | None:
        """Process a client's message; return the session that its connection has from then on."""
        match event["op"]:
            case 1:
                await self._hear_beat(line)
                return session
            case 2:
                return await self._identify(event["d"], line)
            case 6:
                return await self._resume(event["d"], line)
            case 3 | 4 | 8:
                return session
            case _:
                self.violations["unknown operation"] += 1
                await line.socket.close(code=UNKNOWN_CODE)
                return session

    async def _hear_beat(self, line: Line) -> None:
        now = self.clock()
        if line.beaten_at is not None:
            self.slowest_beat = max(self.slowest_beat, now - line.beaten_at)
            self.violations["late heartbeats"] += now - line.beaten_at > _LATE * self.form.heartbeat
        line.beaten_at = now
        # the network's delay: discord.py records the time after it has sent a heartbeat, and takes a sooner answer for
        # a late one
        await asyncio.sleep(_NETWORK)
        await line.send({"op": ACK})

    async def _identify(self, data: Json, line: Line) -> Session | None:
        shard, shards = data.get("shard") or (0, 1)
        if not self.identifies.allow(shard, self.clock()):
            self.violations["identified too soon"] += 1
            await line.send({"op": INVALID, "d": False})
            return None
        guilds = self.form.guilds_of(shard, shards)
        if len(guilds) > MOST_GUILDS_A_SHARD:
            self.violations["sharding required"] += 1
            await line.socket.close(code=SHARDING_REQUIRED)
            return None
        known = {one.ident: one for one in self.sessions.values() if (one.shard, one.shards) != (shard, shards)}
        if any(one.line for one in self.sessions.values() if one.ident not in known):
            self.violations["a shard was connected twice"] += 1
        session = Session(secrets.token_hex(8), shard, shards, line)
        self.sessions = known | {session.ident: session}
        ready: dict[str, Any] = {"v": 10, "user": bot_user(), "session_id": session.ident, "shard": [shard, shards]}
        ready |= {"guilds": [{"id": guild_id(number), "unavailable": True} for number in guilds]}
        ready |= {"resume_gateway_url": self.url, "application": {"id": APPLICATION, "flags": 0}}
        await session.dispatch("READY", ready)
        for number in guilds:
            await session.dispatch("GUILD_CREATE", self.form.tell_guild(number))
        self.opened.append(self.clock())
        self._changed.set()
        return session

    async def _resume(self, data: Json, line: Line) -> Session | None:
        session = self.sessions.get(data["session_id"])
        if session is None:
            await line.send({"op": INVALID, "d": False})
            return None
        session.line = line
        self.resumed += 1
        for event in [one for one in session.events if one["s"] > data["seq"]]:
            await line.send(event)
        await session.dispatch("RESUMED", {})
        self._changed.set()
        return session
