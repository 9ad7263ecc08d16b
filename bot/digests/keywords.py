"""Finds keywords: words that may name the topic of a statement, with their rarity in the article.

Words are weighted by inverse document frequency over the article's paragraphs (Spärck Jones, 1972); names count more,
verb forms and adverbs less. Forms of a word are identified by their first letters (truncation).
"""

import calendar
import math
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass
from functools import lru_cache

from bot.domain.text import Span
from bot.nlp.summary.tokenizer import find_stop_words

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*|\d{4}")
_PARAGRAPH_END = re.compile(r"\n{2,}|\Z")
_SENTENCE_OPENS = re.compile(r"(?:^|\n|[“\"‘]|[.!?:][\"'”’»)\]]*\s+[“\"‘«]?)$")
_INFLECTED_FORM = re.compile(r"(?:ed|ing|ly)$")
_STEM = 6
"""Letters that distinguish a word from others: "inspection" and "inspectors" are one."""
_ROOT = 4
"""Letters that a name shares with related forms: "Norway" and "Norwegian"."""
_NAME = 1.6
_INFLECTED = 0.4
_PLAIN = frozenset(
    "said says told asked added noted called claimed according statement statements minister ministers ministry "
    "president secretary government official officials spokesman spokeswoman spokesperson country countries "
    "foreign prime deputy vice".split()
)


@dataclass(frozen=True, slots=True)
class Keyword:
    """A keyword: its position, its stem, and whether it reads as a name there."""

    span: Span
    stem: str
    name: bool


class Vocabulary:
    """The keywords of ``text`` in order, and the rarity of each stem.

    Names in ``ignored`` (lower case) and related forms ("Norwegian" for "norway") are excluded.
    """

    def __init__(self, text: str, ignored: frozenset[str]) -> None:
        words = list(_find_words(text, ignored))
        self._hold(text, words, _rarity(text, words))

    def without(self, ignored: frozenset[str]) -> "Vocabulary":
        """The same vocabulary without names in ``ignored`` and related forms."""
        roots = _roots(ignored)
        kept = [word for word in self.words if not _is_ignored(word.span.of(self.text), ignored, roots)]
        other = copy(self)
        other._hold(self.text, kept, self.rarity)  # noqa: SLF001 - its own kind
        return other

    def _hold(self, text: str, words: list[Keyword], rarity: dict[str, float]) -> None:
        self.text, self.words, self.rarity = text, words, rarity
        self._starts = [word.span.start for word in words]

    def within(self, span: Span) -> range:
        """Indices of the ``words`` within ``span``."""
        first = bisect_left(self._starts, span.start)
        last = bisect_left(self._starts, span.end)
        if last > first and self.words[last - 1].span.end > span.end:
            last -= 1
        return range(first, last)

    def adjacent(self, first: int, second: int) -> bool:
        """Whether only a space or hyphen is between two consecutive words."""
        if first < 0 or second >= len(self.words):
            return False
        return self.text[self.words[first].span.end : self.words[second].span.start] in {" ", "-"}


@lru_cache(maxsize=1)
def _stop_words() -> frozenset[str]:
    dates = (name.casefold() for name in (*calendar.month_name, *calendar.day_name) if name)
    return _PLAIN.union(find_stop_words("en"), dates)


def _roots(ignored: frozenset[str]) -> frozenset[str]:
    return frozenset(word[:_ROOT] for word in ignored if len(word) > _ROOT)


def _is_ignored(word: str, ignored: frozenset[str], roots: frozenset[str]) -> bool:
    lower = word.casefold()
    return lower in ignored or (word[0].isupper() and lower[:_ROOT] in roots)


def _find_words(text: str, ignored: frozenset[str]) -> Iterator[Keyword]:
    silent = _stop_words()
    roots = _roots(ignored)
    for match in _WORD.finditer(text):
        word = match[0].removesuffix("’s").removesuffix("'s")
        lower = word.casefold()
        if len(word) >= 3 and lower not in silent and not _is_ignored(word, ignored, roots):
            start = match.start()
            name = word[0].isupper() and not _SENTENCE_OPENS.search(text, max(0, start - 6), start)
            yield Keyword(Span(start, start + len(word)), lower[:_STEM], name)


def _rarity(text: str, words: list[Keyword]) -> dict[str, float]:
    ends = [match.end() for match in _PARAGRAPH_END.finditer(text)]
    places: dict[str, set[int]] = {}
    named: Counter[str] = Counter()
    inflected: Counter[str] = Counter()
    for word in words:
        places.setdefault(word.stem, set()).add(bisect_left(ends, word.span.end))
        named[word.stem] += 1 if word.name else -1
        inflected[word.stem] += 1 if _INFLECTED_FORM.search(text, word.span.start, word.span.end) else -1
    return {
        stem: math.log(1 + len(ends) / len(found))
        * (_NAME if named[stem] > 0 else 1)
        * (_INFLECTED if inflected[stem] > 0 else 1)
        for stem, found in places.items()
    }
