"""A country's position on a topic: by speaker, on cards, in a terminal and as a file in Markdown. Pure."""

import re
from datetime import datetime, tzinfo

from bot.digests.position import DatedStatement, PositionSheet, PositionSpeaker
from bot.digests.search_results import describe_scope
from bot.domain.folding import fold_letters
from bot.i18n.dates import format_day
from bot.i18n.messages import translate
from bot.render.card import Action, Button
from bot.render.document import Block, Document, Line, OutletPart, Quote, StrangerText
from bot.render.document_cards import render_markdown
from bot.render.line_text import translate_parts
from bot.render.localized_names import country_name
from bot.render.quotations import without_marks
from bot.render.statement_lines import quote_line
from bot.render.statements import dated, introduce, listed, named
from bot.render.two_sides_buttons import make_words_action

FILE_LIMIT = 2000


def compose_position_page(sheet: PositionSheet, zone: tzinfo | None = None) -> Document:
    """The position, dates in each reader's own zone, or as words in ``zone``."""
    blocks: list[Block] = []
    for voice in sheet.voices:
        blocks.append(_speaker(voice))
        blocks += (_quote(dated, zone) for dated in voice.said)
    return Document(
        _title(sheet),
        tuple(blocks),
        facts=((_facts(sheet),),),
        turn=make_words_action(Action.POSITION, sheet.country, sheet.topic),
        buttons=(
            Button(translate("position-as-file"), make_words_action(Action.POSITIONFILE, sheet.country, sheet.topic)),
        ),
    )


def render_position_file(sheet: PositionSheet, made_at: datetime, zone: tzinfo) -> str:
    """The position in Markdown, dates in ``zone``. Raises ``NotVerbatimError``."""
    day = format_day(made_at.astimezone(zone))
    found = translate("position-found-on", facts=_facts(sheet), day=day, zone=str(zone))
    document = compose_position_page(sheet, zone)
    return render_markdown(document, found, translate("position-word-for-word"), limit=FILE_LIMIT)


def name_file(sheet: PositionSheet) -> str:
    """A name for the file that any system takes."""
    words = re.sub(r"[^a-z0-9]+", "-", fold_letters(f"{sheet.country} {sheet.topic}"))
    return f"position-{words.strip('-')[:60] or 'sheet'}.md"


def _title(sheet: PositionSheet) -> Line:
    """Whose position it is, on a topic or on everything."""
    country = StrangerText(country_name(sheet.country), 80)
    if not (topic := without_marks(sheet.topic)):
        return translate_parts("position-of", country=country)
    return translate_parts("position-on", country=country, topic=StrangerText(topic, 80))


def _facts(sheet: PositionSheet) -> str:
    said = translate("position-said", statements=sheet.statements, speakers=len(sheet.voices))
    newest = translate("position-newest", said=said) if sheet.left_out else said
    ordered = translate("position-newest-first", said=newest)
    return f"{ordered} · {translate('position-searched', scope=describe_scope(sheet.scope))}"


def _speaker(voice: PositionSpeaker) -> Block:
    readings = [reading for one in voice.said for reading in (one.told.reading, *one.told.also)]
    return introduce(voice.speaker, *(reading.article for reading in readings))


def _quote(one: DatedStatement, zone: tzinfo | None) -> Quote:
    told, article = one.told, one.told.reading.article
    also = [reading.article for reading in told.also]
    carried = translate_parts("twosides-also-in", names=listed(list(map(named, also)), 3)) if also else ()
    at = dated(article, one.at, style="d")
    if zone:
        day = format_day(one.at.astimezone(zone))
        at = (day,) if article.published_at == one.at else (translate("said-read-on", day=day),)
    notes = ((OutletPart(article),), carried)
    return quote_line(article, told.statement, one.line, *also, at=at, notes=notes, url=article.url or "")
