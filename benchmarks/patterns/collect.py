"""Finds every regular expression of the package, with the methods it is called by.

Patterns are found in the source: the first argument of each call of a function of ``re`` is evaluated among the names
of its module. Patterns that are built from data at run time are found in the values of modules, and in the results of
their cached functions without arguments.
"""

import ast
import dataclasses
import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import ModuleType

import bot
import cogs

_FUNCTIONS = frozenset(("compile", "search", "match", "fullmatch", "split", "findall", "finditer", "sub", "subn"))
_FLAGS_AT = {"compile": 1, "sub": 4, "subn": 4, "split": 3}
"""The index of each function's argument for the flags."""
_LEFT_OUT = ("bot.archive.migrations", "bot.__main__")


@dataclass(frozen=True, slots=True)
class Used:
    """A pattern, its place in the source, and whether it is tried at every position of a text ("search")."""

    pattern: re.Pattern[str] | re.Pattern[bytes]
    where: str
    methods: frozenset[str]


def modules() -> tuple[ModuleType, ...]:
    """Every module of the program, imported."""
    names = [found.name for root in (bot, cogs) for found in pkgutil.walk_packages(root.__path__, f"{root.__name__}.")]
    return tuple(importlib.import_module(name) for name in names if not name.startswith(_LEFT_OUT))


def collect() -> tuple[Used, ...]:
    """Every pattern once. Raises ``ValueError`` if one cannot be found from its source."""
    all_modules = modules()
    calls = [call for module in all_modules for call in _calls(module)]
    methods: dict[str, set[str]] = {}
    for call in calls:  # a name that begins with "_" is private to its module
        name = f"{call.module.__name__}:{call.name}" if call.name.startswith("_") else call.name
        methods.setdefault(name, set()).add(call.method)
    found: dict[tuple[str | bytes, int], Used] = {}

    def add(pattern: re.Pattern[str] | re.Pattern[bytes], where: str, used: frozenset[str]) -> None:
        key = (pattern.pattern, pattern.flags)
        before = found.get(key)
        found[key] = Used(pattern, before.where if before else where, used | (before.methods if before else set()))

    for module in all_modules:
        for name, value in vars(module).items():
            where = f"{module.__name__}:{name}"
            used = frozenset(methods.get(where if name.startswith("_") else name, ()))
            for pattern in _inside(value, module):
                add(pattern, where, used or frozenset(("search",)))
    for call in calls:
        if call.written is not None:
            for pattern in call.patterns():
                add(pattern, f"{call.module.__name__}:{call.line}", frozenset((call.method,)) - {"compile"})
    return tuple(found.values())


@dataclass(frozen=True, slots=True)
class _Call:
    """A call of a pattern's method ``name``, or of a function of ``re`` with the pattern ``written``."""

    module: ModuleType
    line: int
    method: str
    name: str
    written: ast.expr | None = None
    flags: ast.expr | None = None

    def patterns(self) -> Iterator[re.Pattern[str] | re.Pattern[bytes]]:
        """The pattern; none if it is known only at run time."""
        try:
            written, flags = (_evaluated(part, self.module) for part in (self.written, self.flags))
        except NameError:
            return
        if isinstance(written, str | bytes):
            yield re.compile(written, flags if isinstance(flags, int) else 0)
        elif isinstance(written, re.Pattern):
            yield written


def _evaluated(part: ast.expr | None, module: ModuleType) -> object:
    if part is None:
        return None
    return eval(compile(ast.Expression(part), module.__name__, "eval"), vars(module))  # noqa: S307 - our own source


def _calls(module: ModuleType) -> Iterator[_Call]:
    for node in ast.walk(ast.parse(inspect.getsource(module))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and _is_re(node.func):
            place = _FLAGS_AT.get(node.func.attr, 2)
            given = node.args[place] if len(node.args) > place else None
            flags = next((word.value for word in node.keywords if word.arg == "flags"), given)
            yield _Call(module, node.lineno, node.func.attr, "", node.args[0], flags)
        elif isinstance(node, ast.Attribute) and node.attr in _FUNCTIONS and not _is_re(node):
            value = node.value.func if isinstance(node.value, ast.Call) else node.value  # a cached function's pattern
            name = value.id if isinstance(value, ast.Name) else getattr(value, "attr", "")
            yield _Call(module, node.lineno, node.attr, name)


def _is_re(node: ast.Attribute) -> bool:
    return node.attr in _FUNCTIONS and isinstance(node.value, ast.Name) and node.value.id == "re"


def _inside(value: object, module: ModuleType, depth: int = 0) -> Iterator[re.Pattern[str] | re.Pattern[bytes]]:
    """The patterns in ``value``: in collections, in fields, and in the results of cached functions."""
    if depth > 5:
        return
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _inside(one, module, depth + 1)
    elif isinstance(value, tuple | list | set | frozenset):
        for one in value:
            yield from _inside(one, module, depth + 1)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            yield from _inside(getattr(value, field.name, None), module, depth + 1)
    elif (
        callable(value)
        and hasattr(value, "cache_info")
        and value.__module__ == module.__name__
        and not inspect.signature(value).parameters
    ):
        yield from _inside(value(), module, depth + 1)
