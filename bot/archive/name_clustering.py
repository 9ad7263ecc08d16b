"""Clusters the spellings of a person's name. Runs again for similar-sounding names whenever a name is added.

Spellings of two or more words that sound alike belong to one person unless something contradicts it: they must share a
country and a word of their offices (or the office of one is unknown), or differ only in initials. A surname alone
belongs to the only known person with that surname, if country and office fit; when a second such person appears, it
stands alone again. Two people with identical names stay one here; only their articles tell them apart.

Names of other scripts sound as English writes them, if the table of figures or a transliteration can tell. Otherwise
two full names with the same consonants belong to one person if one state has no other bearer of them, and no office
contradicts it.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, select, update

from bot.archive.schema.readings import people, spellings
from bot.archive.schema.search import offices, voices
from bot.gazetteer.latin_names import is_latin, latin_name
from bot.gazetteer.name_matching import initials_agree, is_own_name, roles_contradict, roles_overlap, same_spelling
from bot.gazetteer.public_figures import find_figure


@dataclass(frozen=True, slots=True)
class NameRecord:
    """A spelling with the countries and offices that articles give it; ``folded`` is the form used for comparison."""

    id: int
    name: str
    folded: str
    person: int
    sound: str
    countries: frozenset[str]
    roles: frozenset[str]
    consonants: str = ""


def cluster_spellings(connection: Connection, sounds: Iterable[str]) -> None:
    """Cluster the spellings with these sounds, and the bare surnames that they end with."""
    wanted = set(sounds)
    found = _load(connection, wanted | {sound.rpartition(" ")[2] for sound in wanted})
    for sound in sorted(found):
        if " " in sound:
            if len(found[sound]) > 1:
                for group in group_voices(found[sound]):
                    _assign(connection, group, group)
        else:
            bearer = _find_bearer(connection, sound)
            for bare in group_voices(found[sound]):
                theirs = bearer and all(can_be_bearer(voice, bearer) for voice in bare)
                _assign(connection, bare, bearer if bearer and theirs else bare)
    _join_scripts(connection, {one.consonants for group in found.values() for one in group if one.consonants})


def group_voices(found: Sequence[NameRecord]) -> list[list[NameRecord]]:
    """Group spellings that sound alike by person, each person's oldest spelling first."""
    groups: list[list[NameRecord]] = []
    for voice in found:
        homes = [group for group in groups if any(is_same_person(one, voice) for one in group)]
        # compare with the whole group's initials and countries: a name without them must not join two people
        homes = [group for group in homes if all(initials_agree(one.name, voice.name) for one in group)]
        if len(homes) == 1:
            homes[0].append(voice)
        else:
            groups.append([voice])
    return groups


def is_same_person(a: NameRecord, b: NameRecord) -> bool:
    """Whether two names that sound alike belong to one person."""
    if a.folded == b.folded:
        return True
    if not initials_agree(a.name, b.name):
        return False
    if a.countries & b.countries:
        return not roles_contradict(a.roles, b.roles)
    apart = a.countries and b.countries
    return not apart and same_spelling(a.name, b.name) and is_own_name(a.name)


def can_be_bearer(bare: NameRecord, bearer: Sequence[NameRecord]) -> bool:
    """Whether a bare surname belongs to the only person known by it."""
    countries = frozenset(country for one in bearer for country in one.countries)
    roles = [role for one in bearer for role in one.roles]
    first = bare.name[0].casefold()  # "J. Dahl" is not Arne Dahl
    alone = len(bare.name.split()) == 1 or any(one.name[0].casefold() == first for one in bearer)
    return alone and bool(bare.countries) and bare.countries <= countries and roles_overlap(bare.roles, roles)


