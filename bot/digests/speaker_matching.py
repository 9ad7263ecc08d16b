"""Matches speakers across the articles of a story: one speaker for all spellings, never one for two people. Pure.

Within one article, the analysis has already joined names. Between articles a name alone proves little, so speakers
match only if nothing contradicts it: full names that are spelled alike, or that sound alike with the same country. A
surname alone matches only the story's single bearer of it, with the same country and no other office. A public figure
is kept apart from others of the name by country; the office may be in one article only.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.domain.attribution import Speaker
from bot.gazetteer.countries import country_of
from bot.gazetteer.name_matching import (
    alike_across_scripts,
    initials_agree,
    is_own_name,
    name_keys,
    roles_contradict,
    roles_overlap,
    same_spelling,
)
from bot.gazetteer.public_figures import find_figure

SpeakerInReading = tuple[str, Speaker]
"""A speaker as named in the reading with this id."""


@dataclass(frozen=True, slots=True)
class StorySpeaker:
    """A speaker of a story under the fullest of their names; ``spoken`` are the matching speakers of each reading."""

    speaker: Speaker
    spoken: frozenset[SpeakerInReading]


def match_speakers(spoken: Iterable[SpeakerInReading]) -> tuple[StorySpeaker, ...]:
    """Match speakers of different readings, in order of first appearance. Each of ``spoken`` belongs to one person."""
    order = {one: place for place, one in enumerate(dict.fromkeys(spoken))}
    persons: list[StorySpeaker] = []
    # most information first, so that the others match one or several
    for one in sorted(order, key=lambda one: (len(name_keys(one[1].name)) < 2, one[1].country is None, order[one])):
        homes = [n for n, person in enumerate(persons) if _can_be(person, one, persons)]
        if len(homes) == 1:
            known = persons[homes[0]]
            persons[homes[0]] = StorySpeaker(_fuller(known.speaker, one[1]), known.spoken | {one})
        else:
            persons.append(StorySpeaker(one[1], frozenset({one})))
    return tuple(sorted(persons, key=lambda person: min(order[one] for one in person.spoken)))


def _can_be(person: StorySpeaker, one: SpeakerInReading, persons: Iterable[StorySpeaker]) -> bool:
    """Whether ``one`` can be ``person``. No article names one person in two ways."""
    reading, speaker = one
    known = person.speaker
    if any(other == reading and named.name != speaker.name for other, named in person.spoken):
        return False
    if known.country and speaker.country and known.country != speaker.country:
        return False
    if (country_of(known.name) is None) != (country_of(speaker.name) is None):
        return False  # "Israel" is no surname of "The Times of Israel"
    a, b = name_keys(known.name), name_keys(speaker.name)
    alike_here = bool(known.country) and known.country == speaker.country
    if len(a) > 1 and len(b) > 1:
        same = (a == b and initials_agree(known.name, speaker.name)) or _alike_elsewhere(known, speaker)
        return same and (alike_here or (same_spelling(known.name, speaker.name) and is_own_name(speaker.name)))
    bearers = [p for p in persons if len(name_keys(p.speaker.name)) > 1 and name_keys(p.speaker.name)[-1] == b[-1]]
    if len(a) > 1:
        if figure := find_figure(known.name) == known.country:
            bearers = [p for p in bearers if find_figure(p.speaker.name)]
        agree = (figure and None in (known.role, speaker.role)) or _offices_agree(known, speaker)
        return bearers == [person] and a[-1] == b[-1] and alike_here and agree
    return a == b and not bearers and known.country == speaker.country and _offices_agree(known, speaker)


def _offices_agree(a: Speaker, b: Speaker) -> bool:
    """Whether two offices share a word or a class; a missing office matches only a missing one."""
    return a.role == b.role or roles_overlap(filter(None, [a.role]), filter(None, [b.role]))


def _alike_elsewhere(a: Speaker, b: Speaker) -> bool:
    """Whether full names in two scripts can be one person's, and no office contradicts that."""
    return alike_across_scripts(a.name, b.name) and not roles_contradict([a.role or ""], [b.role or ""])


def _fuller(a: Speaker, b: Speaker) -> Speaker:
    """A speaker with the information of both: the longer name, the first's office and country if it has them."""
    name = max(a.name, b.name, key=lambda name: len(name.split()))
    return Speaker(name, a.role or b.role, a.country or b.country)
