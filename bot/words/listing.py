"""Several names in a line, as each language sets them apart."""

from collections.abc import Iterable, Sequence
from functools import reduce

from bot.words.direction import isolate
from bot.words.speech import say


def listed(names: Iterable[str]) -> str:
    """``names`` with what stands between them: "Norway, Sweden"."""
    return say("list-comma").join(map(isolate, names))


def listed_with_and(names: Sequence[str]) -> str:
    """``names`` with a word before the last: "Monday, Tuesday and Sunday"."""
    *first, last = names
    return say("list-and", first=listed(first), last=last) if first else last


def listed_by_and(names: Iterable[str]) -> str:
    """``names`` with that word between all of them: "Norway and Sweden and Finland"."""
    return reduce(lambda first, last: say("list-and", first=first, last=last), names)


def listed_up_to(names: Sequence[str], most: int) -> str:
    """The first ``most`` of ``names``, and how many more there are."""
    shown = listed(names[:most])
    return say("list-names-more", names=shown, count=len(names) - most) if len(names) > most else shown
