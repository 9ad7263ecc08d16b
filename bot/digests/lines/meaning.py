"""Compares spans of an article by their rare words, weighted by inverse document frequency over its sentences."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.digests.lines.page import Page
from bot.domain.text import UNSPACED, Span
from bot.nlp.lang import LANGUAGES
from bot.nlp.lang.lexicon import load_lexicon
from bot.nlp.summary.tokenizer import find_stop_words

_CHARACTER = re.compile(f"[{UNSPACED}]")
REPEATED = 0.75
"""Above this likeness, a line repeats another."""
SIMILAR = 0.45
"""Above this likeness, it also does if that share of it is in the other."""
_FUNCTION_WORDS = ("articles", "auxiliaries", "conjunctions", "negations", "prepositions")
_STEM = 6
"""Number of letters by which words are distinguished: "inspection" and "inspectors" are one."""


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """The weight of each keyword, the length of the vector, and their sum."""

    of: dict[str, float]
    length: float
    total: float

    def __len__(self) -> int:
        return len(self.of)


class Meaning:
    """The keywords of ``page``, and the likeness of two spans of it, 0 to 1."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._cache: dict[tuple[Span, ...], Weights] = {}
        stop = _stop_words(page.reading.analysis.language)
        self._stem = [
            "" if word in stop or (len(word) < 2 and not _CHARACTER.match(word)) else word.removesuffix("'s")[:_STEM]
            for word in page.lowers
        ]
        bags = [dict.fromkeys(self._stems((sentence,))) for sentence in page.sentences]
        spread = Counter(stem for bag in bags for stem in bag)
        self._rarity = {stem: 1.0 + math.log(len(bags) / found) for stem, found in spread.items()}
        self.whole = self._weigh(stem for bag in bags for stem in bag)

    def of(self, spans: Sequence[Span]) -> Weights:
        """The weights of the keywords in ``spans``."""
        key = tuple(spans)
        if key not in self._cache:
            self._cache[key] = self._weigh(list(dict.fromkeys(self._stems(key))))
        return self._cache[key]

    def _weigh(self, stems: Iterable[str]) -> Weights:
        rarity = self._rarity
        weights = {stem: rarity.get(stem, 1.0) * (1 + math.log(n)) for stem, n in Counter(stems).items()}
        return Weights(weights, math.sqrt(sum([w * w for w in weights.values()])), sum(weights.values()))

    def _stems(self, spans: Sequence[Span]) -> list[str]:
        stems = self._stem
        return [stems[n] for span in spans for n in self._page.places(span) if stems[n]]


def likeness(a: Weights, b: Weights) -> float:
    """The cosine of two spans' words."""
    if len(a.of) > len(b.of):
        a, b = b, a
    other = b.of
    shared = [weight * other[stem] for stem, weight in a.of.items() if stem in other]
    return sum(shared) / (a.length * b.length) if shared else 0.0


def part_of(a: Weights, b: Weights) -> float:
    """How much of ``a`` is in ``b``, by weight, 0 to 1."""
    other = b.of
    return sum([w for stem, w in a.of.items() if stem in other]) / a.total if a.total else 0.0


@lru_cache(maxsize=8)
def _stop_words(language: str | None) -> frozenset[str]:
    if language not in LANGUAGES:
        return find_stop_words("en")
    lists = load_lexicon(language).lists
    return find_stop_words(language).union(*(lists[name].whole for name in _FUNCTION_WORDS))
