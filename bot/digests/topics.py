"""Finds topics: which statements of a text are about the same thing, by the rare words they share.

The heaviest word that several statements share makes a topic of them, then the next among the rest; statements that
share no word are grouped with their neighbours. Pure, and fast enough for a transcript with hundreds of statements.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bot.digests.keywords import Vocabulary
from bot.domain.attribution import Attribution
from bot.domain.text import Span

_SENTENCE_END = re.compile(r"[.!?][\"'”’»)\]]*\s|\n")
_SENTENCE_LIMIT = 600
"""Characters on each side of a statement that are searched for the rest of its sentence."""
_NAME_BEFORE = re.compile(r"(?<![.!?:”\"] )(?:\b[A-Z][\w-]{0,60}+(?: |(?<=-))){1,20}$")
_NAME_AFTER = re.compile(r"(?:[ -][A-Z][\w-]*)+")
_BESIDE = 0.6
"""Weight of a name beside a statement in its sentence, relative to a word in it."""
_SHARED_BY_BOTH = 2
"""Weight of a word that both sides use, relative to one that only one side repeats."""


@dataclass(frozen=True, slots=True)
class Topic:
    """Statements about one thing: their indices in the given list, and the text's own phrase for it."""

    label: Span
    members: tuple[int, ...]


def find_topics(vocabulary: Vocabulary, statements: Sequence[Attribution], sides: Sequence[bool]) -> list[Topic]:
    """Every statement in exactly one topic; topics of both sides first, then in text order.

    ``vocabulary`` is the text's, without the words that name the parties, which occur everywhere. ``sides`` says for
    each statement whether it is the first party's. Statements that share no word stand alone, or with their neighbours
    in the same paragraph on the same side.
    """
    topics = []
    free = set(range(len(statements)))
    for stem, members in _gather([_weights(vocabulary, said) for said in statements], sides):
        topics.append(Topic(_label(vocabulary, stem, [statements[i] for i in members]), members))
        free.difference_update(members)
    alone = _neighbours(vocabulary.text, statements, sides, sorted(free))
    topics += [Topic(_own_label(vocabulary, [statements[i] for i in members]), members) for members in alone]
    return sorted(
        topics, key=lambda topic: (len({sides[i] for i in topic.members}) < 2, statements[topic.members[0]].span)
    )


def _weights(vocabulary: Vocabulary, statement: Attribution) -> dict[str, float]:
    """The weight of each stem for a statement: full for its own words, less for names beside it in the sentence.

    The words of source and cue do not count: who says it, and how, is not the topic.
    """
    said = {i for span in statement.content for i in vocabulary.within(span)}
    beside = {i for i in vocabulary.within(_sentence(vocabulary.text, statement.span)) if vocabulary.words[i].name}
    saying = {i for span in (statement.source, statement.cue) if span for i in vocabulary.within(span)}
    weights: dict[str, float] = {}
    for i in said | (beside - saying):
        stem = vocabulary.words[i].stem
        weight = vocabulary.rarity[stem] * (1 if i in said else _BESIDE)
        weights[stem] = max(weight, weights.get(stem, 0))
    return weights


def _gather(weights: Sequence[dict[str, float]], sides: Sequence[bool]) -> list[tuple[str, tuple[int, ...]]]:
    """Stems with the statements they gather, at least two each; a statement goes to the first stem that has it."""
    users: dict[str, set[int]] = {}
    for i, stems in enumerate(weights):
        for stem in stems:
            users.setdefault(stem, set()).add(i)

    def score(stem: str) -> float:
        found = users[stem]
        both = _SHARED_BY_BOTH if len({sides[i] for i in found}) > 1 else 1
        return both * sum(weights[i][stem] for i in found) / math.sqrt(len(found))

    scores = {stem: score(stem) for stem, found in users.items() if len(found) > 1}
    gathered = []
    while scores:
        best = max(scores, key=lambda stem: (scores[stem], stem))
        members = tuple(sorted(users[best]))
        gathered.append((best, members))
        for stem in {stem for i in members for stem in weights[i]}:
            users[stem].difference_update(members)
            if len(users[stem]) > 1:
                scores[stem] = score(stem)
            else:
                scores.pop(stem, None)
    return gathered


