"""Parses a typed line: the command that it asks for, and the values of its options. Pure."""

import contextlib
import difflib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from itertools import zip_longest
from pathlib import Path
from typing import Any, NoReturn

from bot.commands import table
from bot.commands.command import Command, Interface, Kind, Option
from bot.errors import UsageError
from bot.i18n.messages import Translatable, translatable

SLIP_WORDS = 3
"""Words from which a line without a command is no slip of one."""
LONG_TEXT = 280
"""Characters from which a line without a command is an article; the same as in a direct message."""


@dataclass(frozen=True, slots=True)
class Request:
    """A command with its options; ``READ``: a link, file or text; ``ASK``: a question, or a slip of ``near``."""

    command: str
    options: Mapping[str, str] = field(default_factory=dict)


READ = "read"
ASK = "ask"
COMMANDS = {name: command for name, command in table.COMMANDS.items() if command.on & Interface.CONSOLE}
_GROUPS = frozenset(name.split()[0] for name in COMMANDS if " " in name) - set(COMMANDS)
_YES_OR_NO = {"yes": True, "true": True, "on": True, "no": False, "false": False, "off": False}
_ALIASES = {"exit": "quit", "summarise": "summarize"}
_COMMAND = re.compile(r"(/?)([a-z]+)(?:\s+(.*))?", re.DOTALL)
_OPTION = re.compile(r"(?:(?<=\s)|^)-{0,2}([a-z]{3,12})(?::(?!//)|=(?=\S))(\s?)")
"""What looks like an option in another's value, and the space behind it: "fish: the price" is none."""
_DASHED = re.compile(r"(?:(?<=\s)|^)--([a-z]{1,12})(?=\s|$)")
_FREE = frozenset({Kind.FREE, Kind.ARTICLE, Kind.FILE, Kind.PATH})
"""Kinds of options whose values may hold anything."""
_QUOTED = r"""(?:\s*("[^"\n]*"|'[^'\n]*')(?=\s|$))?"""
_ONE_QUESTION = re.compile(r"(?:[^\n.!?؟？]|[.!](?=\S))+[?؟？]")
_QUESTION_LIMIT = 500
"""Characters of a question; more is an article that ends with one."""
_NEAR = 0.65
_SLASHED = re.compile(r"/[a-z]+")
"""A command's name, or the path of a file at the root."""
_REFERENCE = re.compile(r"[^\s./]*+[./]\S+")


def parse_request(line: str) -> Request | None:
    """The request in ``line``; None if it is empty. Raises ``UsageError`` for no command, article or question."""
    line = _in_small_letters(line.strip())
    if match := _COMMAND.fullmatch(line):
        slash, name, rest = bool(match[1]), _ALIASES.get(match[2], match[2]), match[3] or ""
        second, *more = rest.split(maxsplit=1) or [""]
        if f"{name} {second}" in COMMANDS:
            name, rest = f"{name} {second}", more[0] if more else ""
            if rest and not COMMANDS[name].options_on(Interface.CONSOLE):
                raise UsageError(translatable("console-nothing-more", command=name))
        if name == "help" and (asked := " ".join(rest.lower().lstrip("/").split())) in {*COMMANDS, *_GROUPS}:
            return Request("help", {"command": asked})
        options = COMMANDS[name].options_on(Interface.CONSOLE) if name in COMMANDS else ()
        # without a slash, "status quo in …" is an article's beginning
        if name in COMMANDS and (slash or options or not rest):
            return Request(name, parse_options(rest, options))
        if name in _GROUPS and not rest:
            about = f"help {name}"
            return Request(about) if about in COMMANDS else Request("help", {"command": name})
        if name in _GROUPS and (slash or len(line) < LONG_TEXT):
            group = ", ".join(command for command in COMMANDS if command.startswith(f"{name} "))
            raise UsageError(translatable("console-incomplete", name=name, commands=group))
    if not line:
        return None
    if _ONE_QUESTION.fullmatch(line) and LONG_TEXT <= len(line) <= _QUESTION_LIMIT:
        return Request(ASK, {"question": line})
    first = line.split()[0].lstrip("/").lower() if len(line) < LONG_TEXT else ""
    nearest: list[str] = difflib.get_close_matches(first, COMMANDS, n=1)
    slip = bool(nearest) and _SLASHED.fullmatch(line) is not None
    if len(line) >= LONG_TEXT or (_REFERENCE.fullmatch(line.lstrip("<")) and not slip):
        return Request(READ, {"article": line})
    if not line.startswith("/"):
        near = {"near": nearest[0]} if nearest and len(line.split()) < SLIP_WORDS else {}
        return Request(ASK, {"question": line, **near})
    raise UsageError(
        translatable("console-neither-near", command=nearest[0]) if nearest else translatable("console-neither")
    )


