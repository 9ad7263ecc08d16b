"""A line of a page: what one speaker said, worded by slices of the article so that it reads on from the name."""

from dataclasses import dataclass

from bot.domain.attribution import Speaker
from bot.domain.text import Span


@dataclass(frozen=True, slots=True)
class Line:
    """One line. ``rank`` counts from 1 in the order of the page.

    ``pieces`` are slices in text order; words were left out between two of them. ``attributions`` are places in the
    analysis's attributions sorted by span, the one that is worded first and then those that it covers.
    ``relayed_by`` is who passes it on; ``answers`` the rank of the line that this one denies or answers.
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
