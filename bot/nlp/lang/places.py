"""Finds countries and bodies in other languages, by CLDR's names and a table of adjectives, capitals and seats."""

import re
from dataclasses import dataclass
from functools import lru_cache

from babel import Locale

from bot.data_files import read_rows
from bot.domain.text import Span
from bot.gazetteer.countries import country_codes
from bot.nlp.lang.lexicon import Lexicon, Writing, fold, load_lexicon
from bot.nlp.speakers.capitalised_words import given_names

_ENDINGS = r"\w{0,4}"
_SHORTEST = 5
_LONGEST_FRONT = 8
_LONGEST_TITLE = 24
_DOTS = tuple("·•・‧")
"""Marks between the given and the family name of a foreigner, in scripts without spaces."""
_AHEAD = "(?="
"""Begins the condition on what follows a name, at the end of its pattern."""


@dataclass(frozen=True, slots=True)
class Place:
    """A mention of ``country`` (its English short name): by a demonym or an ``adjective``, or by one of its bodies."""

    span: Span
    country: str
    adjective: bool
    body: bool = False


@dataclass(frozen=True, slots=True)
class _Table:
    pattern: re.Pattern[str]
    groups: dict[str, tuple[str, bool, bool]]
    exact: dict[str, tuple[str, bool, bool]]


@lru_cache(maxsize=4)
def find_places(text: str, code: str) -> tuple[Place, ...]:
    """Every mention of a country or body in ``text``, in order; the longest if they overlap."""
    table = _load(code)
    found = []
    for match in table.pattern.finditer(fold(text)):
        country, adjective, body = table.exact.get(match["name"]) or table.groups[_entry(table, match["name"])]
        span = Span(match.start("name"), match.end("name"))
        cased = load_lexicon(code).writing.cased
        named = text[span.start].isupper() or not cased
        if cased and not adjective and _opens_name(text, span):
            continue
        if text[span.start - 1 : span.start] == "-" and _is_for_or_against(text, span.start - 1, code):
            continue
        if not named and not adjective:
            adjective = _is_adjective(code, match["name"])
        if named or adjective:
            found.append(Place(span, country, adjective, body))
    lexicon = load_lexicon(code)
    if lexicon.writing.unspaced:
        peoples = tuple(lexicon.lists["names.peoples"].whole)
        return tuple(_outside_names(text, [one for one in found if not text.startswith(peoples, one.span.end)]))
    return tuple(one for one in found if not _is_called_so(text, one, lexicon))


def _outside_names(text: str, places: list[Place]) -> list[Place]:
    """Places without those beside the dot of a foreigner's name ; a dot between two places joins them."""
    starts, ends = {one.span.start for one in places}, {one.span.end for one in places}
    return [
        one
        for one in places
        if not (text.startswith(_DOTS, one.span.end) and one.span.end + 1 not in starts)
        and not (text.endswith(_DOTS, 0, one.span.start) and one.span.start - 1 not in ends)
    ]


def _is_called_so(text: str, place: Place, lexicon: Lexicon) -> bool:
    """Whether an adjective is a name: it does not agree with the title right before it, which has an article."""
    definite = lexicon.writing.definite[:1]
    if not definite or not place.adjective or text.startswith(definite, place.span.start):
        return False
    before = lexicon.words(text, max(0, place.span.start - _LONGEST_TITLE), place.span.start)[-1:]
    return any(
        word.span.end + 1 == place.span.start
        and word.text.startswith(definite)
        and word.of(lexicon.lists["titles.definite"])
        for word in before
    )


def _opens_name(text: str, span: Span) -> bool:
    """Whether a state's name is a given name, followed by another name: "Salvador Ruiz"."""
    after = text[span.end : span.end + 2]
    return after[:1] == " " and after[1:].isupper() and fold(span.of(text)) in given_names()


