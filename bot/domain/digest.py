"""Digests as values. :mod:`bot.digests` composes them and :mod:`bot.render` renders them."""

from dataclasses import dataclass

from bot.domain.analysis import Reading
from bot.domain.attribution import Attribution, Speaker
from bot.domain.line import LineReference
from bot.domain.text import Span


@dataclass(frozen=True, slots=True)
class SpeakerSection:
    """The statements of one speaker in text order, attitudes last; ``speaker`` None has all unresolved ones."""

    speaker: Speaker | None
    statements: tuple[Attribution, ...]


@dataclass(frozen=True, slots=True)
class Digest:
    """Who said what in one article, by speaker; ``withheld`` counts attributions below the confidence threshold."""

    reading: Reading
    sections: tuple[SpeakerSection, ...]
    withheld: int = 0


@dataclass(frozen=True, slots=True)
class Side:
    """A party to an event: ``label`` heads its column ("Russia"); its speakers in order of appearance."""

    label: str
    speakers: tuple[Speaker, ...]


@dataclass(frozen=True, slots=True)
class QuotedPhrase:
    """A phrase from the text of ``reading``."""

    reading: Reading
    span: Span

    @property
    def words(self) -> str:
        """The words of the phrase."""
        return self.span.of(self.reading.article.text)


@dataclass(frozen=True, slots=True)
class TopicRow:
    """Lines of each side. Where they ``meets``, they are claims about one thing; else what a side says besides.

    ``topic`` is an article's own phrase, None if it has none for it. ``clash`` is the line that denies or rejects
    the other side's words, ``answer`` the one that answers them, if there is one.
    """

    topic: QuotedPhrase | None
    a: tuple[LineReference, ...]
    b: tuple[LineReference, ...]
    clash: LineReference | None = None
    answer: LineReference | None = None
    meets: bool = True

    def __post_init__(self) -> None:
        if not (self.a or self.b):
            raise ValueError("a row needs a line of at least one side")


@dataclass(frozen=True, slots=True)
class TwoSidesQuery:
    """Which two accounts to show: of the article with the id ``article``, of its ``story``, or of everything read.

    ``article`` is "" for everything. ``a`` and ``b`` name the sides, ``about`` the topic; "" leaves it open.
    """

    article: str = ""
    story: bool = False
    a: str = ""
    b: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class TwoSides:
    """Two accounts of one event, row by row, in the articles ``readings`` (at least one, oldest first).

    An empty cell means "not mentioned in these articles", never "denied". ``about`` is the topic, "" for everything;
    ``left_out`` counts older statements beyond the maximum.
    """

    readings: tuple[Reading, ...]
    a: Side
    b: Side
    rows: tuple[TopicRow, ...]
    about: str = ""
    left_out: int = 0

    def __post_init__(self) -> None:
        if not self.readings:
            raise ValueError("two sides need an article")
