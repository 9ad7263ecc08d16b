"""Who is named after a description: "A Norwegian envoy left. Orla Venn said", "Envoy Orla Venn made the remarks"."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.domain.text import Span
from bot.reading.speakers.countries import Naming, find_places
from bot.reading.speakers.introductions import Introduction
from bot.reading.speakers.names import NameMention
from bot.reading.speakers.people import Person
from bot.reading.speakers.roles import head_of, other_styles, role_words
from bot.reading.speakers.staging import stands_first

_REACH = 2
"""Sentences after a description in which the name may first stand."""
_RECALL = 8
"""The same where the description is taken up again after the name."""
_INVERTED = re.compile(r"\b(?:said|says|added|told|warned|argued)\s$")
_FULL = 2
"""Words of a name that is nobody's family name alone."""
_AGAIN = 200
"""Characters after a name in which the description may be taken up again."""
_ENVOYS = frozenset(["envoy", "diplomat"])
"""Offices that an ambassador's description may be taken up by."""
_BYLINE = re.compile(
    r"(?:\w+\s+)?[Bb]y(?:\s+[A-ZÀ-Þ]\S*){1,4}\s*|[A-ZÀ-Þ\d]\S*(?:\s+[A-ZÀ-Þ\d]\S*){0,4}(?<![.!?”\"])\s*"
)
"""A line that is no sentence: "Interview by Orla Venn.", "Oslo, 3 October". Two may stand between."""
_GOES_ON = re.compile(r"\s+(?!and\b|of\b|who\b|in\b|from\b)[a-z]+|,\s+for\s+(?:his|her)\s+part\b")
_OPENS = re.compile(r"(?:^|[,;:]|\b(?:as|when|while|but|and|that|where))\W{0,4}$")


def apply_introductions(
    text: str, sentences: Sequence[Span], people: Sequence[Person], introductions: Sequence[Introduction]
) -> tuple[Person, ...]:
    """``people`` with office and country of the description before their first name, where theirs are not told.

    An office stands for its description anywhere if it is word for word the same ("the British foreign secretary",
    "Foreign Secretary Orla Venn"), nearby if it is a part of it. A name without office takes it only as the subject of
    what follows, and only if the text comes back to that person.
    """
    starts = [one.span.start for one in introductions]
    held = _Held(people)
    by_office: dict[frozenset[str], list[Introduction]] = {}
    for one in introductions:
        if not held.exactly(one):
            by_office.setdefault(one.words, []).append(one)
    alone = {words: same[0] for words, same in by_office.items() if len({one.country for one in same}) == 1}
    settled = []
    taken: list[Introduction] = []
    for person in people:
        known = person
        likely = person.sure or len(person.mentions[0].words) > 1
        if likely and person.country is None and introductions:
            told = _same_office(person, alone) if person.role else None
            told = told or _described_before(text, sentences, person, introductions, starts, held)
            if told is not None:
                known = _introduced(person, told)
                taken.append(told)
                held.take(told)
        settled.append(known)
    settled = [_left_over(text, sentences, person, introductions, taken, held) for person in settled]
    return tuple(_described_after(text, sentences, person, introductions, starts, held) for person in settled)


def _described_after(
    text: str,
    sentences: Sequence[Span],
    person: Person,
    introductions: Sequence[Introduction],
    starts: Sequence[int],
    held: "_Held",
) -> Person:
    """``person`` as the one whom the next sentence opens with: "…, said Orla Venn. The Norwegian minister added"."""
    first = person.mentions[0]
    if person.role is not None or person.country is not None or not person.sure or len(first.words) < _FULL:
        return person
    number = max(0, bisect_right(sentences, first.span.start, key=lambda s: s.start) - 1)
    if not _is_subject(text, sentences[number], first) and not _INVERTED.search(
        text[max(0, first.span.start - 12) : first.span.start]
    ):
        return person
    for one in introductions[bisect_left(starts, first.span.end) :][:2]:
        definite = text[max(0, one.span.start - 4) : one.span.start].lower() == "the "
        opens = one.sentence - number == 1 and stands_first(text, sentences[one.sentence], one.span.start)
        if opens and definite and not held.named(one):
            held.take(one)
            return _introduced(person, one)
    return person


def _left_over(
    text: str,
    sentences: Sequence[Span],
    person: Person,
    introductions: Sequence[Introduction],
    taken: Sequence[Introduction],
    held: "_Held",
) -> Person:
    """``person`` as the one left of two described together ("X's president met Y's"), where the other is named."""
    first = person.mentions[0]
    if person.role is not None or person.country is not None or not taken or len(first.words) < _FULL:
        return person
    number = max(0, bisect_right(sentences, first.span.start, key=lambda s: s.start) - 1)
    pairs = {one.sentence for one in taken if 0 < number - one.sentence <= _RECALL}
    left = [one for one in introductions if one.sentence in pairs and one not in taken and not held.named(one)]
    if len(left) != 1 or not _is_subject(text, sentences[number], first):
        return person
    return _introduced(person, left[0])


