"""Infers the country of an official if the text never states it, from what is near the name.

"According to the Turkish Foreign Ministry, Altınsoy explained …" makes Altınsoy Turkish; a country that a counterpart
in the same talks represents is excluded. Weak evidence gives None, because a wrong country is worse than none.
"""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.domain.text import Span, number_at
from bot.gazetteer.countries import BODIES, PlaceMention, find_places
from bot.gazetteer.office_words import head_of, office_words
from bot.nlp.speakers.country_evidence import CountryEvidence
from bot.nlp.speakers.home_country import find_home, is_at_home
from bot.nlp.speakers.introduction_linking import apply_introductions
from bot.nlp.speakers.introductions import Introduction
from bot.nlp.speakers.offices import ENVOY, OFFICE_OF_STATE, PUBLIC, SENT_ON, is_former
from bot.nlp.speakers.people import Person
from bot.nlp.speakers.scene_cues import SceneCues
from bot.nlp.speakers.stance_cues import speaks_for
from bot.nlp.speakers.text_origin import TextOrigin

_GENERAL = frozenset(
    "minister secretary deputy state first assistant acting interim special general senior spokesperson".split()
)
"""Words of offices without a specific field."""
_OF_UNION = re.compile(
    r"\bof the (?:[A-ZÀ-Þ]\w+ ){1,4}(?:Community|Union|Organi[sz]ation|League|Alliance|Forum|Commonwealth)\b"
)
"""Offices of bodies that no single country has."""
_OWNED = re.compile(r"\b(?:his|her)\s$", re.IGNORECASE)
_NEAR = 300
"""Maximum characters between "her health minister" and the owner."""
_SERVES = re.compile(
    r"(?:\w+ ){0,2}(?:deput(?:y|ies)|advis[eo]r|aide|assistant|spokes\w+|press secretary|chief of staff|running mate)\b"
)
"""Roles that share their principal's country; a lawyer or a critic need not."""
_OTHER_ONE = re.compile(r"\b(?:counterpart|colleague|opposite number)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class InferenceContext:
    """What a text says about countries, apart from its people.

    ``labels`` are mentions of countries that belong to a person's name, ``introductions`` the unnamed officials
    described there, ``homeland`` the country that it is about, ``origin`` the country whose own text it is.
    """

    labels: frozenset[Span]
    introductions: tuple[Introduction, ...]
    homeland: str | None
    origin: TextOrigin | None
    staging: SceneCues


def infer_countries(
    text: str,
    sentences: Sequence[Span],
    people: Sequence[Person],
    places: Sequence[PlaceMention],
    setting: InferenceContext,
) -> tuple[Person, ...]:
    """``people``, with a country for officials whose country can be inferred from the text.

    A "counterpart" gets the office of the official named before. Two people with one office never get the same country.
    """
    labels, origin, homeland = setting.labels, setting.origin, setting.homeland
    people = apply_introductions(text, sentences, people, setting.introductions)
    settled: list[Person] = []
    for person in people:
        owner = next((p for p in reversed(settled) if p.role), None)
        if owner is not None and person.role and _OTHER_ONE.search(person.role):
            role = _same_abroad(owner, person.country)
            settled.append(replace(person, role=role, roles=(*person.roles, *owner.roles, office_words(role))))
        else:
            settled.append(person)
    if sum(p.country == homeland for p in places if p.span not in labels) < 2:
        homeland = None  # the country is only named for another official
    if origin is not None and not origin.own and origin.country != homeland:
        homeland = None  # a foreign story does not omit its country
    home = find_home(text, places, labels, homeland, origin)
    evidence = CountryEvidence(text, sentences, places, settled, labels, origin, setting.staging)
    # the clearest first: a country that is settled is excluded for others with the same office
    for i in sorted(range(len(settled)), key=lambda i: -evidence.lead(settled[i], set())[1]):
        person = settled[i]
        if person.country is None and person.sure and not _is_anothers(text, person):
            rivals = {p.country for p in settled if p.country and p is not person and _same_office(p, person)}
            envoy = ENVOY.search(person.role or "") is not None
            if envoy and origin is not None and not origin.own:
                rivals.add(origin.country)  # nobody is ambassador to their own capital
            rivals |= evidence.strange(person) | _sent_to(text, person)
            country = evidence.closest(person, rivals) if person.role else evidence.follows(person)
            if OFFICE_OF_STATE.search(person.role or ""):
                rivals |= BODIES & {homeland}
            if country is None and homeland not in rivals and not (rivals and person.role):
                country = homeland if PUBLIC.search(person.role or "") and not envoy else None
            if country is None and home and home not in rivals and is_at_home(person, home, sentences, places):
                country = home
            settled[i] = replace(person, country=country)
    settled = _with_chiefs(text, settled)
    named = sorted((m.span.start, p.country) for p in settled if p.country for m in p.mentions)
    return tuple(_as_voiced(text, sentences, person, named) for person in settled)


def _is_anothers(text: str, person: Person) -> bool:
    """Whether a person serves a named body: of no country, or the one that "its spokesperson" refers to."""
    role = person.mentions[0].role
    return _OF_UNION.search(person.role or "") is not None or (
        role is not None and text.endswith(("its ", "Its "), 0, role.start)
    )


def _with_chiefs(text: str, people: Sequence[Person]) -> list[Person]:
    """``people`` with the country of the person they serve by name: "Venn’s deputy, Orla Roe"."""
    chiefs = {m.span.end: p.country for p in people if p.country for m in p.mentions if m.possessive}
    return [
        replace(person, country=chief) if (chief := _chief_of(text, person, chiefs)) else person for person in people
    ]


def _chief_of(text: str, person: Person, chiefs: Mapping[int, str]) -> str | None:
    """The country of the principal of a person without one; ``chiefs`` are by the end of the possessive name."""
    role = person.mentions[0].role
    if person.country is not None or role is None or not _SERVES.match(role.of(text)):
        return None
    return chiefs.get(role.start - len("’s ")) if text.endswith(("’s ", "'s "), 0, role.start) else None


def _sent_to(text: str, person: Person) -> set[str]:
    """The countries that a person's offices are about: "special envoy to Norway", "adviser on Norway"."""
    offices = [mention.role.of(text) for mention in person.mentions if mention.role is not None]
    return {
        place.country
        for office in offices
        for place in find_places(office)
        if SENT_ON.search(office[: place.span.start])
    }


def _as_voiced(text: str, sentences: Sequence[Span], person: Person, named: Sequence[tuple[int, str]]) -> Person:
    """``person`` with the country of the owner, or of the official whose stance they voice: "Roe conveyed Venn’s hope".

    ``named`` lists in order where people of a country are named.
    """
    if person.country is not None or not person.role or not person.sure:
        return person
    if (role := person.mentions[0].role) is not None and _OWNED.search(text[max(0, role.start - 5) : role.start]):
        last = bisect_left(named, role.start, key=lambda pair: pair[0]) - 1
        if last >= 0 and role.start - named[last][0] <= _NEAR and not _OTHER_ONE.search(role.of(text)):
            return replace(person, country=named[last][1])  # "Her health minister, Orla Venn"
    for mention in person.mentions:
        number = number_at(sentences, mention.span.start)
        before = bisect_left(named, mention.span.start, key=lambda pair: pair[0]) - 1
        near = before >= 0 and named[before][0] >= sentences[number].start
        if near and mention.possessive and speaks_for(text, sentences[number], mention.span):
            return replace(person, country=named[before][1])
    return person


def _same_abroad(owner: Person, country: str | None) -> str:
    """The office of ``owner`` in ``country``: a Secretary of State's counterpart is a foreign minister."""
    role, american = owner.role or "", "United States"
    if owner.country == american and country not in (None, american) and "secretary of state" in role.lower():
        return "Foreign Minister"
    if role.lower() == "foreign secretary" and country not in (None, owner.country):
        return "Foreign Minister"
    if country == american and owner.country not in (None, american) and role.lower() == "foreign minister":
        return "Secretary of State"
    return role


def _same_office(a: Person, b: Person) -> bool:
    """Whether two people hold the same kind of office, as ministers of two countries do."""
    if not (a.role and b.role):
        return False
    if is_former(a.role) != is_former(b.role):
        return False  # a president and a predecessor
    shared = office_words(a.role) & office_words(b.role)
    if (head_of(a.role) == "spokesperson") != (head_of(b.role) == "spokesperson"):
        return False  # a ministry's spokeswoman and its minister
    if "foreign" in office_words(a.role) or "state" in office_words(a.role):
        return bool({"foreign", "state", "affairs"} & office_words(b.role))
    fields = [office_words(one.role) - _GENERAL for one in (a, b) if one.role]
    if not fields[0] & fields[1] and (all(fields) or (any(fields) and head_of(a.role) == "spokesperson")):
        return False  # a prime minister and a minister for fisheries may be of one government
    return head_of(a.role) == head_of(b.role) and bool(shared)
