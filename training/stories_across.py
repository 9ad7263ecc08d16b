"""Fits ``bot/stories/across_weights.toml``: ``python -m training.stories_across``. Takes two minutes of one core.

This is a logistic regression over the features of :mod:`bot.stories.across_languages` for each article and the 16 in
other languages with the most similar keys, within the five days around it. The articles are those of
../shared/data/languages with their English versions, without the third of the events that is left unread. Each version
of an event keeps a part of its sentences, drawn twice: by date, and with all events in three days. Arabic and English
news of the first half of 2018 is added, with annotated pairs (``benchmarks/story_events_across.json``).
"""

import argparse
from collections.abc import Iterator, Sequence
from datetime import timedelta
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.story_sets import LabelledArticle, are_unclear, crowd, load_arabic, load_languages
from bot.stories.across_languages import FEATURES, compare_across, find_likeness, in_other_language, must_differ
from bot.stories.recent_articles import RecentArticles
from training.stories import fit, write_weights

WEIGHTS = Path(__file__).resolve().parents[1] / "bot" / "stories" / "across_weights.toml"
OF_NEWS = 8.0
"""The weight of a pair from the news: its articles describe one event in words of their own."""
NEAREST, LEAST = 16, 0.02
SPAN = timedelta(days=5).total_seconds()

Floats = NDArray[np.float64]


def find_pairs(articles: Sequence[LabelledArticle]) -> Iterator[tuple[LabelledArticle, LabelledArticle, Floats]]:
    """Each article with its nearest in other languages before it, and the pair's features."""
    window, held = RecentArticles(len(articles)), list[LabelledArticle]()
    for one in articles:
        at = one.article.seen_at.timestamp()
        near = np.abs(window.column("seen") - at) <= SPAN
        rows = np.flatnonzero(near & in_other_language(window, one.signature))
        likeness = find_likeness(window, one.signature, rows)
        order = np.argsort(-likeness, kind="stable")[:NEAREST]
        rows = rows[order[likeness[order] > LEAST]]
        rows = rows[~must_differ(window, one.signature, rows)] if len(rows) else rows
        if len(rows):
            events = np.array([held[row].event for row in rows])
            features = compare_across(window, one.signature, at, rows, events)
            yield from ((one, held[row], each) for row, each in zip(rows, features, strict=True))
        window.add(one.article.id, one.event, one.signature, at)
        held.append(one)


def main() -> None:
    """Fit and write."""
    parser = argparse.ArgumentParser(prog="python -m training.stories_across", description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    parser.add_argument("--threshold", type=float, default=2.5)
    options = parser.parse_args()
    rows, joined, weights = list[Floats](), list[bool](), list[float]()
    tellings = [load_languages(options.shared, unread=False, seed=seed) for seed in (0, 1)]
    sets = [(order, 1.0) for articles in tellings for order in (articles, crowd(articles))]
    for order, weight in (*sets, (load_arabic(options.shared, unread=False), OF_NEWS)):
        for one, other, features in find_pairs(order):
            if not are_unclear(one, other):
                rows.append(features)
                joined.append(one.event == other.event)
                weights.append(weight)
    bias, each = fit(np.array(rows), np.array(joined, np.float64), np.array(weights))
    write_weights(
        WEIGHTS,
        "Log-odds that two articles in different languages tell of one event; made by training/stories_across.py",
        {"threshold": options.threshold},
        bias,
        dict(zip(FEATURES, each, strict=True)),
    )
    print(f"{len(rows)} pairs, {sum(joined)} of one event")


if __name__ == "__main__":
    main()
