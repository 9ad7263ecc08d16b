"""Drawings as values: a template, its data and a text alternative; every quotation is checked here. Pure."""

import json
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC
from enum import StrEnum
from typing import Any

from bot.i18n.language import current_language
from bot.render.document import Document
from bot.render.markdown import units
from bot.render.terminal import Screen, show

ALT_LIMIT = 1024
"""Characters of the description of an attachment on Discord."""
_QUOTE_LIMITS = (110, 55, 28)
"""Characters of a quote in a description, the next where it is too long."""


class Theme(StrEnum):
    """What a picture is looked at on."""

    DARK = "dark"
    LIGHT = "light"


@dataclass(frozen=True, slots=True)
class Drawing:
    """The ``template`` filled with ``data`` (JSON); the file's name without ending; ``alt`` says it in words."""

    template: str
    data: str
    alt: str
    name: str

    def __post_init__(self) -> None:
        if not self.alt.strip() or units(self.alt) > ALT_LIMIT:
            raise ValueError(f"a picture needs a description of at most {ALT_LIMIT} characters")


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawn picture: the bytes of a PNG, its file's name and its description."""

    name: str
    png: bytes
    alt: str


def describe(document: Document) -> str:
    """What stands for the picture of ``document``: its words as a terminal shows them, as much of each as fits."""
    for limit in _QUOTE_LIMITS:
        lines = [line for line in show(Screen(zone=UTC), document, limit=limit).split("\n") if line]
        if units("\n".join(lines)) <= ALT_LIMIT:
            break
    while units("\n".join(lines)) > ALT_LIMIT:
        lines.pop()
    return "\n".join(lines)


def encode_data(values: Mapping[str, Any]) -> str:
    """``values`` as the data of a drawing, without what no text can hold, and the language that is spoken in it."""
    return (
        json.dumps({**values, "language": current_language()}, ensure_ascii=False).encode("utf-8", "replace").decode()
    )


def as_text(words: str) -> dict[str, Any]:
    """``words`` with the direction in which they are read, that of their first letter (Unicode's rule P2)."""
    letters = (unicodedata.bidirectional(char) for char in words)
    return {"words": words, "rtl": next((kind for kind in letters if kind in {"L", "R", "AL"}), "L") != "L"}


def as_name(words: str) -> dict[str, Any]:
    """A name that stands alone: from right to left where its letters or the language around it run so."""
    return as_line(words) if current_language().right_to_left else as_text(words)


def as_line(words: str) -> dict[str, Any]:
    """A line of ours, which may hold isolated names: read the way the language around it runs."""
    return {"words": words, "rtl": current_language().right_to_left}
