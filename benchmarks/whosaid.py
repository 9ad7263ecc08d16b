"""The quality of who-said-what: ``python -m benchmarks.whosaid [--limit N]``.

Runs ``python -m bot analyse --batch`` on gold annotations outside the repository, and prints their own scorer's figures
(../shared/bench/score.py, whose docstring defines them): for ten diplomatic articles with speakers (../shared/cases)
and the development articles of PolNeAR, spans only (../shared/data/polnear).
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from bot.domain.attribution import THRESHOLD

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
GOLD = {"diplomatic articles": SHARED / "cases", "PolNeAR dev": SHARED / "data/polnear/dev.jsonl"}
SCORER = SHARED / "bench/score.py"
MEASURES = ("content", "relation", "who_said_what")
KINDS = ("", ":direct", ":mixed", ":indirect", ":speech")


def load_texts(gold: Path) -> list[dict[str, str]]:
    """Id and text of every article of ``gold``: a folder of <id>.txt, or JSON lines with both."""
    if gold.is_dir():
        return [{"id": path.stem, "text": path.read_text(encoding="utf-8")} for path in sorted(gold.glob("*.txt"))]
    records = (json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines())
    return [{"id": record["id"], "text": record["text"]} for record in records]


def take_part(gold: Path, limit: int, folder: Path) -> Path:
    """A copy of the first ``limit`` articles of ``gold`` in ``folder``, in the same form."""
    part = folder / gold.name
    if gold.is_dir():
        part.mkdir()
        for text in sorted(gold.glob("*.txt"))[:limit]:
            for name in (text.name, f"{text.stem}.gold.json"):
                shutil.copy(gold / name, part)
    else:
        part.write_text("\n".join(gold.read_text(encoding="utf-8").splitlines()[:limit]) + "\n", encoding="utf-8")
    return part


def read_batch(texts: Sequence[dict[str, str]], folder: Path) -> tuple[list[dict[str, Any]], float]:
    """The command line's output for ``texts``, and its duration in seconds. ``folder`` is for files."""
    given = folder / "in.jsonl"
    given.write_text("".join(json.dumps(text) + "\n" for text in texts), encoding="utf-8")
    started = time.perf_counter()
    command = [sys.executable, "-m", "bot", "analyse", "--batch", str(given)]
    done = subprocess.run(command, capture_output=True, check=True, cwd=ROOT)
    return [json.loads(line) for line in done.stdout.splitlines()], time.perf_counter() - started


def score(gold: Path, records: Sequence[dict[str, Any]], folder: Path, *, threshold: float = 0.0) -> dict[str, Any]:
    """The scorer's figures for ``records`` without attributions below ``threshold`` (no confidence is certainty)."""
    read = folder / "out.jsonl"
    with read.open("w", encoding="utf-8") as out:
        for record in records:
            kept = [one for one in record["attributions"] if one.get("confidence", 1.0) >= threshold]
            out.write(json.dumps({**record, "attributions": kept}) + "\n")
    scored = subprocess.run([sys.executable, SCORER, gold, read, "--json"], capture_output=True, check=True)
    figures: dict[str, Any] = json.loads(scored.stdout)
    return figures


def rows(figures: Mapping[str, Any]) -> list[str]:
    """The table of one gold set: a line for each kind of attribution, F1 of each measure, in percent."""
    return [
        f"| {kind.removeprefix(':') or 'all'} | "
        + " | ".join(f"{figures[name + kind]['F1']:.1f}" if name + kind in figures else "" for name in MEASURES)
        + " |"
        for kind in KINDS
    ]


def main() -> int:
    """Print a table for each gold set. Exit status 2 without them."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.whosaid", description="Measure who said what.")
    parser.add_argument("--limit", type=int, help="only the first N articles of each")
    limit = parser.parse_args().limit
    if not SCORER.is_file():
        print(f"{SCORER} is not here: the annotated articles stay outside the repository.", file=sys.stderr)
        return 2
    for name, whole in GOLD.items():
        with tempfile.TemporaryDirectory() as temporary:
            folder = Path(temporary)
            gold = take_part(whole, limit, folder) if limit else whole
            texts = load_texts(gold)
            records, took = read_batch(texts, folder)
            figures = score(gold, records, folder)
            shown = score(gold, records, folder, threshold=THRESHOLD)["relation"]
        print(f"{name}: {len(texts)} articles in {took:.1f} s, F1 in percent\n")
        print("| | content | relation | who said what |\n|---|---|---|---|")
        print("\n".join(rows(figures)) + "\n")
        print(f"of confidence {THRESHOLD:g} and more, as digests show: relation P {shown['P']}, R {shown['R']}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
