"""Suggests speaker names: for autocomplete, and as corrections of a name that was not found."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from difflib import get_close_matches
from operator import itemgetter
from typing import Final

from sqlalchemy import Connection, func, select

from bot.archive.index_queries import count_visible, fullest, known_people
from bot.archive.index_terms import country_term
from bot.archive.schema.search import offices, voice_words, voices
from bot.archive.speaker_query import Spelling, country_names, find_named, name_country, people_of
from bot.domain.folding import fold_letters, fold_words
from bot.domain.statement_search import SpeakerSuggestion
from bot.gazetteer.latin_names import is_latin, latin_name, words_beginning

SUGGESTIONS: Final = 25
"""Choices shown by Discord's autocomplete."""
_MOST_ALIKE: Final = 5
_LIKENESS: Final = 0.7
_LIKENESS_OF_NAMES: Final = 0.5
_CANDIDATES: Final = 60
_MANY: Final = 1000
_MOST_NEAR: Final = 200
_MOST_COUNTRIES: Final = 5
_LONGEST: Final = 100
"""Characters of a typed name that are read; folding may make eighteen of one."""
_MOST_WORDS: Final = 8
"""Words of a typed name that are looked up: more than names have."""
_LAST: Final = "\U0010ffff"


def suggest_speakers(
    connection: Connection, prefix: str, askers: frozenset[str], limit: int
) -> tuple[SpeakerSuggestion, ...]:
    """Up to ``limit`` countries and people with a name, or a word of a name, that begins with ``prefix``."""
    prefix = prefix[:_LONGEST]
    words = fold_words(prefix).split()
    countries = _countries_from(" ".join(words))[:_MOST_COUNTRIES] if words else []
    counts = count_visible(connection, [(country_term(country),) for country in countries], askers)
    found = [
        SpeakerSuggestion(country, None, None, count) for country, count in zip(countries, counts, strict=True) if count
    ]
    beginning = [number for form in _forms_of(prefix, words) for number in _find_beginning(connection, form)]
    people = known_people(connection, people_of(connection, list(dict.fromkeys(beginning))), askers, limit)
    office_counts = _load_offices(connection, [one.id for spelt in people.values() for one in spelt])
    for spelt in people.values():
        name = fullest(spelt, typed=prefix)
        if name_country(name) not in countries:
            role, country = _office_of(spelt, office_counts)
            found.append(SpeakerSuggestion(name, role, country, sum(one.statements for one in spelt)))
    return tuple(found[:limit])


def _forms_of(prefix: str, words: Sequence[str]) -> list[Sequence[str]]:
    """``words`` as typed; those of another script in Latin letters too, and the names of the table that they begin."""
    forms = [words]
    if not is_latin(prefix):
        forms += [(word,) for word in words_beginning(fold_letters(prefix.strip()))[:_MOST_ALIKE]]
        forms.append(fold_words(latin_name(prefix)).split())
    return [form for form in forms if form] or [()]


def _find_beginning(connection: Connection, words: Sequence[str]) -> tuple[int, ...]:
    """Spellings that contain all of ``words``, the last one as a prefix; most statements first."""
    most = voices.c.statements.desc(), voices.c.spelling_id
    if not words:
        return tuple(connection.execute(select(voices.c.spelling_id).order_by(*most).limit(_CANDIDATES)).scalars())
    *others, begun = words
    whole = list(dict.fromkeys(others))[: _MOST_WORDS - 1]
    begins = (voice_words.c.word >= begun) & (voice_words.c.word < begun + _LAST)
    theirs = select(voice_words.c.spelling_id).where(begins)
    query = select(voices.c.spelling_id).order_by(*most).limit(_CANDIDATES)
    many = connection.execute(select(func.count()).select_from(theirs.limit(_MANY).subquery())).scalar_one() == _MANY
    if many:  # with this many matches, scanning names by number of statements finds enough quickly
        mine = voice_words.c.spelling_id == voices.c.spelling_id
        query = query.where(select(voice_words.c.word).where(mine, begins).correlate(voices).exists())
    else:
        query = query.where(voices.c.spelling_id.in_(theirs))
    if whole:  # one subquery for all: PostgreSQL takes exponentially long to plan one for each
        named = select(voice_words.c.spelling_id).where(voice_words.c.word.in_(whole))
        if len(whole) > 1:
            named = named.group_by(voice_words.c.spelling_id).having(func.count() == len(whole))
        query = query.where(voices.c.spelling_id.in_(named))
    return tuple(connection.execute(query).scalars())


def _countries_from(begun: str) -> list[str]:
    """Countries and organisations with a name that begins with ``begun``; matches of the main name come first."""
    found = {country for folded, country in country_names().items() if folded.startswith(begun)}
    return sorted(found, key=lambda country: (not fold_words(country).startswith(begun), country))


def _load_offices(connection: Connection, numbers: Sequence[int]) -> dict[int, list[tuple[int, str, str]]]:
    office_counts: dict[int, list[tuple[int, str, str]]] = defaultdict(list)
    for row in connection.execute(select(offices).where(offices.c.spelling_id.in_(numbers))):
        office_counts[row.spelling_id].append((row.statements, row.role, row.country))
    return office_counts


def _office_of(
    spelt: Sequence[Spelling], office_counts: dict[int, list[tuple[int, str, str]]]
) -> tuple[str | None, str | None]:
    """The office and country stated most often."""
    roles: Counter[str] = Counter()
    countries: Counter[str] = Counter()
    for one in spelt:
        for count, role, country in office_counts.get(one.id, ()):
            roles[role] += count
            countries[country] += count
    del roles[""], countries[""]
    (role, _), (country, _) = (max(known.items(), key=itemgetter(1), default=("", 0)) for known in (roles, countries))
    return role or None, country or None


def find_similar_names(connection: Connection, who: str, askers: frozenset[str]) -> tuple[str, ...]:
    """Names that ``who`` may misspell: countries, then people by surname, then people by full name."""
    typed = fold_words(who[:_LONGEST])
    if not typed:
        return ()
    alike_countries = get_close_matches(typed, country_names(), _MOST_ALIKE, _LIKENESS)
    countries = list(dict.fromkeys(country_names()[folded] for folded in alike_countries))
    numbers: list[int] = []
    for word in list(dict.fromkeys(typed.split()))[:_MOST_WORDS]:
        # people rarely mistype the first letter
        near = select(voice_words.c.word).where(voice_words.c.word >= word[0], voice_words.c.word < word[0] + _LAST)
        near = near.where(func.length(voice_words.c.word).between(len(word) - 2, len(word) + 2)).distinct()
        for alike in get_close_matches(word, connection.execute(near).scalars().all(), _MOST_ALIKE, _LIKENESS):
            numbers += find_named(connection, [alike])[:_CANDIDATES]
    people = known_people(
        connection, people_of(connection, list(dict.fromkeys(numbers))[:_MOST_NEAR]), askers, _MOST_NEAR
    )
    named = {fold_words(name): name for name in map(fullest, people.values())}
    surnames = [name for fold, name in named.items() if get_close_matches(typed, [fold.split()[-1]], 1, _LIKENESS)]
    close = (named[fold] for fold in get_close_matches(typed, named, _MOST_ALIKE, _LIKENESS_OF_NAMES))
    counts = count_visible(connection, [(country_term(country),) for country in countries], askers, 1)
    there = (country for country, count in zip(countries, counts, strict=True) if count)
    return tuple(dict.fromkeys([*there, *surnames, *close]))[:_MOST_ALIKE]
