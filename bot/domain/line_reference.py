"""A line together with the article that it is of, for what is composed of several articles."""

from dataclasses import dataclass

from bot.domain.analysis import Reading
from bot.domain.attribution import Attribution
from bot.domain.line import Line


@dataclass(frozen=True, slots=True)
class LineReference:
    """A line of ``reading``; ``also`` are articles of other outlets that carry the same statement.

    ``line`` has the rank, and answers the rank, that it has among the lines that it is shown with.
    """

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
