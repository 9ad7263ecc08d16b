"""What spans of an article are about: rare words, weighed by inverse document frequency over its sentences."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from bot.digests.lines.page import Page
from bot.domain.text import Span
from bot.reading.summary.words import find_stop_words

_STEM = 6
"""Letters that tell a word from others: "inspection" and "inspectors" are one."""
Weights = Mapping[str, float]


class Meaning:
    """The telling words of ``page`` and how alike two spans of it are, 0 to 1."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._cache: dict[tuple[Span, ...], Weights] = {}
        bags = [set(self._stems((sentence,))) for sentence in page.sentences]
        spread = Counter(stem for bag in bags for stem in bag)
        self._rarity = {stem: 1.0 + math.log(len(bags) / found) for stem, found in spread.items()}
        self.whole = self._weigh(stem for bag in bags for stem in bag)

    def of(self, spans: Sequence[Span]) -> Weights:
        """The weights of the telling words in ``spans``."""
        key = tuple(spans)
        if key not in self._cache:
            self._cache[key] = self._weigh(set(self._stems(key)))
        return self._cache[key]

    def content(self, spans: Sequence[Span]) -> float:
        """How much ``spans`` tell: the rarity of their telling words, summed."""
        return sum(self._rarity.get(stem, 1.0) for stem in set(self._stems(spans)))

    def _weigh(self, stems: Iterable[str]) -> Weights:
        counts = Counter(stems)
        return {stem: self._rarity.get(stem, 1.0) * (1 + math.log(n)) for stem, n in counts.items()}

    def _stems(self, spans: Sequence[Span]) -> list[str]:
        stop = _stop_words()
        found = (self._page.lower(word) for span in spans for word in self._page.words_in(span.start, span.end))
        return [word.removesuffix("'s")[:_STEM] for word in found if word not in stop and len(word) > 1]


def likeness(a: Weights, b: Weights) -> float:
    """Cosine of two spans' words."""
    if not a or not b:
        return 0.0
    shared = sum(weight * b[stem] for stem, weight in a.items() if stem in b)
    return shared / math.sqrt(sum(w * w for w in a.values()) * sum(w * w for w in b.values()))


def part_of(a: Weights, b: Weights) -> float:
    """How much of ``a`` is in ``b``, by weight, 0 to 1."""
    return sum(w for stem, w in a.items() if stem in b) / total if (total := sum(a.values())) else 0.0


@lru_cache(maxsize=1)
def _stop_words() -> frozenset[str]:
    return find_stop_words("english")