def _join_scripts(connection: Connection, keys: Iterable[str]) -> None:
    """Join names of different scripts with the same consonants, if a state has but one bearer in each."""
    rows = _find(connection, keys, by="consonants")
    if all(is_latin(row.name) for row in rows):
        return
    for alike in _describe(connection, rows, by="consonants").values():
        groups = [group for found in _by_sound(alike) for group in group_voices(found)]
        latin = [group for group in groups if all(is_latin(one.name) for one in group)]
        for other in (group for group in groups if not any(is_latin(one.name) for one in group)):
            fitting = [group for group in latin if _can_be_written(group, other)]
            _assign(connection, other, fitting[0] if len(fitting) == 1 else other)


def _can_be_written(a: Sequence[NameRecord], b: Sequence[NameRecord]) -> bool:
    """Whether two groups of spellings share a state, and no office keeps them apart."""
    (states, roles), (others, other_roles) = (
        (
            frozenset(country for one in group for country in one.countries),
            [role for one in group for role in one.roles],
        )
        for group in (a, b)
    )
    return bool(states & others) and not roles_contradict(roles, other_roles)


def _by_sound(found: Sequence[NameRecord]) -> list[list[NameRecord]]:
    sounds: dict[str, list[NameRecord]] = defaultdict(list)
    for one in found:
        sounds[one.sound].append(one)
    return list(sounds.values())


def _find_bearer(connection: Connection, surname: str) -> list[NameRecord] | None:
    """The spellings of the only person with ``surname``; None if there are several, or none."""
    named = select(voices.c.sound).where(voices.c.surname == surname, voices.c.sound != surname).distinct().limit(2)
    sounds = list(connection.execute(named).scalars())
    if len(sounds) != 1:
        return None
    found = group_voices(_load(connection, sounds)[sounds[0]])
    return found[0] if len(found) == 1 else None


def _load(connection: Connection, wanted: Iterable[str]) -> dict[str, list[NameRecord]]:
    """The spellings with each of the ``wanted`` sounds, the oldest first."""
    return _describe(connection, _find(connection, wanted))


def _find(connection: Connection, wanted: Iterable[str], *, by: str = "sound") -> Sequence[Row[Any]]:
    """The rows of spellings with the ``wanted`` sounds or consonants, the oldest first."""
    query = (
        select(*spellings.c["id", "name", "folded", "person_id"], *voices.c["sound", "consonants"])
        .join(voices, voices.c.spelling_id == spellings.c.id)
        .where(voices.c[by].in_(sorted(wanted)))
        .order_by(spellings.c.id)
    )
    return connection.execute(query).all()


def _describe(connection: Connection, rows: Sequence[Row[Any]], *, by: str = "sound") -> dict[str, list[NameRecord]]:
    """The spellings of ``rows`` by sound or consonants, with what articles say of them."""
    known: dict[int, tuple[set[str], set[str]]] = {row.id: (set(), set()) for row in rows}
    for fact in connection.execute(select(offices).where(offices.c.spelling_id.in_(known))):
        countries, roles = known[fact.spelling_id]
        countries.update(filter(None, [fact.country]))
        roles.update(filter(None, [fact.role]))
    found: dict[str, list[NameRecord]] = defaultdict(list)
    for row in rows:
        countries, roles = known[row.id]
        if not countries and " " in row.sound and (state := find_figure(latin_name(row.name))):
            countries.add(state)
        learned = frozenset(countries), frozenset(roles), row.consonants or ""
        found[getattr(row, by)].append(NameRecord(row.id, row.name, row.folded, row.person_id, row.sound, *learned))
    return found


def _assign(connection: Connection, group: Sequence[NameRecord], whose: Sequence[NameRecord]) -> None:
    """Assign ``group`` to the person of the oldest spelling in ``whose``."""
    oldest = min(whose, key=lambda voice: voice.id)
    person = connection.execute(select(people.c.id).where(people.c.folded == oldest.folded)).scalar_one()
    moved = [voice.id for voice in group if voice.person != person]
    if moved:
        connection.execute(update(spellings).where(spellings.c.id.in_(moved)).values(person_id=person))
