"""The story desk: where does a new article belong, among those of the last days?

One pass, the order of arrival (Allan et al. 1998, "On-line new event detection and tracking"): an article joins the
story to whose articles it is most alike on average, if it is alike enough, and begins a story otherwise. What has once
been placed stays where it is: something may have been posted on it. The same articles in the same order get the same
places in any process, also when the desk is rebuilt on the way from stored signatures.
"""

import math
from dataclasses import dataclass
from datetime import datetime, timedelta

import numpy as np
from numpy.typing import NDArray

from bot.domain.story import Placement
from bot.stories.copies import containment
from bot.stories.signature import Signature
from bot.stories.window import Window

WINDOW = timedelta(days=5)
CAPACITY = 20_000  # articles
ALIKE = 0.21  # chosen on half the stories of benchmarks/stories.py, see its --tune
FEWEST_TERMS = 4
"""An article with fewer ("Press briefing") joins nothing by its words alone."""

SAME_EDITION = timedelta(hours=18)
"""Pieces of one outlet under one title further apart are a column's next edition, not news of the same event."""

REPRINTED = 0.9
"""Containment from which they are the same piece all the same."""

_SLOPE = 25.0  # of the confidence: .5 at the threshold, .92 at a tenth from it

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class _Nearest:
    story: int | None
    similarity: float


class StoryDesk:
    """The articles of the last ``window``, the ``capacity`` newest at most: about 1.1 kB each."""

    def __init__(self, window: timedelta = WINDOW, capacity: int = CAPACITY, alike: float = ALIKE) -> None:
        self._span = window.total_seconds()
        self._capacity = capacity
        self._alike = alike
        self._window = Window(capacity)
        self._held: set[str] = set()

    def __len__(self) -> int:
        return len(self._window)

    def __contains__(self, article: str) -> bool:
        return article in self._held

    def place(self, signature: Signature, seen_at: datetime) -> Placement:
        """Where an article seen at ``seen_at`` belongs; :meth:`keep` it once its story has a number."""
        at = seen_at.timestamp()
        near = np.abs(at - self._window.seen) <= self._span
        overlap = containment(signature, self._window.minhashes, self._window.shingles)
        if signature.series:
            recurs = (self._window.series == signature.series) & (
                np.abs(at - self._window.seen) > SAME_EDITION.total_seconds()
            )
            near &= ~recurs | (overlap >= REPRINTED)
        overlap = np.where(near, overlap, 0.0)
        if overlap.any():
            row = int(overlap.argmax())
            found = float(overlap[row])
            return Placement(int(self._window.stories[row]), self._window.ids[row], found, found)
        nearest = self._find_nearest(self._window.similarity(signature), near)
        joins = nearest.similarity >= self._alike and len(signature.terms) >= FEWEST_TERMS
        sure = 1 / (1 + math.exp(-_SLOPE * abs(nearest.similarity - self._alike)))
        return Placement(nearest.story if joins else None, None, nearest.similarity, sure)

    def keep(self, article: str, story: int, signature: Signature, seen_at: datetime) -> None:
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
        fresh = self._window.seen >= before.timestamp()
        count = int(fresh.argmax()) if fresh.any() else len(self._window)
        self._drop(count)

    def _drop(self, count: int) -> None:
        self._held.difference_update(self._window.ids[:count])
        self._window.drop(count)

    def _find_nearest(self, similarity: Floats, near: NDArray[np.bool_]) -> _Nearest:
        """The story whose articles within reach are most alike on average; of equals, the oldest."""
        if not near.any():
            return _Nearest(None, 0.0)
        stories, member = np.unique(self._window.stories[near], return_inverse=True)
        mean = np.bincount(member, similarity[near]) / np.bincount(member)
        best = int(mean.argmax())
        return _Nearest(int(stories[best]), float(mean[best]))
