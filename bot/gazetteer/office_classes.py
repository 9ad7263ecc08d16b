"""The class of an office, whatever the language that names it: "министр иностранных дел" and "外长" are one. Pure."""

import re
from functools import lru_cache

from bot.data_files import read_toml
from bot.domain.folding import fold_letters
from bot.gazetteer.countries import longest_of

_LONGEST = 300
"""Characters of an office that are read."""
_ARABIC_LETTERS = str.maketrans("ىةؤئ", "يهوء", "ـ")
_UNSPACED = re.compile(r"[\u3400-\u9fff]")


@lru_cache(maxsize=4096)
def office_classes(role: str) -> frozenset[str]:
    """The classes of the offices that ``role`` names; none if it names none of the table."""
    spaced, unspaced, classes = _table()
    folded = _fold(role[:_LONGEST])
    return frozenset(classes[found] for found in (*spaced.findall(folded), *unspaced.findall(folded)))


def named_office(words: str) -> str | None:
    """The class of the office that ``words`` are the name of, and nothing else; None if they are not."""
    return _table()[2].get(_fold(words))


def _fold(words: str) -> str:
    return " ".join(fold_letters(words).translate(_ARABIC_LETTERS).split())


@lru_cache(maxsize=1)
def _table() -> tuple[re.Pattern[str], re.Pattern[str], dict[str, str]]:
    tables = read_toml(__package__, "office_classes.toml")
    classes = {_fold(name): kind for kind, names in tables.items() for name in names.split(",")}
    classes.pop("", None)
    han = sorted(name for name in classes if _UNSPACED.search(name))
    others = sorted(name for name in classes if name not in han)
    return re.compile(rf"(?<!\w){longest_of(others)}"), re.compile(longest_of(han)), classes
