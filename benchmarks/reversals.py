"""How many reversals ``/changed`` finds, and how many it makes up; fits the weights by which it decides.

``python -m benchmarks.reversals`` reads the invented pairs of ``tests/unit/digests/reversals`` with the trained model,
all of a file as one archive, and prints what is found. ``--fit`` fits the weights to the pairs of ``FITTED`` and the
measured pairs of real news in ``reversals_news.json`` (numbers alone, labelled by hand), by logistic regression.
``--curve`` prints found and false pairs at each threshold.
"""

import argparse
import json
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from bot.digests import reversals
from bot.digests.reversals import Reversal, estimate, find_reversals, measure
from bot.digests.stance.stances import find_stances
from bot.domain.analysis import reading_id
from bot.domain.article import Article, Outlet
from bot.domain.statement_search import FoundStatement
from bot.nlp.analyse import analyse

PAIRS = Path("tests/unit/digests/reversals")
FITTED = ("first.toml", "second.toml", "third.toml")
NEWS = Path(__file__).parent / "reversals_news.json"
WEIGHTS = Path("bot/digests/stance/weights.json")
_FIRST = datetime(2026, 1, 5, 9, tzinfo=UTC)
_MONTH = timedelta(days=30)
_PENALTY = 0.3


@dataclass(frozen=True, slots=True)
class Pair:
    """Two invented articles by one speaker, and whether the later reverses the earlier."""

    number: int
    who: str
    change: bool
    why: str
    earlier: str
    later: str


def load_pairs(path: Path) -> tuple[Pair, ...]:
    """The pairs of a file."""
    return tuple(Pair(number, **row) for number, row in enumerate(tomllib.loads(path.read_text("utf-8"))["pair"]))


@cache
def read_statements(pairs: tuple[Pair, ...]) -> dict[tuple[int, bool], list[FoundStatement]]:
    """The statements of the earlier (False) and later (True) article of each pair, as an archive finds them."""
    return {(pair.number, late): list(_read(pair, late=late)) for pair in pairs for late in (False, True)}


def _read(pair: Pair, *, late: bool) -> Iterator[FoundStatement]:
    text = pair.later if late else pair.earlier
    url = f"https://wire.example/{pair.number}/{'later' if late else 'earlier'}"
    at = _FIRST + timedelta(hours=pair.number) + late * _MONTH
    article = Article(url=url, title=None, outlet=Outlet("The Wire", "wire.example"), text=text, published_at=at)
    for place, one in enumerate(analyse(text).attributions):
        number = pair.number * 20 + late * 10 + place
        yield FoundStatement(number, reading_id(article), one, article, at, number, pair.who)


def find_all(pairs: tuple[Pair, ...]) -> list[tuple[Pair, Pair, Reversal]]:
    """What is found in all articles of ``pairs``, speaker by speaker, with the pairs that it joins."""
    spoken = read_statements(pairs)
    of_text = {text: pair for pair in pairs for text in (pair.earlier, pair.later)}
    found = []
    for who in dict.fromkeys(pair.who for pair in pairs):
        every = [
            one for pair in pairs if pair.who == who for late in (False, True) for one in spoken[pair.number, late]
        ]
        every.sort(key=lambda one: one.at, reverse=True)
        for one in find_reversals(every):
            texts = (one.earlier.told.reading.article.text, one.later.told.reading.article.text)
            found.append((of_text[texts[0]], of_text[texts[1]], one))
    return found


def count(pairs: tuple[Pair, ...]) -> tuple[int, int]:
    """How many of the reversals are found, and how many false ones."""
    found = find_all(pairs)
    right = {first.number for first, second, _ in found if first is second and first.change}
    return len(right), sum(first is not second or not first.change for first, second, _ in found)


def _rows(pairs: tuple[Pair, ...]) -> Iterator[tuple[dict[str, float], bool]]:
    """Each pair of stances that may be a reversal, within a speaker, with what is known of it."""
    spoken = read_statements(pairs)
    for who in dict.fromkeys(pair.who for pair in pairs):
        held = [
            (pair, late, stance)
            for pair in pairs
            if pair.who == who
            for late in (False, True)
            for one in spoken[pair.number, late]
            for stance in find_stances(one.article.text, one.attribution)
        ]
        weights = reversals.weigh([stance for *_, stance in held])
        for first, early_late, earlier in held:
            for second, late_late, later in held:
                before = (early_late, first.number) < (late_late, second.number)
                if before and reversals.can_reverse(earlier, later):
                    yield measure(earlier, later, weights), first is second and first.change


def fit(rows: Sequence[tuple[Mapping[str, float], bool]]) -> dict[str, Any]:
    """Weights by logistic regression with a penalty on their squares, Newton's method."""
    names = list(rows[0][0])
    x = np.array([[1.0, *(row[name] for name in names)] for row, _ in rows])
    y = np.array([float(label) for _, label in rows])
    ridge = np.diag([0.0, *([_PENALTY] * len(names))])
    weights = np.zeros(x.shape[1])
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ weights))
        hessian = (x * (p * (1 - p))[:, None]).T @ x + ridge
        weights -= np.linalg.solve(hessian, x.T @ (p - y) + ridge @ weights)
    values = [round(float(w), 3) for w in weights]
    return {"constant": values[0], "weights": dict(zip(names, values[1:], strict=True))}


def main() -> None:
    """Print what is found, or fit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fit", action="store_true")
    parser.add_argument("--curve", action="store_true")
    parser.add_argument("--verbose", action="store_true")
    asked = parser.parse_args()
    if asked.fit:
        news = [(row["features"], bool(row["reversal"])) for row in json.loads(NEWS.read_text("utf-8"))]
        model = fit([*(row for name in FITTED for row in _rows(load_pairs(PAIRS / name))), *news])
        WEIGHTS.write_text(json.dumps(model, indent=1) + "\n", "utf-8")
        reversals.load_model.cache_clear()
        print(model)
    if asked.curve:
        _tell_news()
    for path in sorted(PAIRS.glob("*.toml")):
        pairs = load_pairs(path)
        real = sum(pair.change for pair in pairs)
        found, false = count(pairs)
        print(f"{path.stem}: {found} of {real} reversals found, {false} false of {len(pairs) - real} that look alike")
        if asked.verbose:
            _tell(pairs)
        if asked.curve:
            chosen = reversals.LIKELY
            for likely in np.arange(0.1, 1.0, 0.1):
                reversals.LIKELY = float(likely)
                right, wrong = count(pairs)
                print(f"  from {likely:.1f}: {right} found, {wrong} false")
            reversals.LIKELY = chosen


def _tell_news() -> None:
    """How many of the measured pairs of news are shown at each threshold."""
    rows = [(estimate(row["features"]), row["reversal"]) for row in json.loads(NEWS.read_text("utf-8"))]
    print(f"news: {len(rows)} pairs of clauses, {sum(real for _, real in rows)} reversals")
    for likely in np.arange(0.1, 1.0, 0.1):
        shown = [real for found, real in rows if found >= likely]
        print(f"  from {likely:.1f}: {sum(shown)} found, {len(shown) - sum(shown)} false")


def _tell(pairs: tuple[Pair, ...]) -> None:
    found = find_all(pairs)
    got = {first.number for first, second, _ in found if first is second}
    for pair in pairs:
        if pair.change != (pair.number in got):
            print(f"  {'missed' if pair.change else 'false'}: {pair.why}: {pair.earlier} / {pair.later}")
    for first, second, one in found:
        if first is not second:
            print(f"  false across {one.likelihood:.2f}: {first.earlier} / {second.later}")


if __name__ == "__main__":
    main()
