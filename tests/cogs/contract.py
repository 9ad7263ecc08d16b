"""Discord's own specification, held against every request that the bot makes, and the checks that it leaves out.

Two relaxations fit discord.py: it sends integers where snowflakes are strings, and ``oneOf`` is read as ``anyOf``.
"""

import json
import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

import discord
from jsonschema import Draft202012Validator
from simcord import HttpLogEntry

_SENT_BY_DISCORD_PY = {"tts"}  # with every edit, where Discord knows no such field and ignores it
_LOCALES = {locale.value for locale in discord.Locale} | {"ar", "he"}  # which Discord takes, and discord.py lacks


class Contract:
    """The specification at ``path``: which requests there are, and what their bodies hold."""

    def __init__(self, path: Path) -> None:
        self._document = _relaxed(json.loads(path.read_text("utf-8")))
        self._validators: dict[tuple[str, str], Draft202012Validator] = {}
        self._found: dict[tuple[str, str], list[str]] = {}

    def violations(self, request: HttpLogEntry) -> list[str]:
        """What is wrong with ``request``, one sentence each."""
        template = self._find(request)
        if template is None:
            return [f"{request.method} {request.path} is no request of Discord's"]
        if request.json is None:
            return []
        place = f"{request.method} {template}"
        # the same body is sent again and again: all commands, whenever a bot starts
        key = (place, json.dumps(request.json))
        if key not in self._found:
            self._found[key] = list(self._check(request, template, place))
        return self._found[key]

    def _check(self, request: HttpLogEntry, template: str, place: str) -> Iterator[str]:
        for error in self._errors(request, template):
            yield f"{place}: {error.json_path}: {error.message[:300]}"
        if isinstance(request.json, dict):
            known = set(self._properties(self._schema(request.method, template)))
            yield from (f"{place}: no field {key}" for key in sorted(set(request.json) - known - _SENT_BY_DISCORD_PY))

    @cached_property
    def _templates(self) -> list[tuple[re.Pattern[str], str]]:
        """Fixed names before open ones, so that "@original" is not taken for an id."""
        paths = sorted(self._document["paths"], key=lambda path: path.count("{"))
        return [(re.compile(re.sub(r"\\{\w+\\}", "[^/]+", re.escape(path))), path) for path in paths]

    def _find(self, request: HttpLogEntry) -> str | None:
        method = request.method.lower()
        fits = (path for pattern, path in self._templates if pattern.fullmatch(request.path))
        return next((path for path in fits if method in self._document["paths"][path]), None)

    def _schema(self, method: str, template: str) -> dict[str, Any]:
        body = self._document["paths"][template][method.lower()].get("requestBody", {})
        schema: dict[str, Any] = body.get("content", {}).get("application/json", {}).get("schema", {})
        return schema

    def _errors(self, request: HttpLogEntry, template: str) -> Iterator[Any]:
        key = (request.method, template)
        if key not in self._validators:
            schema = {"allOf": [self._schema(*key)], "components": self._document["components"]}
            self._validators[key] = Draft202012Validator(schema)
        yield from self._validators[key].iter_errors(request.json)

    def _properties(self, schema: dict[str, Any]) -> Iterator[str]:
        if reference := schema.get("$ref"):
            yield from self._properties(self._document["components"]["schemas"][reference.rsplit("/", 1)[1]])
        yield from schema.get("properties", {})
        for part in (*schema.get("anyOf", ()), *schema.get("allOf", ())):
            yield from self._properties(part)


def command_violations(commands: list[dict[str, Any]]) -> list[str]:
    """What Discord refuses in registered commands although its specification allows it."""
    found = []
    for kind, limit in ((1, 100), (2, 15), (3, 15)):
        if sum(command.get("type", 1) == kind for command in commands) > limit:
            found.append(f"more than {limit} commands of type {kind}")
    for command in commands:
        name = command["name"]
        if command.get("type", 1) == 1 and not re.fullmatch(r"[-_\w]{1,32}", name):
            found.append(f"/{name}: not a name")
        if command.get("type", 1) == 1 and name != name.lower():
            found.append(f"/{name}: upper case")
        if len("".join(_texts(command))) > 8000:
            found.append(f"/{name}: over 8000 characters")
        found += _option_violations(name, command)
    return found


