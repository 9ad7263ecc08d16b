"""The kinds of event in an article's title, such as a call or a meeting. Data: ``kinds.toml``."""

from functools import lru_cache

from bot.data_files import read_toml
from bot.stories.terms import Words

ENCOUNTER = 0b11
"""The kinds in which one party meets another: a call and a meeting."""


def find_kinds(title: Words) -> int:
    """The kinds that the title names, a bit each in the order of the table; 0 for none."""
    table = _table()
    found = 0
    for word in title.folded:
        found |= table.get(word, 0)
    for width in (2, 3, 4):  # scripts without spaces: a word is a run of characters
        for at in range(len(title.folded) - width + 1):
            run = title.folded[at : at + width]
            if all(len(one) == 1 for one in run):
                found |= table.get("".join(run), 0)
    return found


@lru_cache(maxsize=1)
def _table() -> dict[str, int]:
    kinds = read_toml(__package__, "kinds.toml")
    table: dict[str, int] = {}
    for bit, words in enumerate(kinds.values()):
        for word in " ".join(words.values()).split():
            table[word] = table.get(word, 0) | 1 << bit
    return table
