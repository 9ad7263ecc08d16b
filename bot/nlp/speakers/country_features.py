"""Features of each country that a speaker may represent: the countries that the text names or implies.

A feature has a name and a number. It describes the country's relation to the speaker (in the same sentence, before, as
a ministry's owner, spoken for), its role in the text (in the title, in the dateline, how often it is named, whose
officials appear) and the speaker (a minister, an analyst, a newspaper). ``country_ranker`` weighs the features.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from math import log1p

from bot.domain.text import Span, number_at
from bot.gazetteer.countries import BODIES, NamingKind, PlaceMention, find_places
from bot.gazetteer.office_words import INSTITUTIONS, head_of, office_words
from bot.gazetteer.public_figures import find_implied, find_state
from bot.gazetteer.speaker_kinds import kind_of, kind_words
from bot.nlp.speakers.office_features import OfficePhrase
from bot.nlp.speakers.offices import (
    OFFICE_OF_STATE,
    SENT,
    SENT_ON,
    clean_role,
    find_all_served,
    find_topics,
    is_former,
    is_private,
    serves_none,
)
from bot.nlp.speakers.people import Person
from bot.nlp.speakers.text_origin import TextOrigin

Features = dict[str, float]
NOBODY = ""
"""The candidate for "no country"."""
TIED = "of chief"
"""The feature that decides a country by itself: "Venn’s deputy"."""

BACKED = re.compile(
    r"(?<![\w.])[\w.]++-(?:backed|led|aligned|allied|sponsored|supported|funded|controlled|occupied|held)\b"
)
"""Words for support from a country: "Norwegian-backed rebels" do not represent Norway."""
_BODY_NEXT = re.compile(
    r"\s+(?:(?:foreign|defen[cs]e|interior|state|prime|deputy|external)\s+)?"
    r"(?:ministr?y|minister|government|delegation|side|presiden(?:t|cy)|foreign office|embassy|"
    r"officials?|parliament)\b",
    re.IGNORECASE,
)
_OPPOSITE_BEFORE = re.compile(
    r"\b(?:with|against|to|from|between|visit(?:ed|s|ing)?|meets?|met|his|her|for|over|accused|blamed|blames|towards?)\s+(?:the\s+)?$"
)
_VISITS = re.compile(
    r"\b(?:visit|trip|journey)\s+to\s+(?:the\s+)?$|\b(?:visited|visits|visiting|arrived\s+in|arrives\s+in|"
    r"travell?ed\s+to|travels\s+to)\s+(?:the\s+)?$"
)
_HIS_OTHER = re.compile(r"\b(?:his|her|their)\s$", re.IGNORECASE)
_OTHER = re.compile(r"\s+(?:[a-z]+\s+)?(?:counterpart|colleague|opposite number|host|guest)\b")
_SERVES = re.compile(
    r"(?:\w+ ){0,4}(?:deput(?:y|ies)|advis[eo]r|aide|ambassador|assistant|attorney|director|envoy|lawyer|minister"
    r"|secretary|spokes\w+|chief of staff|running mate)\b"
)
_OWNER = re.compile(r"(?P<name>[^'’]{1,60})['’]s?\s(?P<office>.+)", re.DOTALL)
_OF_UNION = re.compile(
    r"\bof the (?:[A-ZÀ-Þ]\w+ ){1,4}(?:Community|Union|Organi[sz]ation|League|Alliance|Forum|Commonwealth)\b"
)
_ON = re.compile(r"\b(?:on|about|against|over)\s+(?:the\s+)?$")
"""Words before a country that a group deals with: "officials working on the Norway portfolio"."""
_OF_BODY = re.compile(r"\b(?:of|at|for|with|from) (?:the )?[A-ZÀ-Þ]")
"""A body in an office, or in a description: "president of the Harbour Institute"."""
_SENT_REACH = 40
"""How many characters after an office are searched for the country that it is about."""
_PRESIDENT = re.compile(r"(?:vice[ -])?president", re.IGNORECASE)
"""The European Union is the only union whose officials can have this title alone."""
_HEADLINE = re.compile(r"\s*\S.{0,198}[^.!?\n](?=\n)")
_GENERAL = frozenset(
    "minister secretary deputy state first assistant acting interim special general senior spokesperson".split()
)
"""Words of an office that do not say what it is for."""
_LEDE = 400
"""How many characters after the headline count as the story's lead."""
_MOST_MENTIONS, _MOST_CANDIDATES, _MOST_PLACES = 5, 14, 64
_NAMINGS = {NamingKind.NAME: "name", NamingKind.ADJECTIVE: "adjective", NamingKind.SEAT: "seat"}