def _label(vocabulary: Vocabulary, stem: str, statements: Sequence[Attribution]) -> Span:
    """The phrase for a topic: ``stem`` in a statement (or beside it), with the words that belong to it."""
    said = _said(vocabulary, statements)
    around = {i for s in statements for i in vocabulary.within(_sentence(vocabulary.text, s.span))} | said
    places = [i for i in sorted(around) if vocabulary.words[i].stem == stem]
    best = max(places, key=lambda i: (vocabulary.words[i].name, i in said, -i))
    if vocabulary.words[best].name:
        return _name(vocabulary.text, vocabulary.words[best].span)
    pairs = Counter(_stems(vocabulary, i) for i in around if vocabulary.adjacent(i, i + 1))
    for first in (best, best - 1):
        if vocabulary.adjacent(first, first + 1) and pairs[_stems(vocabulary, first)] > 1:
            return _pair(vocabulary, first)
    return vocabulary.words[best].span


def _own_label(vocabulary: Vocabulary, statements: Sequence[Attribution]) -> Span:
    """The phrase for statements that share no word: their heaviest name, or word with its neighbour."""
    said = _said(vocabulary, statements)
    if not said:
        return statements[0].content[0]
    best = max(sorted(said), key=lambda i: vocabulary.rarity[vocabulary.words[i].stem])
    if vocabulary.words[best].name:
        return _name(vocabulary.text, vocabulary.words[best].span)
    for first in (best, best - 1):
        both_said = {first, first + 1} <= said and vocabulary.adjacent(first, first + 1)
        if both_said and not _pair(vocabulary, first).of(vocabulary.text).endswith("ed"):
            return _pair(vocabulary, first)
    return vocabulary.words[best].span


def _said(vocabulary: Vocabulary, statements: Sequence[Attribution]) -> set[int]:
    """The words within the statements, without the sentences around them."""
    return {i for statement in statements for span in statement.content for i in vocabulary.within(span)}


def _stems(vocabulary: Vocabulary, first: int) -> tuple[str, str]:
    return vocabulary.words[first].stem, vocabulary.words[first + 1].stem


def _pair(vocabulary: Vocabulary, first: int) -> Span:
    return Span(vocabulary.words[first].span.start, vocabulary.words[first + 1].span.end)


def _name(text: str, span: Span) -> Span:
    """The whole name around ``span``: the capitalised words before and after it."""
    before = _NAME_BEFORE.search(text, max(0, span.start - 60), span.start)
    after = _NAME_AFTER.match(text, span.end)
    return Span(before.start() if before else span.start, after.end() if after else span.end)


def _neighbours(
    text: str, statements: Sequence[Attribution], sides: Sequence[bool], free: Sequence[int]
) -> list[tuple[int, ...]]:
    """The remaining statements; those of one side in one paragraph together."""
    groups: dict[tuple[int, bool], list[int]] = {}
    paragraph, reached = 0, 0
    for i in sorted(free, key=lambda i: statements[i].content[0]):
        start = statements[i].content[0].start
        paragraph += text.count("\n\n", reached, start)
        reached = start
        groups.setdefault((paragraph, sides[i]), []).append(i)
    return [tuple(members) for members in groups.values()]


def _sentence(text: str, span: Span) -> Span:
    """The sentence or sentences around ``span``."""
    least = max(0, span.start - _SENTENCE_LIMIT)
    starts = [match.end() for match in _SENTENCE_END.finditer(text, least, span.start)]
    end = _SENTENCE_END.search(text, max(span.end - 2, span.start), span.end + _SENTENCE_LIMIT)
    return Span(starts[-1] if starts else least, max(end.end() if end else span.end, span.end))
