"""Chooses the lines of a story from its articles: each statement once, those that an editor would print. Pure.

Every article has its lines (:func:`bot.digests.lines.choice.compose_scored_lines`). Lines of one speaker that say the
same are merged: the more probable wording stays, and the outlets are named. They are chosen as for an article: the most
probable first, speakers without a line before others, a denial right after the line that it denies.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from bot.digests.lines.vocabulary import count_negations
from bot.digests.lines.weighing import ANSWERING, NEW_SPEAKER_FACTOR, raise_odds
from bot.digests.quote_matching import has_same_meaning, is_near_identical, statement_words
from bot.digests.represented_side import find_side_of
from bot.digests.speaker_matching import StorySpeaker, match_speakers
from bot.digests.word_stems import keyword_stems, split_words
from bot.domain.analysis import Reading
from bot.domain.attribution import DENIALS, THRESHOLD, Attribution
from bot.domain.briefing import KeySentence, publisher
from bot.domain.line import Line, LineReference
from bot.domain.text import hull
from bot.gazetteer.countries import known_as
from bot.nlp.lang import LANGUAGES
from bot.nlp.lang.places import find_places

OF_ARTICLE = 16
"""Maximum lines of an article that are considered."""
SAME = 0.75
"""From this share of the shorter line's keywords in the other on, two lines of one speaker say the same."""
_FEWEST = 4
"""Lines with fewer keywords are not compared by them."""
_FEWEST_OF_PIECE = 3
_MARK = re.compile('[“”«»"]')
_CARRIED = 1.5
"""Factor for the odds of a line, for each other outlet that carries it."""
_CENTRAL = 2.0
"""Factor for the odds of a line if the other outlets have all its keywords; divisor if they have none."""
_ANSWERED = 0.3
_LEAST_OF_SIDE = 0.12
"""Lines below this probability are not shown even for the sake of their side."""
SIDES = 4
"""Number of sides that get a line each before any side gets a second."""
COST_PER_CHARACTER = 0.001
"""How much probability each further character costs a line that competes to be the first of its side."""


@dataclass(frozen=True, slots=True)
class StoryLine:
    """A line of an article with what it is compared by: its person, side and keywords."""

    reading: Reading
    line: Line
    chance: float
    statement: Attribution
    person: int
    side: str | None
    words: tuple[str, ...]
    stems: frozenset[str]

    @property
    def negations(self) -> int:
        """The number of negations."""
        return count_negations(self.words)


class StoryPool:
    """All lines of some articles with their persons; each article's lines are composed once."""

    def __init__(
        self,
        readings: Sequence[Reading],
        persons: Sequence[StorySpeaker],
        limit: int = OF_ARTICLE,
        least: float = THRESHOLD,
    ) -> None:
        self.persons = persons
        self._least = least
        self.number = {one: n for n, person in enumerate(persons) for one in person.spoken}
        texts = {reading.id: reading.article.text for reading in readings}
        self.sides = [find_side_of(person, texts) for person in persons]
        self.lines = [line for reading in readings for line in self._lines_of(reading, limit)]

    def _lines_of(self, reading: Reading, limit: int) -> Iterable[StoryLine]:
        statements = sorted(reading.analysis.attributions, key=lambda one: one.span)
        for line, chance in _scored_lines(reading, limit):
            statement = statements[line.attributions[0]]
            person = self.number.get((reading.id, line.speaker)) if line.speaker else None
            if person is not None and statement.confidence >= self._least and not _is_fragmented(reading, line):
                yield self.describe(reading, line, statement, person, chance)

    def describe(self, reading: Reading, line: Line, statement: Attribution, person: int, chance: float) -> StoryLine:
        """A line with its features for comparing."""
        words = tuple(word for piece in line.pieces for word in split_words(piece.of(reading.article.text)))
        stems = keyword_stems(words, reading.analysis.language)
        return StoryLine(reading, line, chance, statement, person, self.sides[person], words, stems)


