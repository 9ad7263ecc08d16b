"""A text's sentences and its descriptions of unnamed people, indexed to find who is meant."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.text import Span, number_at
from bot.nlp.speakers.introductions import Introduction
from bot.nlp.speakers.names import NameMention
from bot.nlp.speakers.office_holders import is_subject


@dataclass(frozen=True, slots=True)
class DescriptionIndex:
    """``sentences`` and ``introductions`` are in text order."""

    text: str
    sentences: Sequence[Span]
    introductions: Sequence[Introduction]

    def sentence_of(self, mention: NameMention) -> int:
        """The number of the sentence with a name."""
        return number_at(self.sentences, mention.span.start)

    def before(self, mention: NameMention, count: int) -> Sequence[Introduction]:
        """The last ``count`` descriptions before a name."""
        at = bisect_left(self.introductions, mention.span.start, key=lambda one: one.span.start)
        return self.introductions[max(0, at - count) : at]

    def after(self, mention: NameMention, count: int) -> Sequence[Introduction]:
        """The first ``count`` descriptions after a name."""
        at = bisect_left(self.introductions, mention.span.end, key=lambda one: one.span.start)
        return self.introductions[at : at + count]

    def is_subject(self, mention: NameMention) -> bool:
        """Whether a name opens its clause and is followed by a verb."""
        return is_subject(self.text, self.sentences[self.sentence_of(mention)], mention)
