"""Finds what the clauses of a statement are for or against. Pure.

The sign of a clause is the product of its marks: the act of the statement ("denies"), negations, and words that oppose
or end something ("lift", "boycott"). A question, a condition or another's claim takes no stand.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise

from bot.digests.stance.vocabulary import StanceVocabulary, load_english
from bot.domain.attribution import Act, Attribution, Kind
from bot.domain.text import Span
from bot.gazetteer.countries import find_places

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_STEM = 7
"""Number of letters by which words of the subject are distinguished: "inspection" and "inspectors" are one."""
_LONGEST_ACTOR = 7
"""Maximum words before the verb that may name the actor."""
LONGEST = 45
"""Maximum words of a clause; a longer one says too much for one sign."""

_AGAINST = frozenset({Act.DENIES, Act.REJECTS, Act.CONDEMNS})
_STANDING = frozenset(
    {
        Act.SAYS, Act.DENIES, Act.REJECTS, Act.CONDEMNS, Act.PRAISES, Act.DEMANDS, Act.URGES, Act.PROPOSES, Act.PLEDGES,
        Act.AGREES, Act.CONFIRMS, Act.ANNOUNCES, Act.REITERATES, Act.THREATENS,
    }
)  # fmt: skip
_OF_THINGS = _STANDING - {Act.SAYS, Act.ANNOUNCES, Act.REITERATES, Act.CONFIRMS, Act.THREATENS}
"""Acts that take a stand on a thing that is only named: "rejected the plan"."""


class Tense(IntEnum):
    """When the action of a clause takes place, relative to the statement."""

    PAST = 0
    PRESENT = 1
    FUTURE = 2


@dataclass(frozen=True, slots=True)
class Stance:
    """What a clause is for (``positive``) or against.

    ``subject`` are the stems of its keywords, ``names`` those that are names, countries by their short name. ``actor``
    are the stems of the actor, ``own`` is whether that is the speaker; both are empty if it is not stated. ``marks``
    counts what decided the sign; ``periods`` are its words of time. ``words`` has the place of each word of the
    subject; ``turned`` are the stems of the words that oppose or end something, which belong to the subject of two
    clauses that share them.
    """

    subject: frozenset[str]
    names: frozenset[str]
    actor: frozenset[str]
    own: bool
    positive: bool
    marks: int
    tense: Tense
    periods: frozenset[str]
    act: Act
    turned: frozenset[str]
    words: tuple[tuple[str, Span], ...]


@dataclass(frozen=True, slots=True)
class _Word:
    span: Span
    lower: str
    capital: bool


def find_stances(text: str, statement: Attribution) -> tuple[Stance, ...]:
    """The stances of the clauses of a statement in English; none if the speaker asserts nothing by it."""
    words = load_english()
    against = statement.act in _AGAINST
    if statement.act not in _STANDING or statement.conditional or (statement.negated and not against):
        return ()
    cue = [word[0].casefold() for word in _WORD.finditer(statement.cue.of(text))] if statement.cue else []
    told = set(cue)
    # an earlier statement repeated, or a mention that was not made
    if (statement.act is not Act.DENIES and told & words.groups["recalling"]) or told & words.groups["untold"]:
        return ()
    home = statement.speaker.country if statement.speaker else None
    marks = int(against) + int(statement.negated)
    themed = statement.kind is Kind.INDIRECT and bool(cue) and cue[-1] in words.groups["themes"]
    clauses = [clause for clause, asks in _clauses(words.clause_end, text, statement.content) if not asks]
    # a denial covers all of its clauses
    found = (_read(words, text, clause, home, marks, statement.act, themed=themed) for clause in clauses)
    return tuple(stance for stance in found if stance is not None)


def _clauses(ends: re.Pattern[str], text: str, content: Sequence[Span]) -> Iterator[tuple[list[_Word], bool]]:
    """The clauses of the content, and whether each is a question."""
    clause: list[_Word] = []
    for span in content:
        start = span.start
        if clause and text[start] in '“"' and text[start + 1 : start + 2].isupper():
            yield clause, False
            clause = []
        for end in [*ends.finditer(text, span.start, span.end), None]:
            stop = end.start() if end else span.end
            clause += (
                _Word(Span(*m.span()), m[0].casefold().replace("’", "'"), m[0][0].isupper())
                for m in _WORD.finditer(text, start, stop)
            )
            if end is not None:
                yield clause, "?" in end[0]
                clause, start = [], end.end()
    yield clause, False


def _read(
    words: StanceVocabulary, text: str, clause: list[_Word], home: str | None, marks: int, act: Act, *, themed: bool
) -> Stance | None:
    lowers = [word.lower for word in clause]
    groups = words.groups
    told = set(lowers)
    if not 2 <= len(clause) <= LONGEST or told & groups["conditions"] or _hedges(words, lowers):
        return None
    if told & groups["claims"] and act not in _AGAINST:
        return None
    country = {}
    whole = Span(clause[0].span.start, clause[-1].span.end)
    for place in find_places(whole.of(text)):
        country.update(
            {
                n: place.country
                for n, w in enumerate(clause)
                if place.span.start <= w.span.start - whole.start and w.span.end - whole.start <= place.span.end
            }
        )
    in_phrase = _find_phrases(words, lowers)
    stems = [words.stem(word) for word in lowers]
    counted = len({place for place, against in in_phrase.values() if against})
    for n, word in enumerate(lowers):
        if n not in in_phrase and (words.negates(word) or (words.opposes(word) and n not in country)):
            counted += 1
    own = any(
        lowers[n] in groups["own"] or (home is not None and country.get(n) == home) for n in range(min(3, len(lowers)))
    )
    asserts = not themed and (counted or own or _favours(words, stems))
    if act not in _OF_THINGS and not told & groups["auxiliaries"] and not asserts:
        return None  # nothing is asserted about what is named
    actor_end = _find_verb(words, lowers, stems, set(in_phrase))
    actor = range(actor_end)
    keywords = {
        n: f"={country[n]}" if n in country else stems[n][:_STEM]
        for n in range(len(clause))
        if n not in in_phrase and _is_keyword(words, lowers[n], stems[n], n in country)
    }
    own = any(lowers[n] in groups["own"] or (home is not None and country.get(n) == home) for n in actor[:3])
    acting = frozenset(keywords[n] for n in actor if n in keywords and keywords[n] != f"={home}")
    if act in (Act.PLEDGES, Act.AGREES, Act.REJECTS, Act.THREATENS) and lowers[0] in words.groups["infinitive"]:
        own = True
    subject = frozenset(stem for stem in keywords.values() if stem != f"={home}")
    total = marks + counted
    return Stance(
        subject,
        frozenset(
            keywords[n] for n in keywords if (n in country or (clause[n].capital and n)) and keywords[n] in subject
        ),
        frozenset() if own else acting,
        own,
        total % 2 == 0,
        total,
        _tense(words, lowers, act),
        _periods(words, lowers),
        act,
        frozenset(stems[n] for n, word in enumerate(lowers) if words.opposes(word) and n not in in_phrase),
        tuple((stem, clause[n].span) for n, stem in keywords.items() if stem in subject),
    )


def _is_keyword(words: StanceVocabulary, word: str, stem: str, is_country: bool) -> bool:
    if is_country:
        return True
    if len(word) < 3 or word.isdecimal() or stem in words.silent or words.negates(word):
        return False
    return not words.opposes(word) and stem not in words.favouring


def _favours(words: StanceVocabulary, stems: list[str]) -> bool:
    return not words.favouring.isdisjoint(stems)


def _hedges(words: StanceVocabulary, lowers: list[str]) -> bool:
    """Whether a clause only states a possibility; "could not" states a fact."""
    following = zip(lowers, [*lowers[1:], ""], strict=True)
    return any(
        word in words.groups["hedges"] and not (word in words.groups["abilities"] and words.negates(after))
        for word, after in following
    )


def _find_phrases(words: StanceVocabulary, lowers: list[str]) -> dict[int, tuple[int, bool]]:
    """The words that are part of a phrase, with the phrase's start and whether it is against something."""
    found = {}
    for phrase, against in words.phrases:
        for n in range(len(lowers) - len(phrase) + 1):
            if tuple(lowers[n : n + len(phrase)]) == phrase:
                found.update(dict.fromkeys(range(n, n + len(phrase)), (n, against)))
    return found


