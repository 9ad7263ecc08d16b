"""Public figures of the table ``public_figures.tsv``: whom they speak for, known from elsewhere than a text."""

from functools import lru_cache
from importlib import resources

from bot.gazetteer.spelling import fold, skeleton

_SHORT = 2
"""Letters of a surname that many bear."""


def find_figure(name: str) -> str | None:
    """The state or body that the public figure of this full ``name`` speaks for, initials between its words aside."""
    full, _ = _tables()
    words = _words(name)
    return full.get(words) or (full.get((words[0], words[-1])) if len(words) > 2 else None)


def find_figure_by_surname(surname: str) -> str | None:
    """The one state or body whose public figures alone bear this ``surname``."""
    _, families = _tables()
    states = families.get(fold(surname), frozenset()) if len(surname) > _SHORT else frozenset()
    return next(iter(states)) if len(states) == 1 else None


def _words(name: str) -> tuple[str, ...]:
    """The words of ``name`` as they sound, initials left out."""
    words = name.replace("-", " ").split()
    return tuple(skeleton(word) for word in words if len(word.strip(".")) > 1) or (skeleton(name),)


@lru_cache(maxsize=1)
def _tables() -> tuple[dict[tuple[str, ...], str], dict[str, frozenset[str]]]:
    lines = resources.files(__package__).joinpath("public_figures.tsv").read_text("utf-8").splitlines()
    full: dict[tuple[str, ...], str] = {}
    families: dict[str, frozenset[str]] = {}
    for line in lines:
        if line.startswith(("#", "state\t")):
            continue
        state, names = line.split("\t")
        for name in names.split(", "):
            words = _words(name)
            full[words] = state
            surname = fold(name.split()[-1])
            families[surname] = families.get(surname, frozenset()) | {state}
    return full, families
