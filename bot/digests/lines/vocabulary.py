"""Words of English that lines are worded and chosen by: ``english.toml``."""

import tomllib
from functools import lru_cache
from importlib import resources


@lru_cache(maxsize=1)
def _table() -> dict[str, frozenset[str]]:
    table = tomllib.loads(resources.files(__package__).joinpath("english.toml").read_text("utf-8"))
    return {name: frozenset(words.split()) for name, words in table.items()}


def words_of(group: str) -> frozenset[str]:
    """The words of one group of ``english.toml`` ("auxiliaries"), lower case."""
    return _table()[group]
