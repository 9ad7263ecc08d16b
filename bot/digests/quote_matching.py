"""Decides whether two outlets carry the same words: near-identical, with no difference that changes the meaning.

Agencies trim quotations at the ends and vary articles and conjunctions. Any other difference, above all a negation, a
condition or a number, makes it another statement. A statement that several articles carry is shown as in the first,
with the names of the others.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from bot.digests.speaker_matching import StorySpeaker
from bot.domain.analysis import Reading
from bot.domain.attribution import DENIALS, Attribution
from bot.domain.briefing import StatementReference, publisher

LIKENESS = 0.85
"""Minimum ratio of common words (difflib's) between two wordings of a statement."""
LONGEST = 80
"""Longer statements match only if their words are equal: comparing is quadratic, and speeches are not trimmed."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_LIGHT = frozenset("a an the that this and but so also well very".split())
_MEANING_CHANGERS = frozenset(
    "not no never none nor neither without cannot hardly if unless until would could might".split()
)


def statement_words(statement: Attribution, text: str) -> tuple[str, ...]:
    """The words of a statement's content, without case, with uniform apostrophes."""
    said = " ".join(span.of(text) for span in statement.content)
    return tuple(word.casefold().replace("’", "'") for word in _WORD.findall(said))


def has_same_meaning(a: Attribution, b: Attribution) -> bool:
    """Whether two statements with the same words agree in being denied, negated and conditional."""
    return (a.negated, a.conditional, a.act in DENIALS) == (b.negated, b.conditional, b.act in DENIALS)


def is_near_identical(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two wordings are near-identical: inside they differ by light words only, at the ends by any but turning.

    >>> is_near_identical("we will meet in may".split(), "we will not meet in may".split())
    False
    """
    if a == b:
        return True
    allowed = (1 - LIKENESS) * (len(a) + len(b))
    if max(len(a), len(b)) > LONGEST or abs(len(a) - len(b)) > allowed or len(set(a) ^ set(b)) > allowed:
        return False
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    if matcher.ratio() < LIKENESS:
        return False
    for kind, a_start, a_end, b_start, b_end in matcher.get_opcodes():
        if kind == "equal":
            continue
        differing = (*a[a_start:a_end], *b[b_start:b_end])
        at_an_end = kind != "replace" and (max(a_start, b_start) == 0 or (a_end == len(a) and b_end == len(b)))
        if any(_changes_meaning(word) or (not at_an_end and word not in _LIGHT) for word in differing):
            return False
    return True


def _changes_meaning(word: str) -> bool:
    return word in _MEANING_CHANGERS or word.endswith("n't") or any(map(str.isdigit, word))


def deduplicate_statements(
    statements: Iterable[tuple[Reading, Attribution]], persons: Sequence[StorySpeaker]
) -> list[tuple[int, StatementReference]]:
    """Every statement of a known speaker once, with its speaker and the articles of other outlets that carry it.

    The number is the speaker's index in ``persons``, who are found in the same articles. Of equal statements, the first
    of ``statements`` is kept.
    """
    number = {one: n for n, person in enumerate(persons) for one in person.spoken}
    kept: list[tuple[int, StatementReference]] = []
    wordings: dict[int, list[tuple[int, tuple[str, ...]]]] = {}  # for each person: index in ``kept``, and words
    for reading, statement in statements:
        if statement.speaker is None:
            continue
        person = number[reading.id, statement.speaker]
        words = statement_words(statement, reading.article.text)
        known = wordings.setdefault(person, [])
        alike = (
            n
            for n, other in known
            if has_same_meaning(kept[n][1].statement, statement) and is_near_identical(other, words)
        )
        if (place := next(alike, None)) is None:
            known.append((len(kept), words))
            kept.append((person, StatementReference(reading, statement)))
        else:
            kept[place] = (person, _also(kept[place][1], reading))
    return kept


def _also(reference: StatementReference, reading: Reading) -> StatementReference:
    """``reference``, also carried by ``reading``, unless its outlet is listed already."""
    carriers = {publisher(one.article) for one in (reference.reading, *reference.also)}
    return reference if publisher(reading.article) in carriers else replace(reference, also=(*reference.also, reading))
