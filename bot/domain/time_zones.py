"""Time zones as people name them: IANA names, their cities, capitals. The data are the system's, or tzdata's."""

import difflib
import zoneinfo
from collections.abc import Iterable
from datetime import datetime
from functools import cache

from bot.errors import UsageError
from bot.i18n.messages import Translatable, quote_input, translatable

SUGGESTIONS = 25
"""Choices that Discord shows while a person types."""

_NO_ZONES = frozenset({"localtime", "Factory", "posixrules"})
_WINTER_ONLY = frozenset({"EST", "MST", "HST"})
"""IANA names that look like a country's time but stay on winter time in older data: refused, with cities suggested."""
_FAMILIAR = tuple(
    "UTC Europe/London Europe/Paris Europe/Berlin Europe/Brussels Europe/Istanbul Europe/Kyiv Europe/Moscow "
    "America/New_York America/Chicago America/Denver America/Los_Angeles America/Sao_Paulo Africa/Cairo Africa/Lagos "
    "Africa/Nairobi Africa/Johannesburg Asia/Jerusalem Asia/Dubai Asia/Kolkata Asia/Singapore Asia/Shanghai Asia/Tokyo "
    "Australia/Sydney Pacific/Auckland".split()
)
"""Suggested first, and before other matches."""
_SEATS = {
    "abu dhabi": "Asia/Dubai", "abuja": "Africa/Lagos", "ankara": "Europe/Istanbul", "astana": "Asia/Almaty",
    "beijing": "Asia/Shanghai", "bern": "Europe/Zurich", "brasilia": "America/Sao_Paulo",
    "canberra": "Australia/Sydney", "doha": "Asia/Qatar", "geneva": "Europe/Zurich", "hanoi": "Asia/Ho_Chi_Minh",
    "davos": "Europe/Zurich", "islamabad": "Asia/Karachi", "kiev": "Europe/Kyiv", "munich": "Europe/Berlin",
    "new delhi": "Asia/Kolkata", "ottawa": "America/Toronto", "pretoria": "Africa/Johannesburg",
    "rabat": "Africa/Casablanca", "strasbourg": "Europe/Paris",
    "tel aviv": "Asia/Jerusalem", "the hague": "Europe/Amsterdam", "washington": "America/New_York",
    "wellington": "Pacific/Auckland", "yerevan": "Asia/Yerevan",
}  # fmt: skip
"""Seats of governments and conferences that the database lists under another city."""
_ALIKE = 0.75
"""Minimum similarity (difflib's ratio) of a misspelt name."""


@cache
def load_zone(name: str) -> zoneinfo.ZoneInfo:
    """The zone ``name``, cached for good: there are some hundreds. Raises ``ValueError`` if it is unknown."""
    try:
        return zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError) as error:  # a path outside the data, or a folder
        raise ValueError(f"no time zone is called {name!r}") from error


def is_zone(name: str) -> bool:
    """Whether this machine's data have the zone ``name``."""
    try:
        load_zone(name)
    except ValueError:
        return False
    return True


def parse_zone(words: str) -> str:
    """The IANA name that a person typed, in any case. Raises ``UsageError`` that suggests similar names."""
    asked = _fold(words)
    name = _names().get(asked)
    if name is not None and name not in _WINTER_ONLY:
        return name
    typed = quote_input(words)
    found = (_named_otherwise(asked) or _begun(asked) or _alike(asked))[:3]
    step = translatable("zones-did-you-mean", names=_either(found)) if found else translatable("zones-how-to-write")
    if name is not None:
        raise UsageError(translatable("zones-winter-only", typed=typed, step=step))
    raise UsageError(translatable("zones-unknown", typed=typed, step=step))


def suggest_zones(prefix: str) -> tuple[str, ...]:
    """At most 25 names for a typed prefix, similar ones only without better ones; familiar zones for ""."""
    asked = _fold(prefix)
    found = dict.fromkeys((*_named_otherwise(asked), *_begun(asked))) or dict.fromkeys(_alike(asked))
    return tuple(found)[:SUGGESTIONS] if asked else _FAMILIAR


def _named_otherwise(asked: str) -> list[str]:
    """The zone of the city ``asked``, or the zones with this abbreviation ("CEST")."""
    city = _cities().get(asked)
    return [city] if city else [name for name in _FAMILIAR if asked.upper() in _letters(name)]


def _begun(asked: str) -> list[str]:
    """Names that begin with ``asked``, then cities that do, then names that contain it."""
    by_name = [name for folded, name in _names().items() if folded.startswith(asked)]
    by_city = [name for city, name in _cities().items() if city.startswith(asked)]
    by_part = [name for folded, name in _names().items() if asked in folded]
    return [name for name in dict.fromkeys((*by_name, *by_city, *by_part)) if asked and name not in _WINTER_ONLY]


def _alike(asked: str) -> list[str]:
    """Names that ``asked`` may misspell, the most similar first."""
    spelt = {**_cities(), **_names()}
    close = difflib.get_close_matches(asked, spelt, 5, _ALIKE)
    return [name for name in dict.fromkeys(spelt[folded] for folded in close) if name not in _WINTER_ONLY]


@cache
def _names() -> dict[str, str]:
    """Every name by its folded form: familiar ones first, then those of regions, then older ones."""
    names = zoneinfo.available_timezones() - _NO_ZONES
    return {_fold(n): n for n in sorted(names, key=lambda n: (n not in _FAMILIAR, "/" not in n, n))}


@cache
def _cities() -> dict[str, str]:
    """Each city's zone by its folded name; the first zone if two share a name."""
    cities: dict[str, str] = {}
    for folded, name in _names().items():
        region, _, city = folded.rpartition("/")
        if region:
            cities.setdefault(city, name)
    return {**cities, **_SEATS}


@cache
def _letters(name: str) -> frozenset[str]:
    """The abbreviations of a zone in winter and in summer: "CET", "CEST"."""
    zone = load_zone(name)
    shown = (datetime(2026, month, 1, tzinfo=zone).tzname() or "" for month in (1, 7))
    return frozenset(letters for letters in shown if letters.isalpha())


def _fold(words: str) -> str:
    return " ".join(words.replace("_", " ").casefold().split()).replace(" / ", "/")


def _either(names: Iterable[str]) -> str | Translatable:
    *first, last = names
    return translatable("zones-or", names=", ".join(first), last=last) if first else last
