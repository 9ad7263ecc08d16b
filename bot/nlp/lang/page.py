"""A text in another language with its sentences, quotations and lines, and the lexicon that it is read with."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

from bot.domain.text import UNSPACED, Span
from bot.nlp.lang.lexicon import Lexicon, Word
from bot.nlp.lang.names import Names
from bot.nlp.lang.places import Place, find_places
from bot.nlp.sentences import find_sentences
from bot.nlp.structure.quotations import find_quotations, quotation_at

_COUNTED = re.compile(rf"[{UNSPACED}]|[^\W{UNSPACED}]+")
_LOOKED_AT = 40
"""A number of characters that contains some words."""
QUOTED = 4
"""Minimum words of a quotation that must have a speaker; in Han, characters."""


def count_words(text: str, span: Span) -> int:
    """The number of words of a span; in scripts without spaces, of characters."""
    return sum(1 for _ in _COUNTED.finditer(text, span.start, span.end))


@dataclass(frozen=True)
class Page:
    """A text with its sentences and quotations, and the lexicon that it is read with.

    ``name_words`` are the words that may belong to names of people, with probabilities; None without a network's
    answer.
    """

    text: str
    lexicon: Lexicon
    name_words: tuple[tuple[Span, float], ...] | None = None

    @cached_property
    def names(self) -> Names:
        """The words that may belong to a person's name."""
        return Names(self.text, self.lexicon, self.name_words)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Sentences; one that begins inside a quotation belongs to the sentence that contains the quotation's start."""
        return find_sentences(self.text)

    @cached_property
    def quotations(self) -> tuple[Span, ...]:
        """Quotations, marks included."""
        return find_quotations(self.text)

    @cached_property
    def spoken(self) -> tuple[Span, ...]:
        """Quotations long enough to have a speaker."""
        return tuple(one for one in self.quotations if count_words(self.text, one) >= self.fewest_quoted)

    @property
    def fewest_quoted(self) -> int:
        """Minimum words of a quotation that is long enough."""
        return QUOTED * (2 if self.lexicon.writing.unspaced else 1)

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """Lines that are not empty."""
        return tuple(Span(*m.span()) for m in re.finditer(r"[^\n]+", self.text))

    def paragraph(self, place: int) -> Span:
        """The line around a position."""
        number = bisect_right(self.paragraphs, place, key=lambda one: one.start) - 1
        return self.paragraphs[max(0, number)]

    def sentence(self, place: int) -> int:
        """The number of the sentence around a position."""
        return max(0, bisect_right(self.sentences, place, key=lambda one: one.start) - 1)

    def quotation(self, place: int) -> Span | None:
        """The quotation around a position."""
        return quotation_at(self.quotations, place)

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """The states, capitals and bodies that it names; they do not overlap."""
        return find_places(self.text, self.lexicon.code)

    def is_placed(self, span: Span) -> bool:
        """Whether words belong to the name of a place."""
        number = bisect_right(self.places, span.start, key=lambda one: one.span.end)
        return number < len(self.places) and self.places[number].span.overlaps(span)

    def place_at(self, start: int) -> Place | None:
        """The place whose name begins at a position."""
        number = bisect_left(self.places, start, key=lambda one: one.span.start)
        return next((one for one in self.places[number : number + 1] if one.span.start == start), None)

    def place_until(self, end: int) -> Place | None:
        """The place whose name ends at a position."""
        number = bisect_left(self.places, end, key=lambda one: one.span.end)
        return next((one for one in self.places[number : number + 1] if one.span.end == end), None)

    def state_at(self, start: int) -> Place | None:
        """The place that is named at a position, not by an adjective."""
        place = self.place_at(start)
        return None if place is None or place.adjective else place

    def words(self, span: Span) -> list[Word]:
        """The words of a span."""
        return self.lexicon.words(self.text, span.start, span.end)

    def word_before(self, place: int) -> Word | None:
        """The last word before a position, if one is near."""
        return next(iter(self.words_before(place)), None)

    def words_before(self, place: int) -> list[Word]:
        """The words right before a position, nearest first."""
        return self.words(Span(max(0, place - _LOOKED_AT), place))[::-1] if place else []
