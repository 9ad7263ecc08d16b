"""Tables of the states behind people (``public_figures.tsv``) and words such as chambers (``implied_states.tsv``)."""

import re
from functools import lru_cache

from bot.data_files import read_rows
from bot.domain.text import Span
from bot.gazetteer.countries import longest_of
from bot.gazetteer.spelling import fold, skeleton

_GIVEN = 3
"""Letters of the shortest given name that is short for another."""
_SHORT = 2
"""Letters of a surname that many bear."""
_FAMILY_FIRST = frozenset(("China", "North Korea", "South Korea", "Taiwan", "Vietnam"))
"""States whose people's surnames come first."""
_GIVEN_FIRST = frozenset(("Joseph Wu", "William Lai"))


def find_figure(name: str) -> str | None:
    """The state or body that the public figure of this full ``name`` speaks for.

    Initials between its words do not count, and a given name may be short for the other: "Steve", "Steven".
    """
    full, _ = _tables()
    words = _words(name)
    first, last = words[0], words[-1]
    shortened = ((first[:length], last) for length in range(len(first), _GIVEN - 1, -1))
    return full.get(words) or next(filter(None, map(full.get, shortened)), None) or _short_names().get((first, last))


def find_figure_by_surname(surname: str) -> str | None:
    """The one state or body whose public figures alone bear this ``surname``."""
    _, families = _tables()
    states = families.get(fold(surname), frozenset()) if len(surname) > _SHORT else frozenset()
    return next(iter(states)) if len(states) == 1 else None


def find_state(name: str) -> str | None:
    """The state or body of the public figure called ``name``, by surname alone or in full."""
    return find_figure(name) if " " in name else find_figure_by_surname(name)


def _words(name: str) -> tuple[str, ...]:
    """The words of ``name`` as they sound, initials left out."""
    words = name.replace("-", " ").split()
    return tuple(skeleton(word) for word in words if len(word.strip(".")) > 1) or (skeleton(name),)


@lru_cache(maxsize=1)
def _tables() -> tuple[dict[tuple[str, ...], str], dict[str, frozenset[str]]]:
    full: dict[tuple[str, ...], str] = {}
    families: dict[str, frozenset[str]] = {}
    for state, names in read_rows(__package__, "public_figures.tsv", header=True):
        for name in names.split(", "):
            words = _words(name)
            full[words] = state
            first = state in _FAMILY_FIRST and name not in _GIVEN_FIRST
            surname = fold(name.split()[0 if first else -1])
            families[surname] = families.get(surname, frozenset()) | {state}
    return full, families


@lru_cache(maxsize=1)
def _short_names() -> dict[tuple[str, str], str]:
    """The states by what given names may be short for, and the surname."""
    full, _ = _tables()
    pairs = ((words, state) for words, state in full.items() if len(words) == 2)
    return {(words[0][:length], words[1]): state for words, state in pairs for length in range(_GIVEN, len(words[0]))}


def find_implied(text: str) -> tuple[tuple[Span, str], ...]:
    """Every word of ``text`` that implies a state, with it, in order, longest first where they overlap."""
    pattern, states = _table()
    return tuple((Span(*match.span()), states[match.group()]) for match in pattern.finditer(text))


@lru_cache(maxsize=1)
def _table() -> tuple[re.Pattern[str], dict[str, str]]:
    states: dict[str, str] = {}
    for state, words in read_rows(__package__, "implied_states.tsv", header=True):
        for word in words.split(", "):
            states.setdefault(word, state)
    return re.compile(rf"(?<![\w-]){longest_of(sorted(states))}(?!\w)"), states
