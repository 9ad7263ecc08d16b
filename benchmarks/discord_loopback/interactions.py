"""Interactions, and how soon the bot acknowledges them: Discord waits three seconds, then drops them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any, Final

from benchmarks.discord_loopback.messages import Message, Messages, RefusedError
from benchmarks.discord_loopback.world import APPLICATION, BOT, Form, Json, Origin, find_role, user

PATIENCE: Final = 3.0
"""Seconds within which an interaction must be acknowledged."""
TOKEN_SECONDS: Final = 900.0
"""How long the answer can be sent and changed."""
EPHEMERAL: Final = 1 << 6
LOADING: Final = 1 << 7

COMMAND: Final = 2
COMPONENT: Final = 3
AUTOCOMPLETE: Final = 4
ANNOUNCES: Final = 5
"""The callback that announces an answer, as "thinking"; 6 announces an edit of the message."""
_SAYS: Final = frozenset({4, 7, 8, 9})
_CHANNEL: Final = 7
_ATTACHMENT: Final = 11
_ROLE: Final = 8
_TYPES: Final[dict[type, int]] = {str: 3, int: 4, bool: 5}
_IN_PLACE: Final = ("content", "embeds", "components", "attachments")

Value = str | int | bool | Json
"""The value of an option: for a channel its id, for a file the attachment from :meth:`Loopback.upload`."""


@dataclass(slots=True)
class Asked:
    """An interaction. Times are seconds of the server's clock, None for what did not happen.

    ``kind`` is for printing, such as "/help"; ``said`` are all response bodies, ``answers`` the resulting messages by
    id; ``pressed`` is the message whose button or menu was used.
    """

    ident: str
    token: str
    kind: str
    sent_at: float
    origin: Origin = field(default_factory=Origin)
    callback: int | None = None
    acknowledged_at: float | None = None
    answered_at: float | None = None
    late: bool = False
    said: list[Json] = field(default_factory=list)
    answers: dict[str, Json] = field(default_factory=dict)
    pressed: Json | None = None

    @property
    def waited(self) -> float | None:
        """Seconds until it was acknowledged."""
        return None if self.acknowledged_at is None else self.acknowledged_at - self.sent_at

    @property
    def thinking(self) -> bool:
        """Whether the person still sees "is thinking"."""
        return any(message["flags"] & LOADING for message in self.answers.values())

    @property
    def original(self) -> Json | None:
        """The message "@original": the first answer, or the one whose button was pressed."""
        in_place = self.callback in {6, 7}
        return self.pressed if in_place else self.answers.get(self.ident)


@dataclass(slots=True)
class Interactions:
    """All interactions. ``commands`` are the registered ones by name, including message menus."""

    form: Form
    messages: Messages = field(default_factory=Messages)
    commands: dict[str, Json] = field(default_factory=dict)
    by_token: dict[str, Asked] = field(default_factory=dict)
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def register(self, commands: list[Json]) -> list[Json]:
        """Replace all commands; return them with ids, as Discord does."""
        told = [
            {"default_member_permissions": None, "options": [], "description": "", **one}
            | {"id": str(((1 << 40) + number) << 22), "application_id": APPLICATION, "version": "1"}
            for number, one in enumerate(commands, 1)
        ]
        self.commands = {one["name"]: one for one in told}
        return told

    def compose_command(
        self, path: str, options: dict[str, Value], origin: Origin, now: float, *, typing: str = ""
    ) -> tuple[Asked, Json]:
        """Use the command ``path`` ("feed list"); return the interaction and its event.

        ``typing`` is the option being typed, for which suggestions are requested. Raises ``LookupError`` for an
        unregistered command or option, or a missing required one.
        """
        name, *below = path.split()
        command = self.commands[name]
        told = [
            _tell_option(option, options[option["name"]], focused=option["name"] == typing)
            for option in self._options(path, options, typing=typing)
        ]
        for one in reversed(below):
            told = [{"name": one, "type": 1, "options": told}]
        data = {"id": command["id"], "name": name, "type": 1, "options": told, "resolved": _resolve(told, origin)}
        kind = AUTOCOMPLETE if typing else COMMAND
        return self._ask(f"/{path}" + (" (typing)" if typing else ""), kind, data, origin, now)

    def compose_menu(self, name: str, message: Json, origin: Origin, now: float) -> tuple[Asked, Json]:
        """Use the menu ``name`` of ``message``. Raises ``LookupError`` for an unregistered one."""
        command, ident = self.commands[name], message["id"]
        data = {"id": command["id"], "name": name, "type": command["type"], "target_id": ident}
        return self._ask(f"menu {name}", COMMAND, data | {"resolved": {"messages": {ident: message}}}, origin, now)

    def compose_press(
        self, message: Json, custom_id: str, origin: Origin, now: float, *, values: Sequence[str] = ()
    ) -> tuple[Asked, Json]:
        """Press a button of ``message``, or choose ``values`` of a menu there."""
        data = {"custom_id": custom_id, "component_type": 3 if values else 2, "values": list(values)}
        kind = f"press {custom_id.split(':')[1] if ':' in custom_id else custom_id}"
        asked, event = self._ask(kind, COMPONENT, data, origin, now)
        asked.pressed = message
        return asked, event | {"message": message}

    def acknowledge(self, ident: str, token: str, callback: Json, now: float) -> Asked:
        """Accept the bot's first response. Raises ``RefusedError`` for a late or a second one."""
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
        body = callback.get("data") or {}
        if asked.callback == ANNOUNCES:
            self._keep(asked, asked.ident, {"flags": LOADING | (body.get("flags") or 0)})
        elif asked.callback in _SAYS:
            asked.answered_at = now
            asked.said.append(body)
            if asked.callback == 7:
                self._put(asked.pressed, body)
            elif asked.callback == 4:
                self._keep(asked, asked.ident, body)
        return asked

    def answer(self, token: str, body: Json, now: float) -> Json:
        """Accept a follow-up; return its message. The first one replaces what was announced.

        Raises ``RefusedError`` if the interaction is unknown or expired.
        """
        asked = self._find(token, now)
        asked.said.append(body)
        asked.answered_at = asked.answered_at or now
        if asked.thinking:
            announced = asked.answers[asked.ident]["flags"] & EPHEMERAL
            return self._keep(asked, asked.ident, body | {"flags": (body.get("flags") or 0) & ~EPHEMERAL | announced})
        return self._keep(asked, self.messages.next_id(), body)

    def change(self, token: str, ident: str, body: Json, now: float) -> Json:
        """Replace a message of the answer by ``body``. Raises ``RefusedError`` if there is none."""
        asked = self._find(token, now)
        message = self.find_answer(token, ident)
        asked.said.append(body)
        asked.answered_at = asked.answered_at or now
        self._put(message, body)
        return message

    def find_answer(self, token: str, ident: str) -> Json:
        """The message ``ident`` (or "@original") of an answer. Raises ``RefusedError``."""
        asked = self.by_token.get(token)
        found = None
        if asked is not None and asked.acknowledged_at is not None:
            found = asked.original if ident == "@original" else asked.answers.get(ident)
        if found is None:
            raise RefusedError(404, 10008, "Unknown Message")
        return found

    def take_back(self, token: str, ident: str) -> None:
        """Delete a message of the answer. Raises ``RefusedError`` if there is none."""
        message = self.find_answer(token, ident)
        self.by_token[token].answers.pop(message["id"], None)

    def _options(self, path: str, given: dict[str, Value], *, typing: str) -> list[Json]:
        """The registered options of ``path`` that were ``given``, in their order; all must match."""
        name, *below = path.split()
        node = self.commands[name]
        for one in below:
            node = next((option for option in node["options"] if option["name"] == one), {})
            if not node:
                raise LookupError(f"/{path} is not registered")
        options: list[Json] = node.get("options") or []
        if any(option["type"] in {1, 2} for option in options):
            raise LookupError(f"/{path} is a group")
        if unknown := set(given) - {option["name"] for option in options}:
            raise LookupError(f"/{path} has no {', '.join(sorted(unknown))}")
        missing = [option["name"] for option in options if option.get("required") and option["name"] not in given]
        if missing and not typing:
            raise LookupError(f"/{path} needs {', '.join(missing)}")
        return [option for option in options if option["name"] in given]

    def _ask(self, kind: str, number: int, data: Json, origin: Origin, now: float) -> tuple[Asked, Json]:
        ident = str(((1 << 41) << 22) + next(self._numbers))
        asked = Asked(ident, f"token-{ident}", kind, now, origin)
        self.by_token[asked.token] = asked
        event: Json = {"id": ident, "application_id": APPLICATION, "type": number, "token": asked.token, "version": 1}
        event |= {"data": data, "entitlements": [], "attachment_size_limit": 10_485_760}
        return asked, event | origin.tell()

    def _find(self, token: str, now: float) -> Asked:
        asked = self.by_token.get(token)
        if asked is None or asked.acknowledged_at is None:
            raise RefusedError(404, 10015, "Unknown Webhook")
        if now - asked.sent_at > TOKEN_SECONDS:
            raise RefusedError(401, 50027, "Invalid Webhook Token")
        return asked

    def _keep(self, asked: Asked, ident: str, body: Json) -> Json:
        """The message of an answer, whose components can be pressed from now on."""
        told = {name: body.get(name) or [] for name in ("embeds", "components", "attachments")}
        told |= {"content": body.get("content") or "", "flags": body.get("flags") or 0}
        told |= {"id": ident, "channel_id": asked.origin.channel_id, "author": user(BOT), "webhook_id": BOT}
        told |= {"application_id": APPLICATION, "timestamp": "2026-01-01T00:00:00+00:00", "edited_timestamp": None}
        told |= {"mentions": [], "mention_roles": [], "type": 20}
        told |= dict.fromkeys(("tts", "pinned", "mention_everyone"), False)
        told["interaction_metadata"] = {
            "id": asked.ident,
            "type": COMPONENT if asked.pressed else COMMAND,
            "user": user(asked.origin.user_id),
            "authorizing_integration_owners": {},
        }
        asked.answers[ident] = told
        return told

    def _put(self, message: Json | None, body: Json) -> None:
        if message is None:
            return
        message |= {name: body[name] or [] for name in _IN_PLACE if name in body}
        message["content"] = message["content"] or ""
        message["flags"] = (message["flags"] & ~LOADING) | ((body.get("flags") or 0) & ~EPHEMERAL)
        stored = self._stored(message)
        if stored is not None:
            self.messages.edit(stored.channel, stored.ident, body)

    def _stored(self, message: Json) -> Message | None:
        """The message in a channel, None for one that answers an interaction."""
        try:
            return self.messages.find(message["channel_id"], message["id"])
        except RefusedError:
            return None