@lru_cache(maxsize=128)
def _scored_lines(reading: Reading, limit: int) -> tuple[tuple[Line, float], ...]:
    """The lines of an article, cached for other digests within the hour that have the same story."""
    from bot.digests.lines.choice import compose_scored_lines  # noqa: PLC0415 - numpy, which gateways do not load

    return compose_scored_lines(reading, limit)


@lru_cache(maxsize=1)
def _least_probability() -> float:
    """The minimum probability for an article's page to show a line."""
    from bot.digests.lines.model import load_model  # noqa: PLC0415 - numpy, which gateways do not load

    return load_model().threshold


def _is_fragmented(reading: Reading, line: Line) -> bool:
    """Whether a piece of a line is only a few words without quotation marks."""
    pieces = [piece.of(reading.article.text) for piece in line.pieces]
    return len(pieces) > 1 and any(len(p.split()) < _FEWEST_OF_PIECE and not _MARK.search(p) for p in pieces)


def find_persons(readings: Iterable[Reading], least: float = THRESHOLD) -> tuple[StorySpeaker, ...]:
    """All speakers in ``readings``, matched across articles; joint speakers count as one of their own."""
    spoken = [
        (reading.id, one.speaker)
        for reading in readings
        for one in sorted(reading.analysis.attributions, key=lambda one: one.span)
        if one.speaker and one.confidence >= least
    ]
    together = dict.fromkeys(one for one in spoken if ";" in one[1].name)
    alone = match_speakers(one for one in spoken if one not in together)
    return (*alone, *(StorySpeaker(one[1], frozenset({one})) for one in together))


def likeness(a: StoryLine, b: StoryLine) -> float:
    """The share of the shorter line's keywords that the other has, 0 to 1."""
    fewest = min(len(a.stems), len(b.stems))
    return len(a.stems & b.stems) / fewest if fewest else 0.0


def say_the_same(a: StoryLine, b: StoryLine) -> bool:
    """Whether two lines of one speaker say the same: the same words, a shared quotation, or nearly all words."""
    if not has_same_meaning(a.statement, b.statement) or a.negations != b.negations:
        return False
    if min(len(a.stems), len(b.stems)) >= _FEWEST and likeness(a, b) >= SAME:
        return True
    return bool(a.stems & b.stems) and is_near_identical(a.words, b.words)


def merge_duplicates(lines: Sequence[StoryLine]) -> list[list[StoryLine]]:
    """``lines`` in groups that say the same: one speaker's, or word for word.

    First in each is the most probable, from an outlet that is not state-run if there is one.
    """
    groups: list[list[StoryLine]] = []
    for one in sorted(lines, key=lambda one: -one.chance):
        for group in groups:
            [first, *_] = group
            same_words = len(one.stems) >= _FEWEST and is_near_identical(one.words, first.words)
            if same_words or (one.person == first.person and say_the_same(one, first)):
                group.append(one)
                break
        else:
            groups.append([one])
    return [sorted(group, key=lambda one: (_is_of_state(one), -one.chance)) for group in groups]


def unshown_groups(pool: StoryPool, shown: Collection[str] = ()) -> list[list[StoryLine]]:
    """The statements of a story, each once, without those of the articles ``shown``."""
    return [group for group in merge_duplicates(pool.lines) if not any(one.reading.id in shown for one in group)]


def _is_of_state(one: StoryLine) -> bool:
    outlet = one.reading.article.outlet
    return bool(outlet and outlet.state)


