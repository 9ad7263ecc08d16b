"""Threads: those that messages have, and the posts of forums. A thread has the id of the message that began it."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final

from benchmarks.discord_loopback.messages import Messages, RefusedError
from benchmarks.discord_loopback.world import BOT, FORUM, Json

_PUBLIC: Final = 11


@dataclass(slots=True)
class Threads:
    """All threads by their id."""

    messages: Messages
    opened: dict[str, Json] = field(default_factory=dict)

    def open_on_message(self, place: Json, message: str, asked: Json) -> Json:
        """Open the thread of a message. Raises ``RefusedError`` if it has one, or there is no such message."""
        self.messages.find(place["id"], message)
        if message in self.opened:
            raise RefusedError(400, 160004, "A thread has already been created for this message")
        return self._open(place, message, asked)

    def open_in_forum(self, forum: Json, asked: Json, now: float) -> Json:
        """Open a thread of a forum with its first message, which is told with it. Raises ``RefusedError``."""
        known = {tag["id"] for tag in forum.get("available_tags", ())}
        if forum["type"] != FORUM or not set(map(str, asked.get("applied_tags") or ())) <= known:
            raise RefusedError(400, 50035, "Invalid Form Body")
        ident = self.messages.next_id()
        thread = self._open(forum, ident, asked)
        return thread | {"message": self.messages.post(ident, asked["message"], now, ident=ident).tell()}

    def _open(self, place: Json, ident: str, asked: Json) -> Json:
        now = datetime.now(UTC).isoformat()
        state = {"archived": False, "locked": False, "auto_archive_duration": 4320, "archive_timestamp": now}
        tags = list(map(str, asked.get("applied_tags") or ()))
        self.opened[ident] = {
            "id": ident,
            "type": _PUBLIC,
            "guild_id": place["guild_id"],
            "parent_id": place["id"],
            "owner_id": BOT,
            "name": asked["name"],
            "thread_metadata": state,
            "applied_tags": tags,
            **dict.fromkeys(("message_count", "member_count", "rate_limit_per_user", "flags"), 0),
        }
        return self.opened[ident]
