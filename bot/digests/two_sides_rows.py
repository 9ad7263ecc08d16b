"""Builds the rows of two sides: opposed claims on one matter side by side, then each side's other claims. Pure.

A row's label is a phrase from the article: a whole name, or a noun with a word that belongs to it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from bot.digests.account_lines import AccountLines
from bot.digests.keywords import Vocabulary
from bot.digests.lines.weighing import NEW_SPEAKER_FACTOR, raise_odds
from bot.digests.opposed_claims import Claim, ClaimTable, OpposedPair, Opposition
from bot.digests.story_lines import StoryLine
from bot.digests.word_stems import split_words
from bot.domain.digest import TopicRow
from bot.domain.text import Span
from bot.gazetteer.countries import known_as

OF_CELL = 3
"""Maximum lines of a side in a row."""
OF_REST = 6
"""Maximum lines of a side without a topic; the most probable are shown."""
LEAST, SURE = 0.2, 2
"""Minimum probability of a line without a topic, unless its side would have fewer than ``SURE``."""


OF_ROW, MOST_ROWS, MOST_AGAINST = 3, 3, 5
"""A row's points in a dispute; maximum rows that count, and maximum claims of a side."""


@dataclass(frozen=True, slots=True)
class _Group:
    """Opposed lines, by number, the clearest pair first; the stems that all share, and those that all contain."""

    members: list[int]
    opposed: list[OpposedPair]
    stems: frozenset[str]
    said: frozenset[str]


class Comparison:
    """Compares the lines ``a`` of one party with the lines ``b`` of another; ``names`` are the parties' names."""

    def __init__(
        self, page: AccountLines, a: Sequence[StoryLine], b: Sequence[StoryLine], names: tuple[str, str]
    ) -> None:
        self._page = page
        self._lines = [*a, *b]
        self._first = len(a)
        self._joined = page.joined
        known = [_names_of(name, side, page) for name, side in zip(names, (a, b), strict=True)]
        words = frozenset(word for name in known[0] | known[1] for word in split_words(name))
        self._vocabulary = page.vocabulary.without(words)
        place = {(one.reading.id, one.line.rank): n for n, one in enumerate(self._lines)}
        self._claims = [
            self._claim(n, place.get((one.reading.id, one.line.answers or 0))) for n, one in enumerate(self._lines)
        ]
        self._table = ClaimTable(self._vocabulary, self._claims, (_pattern_of(known[0]), _pattern_of(known[1])))
        self._groups = list(self._gather(self._table))

    def measure_dispute(self) -> int:
        """How much the two disagree: rows of opposed claims, and claims against and about the other."""
        sides = (range(self._first), range(self._first, len(self._lines)))
        adverse = [min(sum(map(self._table.is_adverse, side)), MOST_AGAINST) for side in sides]
        about = [min(sum(map(self._table.speaks_of_other, side)), MOST_AGAINST) for side in sides]
        return OF_ROW * min(len(self._groups), MOST_ROWS) + sum(adverse) + sum(about) + min(about)

    def rows(self) -> tuple[TopicRow, ...]:
        """A row for each matter with opposed claims, denials first; then the other lines, without topics."""
        used = {n for group in self._groups for n in group.members}
        rest = [self._rest(side, used) for side in (range(self._first), range(self._first, len(self._lines)))]
        longest, shortest = max(map(len, rest)), min(map(len, rest))
        count = min(-(-longest // OF_CELL), max(1, shortest)) if longest else 0
        left = [self._row(None, list(chain(*(side[n::count] for side in rest)))) for n in range(count)]
        return (*(self._opposed_row(group) for group in self._groups), *left)

    def _rest(self, side: range, used: set[int]) -> list[int]:
        """The most probable lines of a side that are in no pair; speakers without a line come first."""
        heard = {self._lines[n].person for n in used}
        waiting = {n: self._lines[n].chance for n in side if n not in used}
        chosen: list[int] = []
        while waiting and len(chosen) < OF_REST:
            worth = {
                n: c if self._lines[n].person in heard else raise_odds(c, NEW_SPEAKER_FACTOR)
                for n, c in waiting.items()
            }
            best = max(worth, key=lambda n: (worth[n], -n))
            if len(chosen) >= SURE and worth[best] < LEAST:
                break
            chosen.append(best)
            heard.add(self._lines[best].person)
            del waiting[best]
        return chosen

    def _opposed_row(self, group: _Group) -> TopicRow:
        spans = [span for n in group.members for span in (*self._claims[n].pieces, self._claims[n].around)]
        label = next(
            (found for stems in (group.said, group.stems) if (found := find_label(self._vocabulary, stems, spans))),
            None,
        )
        return self._row(label, group.members, group.opposed[0])

    def _row(self, label: Span | None, members: Sequence[int], surest: OpposedPair | None = None) -> TopicRow:
        references = {n: self._page.refer(self._lines[n]) for n in members}
        a, b = ([n for n in sorted(references) if (n < self._first) is first] for first in (True, False))
        clash = answer = None
        if surest and surest.opposition is Opposition.DENIES:
            clash = references[surest.one]
        elif surest and surest.opposition is Opposition.ANSWERS:
            answer = references[surest.one]
        topic = self._joined.find(label) if label else None
        return TopicRow(
            topic,
            tuple(references[n] for n in a),
            tuple(references[n] for n in b),
            clash,
            answer,
            meets=surest is not None,
        )

    def _gather(self, table: ClaimTable) -> Iterator[_Group]:
        """The rows: the clearest pair begins one; lines opposed to one of its lines on the same matter join it."""
        pairs = [(n, m) for n in range(self._first) for m in range(self._first, len(self._lines))]
        opposed = [one for n, m in pairs for pair in ((n, m), (m, n)) if (one := table.compare(*pair))]
        waiting = sorted(opposed, key=lambda one: (one.opposition, -one.weight, one.one, one.other))
        used: set[int] = set()
        for first in waiting:
            if used & {first.one, first.other}:
                continue
            group = _Group([first.one, first.other], [first], first.stems, first.said)
            for one in waiting:
                group = self._with(group, one, used)
            used.update(group.members)
            yield group

    def _with(self, group: _Group, one: OpposedPair, used: set[int]) -> _Group:
        """``group`` with the line that ``one`` adds, if it is about what all lines of the group share."""
        new = {one.one, one.other} - set(group.members)
        if len(new) != 1 or new & used or 2 * len(one.stems & group.stems) < len(group.stems):
            return group
        [added] = new
        side = sum((n < self._first) is (added < self._first) for n in group.members)
        if side >= OF_CELL:
            return group
        return _Group([*group.members, added], [*group.opposed, one], group.stems & one.stems, group.said & one.said)

    def _claim(self, n: int, answers: int | None) -> Claim:
        one = self._lines[n]
        sentence, around = self._page.sentence_of(one)
        *pieces, sentence, around = (self._joined.place(one.reading, s) for s in (*one.line.pieces, sentence, around))
        statement = self._joined.shift(one.reading, one.statement)
        return Claim(tuple(pieces), statement, sentence, around, n < self._first, answers)


def _names_of(label: str, lines: Sequence[StoryLine], page: AccountLines) -> frozenset[str]:
    """The names of a party and its speakers: all names of the country, and each word of the speakers' names."""
    names = (page.persons[one.person].speaker.name for one in lines)
    words = (word for name in names for word in name.split() if word[:1].isupper() and len(word) > 2)
    return frozenset((label, *known_as(label), *words))


def _pattern_of(names: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))})(?!\w)")


