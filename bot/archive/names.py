"""Names of speakers as the archive looks them up: which names a speaker joins, and how spellings are compared."""

import re
import unicodedata

_JOINT = "; "
_APART = re.compile(r"[\W_]+")


def split_names(speaker: str) -> tuple[str, ...]:
    """The names that a speaker's name joins ("A; B"), each once, in order."""
    return tuple(dict.fromkeys(name for part in speaker.split(_JOINT) if (name := part.strip())))


def fold_name(name: str) -> str:
    """``name`` as it is compared: without case, accents or punctuation, one space between words.

    A name that has nothing else ("***") stays as it is, so that two such names are not taken for one.
    """
    letters = name
    for _ in range(2):  # either can bring about what the other removes (Unicode Standard 3.13, D146)
        letters = unicodedata.normalize("NFKD", letters.casefold())
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return _APART.sub(" ", bare).strip() or name
