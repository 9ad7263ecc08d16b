"""Splits a text into words and decides by their capitals which can be part of an office or a personal name."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from bot.data_files import read_rows
from bot.domain.text import Span
from bot.gazetteer.countries import PlaceMention
from bot.gazetteer.office_words import HEADS, HONORIFICS, MODIFIERS, read_words

_WORD = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?|[^\W\d_][\w]*(?:[-'’‘.][^\W\d_]+)*")
_LISTS = read_words("names")
PARTICLES, ORGANISATION, CALENDAR, _COMMON = (
    frozenset(_LISTS[name].split()) for name in ("particles", "organisation", "calendar", "common")
)
HEADLINE = frozenset(_LISTS["headline"].split())
"""Verbs that follow a name in a headline, which are capitalised too: "Orla Venn Meets with …"."""
_PARTICLE_NAME = re.compile(r"(?:al|el|ul|bin|ibn|as|ash|ad|ar|az|at)-[A-ZÀ-Þ]|d['’][A-ZÀ-Þ]")


_ACRONYMS = frozenset(("eu", "uk", "un", "us"))
"""Words that belong to a title only if they are in capitals: "Kim Jong Un and President Orla Venn"."""
_AFFAIRES = re.compile(r"d['’]affaires", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class CapitalisedWord:
    """A word of a text: its position, and whether it is in a place name or (according to the model) a personal one."""

    start: int
    end: int
    text: str
    lower: str
    place: bool
    person: bool

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter, after "then-" or the like."""
        return self.text[self.text.lower().find(self.lower)].isupper()


@lru_cache(maxsize=1)
def given_names() -> dict[str, str]:
    """Given names, folded and in lower case, with the gender that they imply: "m" or "f"."""
    table: dict[str, str] = {}
    for gender, names in read_rows(__package__, "given_names.tsv"):
        table.update(dict.fromkeys(names.split(), gender))
    return table


def is_common(word: str) -> bool:
    """Whether a word is never a name, even at the start of a sentence: "Officials", "Yesterday"."""
    return word.lower() in _COMMON


def split_words(text: str, persons: Sequence[Span], found: Iterable[PlaceMention]) -> list[CapitalisedWord]:
    """The words of ``text`` in order, without possessive endings.

    ``persons``, sorted, are from the model; ``found`` are the places.
    """
    # for each person, the one up to it that ends last; of several, the longest
    reach = list(accumulate(((person.end, -person.start) for person in persons), max))
    starts: dict[int, int] = {}
    for span in (place.span for place in found):
        begun = bisect_right(persons, span.start, key=lambda person: person.start)
        if not begun or reach[begun - 1] <= (span.end, -span.start):  # "Virginia Raggi" is not about a state
            starts[span.start] = span.end
    words: list[CapitalisedWord] = []
    inside = 0
    ahead, person_end = 0, 0  # the first of ``persons``, which are sorted, that does not begin before the word
    for match in _WORD.finditer(text):
        start, end = match.span()
        token = match.group()
        for mark in ("'s", "’s", "‘s"):
            if token.endswith(mark) and len(token) > 2:
                end -= 2
                token = token[:-2]
        if start in starts:
            inside = max(inside, starts[start])
        lower = token.lower().rstrip(".").removeprefix("then-").removeprefix("now-").removeprefix("ex-")
        # within a person's name from the model: "John Major" is no major; the first word may still be a title
        while ahead < len(persons) and persons[ahead].start < start:
            person_end = max(person_end, persons[ahead].end)
            ahead += 1
        title = (lower in HONORIFICS or f"{lower}." in HONORIFICS) and match.end() < person_end
        named = start < person_end and not title
        if ahead < len(persons) and persons[ahead].start == start and persons[ahead].end > end:
            named = named or lower in ORGANISATION  # "Bill Richardson"
        words.append(CapitalisedWord(start, end, token, lower, start < inside, named))
    return words


def is_title_word(word: CapitalisedWord) -> bool:
    """Whether ``word`` can be part of the title before a name."""
    return (
        word.place
        or word.lower in HEADS
        or (word.lower in MODIFIERS and (word.lower not in _ACRONYMS or word.text.isupper()))
        or f"{word.lower}." in HONORIFICS
        or word.lower in HONORIFICS
    )


def is_name_word(word: CapitalisedWord) -> bool:
    """Whether ``word`` can be part of a personal name."""
    if word.person and word.capital:
        return word.lower not in HEADLINE
    if word.place or not (word.capital or _PARTICLE_NAME.match(word.text)) or _AFFAIRES.fullmatch(word.text):
        return False
    if word.lower in HEADS or word.lower in CALENDAR or f"{word.lower}." in HONORIFICS or word.lower in HONORIFICS:
        return False
    if word.lower in MODIFIERS or word.lower in ORGANISATION:
        return False
    return word.lower not in _COMMON and word.lower not in HEADLINE