_NAME_BEFORE = re.compile(r"(?<![.!?:”\"] )(?<![\w-])(?:[A-Z][\w-]*+(?: |(?<=-))){1,20}+$")
_NAME_AFTER = re.compile(r"(?:[ -][A-Z][\w-]*)+")
_NOUN_BEFORE = re.compile(
    r"\b(?:a|an|the|this|that|its|his|her|their|our|any|no|of|over|about|on|for|against)\s+$", re.IGNORECASE
)
_INFLECTED = re.compile(r"(?:ed|ing|ly)$", re.IGNORECASE)
_NEAR = 12


def find_label(vocabulary: Vocabulary, stems: Iterable[str], within: Iterable[Span]) -> Span | None:
    """The phrase for the one of ``stems`` that the texts name most, from some spans; None if there is none.

    Names count double; verb forms and words that never follow an article or preposition are no phrases.
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
    """A name with all its words, or a noun with a word that belongs to it."""
    if vocabulary.words[i].name:
        return _name(vocabulary.text, vocabulary.words[i].span)
    return _with_pair(vocabulary, [i], places)


def _is_noun(vocabulary: Vocabulary, stem: str) -> bool:
    """Whether a word follows an article or preposition somewhere in the texts."""
    return any(
        _NOUN_BEFORE.search(vocabulary.text, max(0, word.span.start - _NEAR), word.span.start)
        for word in vocabulary.words
        if word.stem == stem
    )


def _with_pair(vocabulary: Vocabulary, found: list[int], places: list[int]) -> Span:
    """A noun, with the word before or after it if the pair occurs more than once: "patrol boats"."""
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
