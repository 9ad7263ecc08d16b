"""People whom only what comes later tells: one left of two described together, one whom the next sentence describes."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from bot.domain.text import Span
from bot.reading.speakers.held import Held, introduced, is_subject
from bot.reading.speakers.introductions import Introduction
from bot.reading.speakers.people import Person
from bot.reading.speakers.staging import stands_first

RECALL = 8
"""Sentences after a description in which the name may first stand, where more than nearness tells that it is meant."""
_INVERTED = re.compile(r"\b(?:said|says|added|told|warned|argued)\s$")
_FULL, _PAIR = 2, 2
"""Words of a name that is nobody's family name alone."""


def left_over(
    text: str,
    sentences: Sequence[Span],
    person: Person,
    introductions: Sequence[Introduction],
    taken: Sequence[Introduction],
    held: Held,
) -> Person:
    """``person`` as the one left of two described together ("X's president met Y's"), where the other is named."""
    first = person.mentions[0]
    if person.role is not None or person.country is not None or len(first.words) < _FULL:
        return person
    number = max(0, bisect_right(sentences, first.span.start, key=lambda s: s.start) - 1)
    pairs: dict[int, list[Introduction]] = {}
    at = bisect_left(introductions, first.span.start, key=lambda one: one.span.start)
    for one in introductions[max(0, at - RECALL) : at]:
        if 0 < number - one.sentence <= RECALL:
            pairs.setdefault(one.sentence, []).append(one)
    left = [
        one
        for pair in pairs.values()
        for one in pair
        if len(pair) == _PAIR
        and sum(other in taken or held.named(other) for other in pair) == 1
        and one not in taken
        and not held.named(one)
    ]
    if len({one.country for one in left}) != 1 or not is_subject(text, sentences[number], first):
        return person
    held.take(left[0])
    return introduced(person, left[0])


def described_after(
    text: str,
    sentences: Sequence[Span],
    person: Person,
    introductions: Sequence[Introduction],
    starts: Sequence[int],
    held: Held,
) -> Person:
    """``person`` as the one whom the next sentence opens with: "…, said Orla Venn. The Norwegian minister added"."""
    first = person.mentions[0]
    if person.role is not None or person.country is not None or not person.sure or len(first.words) < _FULL:
        return person
    number = max(0, bisect_right(sentences, first.span.start, key=lambda s: s.start) - 1)
    if not is_subject(text, sentences[number], first) and not _INVERTED.search(
        text[max(0, first.span.start - 12) : first.span.start]
    ):
        return person
    for one in introductions[bisect_left(starts, first.span.end) :][:2]:
        definite = text[max(0, one.span.start - 4) : one.span.start].lower() == "the "
        opens = one.sentence - number == 1 and stands_first(text, sentences[one.sentence], one.span.start)
        if opens and definite and not held.named(one):
            held.take(one)
            return introduced(person, one)
    return person