def _find_verb(words: StanceVocabulary, lowers: list[str], stems: list[str], in_phrase: set[int]) -> int:
    """How many words precede the verb; 0 if that is unclear."""
    auxiliaries = words.groups["auxiliaries"]
    for n, word in enumerate(lowers[: _LONGEST_ACTOR + 1]):
        turns = words.opposes(word) or stems[n] in words.favouring or n in in_phrase
        if word in auxiliaries or (n and (turns or words.negates(word))):
            return n
    return 0


def _tense(words: StanceVocabulary, lowers: list[str], act: Act) -> Tense:
    told = set(lowers)
    if (
        told & words.groups["future"]
        or lowers[0] in words.groups["infinitive"]
        or act in (Act.PLEDGES, Act.AGREES, Act.THREATENS)
    ):
        return Tense.FUTURE
    if told & words.groups["intending"]:
        return Tense.FUTURE
    for n, word in enumerate(lowers):
        if word in words.groups["perfect"] and any(
            later.endswith(words.participles) for later in lowers[n + 1 : n + 5]
        ):
            return Tense.PAST
        if word in words.groups["pluperfect"]:
            return Tense.PAST
    return Tense.PRESENT


def _periods(words: StanceVocabulary, lowers: list[str]) -> frozenset[str]:
    groups = words.groups
    found = {word for word in lowers if word in groups["moments"] or (word.isdecimal() and len(word) == 4)}
    for first, second in pairwise(lowers):
        if first in groups["period_openers"] and second in groups["periods"]:
            found.add(f"{first} {second}")
        elif first in groups["period_prepositions"] and second in groups["periods"]:
            found.add(second)
    return frozenset(found)
