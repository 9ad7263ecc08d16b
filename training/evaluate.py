r"""Scores a tagger on annotated articles, with bootstrap intervals over articles.

    python -m training.evaluate --shared ../shared --documents work/documents.jsonl.xz \
        [--model FOLDER ...] [--against FILE.jsonl]

Matching is that of ../shared/bench/score.py. On PolNeAR every find counts; on diplomatic texts (our annotations) only
finds that the tagger takes for statements, and optional attributions neither help nor hurt.
"""

import argparse
import importlib.util
import json
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import numpy.typing as npt

from bot.nlp.tagger.tagged_text import AttributionLink
from bot.nlp.tagger.tagger import Tagger
from training.documents import Document, Gold, load_documents
from training.predict import attribution_of

Counts = npt.NDArray[np.int64]
"""Counts for an article, by subset: contents and relations matched, by gold's and by the find's kind; gold; found."""
SUBSETS = ("all", "direct", "speech")
Read = Callable[[str], tuple[AttributionLink, ...]]


def load_scorer(path: Path) -> ModuleType:
    """The shared scorer, loaded as a module."""
    spec = importlib.util.spec_from_file_location("score", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def gold_record(gold: Gold) -> dict[str, Any]:
    """``gold`` in the scorer's form."""
    return {
        "source": gold.source,
        "cue": gold.cue,
        "content": list(gold.content),
        "act": gold.act or "statement",
        "optional": gold.optional or gold.act == "attitude",
    }


def count(scorer: ModuleType, document: Document, found: list[dict[str, Any]]) -> Counts:
    """Shape (subsets, 6)."""
    text = document.text
    golds = [gold_record(gold) for gold in document.gold or ()]
    if document.origin != "polnear":
        found = [record for record in found if record["act"] != "attitude"]
    mask = scorer.quoted_mask(text)
    matched = scorer.pairs(text, golds, found)

    def groups(record: dict[str, Any]) -> list[int]:
        speech = scorer.is_speech(text, record)
        return [0] + [1] * (scorer.kind_of(text, record, mask) == "direct") + [2] * speech

    table = np.zeros((len(SUBSETS), 6), dtype=np.int64)
    free = {j for i, j in matched if golds[i]["optional"]}
    for record in golds:
        table[groups(record), 4] += not record["optional"]
    for number, record in enumerate(found):
        table[groups(record), 5] += number not in free
    for i, j in matched:
        if golds[i]["optional"]:
            continue
        want = scorer.tokens(text, scorer.spans(golds[i]["source"]))
        got = scorer.tokens(text, scorer.spans(found[j]["source"]))
        right = bool(want & got) or (not want and (not got or document.origin != "polnear"))
        table[groups(golds[i]), 0] += 1
        table[groups(golds[i]), 1] += right
        table[groups(found[j]), 2] += 1
        table[groups(found[j]), 3] += right
    return table


def f1(table: Counts) -> npt.NDArray[np.float64]:
    """Content F1 and relation F1 in per cent from counts (..., 6): shape (..., 2)."""
    gold, found = np.maximum(table[..., 4], 1), np.maximum(table[..., 5], 1)
    recall = table[..., 0:2] / gold[..., None]
    precision = table[..., 2:4] / found[..., None]
    total = np.maximum(recall + precision, 1e-9)
    return np.asarray(200 * recall * precision / total)


def bootstrap(tables: list[Counts], rounds: int = 1000) -> npt.NDArray[np.float64]:
    """2.5 and 97.5 per cent points of F1 over articles drawn with replacement: shape (2, subsets, 2)."""
    stack = np.stack(tables)
    dice = np.random.default_rng(7)
    drawn = [f1(stack[dice.integers(0, len(stack), len(stack))].sum(axis=0)) for _ in range(rounds)]
    return np.asarray(np.percentile(np.stack(drawn), [2.5, 97.5], axis=0))


def report(name: str, tables: list[Counts]) -> str:
    """Print one line per subset."""
    middle, (low, high) = f1(np.stack(tables).sum(axis=0)), bootstrap(tables)
    lines = []
    for at, subset in enumerate(SUBSETS):
        content, relation = middle[at]
        gold, found = np.stack(tables).sum(axis=0)[at, 4:]
        lines.append(
            f"{name:28} {subset:7} content {content:5.1f} [{low[at, 0]:.1f}, {high[at, 0]:.1f}]  "
            f"relation {relation:5.1f} [{low[at, 1]:.1f}, {high[at, 1]:.1f}]  gold {gold} found {found}"
        )
    return "\n".join(lines)


def evaluate(scorer: ModuleType, documents: list[Document], read: Read, threshold: float) -> dict[str, list[Counts]]:
    """The counts of each dev article, by origin."""
    tables: dict[str, list[Counts]] = {}
    for document in documents:
        if document.split == "dev":
            found = [attribution_of(link, threshold) for link in read(document.text)]
            origin = "polnear" if document.origin == "polnear" else "diplomatic"
            tables.setdefault(origin, []).append(count(scorer, document, found))
    return tables


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--documents", type=Path, required=True)
    parser.add_argument("--model", type=Path, action="append", help="a folder; several are shown beside each other")
    parser.add_argument("--threshold", type=float, default=0.5)
    parser.add_argument("--against", type=Path, help="another system's output on PolNeAR dev")
    options = parser.parse_args()
    scorer = load_scorer(options.shared / "bench" / "score.py")
    documents = load_documents(options.documents)
    for folder in options.model or [None]:
        tagger = Tagger.load(folder)
        tables = evaluate(scorer, documents, lambda text, t=tagger: t.read(text).links, options.threshold)  # type: ignore[misc]
        for origin, counts in tables.items():
            print(report(f"{tagger.version}, {origin}", counts))
    if options.against:
        lines = options.against.read_text(encoding="utf-8").splitlines()
        others = {record["id"]: record["attributions"] for record in map(json.loads, lines)}
        counts = [count(scorer, d, others[d.id]) for d in documents if d.split == "dev" and d.origin == "polnear"]
        print(report(f"{options.against.stem}, polnear", counts))


if __name__ == "__main__":
    main()
