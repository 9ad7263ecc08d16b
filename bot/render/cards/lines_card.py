"""The first page of who said what: the lines that an editor would print, by side and speaker. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from bot.digests.lines.grouping import SpeakerLines, group_lines
from bot.domain.analysis import Reading
from bot.domain.line import Line as DigestLine
from bot.i18n.messages import translate, translate_stored
from bot.render.card import Action, Button, ComponentAction
from bot.render.cards.article_card import compose_heading, source_button, tone
from bot.render.document import Block, Document, Heading, Quote, Speaker, StrangerText, Text
from bot.render.line_words import find_statement, note_line, word_line
from bot.render.localized_names import country_name
from bot.render.statements import introduce, option, source_of

LINE_LIMIT = 400
"""Characters of a line's piece; a page with long ones shows less of each."""


def compose_lines_page(reading: Reading, lines: Sequence[DigestLine]) -> Document:
    """``lines`` on a page, with buttons to all statements and the other views. Raises ``NotVerbatimError``."""
    article, unread = reading.article, reading.analysis.unread
    nobody = StrangerText(translate_stored(unread), 1000) if unread else translate("whosaid-nobody")
    return Document(
        (translate("whosaid-title"),),
        tuple(_blocks(reading, lines)) or (Text(((nobody,),)),),
        compose_heading(article),
        choose=ComponentAction(Action.CONTEXT, reading.id),
        buttons=(
            Button(translate("whosaid-all"), ComponentAction(Action.STATEMENTS, reading.id)),
            Button(translate("article-summary"), ComponentAction(Action.SUMMARY, reading.id)),
            Button(translate("article-two-sides"), ComponentAction(Action.TWOSIDES, reading.id)),
            *source_button(article),
        ),
        tone=tone(article),
        limit=LINE_LIMIT,
        one_page=True,
        dense=True,
    )


def _blocks(reading: Reading, lines: Sequence[DigestLine]) -> Iterator[Block]:
    """Each side, named where more than one speaks for it, then each speaker with his lines."""
    for side in group_lines(lines):
        named = side.side is not None and len(side.speakers) > 1
        if named:
            yield Heading((StrangerText(country_name(side.side or ""), 80),), level=3, articles=(reading.article,))
        for group in side.speakers:
            yield replace(_speaker(reading, group), level=4 if named else 3)
            yield from (_quote(reading, line, lines) for line in group.lines)


def _speaker(reading: Reading, group: SpeakerLines) -> Speaker:
    article = reading.article
    sources = {source_of(article.text, find_statement(reading, line)) for line in group.lines}
    if group.speaker is None and len(sources) == 1 and (source := sources.pop()):
        return Speaker(source, articles=(article,), known=False)
    return introduce(group.speaker, article)


def _quote(reading: Reading, line: DigestLine, lines: Sequence[DigestLine]) -> Quote:
    return Quote(
        partial(word_line, reading, line),
        (reading.article,),
        notes=note_line(reading, line, lines),
        option=option(reading.article, find_statement(reading, line)),
    )
