"""The article's own phrase for what claims are about: a whole name, or a noun with what belongs to it. Pure."""

import re
from collections import Counter
from collections.abc import Iterable

from bot.digests.keywords import Vocabulary
from bot.domain.text import Span

_NAME_BEFORE = re.compile(r"(?<![.!?:”\"] )(?:\b[A-Z][\w-]{0,60}+(?: |(?<=-))){1,20}$")
_NAME_AFTER = re.compile(r"(?:[ -][A-Z][\w-]*)+")
_NOUN_BEFORE = re.compile(
    r"\b(?:a|an|the|this|that|its|his|her|their|our|any|no|of|over|about|on|for|against)\s+$", re.IGNORECASE
)
_INFLECTED = re.compile(r"(?:ed|ing|ly)$", re.IGNORECASE)
_NEAR = 12


def find_label(vocabulary: Vocabulary, stems: Iterable[str], within: Iterable[Span]) -> Span | None:
    """The phrase for the one of ``stems`` that the texts name most, as it stands within some spans; None for none.

    Names count double; verb forms and words that never stand behind an article or preposition are no phrases.
    """
    places = sorted({i for span in within for i in vocabulary.within(span)})
    found = []
    for stem in sorted(stems):
        here = [i for i in places if vocabulary.words[i].stem == stem]
        named = any(vocabulary.words[i].name for i in here)
        if not named and not _is_noun(vocabulary, stem):
            continue
        phrases = [_phrase(vocabulary, i, places) for i in here if named or not _INFLECTED.search(_word(vocabulary, i))]
        if phrases:
            spoken = Counter(phrase.of(vocabulary.text) for phrase in phrases)
            best = max(phrases, key=lambda phrase: (spoken[phrase.of(vocabulary.text)], -len(phrase), -phrase.start))
            count = sum(word.stem == stem for word in vocabulary.words)
            found.append((2 * count if named else count, best))
    return max(found, default=(0, None), key=lambda one: one[0])[1]


def _phrase(vocabulary: Vocabulary, i: int, places: list[int]) -> Span:
    """A name with all its words, or a noun with the word that belongs to it."""
    if vocabulary.words[i].name:
        return _name(vocabulary.text, vocabulary.words[i].span)
    return _with_pair(vocabulary, [i], places)


def _is_noun(vocabulary: Vocabulary, stem: str) -> bool:
    """Whether a word stands behind an article or preposition somewhere in the texts."""
    return any(
        _NOUN_BEFORE.search(vocabulary.text, max(0, word.span.start - _NEAR), word.span.start)
        for word in vocabulary.words
        if word.stem == stem
    )


def _with_pair(vocabulary: Vocabulary, found: list[int], places: list[int]) -> Span:
    """A noun, with the word before or behind it if both stand together more than once: "patrol boats"."""
    pairs = Counter(_stems(vocabulary, i) for i in places if vocabulary.adjacent(i, i + 1))
    for i in found:
        for first in (i - 1, i):
            if vocabulary.adjacent(first, first + 1) and pairs[_stems(vocabulary, first)] > 1:
                return Span(vocabulary.words[first].span.start, vocabulary.words[first + 1].span.end)
    return vocabulary.words[found[0]].span


def _stems(vocabulary: Vocabulary, first: int) -> tuple[str, str]:
    return vocabulary.words[first].stem, vocabulary.words[first + 1].stem


def _word(vocabulary: Vocabulary, i: int) -> str:
    return vocabulary.words[i].span.of(vocabulary.text)


def _name(text: str, span: Span) -> Span:
    """The whole name around ``span``: the capitalised words before and after it."""
    before = _NAME_BEFORE.search(text, max(0, span.start - 60), span.start)
    after = _NAME_AFTER.match(text, span.end)
    return Span(before.start() if before else span.start, after.end() if after else span.end)
