"""No error reaches a person in words that are written out where it is raised: all are messages of the catalogue."""

import ast
from collections.abc import Iterator
from functools import cache

from tests.unit.i18n.used import sources

ENGLISH_ONLY = {
    "bot/ingest/article_payload.py": "answers of an interface for programs, whose contract is in English",
    "bot/cli/batch.py": "a line of JSON for programs, whose contract is in English",
}


@cache
def errors_and_words() -> tuple[frozenset[str], tuple[tuple[str, int, str], ...]]:
    """Names of ``AttacheError`` and of all that descend from it; and where anything is made of words."""
    bases: dict[str, set[str]] = {}
    made = []
    for path, module in sources("bot", "cogs", having="Error"):
        for node in ast.walk(module):
            if isinstance(node, ast.ClassDef):
                bases[node.name] = {base.id for base in node.bases if isinstance(base, ast.Name)}
        made += [(path, line, name) for line, name in made_of_words(module)]
    found = {"AttacheError"}
    while more := {name for name, above in bases.items() if above & found} - found:
        found |= more
    return frozenset(found), tuple(made)


def made_of_words(module: ast.Module) -> Iterator[tuple[int, str]]:
    """Lines on which something is made of words, and what: of a literal, or of a cause and a step."""
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            literal = any(isinstance(word, ast.Constant | ast.JoinedStr | ast.BinOp) for word in node.args)
            if literal or len(node.args) > 1 or any(isinstance(word, ast.Starred) for word in node.args):
                yield node.lineno, node.func.id


def test_every_error_is_a_message() -> None:
    names, made = errors_and_words()
    assert {"UsageError", "FetchError", "DamagedRecordError"} <= names
    assert [f"{path}:{line}" for path, line, name in made if name in names and path not in ENGLISH_ONLY] == []


def test_what_may_be_written_out_is_still_there() -> None:
    names, made = errors_and_words()
    assert set(ENGLISH_ONLY) - {path for path, _, name in made if name in names} == set()


def test_words_that_are_written_out_are_found() -> None:
    for wrong in (
        'UsageError("No.")',
        'UsageError(f"No {x}.")',
        'UsageError(words, "Try again.")',
        "UsageError(*_OTHER)",
    ):
        assert [*made_of_words(ast.parse(f"raise {wrong}"))] == [(1, "UsageError")]
    (inner,) = made_of_words(ast.parse('raise UsageError(worded("a-b"), resource="x")'))
    assert inner == (1, "worded")