class _Held:
    """The offices that people named with their country hold: who is described by one of them is named already."""

    def __init__(self, people: Sequence[Person]) -> None:
        self._offices: dict[str, set[frozenset[str]]] = {}
        self._open: dict[frozenset[str], int] = {}  # offices of people without a country, and where the first stands
        for person in people:
            if person.sure and person.country and person.role:
                self._offices.setdefault(person.country, set()).update(person.roles)
            elif person.sure and person.role:
                for office in person.roles:
                    first = self._open.get(office, person.mentions[0].span.start)
                    self._open[office] = min(first, person.mentions[0].span.start)

    def take(self, one: Introduction) -> None:
        """From now on somebody named is who was described."""
        self._offices.setdefault(one.country, set()).add(one.words)

    def exactly(self, one: Introduction) -> bool:
        """Whether somebody named holds the very office described."""
        return one.words in self._offices.get(one.country, ())

    def named(self, one: Introduction) -> bool:
        """Whether an official of the country is named who may be described."""
        return any(self._vague(one) or one.words & office for office in self._offices.get(one.country, ()))

    @staticmethod
    def _vague(one: Introduction) -> bool:
        return bool(one.words & {"diplomat", "official", "leader", "counterpart", "minister", "representative"})

    def alike(self, one: Introduction) -> bool:
        """Whether an official of the country is named, or one of no country named before, who may be described."""
        offices = list(self._offices.get(one.country, ()))
        if "counterpart" not in one.words:
            offices += [office for office, at in self._open.items() if at < one.span.start]
        return any(self._vague(one) or one.words & office for office in offices)


def _introduced(person: Person, told: Introduction) -> Person:
    """``person`` with what was told; "top diplomat" is another style of a foreign minister."""
    longer = person.role is None or len(told.words) > len(role_words(person.role))
    return replace(
        person,
        role=told.office if longer else person.role,
        country=told.country,
        roles=(*person.roles, told.words, *other_styles(told.words)),
        sure=True,
    )


def _same_office(person: Person, alone: Mapping[frozenset[str], Introduction]) -> Introduction | None:
    """The description of the very same office that stands before the name, of the only country whose is described."""
    same = [alone[office] for office in dict.fromkeys(person.roles) if office in alone and len(office) > 1]
    return same[0] if len(same) == 1 and same[0].span.start < person.mentions[0].span.start else None


def _described_before(
    text: str,
    sentences: Sequence[Span],
    person: Person,
    introductions: Sequence[Introduction],
    starts: Sequence[int],
    held: _Held,
) -> Introduction | None:
    for i, mention in enumerate(person.mentions[:2]):  # the first may stand in a headline above the description
        at = bisect_left(starts, mention.span.start)
        number = max(0, bisect_right(sentences, mention.span.start, key=lambda s: s.start) - 1)
        for one in reversed(introductions[max(0, at - 4) : at]):
            named = i > 0 and person.mentions[0].span.start > one.span.start
            if named or not 0 < _sentences_between(text, sentences, one.sentence, number) <= _REACH:
                continue
            led = person.role is None and _leads_to(text, sentences, one, number) and not held.named(one)
            if led and _is_subject(text, sentences[number], mention):
                return one
            if held.alike(one):
                continue
            if person.role is not None:
                wanted = role_words(person.role)
                if wanted <= one.words or (wanted <= _ENVOYS and "ambassador" in one.words):
                    return one
            elif len(person.mentions) > 1 and _is_subject(text, sentences[number], mention):
                return one
    return _recalled(text, sentences, person, introductions, starts, held) if person.role is None else None


def _leads_to(text: str, sentences: Sequence[Span], one: Introduction, number: int) -> bool:
    """Whether a description opens the sentence right before: who is named next, by a full name alone, is meant."""
    return number - one.sentence == 1 and stands_first(text, sentences[one.sentence], one.span.start)


def _recalled(
    text: str,
    sentences: Sequence[Span],
    person: Person,
    introductions: Sequence[Introduction],
    starts: Sequence[int],
    held: _Held,
) -> Introduction | None:
    """The description that the text takes up again right after the name: "Venn left. The ambassador said"."""
    mention = person.mentions[0]
    number = max(0, bisect_right(sentences, mention.span.start, key=lambda s: s.start) - 1)
    if not _is_subject(text, sentences[number], mention):
        return None
    end = min(sentences[min(number + 2, len(sentences) - 1)].end, mention.span.end + _AGAIN)
    for one in reversed(introductions[: bisect_left(starts, mention.span.start)][-4:]):
        again = re.compile(rf"\b[Tt]he {re.escape(one.office.split()[-1])}\b(?! of\b)")
        far = number - one.sentence
        if not 0 < far <= _RECALL or held.alike(one):
            continue
        if again.search(text, mention.span.end, end) or _named_again(text, mention.span.end, end, one.country):
            return one
    return None


def _sentences_between(text: str, sentences: Sequence[Span], first: int, last: int) -> int:
    """How many sentences on ``last`` is from ``first``, up to two short lines between them aside."""
    if not _REACH < last - first <= _REACH + 2:
        return last - first
    between = sentences[first + 1 : last]
    return last - first - sum(_BYLINE.fullmatch(text, s.start, min(s.end, s.start + 80)) is not None for s in between)


def _is_subject(text: str, sentence: Span, mention: NameMention) -> bool:
    """Whether a name opens its clause and a verb follows: no apposition tells who that is."""
    opens = _OPENS.search(text[max(sentence.start, mention.span.start - 60) : mention.span.start])
    return bool(opens) and not mention.possessive and _GOES_ON.match(text, mention.span.end) is not None


def _named_again(text: str, start: int, end: int, country: str) -> bool:
    """Whether "the Serbian leader" stands between ``start`` and ``end``, an office of ``country`` without a name."""
    return any(
        place.country == country
        and place.naming is Naming.ADJECTIVE
        and text[start : start + place.span.start].lower().endswith("the ")
        and (office := re.match(r" ([a-z]+)\b", text[start + place.span.end : end])) is not None
        and head_of(office[1]) is not None
        for place in find_places(text[start:end])
    )