def choose_lines(
    pool: StoryPool,
    readings: Sequence[Reading],
    sentences: Sequence[KeySentence],
    groups: Sequence[Sequence[StoryLine]],
    *,
    most: int,
    room: int,
) -> list[LineReference]:
    """At most ``most`` lines of the story, best first, in ``room`` characters; none that ``sentences`` contain.

    ``groups`` are its statements (:func:`unshown_groups`).

    The sides that say most get a line each before any side gets a second.
    """
    best = [group[0] for group in groups]
    known = _stems_by_outlet(readings)
    chances = [_odds(group, known) for group in groups]
    covered = [one for one in pool.lines if any(_holds(sentence, one) for sentence in sentences)]
    copied = [keyword_stems(split_words(_text_of(one)), one.reading.analysis.language) for one in sentences]
    left = {
        n: chance
        for n, chance in enumerate(chances)
        if not any(_repeats(best[n], one) for one in covered)
        and not any(len(best[n].stems & stems) >= max(_FEWEST, SAME * len(best[n].stems)) for stems in copied)
    }
    shown: list[int] = []
    for n in _first_of_sides(best, left, {one.side for one in covered}, readings):
        if len(shown) < most and _size(pool, best, [*shown, n]) <= room:
            _show(n, best, left, shown)
    while left and len(shown) < most:
        heard = {one.person for one in (*covered, *(best[n] for n in shown))}
        worth = {
            n: chance if best[n].person in heard else raise_odds(chance, NEW_SPEAKER_FACTOR)
            for n, chance in left.items()
        }
        n = max(worth, key=lambda n: (worth[n], -n))
        if worth[n] < _least_probability():
            break
        if _size(pool, best, [*shown, n]) <= room:
            _show(n, best, left, shown)
        else:
            del left[n]
    shown.sort(key=lambda n: -chances[n])
    return _in_order(pool, readings, [groups[n] for n in shown])


def _first_of_sides(
    best: Sequence[StoryLine], left: Mapping[int, float], heard: set[str | None], readings: Sequence[Reading]
) -> list[int]:
    """The best line of each of the sides that say most; of nearly equal ones, the shorter.

    A side that only one of several outlets mentions does not count.
    """
    sides: dict[str, list[int]] = {}
    for n in left:
        side = best[n].side
        if side and left[n] >= _LEAST_OF_SIDE:
            sides.setdefault(side, []).append(n)
    parties = [side for side in sides if _is_party(side, readings)]
    ordered = sorted(parties, key=lambda side: (side in heard, -sum(left[n] for n in sides[side])))[:SIDES]
    return [max(sides[side], key=lambda n: left[n] - COST_PER_CHARACTER * _length(best[n])) for side in ordered]


def _is_party(side: str, readings: Sequence[Reading]) -> bool:
    outlets = {publisher(one.article) for one in readings}
    speaking = {publisher(one.article) for one in readings if _speaks_of(one, side)}
    return len(speaking) >= min(2, len(outlets))


def _speaks_of(reading: Reading, side: str) -> bool:
    """Whether an article names a side, in the article's language."""
    text, language = reading.article.text, reading.analysis.language
    if language in LANGUAGES:
        return side in text or any(place.country == side for place in find_places(text, language))
    return any(name in text for name in (known_as(side) | {side}))


def _show(n: int, best: Sequence[StoryLine], left: dict[int, float], shown: list[int]) -> None:
    """Choose a line; similar lines then count less, and lines that deny it more."""
    shown.append(n)
    del left[n]
    for m in tuple(left):
        if best[m].person == best[n].person:
            left[m] *= 1.0 - likeness(best[n], best[m])
        elif denies(best[m], best[n]):
            left[m] = raise_odds(left[m], ANSWERING)


def denies(one: StoryLine, other: StoryLine) -> bool:
    """Whether a line denies or rejects what another person's line asserts, by its verb and their words."""
    said, claim = one.statement, other.statement
    together = one.person == other.person or (one.side is not None and one.side == other.side)
    if together or said.act not in DENIALS or claim.act in DENIALS or other.negations:
        return False
    return not said.negated and not said.conditional and likeness(one, other) >= _ANSWERED


def _odds(group: Sequence[StoryLine], known: Mapping[tuple[str, str | None], frozenset[str]]) -> float:
    """The probability of a line in a story.

    It is higher if other outlets carry the line, and lower if no other outlet in its language has its keywords.
    """
    first = group[0]
    own = publisher(first.reading.article)
    carriers = {publisher(one.reading.article) for one in group} - {own}
    spoken = first.reading.analysis.language
    alike = (stems for (outlet, language), stems in known.items() if outlet != own and language == spoken)
    others = frozenset().union(*alike)
    shared = len(first.stems & others) / len(first.stems) if first.stems and others else 0.5
    return raise_odds(first.chance, _CARRIED ** len(carriers) * _CENTRAL ** (2 * shared - 1))


