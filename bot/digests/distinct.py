"""Statements that several articles carry, each told once: as the first article has it, naming the others. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.digests.people import Person
from bot.digests.same_words import find_words, same_words, says_same
from bot.domain.analysis import Reading
from bot.domain.attribution import Attribution
from bot.domain.briefing import Told, publisher


def find_distinct(
    statements: Iterable[tuple[Reading, Attribution]], persons: Sequence[Person]
) -> list[tuple[int, Told]]:
    """Every statement of a known speaker once, with the articles of other outlets that carry its words; whose it is.

    The number is the speaker's place in ``persons``, who are found in the same articles. Of equal statements the first
    of ``statements`` is told.
    """
    number = {one: n for n, person in enumerate(persons) for one in person.spoken}
    told: list[tuple[int, Told]] = []
    wordings: dict[int, list[tuple[int, tuple[str, ...]]]] = {}  # of each person: a place in ``told``, and its words
    for reading, statement in statements:
        if statement.speaker is None:
            continue
        person = number[reading.id, statement.speaker]
        words = find_words(statement, reading.article.text)
        known = wordings.setdefault(person, [])
        alike = (n for n, other in known if says_same(told[n][1].statement, statement) and same_words(other, words))
        if (place := next(alike, None)) is None:
            known.append((len(told), words))
            told.append((person, Told(reading, statement)))
        else:
            told[place] = (person, _also(told[place][1], reading))
    return told


def _also(told: Told, reading: Reading) -> Told:
    """``told``, carried by ``reading`` too, unless its outlet is among them already."""
    carriers = {publisher(one.article) for one in (told.reading, *told.also)}
    return told if publisher(reading.article) in carriers else replace(told, also=(*told.also, reading))
