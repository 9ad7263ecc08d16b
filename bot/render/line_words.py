"""The words of a line as people read them: slices of the article that go on from the speaker's name. Pure."""

from collections.abc import Callable, Sequence

from bot.domain.analysis import Reading
from bot.domain.attribution import Act, Attribution, Kind
from bot.domain.line import Line as DigestLine
from bot.i18n.messages import translate
from bot.render.document import Line, StrangerText
from bot.render.quotations import ELLIPSIS, excerpt
from bot.render.translated_parts import translate_parts

_MARKS = '“”„«»"'


def find_statement(reading: Reading, line: DigestLine) -> Attribution:
    """The statement that ``line`` words."""
    return sorted(reading.analysis.attributions, key=lambda one: one.span)[line.attributions[0]]


def word_line(reading: Reading, line: DigestLine, limit: int, escape: Callable[[str], str] = str) -> str:
    """The words of a line, at most ``limit`` characters of the article in each piece, an ellipsis between the pieces.

    Quotation marks are the article's; direct speech that has none (a transcript's) receives ours.
    """
    found = find_statement(reading, line)
    quoted = found.kind is Kind.DIRECT and _without_verb(found, line)
    pieces = [excerpt(reading.article.text, span, limit, quoted=quoted) for span in line.pieces]
    return f" {ELLIPSIS} ".join(piece.marked(escape) + (f" {ELLIPSIS}" if piece.cut else "") for piece in pieces)


def note_line(reading: Reading, line: DigestLine, lines: Sequence[DigestLine]) -> tuple[Line, ...]:
    """What is to be said of ``line``, one of ``lines``: what it answers, who passes it on, that it is reported.

    Only words that have neither their verb nor quotation marks are marked as reported.
    """
    found = find_statement(reading, line)
    marked = found.kind is Kind.DIRECT or any(set(span.of(reading.article.text)) & set(_MARKS) for span in line.pieces)
    notes: list[Line] = []
    if answered := next((one.speaker for one in lines if one.rank == line.answers), None):
        act = Act.REJECTS if found.act is Act.REJECTS else Act.DENIES
        notes.append(translate_parts("whosaid-answers", act=act, name=StrangerText(answered.name, 60)))
    if line.relayed_by:
        notes.append(translate_parts("whosaid-via", name=StrangerText(line.relayed_by, 60)))
    if _without_verb(found, line) and not marked:
        notes.append((translate("whosaid-mark", kind=Kind.INDIRECT),))
    return tuple(notes)


def _without_verb(found: Attribution, line: DigestLine) -> bool:
    """Whether the verb of what is worded stands outside of the line."""
    cue = found.cue
    return cue is None or line.pieces[0].start > cue.start or line.pieces[-1].end <= cue.start
