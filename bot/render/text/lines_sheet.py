"""The lines of a page for a terminal: by side and speaker, as on the card. Pure."""

from collections.abc import Sequence

from bot.digests.lines.choice import compose_lines
from bot.digests.lines.grouping import SpeakerLines, group_lines
from bot.domain.analysis import Reading
from bot.domain.line import Line
from bot.i18n.messages import translate, translate_stored
from bot.render.line_words import note_line, word_line
from bot.render.localized_names import speaker_facts
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
    groups = [group for side in group_lines(lines) for group in side.speakers]
    return (Caption(translate("whosaid-title")), Points(tuple(_point(reading, group, lines) for group in groups)))


def _point(reading: Reading, group: SpeakerLines, lines: Sequence[Line]) -> Point:
    speaker = group.speaker
    name = one_line(speaker.name) if speaker else translate("whosaid-unresolved")
    facts = map(one_line, speaker_facts(speaker)) if speaker else ()
    return Point("", ", ".join((name, *facts)), tuple(_line(reading, line, lines) for line in group.lines))


def _line(reading: Reading, line: Line, lines: Sequence[Line]) -> str:
    notes = note_line(reading, line, lines, one_line).told
    words = one_line(word_line(reading, line, STATEMENT_LIMIT))
    return words + (f" ({' · '.join(notes)})" if notes else "")
