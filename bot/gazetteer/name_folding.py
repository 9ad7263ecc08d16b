"""Splits and folds speakers' names for lookup in the archive."""

import re

from bot.domain.folding import fold_letters

_JOINT = "; "
_APART = re.compile(r"[\W_]+")


def split_names(speaker: str) -> tuple[str, ...]:
    """The separate names in a speaker's name ("A; B"), each once, in order."""
    return tuple(dict.fromkeys(name for part in speaker.split(_JOINT) if (name := part.strip())))


def fold_name(name: str) -> str:
    """``name`` for comparison: without case, accents or punctuation, with single spaces.

    A name that consists of nothing else ("***") stays as it is, so that two such names differ.
    """
    return _APART.sub(" ", fold_letters(name)).strip() or name
