"""A country's position on a topic: cards, and a file in Markdown. Every piece is checked as it is made."""

import re
from datetime import datetime, tzinfo
from functools import partial

from bot.digests.position import DatedStatement, PositionSheet, PositionSpeaker
from bot.digests.search_results import describe_scope
from bot.domain.folding import fold_letters
from bot.i18n.dates import format_day
from bot.i18n.messages import translate
from bot.render.card import (
    BLOCK_LIMIT,
    FOOTER_ROOM,
    TEXT_LIMIT,
    Action,
    Button,
    Card,
    ComponentAction,
    verify_text,
)
from bot.render.cards.article_card import footer
from bot.render.cards.briefing_cards import outlet_facts, without_marks
from bot.render.cards.two_sides_card import outlet_name
from bot.render.cards.who_said_card import speaker_line, statement_line
from bot.render.localized_names import country_name
from bot.render.markdown import block_quote, escape, inline, link, timestamp, units
from bot.render.pagination import fit_to_limit, page_buttons, page_note, paginate
from bot.render.quotations import quote_statement
from bot.render.two_sides_buttons import make_words_action

STATEMENT_LIMIT = 600
FILE_STATEMENT_LIMIT = 2000
STATEMENT_ROOM = 1300
HEADER_ROOM = 500
STATEMENTS = 12
PAGE_ROOM = TEXT_LIMIT - HEADER_ROOM - FOOTER_ROOM

DisplayedStatement = tuple[str, str]  # a speaker's heading and a statement


def render_position(sheet: PositionSheet) -> list[Card]:
    """The position as pages, dates in each reader's own zone. Raises ``NotVerbatimError``."""
    press = make_words_action(Action.POSITION, sheet.country, sheet.topic)
    entries = [
        (
            _heading(voice),
            fit_to_limit(partial(_entry, dated, timestamp(dated.at, "d")), STATEMENT_LIMIT, STATEMENT_ROOM),
        )
        for voice in sheet.voices
        for dated in voice.said
    ]
    pages = paginate(entries, _fits)
    return [
        Card(
            header=f"### {_title(sheet)}\n-# {_facts(sheet)}",
            blocks=_blocks(page),
            footer=footer(translate("whosaid-legend"), page_note(number, len(pages))),
            buttons=(
                *page_buttons(ComponentAction(press.action, press.reading, number, press.detail), len(pages)),
                Button(
                    translate("position-as-file"), make_words_action(Action.POSITIONFILE, sheet.country, sheet.topic)
                ),
            ),
        )
        for number, page in enumerate(pages)
    ]


def render_position_file(sheet: PositionSheet, made_at: datetime, zone: tzinfo) -> str:
    """The position in Markdown, dates in ``zone``. Raises ``NotVerbatimError``."""

    made = format_day(made_at.astimezone(zone))
    lines = [f"# {_title(sheet)}", "", translate("position-found-on", facts=_facts(sheet), day=made, zone=str(zone))]
    lines += ["", translate("position-word-for-word"), ""]
    for voice in sheet.voices:
        lines += [f"## {_heading(voice)}", ""]
        for dated in voice.said:
            lines += [
                _entry(dated, format_day(dated.at.astimezone(zone)), FILE_STATEMENT_LIMIT).replace("-# ", "", 1),
                "",
            ]
    return "\n".join(lines)


def name_file(sheet: PositionSheet) -> str:
    """A name for the file that any system takes."""
    words = re.sub(r"[^a-z0-9]+", "-", fold_letters(f"{sheet.country} {sheet.topic}"))
    return f"position-{words.strip('-')[:60] or 'sheet'}.md"


def _title(sheet: PositionSheet) -> str:
    return verify_text(title_position(inline(country_name(sheet.country), 80), inline(without_marks(sheet.topic), 80)))


def title_position(country: str, topic: str) -> str:
    """Whose position it is, on a topic or on everything."""
    return (
        translate("position-on", country=country, topic=topic) if topic else translate("position-of", country=country)
    )


def _facts(sheet: PositionSheet) -> str:
    said = translate("position-said", statements=sheet.statements, speakers=len(sheet.voices))
    newest = translate("position-newest", said=said) if sheet.left_out else said
    ordered = translate("position-newest-first", said=newest)
    return f"{ordered} · {translate('position-searched', scope=describe_scope(sheet.scope))}"


def _heading(voice: PositionSpeaker) -> str:
    articles = [reading.article for one in voice.said for reading in (one.told.reading, *one.told.also)]
    return verify_text(speaker_line(voice.speaker), *articles)


def _entry(dated: DatedStatement, when: str, limit: int) -> str:
    told = dated.told
    article = told.reading.article
    source = verify_text(link(outlet_name(article), article.url) + outlet_facts(article), article)
    also = [verify_text(inline(outlet_name(one.article), 40), one.article) for one in told.also[:3]]
    carried = [translate("twosides-also-in", names=", ".join(also))] if also else []
    how = verify_text(statement_line(article.text, told.statement), article)
    words = verify_text(block_quote(quote_statement(article.text, told.statement, limit, escape)), article)
    return f"-# {' · '.join([f'**{when}**', how, source, *carried])}\n{words}"


def _fits(page: list[DisplayedStatement]) -> bool:
    blocks = _blocks(page)
    return len(page) <= STATEMENTS and len(blocks) <= BLOCK_LIMIT and sum(map(units, blocks)) <= PAGE_ROOM


def _blocks(page: list[DisplayedStatement]) -> tuple[str, ...]:
    """One block a speaker."""
    blocks: dict[str, list[str]] = {}
    for heading, shown in page:
        blocks.setdefault(heading, []).append(shown)
    return tuple(f"{heading}\n" + "\n\n".join(said) for heading, said in blocks.items())
