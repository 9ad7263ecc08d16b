"""Topics: which statements of an article are about the same thing, found by the rare words they share.

Words are weighted by inverse document frequency over the article's paragraphs (Spärck Jones, 1972), names more than
other words. The heaviest word that several statements share gathers them into a topic, then the next among the rest.
Pure and small: an article has tens of statements, not thousands.
"""

import calendar
import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from sumy.utils import get_stop_words

from bot.domain.attribution import Attribution
from bot.domain.text import Span

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*|\d{4}")
_SENTENCE_END = re.compile(r"[.!?][\"'”’»)\]]*\s|\n")
_NAME_BEFORE = re.compile(r"(?<![.!?:”\"] )(?:\b[A-Z][\w-]*[ -])+$")
_NAME_AFTER = re.compile(r"(?:[ -][A-Z][\w-]*)+")
_STEM = 6
"""Characters of a word that tell it from others: "inspection" and "inspectors" are one (truncation stemming)."""
_CONTEXT = 0.6
"""Weight of a word beside a statement in its sentence, against one in it."""
_NAME = 1.6
_INFLECTED = 0.4
"""Weight of what looks like a verb form or an adverb: a poor name for a topic."""
_PLAIN = frozenset(
    "said says told asked added noted called claimed according statement statements minister ministers ministry "
    "president secretary government official officials spokesman spokeswoman spokesperson country countries".split()
)


@dataclass(frozen=True, slots=True)
class Topic:
    """Statements about one thing: their positions in the list given, and the article's own words for it."""

    label: Span
    members: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Word:
    """One word of the text that may name a topic."""

    span: Span
    stem: str
    name: bool


def find_topics(
    text: str, statements: Sequence[Attribution], sides: Sequence[bool], names: frozenset[str]
) -> list[Topic]:
    """Every statement in exactly one topic; topics of both sides first, then in text order.

    ``sides`` tells for each statement whether it is the first party's. ``names`` are words that name the parties
    themselves: they are in everything, and no topic. What shares no word stands alone, or with its neighbours in the
    same paragraph on the same side.
    """
    words = list(_words(text, names))
    rarity = _rarity(text, words)
    spoken = [_weights(text, words, statement, rarity) for statement in statements]
    free = set(range(len(statements)))
    topics: list[Topic] = []
    while shared := _heaviest_shared(spoken, free, sides):
        members = tuple(i for i in sorted(free) if shared in spoken[i])
        topics.append(Topic(_label(text, words, shared, [statements[i] for i in members]), members))
        free.difference_update(members)
    for members in _neighbours(text, statements, sides, sorted(free)):
        weights = {word.stem: rarity[word.stem] for word in words if _said(word, [statements[i] for i in members])}
        own = max(weights, key=weights.__getitem__, default=None)
        parts = [statements[i] for i in members]
        topics.append(Topic(_own_label(text, words, own, parts) if own else parts[0].content[0], members))
    return sorted(
        topics, key=lambda topic: (len({sides[i] for i in topic.members}) < 2, statements[topic.members[0]].span)
    )


@lru_cache(maxsize=1)
def _stop_words() -> frozenset[str]:
    dates = (name.casefold() for name in (*calendar.month_name, *calendar.day_name) if name)
    return _PLAIN.union(get_stop_words("english"), dates)


def _words(text: str, names: frozenset[str]) -> Iterator[_Word]:
    for match in _WORD.finditer(text):
        word = match[0].removesuffix("’s").removesuffix("'s")
        lower = word.casefold()
        if len(word) < 3 or lower in _stop_words() or lower in names:
            continue
        opens = (
            match.start() == 0
            or text[match.start() - 1] in '\n“"‘'
            or bool(re.search(r"[.!?:][\"'”’»)\]]*\s+[“\"‘«]?$", text[max(0, match.start() - 6) : match.start()]))
        )
        span = Span(match.start(), match.start() + len(word))
        yield _Word(span, lower[:_STEM], word[0].isupper() and not opens)


def _rarity(text: str, words: Sequence[_Word]) -> dict[str, float]:
    """Inverse document frequency of each stem over the paragraphs, names heavier, verb forms lighter."""
    paragraphs = [match.end() for match in re.finditer(r"\n{2,}|\Z", text)]
    seen: dict[str, set[int]] = {}
    named: Counter[str] = Counter()
    inflected: Counter[str] = Counter()
    for word in words:
        paragraph = next(i for i, end in enumerate(paragraphs) if word.span.end <= end)
        seen.setdefault(word.stem, set()).add(paragraph)
        named[word.stem] += 1 if word.name else -1
        inflected[word.stem] += 1 if re.search(r"(?:ed|ing|ly)$", word.span.of(text)) else -1
    count = len(paragraphs)
    return {
        stem: math.log(1 + count / len(places))
        * (_NAME if named[stem] > 0 else 1)
        * (_INFLECTED if inflected[stem] > 0 else 1)
        for stem, places in seen.items()
    }


