"""What a search found as a table (CSV) to open in a spreadsheet: the columns of the export."""

import io
from collections.abc import Sequence

from bot.archive.export_queries import ExportedSpeaker
from bot.domain.analysis import Analysis, Reading
from bot.domain.folding import fold_words
from bot.domain.statement_search import FoundStatement
from bot.export.csv_table import CsvWriter
from bot.export.statement import ExportedStatement


def render_found_table(found: Sequence[FoundStatement]) -> bytes:
    """A line for each statement, in the order in which they were found; UTF-8 with the mark by which Excel knows it."""
    sink = io.StringIO(newline="")
    table = CsvWriter(sink)
    for one in found:
        known = (ExportedSpeaker(fold_words(one.person), one.person),) if one.person else ()
        table.write(ExportedStatement(one.statement, _reading(one), one.attribution, one.at, known))
    return sink.getvalue().encode("utf-8-sig", "replace")


def _reading(one: FoundStatement) -> Reading:
    """The article with what is known of its statements around this one."""
    said = (one.attribution, *(one.beside or ()))
    return Reading(one.reading, one.article, Analysis(one.article.text_sha256, "", (), said, one.language))
