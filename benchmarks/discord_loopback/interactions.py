"""What people ask of the bot, and how soon it says that it heard: Discord waits three seconds, and then forgets."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Final

from benchmarks.discord_loopback.messages import RefusedError
from benchmarks.discord_loopback.world import APPLICATION, Form, Json, channel, guild_id, member, person_id, user

PATIENCE: Final = 3.0
"""Seconds within which an interaction must be acknowledged."""
TOKEN_SECONDS: Final = 900.0
"""For how long its answer may be sent and changed."""

COMMAND: Final = 2
AUTOCOMPLETE: Final = 4
_SAYS: Final = frozenset({4, 7, 8, 9})
"""Kinds of callback that are an answer; 5 and 6 only announce one."""


@dataclass(slots=True)
class Asked:
    """One interaction. Times are seconds of the server's clock, None for what did not come.

    ``kind`` is what is printed of it, such as "/help".
    """

    ident: str
    token: str
    kind: str
    sent_at: float
    callback: int | None = None
    acknowledged_at: float | None = None
    answered_at: float | None = None
    late: bool = False
    said: list[Json] = field(default_factory=list)

    @property
    def waited(self) -> float | None:
        """Seconds until it was acknowledged."""
        return None if self.acknowledged_at is None else self.acknowledged_at - self.sent_at


@dataclass(slots=True)
class Interactions:
    """All that was asked. ``commands`` are those that the bot registered, by name."""

    form: Form
    commands: dict[str, Json] = field(default_factory=dict)
    by_token: dict[str, Asked] = field(default_factory=dict)
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def register(self, commands: list[Json]) -> list[Json]:
        """Put ``commands`` in place of all; as Discord tells them, with ids."""
        told = [
            {"default_member_permissions": None, "options": [], "description": "", **one}
            | {"id": str(((1 << 40) + number) << 22), "application_id": APPLICATION, "version": "1"}
            for number, one in enumerate(commands, 1)
        ]
        self.commands = {one["name"]: one for one in told}
        return told

    def compose(
        self, path: str, options: dict[str, str | int], guild: int, now: float, *, kind: int
    ) -> tuple[Asked, Json]:
        """A member of ``guild`` types ``path`` ("feed list"); what is kept of it, and the event that tells of it.

        An option whose value begins with "?" is being typed. Raises ``LookupError`` for an unregistered command.
        """
        name, *below = path.split()
        ident = str(((1 << 41) << 22) + next(self._numbers))
        asked = Asked(ident, f"token-{ident}", f"/{path}" if kind == COMMAND else f"/{path} (typing)", now)
        self.by_token[asked.token] = asked
        told: list[Json] = [_tell_option(one, value) for one, value in options.items()]
        for one in reversed(below):
            told = [{"name": one, "type": 1, "options": told}]
        person = user(person_id(guild))
        return asked, {
            "id": ident,
            "application_id": APPLICATION,
            "type": kind,
            "token": asked.token,
            "version": 1,
            "data": {"id": self.commands[name]["id"], "name": name, "type": 1, "options": told},
            "guild_id": guild_id(guild),
            "guild": {"id": guild_id(guild), "locale": "en-US", "features": []},
            "channel": channel(guild, 0) | {"guild_id": guild_id(guild), "permissions": str((1 << 53) - 1)},
            "channel_id": channel(guild, 0)["id"],
            "member": member(person, manages=True),
            "locale": "en-US",
            "guild_locale": "en-US",
            "app_permissions": str((1 << 53) - 1),
            "entitlements": [],
            "authorizing_integration_owners": {"0": guild_id(guild)},
            "context": 0,
            "attachment_size_limit": 10_485_760,
        }

    def acknowledge(self, ident: str, token: str, callback: Json, now: float) -> Asked:
        """Take the bot's first word on an interaction. Raises ``RefusedError`` for a late or a second one."""
        asked = self.by_token.get(token)
        if asked is None or asked.ident != ident:
            raise RefusedError(404, 10062, "Unknown interaction")
        if asked.acknowledged_at is not None:
            raise RefusedError(400, 40060, "Interaction has already been acknowledged.")
        if now - asked.sent_at > PATIENCE:
            asked.late = True
            raise RefusedError(404, 10062, "Unknown interaction")
        asked.callback = int(callback["type"])
        asked.acknowledged_at = now
        if asked.callback in _SAYS:
            asked.answered_at = now
            asked.said.append(callback.get("data") or {})
        return asked

    def answer(self, token: str, body: Json, now: float) -> Asked:
        """Take an answer that was announced. Raises ``RefusedError`` for one that nobody waits for."""
        asked = self.by_token.get(token)
        if asked is None or asked.acknowledged_at is None:
            raise RefusedError(404, 10015, "Unknown Webhook")
        if now - asked.sent_at > TOKEN_SECONDS:
            raise RefusedError(401, 50027, "Invalid Webhook Token")
        asked.answered_at = asked.answered_at or now
        asked.said.append(body)
        return asked


def _tell_option(name: str, value: str | int) -> Json:
    typed = isinstance(value, str) and value.startswith("?")
    told: Json = {"name": name, "type": 3 if isinstance(value, str) else 4}
    return told | {"value": value[1:], "focused": True} if typed else told | {"value": value}  # type: ignore[index] # typed
