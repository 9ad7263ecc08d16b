"""The speed and size of a worker process: ``python -m benchmarks.reading [--peers PYTHON] [--limit N]``.

In one run, on one core, with one process per system: Attaché's whole analysis; spaCy's small English pipeline, parsing
the same articles; and the quotations that textacy and sayswho find on it, scored like ours. Rates and times are of
processor time, in articles of 750 words, the best of alternating rounds. Memory is the peak of a process, for Attaché
also after a text of 50,000 words and after parsing pages, as workers do.

Install the peers with ``pip install -e '.[bench]'`` into a separate environment (sayswho holds pytest below 8; if pip
fails on all together, install spaCy with textacy first and sayswho afterwards), and give its interpreter with
``--peers``. Systems that cannot run are left out, with the reason.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.whosaid import GOLD, ROOT, SCORER, SHARED, load_texts, score, take_part

SYSTEMS = ("attache", "spacy", "textacy", "sayswho")
WORDS = 750
BOOK = 50_000  # words
PAGES = SHARED / "data/pages/html"
NEWS = "PolNeAR dev"
NAMES = {
    "attache": "Attaché, the whole reading",
    "spacy": "spaCy en_core_web_sm, parsing only",
    "textacy": "textacy, quotations",
    "sayswho": "sayswho, quotations",
}
HEADER = (
    "| one core | articles of 750 words/s | of spaCy | loads in | peak | relation F1, diplomatic articles"
    " | relation F1, PolNeAR dev: all / direct / speech |\n|---|---|---|---|---|---|---|"
)


@dataclass(frozen=True, slots=True)
class Run:
    """A system's results on one gold set: its figures (seconds, megabytes) and what it found."""

    figures: dict[str, float]
    records: list[dict[str, Any]]


def run_system(system: str, python: str, texts: list[dict[str, str]], folder: Path, *more: str) -> Run | str:
    """Read ``texts`` in a separate process; return the reason if that fails."""
    given, found = folder / "given.jsonl", folder / "found.jsonl"
    given.write_text("".join(json.dumps(text) + "\n" for text in texts), encoding="utf-8")
    command = [python, "-m", "benchmarks.readers", system, str(given), str(found), *more]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    if done.returncode:
        return (done.stderr.strip() or f"exit status {done.returncode}").splitlines()[-1]
    return Run(json.loads(done.stdout), [json.loads(line) for line in found.read_text("utf-8").splitlines()])


def write_book(texts: list[dict[str, str]], path: Path) -> None:
    """The articles, repeated up to ``BOOK`` words."""
    lines: list[str] = []
    words = 0
    while words < BOOK:
        for text in texts:
            lines.append(text["text"])
            words += len(text["text"].split())
    path.write_text(" ".join("\n".join(lines).split(" ")[:BOOK]), encoding="utf-8")


def measure(python: dict[str, str], limit: int | None, rounds: int, folder: Path) -> tuple[dict[str, Run], list[str]]:
    """Each system's best round over the news, and why others could not run."""
    whole = load_texts(GOLD[NEWS])
    book = folder / "book.txt"
    write_book(whole, book)
    runs: dict[str, Run] = {}
    missing: dict[str, str] = {}
    for number in range(rounds):
        for system in SYSTEMS:
            more = ("--book", str(book), "--pages", str(PAGES)) if system == "attache" and number == 0 else ()
            if system in missing:
                continue
            run = run_system(system, python[system], whole[:limit], folder, *more)
            if isinstance(run, str):
                missing[system] = f"{system} is left out: {run}"
            elif system not in runs:
                runs[system] = run
            else:
                best = min(runs[system].figures["seconds"], run.figures["seconds"])
                runs[system] = Run(runs[system].figures | {"seconds": best}, runs[system].records)
    return runs, list(missing.values())


def row(system: str, run: Run, rate: float, unit: float, python: str, limit: int | None, folder: Path) -> str:
    """A line of the table: speed, load time, memory, and the scorer's figures for news and diplomatic articles."""
    cells = [NAMES[system], f"{rate:.1f}", f"{rate / unit:.2f}" if unit else ""]
    cells += [f"{run.figures['load']:.2f} s", f"{run.figures['peak_mb']:.0f} MB"]
    if system == "spacy":
        return "| " + " | ".join([*cells, "", ""]) + " |"
    for name, gold in GOLD.items():
        part = take_part(gold, limit, folder / system) if limit else gold
        other = run if name == NEWS else run_system(system, python, load_texts(part), folder)
        if isinstance(other, str):
            cells.append(f"failed: {other}")
            continue
        figures = score(part, other.records, folder)
        kinds = ("relation", "relation:direct", "relation:speech") if name == NEWS else ("relation",)
        cells.append(" / ".join(f"{figures[kind]['F1']:.1f}" for kind in kinds if kind in figures))
    return "| " + " | ".join(cells) + " |"


def main() -> int:
    """Print the table. Exit status 2 without the articles."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reading", description="Measure a reading process.")
    parser.add_argument("--peers", default=sys.executable, help="the interpreter that has the extra [bench]")
    parser.add_argument("--limit", type=int, help="only the first N articles of each")
    parser.add_argument("--rounds", type=int, default=2)
    options = parser.parse_args()
    if not SCORER.is_file():
        print(f"{SCORER} is not here: the annotated articles stay outside the repository.", file=sys.stderr)
        return 2
    python = {system: sys.executable if system == "attache" else options.peers for system in SYSTEMS}
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        runs, missing = measure(python, options.limit, options.rounds, folder)
        words = sum(len(text["text"].split()) for text in load_texts(GOLD[NEWS])[: options.limit])
        rates = {system: words / WORDS / run.figures["seconds"] for system, run in runs.items()}
        print(HEADER)
        for system, run in runs.items():
            (folder / system).mkdir()
            unit = rates.get("spacy", 0.0)
            print(row(system, run, rates[system], unit, python[system], options.limit, folder), flush=True)
    ours = runs["attache"].figures
    print(f"\nAttaché loaded holds {ours['loaded_mb']:.0f} MB; after a text of {BOOK:,} words, read in", end=" ")
    print(f"{ours['book_seconds']:.1f} s, {ours['book_mb']:.0f} MB; after pages {ours['pages_mb']:.0f} MB.")
    print("\n".join(missing))
    return 0


if __name__ == "__main__":
    sys.exit(main())