def _stems_by_outlet(readings: Iterable[Reading]) -> dict[tuple[str, str | None], frozenset[str]]:
    """The keywords of each outlet's articles, by language."""
    known: dict[tuple[str, str | None], frozenset[str]] = {}
    for reading in readings:
        stems = keyword_stems(split_words(reading.article.text), reading.analysis.language)
        outlet = publisher(reading.article), reading.analysis.language
        known[outlet] = known.get(outlet, frozenset()) | stems
    return known


def _text_of(sentence: KeySentence) -> str:
    return sentence.span.of(sentence.reading.article.text)


def _holds(sentence: KeySentence, one: StoryLine) -> bool:
    return sentence.reading.id == one.reading.id and sentence.span.contains(hull(one.line.pieces))


def _repeats(one: StoryLine, other: StoryLine) -> bool:
    return one is other or (one.person == other.person and say_the_same(one, other))


def _size(pool: StoryPool, best: Sequence[StoryLine], numbers: Sequence[int]) -> int:
    """The characters of lines with the names above them."""
    speakers = [pool.persons[person].speaker for person in {best[n].person for n in numbers}]
    names = sum(len(speaker.name) + len(speaker.role or "") for speaker in speakers)
    return names + sum(_length(best[n]) for n in numbers)


def _length(one: StoryLine) -> int:
    return sum(map(len, one.line.pieces))


def _in_order(
    pool: StoryPool, readings: Sequence[Reading], chosen: Sequence[Sequence[StoryLine]]
) -> list[LineReference]:
    """The chosen lines with ranks, answers, the story's version of the speaker, and other outlets."""
    first = [group[0] for group in chosen]
    answered = {n: m for n in range(len(first)) if (m := _find_answered(chosen, n)) is not None}
    found = []
    for n, one in enumerate(first):
        person = pool.persons[one.person].speaker
        speaker = replace(person, country=one.side)
        answers = answered.get(n)
        line = replace(one.line, rank=n + 1, speaker=speaker, answers=None if answers is None else answers + 1)
        found.append(LineReference(one.reading, line, find_carriers(one, chosen[n], readings, pool)))
    return found


def _find_answered(chosen: Sequence[Sequence[StoryLine]], n: int) -> int | None:
    """The chosen line that line ``n`` answers: as in its article, else by its denial."""
    one = chosen[n][0]
    for m, group in enumerate(chosen):
        meant = any(o.reading is one.reading and o.line.rank == one.line.answers for o in group)
        if m != n and meant and not group[0].negations and (one.side is None or one.side != group[0].side):
            return m
    alike = [likeness(one, group[0]) if denies(one, group[0]) else 0.0 for group in chosen]
    best = max(range(len(alike)), key=lambda m: (alike[m], -m))
    return best if alike[best] else None


def find_carriers(
    one: StoryLine, group: Sequence[StoryLine], readings: Iterable[Reading], pool: StoryPool
) -> tuple[Reading, ...]:
    """An article of each other outlet that has the same statement by the same speaker, in the order of ``readings``."""
    known = {publisher(one.reading.article)}
    words = statement_words(one.statement, one.reading.article.text)
    carriers: list[Reading] = []
    for reading in readings:
        outlet = publisher(reading.article)
        if outlet in known:
            continue
        if any(other.reading is reading for other in group) or _carries(reading, one, words, pool):
            known.add(outlet)
            carriers.append(reading)
    return tuple(carriers)


def _carries(reading: Reading, one: StoryLine, words: Sequence[str], pool: StoryPool) -> bool:
    return any(
        other.speaker is not None
        and pool.number.get((reading.id, other.speaker)) == one.person
        and has_same_meaning(other, one.statement)
        and is_near_identical(statement_words(other, reading.article.text), words)
        for other in reading.analysis.attributions
    )
