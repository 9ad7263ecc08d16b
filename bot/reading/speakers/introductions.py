"""People whom a text describes first and names afterwards: "A Norwegian envoy …  Envoy Orla Venn made the remarks …".

What the description tells, office and country, is theirs where the name alone leaves it open.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.domain.text import Span
from bot.reading.speakers.countries import Naming, Place
from bot.reading.speakers.names import NameMention
from bot.reading.speakers.offices import clean_role
from bot.reading.speakers.people import Person
from bot.reading.speakers.roles import HEADS, INSTITUTIONS, MODIFIERS, role_words

_WORDS = re.compile(r"(?:['’]s?)?(?P<words>(?: [A-Za-z-]+){1,6})")
_TAIL = re.compile(
    r" (?:of|for) (?:the )?(?:state|foreign affairs|external affairs|the interior|defen[cs]e)\b", re.IGNORECASE
)
_ITS = re.compile(r"\b[Tt]he (?:country|kingdom|nation|republic|island)['’]s(?= )")
_NEAR = 200
"""Characters between "the country’s" and the country that it means, or between a name and "the ambassador" after it."""
_REACH = 2
"""Sentences after a description in which the name may first stand."""
_RECALL = 8
"""The same where the description is taken up again after the name."""
_BYLINE = re.compile(
    r"(?:\w+\s+)?[Bb]y(?:\s+[A-ZÀ-Þ]\S*){1,4}\s*|[A-ZÀ-Þ\d]\S*(?:\s+[A-ZÀ-Þ\d]\S*){0,4}(?<![.!?”\"])\s*"
)
"""A line that is no sentence: "Interview by Orla Venn.", "Oslo, 3 October". Two may stand between."""
_GOES_ON = re.compile(r"\s+(?!and\b|of\b|who\b|in\b|from\b)[a-z]+|,\s+for\s+(?:his|her)\s+part\b")
_OPENS = re.compile(r"(?:^|[,;:]|\b(?:as|when|while|but|and|that|where))\W{0,4}$")


@dataclass(frozen=True, slots=True)
class Introduction:
    """Somebody described by office and country and not named there, in sentence ``sentence``.

    ``words`` are those of the office that count when it is compared with another.
    """

    span: Span
    office: str
    words: frozenset[str]
    country: str
    sentence: int


def find_introductions(
    text: str, sentences: Sequence[Span], places: Sequence[Place], labels: Collection[Span]
) -> tuple[Introduction, ...]:
    """Every single official whom ``text`` describes by country and office, in order. ``labels`` belong to names."""
    sides = [(p.span, p.country) for p in places if p.naming is not Naming.SEAT and p.span not in labels]
    ends = [p.span.end for p in places if p.naming is Naming.NAME]
    named = [p for p in places if p.naming is Naming.NAME]
    for match in _ITS.finditer(text):
        last = bisect_right(ends, match.start()) - 1
        if last >= 0 and match.start() - ends[last] < _NEAR:  # "Norway will open …, the country's minister said"
            sides.append((Span(*match.span()), named[last].country))
    found = []
    for span, country in sorted(sides):
        office = _office_after(text, span.end)
        if office is not None:
            number = max(0, bisect_right(sentences, span.start, key=lambda s: s.start) - 1)
            title = clean_role(office.of(text))
            found.append(Introduction(Span(span.start, office.end), title, role_words(title), country, number))
    return tuple(found)


def _office_after(text: str, at: int) -> Span | None:
    """The office of one person right after ``at``, the end of a country's name; None for several or for a named one."""
    match = _WORDS.match(text, at, at + 90)
    if match is None:
        return None
    end = None
    for word in re.finditer(r"[A-Za-z-]+", match["words"]):
        lower = word.group().lower()
        if lower in HEADS:
            end = match.start("words") + word.end()
        elif lower not in MODIFIERS and lower not in INSTITUTIONS:
            break
    if end is None:
        return None
    if tail := _TAIL.match(text, end):
        end = tail.end()
    several = text[:end].endswith("s") and not text[:end].lower().endswith("affairs")
    if several or re.match(r",? [A-ZÀ-Þ]|['’]s?\b", text[end : end + 3]):
        return None
    return Span(match.start("words") + 1, end)


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
    for person in people:
        known = person
        likely = person.sure or (len(person.mentions) > 1 and len(person.mentions[0].words) > 1)
        if likely and person.country is None and introductions:
            told = _same_office(person, alone) if person.role else None
            told = told or _described_before(text, sentences, person, introductions, starts, held)
            known = _introduced(person, told) if told is not None else person
        settled.append(known)
    return tuple(settled)


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

    def exactly(self, one: Introduction) -> bool:
        """Whether somebody named holds the very office described."""
        return one.words in self._offices.get(one.country, ())

    def alike(self, one: Introduction) -> bool:
        """Whether an official of the country is named, or one of no country named before, who may be described."""
        offices = list(self._offices.get(one.country, ()))
        if "counterpart" not in one.words:
            offices += [office for office, at in self._open.items() if at < one.span.start]
        vague = one.words & {"diplomat", "official", "leader", "counterpart", "minister", "representative"}
        return any(vague or one.words & office for office in offices)


def _introduced(person: Person, told: Introduction) -> Person:
    longer = person.role is None or len(told.words) > len(role_words(person.role))
    return replace(
        person,
        role=told.office if longer else person.role,
        country=told.country,
        roles=(*person.roles, told.words),
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
            if named or not 0 < _sentences_between(text, sentences, one.sentence, number) <= _REACH or held.alike(one):
                continue
            if person.role is not None:
                if role_words(person.role) <= one.words:
                    return one
            elif len(person.mentions) > 1 and _is_subject(text, sentences[number], mention):
                return one
    return _recalled(text, sentences, person, introductions, starts, held) if person.role is None else None


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
    end = min(sentences[min(number + 1, len(sentences) - 1)].end, mention.span.end + _NEAR)
    for one in reversed(introductions[: bisect_left(starts, mention.span.start)][-4:]):
        again = re.compile(rf"\b[Tt]he {re.escape(one.office.split()[-1])}\b(?! of\b)")
        far = number - one.sentence
        if 0 < far <= _RECALL and not held.alike(one) and again.search(text, mention.span.end, end):
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
