"""The catalogue: messages by key, in Fluent files (projectfluent.org), with CLDR's rules for plurals and numbers.

``<language>/<theme>.ftl`` has the messages whose keys begin with the theme: ``twosides-absent`` is in ``twosides.ftl``.
A file is read once, with its first message, and a message is parsed at its first use, in less than a millisecond; all
of them parsed take thirty times the memory of their text. A message that a language lacks is in English; a message that
English lacks is a mistake of ours, and raises.
"""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser, ast

from bot.i18n.bidi import UserText, isolate_code
from bot.i18n.language import Language

FOLDER = Path(__file__).parent / "locales"

Value = str | int | float

_ENTRY = re.compile(r"^(-?[a-zA-Z][\w-]*) *=", re.MULTILINE)
"""The beginning of a message or term; all its other lines are indented, or close a brace."""
_REFERENCE = re.compile(r"\{\s*(-?[a-z][\w-]*)")
_PARSER = FluentParser(with_spans=False)


class Catalogue:
    """The messages of one language."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._bundle = FluentBundle([language], use_isolating=False)  # values are isolated by their letters instead
        self._written: dict[str, dict[str, str]] = {}

    def find(self, key: str, values: Mapping[str, Value | UserText]) -> str | None:
        """The message ``key`` with ``values``; None if there is none. Raises ``ValueError`` if a value is missing."""
        name, _, attribute = key.partition(".")
        if not self._bundle.has_message(name):
            self._parse(name)
        if not self._bundle.has_message(name):
            return None
        message = self._bundle.get_message(name)
        pattern = message.attributes.get(attribute) if attribute else message.value
        if pattern is None:
            return None
        said, errors = self._bundle.format_pattern(pattern, dict(values))
        if errors:
            raise ValueError(f"the message {key} in {self._language}: {errors[0]}")
        return str(said)

    def _parse(self, name: str) -> None:
        """Parse a message or term, after those that it refers to: other threads find it only with them."""
        theme = name.removeprefix("-").partition("-")[0]
        if theme not in self._written:
            self._written[theme] = _read(self._language, theme)
        if name in self._written[theme]:
            source = self._written[theme][name]
            for other in _REFERENCE.findall(source):
                self._parse(other)
            self._bundle.add_resource(ast.Resource([_PARSER.parse_entry(source)]))


def _read(language: Language, theme: str) -> dict[str, str]:
    """The source of each message and term of a theme, by name."""
    path = FOLDER / language / f"{theme}.ftl"
    source = path.read_text("utf-8") if path.is_file() else ""
    parts = _ENTRY.split(isolate_code(source) if language.right_to_left else source)[1:]
    return {name: f"{name} ={rest}" for name, rest in zip(parts[::2], parts[1::2], strict=True)}


def read_texts(language: Language, theme: str) -> dict[str, str]:
    """The messages of a theme that are mere text, by key; nothing of the language stays loaded (plurals, numbers)."""
    found = {}
    for name, source in _read(language, theme).items():
        entry = _PARSER.parse_entry(source)
        if isinstance(entry, ast.Message):
            patterns = {name: entry.value} | {f"{name}.{one.id.name}": one.value for one in entry.attributes}
            for key, pattern in patterns.items():
                match pattern and pattern.elements:
                    case [ast.TextElement(value=text)]:
                        found[key] = text
    return found


@cache
def catalogue(language: Language) -> Catalogue:
    """The catalogue of a language."""
    return Catalogue(language)
