"""The words of an article as numbers: terms, by which events are compared, and shingles, by which copies are.

Numbers come from CRC-32 and not from ``hash``, so that every process and machine makes the same of the same words.
"""

import re
from collections import Counter
from itertools import pairwise
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from bot.domain.normal_forms import normalise
from bot.reading.summary.words import find_words

TERMS = 1 << 18
"""Numbers that terms are spread over; two words that share one are taken for the same."""

STEM = 6  # characters: "sanction", "sanctions" and "sanctioned" are one term, in any alphabet
SHINGLE = 5  # words
MOST_TERMS = 96  # the headline and the lead; the same event is told differently further down
MOST_WORDS = 5_000  # read of a text for shingles: a transcript's first half hour

_PARTS = re.compile(r"[-']")


def find_tokens(text: str) -> tuple[str, ...]:
    """The words of ``text`` in order, without case, accents' spelling, hyphens and "'s"; a character each where a
    script has no spaces.
    """
    words = find_words(normalise("NFKC", text))
    return tuple(part for word in words for part in _PARTS.split(word.removesuffix("'s")) if part)


def count_terms(title: str, text: str) -> Counter[int]:
    """How often each term stands in an article, for at most ``MOST_TERMS`` terms; a title's words count twice."""
    counts: Counter[int] = Counter()
    for tokens, weight in ((find_tokens(title), 2), (find_tokens(text[: MOST_TERMS * 60]), 1)):
        for term in _terms(tokens):
            if term in counts or len(counts) < MOST_TERMS:
                counts[term] += weight
    return counts


def find_shingles(tokens: tuple[str, ...]) -> NDArray[np.uint32]:
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


def _terms(tokens: tuple[str, ...]) -> list[int]:
    """Terms of ``tokens``; their lowest two bits hold a class of length, which says how common such words are.

    Characters of scripts without spaces say little alone: they are taken in pairs.
    """
    found = [_number(token[:STEM], min(len(token), 5)) for token in tokens if not _stands_alone(token)]
    pairs = (one + other for one, other in pairwise(tokens) if _stands_alone(one) and _stands_alone(other))
    return found + [_number(pair, 5) for pair in pairs]


def _stands_alone(word: str) -> bool:
    return len(word) == 1 and ("\u0e00" <= word <= "\u0eff" or "\u1780" <= word <= "\u17ff" or word >= "\u3040")


def _number(word: str, length: int) -> int:
    return (crc32(word.encode("utf-8", "replace")) << 2 & TERMS - 1) | max(0, length - 2)