def is_same_office(a: Person, b: Person) -> bool:
    """Whether both hold the same kind of office, as ministers of two countries do."""
    if not (a.role and b.role):
        return False
    if is_former(a.role) != is_former(b.role):
        return False  # a president and a predecessor
    mine, other = _office(a), _office(b)
    shared = office_words(mine) & office_words(other)
    if (head_of(mine) == "spokesperson") != (head_of(other) == "spokesperson"):
        return False  # a ministry's spokeswoman and its minister are on one side
    if "foreign" in office_words(mine) or "state" in office_words(mine):
        return bool({"foreign", "state", "affairs"} & office_words(other))
    fields = [office_words(one) - _GENERAL for one in (mine, other)]
    if not fields[0] & fields[1] and (all(fields) or (any(fields) and head_of(mine) == "spokesperson")):
        return False  # a prime minister and a minister for fisheries may be from one government
    return head_of(mine) == head_of(other) and bool(shared)


def _office(person: Person) -> str:
    """The office of ``person`` without the body in its name, which says nothing about the field."""
    return clean_role(person.role or "")


class CountryFeatures:
    """The countries of one text, with features for any of its speakers."""

    def __init__(
        self,
        text: str,
        sentences: Sequence[Span],
        places: Sequence[PlaceMention],
        people: Sequence[Person],
        origin: TextOrigin | None,
        offices: Sequence[OfficePhrase],
    ) -> None:
        self._offices = [(one, one.country, office_words(one.name)) for one in offices if one.country is not None]
        self._text, self._sentences, self._origin = text, sentences, origin
        self.people = tuple(people)
        """The people, with the countries that the text states."""
        self._places = places
        self._starts = [place.span.start for place in self._places]
        self._implied = find_implied(text)
        self._implied_starts = [span.start for span, _ in self._implied]
        self._figures = {person: find_state(person.name) for person in people}
        self._named = sorted(((m.span.start, p) for p in people for m in p.mentions), key=lambda pair: pair[0])
        self._named_starts = [start for start, _ in self._named]
        self._strange: dict[Person, set[str]] = {}
        for place in places:
            last = bisect_left(self._named_starts, place.span.start) - 1
            if last >= 0 and (self._is_others(place) or self._is_visited(place, last)):
                self._strange.setdefault(self._named[last][1], set()).add(place.country)
        self._whole = self._describe_text(places, people)

    # --- the text ---

    def _describe_text(self, places: Sequence[PlaceMention], people: Sequence[Person]) -> dict[str, Features]:
        """The features of each country that do not depend on the speaker."""
        named = Counter(place.country for place in places)
        free = Counter(place.country for place in self._places)
        seats = Counter(place.country for place in self._places if place.naming is NamingKind.SEAT)
        implied = Counter(state for _, state in self._implied)
        cast: Counter[str] = Counter()
        for person in people:
            if country := person.country or self._figures[person]:
                cast[country] += 1
        line = _HEADLINE.match(self._text)
        title_end = line.end() if line else 0
        title = {place.country for place in places if place.span.start < title_end}
        lede = [place for place in self._places if title_end <= place.span.start < title_end + _LEDE]
        states = Counter({country: n for country, n in free.items() if country not in BODIES})
        found: dict[str, Features] = {}
        candidates = [country for country, _ in (named + implied + cast).most_common(_MOST_CANDIDATES)]
        if self._origin is not None:
            candidates.append(self._origin.country)
        for country in dict.fromkeys(candidates):
            one = found[country] = {
                "named": log1p(named[country]) / 3,
                "share": free[country] / max(1, free.total()),
                "share of states": states[country] / max(1, states.total()),
                "most named": float(bool(states) and states[country] == max(states.values())),
                "only named": float(len(states) == 1 and country in states),
                "in title": float(country in title),
                "alone in title": float(title == {country}),
                "in lede": float(any(place.country == country for place in lede)),
                "opens lede": float(bool(lede) and lede[0].country == country),
                "seats": log1p(seats[country]) / 2,
                "implied": log1p(implied[country]) / 3,
                "share of implied": implied[country] / max(1, implied.total()),
                "share of cast": cast[country] / max(1, cast.total()),
                "of many": float(country in BODIES),
                "not named": float(not named[country]),
            }
            if self._origin is not None and self._origin.country == country:
                one["own text" if self._origin.own else "sent from"] = 1.0
            elif self._origin is not None:
                one["text of another"] = 1.0
        return {country: {name: v for name, v in one.items() if v} for country, one in found.items()}

    def _is_others(self, place: PlaceMention) -> bool:
        """Whether a place belongs to somebody's counterpart: "his French counterpart"."""
        before = self._text[max(0, place.span.start - 6) : place.span.start]
        return _HIS_OTHER.search(before) is not None and _OTHER.match(self._text, place.span.end) is not None

    def _is_visited(self, place: PlaceMention, last: int) -> bool:
        """Whether the person named just before is visiting this place: "Venn concluded a visit to Norway"."""
        start = self._sentences[number_at(self._sentences, place.span.start)].start
        before = self._text[max(start, place.span.start - 40) : place.span.start]
        return self._named_starts[last] >= start and _VISITS.search(before) is not None

    # --- the speaker ---

    def of_person(self, person: Person, known: Mapping[Person, str]) -> dict[str, Features]:
        """The countries that ``person`` may represent. ``known`` are the countries of the others."""
        role = _office(person)
        found = self._begin(kind_of(role) if role else "name", role)
        kind = kind_of(role) if role else "name"
        told = (m.role.of(self._text) for m in person.mentions[:_MOST_MENTIONS] if m.role is not None)
        phrases = dict.fromkeys((person.role or "", *told))
        for phrase in phrases:
            _add_stated(found, phrase, kind)
        for mention in person.mentions[:_MOST_MENTIONS]:
            self._add_near(found, mention.span, mention is person.mentions[0])
        self._add_others(found, person, known)
        barred = self._barred(person)
        named = [(phrase, place) for phrase in phrases for place in find_places(phrase)]
        barred |= {p.country for phrase, p in named if p.naming is NamingKind.NAME and serves_none(phrase, p)}
        if named and is_private(person.role or ""):  # "professor in Norway", "Oslo-based trader"
            served = {place.country for phrase, place in named if not serves_none(phrase, place)}
            barred |= self._whole.keys() - served
        return {country: one for country, one in found.items() if country not in barred}

    def _barred(self, person: Person) -> set[str]:
        """The countries that ``person`` cannot represent: visited, posted to; unions that have no such office."""
        role = person.role or ""
        barred = {*self._strange.get(person, ()), *(place.country for place in find_places(person.name))}
        for office in (m.role for m in person.mentions[:_MOST_MENTIONS] if m.role is not None):
            phrase = self._text[office.start : office.end + _SENT_REACH]
            if SENT.search(phrase) or not OFFICE_OF_STATE.search(phrase):
                about = find_topics(phrase, SENT_ON)
                barred.update(p.country for p in about if p.span.start <= len(office) + len(" for the "))
        if OFFICE_OF_STATE.search(role):
            barred |= BODIES
        elif _PRESIDENT.fullmatch(role):
            barred |= BODIES - {"European Union"}
        own = person.mentions[0].role
        its = own is not None and self._text.endswith(("its ", "Its "), 0, own.start)
        if its or _OF_UNION.search(role):
            barred |= self._whole.keys()
        return barred

    def of_body(self, name: str, at: int) -> dict[str, Features]:
        """The countries that the body or group called ``name`` at ``at`` may represent."""
        proper = name[:1].isupper()
        found = self._begin(f"{'body' if proper else 'group'} {kind_of(name)}", name)
        _add_stated(found, name, f"{'body' if proper else 'group'} {kind_of(name)}")
        self._add_near(found, Span(at, at + 1), True)
        barred = {place.country for place in find_places(" ".join(BACKED.findall(name)))}
        barred |= {p.country for p in find_topics(name, _ON) if p.naming is NamingKind.NAME}
        barred |= {p.country for p in find_places(name) if p.naming is NamingKind.SEAT and serves_none(name, p)}
        return {country: one for country, one in found.items() if country not in barred}

    def _begin(self, kind: str, phrase: str) -> dict[str, Features]:
        found = {
            country: {**one, **{f"{name} | {kind}": value for name, value in one.items()}}
            for country, one in self._whole.items()
        }
        found[NOBODY] = {"none": 1.0, f"none | {kind}": 1.0, "none, candidates": log1p(len(found))}
        found[NOBODY].update({f"none, {word}": 1.0 for word in kind_words(phrase)})
        if _OF_BODY.search(phrase) and not find_places(phrase):
            found[NOBODY] |= {"none, of a body": 1.0, f"none, of a body | {kind}": 1.0}
        return found

    def _add_near(self, found: dict[str, Features], at: Span, first: bool) -> None:
        """Add features for countries in the sentence of ``at`` and before it."""
        number = number_at(self._sentences, at.start)
        for place in self._in_sentence(number, at.start):
            apart = at.start - place.span.end if place.span.end <= at.start else place.span.start - at.end
            before = place.span.end <= at.start
            opposite = _OPPOSITE_BEFORE.search(self._text[max(0, place.span.start - 24) : place.span.start])
            where = f"{'before' if before else 'after'}, {_NAMINGS[place.naming]}{', opposite' if opposite else ''}"
            _set(found, place.country, where, 1 / (1 + max(0, apart) / 60))
            if _BODY_NEXT.match(self._text, place.span.end):
                _set(found, place.country, "body beside", 1.0)
            opening = self._text[max(self._sentences[number].start, place.span.start - 40) : place.span.start]
            if len(opening.split()) <= 1 and not opening.endswith(("“", '"', "«")):
                _set(found, place.country, "opens sentence", 1.0)
            if opening.endswith(("“", '"', "«")):
                _set(found, place.country, "opens quotation", 1.0)
        low = bisect_left(self._implied_starts, at.start - 120)
        for span, state in self._implied[low : bisect_right(self._implied_starts, at.end + 120)]:
            apart = at.start - span.end if span.end <= at.start else span.start - at.end
            _set(found, state, "implied beside", 1 / (1 + max(0, apart) / 30))
        if not first:
            return
        last = bisect_left(self._starts, at.start) - 1
        if last >= 0:
            back = number - number_at(self._sentences, self._starts[last])
            _set(found, self._places[last].country, "last before", 1 / (1 + back))
        for place in self._in_sentence(number - 1, at.start) if number else ():
            _set(found, place.country, "sentence before", 1.0)
        start = max(0, self._text.rfind("\n", 0, at.start))
        for place in self._places[max(bisect_left(self._starts, start), last + 1 - _MOST_PLACES) : last + 1]:
            _set(found, place.country, "paragraph before", 1.0)

    def _in_sentence(self, number: int, at: int) -> Sequence[PlaceMention]:
        """The places in a sentence; if there are very many, the nearest to ``at``."""
        near = bisect_left(self._starts, at)
        start = bisect_left(self._starts, self._sentences[number].start) if number else 0
        after = self._sentences[number + 1 : number + 2]
        end = bisect_left(self._starts, after[0].start) if after else len(self._starts)
        return self._places[max(start, near - _MOST_PLACES) : min(end, near + _MOST_PLACES)]

    def _add_others(self, found: dict[str, Features], person: Person, known: Mapping[Person, str]) -> None:
        """Add features from others' countries: two people rarely hold one office; a deputy is on the chief's side."""
        office = _office(person)
        words = office_words(office)
        for one, country, said in self._offices:
            if words & said and (head_of(one.name) == head_of(office)):
                where = "described after" if one.span > person.mentions[0].span else "described before"
                _set(found, country, where, 1.0)
        role = next((m.role for m in person.mentions[:_MOST_MENTIONS] if m.role is not None), None)
        owner = _OWNER.match(person.role or "")  # "Venn's former defence minister"
        institutions = words & INSTITUTIONS
        for other, country in known.items():
            if other is person:
                continue
            if is_same_office(other, person):
                _set(found, country, "rival", 1.0)
            if institutions and institutions & office_words(_office(other)):
                _set(found, country, "fellow", 1.0)
            if other.name.split()[-1] == person.name.split()[-1]:
                _set(found, country, "same surname", 1.0)
            owns = role is not None and any(
                role.start - m.span.end == 1 or (m.possessive and 0 < role.start - m.span.end <= 3)
                for m in other.mentions
            )
            served = role.of(self._text) if owns and role is not None else ""
            if owner is not None and owner["name"].split()[-1] == other.name.split()[-1]:
                served = owner["office"]
            if _SERVES.match(served):
                _set(found, country, TIED, 1.0)


def _add_stated(found: dict[str, Features], phrase: str, kind: str) -> None:
    """Add features for the countries that an office or a body's name states or implies."""
    served = find_all_served(phrase)
    for place in find_places(phrase):
        apart = "" if place in served else " apart"
        naming = f"in office, {_NAMINGS[place.naming]}{apart}"
        _set(found, place.country, naming, 1.0)
        _set(found, place.country, f"{naming} | {kind}", 1.0)
    for _, state in find_implied(phrase):
        _set(found, state, "implied by office", 1.0)


def _set(found: dict[str, Features], country: str, name: str, value: float) -> None:
    """Record a feature of ``country``, keeping the greatest value."""
    one = found.setdefault(country, {})
    one[name] = max(value, one.get(name, 0.0))
