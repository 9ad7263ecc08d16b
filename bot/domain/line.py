"""A line of a digest, alone and with its article: what one speaker said, in slices that read on from the name."""

from dataclasses import dataclass

from bot.domain.analysis import Reading
from bot.domain.attribution import Attribution, Speaker
from bot.domain.text import Span


@dataclass(frozen=True, slots=True)
class Line:
    """A line. ``rank`` counts from 1 in page order.

    ``pieces`` are slices in text order, with words left out between two of them. ``attributions`` are indices into the
    analysis's attributions sorted by span: first the one that the words come from, then those it covers. ``relayed_by``
    is who passes it on; ``answers`` is the rank of the line that this one denies or answers.
    """

    rank: int
    speaker: Speaker | None
    pieces: tuple[Span, ...]
    attributions: tuple[int, ...]
    relayed_by: str | None = None
    answers: int | None = None

    def __post_init__(self) -> None:
        if not self.pieces or not self.attributions:
            raise ValueError("a line needs words and the attribution that they are of")
        if self.answers == self.rank:
            raise ValueError("a line cannot answer itself")


@dataclass(frozen=True, slots=True)
class LineReference:
    """A line of ``reading``, renumbered among those shown; ``also`` are other outlets' articles with the statement."""

    reading: Reading
    line: Line
    also: tuple[Reading, ...] = ()

    @property
    def statement(self) -> Attribution:
        """The statement that the line words."""
        return sorted(self.reading.analysis.attributions, key=lambda one: one.span)[self.line.attributions[0]]

    @property
    def words(self) -> str:
        """The words of the line, without what is left out between its pieces."""
        return " ".join(piece.of(self.reading.article.text) for piece in self.line.pieces)
