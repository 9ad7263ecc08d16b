"""Compares what readers see with desk editors: ``python -m benchmarks.digest [--limit N]``.

Runs ``python -m bot analyse --batch`` on whole articles outside the repository, and prints the figures of their own
scorer for lines and summary (../shared/bench/digest_score.py, whose docstring defines them): for the ten cases, the
development articles (d01 to d16), the unread ones (d17 to d32), and all of them. Then the summaries of the same
articles by their first three sentences and by each of sumy's methods.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.whosaid import SHARED, read_batch
from bot.domain.text import Span
from bot.errors import UsageError
from bot.nlp.sentences import find_sentences
from bot.nlp.summary.summarise import METHODS, summarise
from bot.nlp.summary.sumy_document import build_document

SCORER = SHARED / "bench/digest_score.py"
EDITOR = SHARED / "data/editor"
SHOWN = ("lines an article", "kept", "found", "F1", "never", "wording", "wording .9", "speaker", "sides", "summary")
COUNT = 3


def _numbered(first: int, last: int) -> list[Path]:
    return [EDITOR / f"d{number:02d}.txt" for number in range(first, last + 1)]


def find_sets(limit: int | None = None) -> dict[str, list[Path]]:
    """The texts of each set, at most ``limit``."""
    sets = {
        "cases": sorted((SHARED / "cases").glob("*.txt")),
        "d01 to d16": _numbered(1, 16),
        "d17 to d32, unread": _numbered(17, 32),
    }
    sets = {name: texts[:limit] for name, texts in sets.items()}
    return {"all together": [text for texts in sets.values() for text in texts], **sets}


def score(texts: Iterable[Path], records: Mapping[str, Any], folder: Path) -> dict[str, float]:
    """The scorer's figures for ``records`` (by id) on ``texts``. ``folder`` is empty, for files."""
    folder.mkdir()
    for text in texts:
        for file in text.parent.glob(f"{text.stem}.*"):
            (folder / file.name).symlink_to(file)
    output = folder / "output"
    output.write_text("".join(json.dumps(record) + "\n" for record in records.values()), encoding="utf-8")
    done = subprocess.run([sys.executable, SCORER, folder, output, "--json"], capture_output=True, check=True)
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def resummarised(records: Mapping[str, Any], choose: Callable[[str, Sequence[Span]], Sequence[Span]]) -> dict[str, Any]:
    """``records`` with other summaries."""
    changed = {}
    for ident, record in records.items():
        text = record["article"]["text"]
        chosen = [{"start": span.start, "end": span.end} for span in choose(text, find_sentences(text))]
        changed[ident] = {**record, "summary": chosen}
    return changed


def lead(text: str, sentences: Sequence[Span]) -> Sequence[Span]:
    """The first sentences, without headlines and captions, as for all methods."""
    return [sentence.span for sentence in build_document(text, sentences).sentences[:COUNT]]


def by_method(method: str) -> Callable[[str, Sequence[Span]], Sequence[Span]]:
    """A method of :func:`bot.nlp.summary.summarise`; "" if a text is too long for it."""

    def choose(text: str, sentences: Sequence[Span]) -> Sequence[Span]:
        try:
            return summarise(text, sentences, count=COUNT, method=method)
        except UsageError:
            return ()

    return choose


def main() -> int:
    """Print the tables. Exit status 2 without the articles."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.digest", description="Measure lines and summaries.")
    parser.add_argument("--limit", type=int, help="only the first N articles of each set")
    limit = parser.parse_args().limit
    if not SCORER.is_file():
        print(f"{SCORER} is not here: the articles stay outside the repository.", file=sys.stderr)
        return 2
    sets = find_sets(limit)
    texts = sets["all together"]
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        given = [{"id": text.stem, "text": text.read_text(encoding="utf-8")} for text in texts]
        read, took = read_batch(given, folder)
        records = {record["id"]: record for record in read}
        print(f"{len(texts)} articles in {took:.1f} s, in percent\n")
        print(f"| articles | {' | '.join(SHOWN)} |\n|---|{'---|' * len(SHOWN)}")
        for number, (name, part) in enumerate(sets.items()):
            figures = score(part, records, folder / f"set{number}")
            print(f"| {name}: {len(part)} | {' | '.join(f'{figures[key]:g}' for key in SHOWN)} |")
        print(f"\nsummary, {COUNT} sentences:\n\n| | {' | '.join(sets)} |\n|---|{'---|' * len(sets)}")
        methods = {"first three": lead, **{f"sumy {method}": by_method(method) for method in METHODS[1:]}}
        for place, (name, choose) in enumerate(methods.items()):
            others = resummarised(records, choose)
            row = [score(part, others, folder / f"{place}-{n}")["summary"] for n, part in enumerate(sets.values())]
            print(f"| {name} | {' | '.join(f'{figure:g}' for figure in row)} |", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
