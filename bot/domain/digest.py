"""Digests: what is posted. Values only; :mod:`bot.digests` composes them and :mod:`bot.render` shows them."""

from dataclasses import dataclass

from bot.domain.analysis import Reading
from bot.domain.attribution import Attribution, Speaker
from bot.domain.text import Span


@dataclass(frozen=True, slots=True)
class SpeakerSection:
    """All shown statements of one speaker in text order, then the attitudes.

    ``speaker`` None gathers what could not be resolved.
    """

    speaker: Speaker | None
    statements: tuple[Attribution, ...]


@dataclass(frozen=True, slots=True)
class Digest:
    """Who said what in one article, by speaker, most statements first, the unresolved last.

    ``withheld`` counts attributions left out because their confidence is below the threshold.
    """

    reading: Reading
    sections: tuple[SpeakerSection, ...]
    withheld: int = 0


@dataclass(frozen=True, slots=True)
class Side:
    """One party to an event: ``label`` heads its column ("Russia"); its speakers in the order they appear."""

    label: str
    speakers: tuple[Speaker, ...]


@dataclass(frozen=True, slots=True)
class TopicRow:
    """What each side says about one topic. ``topic`` is the article's own words for it; an empty side said nothing."""

    topic: Span
    a: tuple[Attribution, ...]
    b: tuple[Attribution, ...]

    def __post_init__(self) -> None:
        if not (self.a or self.b):
            raise ValueError("a row needs a statement of at least one side")


@dataclass(frozen=True, slots=True)
class TwoSides:
    """Two accounts of one event, row by row. An empty cell means "not mentioned in this article", never "denied"."""

    reading: Reading
    a: Side
    b: Side
    rows: tuple[TopicRow, ...]
