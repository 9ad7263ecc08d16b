"""Words of sentences (sumy's tokenizer interface without NLTK's data), and their sparse TF-IDF vectors."""

import math
import re
from collections import Counter
from collections.abc import Collection, Sequence
from functools import lru_cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray
from sumy.utils import get_stop_words

from bot.nlp.lang import LANGUAGES

# A run of letters, digits and inner hyphens or apostrophes. In scripts without spaces, each character is a word: Thai,
# Lao, Khmer, kana and Han.
WORD = re.compile(
    r"[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"
    r"|(?:(?![\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff])\w)+(?:[-'’](?=\w)\w+)*"
)


def summary_words(sentence: str) -> tuple[str, ...]:
    """The words of ``sentence`` in order, case folded, with plain apostrophes."""
    return tuple(word.casefold().replace("’", "'") for word in WORD.findall(sentence))


@lru_cache(maxsize=8)
def find_stop_words(language: str) -> frozenset[str]:
    """sumy's stop words of ``language`` (ISO 639-1 or an English name), or our own; none if there is no list."""
    try:
        return frozenset(get_stop_words(language))
    except LookupError:
        own = resources.files("bot.nlp.lang").joinpath(language, "stop_words.txt") if language in LANGUAGES else None
        return frozenset(own.read_text("utf-8").split()) if own is not None and own.is_file() else frozenset()


class WordTokenizer:
    """The interface that sumy's ``Sentence`` requires of a tokenizer."""

    def to_words(self, sentence: str) -> tuple[str, ...]:
        """See :func:`summary_words`."""
        return summary_words(sentence)


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
