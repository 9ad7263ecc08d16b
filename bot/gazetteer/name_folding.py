"""Names of speakers as the archive looks them up: which names a speaker joins, and how spellings are compared."""

import re

from bot.domain.folding import fold_letters

_JOINT = "; "
_APART = re.compile(r"[\W_]+")


def split_names(speaker: str) -> tuple[str, ...]:
    """The names that a speaker's name joins ("A; B"), each once, in order."""
    return tuple(dict.fromkeys(name for part in speaker.split(_JOINT) if (name := part.strip())))


def fold_name(name: str) -> str:
    """``name`` as it is compared: without case, accents or punctuation, one space between words.

    A name that has nothing else ("***") stays as it is, so that two such names are not taken for one.
    """
    return _APART.sub(" ", fold_letters(name)).strip() or name
