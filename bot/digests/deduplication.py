"""Shows statements that several articles carry once: as in the first article, naming the others. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.digests.quote_matching import has_same_meaning, is_near_identical, statement_words
from bot.digests.speaker_matching import StorySpeaker
from bot.domain.analysis import Reading
from bot.domain.attribution import Attribution
from bot.domain.briefing import StatementReference, publisher


def deduplicate_statements(
    statements: Iterable[tuple[Reading, Attribution]], persons: Sequence[StorySpeaker]
) -> list[tuple[int, StatementReference]]:
    """Every statement of a known speaker once, with its speaker and the articles of other outlets that carry it.

    The number is the speaker's index in ``persons``, who are found in the same articles. Of equal statements, the first
    of ``statements`` is kept.
    """
    number = {one: n for n, person in enumerate(persons) for one in person.spoken}
    told: list[tuple[int, StatementReference]] = []
    wordings: dict[int, list[tuple[int, tuple[str, ...]]]] = {}  # for each person: index in ``told``, and words
    for reading, statement in statements:
        if statement.speaker is None:
            continue
        person = number[reading.id, statement.speaker]
        words = statement_words(statement, reading.article.text)
        known = wordings.setdefault(person, [])
        alike = (
            n
            for n, other in known
            if has_same_meaning(told[n][1].statement, statement) and is_near_identical(other, words)
        )
        if (place := next(alike, None)) is None:
            known.append((len(told), words))
            told.append((person, StatementReference(reading, statement)))
        else:
            told[place] = (person, _also(told[place][1], reading))
    return told


def _also(told: StatementReference, reading: Reading) -> StatementReference:
    """``told``, also carried by ``reading``, unless its outlet is listed already."""
    carriers = {publisher(one.article) for one in (told.reading, *told.also)}
    return told if publisher(reading.article) in carriers else replace(told, also=(*told.also, reading))
