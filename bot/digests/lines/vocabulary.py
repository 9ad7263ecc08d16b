"""English words for wording and choosing lines: ``english.toml``."""

from collections.abc import Sequence
from functools import lru_cache

from bot.data_files import read_toml


@lru_cache(maxsize=1)
def _table() -> dict[str, frozenset[str]]:
    table = read_toml(__package__, "english.toml")
    return {name: frozenset(words.split()) for name, words in table.items()}


def words_of(group: str) -> frozenset[str]:
    """The words of one group of ``english.toml`` ("auxiliaries"), lower case."""
    return _table()[group]


def is_negation(word: str) -> bool:
    """Whether a word, in small letters, negates."""
    return word in words_of("negations") or word.endswith("n't")


def count_negations(words: Sequence[str]) -> int:
    """How many of ``words``, in small letters, negate."""
    return sum(map(is_negation, words))
