"""A country's position on a topic: cards, and a file in Markdown. Every piece is checked as it is made."""

import re
from datetime import datetime, tzinfo
from functools import partial

from bot.digests.found import describe_scope
from bot.digests.position import Dated, PositionSheet, PositionVoice
from bot.domain.folding import fold_letters
from bot.render.card import (
    BLOCK_LIMIT,
    FOOTER_ROOM,
    TEXT_LIMIT,
    Action,
    Button,
    Card,
    Press,
    verified_text,
)
from bot.render.cards_article import footer
from bot.render.cards_briefing import outlet_facts, without_marks
from bot.render.cards_twosides import outlet_name
from bot.render.cards_whosaid import saying, speaker_line
from bot.render.markdown import block_quote, escape, inline, link, timestamp, units
from bot.render.named import country_name
from bot.render.pages import fitted, page_note, paged, turning
from bot.render.sides_press import press_words
from bot.render.verbatim import statement
from bot.words.moments import show_day
from bot.words.speech import say

STATEMENT_LIMIT = 600
FILE_STATEMENT_LIMIT = 2000
STATEMENT_ROOM = 1300
HEADER_ROOM = 500
STATEMENTS = 12
PAGE_ROOM = TEXT_LIMIT - HEADER_ROOM - FOOTER_ROOM

Shown = tuple[str, str]  # a speaker's heading and a statement


def render_position(sheet: PositionSheet) -> list[Card]:
    """The position as pages, dates in each reader's own zone. Raises ``NotVerbatimError``."""
    press = press_words(Action.POSITION, sheet.country, sheet.topic)
    entries = [
        (_heading(voice), fitted(partial(_entry, dated, timestamp(dated.at, "d")), STATEMENT_LIMIT, STATEMENT_ROOM))
        for voice in sheet.voices
        for dated in voice.said
    ]
    pages = paged(entries, _fits)
    return [
        Card(
            header=f"### {_title(sheet)}\n-# {_facts(sheet)}",
            blocks=_blocks(page),
            footer=footer(say("whosaid-legend"), page_note(number, len(pages))),
            buttons=(
                *turning(Press(press.action, press.reading, number, press.detail), len(pages)),
                Button(say("position-as-file"), press_words(Action.POSITIONFILE, sheet.country, sheet.topic)),
            ),
        )
        for number, page in enumerate(pages)
    ]


def render_position_file(sheet: PositionSheet, made_at: datetime, zone: tzinfo) -> str:
    """The position in Markdown, dates in ``zone``. Raises ``NotVerbatimError``."""

    made = show_day(made_at.astimezone(zone))
    lines = [f"# {_title(sheet)}", "", say("position-found-on", facts=_facts(sheet), day=made, zone=str(zone))]
    lines += ["", say("position-word-for-word"), ""]
    for voice in sheet.voices:
        lines += [f"## {_heading(voice)}", ""]
        for dated in voice.said:
            lines += [
                _entry(dated, show_day(dated.at.astimezone(zone)), FILE_STATEMENT_LIMIT).replace("-# ", "", 1),
                "",
            ]
    return "\n".join(lines)


def name_file(sheet: PositionSheet) -> str:
    """A name for the file that any system takes."""
    words = re.sub(r"[^a-z0-9]+", "-", fold_letters(f"{sheet.country} {sheet.topic}"))
    return f"position-{words.strip('-')[:60] or 'sheet'}.md"


def _title(sheet: PositionSheet) -> str:
    return verified_text(
        title_position(inline(country_name(sheet.country), 80), inline(without_marks(sheet.topic), 80))
    )


def title_position(country: str, topic: str) -> str:
    """Whose position it is, on a topic or on everything."""
    return say("position-on", country=country, topic=topic) if topic else say("position-of", country=country)


def _facts(sheet: PositionSheet) -> str:
    said = say("position-said", statements=sheet.statements, speakers=len(sheet.voices))
    newest = say("position-newest", said=said) if sheet.left_out else said
    ordered = say("position-newest-first", said=newest)
    return f"{ordered} · {say('position-searched', scope=describe_scope(sheet.scope))}"


def _heading(voice: PositionVoice) -> str:
    articles = [reading.article for one in voice.said for reading in (one.told.reading, *one.told.also)]
    return verified_text(speaker_line(voice.speaker), *articles)


def _entry(dated: Dated, when: str, limit: int) -> str:
    told = dated.told
    article = told.reading.article
    source = verified_text(link(outlet_name(article), article.url) + outlet_facts(article), article)
    also = [verified_text(inline(outlet_name(one.article), 40), one.article) for one in told.also[:3]]
    carried = [say("twosides-also-in", names=", ".join(also))] if also else []
    how = verified_text(saying(article.text, told.statement), article)
    words = verified_text(block_quote(statement(article.text, told.statement, limit, escape)), article)
    return f"-# {' · '.join([f'**{when}**', how, source, *carried])}\n{words}"


def _fits(page: list[Shown]) -> bool:
    blocks = _blocks(page)
    return len(page) <= STATEMENTS and len(blocks) <= BLOCK_LIMIT and sum(map(units, blocks)) <= PAGE_ROOM


def _blocks(page: list[Shown]) -> tuple[str, ...]:
    """One block a speaker."""
    blocks: dict[str, list[str]] = {}
    for heading, shown in page:
        blocks.setdefault(heading, []).append(shown)
    return tuple(f"{heading}\n" + "\n\n".join(said) for heading, said in blocks.items())
