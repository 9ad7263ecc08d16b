"""A card as text for the archive, and back: what was composed is recorded before it is sent.

What comes back from a database is not trusted: a record becomes a card only when every part of it is what a card of
ours can hold, so that a damaged or foreign row is an error and never a message.
"""

import json
import re
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from bot.render.card import (
    DESCRIPTION_LIMIT,
    DETAIL_LIMIT,
    LABEL_LIMIT,
    Action,
    Button,
    Card,
    Columns,
    ComponentAction,
    Menu,
    Option,
    Picture,
    Tone,
)
from bot.render.markdown import units, web_address

VERSION = 1
"""Counts up when a record changes so that an older program cannot read it."""
BUTTON_LIMIT = 80
PLACEHOLDER_LIMIT = 150
RECORD_LIMIT = 200_000
"""Characters of a record: many times those of any card, escaped."""

_READING = re.compile(r"[0-9a-f]{20}")
_SNOWFLAKE = re.compile(r"[0-9]{1,20}")
_PAGES = 1000

T = TypeVar("T")


def encode_card(card: Card) -> str:
    """``card`` as ASCII JSON on one line. Raises ``ValueError`` for a card with settings, which is never stored."""
    if card.settings:
        raise ValueError("a card with settings is not kept")
    record: dict[str, object] = {
        "version": VERSION,
        "header": card.header,
        "blocks": list(card.blocks),
        "columns": [list(row.texts) for row in card.columns],
        "footer": card.footer,
        "menu": card.menu and _encode_menu(card.menu),
        "buttons": [
            {"label": one.label, "press": one.press and _encode_press(one.press), "url": one.url}
            for one in card.buttons
        ],
        "tone": card.tone.value,
    }
    if card.role:
        record["role"] = card.role
    if card.picture:
        record["picture"] = [card.picture.url, card.picture.description]
    return json.dumps(record, separators=(",", ":"))


def decode_card(text: str) -> Card:
    """The card of a record. Raises ``ValueError`` for what ``encode_card`` cannot have written, or Discord not take."""
    if len(text) > RECORD_LIMIT:
        raise ValueError(f"a card's record has at most {RECORD_LIMIT} characters")
    try:
        record = json.loads(text)
        added = {name: record.pop(name, None) for name in ("role", "picture")} if isinstance(record, dict) else {}
        record = _fields(record, "version", "header", "blocks", "columns", "footer", "menu", "buttons", "tone")
    except RecursionError as error:
        raise ValueError("not a card's record: nested too deep") from error
    if type(record["version"]) is not int or record["version"] != VERSION:
        raise ValueError(f"a card's record of version {VERSION} was expected, not {record['version']!r:.40}")
    return Card(
        header=_text(record["header"]),
        blocks=_several(record["blocks"], lambda block: _text(block, least=1)),
        columns=_several(record["columns"], _decode_columns),
        footer=_text(record["footer"]),
        menu=None if record["menu"] is None else _decode_menu(record["menu"]),
        buttons=_several(record["buttons"], _decode_button),
        tone=Tone(_text(record["tone"])),
        role="" if added["role"] is None else _decode_role(added["role"]),
        picture=None if added["picture"] is None else _decode_picture(added["picture"]),
    )


def _decode_role(record: object) -> str:
    if not _SNOWFLAKE.fullmatch(_text(record)):
        raise ValueError("a role is named by Discord's id")
    return str(record)


def _decode_picture(record: object) -> Picture:
    url, description = _sequence(record, 2)
    if web_address(_text(url)) != url:
        raise ValueError("a picture has a web address")
    return Picture(url, _text(description, most=DESCRIPTION_LIMIT))


def _encode_press(press: ComponentAction) -> list[object]:
    return [press.action.value, press.reading, press.page, press.detail, press.turns]


def _decode_press(record: object) -> ComponentAction:
    action, reading, page, detail, turns = _sequence(record, 5)
    if type(page) is not int or not 0 <= page < _PAGES or type(turns) is not bool:
        raise ValueError("a press has a page and tells whether it turns")
    if not _READING.fullmatch(_text(reading)) or "\n" in _text(detail):
        raise ValueError("a press names a reading by 20 hex digits, and its detail in a line")
    return ComponentAction(Action(_text(action)), reading, page, _text(detail, most=DETAIL_LIMIT), turns)


def _decode_button(record: object) -> Button:
    parts = _fields(record, "label", "press", "url")
    url = parts["url"]
    if url is not None and web_address(_text(url)) != url:
        raise ValueError("a button opens a web address")
    press = None if parts["press"] is None else _decode_press(parts["press"])
    return Button(_text(parts["label"], least=1, most=BUTTON_LIMIT), press, url)


def _encode_menu(menu: Menu) -> dict[str, object]:
    options = [[option.label, option.value, option.description] for option in menu.options]
    return {"placeholder": menu.placeholder, "press": _encode_press(menu.press), "options": options}


def _decode_menu(record: object) -> Menu:
    parts = _fields(record, "placeholder", "press", "options")
    placeholder = _text(parts["placeholder"], most=PLACEHOLDER_LIMIT)
    return Menu(placeholder, _decode_press(parts["press"]), _several(parts["options"], _decode_option))


def _decode_option(record: object) -> Option:
    label, value, description = (_text(part, least=1, most=LABEL_LIMIT) for part in _sequence(record, 3))
    return Option(label, value, description)


def _decode_columns(record: object) -> Columns:
    return Columns(*(_text(part, least=1) for part in _sequence(record, 6)))


def _fields(record: object, *names: str) -> Mapping[str, Any]:
    """``record``, if it is an object of exactly these fields."""
    if not isinstance(record, dict) or record.keys() != set(names):
        raise ValueError(f"an object of {', '.join(names)} was expected")
    return record


def _sequence(record: object, count: int) -> list[Any]:
    if not isinstance(record, list) or len(record) != count:
        raise ValueError(f"a list of {count} was expected")
    return record


def _several(record: object, decode: Callable[[object], T]) -> tuple[T, ...]:
    if not isinstance(record, list):
        raise ValueError("a list was expected")  # noqa: TRY004  # what a stranger stored is a wrong value
    return tuple(map(decode, record))


def _text(value: object, *, least: int = 0, most: int | None = None) -> str:
    """``value``, if it is a text of ``least`` to ``most`` UTF-16 code units."""
    if not isinstance(value, str):
        raise ValueError(f"text was expected, not {type(value).__name__}")  # noqa: TRY004  # as above
    if units(value) < least or (most is not None and units(value) > most):
        raise ValueError("a text is too short or too long for its place")
    return value
