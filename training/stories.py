"""Fits the weights of ``bot/stories/weights.toml``: ``python -m training.stories``. Takes under a minute of one core.

This is a logistic regression over the features of :mod:`bot.stories.pair_features` for each article and the nearest 32
of the five days before it, from three sets of ../shared/data, replayed in order:

- stories (AllSides, 307 events): in the file's order and in two shuffled ones; the events are the set's own;
- news (991 dated articles): events that we annotated, ``training/story_events.json``; those of 2014-09 to 2018-02 are
  left out, so that they can be measured;
- feeds (a ministry's releases): events that we annotated, by title, in the same file.

Articles listed together under "one" are about one event; pairs listed under "unclear" are left out; all others are
about two. The thresholds are chosen by ``benchmarks.stories``: see its section in benchmarks/README.md.
"""

import argparse
import json
import random
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.story_sets import LabelledArticle, load_events, load_news, load_releases
from bot.stories.pair_features import FEATURES, compare
from bot.stories.recent_articles import RecentArticles

EVENTS = Path(__file__).with_name("story_events.json")
WEIGHTS = Path(__file__).resolve().parents[1] / "bot" / "stories" / "weights.toml"
NEAREST, LEAST = 32, 0.02
SPAN = timedelta(days=5).total_seconds()
SETS = {"stories": 3.0, "news": 3.0, "feeds": 9.0}
"""The weight of a pair from each set."""
RIDGE = 1.0

Floats = NDArray[np.float64]
Labels = Mapping[str, list[list[str]]]


def find_pairs(articles: Sequence[LabelledArticle], events: Sequence[int]) -> Iterator[tuple[int, int, Floats]]:
    """Each article with each of its nearest before it, by place in ``articles``, and the pair's features."""
    window, held = RecentArticles(len(articles)), list[int]()
    for place, one in enumerate(articles):
        at = one.article.seen_at.timestamp()
        gone = int((window.column("seen") < at - SPAN).sum())
        window.drop(gone)
        del held[:gone]
        words = window.similarity(one.signature)
        rows = np.argsort(-words, kind="stable")[:NEAREST]
        rows = rows[words[rows] > LEAST]
        if len(rows):
            of = np.array([events[held[row]] for row in rows])
            features = compare(window, one.signature, at, rows, words[rows], of)
            yield from ((place, held[row], each) for row, each in zip(rows, features, strict=True))
        window.add(one.article.id, place, one.signature, at)
        held.append(place)


def label(articles: Sequence[LabelledArticle], labels: Labels) -> tuple[list[int], set[frozenset[int]]]:
    """The event of each article, and the pairs whose events may or may not be the same."""
    place = {one.article.id: number for number, one in enumerate(articles)}
    events = list(range(len(articles)))
    for group in labels["one"]:
        for ident in group:
            events[place[ident]] = place[group[0]]
    unclear = {frozenset((place[a], place[b])) for group in labels["unclear"] for a in group for b in group if a != b}
    return events, unclear


def collect(shared: Path) -> tuple[Floats, Floats, Floats]:
    """Features, whether the pair is one event, and its weight."""
    known = json.loads(EVENTS.read_text("utf-8"))
    rows, one, weights = list[Floats](), list[bool](), list[float]()

    def take(
        name: str, articles: Sequence[LabelledArticle], events: Sequence[int], unclear: set[frozenset[int]]
    ) -> None:
        left_out = {number for number, each in enumerate(articles) if each.article.id in set(known[name]["unread"])}
        for a, b, features in find_pairs(articles, events):
            together = events[a] == events[b]
            if not left_out & {a, b} and (together or frozenset((a, b)) not in unclear):
                rows.append(features)
                one.append(together)
                weights.append(SETS[name])

    articles = load_events(shared)
    for seed in (None, 0, 1):
        order = articles if seed is None else random.Random(seed).sample(articles, len(articles))  # noqa: S311 - fixed seeds
        take("stories", order, [each.event for each in order], set())
    for name, others in (("news", load_news(shared)), ("feeds", load_releases(shared))):
        take(name, others, *label(others, known[name]))
    return np.array(rows), np.array(one, np.float64), np.array(weights)


def fit(features: Floats, one: Floats, weights: Floats) -> tuple[float, Floats]:
    """Bias and weights of a logistic regression with a small ridge, by Newton's method."""
    middle = np.average(features, axis=0, weights=weights)
    spread = np.sqrt(np.average((features - middle) ** 2, axis=0, weights=weights)) + 1e-9
    columns = np.column_stack([np.ones(len(features)), (features - middle) / spread])
    ridge = RIDGE * np.eye(columns.shape[1])
    ridge[0, 0] = 0.0
    found = np.zeros(columns.shape[1])
    for _ in range(50):
        sure = 1 / (1 + np.exp(-columns @ found))
        slope = columns.T @ (weights * (one - sure)) - ridge @ found
        step = np.linalg.solve((columns.T * (weights * sure * (1 - sure))) @ columns + ridge, slope)
        found += step
        if np.abs(step).max() < 1e-6:
            break
    each = found[1:] / spread
    return float(found[0] - each @ middle), each


def write_weights(
    path: Path, made: str, thresholds: Mapping[str, float], bias: float, each: Mapping[str, float]
) -> None:
    """Write a fitted pair model as TOML; ``made`` is a comment on its content and origin."""
    lines = [
        f"# {made}",
        f"bias = {bias:.3f}",
        *(f"{name} = {value}" for name, value in thresholds.items()),
        "",
        "[features]",
        *(f"{name} = {weight:.3f}" for name, weight in each.items()),
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Fit and write."""
    parser = argparse.ArgumentParser(prog="python -m training.stories", description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    parser.add_argument("--threshold", type=float, default=-0.85)
    parser.add_argument("--threshold-of-source", type=float, default=0.4)
    options = parser.parse_args()
    features, one, weights = collect(options.shared)
    bias, each = fit(features, one, weights)
    write_weights(
        WEIGHTS,
        "Log-odds that two articles tell of one event; made by training/stories.py, features in pair_features.py",
        {"threshold": options.threshold, "threshold_of_source": options.threshold_of_source},
        bias,
        dict(zip(FEATURES, each, strict=True)),
    )
    print(f"{len(one)} pairs, {int(one.sum())} of one event")


if __name__ == "__main__":
    main()
