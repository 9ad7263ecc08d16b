"""Posted messages by channel, and the nonces that Discord remembers for a few minutes."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from typing import Final

from benchmarks.discord_loopback.world import BOT, Json, user

NONCES_KEPT: Final = 300.0
"""Seconds for which a nonce is remembered: "the past few minutes"."""
NONCE_LIMIT: Final = 25

_EPOCH: Final = 1_420_070_400_000
_COPIED: Final = ("content", "embeds", "components", "flags", "attachments", "message_reference")
_UNKNOWN_REPLIED: Final = {
    "message_reference": {"_errors": [{"code": "REPLIES_UNKNOWN_MESSAGE", "message": "Unknown message"}]}
}


class RefusedError(Exception):
    """Discord answers ``status``, with ``code`` and ``message`` in its body."""

    def __init__(self, status: int, code: int, message: str, errors: Json | None = None) -> None:
        super().__init__(status, code, message)
        self.status = status
        self.body: Json = {"code": code, "message": message} | ({"errors": errors} if errors else {})


@dataclass(slots=True)
class Message:
    """A message. ``at`` is when it was posted, in seconds of the server's clock; ``body`` the request's JSON.

    ``author`` is the id of a person or of the bot.
    """

    ident: str
    channel: str
    nonce: str | None
    at: float
    written_at: datetime
    body: str
    edits: int = 0
    author: str = BOT

    def tell(self) -> Json:
        """The message as REST returns it."""
        asked = json.loads(self.body)
        return {
            "id": self.ident,
            "channel_id": self.channel,
            "author": user(self.author),
            "content": asked.get("content") or "",
            "embeds": asked.get("embeds") or [],
            "components": asked.get("components") or [],
            "attachments": asked.get("attachments") or [],
            "flags": asked.get("flags") or 0,
            "timestamp": self.written_at.isoformat(),
            "edited_timestamp": self.written_at.isoformat() if self.edits else None,
            **({"nonce": self.nonce} if self.nonce else {}),
            **{name: [] for name in ("mentions", "mention_roles")},
            **dict.fromkeys(("tts", "pinned", "mention_everyone"), False),
            "type": 19 if "message_reference" in asked else 0,
            **({"message_reference": asked["message_reference"]} if "message_reference" in asked else {}),
        }


@dataclass(slots=True)
class Messages:
    """All messages of all channels. ``repeated`` counts requests whose nonce was known."""

    repeated: int = 0
    _channels: dict[str, list[Message]] = field(default_factory=dict)
    _nonces: dict[str, Message] = field(default_factory=dict)
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def post(self, channel: str, asked: Json, now: float, *, ident: str = "") -> Message:
        """Store a message of the bot, or return the one with this nonce; ``ident`` is that of the thread that it opens.

        Raises ``RefusedError``.
        """
        nonce = asked.get("nonce")
        nonce = None if nonce is None else str(nonce)
        if nonce is not None and len(nonce) > NONCE_LIMIT:
            raise RefusedError(400, 50035, "Invalid Form Body")
        if nonce is not None and asked.get("enforce_nonce"):
            known = self._nonces.get(nonce)
            if known and now - known.at < NONCES_KEPT:
                self.repeated += 1
                return known
        self._check_replied(channel, asked)
        body = json.dumps({name: asked[name] for name in _COPIED if asked.get(name)}, separators=(",", ":"))
        message = Message(ident or self.next_id(), channel, nonce, now, datetime.now(UTC), body)
        self._channels.setdefault(channel, []).append(message)
        if nonce is not None:
            self._nonces[nonce] = message
        return message

    def _check_replied(self, channel: str, asked: Json) -> None:
        replied = asked.get("message_reference")
        if replied and not any(one.ident == str(replied["message_id"]) for one in self._channels.get(channel, ())):
            raise RefusedError(400, 50035, "Invalid Form Body", _UNKNOWN_REPLIED)

    def delete(self, channel: str, ident: str) -> None:
        """Delete a message, as somebody who may does."""
        self._channels[channel] = [one for one in self._channels[channel] if one.ident != ident]

    def write(self, channel: str, person: str, asked: Json, now: float) -> Message:
        """Store a message of a person."""
        message = Message(self.next_id(), channel, None, now, datetime.now(UTC), json.dumps(asked), author=person)
        self._channels.setdefault(channel, []).append(message)
        return message

    def edit(self, channel: str, ident: str, asked: Json) -> Message:
        """Replace the content of a message. Raises ``RefusedError``."""
        message = self.find(channel, ident)
        body = json.loads(message.body) | {name: asked[name] for name in _COPIED if asked.get(name) is not None}
        message.body = json.dumps(body, separators=(",", ":"))
        message.edits += 1
        return message

    def find(self, channel: str, ident: str) -> Message:
        """The message with that id. Raises ``RefusedError``."""
        for message in reversed(self._channels.get(channel, ())):
            if message.ident == ident:
                return message
        raise RefusedError(404, 10008, "Unknown Message")

    def history(
        self, channel: str, *, limit: int, before: int | None = None, after: int | None = None
    ) -> list[Message]:
        """At most ``limit`` messages of a channel, newest first: those next to ``after`` or ``before``, or the last."""
        stored = self._channels.get(channel, [])
        if after is not None:
            return [message for message in stored if int(message.ident) > after][:limit][::-1]
        older = stored if before is None else [message for message in stored if int(message.ident) < before]
        return older[-limit:][::-1]

    def everywhere(self) -> Iterator[Message]:
        """Every message of the bot, of every channel."""
        for stored in self._channels.values():
            yield from (message for message in stored if message.author == BOT)

    def of(self, channel: str) -> list[Message]:
        """The bot's messages in that channel, oldest first."""
        return [message for message in self._channels.get(channel, []) if message.author == BOT]

    def next_id(self) -> str:
        """A new id for the current time."""
        at = int(datetime.now(UTC).timestamp() * 1000) - _EPOCH
        return str((at << 22) + next(self._numbers) % (1 << 22))
