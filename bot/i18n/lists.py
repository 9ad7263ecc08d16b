"""Joins names in a line, as each language does."""

from collections.abc import Iterable, Sequence

from bot.i18n.bidi import isolate
from bot.i18n.messages import translate


def join_names(names: Iterable[str]) -> str:
    """``names`` with separators: "Norway, Sweden"."""
    return translate("list-comma").join(map(isolate, names))


def join_facts(facts: Iterable[str]) -> str:
    """What is known of one thing, without what is empty: "Orla Venn, foreign minister, Norway"."""
    return translate("list-facts").join(filter(None, facts))


def join_with_and(names: Sequence[str]) -> str:
    """``names`` with a word before the last: "Monday, Tuesday and Sunday"."""
    *first, last = names
    return translate("list-and", first=join_names(first), last=last) if first else last


def join_first(names: Sequence[str], most: int) -> str:
    """The first ``most`` of ``names``, and how many more there are."""
    shown = join_names(names[:most])
    return translate("list-names-more", names=shown, count=len(names) - most) if len(names) > most else shown
