"""Saying a message of the catalogue in the language spoken now, and keeping one to be said later, to whoever reads it.

Counts are given as numbers, which each language writes its own way and declines words by; numbers that are names (of a
feed, of an HTTP status) as text. Words of an article are never a message: they are given as values, and stay as they
are.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.words.catalogue import Value, catalogue
from bot.words.direction import Given, closed
from bot.words.language import Language, speaking, spoken


@dataclass(frozen=True, slots=True)
class Wording:
    """A message that is not said yet: its key, and its values by name. ``str`` is its English, for logs."""

    key: str
    values: tuple[tuple[str, "Sayable"], ...] = ()

    def __str__(self) -> str:
        with speaking(Language.ENGLISH):
            return said(self)


Sayable = Value | Wording


def worded(key: str, **values: Sayable) -> Wording:
    """The message ``key`` with its values, to be said later."""
    return Wording(key, tuple(values.items()))


def say(key: str, **values: Sayable) -> str:
    """The message ``key`` in the language spoken now, in English where that lacks it.

    Raises ``KeyError`` for a key that is none, ``ValueError`` for a value that is missing.
    """
    return _say(key, values)


def said(wording: Wording, part: str = "") -> str:
    """``wording``, or one of its attributes ("step"), in the language spoken now; nothing where it lacks that one."""
    if not part:
        return _say(wording.key, dict(wording.values))
    return _find(f"{wording.key}.{part}", dict(wording.values)) or ""


def part_of(wording: Wording, part: str) -> Wording | None:
    """An attribute of ``wording`` ("step") as a message of its own; None where it has none."""
    with speaking(Language.ENGLISH):
        found = said(wording, part)
    return Wording(f"{wording.key}.{part}", wording.values) if found else None


def keep(words: Wording | str) -> str:
    """A message as a line that can be stored; words that were said already stay as they are."""
    return words if isinstance(words, str) else json.dumps(_packed(words), ensure_ascii=False)


def recall(kept: str) -> Wording | str:
    """What ``keep`` made a line of; any other line is words already."""
    if not kept.startswith('["'):
        return kept
    try:
        return _unpacked(json.loads(kept))
    except (ValueError, TypeError, AttributeError):  # a line of somebody else that only looks like one
        return kept


def heard(kept: str) -> str:
    """A kept line in the language spoken now; as it is kept, where this version no longer has the message."""
    found = recall(kept)
    if isinstance(found, str):
        return found
    try:
        return said(found)
    except (KeyError, ValueError):
        return kept


def _say(key: str, values: Mapping[str, Sayable]) -> str:
    found = _find(key, values)
    if found is None:
        raise KeyError(key)
    return found


def _find(key: str, values: Mapping[str, Sayable]) -> str | None:
    given = {name: _value(value) for name, value in values.items()}
    for language in dict.fromkeys((spoken(), Language.ENGLISH)):
        if (found := catalogue(language).find(key, given)) is not None:
            return closed(found) if language.leftward else found
    return None


def _value(value: Sayable) -> Value | Given:
    if isinstance(value, Wording):
        return Given(said(value), apart=False)
    if isinstance(value, str):
        return Given(str(value))  # of an enumeration its value
    return value


def _packed(wording: Wording) -> list[object]:
    values = {name: _packed(one) if isinstance(one, Wording) else one for name, one in wording.values}
    return [wording.key, values]


def _unpacked(packed: list[Any]) -> Wording:
    key, values = packed
    return Wording(key, tuple((name, _unpacked(one) if isinstance(one, list) else one) for name, one in values.items()))
