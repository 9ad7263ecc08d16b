"""Translates messages of the catalogue into the current language, and encodes them for storage.

Counts are numbers, which each language formats and declines words by; numbers that are names (of a feed, of an HTTP
status) are text. Words of an article are never a message: they are values, and stay as they are.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.i18n.bidi import UserText, close_right_to_left
from bot.i18n.catalogue import Value, catalogue
from bot.i18n.language import Language, current_language, using_language


@dataclass(frozen=True, slots=True)
class Translatable:
    """A message to be translated later: its key, and its values by name. ``str`` is its English, for logs."""

    key: str
    values: tuple[tuple[str, "MessageValue"], ...] = ()

    def __str__(self) -> str:
        with using_language(Language.ENGLISH):
            return translate_message(self)


MessageValue = Value | Translatable


def translatable(key: str, **values: MessageValue) -> Translatable:
    """The message ``key`` with its values, to be translated later."""
    return Translatable(key, tuple(values.items()))


def translate(key: str, **values: MessageValue) -> str:
    """The message ``key`` in the current language or English. Raises ``KeyError``, ``ValueError`` without a value."""
    return _say(key, values)


def translate_message(wording: Translatable, part: str = "") -> str:
    """``wording``, or one of its attributes ("step"), in the current language; "" if it lacks that attribute."""
    if not part:
        return _say(wording.key, dict(wording.values))
    return _find(f"{wording.key}.{part}", dict(wording.values)) or ""


def message_attribute(wording: Translatable, part: str) -> Translatable | None:
    """An attribute of ``wording`` ("step") as a separate message; None if it has none."""
    with using_language(Language.ENGLISH):
        found = translate_message(wording, part)
    return Translatable(f"{wording.key}.{part}", wording.values) if found else None


def encode_message(words: Translatable | str) -> str:
    """Encode a message as a line for storage; text stays as it is."""
    return words if isinstance(words, str) else json.dumps(_packed(words), ensure_ascii=False)


def decode_message(kept: str) -> Translatable | str:
    """Decode the output of ``encode_message``; any other line is text already."""
    if not kept.startswith('["'):
        return kept
    try:
        return _unpacked(json.loads(kept))
    except (ValueError, TypeError, AttributeError):  # somebody else's line that only looks like one
        return kept


def translate_stored(kept: str) -> str:
    """A stored line in the current language; unchanged if this version no longer has the message."""
    found = decode_message(kept)
    if isinstance(found, str):
        return found
    try:
        return translate_message(found)
    except (KeyError, ValueError):
        return kept


def _say(key: str, values: Mapping[str, MessageValue]) -> str:
    found = _find(key, values)
    if found is None:
        raise KeyError(key)
    return found


def _find(key: str, values: Mapping[str, MessageValue]) -> str | None:
    given = {name: _value(value) for name, value in values.items()}
    for language in dict.fromkeys((current_language(), Language.ENGLISH)):
        if (found := catalogue(language).find(key, given)) is not None:
            return close_right_to_left(found) if language.right_to_left else found
    return None


def _value(value: MessageValue) -> Value | UserText:
    if isinstance(value, Translatable):
        return UserText(translate_message(value), apart=False)
    if isinstance(value, str):
        return UserText(str(value))  # the value of an enumeration
    return value


def _packed(wording: Translatable) -> list[object]:
    values = {name: _packed(one) if isinstance(one, Translatable) else one for name, one in wording.values}
    return [wording.key, values]


def _unpacked(packed: list[Any]) -> Translatable:
    key, values = packed
    return Translatable(
        key, tuple((name, _unpacked(one) if isinstance(one, list) else one) for name, one in values.items())
    )


_LENGTH = 40
"""Maximum characters that are repeated."""


def quote_input(words: str) -> str | Translatable:
    """``words`` on one line, shortened; if empty, a message that says so."""
    return " ".join(words.split())[:_LENGTH] or translatable("dates-nothing")
