"""Statements as CSV (RFC 4180): a header, then a line a statement, every value safe to open in a spreadsheet.

A spreadsheet takes a value that begins with = + - @ or a tab for a formula, wherever it came from (OWASP, CSV
Injection). Such a value gets one apostrophe before it; one that already begins with apostrophes and then such a sign
gets one more, so that removing one always restores the value.
"""

import csv
import io
import re
from collections.abc import Sequence
from typing import TextIO

from bot.archive.export_queries import ExportedSpeaker
from bot.domain.analysis import Analysis, Reading
from bot.domain.folding import fold_words
from bot.domain.statement_search import FoundStatement
from bot.export.statement import ExportedStatement
from bot.render.quotations import ELLIPSIS

COLUMNS = (
    *("date", "dated", "speaker", "role", "country", "person", "act", "negated", "conditional", "kind", "words"),
    *("relayed_by", "confidence", "outlet", "outlet_label", "title", "url", "story", "article_id", "spans"),
    *("text_sha256", "line"),
)
"""``docs/export.md`` says what each holds. Columns are only ever added, at the end."""
BETWEEN = f" {ELLIPSIS} "
"""Stands between two spans of one statement, or of its line."""

# the full-width forms count as formulas too where the input method writes them
_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")


class CsvWriter:
    """Writes statements as lines of a table to ``sink``, which must not translate line ends (``newline=""``)."""

    def __init__(self, sink: TextIO) -> None:
        self._rows = csv.writer(sink, dialect="excel", lineterminator="\r\n")
        self._rows.writerow(COLUMNS)

    def write(self, one: ExportedStatement) -> None:
        """Add a line."""
        self._rows.writerow([guard(value) for value in find_values(one)])


def find_values(one: ExportedStatement) -> tuple[str, ...]:
    """The values of ``COLUMNS``, as they are."""
    said, article = one.attribution, one.reading.article
    speaker, outlet = said.speaker, article.outlet
    return (
        one.at.isoformat(),
        "published" if one.published else "read",
        speaker.name if speaker else "",
        (speaker and speaker.role) or "",
        (speaker and speaker.country) or "",
        "; ".join(known.name for known in one.speakers),
        said.act.value,
        _truth(said.negated),
        _truth(said.conditional),
        said.kind.value,
        BETWEEN.join(one.pieces),
        said.relayed_by or "",
        f"{said.confidence:.4f}",
        outlet.name if outlet else "",
        (outlet and outlet.state) or "",
        article.title or "",
        article.url or "",
        "" if one.story is None else str(one.story),
        one.reading.id,
        " ".join(f"{span.start}-{span.end}" for span in said.content),
        article.text_sha256,
        BETWEEN.join(span.of(article.text) for span in one.word().pieces),
    )


def guard(value: str) -> str:
    """``value`` as a spreadsheet takes it for text."""
    return f"'{value}" if _FORMULA.match(value) else value


def _truth(value: bool) -> str:
    return "true" if value else "false"


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
