"""Identifies people by later text: the remaining one of a described pair, or one whom the next sentence describes."""

import re
from collections.abc import Sequence

from bot.nlp.speakers.description_index import DescriptionIndex
from bot.nlp.speakers.introductions import Introduction
from bot.nlp.speakers.office_holders import OfficeHolders, introduced
from bot.nlp.speakers.people import Person
from bot.nlp.speakers.scene_cues import stands_first

RECALL = 8
"""Maximum sentences between a description and the name, if there is more evidence than nearness."""
_INVERTED = re.compile(r"\b(?:said|says|added|told|warned|argued)\s$")
_FULL = 2
"""Minimum words of a name that is more than a family name."""
_PAIR = 2
_NEXT = 2
"""Descriptions after a name that are considered."""


def left_over(
    described: DescriptionIndex, person: Person, taken: Sequence[Introduction], held: OfficeHolders
) -> Person:
    """``person`` as the other one of a described pair ("X's president met Y's"), if one is named."""
    first = person.mentions[0]
    if person.role is not None or person.country is not None or len(first.words) < _FULL:
        return person
    number = described.sentence_of(first)
    pairs: dict[int, list[Introduction]] = {}
    for one in described.before(first, RECALL):
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
    if len({one.country for one in left}) != 1 or not described.is_subject(first):
        return person
    held.take(left[0])
    return introduced(person, left[0])


def described_after(described: DescriptionIndex, person: Person, held: OfficeHolders) -> Person:
    """``person`` as the one with whom the next sentence opens: "…, said Orla Venn. The Norwegian minister added"."""
    first = person.mentions[0]
    if person.role is not None or person.country is not None or not person.sure or len(first.words) < _FULL:
        return person
    text, sentences, number = described.text, described.sentences, described.sentence_of(first)
    inverted = _INVERTED.search(text[max(0, first.span.start - 12) : first.span.start])
    if not inverted and not described.is_subject(first):
        return person
    for one in described.after(first, _NEXT):
        definite = text[max(0, one.span.start - 4) : one.span.start].lower() == "the "
        opens = one.sentence - number == 1 and stands_first(text, sentences[one.sentence], one.span.start)
        if opens and definite and not held.named(one):
            held.take(one)
            return introduced(person, one)
    return person
