"""The catalogue as it is written: each message with its parts, the values that it asks for, and its plurals."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from fluent.syntax import FluentParser, ast

from bot.i18n.catalogue import FOLDER
from bot.i18n.language import Language


@dataclass(frozen=True, slots=True)
class Part:
    """The value of a message ("key") or one of its attributes ("key.step")."""

    key: str
    theme: str
    pattern: ast.Pattern

    @property
    def values(self) -> frozenset[str]:
        """Names of the values that it asks for."""
        return frozenset(node.id.name for node in walk(self.pattern) if isinstance(node, ast.VariableReference))

    @property
    def references(self) -> frozenset[str]:
        """Other messages that it holds."""
        return frozenset(node.id.name for node in walk(self.pattern) if isinstance(node, ast.MessageReference))

    @property
    def choices(self) -> tuple[ast.SelectExpression, ...]:
        """Where its words depend on a value."""
        return tuple(node for node in walk(self.pattern) if isinstance(node, ast.SelectExpression))


def walk(node: Any) -> Iterator[ast.BaseNode]:
    """All nodes of a syntax tree."""
    if isinstance(node, ast.BaseNode):
        yield node
        for child in vars(node).values():
            yield from walk(child)
    elif isinstance(node, list):
        for child in node:
            yield from walk(child)


def themes(language: Language) -> list[Path]:
    """The files of a language."""
    return sorted((FOLDER / language).glob("*.ftl"))


@cache
def parts(language: Language) -> dict[str, Part]:
    """Everything that is said in a language, by key."""
    found: dict[str, Part] = {}
    for path in themes(language):
        for entry in FluentParser().parse(path.read_text("utf-8")).body:
            assert not isinstance(entry, ast.Junk), f"{path.name}: {entry.content}"
            if isinstance(entry, ast.Message):
                patterns = {"": entry.value} | {f".{a.id.name}": a.value for a in entry.attributes}
                for suffix, pattern in patterns.items():
                    key = f"{entry.id.name}{suffix}"
                    assert key not in found, f"{key} stands twice"
                    if pattern is not None:
                        found[key] = Part(key, path.stem, pattern)
    return found
