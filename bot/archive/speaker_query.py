"""Resolves the speaker words of a search: people by any spelling, a country or organisation, or office holders."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, product
from typing import Final

from sqlalchemy import Connection, func, select

from bot.archive.index_terms import country_term, name_term, office_terms, spelling_term
from bot.archive.schema.readings import spellings
from bot.archive.schema.search import voice_words, voices
from bot.domain.folding import fold_words
from bot.domain.statement_search import Term
from bot.gazetteer.countries import all_names, country_of, translated_countries
from bot.gazetteer.latin_names import latin_name
from bot.gazetteer.name_matching import name_keys
from bot.gazetteer.office_words import HEADS, HONORIFICS, MODIFIERS
from bot.nlp.lang.word_forms import nominatives

MOST_SPELLINGS: Final = 64
"""Spellings used by one search, those with most statements; a single word is looked up in all names."""
_MOST_PEOPLE: Final = 200
_MOST_FORMS: Final = 16
"""Combinations of nominatives that are tried for a name in another case."""
_FUNCTION_WORDS: Final = frozenset("the a an of for and in at to on with".split())


@dataclass(frozen=True, slots=True)
class Spelling:
    """A spelling of a person's name; ``statements`` counts the public statements made under it."""

    id: int
    name: str
    statements: int


@dataclass(frozen=True, slots=True)
class SpeakerQuery:
    """Terms of a speaker, one of each group in ``every``; ids of ``people``; whether the words are ``known``."""

    every: tuple[tuple[Term, ...], ...]
    people: tuple[int, ...] = ()
    known: bool = True


def resolve_speaker_query(connection: Connection, who: str) -> SpeakerQuery:
    """Resolve ``who``; without words, anybody matches."""
    words = tuple(dict.fromkeys(fold_words(who).split()))
    if not words:
        return SpeakerQuery((), known=not who.strip())
    if country := name_country(who):
        return _of_country(connection, country, words)
    if found := _find_people(connection, words, who):
        return found
    countries, rest = _take_countries(words)
    office = tuple(word for word in rest if word in HEADS or word in MODIFIERS or word in _FUNCTION_WORDS)
    name = tuple(word for word in rest if word not in office and word not in HONORIFICS)
    marks = tuple((_term(country_term(country)),) for country in countries)
    if name:
        found = _find_people(connection, name, " ".join(name)) if len(name) < len(words) else None
        return found or SpeakerQuery((), known=False)
    held = tuple((_term(mark),) for mark in office_terms(" ".join(office)))
    return SpeakerQuery((*marks, *held), known=bool(marks or held))


def name_country(who: str) -> str | None:
    """The country or organisation that the whole of ``who`` names: by name, adjective, or seat ("Moscow")."""
    return country_names().get(fold_words(who)) or country_names().get(fold_words(who).removeprefix("the "))


def find_named(connection: Connection, words: Sequence[str]) -> tuple[int, ...]:
    """Spellings whose names contain all of the folded ``words``, most statements first."""
    query = (
        select(voice_words.c.spelling_id)
        .join(voices, voices.c.spelling_id == voice_words.c.spelling_id)
        .where(voice_words.c.word.in_(words))
        .group_by(voice_words.c.spelling_id, voices.c.statements)
        .having(func.count() == len(words))
        .order_by(voices.c.statements.desc(), voice_words.c.spelling_id)
        .limit(_MOST_PEOPLE)
    )
    return tuple(connection.execute(query).scalars())


def spellings_of(connection: Connection, people: Sequence[int]) -> dict[int, list[Spelling]]:
    """All spellings of each of ``people``, most statements first."""
    query = (
        select(spellings.c.person_id, spellings.c.id, spellings.c.name, voices.c.statements)
        .join(voices, voices.c.spelling_id == spellings.c.id)
        .where(spellings.c.person_id.in_(people))
        .order_by(voices.c.statements.desc(), spellings.c.id)
    )
    found: dict[int, list[Spelling]] = {person: [] for person in people}
    for row in connection.execute(query):
        found[row.person_id].append(Spelling(row.id, row.name, row.statements))
    return found


