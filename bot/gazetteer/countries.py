"""Countries and international bodies by name, demonym, capital and seat of power.

The table ``countries.tsv`` is our own; a test checks it against ISO 3166 (pycountry). ``country_translations.tsv`` has
what CLDR lacks in other languages: abbreviations, bodies, seats of power.
"""

import pickle
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from itertools import groupby
from pathlib import Path

from babel.localedata import resolve_locale_filename

from bot.data_files import read_rows
from bot.domain.folding import fold_words
from bot.domain.text import Span


class NamingKind(IntEnum):
    """How a country is named: by name, by adjective or demonym, by its capital or a seat of power."""

    NAME = 0
    ADJECTIVE = 1
    SEAT = 2  # also regions, cities and parties often in the news


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A mention of ``country`` (its English short name) in a text."""

    span: Span
    country: str
    naming: NamingKind


@lru_cache(maxsize=1)
def _rows() -> tuple[list[str], ...]:
    """The rows of the table: name, adjectives, other names, seats, code."""
    return tuple([*row, "", "", "", ""][:5] for row in read_rows(__package__, "countries.tsv"))


@lru_cache(maxsize=1)
def _names() -> dict[str, tuple[str, NamingKind]]:
    names: dict[str, tuple[str, NamingKind]] = {}
    for name, *columns, code in _rows():
        names.setdefault(name, (name, NamingKind.NAME))
        for naming, column in (
            (NamingKind.NAME, columns[1]),
            (NamingKind.ADJECTIVE, columns[0]),
            (NamingKind.SEAT, columns[2]),
        ):
            for word in filter(None, map(str.strip, column.split(","))):
                names.setdefault(word, (name, naming))
                if naming is NamingKind.ADJECTIVE and word[-1] not in "she.":
                    names.setdefault(f"{word}s", (name, naming))
        if code:
            names[_flag(code)] = (name, NamingKind.NAME)
    return names


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:(?<![\w-])|(?<=[A-Z]{{2}}-)){longest_of(sorted(_names()))}(?![\w])")


def longest_of(words: Sequence[str]) -> str:
    """A pattern for the longest of sorted ``words`` that stands somewhere; words with one beginning share it."""
    branches = [
        re.escape(letter) + longest_of([word[1:] for word in group])
        for letter, group in groupby(filter(None, words), key=lambda word: word[0])
    ]
    if not branches:
        return ""
    return f"(?:{'|'.join(branches)}){'' if words[0] else '?'}"


_LONGEST = 80
"""Upper bound for the length of a country's or body's name, in characters."""
BODIES = frozenset(
    "European Union|NATO|United Nations|African Union|Arab League|ASEAN|OSCE|Council of Europe|G7|G20|IAEA|OPCW|"
    "World Health Organization|International Criminal Court|International Court of Justice|"
    "International Monetary Fund|World Bank|"
    "World Trade Organization|Gulf Cooperation Council|Organization of American States|"
    "Organisation of Islamic Cooperation|Economic Community of West African States|East African Community|"
    "Southern African Development Community|Caribbean Community|Mercosur|Collective Security Treaty Organization|"
    "Shanghai Cooperation Organisation|Red Cross".split("|")
)
"""Unions and organisations that people of many countries serve."""


_OF_NATIONS = "Red Cross"
"""Bodies that each nation has one of: "the Norwegian Red Cross" is Norway's."""


def code_of(country: str) -> str | None:
    """The ISO 3166 code of a country or body ("Norway": "NO") by its English short name; None if it has none."""
    return {name: code for name, *_, code in _rows()}.get(country) or None


@lru_cache(maxsize=1)
def country_codes() -> dict[str, str]:
    """The English short name of each country by its ISO 3166 code."""
    return {code: name for name, *_, code in _rows() if code}


_RENAMED = {
    "Turkey": "Türkiye", "Czech Republic": "Czechia", "Cape Verde": "Cabo Verde", "East Timor": "Timor-Leste",
    "Eswatini": "Swaziland", "Myanmar": "Burma",
}  # fmt: skip
"""Countries with two short names in use; statements are stored under the first."""


def name_in(text: str, country: str) -> str:
    """What ``text`` calls ``country`` (or several, joined by "; "): "Türkiye" if it never says "Turkey"."""
    return "; ".join(
        _RENAMED[one] if one in _RENAMED and one not in text and _RENAMED[one] in text else one
        for one in country.split("; ")
    )


def _flag(code: str) -> str:
    """The flag emoji of a country code: two regional indicator symbols."""
    return "".join(chr(0x1F1E6 + ord(letter) - ord("A")) for letter in code)


def find_places(text: str) -> tuple[PlaceMention, ...]:
    """All mentions of countries and bodies in ``text``, in order; of overlapping ones the longest."""
    pattern, names = _pattern(), _names()
    found = [
        PlaceMention(Span(*m.span()), *names[m.group()])
        for m in pattern.finditer(text)
        if m.group() != "Security Council" or not text.endswith("National ", 0, m.start())
    ]
    of_nations = {one.span.end for one in found if one.naming is NamingKind.ADJECTIVE}
    found = [one for one in found if one.country != _OF_NATIONS or one.span.start - 1 not in of_nations]
    for first in tuple(found):  # "Norway-Iceland Dialogue"
        after = first.span.end + 1
        if text[after - 1 : after] in ("-", "–") and (second := pattern.match(text[after : after + _LONGEST])):
            found.append(PlaceMention(Span(after, after + second.end()), *names[second.group()]))
    return tuple(sorted(set(found), key=lambda place: place.span))


def find_country(phrase: str) -> str | None:
    """The country that ``phrase`` names first, by name or adjective before seat; None if it names none."""
    places = find_places(phrase)
    first = min(places, key=lambda p: (p.naming is NamingKind.SEAT, p.span), default=None)
    return first.country if first else None


def country_of(name: str) -> tuple[str, NamingKind] | None:
    """The country that ``name`` as a whole stands for ("Moscow": Russia, by its seat), or None."""
    names = _names()
    return names.get(name) or names.get(name.removeprefix("the ").removeprefix("The "))


@lru_cache(maxsize=1)
def capitals() -> frozenset[str]:
    """The capitals of states, which stand for their governments: the first of the seats in the table."""
    return frozenset(seats.partition(",")[0] for _, _, _, seats, _ in _rows()) - {""}


@lru_cache(maxsize=256)
def known_as(country: str) -> frozenset[str]:
    """All names in the table for ``country`` ("Russia": Russia, Russian, Moscow, Kremlin …)."""
    return frozenset(name for name in all_names() if _names()[name][0] == country)


def all_names() -> frozenset[str]:
    """Every name in the table."""
    return frozenset(_names())


_LANGUAGES = ("ru", "fr", "es", "de", "ar", "zh")


@lru_cache(maxsize=1)
def translated_countries() -> dict[str, str]:
    """The English short name of a country or body by each of its folded names in other languages."""
    found: dict[str, str] = {}
    for country, names in read_rows(__package__, "country_translations.tsv"):
        found |= {fold_words(name): country for name in names.split(", ")}
    for language in _LANGUAGES:
        for code, name in _territories(language).items():
            if (known := country_codes().get(code)) and (folded := fold_words(name)):
                found.setdefault(folded, known)
    return found


def _territories(language: str) -> dict[str, str]:
    """CLDR's names by code; babel itself would keep all of a language's data, 1.4 MB, from then on."""
    data = pickle.loads(Path(resolve_locale_filename(language)).read_bytes())  # noqa: S301 - babel's own file
    territories: dict[str, str] = data["territories"]
    return territories
