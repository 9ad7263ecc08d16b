"""Splits and folds names, and decides whether those in different articles belong to one person. Pure.

Within one article, the analysis has already joined names. Between articles, a name alone proves little. Names of all
scripts are compared as English writes them (:mod:`bot.gazetteer.latin_names`), offices of all languages by their class.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from bot.domain.folding import fold_letters, fold_words
from bot.gazetteer.latin_names import consonant_key, is_latin, name_parts
from bot.gazetteer.office_classes import office_classes
from bot.gazetteer.office_words import head_of, office_words
from bot.gazetteer.spelling import skeleton

NAME_WORDS = 40
"""Maximum words of a name that are compared; several joined names have dozens."""

_INITIAL = re.compile(r"\w\.?")
_BODIES = frozenset(
    "ministry government embassy office department council commission parliament cabinet army navy police party court "
    "delegation mission agency administration secretariat authority committee".split()
)


@lru_cache(maxsize=4096)
def name_keys(name: str) -> tuple[str, ...]:
    """The words of a name by sound, without initials: Sergei and Sergey Lavrov are equal."""
    words = name_parts(name)[:NAME_WORDS]
    return tuple(_sound(word) for word in words if not _INITIAL.fullmatch(word)) or tuple(map(_sound, words))


def same_spelling(a: str, b: str) -> bool:
    """Whether two names are spelt alike except for initials, case and accents."""
    return _spelt(a) == _spelt(b)


def initials_agree(a: str, b: str) -> bool:
    """Whether two names have the same initials, or one has none: John A. Smith is not John B. Smith."""
    first, second = ([word[0].casefold() for word in name.split() if _INITIAL.fullmatch(word)] for name in (a, b))
    return not first or not second or first == second


def is_own_name(name: str) -> bool:
    """Whether a name is a person's or body's own, rather than an office's, which every country has."""
    return head_of(name) is None and _BODIES.isdisjoint(fold_words(name).split())


def alike_across_scripts(a: str, b: str) -> bool:
    """Whether two full names of different scripts have the same consonants. Proves nothing without state and office."""
    key = consonant_key(a)
    return bool(key) and is_latin(a) != is_latin(b) and key == consonant_key(b)


def roles_overlap(a: Iterable[str], b: Iterable[str]) -> bool:
    """Whether one of the offices ``a`` shares a word with one of ``b``, or is one of the same class in any language."""
    a, b = tuple(a), tuple(b)
    return bool(_words_of(a) & _words_of(b)) or bool(_classes_of(a) & _classes_of(b))


def roles_contradict(a: Iterable[str], b: Iterable[str]) -> bool:
    """Whether offices keep two persons apart: comparable (same script or known class) with nothing in common."""
    a, b = tuple(filter(None, a)), tuple(filter(None, b))
    if not a or not b or roles_overlap(a, b):
        return False
    comparable = all(map(is_latin, a)) == all(map(is_latin, b))
    return comparable or bool(_classes_of(a) and _classes_of(b))


def _sound(word: str) -> str:
    return skeleton(word).replace("x", "ks")


def _classes_of(roles: Iterable[str]) -> frozenset[str]:
    return frozenset(one for role in roles for one in office_classes(role))


def _spelt(name: str) -> str:
    return fold_words(" ".join(word for word in name.split() if not _INITIAL.fullmatch(word)))


def _words_of(roles: Iterable[str]) -> frozenset[str]:
    return frozenset(word for role in roles for word in office_words(role))


_JOINT = "; "
_APART = re.compile(r"[\W_]+")


def split_names(speaker: str) -> tuple[str, ...]:
    """The separate names in a speaker's name ("A; B"), each once, in order."""
    return tuple(dict.fromkeys(name for part in speaker.split(_JOINT) if (name := part.strip())))


def fold_name(name: str) -> str:
    """``name`` for comparison: no case, accents or punctuation, single spaces; unchanged if nothing would remain."""
    return _APART.sub(" ", fold_letters(name)).strip() or name
