"""The signatures of the last days, row by row in the order in which they came in, ready to be compared all at once."""

import math
from collections import Counter
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.data_files import read_rows
from bot.stories.event_keys import MOST_KEYS, number_of_key
from bot.stories.signature import MOST_NAMES, MOST_NUMBERS, PERMUTATIONS, Signature
from bot.stories.terms import MOST_TERMS, TERMS, number_of

# shares of articles that have a term which the table does not hold, by the class of its length (find_stems): short
# words are common in any language
_SHARES = (0.02, 0.01, 0.005, 0.002)


@lru_cache(maxsize=1)
def load_background() -> NDArray[np.float64]:
    """The share of articles that have each term."""
    shares = np.tile(np.array(_SHARES), TERMS // len(_SHARES))
    for stem, length, thousandths in read_rows(__package__, "background.tsv"):
        number = number_of(stem, int(length))
        shares[number] = max(shares[number], int(thousandths) / 1000)
    shares.flags.writeable = False
    return shares


BACKGROUND = 100
"""As how many articles the background counts: it holds the threshold in place from the first article on, and the
stream itself teaches the rest.
"""
_RARE_KEY = 0.003
"""Share of articles that have a key which the table does not hold."""


@lru_cache(maxsize=1)
def load_key_background() -> NDArray[np.float64]:
    """In how many of ``BACKGROUND`` articles each key of an event stands."""
    shares = np.full(TERMS, _RARE_KEY)
    for key, thousandths in read_rows(__package__, "key_background.tsv"):
        shares[number_of_key(key)] = int(thousandths) / 1000
    return BACKGROUND * shares


OF_SOURCE = 4
"""As how many articles of a source what is known of all sources counts for its own shares."""
MOST_OF_SOURCE = 64
"""Articles of a source that its shares are counted over, the newest."""

Floats = NDArray[np.float64]
Numbers = NDArray[np.int32] | NDArray[np.int64]


class RecentArticles:
    """At most ``capacity`` articles in 7 MB and about 1.9 kB each; rows count from the oldest."""

    _COLUMNS: tuple[tuple[str, tuple[int, ...], Any], ...] = (
        ("terms", (MOST_TERMS,), np.int32),
        ("counts", (MOST_TERMS,), np.float32),  # 1 + log of how often a term stands there; 0 beyond the last term
        ("marks", (MOST_TERMS,), np.uint8),
        ("minhashes", (PERMUTATIONS,), np.uint16),
        ("shingles", (), np.int64),
        ("names", (MOST_NAMES,), np.int32),  # -1 beyond the last
        ("numbers", (MOST_NUMBERS,), np.int32),
        ("keys", (MOST_KEYS,), np.int32),
        ("key_marks", (MOST_KEYS,), np.uint8),  # 0 beyond the last
        ("languages", (), np.int64),
        ("stories", (), np.int64),
        ("seen", (), np.float64),  # seconds since 1970
        ("series", (), np.int64),
        ("sources", (), np.int64),
        ("kinds", (), np.int64),
    )

    def __init__(self, capacity: int) -> None:
        if capacity < 1:
            raise ValueError("a window holds at least one article")
        self._capacity = capacity
        self._start = self._end = 0
        self._ids: list[str] = []
        self._rows: dict[str, NDArray[Any]] = {}
        self._spread = np.zeros(TERMS, np.int32)  # articles of the window that have the term
        self._expected, commonness = _expected()
        self._commonness = commonness.copy()  # the logarithm of both together
        self._key_spread = load_key_background().copy()  # articles that have the key, with those of the background
        self._asked = np.zeros(TERMS, np.float32)
        self._places = np.zeros(TERMS, np.int32)
        self._of_sources = Counter[int]()  # articles of the window by source
        self._counted: dict[int, tuple[NDArray[np.int32], NDArray[np.int64], int]] = {}  # by source, until it changes
        self._allocate(min(capacity, 256))

    def __len__(self) -> int:
        return self._end - self._start

    @property
    def ids(self) -> list[str]:
        """The articles' ids."""
        return self._ids

    def column(self, name: str) -> NDArray[Any]:
        """What is held of each article under ``name``."""
        return self._rows[name][self._start : self._end]

    def similarity(self, signature: Signature) -> Floats:
        """Cosine of ``signature`` to each article, 0 to 1: logarithmic counts weighted by how rare a term is."""
        if not len(self) or not len(signature.terms):
            return np.zeros(len(self))
        weights = self._asked  # of the article's own terms, 0 for all others
        weights[signature.terms] = (1 + np.log(signature.counts)) * self.rarity(signature.terms)
        own = np.linalg.norm(weights[signature.terms])
        terms, counts = self.column("terms"), self.column("counts")
        theirs = counts * self.rarity(terms)
        shared = np.einsum("ij,ij->i", theirs, weights[terms])
        lengths = np.sqrt(np.einsum("ij,ij->i", theirs, theirs)) * own
        weights[signature.terms] = 0.0
        # a share of nothing is nothing; rounding may exceed one
        cosines: Floats = np.divide(shared, lengths, out=np.zeros(len(self)), where=lengths > 0)
        return np.minimum(cosines, 1.0)

    def rarity(self, terms: Numbers) -> NDArray[np.float32]:
        """Of ``terms``: the logarithm of one over the share of articles that have it, 0 at least."""
        known = np.float32(math.log(len(self) + BACKGROUND))
        return np.asarray(np.maximum(known - self._commonness[terms], np.float32(0)), np.float32)

    def rarity_by_source(self, sources: NDArray[np.int64], terms: Numbers) -> Floats:
        """As :meth:`rarity`, of rows of ``terms`` by the share of their own source's articles that have a term; of a
        source of which little is held, what is known of all counts for more.
        """
        spread, count = np.zeros(terms.shape, np.int32), np.zeros((len(terms), 1), np.int64)
        for source in set(sources.tolist()) - {0}:
            if self._of_sources[source] <= 1 and len(terms) > 1:  # the row itself
                spread[sources == source], count[sources == source] = 1, 1
                continue
            asked = sources == source
            known, times, articles = self._count_source(source)
            if articles:
                place = np.minimum(np.searchsorted(known, terms[asked]), len(known) - 1)
                spread[asked], count[asked] = np.where(known[place] == terms[asked], times[place], 0), articles
        share = np.exp(self._commonness[terms]) / np.float32(len(self) + BACKGROUND)
        rarity = np.log((count + OF_SOURCE) / (spread + OF_SOURCE * share))
        return np.asarray(np.maximum(rarity, 0.0), np.float64)

    def _count_source(self, source: int) -> tuple[NDArray[np.int32], NDArray[np.int64], int]:
        """The terms of a source's newest articles, rising; in how many each stands; how many these articles are."""
        if (found := self._counted.get(source)) is None:
            rows = np.flatnonzero(self.column("sources") == source)[-MOST_OF_SOURCE:]
            theirs = self.column("terms")[rows][self.column("counts")[rows] > 0]
            known, times = np.unique(theirs, return_counts=True)
            found = self._counted[source] = known, times, len(rows) if len(known) else 0
        return found

    def find_terms(self, signature: Signature, rows: NDArray[np.int64]) -> NDArray[np.int32]:
        """Of each term of ``rows`` its place among those of ``signature``, counted from 1; 0 where it has it not."""
        return self._find(signature.terms, self.column("terms")[rows], self.column("counts")[rows] > 0)

    def find_keys(self, signature: Signature, rows: NDArray[np.int64]) -> NDArray[np.int32]:
        """As :meth:`find_terms`, of the keys of the event."""
        return self._find(signature.keys, self.column("keys")[rows], self.column("key_marks")[rows] > 0)

    def rarity_of_keys(self, keys: Numbers) -> Floats:
        """Of ``keys``: the logarithm of one over the share of articles that have it."""
        share = np.maximum(self._key_spread[keys], 1e-3) / (len(self) + BACKGROUND)
        return np.asarray(np.maximum(-np.log(share), 0.0), np.float64)

    def _find(self, own: Numbers, theirs: Numbers, held: NDArray[np.bool_]) -> NDArray[np.int32]:
        place = self._places
        place[own] = np.arange(1, len(own) + 1)
        found: NDArray[np.int32] = place[theirs] * held
        place[own] = 0
        return found

    def add(self, article: str, story: int, signature: Signature, seen: float) -> None:
        """Take in an article as the newest. Raises ``ValueError`` when the window is full: drop some first."""
        if len(self) >= self._capacity:
            raise ValueError(f"the window is full with {self._capacity} articles")
        if self._end == len(self._rows["seen"]):
            self._allocate(min(self._capacity, max(2 * len(self), 256)) + self._capacity // 8)
        one, rows, row = signature, self._rows, self._end
        for name, values, empty in (
            ("terms", one.terms, 0), ("counts", 1 + np.log(one.counts), 0), ("marks", one.marks, 0),
            ("names", one.names, -1), ("numbers", one.numbers, -1),
            ("keys", one.keys, 0), ("key_marks", one.key_marks, 0),
        ):  # fmt: skip
            rows[name][row] = empty
            rows[name][row, : len(values)] = values
        rows["minhashes"][row], rows["shingles"][row] = one.minhash, one.shingles
        rows["stories"][row], rows["seen"][row], rows["languages"][row] = story, seen, one.language
        rows["series"][row], rows["sources"][row], rows["kinds"][row] = one.series, one.source, one.kinds
        self._spread[one.terms] += 1
        self._key_spread[one.keys] += 1
        self._weigh(one.terms)
        self._of_sources[one.source] += 1
        self._counted.pop(one.source, None)
        self._ids.append(article)
        self._end += 1

    def drop(self, number: int) -> None:
        """Forget the ``number`` oldest articles."""
        rows = slice(self._start, self._start + number)
        gone = self._rows["terms"][rows][self._rows["counts"][rows] > 0]
        np.subtract.at(self._spread, gone, 1)
        np.subtract.at(self._key_spread, self._rows["keys"][rows][self._rows["key_marks"][rows] > 0], 1)
        self._weigh(gone)
        dropped = Counter(self._rows["sources"][rows].tolist())
        self._of_sources -= dropped
        for source in dropped:
            self._counted.pop(source, None)
        self._start += number
        del self._ids[:number]

    def _weigh(self, terms: Numbers) -> None:
        # always made anew from whole numbers: a sum of steps would depend on what was forgotten on the way
        self._commonness[terms] = np.log(self._spread[terms] + self._expected[terms])

    def _allocate(self, rows: int) -> None:
        """Room for ``rows`` articles, those held moved to its beginning."""
        held, count = slice(self._start, self._end), len(self)
        for name, shape, kind in self._COLUMNS:
            room = np.zeros((rows, *shape), kind)
            if count:
                room[:count] = self._rows[name][held]
            self._rows[name] = room
        self._start, self._end = 0, count


@lru_cache(maxsize=1)
def _expected() -> tuple[Floats, NDArray[np.float32]]:
    """What the background counts of each term, and its logarithm."""
    expected = BACKGROUND * load_background()
    return expected, np.log(expected).astype(np.float32)