def _weights(text: str, words: Sequence[_Word], statement: Attribution, rarity: dict[str, float]) -> dict[str, float]:
    """The weight of each stem for one statement: full for words said, less for those beside them in the sentence."""
    sentence = _sentence(text, statement.span)
    weights: dict[str, float] = {}
    for word in words:
        if sentence.contains(word.span):
            weight = rarity[word.stem] * (1 if _said(word, [statement]) else _CONTEXT)
            weights[word.stem] = max(weight, weights.get(word.stem, 0))
    return weights


def _heaviest_shared(spoken: Sequence[dict[str, float]], free: set[int], sides: Sequence[bool]) -> str | None:
    """The stem that best gathers at least two free statements; one that both sides use counts double."""
    totals: dict[str, list[int]] = {}
    for i in sorted(free):
        for stem in spoken[i]:
            totals.setdefault(stem, []).append(i)
    scores = {
        stem: sum(spoken[i][stem] for i in members)
        / math.sqrt(len(members))
        * (2 if len({sides[i] for i in members}) > 1 else 1)
        for stem, members in totals.items()
        if len(members) > 1
    }
    return max(scores, key=lambda stem: (scores[stem], stem), default=None)


def _label(text: str, words: Sequence[_Word], stem: str, statements: Sequence[Attribution]) -> Span:
    """The words for a topic: where ``stem`` stands in a statement (or beside it), with the words that belong to it."""
    sentences = [_sentence(text, statement.span) for statement in statements]
    places = [i for i, word in enumerate(words) if word.stem == stem and any(s.contains(word.span) for s in sentences)]
    best = max(places, key=lambda i: (words[i].name, _said(words[i], statements), -i))
    return _phrase(text, words, best, sentences)


def _phrase(text: str, words: Sequence[_Word], at: int, sentences: Sequence[Span]) -> Span:
    """The word at ``at`` with its neighbours: the rest of a name, or one word that goes with it more than once."""
    word = words[at]
    if word.name:
        before = _NAME_BEFORE.search(text, max(0, word.span.start - 60), word.span.start)
        after = _NAME_AFTER.match(text, word.span.end)
        return Span(before.start() if before else word.span.start, after.end() if after else word.span.end)
    pairs = Counter(
        (one.stem, two.stem)
        for one, two in pairwise(words)
        if _adjacent(text, one, two) and any(s.contains(one.span) for s in sentences)
    )
    if at + 1 < len(words) and pairs[(word.stem, words[at + 1].stem)] > 1:
        return Span(word.span.start, words[at + 1].span.end)
    if at > 0 and pairs[(words[at - 1].stem, word.stem)] > 1:
        return Span(words[at - 1].span.start, word.span.end)
    return word.span


def _own_label(text: str, words: Sequence[_Word], stem: str, statements: Sequence[Attribution]) -> Span:
    """The words for statements that share none with others: a name, or the heaviest word with one beside it."""
    label = _label(text, words, stem, statements)
    at = next(i for i, word in enumerate(words) if label.contains(word.span))
    if label != words[at].span or words[at].name:
        return label
    for one, two in ((at, at + 1), (at - 1, at)):
        if one >= 0 and two < len(words) and _adjacent(text, words[one], words[two]):
            pair = Span(words[one].span.start, words[two].span.end)
            if _said(words[one], statements) and _said(words[two], statements) and not pair.of(text).endswith("ed"):
                return pair
    return label


def _said(word: _Word, statements: Sequence[Attribution]) -> bool:
    """Whether ``word`` is part of what is said, not of the sentence around it."""
    return any(span.contains(word.span) for statement in statements for span in statement.content)


def _adjacent(text: str, one: _Word, two: _Word) -> bool:
    return text[one.span.end : two.span.start] in {" ", "-"}


def _neighbours(
    text: str, statements: Sequence[Attribution], sides: Sequence[bool], free: Sequence[int]
) -> list[tuple[int, ...]]:
    """Statements left over, those of one side in one paragraph together."""
    groups: dict[tuple[int, bool], list[int]] = {}
    for i in free:
        paragraph = text.count("\n\n", 0, statements[i].content[0].start)
        groups.setdefault((paragraph, sides[i]), []).append(i)
    return [tuple(members) for members in groups.values()]


def _sentence(text: str, span: Span) -> Span:
    """The sentence or sentences around ``span``."""
    start = max(
        (match.end() for match in _SENTENCE_END.finditer(text, max(0, span.start - 600), span.start)), default=None
    )
    end = _SENTENCE_END.search(text, max(span.end - 2, span.start))
    return Span(
        min(start if start is not None else max(0, span.start - 600), span.start),
        max(end.end() if end else len(text), span.end),
    )