def _is_for_or_against(text: str, hyphen: int, code: str) -> bool:
    """Whether what stands before a hyphen says that somebody is for or against a state: "anti-Norwegian"."""
    lexicon = load_lexicon(code)
    before = lexicon.words(text, max(0, hyphen - _LONGEST_FRONT), hyphen)[-1:]
    return any(word.forms[0] in lexicon.lists["names.against"].whole for word in before)


@lru_cache(maxsize=2048)
def _fitting(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@lru_cache(maxsize=2048)
def _is_adjective(code: str, name: str) -> bool:
    """Whether the name of a state is also an adjective: "la ministra noruega"."""
    groups = _load(code).groups.items()
    return any(adjective and _fitting(entry).fullmatch(name) for entry, (_, adjective, _) in groups)


def _entry(table: _Table, name: str) -> str:
    fitting = [entry for entry in table.groups if _fitting(entry).fullmatch(name)]
    return max(fitting, key=len)


@lru_cache(maxsize=8)
def _load(code: str) -> _Table:
    entries: dict[str, tuple[str, bool, bool]] = {}
    for territory, name in Locale(code).territories.items():
        country = country_codes().get(territory)
        if country:
            entries.setdefault(_inflected(name, code), (country, False, False))
    for row in read_rows(__package__, f"{code}/places.tsv"):
        key, adjectives, names, bodies = [*row, "", "", ""][:4]
        country = country_codes().get(key, key)
        for column in (bodies, names, adjectives):
            for word in column.split():
                entries[_spelled(word, code)] = (country, column is adjectives, column is bodies)
    lexicon = load_lexicon(code)
    names_pattern = "|".join(sorted(entries, key=lambda entry: len(entry.partition(_AHEAD)[0]), reverse=True))
    if lexicon.writing.unspaced:
        pattern = rf"(?P<name>{names_pattern})"
    else:
        front = "|".join(sorted(map(re.escape, lexicon.proclitics), key=len, reverse=True))
        apostrophes = "['’]?" if lexicon.writing.cased else ""
        front = rf"(?:(?:{front}){apostrophes})?" if front and not lexicon.writing.cased else ""
        pattern = rf"(?<!\w){front}(?P<name>{names_pattern})(?!\w)"
    exact = {entry.partition(_AHEAD)[0].replace("\\s", " ").replace("\\", ""): told for entry, told in entries.items()}
    return _Table(re.compile(pattern), entries, exact)


def _spelled(word: str, code: str) -> str:
    """A pattern for a word of the table; a single Han character counts only before a role or body."""
    lexicon = load_lexicon(code)
    parts = [re.escape(fold(part)) for part in word.replace("_", " ").split()]
    pattern = r"\s".join(parts).replace(r"\*", _ENDINGS)
    if not lexicon.writing.unspaced or len(word) > 1:
        return pattern
    return f"{pattern}{_AHEAD}{lexicon.pattern['titles.words'].pattern}|{lexicon.pattern['bodies.words'].pattern})"


def _inflected(name: str, code: str) -> str:
    """A pattern for CLDR's name of a country, with its cases if the language has them."""
    words, lexicon = [fold(word) for word in name.split()], load_lexicon(code)
    alone = len(words) == 1 and lexicon.lists["names.uninflected"].holds(words[0])
    if alone or not lexicon.lists["names.inflected"].entries:
        return r"\s".join(map(re.escape, words))
    return r"\s".join(_stem(word, lexicon.writing) for word in words)


def _stem(word: str, writing: Writing) -> str:
    """A pattern for a word in all its cases: its stem and letters that endings are made of."""
    vowels = writing.vowels
    bare = word.rstrip(vowels)
    if len(word) < _SHORTEST or len(bare) < len(word) - 2 or len(bare) < _SHORTEST - 2:
        return re.escape(word)
    return re.escape(word[: max(len(bare), len(word) - 1)]) + f"[{vowels}{writing.closing}]{{0,3}}"
