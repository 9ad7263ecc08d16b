"""The words of an article as numbers: terms, by which events are compared, and shingles, by which copies are.

Numbers come from CRC-32 and not from ``hash``, so that every process and machine makes the same of the same words.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from bot.domain.date_phrases import date_words
from bot.domain.folding import fold_letters, normalise
from bot.gazetteer.countries import NamingKind, all_names, country_of
from bot.nlp.summary.tokenizer import WORD

TERMS = 1 << 18
"""Numbers that terms are spread over; two words that share one are taken for the same."""

STEM = 6  # characters: "sanction", "sanctions" and "sanctioned" are one term, in any alphabet
SHINGLE = 5  # words
MOST_TERMS = 96  # the headline and the lead; the same event is told differently further down
MOST_WORDS = 5_000  # read of a text: a transcript's first half hour
LEAD_WORDS = 60
"""Words of a text that are its lead: who met whom stands there, where a title does not say it."""

_PARTS = re.compile(r"[-']")
_ENDS = frozenset('.!?:;\n"“”«»(*–—')  # after which a capital says nothing


# Marks: what is known of a term beside how often it stands in the article.
TITLE, LEAD = 1, 2
NAME = 4
"""Written with a capital within a sentence, and never without; a country, however it is named."""
COUNTRY, NUMBER, WEEKDAY = 8, 16, 32


@dataclass(frozen=True, slots=True)
class Words:
    """A text's folded words; whether each has a capital, and one within a sentence (unless all are capitals)."""

    folded: tuple[str, ...]
    capital: tuple[bool, ...]
    inner: tuple[bool, ...]

    @property
    def names(self) -> frozenset[str]:
        """The words with a capital within a sentence and nowhere without one."""
        triples = zip(self.folded, self.capital, self.inner, strict=True)
        small, named = set[str](), set[str]()
        for word, capital, inner in triples:
            if inner:
                named.add(word)
            elif not capital:
                small.add(word)
        return frozenset(word for word in named - small if len(word) > 1)

    @property
    def numbers(self) -> frozenset[str]:
        """The words with a digit."""
        return frozenset(word for word in self.folded if not word.isalpha() and any(map(str.isdigit, word)))


def split(text: str) -> Words:
    """The first words of ``text``, some ``MOST_WORDS``."""
    text = normalise("NFKC", text)
    folded, capital, inner = list[str](), list[bool](), list[bool]()
    shouted = 0
    for found in WORD.finditer(text):
        word = found.group()
        upper = word[0].isupper()
        shouted += upper and len(word) > 1 and word.isupper()
        start = found.start()
        within = upper and start > 1 and text[start - 1] not in _ENDS and text[start - 2] not in _ENDS
        for part in _PARTS.split(word.casefold().replace("’", "'").removesuffix("'s")):
            if part:
                folded.append(part)
                capital.append(upper)
                inner.append(within)
        if len(folded) >= MOST_WORDS:
            break
    if 2 * shouted > len(folded):
        capital, inner = [False] * len(folded), [False] * len(folded)
    return Words(tuple(folded), tuple(capital), tuple(inner))


def find_terms(title: Words, text: Words) -> dict[int, tuple[int, int]]:
    """The ``MOST_TERMS`` first terms, with counts (a title's words count twice) and marks; a country is one term."""
    counts: dict[int, int] = {}
    marks: dict[int, int] = {}
    names = text.names
    for words, weight, where in ((title, 2, TITLE), (text, 1, 0)):
        for at, (stem, length, word) in enumerate(find_stems(words)):
            number = number_of(stem, length)
            if number in counts:
                counts[number] += weight
            elif len(counts) < MOST_TERMS:
                counts[number] = weight
                marks[number] = _mark_of(word) | NAME * (word in names) if word else COUNTRY | NAME
            else:
                continue
            marks[number] |= where or (LEAD if at < LEAD_WORDS else 0)
    return {number: (counts[number], marks[number]) for number in sorted(counts)}


def find_shingles(tokens: Sequence[str]) -> NDArray[np.uint32]:
    """The distinct runs of five words (all words, where there are fewer), as numbers in rising order."""
    if not tokens:
        return np.zeros(0, np.uint32)
    numbers = np.array([crc32(token.encode("utf-8", "replace")) for token in tokens[:MOST_WORDS]], np.uint64)
    width = min(SHINGLE, len(numbers))
    mixed = np.zeros(len(numbers) - width + 1, np.uint64)
    for place in range(width):  # a polynomial over 64 bits, which wraps around
        mixed = mixed * np.uint64(0x9E3779B97F4A7C15) + numbers[place : place + len(mixed)]
    return np.unique((mixed ^ (mixed >> np.uint64(29))) * np.uint64(0xBF58476D1CE4E5B9) >> np.uint64(32)).astype(
        np.uint32
    )


@lru_cache(maxsize=1 << 16)
def number_of(stem: str, length: int) -> int:
    """The term of a stem; its lowest two bits hold the class of its words' length, which says how common they are."""
    return (crc32(stem.encode("utf-8", "replace")) << 2 & TERMS - 1) | max(0, length - 2)


def find_stems(words: Words) -> list[tuple[str, int, str]]:
    """The stems of ``words`` in order: the stem, the length of its word up to 5, and that word, "" for a country.

    A country has a stem of its own; a place, body or party that stands for one keeps its words beside it. Characters of
    scripts without spaces are taken in pairs: alone they say little.
    """
    made: list[tuple[str, int, str]] = []
    folded, at, count = words.folded, 0, min(len(words.folded), MOST_TERMS * 12)
    longest, named = _countries()
    while at < count:
        word = folded[at]
        width = 1
        if _stands_alone(word):
            if at + 1 < count and _stands_alone(folded[at + 1]):
                pair = word + folded[at + 1]
                made.append((pair, 5, pair))
        elif words.capital[at] and word in longest:
            for width in range(min(longest[word], count - at), 0, -1):
                if found := named.get(" ".join(folded[at : at + width])):
                    country, naming = found
                    made.append((f"={country}", 5, ""))
                    if naming is NamingKind.SEAT:
                        made += map(_stem, folded[at : at + width])
                    break
            else:
                made.append(_stem(word))
        else:
            made.append(_stem(word))
        at += width
    return made


def _stem(word: str) -> tuple[str, int, str]:
    return word[:STEM], min(len(word), 5), word


def _mark_of(word: str) -> int:
    if not word.isalpha() and any(map(str.isdigit, word)):
        return NUMBER
    return WEEKDAY if fold_letters(word) in _weekdays() else 0


@lru_cache(maxsize=1)
def _weekdays() -> frozenset[str]:
    return frozenset(word[-2:] if _stands_alone(word[0]) else word for word in date_words("weekdays"))


@lru_cache(maxsize=1)
def _countries() -> tuple[dict[str, int], dict[str, tuple[str, NamingKind]]]:
    """How many words a country's name that begins with a word may have; and the countries by name, folded."""
    longest, named = dict[str, int](), dict[str, tuple[str, NamingKind]]()
    for name in all_names():
        found, folded = country_of(name), split(f"x {name}").folded[1:]
        if found and folded and folded != ("us",):
            named[" ".join(folded)] = found
            longest[folded[0]] = max(longest.get(folded[0], 0), len(folded))
    return longest, named


def _stands_alone(word: str) -> bool:
    return len(word) == 1 and ("\u0e00" <= word <= "\u0eff" or "\u1780" <= word <= "\u17ff" or word >= "\u3040")
