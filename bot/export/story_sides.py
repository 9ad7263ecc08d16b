"""What a story's page tells first: the digest's lines by side, and two sides, of the exported statements alone."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC

from markupsafe import Markup

from bot.archive.export_queries import ExportedArticle
from bot.digests.story_digest import compose_story_digest
from bot.digests.two_sides import compose_two_sides
from bot.domain.analysis import Reading
from bot.domain.attribution import Attribution
from bot.domain.briefing import DatedReading, StoryReadings
from bot.errors import NotVerbatimError, UsageError
from bot.export.document_html import HtmlWriter
from bot.export.statement import ExportedStatement
from bot.render.cards.briefing_cards import compose_story_blocks
from bot.render.cards.two_sides_card import compose_columns
from bot.render.document import Block

SIDE_ARTICLES = 12
"""Articles of a story that are compared, from the oldest; more would say the same again."""
STATEMENTS = 300
"""Statements that are compared at the most: the time grows with their square."""


@dataclass(frozen=True, slots=True)
class StorySections:
    """Sections of a story's page as HTML, None for one with nothing to tell; made of so many articles."""

    lines: Markup | None = None
    sides: Markup | None = None
    compared: int = 0


def compose_story_sections(
    told: Sequence[tuple[ExportedArticle, Sequence[ExportedStatement]]], *, narrow: bool
) -> StorySections:
    """The sections of these articles; only statements if ``narrow``. A section that cannot be verified is left out."""
    dated, room = [], STATEMENTS
    for filed, statements in sorted(told, key=lambda one: (one[0].at, one[0].reading.id)):
        kept = tuple(one.attribution for one in statements[:room])
        room -= len(kept)
        if kept:
            dated.append(DatedReading(_keep(filed.reading, kept, narrow=narrow), filed.at))
    if not dated:
        return StorySections()

    def lines() -> Sequence[Block]:
        return compose_story_blocks(compose_story_digest(StoryReadings(tuple(dated))))

    def sides() -> Sequence[Block]:
        readings = [account.reading for account in dated]
        return compose_columns(compose_two_sides(*readings, threshold=0.0)).blocks

    speakers = {one.speaker for account in dated for one in account.reading.analysis.attributions if one.speaker}
    return StorySections(_write(lines), _write(sides) if len(speakers) > 1 else None, len(dated))


def _keep(reading: Reading, kept: tuple[Attribution, ...], *, narrow: bool) -> Reading:
    analysis = replace(reading.analysis, attributions=kept)
    return replace(reading, analysis=replace(analysis, summary=(), ranking=()) if narrow else analysis)


def _write(compose: Callable[[], Sequence[Block]]) -> Markup | None:
    with suppress(UsageError, NotVerbatimError):
        return HtmlWriter(UTC).write(compose())
    return None
