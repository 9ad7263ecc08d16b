"""Compares our article text with trafilatura's own, on the 181 pages of scrapinghub's article-extraction-benchmark.

The measure is that benchmark's (github.com/scrapinghub/article-extraction-benchmark, README): a text is the bag of its
four-word shingles; precision and recall of a page come from the shingles that both bags share; F1 is that of the means
over pages, with a 95 % interval from resampling the pages. A page that we refuse (a teaser before a paywall) counts as
an empty text.

    python -m benchmarks.pages [--limit N] [--pages FOLDER]
"""

import argparse
import gzip
import json
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import trafilatura

from bot.errors import AttacheError
from bot.web.charset import decode
from bot.web.pages.page import parse_page

PAGES = Path(__file__).resolve().parents[2] / "shared" / "data" / "pages"
SHINGLE = 4  # words
RESAMPLES = 1_000
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Page:
    """A page with the text that a person extracted."""

    url: str
    body: bytes
    text: str


@dataclass(frozen=True, slots=True)
class Score:
    """Precision and recall of one page, 0 to 1; None if undefined."""

    precision: float | None
    recall: float | None


def load_pages(folder: Path, limit: int | None) -> list[Page]:
    """The pages of the benchmark, ``limit`` of them at most."""
    truth = json.loads((folder / "ground-truth.json").read_text("utf-8"))
    return [
        Page(entry["url"], gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes()), entry["articleBody"])
        for name, entry in list(truth.items())[:limit]
    ]


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """The bag of four-word shingles of ``text``; all its words if it is shorter."""
    words = _WORD.findall(text)
    return Counter(tuple(words[i : i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1)) if words)


def score_page(found: str, truth: str) -> Score:
    """Precision and recall of the shingles of ``found`` against those of ``truth``."""
    ours, theirs = shingles(found), shingles(truth)
    common = (ours & theirs).total()
    return Score(
        common / ours.total() if ours else None,
        common / theirs.total() if theirs else None,
    )


def summarise(scores: Sequence[Score]) -> tuple[float, float, float]:
    """Mean precision, mean recall, and F1 of the two."""
    precision = _mean([score.precision for score in scores if score.precision is not None])
    recall = _mean([score.recall for score in scores if score.recall is not None])
    return precision, recall, 2 * precision * recall / ((precision + recall) or 1)


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def interval(values: Sequence[float]) -> tuple[float, float]:
    """The 95 % interval of resampled ``values``."""
    ranked = sorted(values)
    return ranked[int(0.025 * len(ranked))], ranked[int(0.975 * len(ranked)) - 1]


def resample(scores: Mapping[str, Sequence[Score]]) -> list[dict[str, float]]:
    """F1 of each system on resampled pages, the same pages for all (paired bootstrap, fixed seed)."""
    chance = random.Random(7)  # noqa: S311 - resampling, nothing secret
    draws = []
    for _ in range(RESAMPLES):
        count = len(next(iter(scores.values())))
        drawn = chance.choices(range(count), k=count)
        draws.append({name: summarise([pages[i] for i in drawn])[2] for name, pages in scores.items()})
    return draws


def ours(page: Page) -> str:
    """``Article.text``, empty for a page that we refuse."""
    try:
        return parse_page(page.body, url=page.url, headers={}).text
    except AttacheError:
        return ""


def theirs(page: Page) -> str:
    """trafilatura's own extraction, without readers' comments."""
    return trafilatura.extract(decode(page.body), include_comments=False) or ""


OURS, PEER = "Attaché", "trafilatura, comments left out"
SYSTEMS: dict[str, Callable[[Page], str]] = {
    OURS: ours,
    PEER: theirs,
    "trafilatura, all defaults": lambda page: trafilatura.extract(decode(page.body)) or "",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table. Exit status 1 if ours is worse than trafilatura's, 2 without the pages."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--limit", type=int, default=None, help="only the first N pages")
    parser.add_argument("--pages", type=Path, default=PAGES, help="folder with ground-truth.json and html/")
    options = parser.parse_args(arguments)
    if not (options.pages / "ground-truth.json").is_file():
        print(f"The pages are not in {options.pages}; give their folder with --pages.", file=sys.stderr)
        return 2
    pages = load_pages(options.pages, options.limit)
    print(
        f"{len(pages)} pages\n\n| system | precision | recall | F1 | 95 % | empty | ms a page |\n"
        "|---|---|---|---|---|---|---|"
    )
    texts: dict[str, list[str]] = {}
    milliseconds = {}
    for name, extract in SYSTEMS.items():
        started = time.perf_counter()
        texts[name] = [extract(page) for page in pages]
        milliseconds[name] = (time.perf_counter() - started) / len(pages) * 1000
    scores = {
        name: [score_page(text, page.text) for text, page in zip(found, pages, strict=True)]
        for name, found in texts.items()
    }
    draws = resample(scores)
    f1 = {}
    for name, page_scores in scores.items():
        precision, recall, f1[name] = summarise(page_scores)
        low, high = interval([draw[name] for draw in draws])
        print(
            f"| {name} | {precision:.3f} | {recall:.3f} | {f1[name]:.4f} | {low:.3f} to {high:.3f} "
            f"| {texts[name].count('')} | {milliseconds[name]:.0f} |"
        )
    low, high = interval([draw[OURS] - draw[PEER] for draw in draws])
    print(f"\n{OURS} minus {PEER}: F1 {f1[OURS] - f1[PEER]:+.4f}, 95 % {low:+.4f} to {high:+.4f} (paired)")
    read = [i for i, text in enumerate(texts[OURS]) if text]
    ours_read, peer_read = (summarise([scores[name][i] for i in read])[2] for name in (OURS, PEER))
    print(f"On the {len(read)} pages that {OURS} does not refuse: F1 {ours_read:.4f} against {peer_read:.4f}")
    return int(f1[OURS] < f1[PEER])


if __name__ == "__main__":
    sys.exit(main())
