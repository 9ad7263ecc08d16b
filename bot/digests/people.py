"""Who is who across the articles of a story: one voice for all spellings of a name, never one for two people. Pure.

Within one article the reader has joined names already. Between articles a name alone proves little, so speakers join
only when nothing speaks against it: full names that are spelt alike, or sound alike and serve one country; a surname
alone only with the one person of the story who bears it, of the same country and no other office.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from bot.archive.names import fold_name
from bot.domain.attribution import Speaker
from bot.reading.speakers.people import skeleton
from bot.reading.speakers.roles import head_of, role_words

Spoken = tuple[str, Speaker]
"""A speaker as one reading, by its id, names them."""
NAME_WORDS = 40
"""Words of a name that are compared; several joined names have some dozens."""

_INITIAL = re.compile(r"\w\.?")
_BODIES = frozenset(
    "ministry government embassy office department council commission parliament cabinet army navy police party court "
    "delegation mission agency administration secretariat authority committee".split()
)


@dataclass(frozen=True, slots=True)
class Person:
    """One speaker of a story under the fullest of their names; ``spoken`` is each reading's speaker that is them."""

    speaker: Speaker
    spoken: frozenset[Spoken]


def find_persons(spoken: Iterable[Spoken]) -> tuple[Person, ...]:
    """Join speakers of different readings, in order of first appearance. Each of ``spoken`` belongs to one person."""
    order = {one: place for place, one in enumerate(dict.fromkeys(spoken))}
    persons: list[Person] = []
    # those that are told most about come first, so that the others find one home or several
    for one in sorted(order, key=lambda one: (len(_words(one[1].name)) < 2, one[1].country is None, order[one])):
        homes = [n for n, person in enumerate(persons) if _can_be(person, one, persons)]
        if len(homes) == 1:
            known = persons[homes[0]]
            persons[homes[0]] = Person(_fuller(known.speaker, one[1]), known.spoken | {one})
        else:
            persons.append(Person(one[1], frozenset({one})))
    return tuple(sorted(persons, key=lambda person: min(order[one] for one in person.spoken)))


def _can_be(person: Person, one: Spoken, persons: Iterable[Person]) -> bool:
    """Whether ``one`` is ``person``: nobody is named in two ways by one article."""
    reading, speaker = one
    known = person.speaker
    if any(other == reading and named.name != speaker.name for other, named in person.spoken):
        return False
    if known.country and speaker.country and known.country != speaker.country:
        return False
    a, b = _words(known.name), _words(speaker.name)
    alike_here = bool(known.country) and known.country == speaker.country
    if len(a) > 1 and len(b) > 1:
        same = a == b and _initials_agree(known.name, speaker.name)
        return same and (alike_here or (_spelt(known.name) == _spelt(speaker.name) and _is_name(speaker.name)))
    bearers = [p for p in persons if len(_words(p.speaker.name)) > 1 and _words(p.speaker.name)[-1] == b[-1]]
    if len(a) > 1:
        return bearers == [person] and a[-1] == b[-1] and alike_here and _offices_agree(known, speaker)
    return a == b and not bearers and known.country == speaker.country and _offices_agree(known, speaker)


@lru_cache(maxsize=4096)
def _words(name: str) -> tuple[str, ...]:
    """The words of a name as they sound, without initials."""
    words = name.split()[:NAME_WORDS]
    return tuple(skeleton(word) for word in words if not _INITIAL.fullmatch(word)) or tuple(map(skeleton, words))


def _spelt(name: str) -> str:
    """A name without initials, case and accents."""
    return fold_name(" ".join(word for word in name.split() if not _INITIAL.fullmatch(word)))


def _initials_agree(a: str, b: str) -> bool:
    """Whether two names have the same initials, or one has none: John A. Smith is not John B. Smith."""
    first, second = ([word[0].casefold() for word in name.split() if _INITIAL.fullmatch(word)] for name in (a, b))
    return not first or not second or first == second


def _is_name(name: str) -> bool:
    """Whether a name is a person's or body's own, and not that of an office, which every country has."""
    return head_of(name) is None and _BODIES.isdisjoint(fold_name(name).split())


def _offices_agree(a: Speaker, b: Speaker) -> bool:
    """Whether two offices share a word; none stated agrees with none only."""
    return a.role == b.role or bool(role_words(a.role or "") & role_words(b.role or ""))


def _fuller(a: Speaker, b: Speaker) -> Speaker:
    """One speaker with what either tells: the longer name, the first's office and country where it has them."""
    name = max(a.name, b.name, key=lambda name: len(name.split()))
    return Speaker(name, a.role or b.role, a.country or b.country)