def _tell_option(option: Json, value: Value, *, focused: bool) -> Json:
    told: Json = {"name": option["name"], "type": option["type"], "value": value}
    if focused:  # an option being typed is sent as text, even a number
        return told | {"value": str(value), "focused": True}
    if isinstance(value, dict):
        return told | {"value": value["id"], "file": value}
    if option["type"] in _TYPES.values() and _TYPES[type(value)] != option["type"]:
        raise LookupError(f"{option['name']} takes no {type(value).__name__}")
    if option.get("choices") and value not in [choice["value"] for choice in option["choices"]]:
        raise LookupError(f"{option['name']} has no choice {value}")
    size, kind = (len(value), "length") if isinstance(value, str) else (int(value), "value")
    if not option.get(f"min_{kind}", size) <= size <= option.get(f"max_{kind}", size):
        raise LookupError(f"{option['name']} is too short, long, small or large: {value}")
    return told


def _resolve(options: list[Json], origin: Origin) -> Json:
    """Discord's data on the channels and files in options. Removes the files from ``options``."""
    found: dict[str, dict[str, Any]] = {"channels": {}, "attachments": {}, "roles": {}}
    for option in options:
        for one in option.get("options") or [option]:
            if one["type"] == _CHANNEL:
                ident = one["value"]
                told = {"id": ident, "name": "news", "type": 0, "permissions": str(origin.permissions)}
                found["channels"][ident] = told
            elif one["type"] == _ROLE and origin.guild is not None:
                found["roles"][one["value"]] = find_role(origin.guild, one["value"])
            elif one["type"] == _ATTACHMENT:
                found["attachments"][one["value"]] = one.pop("file")
    return {name: told for name, told in found.items() if told}
