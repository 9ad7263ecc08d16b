"""Decides where a new article belongs among those of the last days.

In one pass, in order of arrival (Allan et al. 1998, "On-line new event detection and tracking"), an article joins the
story whose articles have the highest mean odds of one event (:mod:`bot.stories.pair_features`;
:mod:`bot.stories.across_languages` for other languages), if these suffice, and begins a story otherwise. Encounters
with different people stay apart. A place never changes, since something may have been posted on it, and the same
articles in the same order get the same places in any process, also from stored signatures.
"""

import math
from dataclasses import dataclass
from datetime import datetime, timedelta

import numpy as np
from numpy.typing import NDArray

from bot.domain.story import Placement
from bot.stories.across_languages import (
    compare_across,
    find_likeness,
    in_other_language,
    load_across_weights,
    must_differ,
)
from bot.stories.near_duplicates import find_copies
from bot.stories.pair_features import MOST_ODDS, PairWeights, Weights, compare, load_weights, meet_others
from bot.stories.recent_articles import RecentArticles
from bot.stories.signature import Signature

WINDOW = timedelta(days=5)
CAPACITY = 20_000  # articles
NEAREST = 16
"""Articles, the most alike in words, whose stories are compared."""
MOST_COMPARED = 96
"""Articles of these stories that are compared, the most alike first."""
FEWEST_WORDS_SHARED = 0.02
"""Cosine below which an article is no candidate."""
FEWEST_TERMS = 4
"""An article with fewer ("Press briefing") joins nothing by its words alone."""

SAME_EDITION = timedelta(hours=18)
"""Pieces of one outlet under one title further apart are a column's next edition, not news of the same event."""

REPRINTED = 0.9
"""Containment from which they are the same piece all the same."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class _Nearest:
    story: int | None
    odds: float
    margin: float
    """The mean of the odds over the story's articles, each less its threshold."""


class StoryClusterer:
    """The articles of the last ``window``, the ``capacity`` newest at most: about 1.9 kB each."""

    def __init__(
        self,
        window: timedelta = WINDOW,
        capacity: int = CAPACITY,
        weights: Weights | None = None,
        across: PairWeights | None = None,
    ) -> None:
        self._span = window.total_seconds()
        self._capacity = capacity
        self._weights = weights or load_weights()
        self._across = across or load_across_weights()
        self._window = RecentArticles(capacity)
        self._held: set[str] = set()

    def __len__(self) -> int:
        return len(self._window)

    def __contains__(self, article: str) -> bool:
        return article in self._held

    def assign(self, signature: Signature, seen_at: datetime) -> Placement:
        """Where an article seen at ``seen_at`` belongs; :meth:`keep` it once its story has a number."""
        at = seen_at.timestamp()
        near = np.abs(at - self._window.column("seen")) <= self._span
        overlap, update = find_copies(self._window, signature)
        if signature.series:
            recurs = (self._window.column("series") == signature.series) & (
                np.abs(at - self._window.column("seen")) > SAME_EDITION.total_seconds()
            )
            near &= ~recurs | (np.maximum(overlap, update) >= REPRINTED)
        for likeness, copies in ((np.where(near, overlap, 0.0), True), (np.where(near, update, 0.0), False)):
            if likeness.any():
                row, found = int(likeness.argmax()), float(likeness.max())
                original = self._window.ids[row] if copies else None
                return Placement(int(self._window.column("stories")[row]), original, found, found)
        nearest = self._find_nearest(signature, at, near)
        similarity = 1 / (1 + math.exp(-nearest.odds))
        joins = nearest.story is not None and nearest.margin >= 0
        joins = joins and len(signature.terms) >= FEWEST_TERMS
        sure = 1 / (1 + math.exp(-abs(nearest.margin)))
        return Placement(nearest.story if joins else None, None, similarity, sure)

    def add(self, article: str, story: int, signature: Signature, seen_at: datetime) -> None:
        """Hold an article with the story that it was given, in order of arrival; one that is held stays as it is."""
        if article in self._held:
            return
        if len(self._window) == self._capacity:
            self._drop(1)
        self._window.add(article, story, signature, seen_at.timestamp())
        self._held.add(article)
        self.forget(seen_at - timedelta(seconds=self._span))

    def forget(self, before: datetime) -> None:
        """Let go of what came in before ``before``; what stands behind something newer goes with it later."""
        fresh = self._window.column("seen") >= before.timestamp()
        count = int(fresh.argmax()) if fresh.any() else len(self._window)
        self._drop(count)

    def _drop(self, count: int) -> None:
        self._held.difference_update(self._window.ids[:count])
        self._window.drop(count)

    def _find_nearest(self, signature: Signature, at: float, near: NDArray[np.bool_]) -> _Nearest:
        """The story for which the articles within reach speak most on average; of equals, the oldest."""
        other = near & in_other_language(self._window, signature)
        likeness = np.where(near & ~other, self._window.similarity(signature), 0.0)
        across = np.flatnonzero(other)
        likeness[across] = find_likeness(self._window, signature, across)
        stories = self._window.column("stories")
        nearest = np.concatenate([_most_alike(likeness, kind) for kind in (near & ~other, other)])
        rows = np.flatnonzero(near & np.isin(stories, stories[nearest]))
        rows = rows[np.argsort(-likeness[rows], kind="stable")][:MOST_COMPARED]
        if not len(rows):
            return _Nearest(None, -MOST_ODDS, -MOST_ODDS - self._weights.threshold)
        odds, threshold, apart = self._compare(signature, at, rows, likeness[rows], other[rows])
        found, member = np.unique(stories[rows], return_inverse=True)
        own = (self._window.column("sources")[rows] == signature.source) & (signature.source != 0) & ~other[rows]
        threshold[np.isin(member, member[own]) & ~other[rows]] = self._weights.threshold_of_source
        odds[np.isin(member, member[apart])] = -MOST_ODDS
        sizes = np.bincount(member)
        mean, margin = np.bincount(member, odds) / sizes, np.bincount(member, odds - threshold) / sizes
        best = int(margin.argmax())
        return _Nearest(int(found[best]), float(mean[best]), float(margin[best]))

    def _compare(
        self, signature: Signature, at: float, rows: NDArray[np.int64], likeness: Floats, other: NDArray[np.bool_]
    ) -> tuple[Floats, Floats, NDArray[np.bool_]]:
        """The odds that an article and each of ``rows`` tell of one event, the threshold, and whether they cannot."""
        odds, apart = np.zeros(len(rows)), np.zeros(len(rows), np.bool_)
        threshold = np.where(other, self._across.threshold, self._weights.threshold)
        if len(same := rows[~other]):
            odds[~other] = self._weights.log_odds(compare(self._window, signature, at, same, likeness[~other]))
            apart[~other] = meet_others(self._window, signature, same)
        if len(across := rows[other]):
            odds[other] = self._across.log_odds(compare_across(self._window, signature, at, across))
            apart[other] = must_differ(self._window, signature, across)
        return odds, threshold, apart


def _most_alike(likeness: Floats, among: NDArray[np.bool_]) -> NDArray[np.int64]:
    """The rows of the articles ``among`` all that are most alike, ``NEAREST`` at most."""
    nearest = np.argsort(-np.where(among, likeness, 0.0), kind="stable")[:NEAREST]
    return nearest[(likeness[nearest] >= FEWEST_WORDS_SHARED) & among[nearest]]
