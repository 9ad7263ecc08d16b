"""Sparse TF-IDF vectors of sentences."""

import math
from collections import Counter
from collections.abc import Collection, Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


class SentenceVectors:
    """Unit TF-IDF vectors of ``sentences`` (words each), without ``stop_words``; stored by sentence and by word."""

    def __init__(self, sentences: Sequence[Sequence[str]], stop_words: Collection[str]) -> None:
        bags = [Counter(word for word in words if word not in stop_words) for words in sentences]
        spread = Counter(word for bag in bags for word in bag)
        number = {word: place for place, word in enumerate(spread)}
        idf = {word: 1.0 + math.log(len(bags) / found) for word, found in spread.items()}
        self._count = len(bags)
        self._rows = np.repeat(np.arange(len(bags)), [len(bag) for bag in bags])
        self._columns = np.array([number[word] for bag in bags for word in bag], dtype=np.intp)
        weights = np.array([(1 + math.log(n)) * idf[word] for bag in bags for word, n in bag.items()], dtype=np.float64)
        length = np.sqrt(np.bincount(self._rows, weights**2, minlength=self._count))
        self._weights = weights / length[self._rows]
        self._row_starts = np.searchsorted(self._rows, np.arange(len(bags) + 1))
        self._by_column = np.argsort(self._columns, kind="stable")
        self._column_starts = np.searchsorted(self._columns[self._by_column], np.arange(len(number) + 1))

    def centrality(self) -> Floats:
        """Cosine of each sentence to the sum of all, 0 to 1."""
        if not len(self._weights):
            return np.zeros(self._count)
        centroid = np.bincount(self._columns, self._weights)
        likeness = np.bincount(self._rows, self._weights * centroid[self._columns], minlength=self._count)
        return likeness / np.linalg.norm(centroid)

    def likeness(self, sentence: int) -> Floats:
        """Cosine of every sentence to ``sentence``. Time grows with the sentences that share a word with it."""
        found = np.zeros(self._count)
        for place in range(self._row_starts[sentence], self._row_starts[sentence + 1]):
            column = self._columns[place]
            entries = self._by_column[self._column_starts[column] : self._column_starts[column + 1]]
            found[self._rows[entries]] += self._weights[entries] * self._weights[place]
        return found
