"""Converts a text to sumy's document: sentences with spans, lines as paragraphs, headline-like lines as headings."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence

from bot.domain.text import Span
from bot.nlp.structure.line_labels import without_label
from bot.nlp.summary.sentence_filters import is_furniture, is_question
from bot.nlp.summary.tokenizer import WordTokenizer

_LONGEST_TITLE = 300
"""Characters."""


class PlacedSentence(Sentence):  # type: ignore[misc]  # sumy ships no types
    """A sentence at ``span``, on ``line`` (from 0). Equal only to itself, because sumy rates sentences by key."""

    __slots__ = ("line", "span")

    def __init__(self, text: str, span: Span, line: int, *, is_heading: bool) -> None:
        super().__init__(text, WordTokenizer(), is_heading=is_heading)
        self.span = span
        self.line = line

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PlacedSentence) and self.span == other.span

    def __hash__(self) -> int:
        return hash(self.span)


def build_document(text: str, sentences: Sequence[Span]) -> ObjectDocumentModel:
    """The document of ``sentences`` (spans of ``text``, in order); of equal sentences only the first.

    Lines that are unsuitable for a summary (headlines, datelines, "Read more: …") become headings, which sumy's
    summarizers do not choose, unless there is nothing else.
    """
    placed = list(_place(text, sentences))
    if all(sentence.is_heading for sentence in placed):
        placed = [PlacedSentence(s.span.of(text), s.span, s.line, is_heading=False) for s in placed]
    return ObjectDocumentModel(Paragraph(group) for _, group in groupby(placed, key=lambda sentence: sentence.line))


def _place(text: str, sentences: Sequence[Span]) -> Iterable[PlacedSentence]:
    seen: set[str] = set()
    title = _find_title_end(text, sentences)
    line, reached = 0, 0
    for number, span in enumerate(sentences):
        line += text.count("\n", reached, span.start)
        reached = span.start
        words = span.of(text)
        key = " ".join(words.split()).casefold()
        if key not in seen:
            seen.add(key)
            heading = is_furniture(words, alone=_alone(text, sentences, number)) or span.end <= title
            kept = without_label(text, span)
            yield PlacedSentence(kept.of(text), kept, line, is_heading=heading)


def _find_title_end(text: str, sentences: Sequence[Span]) -> int:
    """Where a title on the first line ends, also one of several sentences: "Oslo agrees. Bergen does not"; else 0."""
    line, _, rest = text.partition("\n")
    if not sentences or not rest.strip() or len(line) > _LONGEST_TITLE:
        return 0
    asks = is_question(sentences[0].of(text))  # "Will Oslo agree? The fleet waits for an answer."
    return len(line) if asks or is_furniture(line, alone=True) else 0


def _alone(text: str, sentences: Sequence[Span], number: int) -> bool:
    """Whether the sentence is the only one on its line."""
    before = sentences[number - 1].end if number else 0
    after = sentences[number + 1].start if number + 1 < len(sentences) else len(text)
    span = sentences[number]
    return (number == 0 or "\n" in text[before : span.start]) and (
        number + 1 == len(sentences) or "\n" in text[span.end : after]
    )
