"""No error reaches a person in words that are written out where it is raised: all are messages of the catalogue."""

import ast
from collections.abc import Iterator

from tests.unit.i18n.used import sources

ENGLISH_ONLY = {
    "bot/ingest/article_payload.py": "answers of an interface for programs, whose contract is in English",
    "bot/cli/batch.py": "a line of JSON for programs, whose contract is in English",
}


def errors() -> frozenset[str]:
    """Names of ``AttacheError`` and of all that descend from it."""
    bases = {
        node.name: {base.id for base in node.bases if isinstance(base, ast.Name)}
        for _, module in sources("bot", "cogs")
        for node in ast.walk(module)
        if isinstance(node, ast.ClassDef)
    }
    found = {"AttacheError"}
    while more := {name for name, above in bases.items() if above & found} - found:
        found |= more
    return frozenset(found)


def written_out(module: ast.Module, names: frozenset[str]) -> Iterator[int]:
    """Lines on which an error of ``names`` is made of words: a literal, or a cause and a step."""
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
            literal = any(isinstance(word, ast.Constant | ast.JoinedStr | ast.BinOp) for word in node.args)
            if literal or len(node.args) > 1 or any(isinstance(word, ast.Starred) for word in node.args):
                yield node.lineno


def test_every_error_is_a_message() -> None:
    names = errors()
    assert {"UsageError", "FetchError", "DamagedRecordError"} <= names
    found = [
        f"{path}:{line}"
        for path, module in sources("bot", "cogs")
        if path not in ENGLISH_ONLY
        for line in written_out(module, names)
    ]
    assert found == []


def test_what_may_be_written_out_is_still_there() -> None:
    names = errors()
    idle = [p for p, module in sources("bot", "cogs") if p in ENGLISH_ONLY and not [*written_out(module, names)]]
    assert idle == []


def test_words_that_are_written_out_are_found() -> None:
    names = frozenset({"UsageError"})
    for wrong in (
        'UsageError("No.")',
        'UsageError(f"No {x}.")',
        'UsageError(words, "Try again.")',
        "UsageError(*_OTHER)",
    ):
        assert [*written_out(ast.parse(f"raise {wrong}"), names)] == [1]
    assert [*written_out(ast.parse('raise UsageError(worded("a-b"), resource="x")'), names)] == []
