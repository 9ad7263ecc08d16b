"""Two sides of a story for its page, over the statements that are exported and no others."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC

from bot.archive.export_queries import ExportedArticle
from bot.digests.two_sides import compose_two_sides
from bot.errors import NotVerbatimError, UsageError
from bot.export.statement import ExportedStatement
from bot.render.cards.two_sides_card import compose_columns
from bot.render.document import Columns
from bot.render.terminal import Screen, show

SIDE_ARTICLES = 12
"""Articles of a story that are compared, from the oldest; more would say the same again."""
STATEMENTS = 300
"""Statements that are compared at the most: the time grows with their square."""


def compose_story_sides(told: Sequence[tuple[ExportedArticle, Sequence[ExportedStatement]]]) -> Columns | None:
    """The two accounts in these articles, the oldest first; None where there are not two.

    None as well where a quotation would not match its article: the timeline below tells the same one by one.
    """
    readings, room = [], STATEMENTS
    for filed, statements in sorted(told, key=lambda one: (one[0].at, one[0].reading.id)):
        kept = tuple(one.attribution for one in statements[:room])
        room -= len(kept)
        if kept:
            reading = filed.reading
            readings.append(replace(reading, analysis=replace(reading.analysis, attributions=kept)))
    if not readings:
        return None
    try:
        document = compose_columns(compose_two_sides(*readings, threshold=0.0))
        show(Screen(zone=UTC), document)
    except (UsageError, NotVerbatimError):
        return None
    (columns,) = (block for block in document.blocks if isinstance(block, Columns))
    return columns
