"""Words that imply a state without naming it: chambers, parties, agencies of the table ``implied_states.tsv``."""

import re
from functools import lru_cache
from importlib import resources

from bot.domain.text import Span
from bot.gazetteer.countries import longest_of


def find_implied(text: str) -> tuple[tuple[Span, str], ...]:
    """Every such word of ``text`` with its state, in order, longest first where they overlap."""
    pattern, states = _table()
    return tuple((Span(*match.span()), states[match.group()]) for match in pattern.finditer(text))


@lru_cache(maxsize=1)
def _table() -> tuple[re.Pattern[str], dict[str, str]]:
    states: dict[str, str] = {}
    for line in resources.files(__package__).joinpath("implied_states.tsv").read_text("utf-8").splitlines():
        if line.startswith(("#", "state\t")):
            continue
        state, words = line.split("\t")
        for word in words.split(", "):
            states.setdefault(word, state)
    return re.compile(rf"(?<![\w-]){longest_of(sorted(states))}(?!\w)"), states
