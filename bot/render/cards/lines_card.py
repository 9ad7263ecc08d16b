"""The first page of who said what: the lines that an editor would print, by side and speaker."""

from collections.abc import Sequence
from dataclasses import replace

from bot.digests.lines.grouping import SideLines, SpeakerLines, group_lines
from bot.domain.analysis import Reading
from bot.domain.line import Line
from bot.i18n.bidi import isolate
from bot.i18n.messages import translate
from bot.render.card import (
    FOOTER_ROOM,
    HEADER_ROOM,
    LABEL_LIMIT,
    TEXT_LIMIT,
    Action,
    Button,
    Card,
    ComponentAction,
    Menu,
    Option,
    verify_card,
)
from bot.render.cards.article_card import header, source_button, tone
from bot.render.cards.who_said_card import SNIPPET_LIMIT, speaker_line
from bot.render.line_words import find_statement, note_line, word_line
from bot.render.localized_names import country_name
from bot.render.markdown import block_quote, escape, inline, units
from bot.render.quotations import shorten, snippet

LINE_LIMIT = 400
"""Characters of a line's piece; a page with long ones shows less of each."""
_LEAST = 100
_ROOM = TEXT_LIMIT - HEADER_ROOM - FOOTER_ROOM


def render_lines(reading: Reading, lines: Sequence[Line]) -> Card:
    """``lines`` as a card, with buttons to all statements and the other views. Raises ``NotVerbatimError``."""
    article = reading.article
    shown, limit = tuple(lines), LINE_LIMIT
    while sum(map(units, blocks := _blocks(reading, shown, limit))) > _ROOM and (limit > _LEAST or len(shown) > 1):
        shown, limit = (shown, limit // 2) if limit > _LEAST else (shown[:-1], limit)
    card = Card(
        header=header(article, reading.analysis.language),
        blocks=blocks,
        menu=_menu(reading, shown),
        buttons=(
            Button(translate("whosaid-all"), ComponentAction(Action.STATEMENTS, reading.id)),
            Button(translate("article-summary"), ComponentAction(Action.SUMMARY, reading.id)),
            Button(translate("article-two-sides"), ComponentAction(Action.TWOSIDES, reading.id)),
            *source_button(article),
        ),
        tone=tone(article),
    )
    return verify_card(card, article)


def _blocks(reading: Reading, lines: Sequence[Line], limit: int) -> tuple[str, ...]:
    return tuple(_side(reading, side, lines, limit) for side in group_lines(lines))


def _side(reading: Reading, side: SideLines, lines: Sequence[Line], limit: int) -> str:
    """One block a side: its name where more than one speaks for it, then each speaker with his lines."""
    if side.side is None or len(side.speakers) == 1:
        return "\n".join(_speaker(reading, one, lines, limit) for one in side.speakers)
    untold = [replace(one, speaker=one.speaker and replace(one.speaker, country=None)) for one in side.speakers]
    parts = (_speaker(reading, one, lines, limit) for one in untold)
    return "\n".join((f"-# {inline(country_name(side.side), 80)}", *parts))


def _speaker(reading: Reading, group: SpeakerLines, lines: Sequence[Line], limit: int) -> str:
    return "\n".join([_heading(reading, group), "\n\n".join(_line(reading, one, lines, limit) for one in group.lines)])


def _heading(reading: Reading, group: SpeakerLines) -> str:
    if group.speaker is not None:
        return speaker_line(group.speaker)
    sources = {find_statement(reading, line).source for line in group.lines}
    source = sources.pop() if len(sources) == 1 else None
    return f"*{inline(source.of(reading.article.text), 80)}*" if source else f"**{translate('whosaid-unresolved')}**"


def _line(reading: Reading, line: Line, lines: Sequence[Line], limit: int) -> str:
    notes = note_line(reading, line, lines, lambda name: inline(name, 60)).told
    words = block_quote(word_line(reading, line, limit, escape))
    return (f"-# {' · '.join(notes)}\n" if notes else "") + words


def _menu(reading: Reading, lines: Sequence[Line]) -> Menu:
    """The menu of lines, each leading to its paragraph; of two at one place the first."""
    options: dict[str, Option] = {}
    for side in group_lines(lines):
        for group in side.speakers:
            name = group.speaker.name if group.speaker else translate("whosaid-unresolved")
            for line in group.lines:
                found = find_statement(reading, line)
                value = f"{found.span.start}-{found.span.end}"
                label = isolate(shorten(name, LABEL_LIMIT - 10))
                options.setdefault(value, Option(label, value, snippet(reading.article.text, found, SNIPPET_LIMIT)))
    return Menu(translate("whosaid-context"), ComponentAction(Action.CONTEXT, reading.id), tuple(options.values()))
