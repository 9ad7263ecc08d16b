"""Names to choose from: while one is typed, and where what was typed is nobody's."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from difflib import get_close_matches
from operator import itemgetter
from typing import Final

from sqlalchemy import Connection, func, select

from bot.archive.marks import country_mark, spelling_mark
from bot.archive.matching import count_visible, fullest
from bot.archive.schema.search import offices, voice_words, voices
from bot.archive.whom import country_names, find_named, name_country, people_of, spellings_of
from bot.domain.folding import fold_words
from bot.domain.said import Suggestion

SUGGESTIONS: Final = 25
"""Choices that Discord shows while a person types."""
_MOST_ALIKE: Final = 5
_LIKENESS: Final = 0.7
_CANDIDATES: Final = 60
_LAST: Final = "\U0010ffff"


def suggest(connection: Connection, prefix: str, askers: frozenset[str], limit: int) -> tuple[Suggestion, ...]:
    """Countries and people with a name that begins with ``prefix``, or with a word that does; at most ``limit``."""
    words = fold_words(prefix).split()
    countries = [] if not words else _countries_from(" ".join(words))[:limit]
    people = people_of(connection, _find_beginning(connection, words))
    known = spellings_of(connection, people[: 2 * limit])
    marks: list[tuple[str, ...]] = [(country_mark(country),) for country in countries]
    marks += [tuple(spelling_mark(number) for number, _ in known[person]) for person in known]
    counts = count_visible(connection, marks, askers)
    found = [
        Suggestion(country, None, None, count)
        for country, count in zip(countries, counts[: len(countries)], strict=True)
        if count
    ]
    told = _load_offices(connection, [number for spelt in known.values() for number, _ in spelt])
    for spelt, count in zip(known.values(), counts[len(countries) :], strict=True):
        if count and name_country(fullest(spelt)) not in countries:
            role, country = _office_of(spelt, told)
            found.append(Suggestion(fullest(spelt), role, country, count))
    return tuple(found[:limit])


def _find_beginning(connection: Connection, words: Sequence[str]) -> tuple[int, ...]:
    """Spellings with all of ``words``, the last as the beginning of one; those that said most first."""
    most = voices.c.statements.desc(), voices.c.spelling_id
    if not words:
        return tuple(connection.execute(select(voices.c.spelling_id).order_by(*most).limit(_CANDIDATES)).scalars())
    *whole, begun = words
    query = (
        select(voices.c.spelling_id)
        .join(voice_words, voice_words.c.spelling_id == voices.c.spelling_id)
        .where(voice_words.c.word >= begun, voice_words.c.word < begun + _LAST)
        .group_by(voices.c.spelling_id, voices.c.statements)
        .order_by(*most)
        .limit(_CANDIDATES)
    )
    for word in whole:
        theirs = select(voice_words.c.spelling_id).where(voice_words.c.word == word)
        query = query.where(voices.c.spelling_id.in_(theirs))
    return tuple(connection.execute(query).scalars())


def _countries_from(begun: str) -> list[str]:
    """The countries and bodies of which a name begins with ``begun``, in order."""
    return sorted({country for folded, country in country_names().items() if folded.startswith(begun)})


def _load_offices(connection: Connection, numbers: Sequence[int]) -> dict[int, list[tuple[int, str, str]]]:
    told: dict[int, list[tuple[int, str, str]]] = defaultdict(list)
    for row in connection.execute(select(offices).where(offices.c.spelling_id.in_(numbers))):
        told[row.spelling_id].append((row.statements, row.role, row.country))
    return told


def _office_of(
    spelt: Sequence[tuple[int, str]], told: dict[int, list[tuple[int, str, str]]]
) -> tuple[str | None, str | None]:
    """The office and the country that were stated most often."""
    roles: Counter[str] = Counter()
    countries: Counter[str] = Counter()
    for number, _ in spelt:
        for count, role, country in told.get(number, ()):
            roles[role] += count
            countries[country] += count
    del roles[""], countries[""]
    (role, _), (country, _) = (max(known.items(), key=itemgetter(1), default=("", 0)) for known in (roles, countries))
    return role or None, country or None


def find_nearest(connection: Connection, who: str, askers: frozenset[str]) -> tuple[str, ...]:
    """Names that ``who`` may be a misspelling of: countries, then people by surname, then by the whole name."""
    asked = fold_words(who)
    if not asked:
        return ()
    found: dict[str, None] = {}
    for folded in get_close_matches(asked, country_names(), _MOST_ALIKE, _LIKENESS):
        found[country_names()[folded]] = None
    countries = list(found)
    numbers: list[int] = []
    for word in asked.split():
        # people rarely err in the first letter
        near = select(voice_words.c.word).where(voice_words.c.word >= word[0], voice_words.c.word < word[0] + _LAST)
        near = near.where(func.length(voice_words.c.word).between(len(word) - 2, len(word) + 2)).distinct()
        for alike in get_close_matches(word, connection.execute(near).scalars().all(), _MOST_ALIKE, _LIKENESS):
            numbers += find_named(connection, [alike])[:_CANDIDATES]
    known = spellings_of(connection, people_of(connection, list(dict.fromkeys(numbers))[:200]))
    folds = {fullest(spelt): person for person, spelt in known.items()}
    close = get_close_matches(asked, {fold_words(name): name for name in folds}, _MOST_ALIKE * 2, 0.5)
    by_fold = {fold_words(name): name for name in folds}
    surnames = [name for name in folds if get_close_matches(asked, [fold_words(name).split()[-1]], 1, _LIKENESS)]
    people = list(dict.fromkeys([*surnames[:_MOST_ALIKE], *(by_fold[fold] for fold in close)]))
    marks: list[tuple[str, ...]] = [(country_mark(country),) for country in countries]
    marks += [tuple(spelling_mark(number) for number, _ in known[folds[name]]) for name in people]
    counts = count_visible(connection, marks, askers, 1)
    return tuple(name for name, count in zip([*countries, *people], counts, strict=True) if count)[:_MOST_ALIKE]
