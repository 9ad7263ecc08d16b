"""Which messages the code says, and with which values, by its syntax tree."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[3]
SPOKEN = frozenset({"translate", "translatable", "translate_parts"})


@dataclass(frozen=True, slots=True)
class Use:
    """One place where a message is said: its key (None where it is not written out), and the names of its values."""

    place: str
    key: str | None
    values: frozenset[str]


def sources(*folders: str, having: str = "") -> Iterator[tuple[str, ast.Module]]:
    """The modules of the program in which ``having`` stands, by their path."""
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*.py")):
            if having in (source := path.read_text("utf-8")):
                yield str(path.relative_to(ROOT)), ast.parse(source)


@cache
def uses() -> tuple[Use, ...]:
    """Every call that says a message, or words one for later."""
    found = []
    for path, module in sources("bot", "cogs", having="translat"):
        for node in ast.walk(module):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SPOKEN:
                key = node.args[0] if node.args else None
                written = key.value if isinstance(key, ast.Constant) and isinstance(key.value, str) else None
                if written is None and path == "bot/i18n/messages.py":
                    continue  # what says the messages of others
                names = frozenset(word.arg or "**" for word in node.keywords)
                found.append(Use(f"{path}:{node.lineno}", written, names))
    return tuple(found)
