"""The signatures of the last days, row by row in the order in which they came in, ready to be compared all at once."""

import math

import numpy as np
from numpy.typing import NDArray

from bot.stories.signature import PERMUTATIONS, Signature
from bot.stories.terms import MOST_TERMS, TERMS

# How much is known before the first article: as if so many had been read, with words of two letters or fewer, three,
# four, and more, in these shares of them. Short words are common in any language, and this keeps the threshold in
# place from the first articles to the thousandth; the stream itself teaches the rest.
BACKGROUND = 100
_SHARES = np.array([0.3, 0.08, 0.03, 0.005])

Floats = NDArray[np.float64]


class Window:
    """At most ``capacity`` articles. Memory: about 1.1 kB an article, and 4 MB.

    Rows are counted from the oldest article held. ``ids``, ``stories``, ``seen`` (seconds since 1970) and ``series``
    are by row.
    """

    _terms: NDArray[np.int32]
    _counts: NDArray[np.float32]  # 1 + log of how often the term stands in the article; 0 where a row has no more terms
    _minhashes: NDArray[np.uint16]
    _shingles: NDArray[np.int64]
    _stories: NDArray[np.int64]
    _seen: Floats
    _series: NDArray[np.int64]

    def __init__(self, capacity: int) -> None:
        if capacity < 1:
            raise ValueError("a window holds at least one article")
        self._capacity = capacity
        self._start = self._end = 0
        self._ids: list[str] = []
        self._spread = np.zeros(TERMS, np.int32)  # articles of the window that have the term
        self._expected = np.tile(BACKGROUND * _SHARES + 0.5, TERMS // len(_SHARES))
        self._commonness = np.log(self._expected).astype(np.float32)  # of both together
        self._asked = np.zeros(TERMS, np.float32)
        self._allocate(min(capacity, 256))

    def __len__(self) -> int:
        return self._end - self._start

    @property
    def ids(self) -> list[str]:
        """The articles' ids."""
        return self._ids

    @property
    def stories(self) -> NDArray[np.int64]:
        """The articles' stories."""
        return self._stories[self._start : self._end]

    @property
    def seen(self) -> Floats:
        """When the articles came in, in seconds since 1970."""
        return self._seen[self._start : self._end]

    @property
    def series(self) -> NDArray[np.int64]:
        """The articles' series."""
        return self._series[self._start : self._end]

    @property
    def shingles(self) -> NDArray[np.int64]:
        """How many shingles the articles have."""
        return self._shingles[self._start : self._end]

    @property
    def minhashes(self) -> NDArray[np.uint16]:
        """The articles' MinHash, a row each."""
        return self._minhashes[self._start : self._end]

    def similarity(self, signature: Signature) -> Floats:
        """Cosine of ``signature`` to each article, 0 to 1: logarithmic counts weighted by how rare a term is."""
        if not len(self) or not len(signature.terms):
            return np.zeros(len(self))
        weights = self._asked  # of the article's own terms, 0 for all others
        weights[signature.terms] = (1 + np.log(signature.counts)) * self._rarity(signature.terms)
        own = np.linalg.norm(weights[signature.terms])
        terms, counts = self._terms[self._start : self._end], self._counts[self._start : self._end]
        theirs = counts * self._rarity(terms)
        shared = np.einsum("ij,ij->i", theirs, weights[terms])
        lengths = np.sqrt(np.einsum("ij,ij->i", theirs, theirs)) * own
        weights[signature.terms] = 0.0
        # a share of nothing is nothing; rounding may exceed one
        cosines: Floats = np.divide(shared, lengths, out=np.zeros(len(self)), where=lengths > 0)
        return np.minimum(cosines, 1.0)

    def add(self, article: str, story: int, signature: Signature, seen: float) -> None:
        """Take in an article as the newest. Raises ``ValueError`` when the window is full: drop some first."""
        if len(self) >= self._capacity:
            raise ValueError(f"the window is full with {self._capacity} articles")
        if self._end == len(self._seen):
            self._allocate(min(self._capacity, max(2 * len(self), 256)) + self._capacity // 8)
        row, count = self._end, len(signature.terms)
        self._terms[row], self._counts[row] = 0, 0
        self._terms[row, :count] = signature.terms
        self._counts[row, :count] = 1 + np.log(signature.counts)
        self._minhashes[row], self._shingles[row] = signature.minhash, signature.shingles
        self._stories[row], self._seen[row], self._series[row] = story, seen, signature.series
        self._spread[signature.terms] += 1
        self._weigh(signature.terms)
        self._ids.append(article)
        self._end += 1

    def drop(self, number: int) -> None:
        """Forget the ``number`` oldest articles."""
        rows = slice(self._start, self._start + number)
        gone = self._terms[rows][self._counts[rows] > 0]
        np.subtract.at(self._spread, gone, 1)
        self._weigh(gone)
        self._start += number
        del self._ids[:number]

    def _weigh(self, terms: NDArray[np.int32] | NDArray[np.int64]) -> None:
        # always made anew from whole numbers: a sum of steps would depend on what was forgotten on the way
        self._commonness[terms] = np.log(self._spread[terms] + self._expected[terms])

    def _rarity(self, terms: NDArray[np.int32] | NDArray[np.int64]) -> NDArray[np.float32]:
        """Of ``terms``: the logarithm of one over the share of articles that have it, 0 at least."""
        known = np.float32(math.log(len(self) + 1 + BACKGROUND))
        return np.asarray(np.maximum(known - self._commonness[terms], np.float32(0)), np.float32)

    def _allocate(self, rows: int) -> None:
        """Room for ``rows`` articles, those held moved to its beginning."""
        held = slice(self._start, self._end)
        count = len(self)
        for name, shape, kind in (
            ("_terms", (rows, MOST_TERMS), np.int32), ("_counts", (rows, MOST_TERMS), np.float32),
            ("_minhashes", (rows, PERMUTATIONS), np.uint16), ("_shingles", (rows,), np.int64),
            ("_stories", (rows,), np.int64), ("_seen", (rows,), np.float64), ("_series", (rows,), np.int64),
        ):  # fmt: skip
            room = np.zeros(shape, kind)
            if count:
                room[:count] = getattr(self, name)[held]
            setattr(self, name, room)
        self._start, self._end = 0, count
