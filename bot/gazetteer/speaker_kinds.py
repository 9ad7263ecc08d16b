"""What a speaker is, by the words of an office or a description: the kinds of ``speaker_kinds.toml``."""

import re
from functools import lru_cache
from itertools import pairwise

from bot.data_files import read_toml

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_OWNERS = re.compile(r"\b\w{1,30}s['’]\s")
UNKNOWN = "other"
"""The kind of a description that no list knows."""


@lru_cache(maxsize=1)
def _kinds() -> dict[str, frozenset[str]]:
    lists = read_toml(__package__, "speaker_kinds.toml")["kinds"]
    return {kind: frozenset(words.split()) for kind, words in lists.items()}


def kind_words(phrase: str) -> frozenset[str]:
    """The words of ``phrase``, lower case, without possessives; "prime minister" is one word, too.

    Several who own something are not what the speaker is: "Families' minister".
    """
    words = [w.removesuffix("'s").removesuffix("’s") for w in _WORD.findall(_OWNERS.sub("", phrase.lower()))]
    pairs = [f"{a}-{b}" for a, b in pairwise(words)]
    return frozenset((*words, *pairs))


@lru_cache(maxsize=4096)
def kind_of(phrase: str) -> str:
    """The first kind whose words ``phrase`` holds."""
    words = kind_words(phrase)
    return next((kind for kind, listed in _kinds().items() if words & listed), UNKNOWN)
