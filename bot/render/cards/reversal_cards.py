"""What a speaker said first and later against it, side by side, on cards and in a terminal. Pure."""

from bot.digests.position import DatedStatement
from bot.digests.reversals import Reversal, ReversalSheet
from bot.digests.search_results import describe_scope
from bot.i18n.messages import translate
from bot.render.card import Action, Button
from bot.render.document import Columns, Document, Line, Quote, Row, Speaker, StrangerText, Text
from bot.render.line_text import translate_parts
from bot.render.localized_names import country_name
from bot.render.quotations import without_marks
from bot.render.search_buttons import fits_in_action, make_search_action
from bot.render.statement_lines import quote_line
from bot.render.statements import carried_too, dated_source
from bot.render.two_sides_buttons import make_words_action

NAME_LIMIT = 100


def compose_reversals_page(sheet: ReversalSheet) -> Document:
    """The reversals, or that there are none, with what was compared. Raises ``NotVerbatimError`` when rendered."""
    asked = sheet.asked
    buttons = (Button(translate("changed-all"), make_search_action(asked, "")),) if fits_in_action(asked) else ()
    compared, searched = _compared(sheet), translate("position-searched", scope=describe_scope(sheet.scope))
    if not sheet.reversals:
        lines: tuple[Line, ...] = (
            (translate("changed-nothing", compared=compared),),
            (translate("changed-what-counts"),),
        )
        return Document(_title(sheet), (Text(lines),), facts=((searched,),), buttons=buttons)
    count = translate("changed-count", count=len(sheet.reversals))
    columns = Columns(
        Speaker((translate("changed-earlier"),)),
        Speaker((translate("changed-later"),)),
        tuple(map(_row, sheet.reversals)),
        absent="",
        several=True,
    )
    return Document(
        _title(sheet),
        (columns,),
        facts=((count,), (compared,), (searched,)),
        notes=(translate("changed-judge"),),
        turn=make_words_action(Action.CHANGED, asked.who, asked.about),
        buttons=buttons,
    )


def _title(sheet: ReversalSheet) -> Line:
    who = StrangerText(without_marks(country_name(sheet.who)), NAME_LIMIT)
    if not (about := without_marks(sheet.about)):
        return translate_parts("changed-of", who=who)
    return translate_parts("changed-of-about", who=who, about=StrangerText(about, NAME_LIMIT))


def _compared(sheet: ReversalSheet) -> str:
    said = translate("said-found", count=sheet.statements)
    if sheet.left_out:
        return translate("changed-compared-newest", said=said)
    return translate("changed-compared", said=said)


def _row(one: Reversal) -> Row:
    article, speaker = one.later.told.reading.article, one.later.told.statement.speaker
    return Row(
        one.subject,
        without_marks(speaker.name if speaker else ""),
        (quote_dated(one.earlier),),
        (quote_dated(one.later),),
        (article,),
    )


def quote_dated(dated: DatedStatement, *before: Line) -> Quote:
    """A statement with its outlet and date, and what is said ``before`` them."""
    told, article = dated.told, dated.told.reading.article
    also = [one.article for one in told.also]
    notes = (*before, dated_source(article, dated.at), carried_too(also))
    return quote_line(article, told.statement, dated.line, *also, notes=notes)
