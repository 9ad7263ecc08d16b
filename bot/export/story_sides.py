"""Two sides of a story for its page, over the statements that are exported and no others."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from bot.archive.export_queries import ExportedArticle
from bot.digests.two_sides import compose_two_sides
from bot.domain.briefing import StatementReference
from bot.errors import NotVerbatimError, UsageError
from bot.export.displayed_statement import CELL_LIMIT, MARKS, show_source, show_verb, show_words, unmarked
from bot.export.html_pages import Cell, SidesTable, SidesTableRow
from bot.export.statement import ExportedStatement
from bot.render.quotations import check_verbatim, shorten

SIDE_ARTICLES = 12
"""Articles of a story that are compared, from the oldest; more would say the same again."""
STATEMENTS = 300
"""Statements that are compared at the most: the time grows with their square."""
CELLS = 6
"""Statements of one side on one topic."""
TOPIC_LIMIT = 80


def compose_story_sides(told: Sequence[tuple[ExportedArticle, Sequence[ExportedStatement]]]) -> SidesTable | None:
    """The two accounts in these articles, the oldest first; None where there are not two.

    None as well where a quotation would not match its article: the timeline below tells the same one by one.
    """
    readings, room, dates = [], STATEMENTS, {}
    for filed, statements in sorted(told, key=lambda one: (one[0].at, one[0].reading.id)):
        kept = tuple(one.attribution for one in statements[:room])
        room -= len(kept)
        if kept:
            reading = filed.reading
            readings.append(replace(reading, analysis=replace(reading.analysis, attributions=kept)))
            dates[reading.id] = filed.at
    if not readings:
        return None
    try:
        sides = compose_two_sides(*readings, threshold=0.0)
        rows = tuple(
            SidesTableRow(
                _topic(row.topic.words, row.topic.reading.article.text),
                tuple(_cell(one, dates) for one in row.a[:CELLS]),
                tuple(_cell(one, dates) for one in row.b[:CELLS]),
                row.clash is not None,
            )
            for row in sides.rows
        )
    except (UsageError, NotVerbatimError):
        return None
    return SidesTable(unmarked(sides.a.label), unmarked(sides.b.label), rows, len(readings))


def _cell(told: StatementReference, dates: Mapping[str, datetime]) -> Cell:
    article, said = told.reading.article, told.statement
    sources = [show_source(one.article, one.id, dates[one.id]) for one in (told.reading, *told.also)]
    return Cell(
        unmarked(said.speaker.name) if said.speaker else "",
        show_verb(article.text, said),
        MARKS[said.kind],
        show_words(article, said, CELL_LIMIT),
        tuple(sources),
    )


def _topic(words: str, text: str) -> str:
    topic = shorten(words, TOPIC_LIMIT)
    check_verbatim(topic, text)
    return topic
