"""Joins several texts, so that what works on one text works on several; maps offsets there and back. Pure."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.analysis import Reading
from bot.domain.attribution import Attribution
from bot.domain.digest import QuotedPhrase
from bot.domain.text import Span

_BETWEEN = "\n\n"  # texts end at paragraph boundaries


class CombinedText:
    """The texts of ``readings``, joined in ``text``."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self._readings = tuple(readings)
        self._starts: list[int] = []
        reached = 0
        for reading in self._readings:
            self._starts.append(reached)
            reached += len(reading.article.text) + len(_BETWEEN)
        self._start_of = {reading.id: start for reading, start in zip(self._readings, self._starts, strict=True)}
        self.text = _BETWEEN.join(reading.article.text for reading in self._readings)

    def shift(self, reading: Reading, statement: Attribution) -> Attribution:
        """``statement`` of ``reading`` with spans of the joined text."""
        by = self._start_of[reading.id]
        return replace(
            statement,
            content=tuple(_moved(span, by) for span in statement.content),
            source=_moved(statement.source, by) if statement.source else None,
            cue=_moved(statement.cue, by) if statement.cue else None,
        )

    def place(self, reading: Reading, span: Span) -> Span:
        """Where a span of ``reading`` stands in the joined text."""
        return _moved(span, self._start_of[reading.id])

    def find(self, span: Span) -> QuotedPhrase:
        """The phrase at ``span`` of the joined text, which must be within one of the texts."""
        place = bisect_right(self._starts, span.start) - 1
        return QuotedPhrase(self._readings[place], _moved(span, -self._starts[place]))


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
