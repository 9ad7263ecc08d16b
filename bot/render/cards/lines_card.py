"""The first page of who said what: the lines that an editor would print, by side and speaker. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.digests.lines.grouping import SpeakerLines, group_lines
from bot.digests.lines.statement import StatementLine
from bot.domain.analysis import Reading
from bot.domain.article import Article
from bot.domain.attribution import Attribution
from bot.domain.line import Line as DigestLine
from bot.i18n.messages import translate, translate_stored
from bot.render.card import Action, ComponentAction
from bot.render.cards.article_card import compose_page
from bot.render.document import Block, Document, Heading, Quote, Speaker, StrangerText, Text
from bot.render.localized_names import country_name
from bot.render.statement_lines import describe_answer, quote_line
from bot.render.statements import introduce, option, source_of

LINE_LIMIT = 400
"""Characters of a line's piece; a page with long ones shows less of each."""


def compose_lines_page(reading: Reading, lines: Sequence[DigestLine]) -> Document:
    """``lines`` on a page, with buttons to all statements and the other views. Raises ``NotVerbatimError``."""
    unread = reading.analysis.unread
    nobody = StrangerText(translate_stored(unread), 1000) if unread else translate("whosaid-nobody")
    return compose_page(
        reading,
        translate("whosaid-title"),
        tuple(line_blocks(reading, lines)) or (Text(((nobody,),)),),
        Action.STATEMENTS,
        Action.SUMMARY,
        Action.TWOSIDES,
        choose=ComponentAction(Action.CONTEXT, reading.id),
        limit=LINE_LIMIT,
        one_page=True,
        dense=True,
    )


def line_blocks(reading: Reading, lines: Sequence[DigestLine]) -> Iterator[Block]:
    """Each side, named where more than one speaks for it, then each speaker with his lines."""
    said = sorted(reading.analysis.attributions, key=lambda one: one.span)
    for side in group_lines(lines):
        named = side.side is not None and len(side.speakers) > 1
        if named:
            yield Heading((StrangerText(country_name(side.side or ""), 80),), level=3, articles=(reading.article,))
        for group in side.speakers:
            yield replace(_speaker(reading, group, said), level=4 if named else 3)
            yield from (_quote(reading.article, line, lines, said) for line in group.lines)


def _speaker(reading: Reading, group: SpeakerLines, said: Sequence[Attribution]) -> Speaker:
    article, language = reading.article, reading.analysis.language
    sources = {source_of(article, said[line.attributions[0]], language) for line in group.lines}
    if group.speaker is None and len(sources) == 1 and (source := sources.pop()):
        return Speaker(source, articles=(article,), known=False)
    return introduce(group.speaker, article)


def _quote(article: Article, line: DigestLine, lines: Sequence[DigestLine], said: Sequence[Attribution]) -> Quote:
    """``line``, one of ``lines``, with whom it answers."""
    found = said[line.attributions[0]]
    answered = next((one.speaker for one in lines if one.rank == line.answers), None)
    return quote_line(
        article,
        replace(found, relayed_by=line.relayed_by),
        StatementLine(line.pieces),
        notes=describe_answer(found, answered),
        option=option(article, found),
    )