def _option_violations(name: str, command: dict[str, Any]) -> Iterator[str]:
    options = command.get("options") or []
    required = [bool(option.get("required")) for option in options if option["type"] > 2]
    if required != sorted(required, reverse=True):
        yield f"/{name}: required after optional"
    for locales in ("name_localizations", "description_localizations"):
        if not set(command.get(locales) or {}) <= _LOCALES:
            yield f"/{name}: unknown locale"
    for option in options:
        if option["name"] != option["name"].lower():
            yield f"/{name} {option['name']}: upper case"
        if option.get("choices") and option.get("autocomplete"):
            yield f"/{name} {option['name']}: choices and autocomplete"
        yield from _option_violations(f"{name} {option['name']}", option)


def posted_body(request: HttpLogEntry) -> dict[str, Any] | None:
    """The message that ``request`` posts or edits; None when it does neither."""
    body = request.json
    if request.method not in {"POST", "PATCH"} or not isinstance(body, dict):
        return None
    if request.path.endswith("/callback"):
        return body.get("data") if body["type"] in {4, 7} else None
    if request.path.endswith("/threads"):  # the thread of a message
        return None
    return body if "/messages" in request.path or request.path.startswith("/webhooks/") else None


def message_violations(body: dict[str, Any]) -> list[str]:
    """What Discord refuses, or a person would suffer from, in a posted message."""
    found = []
    mentions = body.get("allowed_mentions") or {}
    chosen = [f"<@&{role}>" for role in mentions.get("roles") or ()]
    first = next((part.get("content") for part in body.get("components") or ()), None)
    stranger = bool(chosen) and chosen != [first]  # one role may be pinged, which stands above all words of strangers
    if mentions.get("parse") != [] or mentions.get("users") or stranger or mentions.get("replied_user"):
        found.append(f"could ping: {mentions}")
    for embed in body.get("embeds") or ():
        empty = [field for field in embed.get("fields", ()) if not (field["name"].strip() and field["value"].strip())]
        found += ["an empty field of an embed"] * len(empty)
        if len(discord.Embed.from_dict(embed)) > 6000:
            found.append("an embed over 6000 characters")
    found += [f"not a web address: {url}" for url in _addresses(body) if not re.match(r"https?://", url)]
    texts = [part["content"] for part in _parts(body) if part.get("type") == 10]
    if sum(map(len, texts)) > 4000:
        found.append("texts over 4000 characters")
    if sum("type" in part for part in _parts(body)) > 40:
        found.append("more than 40 components")
    names = [part["custom_id"] for part in _parts(body) if "custom_id" in part]
    if len(names) != len(set(names)):
        found.append("two components of one identity")
    return found


def _parts(body: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for part in body.get("components") or ():
        yield part
        yield from _parts(part)


def _addresses(body: Any) -> Iterator[str]:
    if isinstance(body, dict):
        yield from (value for key, value in body.items() if key in {"url", "icon_url"} and value)
        for value in body.values():
            yield from _addresses(value)
    elif isinstance(body, list):
        for value in body:
            yield from _addresses(value)


def _texts(command: dict[str, Any]) -> Iterator[str]:
    """Name, description and values, with the longest of their localisations, as Discord counts them."""
    for key in ("name", "description"):
        words = [command.get(key) or "", *(command.get(f"{key}_localizations") or {}).values()]
        yield max(words, key=len)
    for option in command.get("options") or ():
        yield from _texts(option)
    for choice in command.get("choices") or ():
        yield max([choice["name"], *(choice.get("name_localizations") or {}).values()], key=len)
        yield str(choice["value"])


def _relaxed(node: Any) -> Any:
    if isinstance(node, dict):
        node = {"anyOf" if key == "oneOf" else key: _relaxed(value) for key, value in node.items()}
        return node | {"type": ["string", "integer"]} if node.get("format") == "snowflake" else node
    return [_relaxed(value) for value in node] if isinstance(node, list) else node
