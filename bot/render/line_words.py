"""The words of a line as people read them: slices of the article that go on from the speaker's name. Pure."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.domain.analysis import Reading
from bot.domain.attribution import Act, Attribution, Kind
from bot.domain.line import Line
from bot.i18n.messages import translate
from bot.render.quotations import ELLIPSIS, excerpt

_MARKS = '“”„«»"'


@dataclass(frozen=True, slots=True)
class LineNotes:
    """What is to be said of a line beside its words, each "" where there is nothing.

    ``reported`` marks words that have neither their verb nor quotation marks.
    """

    reported: str
    relayed: str
    answers: str

    @property
    def told(self) -> tuple[str, ...]:
        """Those that there are."""
        return tuple(note for note in (self.answers, self.relayed, self.reported) if note)


def find_statement(reading: Reading, line: Line) -> Attribution:
    """The statement that ``line`` words."""
    return sorted(reading.analysis.attributions, key=lambda one: one.span)[line.attributions[0]]


def word_line(reading: Reading, line: Line, limit: int, escape: Callable[[str], str] = str) -> str:
    """The words of a line, at most ``limit`` characters of the article in each piece, an ellipsis between the pieces.

    Quotation marks are the article's; direct speech that has none (a transcript's) receives ours.
    """
    found = find_statement(reading, line)
    quoted = found.kind is Kind.DIRECT and _without_verb(found, line)
    pieces = [excerpt(reading.article.text, span, limit, quoted=quoted) for span in line.pieces]
    return f" {ELLIPSIS} ".join(piece.marked(escape) + (f" {ELLIPSIS}" if piece.cut else "") for piece in pieces)


def note_line(reading: Reading, line: Line, lines: Sequence[Line], name: Callable[[str], str]) -> LineNotes:
    """What is to be said of ``line``, one of ``lines``; ``name`` makes names fit to be shown."""
    found = find_statement(reading, line)
    marked = found.kind is Kind.DIRECT or any(set(span.of(reading.article.text)) & set(_MARKS) for span in line.pieces)
    reported = _without_verb(found, line) and not marked
    answered = next((one.speaker for one in lines if one.rank == line.answers), None)
    act = Act.REJECTS if found.act is Act.REJECTS else Act.DENIES
    return LineNotes(
        translate("whosaid-mark", kind=Kind.INDIRECT) if reported else "",
        translate("whosaid-via", name=name(line.relayed_by)) if line.relayed_by else "",
        translate("whosaid-answers", act=act, name=name(answered.name)) if answered else "",
    )


def _without_verb(found: Attribution, line: Line) -> bool:
    """Whether the verb of what is worded stands outside of the line."""
    cue = found.cue
    return cue is None or line.pieces[0].start > cue.start or line.pieces[-1].end <= cue.start
