"""The lines of a page for a terminal: each under its speaker, in the order of the page. Pure."""

from bot.digests.lines.choice import compose_lines
from bot.domain.analysis import Reading
from bot.domain.attribution import Kind
from bot.domain.line import Line
from bot.i18n.messages import translate, translate_stored
from bot.render.localized_names import speaker_facts
from bot.render.quotations import ELLIPSIS, excerpt
from bot.render.text.sheet import STATEMENT_LIMIT, Caption, Note, Point, Points, Sheet, one_line


def compose_lines_sheet(reading: Reading) -> Sheet:
    """Who said what, as an editor would print it."""
    lines = compose_lines(reading)
    if not lines:
        unread = reading.analysis.unread
        return (
            Caption(translate("whosaid-title")),
            Note(translate_stored(unread) if unread else translate("whosaid-nobody")),
        )
    return (Caption(translate("whosaid-title")), Points(tuple(_point(reading, line) for line in lines)))


def _point(reading: Reading, line: Line) -> Point:
    speaker = line.speaker
    name = one_line(speaker.name) if speaker else translate("whosaid-unresolved")
    facts = map(one_line, speaker_facts(speaker)) if speaker else ()
    relayed = [translate("whosaid-relayed", name=one_line(line.relayed_by))] if line.relayed_by else []
    return Point(str(line.rank), ", ".join((name, *facts, *relayed)), (line_words(reading, line),))


def line_words(reading: Reading, line: Line) -> str:
    """The words of a line: slices of the article, with an ellipsis between those that are not neighbours."""
    found = sorted(reading.analysis.attributions, key=lambda one: one.span)[line.attributions[0]]
    text, quoted = reading.article.text, found.kind is Kind.DIRECT
    apart = found.cue is None or line.pieces[0].start > found.cue.start or line.pieces[-1].end <= found.cue.start
    pieces = [excerpt(text, span, STATEMENT_LIMIT, quoted=quoted and apart) for span in line.pieces]
    return f" {ELLIPSIS} ".join(one_line(piece.marked()) + (ELLIPSIS if piece.cut else "") for piece in pieces)