def people_of(connection: Connection, numbers: Sequence[int]) -> tuple[int, ...]:
    """The people with these spellings, each once, in the same order."""
    query = select(spellings.c.id, spellings.c.person_id).where(spellings.c.id.in_(numbers))
    person = {row.id: row.person_id for row in connection.execute(query)}
    return tuple(dict.fromkeys(person[number] for number in numbers if number in person))


def _find_people(connection: Connection, words: Sequence[str], written: str) -> SpeakerQuery | None:
    forms, named = _find_forms(connection, words, written)
    named = named or _find_sounding(connection, written)
    if not named:
        return None
    people = people_of(connection, named)
    all_spellings = [one for found in spellings_of(connection, people).values() for one in found]
    alone = [form[0] for form in forms if len(form) == 1]
    marks = [*map(name_term, alone)]
    all_spellings = [one for one in all_spellings if set(alone).isdisjoint(fold_words(one.name).split())]
    marks += [spelling_term(one.id) for one in all_spellings[:MOST_SPELLINGS]]
    return SpeakerQuery((tuple(map(_term, marks)),), people)


def _find_forms(
    connection: Connection, words: Sequence[str], written: str
) -> tuple[list[tuple[str, ...]], tuple[int, ...]]:
    """The forms of a name in the archive (as typed, in Latin letters, else nominatives) and their spellings."""
    for forms in (_scripts_of(words, written), islice(_nominatives_of(words), _MOST_FORMS)):
        found = {form: numbers for form in dict.fromkeys(forms) if (numbers := find_named(connection, form))}
        if found:
            return list(found), tuple(dict.fromkeys(number for numbers in found.values() for number in numbers))
    return [], ()


def _scripts_of(words: Sequence[str], written: str) -> Iterator[tuple[str, ...]]:
    yield tuple(words)
    if latin := tuple(dict.fromkeys(fold_words(latin_name(written)).split())):
        yield latin


def _nominatives_of(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for form in product(*((*nominatives(word), word) for word in words)):
        yield from _scripts_of(form, " ".join(form))


def _find_sounding(connection: Connection, written: str) -> tuple[int, ...]:
    """Spellings that sound like ``written``: the full name, or a bare surname."""
    sounds = name_keys(written)
    alike = voices.c.surname == sounds[0] if len(sounds) == 1 else voices.c.sound == " ".join(sounds)
    query = select(voices.c.spelling_id).where(alike).order_by(voices.c.statements.desc()).limit(_MOST_PEOPLE)
    return tuple(connection.execute(query).scalars())


def _of_country(connection: Connection, country: str, words: Sequence[str]) -> SpeakerQuery:
    """Speakers for a country, or named after it; for "Georgia Meloni" all words must match the name."""
    named = [
        number
        for number in find_named(connection, words)
        if (name := connection.execute(select(spellings.c.name).where(spellings.c.id == number)).scalar_one())
        and name_country(name) == country
    ]
    return SpeakerQuery((tuple(map(_term, (country_term(country), *map(spelling_term, named[:MOST_SPELLINGS])))),))


def _take_countries(words: Sequence[str]) -> tuple[list[str], list[str]]:
    """The countries among ``words``, by name or adjective, and the other words."""
    countries, rest, at = [], [], 0
    while at < len(words):
        end = next((e for e in range(len(words), at, -1) if " ".join(words[at:e]) in country_names()), None)
        if end is None:
            rest.append(words[at])
            at += 1
        else:
            countries.append(country_names()[" ".join(words[at:end])])
            at = end
    return countries, rest


@lru_cache(maxsize=1)
def country_names() -> dict[str, str]:
    """Each folded name of a country or organisation with its English short name; English names take precedence."""
    found: dict[str, tuple[int, str]] = {}
    for name in sorted(all_names()):
        known, folded = country_of(name), fold_words(name)
        if known and folded and (folded not in found or known[1] < found[folded][0]):
            found[folded] = (known[1], known[0])
    return {**translated_countries(), **{folded: country for folded, (_, country) in found.items()}}


def _term(mark: str) -> Term:
    return Term((mark,))
