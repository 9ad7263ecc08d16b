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
from bot.render.pages import fitted, page_note, paged, turning
from bot.render.sides_press import press_words
from bot.render.verbatim import statement
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
                Button("As a file", press_words(Action.POSITIONFILE, sheet.country, sheet.topic)),
            ),
        )
        for number, page in enumerate(pages)
    ]


def render_position_file(sheet: PositionSheet, made_at: datetime, zone: tzinfo) -> str:
    """The position in Markdown, dates in ``zone``. Raises ``NotVerbatimError``."""

    def date(at: datetime) -> str:
        local = at.astimezone(zone)
        return f"{local.day} {local:%B %Y}"

    lines = [f"# {_title(sheet)}", "", f"{_facts(sheet)}. Found on {date(made_at)} ({zone})."]
    lines += [
        "",
        "Each statement is a part of its article, word for word; in quotation marks only where the article has "
        "them. Reported speech is the outlet’s wording.",
        "",
    ]
    for voice in sheet.voices:
        lines += [f"## {_heading(voice)}", ""]
        for dated in voice.said:
            lines += [_entry(dated, date(dated.at), FILE_STATEMENT_LIMIT).replace("-# ", "", 1), ""]
    return "\n".join(lines)


def name_file(sheet: PositionSheet) -> str:
    """A name for the file that any system takes."""
    words = re.sub(r"[^a-z0-9]+", "-", fold_letters(f"{sheet.country} {sheet.topic}"))
    return f"position-{words.strip('-')[:60] or 'sheet'}.md"


def _title(sheet: PositionSheet) -> str:
    topic = inline(without_marks(sheet.topic), 80)
    return verified_text(f"Position of {inline(sheet.country, 80)}" + (f" on {topic}" if topic else ""))


def _facts(sheet: PositionSheet) -> str:
    statements = f"{sheet.statements:,} statement{'' if sheet.statements == 1 else 's'}"
    speakers = f"{len(sheet.voices):,} speaker{'' if len(sheet.voices) == 1 else 's'}"
    newest = "the newest " if sheet.left_out else ""
    return f"{newest}{statements} by {speakers}, newest first · {describe_scope(sheet.scope)} searched"


def _heading(voice: PositionVoice) -> str:
    articles = [reading.article for one in voice.said for reading in (one.told.reading, *one.told.also)]
    return verified_text(speaker_line(voice.speaker), *articles)


def _entry(dated: Dated, when: str, limit: int) -> str:
    told = dated.told
    article = told.reading.article
    source = verified_text(link(outlet_name(article), article.url) + outlet_facts(article), article)
    also = [verified_text(inline(outlet_name(one.article), 40), one.article) for one in told.also[:3]]
    carried = [f"also in {', '.join(also)}"] if also else []
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