def _in_small_letters(line: str) -> str:
    """``line`` with its command in small letters, where it is one and nothing else, or has a slash: "/Feed List"."""
    if line.lower() in {*COMMANDS, *_ALIASES, *_GROUPS}:
        return line.lower()
    command = re.match(r"/[A-Za-z]+(?:\s+[A-Za-z]+(?=\s|$))?", line)
    folded = command[0].lower() if command else ""
    if " ".join(folded.lstrip("/").split()) in COMMANDS:
        return folded + line[len(folded) :]
    first = re.match(r"/[A-Za-z]+", line)
    return first[0].lower() + line[first.end() :] if first else line


def parse_options(words: str, options: Sequence[Option]) -> dict[str, str]:
    """The ``options`` in ``words`` ("… speaker:Lavrov"): what stands before the first name belongs to the first.

    A value may stand in quotation marks, and then hold anything; else it ends where the next option begins. Empty
    values are left out. Raises ``UsageError`` for a slip ("speakr:Lavrov"), another command's option, or one twice.
    """
    if not options:
        return {}
    known = {option.name: option for option in options}
    found = list(re.finditer(rf"(?:(?<=\s)|^)({'|'.join(known)}):{_QUOTED}", words))
    given = [(options[0].name, words[: found[0].start()] if found else words, False)]
    for match, following in zip_longest(found, found[1:]):
        end = following.start() if following else len(words)
        quoted = match[2] is not None and not words[match.end() : end].strip()
        given.append((match[1], match[2] if quoted else words[match.end(1) + 1 : end], quoted))
    values: dict[str, str] = {}
    for name, value, quoted in given:
        if not quoted:
            _check_slip(known[name].kind, value, list(known))
        if unquoted := _unquoted(value.strip()):
            if name in values:
                raise UsageError(translatable("console-option-twice", option=name))
            values[name] = unquoted
    return values


def _check_slip(kind: Kind, value: str, names: list[str]) -> None:
    """Raise ``UsageError`` where the ``value`` of an option holds what was meant to be another."""
    if len(value) >= LONG_TEXT or kind is Kind.FILTER:
        return
    typed = [(word, bool(space)) for word, space in _OPTION.findall(value)]
    typed += [(word, False) for word in _DASHED.findall(value)]
    for word, space in typed:
        if nearest := difflib.get_close_matches(word, names, n=1, cutoff=_NEAR):
            raise UsageError(translatable("console-no-option", option=word, near=nearest[0]))
        if kind not in _FREE and not space:
            options = ", ".join(f"{one}:" for one in names)
            raise UsageError(translatable("console-option-unknown", option=word, options=options))


def parse_values(command: Command, given: Mapping[str, str]) -> dict[str, Any]:
    """The values of the options ``given`` to ``command``. Raises ``UsageError`` if one is missing or invalid."""
    options = command.options_on(Interface.CONSOLE)
    for option in options:
        if option.required & Interface.CONSOLE and option.name not in given:
            raise UsageError(translatable("console-needs", command=command.name, name=option.name, usage=command.usage))
    return {option.name: _parse_value(option, given[option.name]) for option in options if option.name in given}


def _parse_value(option: Option, typed: str) -> Any:
    word = typed.casefold()
    match option.kind:
        case Kind.NUMBER:
            return parse_count(typed, most=option.most)
        case Kind.FLAG:
            return _YES_OR_NO[word] if word in _YES_OR_NO else _refuse(option.name, typed, ("yes", "no"))
        case Kind.CHOICE:
            return word if word in option.choices else _refuse(option.name, typed, option.choices)
        case Kind.PATH:
            return _parse_path(typed, option.choices)
        case _:
            return typed


def _refuse(name: str, typed: str, choices: Sequence[str]) -> NoReturn:
    options = _either([f"{name}:{choice}" for choice in choices])
    raise UsageError(
        translatable("console-choice", name=name, choices=_either(choices), value=typed[:40], options=options)
    )


def _parse_path(typed: str, endings: tuple[str, ...]) -> Path:
    path = Path(typed)
    with contextlib.suppress(RuntimeError):  # "~nobody": then it is a folder of that name
        path = path.expanduser()
    if path.suffix.lower() not in endings:
        raise UsageError(translatable("console-file-kind", name=path.name[:80], endings=_either(endings)))
    return path


def _either(names: Sequence[str]) -> str | Translatable:
    first, *others = names
    known: str | Translatable = first
    return reduce(lambda known, last: translatable("list-or", first=known, last=last), others, known)


def parse_count(value: str, *, most: int) -> int:
    """A whole number from 1 to ``most``. Raises ``UsageError``."""
    if not (value.isascii() and value.isdigit() and 1 <= int(value[:9]) <= most):
        raise UsageError(translatable("console-no-number", value=value[:40], most=str(most)))
    return int(value)


def _unquoted(value: str) -> str:
    """``value`` without straight quotation marks around it, as a shell would take it; longer words are an article's."""
    marked = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" and value[0] not in value[1:-1]
    return value[1:-1].strip() if marked and len(value) < LONG_TEXT else value
