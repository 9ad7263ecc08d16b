"""No module says anything of its own that is not in the catalogue: prose in the code is what nobody reads.

Prose is a string in which two words of small letters, or a capital and a word, stand beside each other. What is raised
is not looked at here, nor docstrings, logs, and what only programmers can meet (``ValueError`` and its like).
"""

import ast
import re
from collections.abc import Iterator
from functools import cache

import pytest

from tests.unit.i18n.used import sources

ROOMS = (
    *("bot/render", "bot/pictures", "bot/gateway", "bot/digests", "bot/questions", "bot/services", "bot/jobs"),
    *("bot/doctor", "bot/monitoring", "bot/commands", "cogs"),
)
PROSE = re.compile(r"[A-Za-z]{2,}[,;:]? [a-z]{2,}|^[A-Z][a-z]+ [A-Za-z]|^[A-Z][a-z]+[a-z.…]$")
OURS_ALONE = frozenset({"ValueError", "TypeError", "RuntimeError", "KeyError", "LookupError", "AssertionError"})
LOGGED = frozenset({"debug", "info", "warning", "error", "exception", "critical"})
TYPED = re.compile(r"^/?(?:feed|digest|watch|settings|setup|forget|help) [a-z]")
"""Commands to type next, which are English in every language."""


def prose(module: ast.Module) -> Iterator[tuple[int, str]]:
    """Prose in a module, with its line."""
    left_out: set[int] = set()
    for node in ast.walk(module):
        if isinstance(node, ast.Raise | ast.ClassDef | ast.Call | ast.Expr) and _is_no_speech(node):
            left_out |= {id(one) for part in _unspoken(node) for one in ast.walk(part)}
    for node in ast.walk(module):
        words = node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
        if id(node) not in left_out and PROSE.search(words) and not TYPED.match(words):
            yield getattr(node, "lineno", 0), words


def _is_no_speech(node: ast.AST) -> bool:
    match node:
        case ast.Raise() | ast.ClassDef():
            return True
        case ast.Expr(ast.Constant()):  # a docstring
            return True
        case ast.Call(ast.Name(name)):
            return name in OURS_ALONE
        case ast.Call(ast.Attribute(_, name)):
            return name in LOGGED
        case _:
            return False


def _unspoken(node: ast.AST) -> list[ast.AST]:
    return [*node.keywords] if isinstance(node, ast.ClassDef) else [node]


ALLOWED = {
    "bot/doctor/__init__.py": "the name of a style",
    "bot/doctor/discord_account.py": "names of permissions and intents, as Discord's developer portal has them",
    "bot/doctor/checks.py": "a sentence that the reader is tried with, and the name of a header",
    "bot/monitoring/diagnosis.py": "names of outcomes among the measurements",
    "bot/monitoring/endpoint.py": "what the health endpoint tells programs",
    "bot/gateway/app_commands.py": "names of menus, which a test compares with the catalogue",
    "bot/gateway/client.py": "what those who run the bot are told by its health endpoint, as by its log",
    "bot/render/terminal.py": "names of styles",
    "bot/render/cards/feed_cards.py": "a line for the shell, and the sample article that it sends",
    "bot/digests/lines/choice.py": "names of features",
    "bot/digests/lines/features.py": "the same",
    "bot/digests/quote_matching.py": "words that are looked for in English texts",
    "bot/digests/keywords.py": "the same",
    "bot/questions/named_entities.py": "names of countries as they are typed and kept",
    "bot/questions/small_talk.py": "what greets in English",
    "bot/jobs/rpc_codec.py": "a tag of stored values",
    "bot/jobs/delivery.py": "what the log calls direct messages, and a thread whose card has no word to name it by",
    "bot/jobs/polling.py": "the name of a header",
}
"""Modules whose prose people do not read, or not as ours, with the reason."""


@cache
def prose_in(room: str) -> tuple[tuple[str, int, str], ...]:
    """Prose in the modules of ``room``: the module, the line and the words."""
    return tuple((path, line, words) for path, module in sources(room) for line, words in prose(module))


@pytest.mark.parametrize("room", ROOMS)
def test_what_people_read_is_in_the_catalogue(room: str) -> None:
    assert [found for found in prose_in(room) if found[0] not in ALLOWED] == []


def test_what_is_allowed_is_still_there() -> None:
    holding = {path for room in ROOMS for path, _, _ in prose_in(room)}
    assert set(ALLOWED) - holding == set()


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ('card = Card("Nothing was found.")', 1),
        ('button = Button("As a picture")', 1),
        ('line = f"and {count} more of them"', 1),
        ('say("twosides-answers", side=name)', 0),
        ('raise UsageError("No such thing.")', 0),
        ('raise ValueError("no such thing")', 0),
        ('_log.info("it was sent", action="send")', 0),
        ('"""A docstring of a module."""', 0),
        ('command = "feed remove number:1"', 0),
    ],
)
def test_the_check_finds_prose_and_nothing_else(line: str, found: int) -> None:
    assert len(list(prose(ast.parse(line)))) == found
