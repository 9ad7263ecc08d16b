"""Infers the country that a person represents when the text does not state it, with the fitted ranker.

Countries that the text states are kept. The surest people are decided first, because each decision says something about
others with the same office.
"""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.gazetteer.office_words import office_words
from bot.gazetteer.public_figures import find_state
from bot.nlp.speakers.country_features import TIED, CountryFeatures, Features
from bot.nlp.speakers.country_ranker import choose_country
from bot.nlp.speakers.people import Person

_OTHER_ONE = re.compile(r"\b(?:counterpart|colleague|opposite number)\b", re.IGNORECASE)


def name_counterparts(people: Sequence[Person]) -> list[Person]:
    """``people``, where each "counterpart" has the office of the official named last before."""
    named = sorted((m.span, n) for n, p in enumerate(people) if p.role for m in p.mentions)
    settled: list[Person] = []
    for number, person in enumerate(people):
        before = bisect_left(named, (person.mentions[0].span, number))
        if before and person.role and _OTHER_ONE.search(person.role):
            owner = settled[named[before - 1][1]]
            role = _same_abroad(owner, person.country or find_state(person.name))
            settled.append(replace(person, role=role, roles=(*person.roles, *owner.roles, office_words(role))))
        else:
            settled.append(person)
    return settled


def infer_countries(people: Sequence[Person], features: CountryFeatures) -> tuple[Person, ...]:
    """``people``, with a country for those whose country the text implies without stating it."""
    told = ((person, person.country or (find_state(person.name) if person.sure else None)) for person in people)
    known = {person: country for person, country in told if country}
    open_ones = [person for person in people if person not in known and person.sure]
    first = {person: _choose(features.of_person(person, known)) for person in open_ones}
    for person in sorted(open_ones, key=lambda one: (first[one][0] is None, -first[one][1])):
        country, _ = _choose(features.of_person(person, known))
        if country is not None:
            known[person] = country
    return tuple(replace(person, country=known.get(person)) for person in people)


def _choose(candidates: Mapping[str, Features]) -> tuple[str | None, float]:
    """The country of the chief, if somebody is named as a minister's deputy or the like; else the ranker's choice."""
    tied = [country for country, one in candidates.items() if TIED in one]
    return (tied[0], 1.0) if len(tied) == 1 else choose_country(candidates)


def _same_abroad(owner: Person, country: str | None) -> str:
    """The name of ``owner``'s office in ``country``: a Secretary of State's counterpart is a foreign minister."""
    role, american = owner.role or "", "United States"
    home = owner.country or find_state(owner.name)
    if home == american and country not in (None, american) and "secretary of state" in role.lower():
        return "Foreign Minister"
    if role.lower() == "foreign secretary" and country not in (None, home):
        return "Foreign Minister"
    if country == american and home not in (None, american) and role.lower() == "foreign minister":
        return "Secretary of State"
    return role
