"""The context card: the paragraph of the article in which a statement stands."""

from bot.domain.analysis import Reading
from bot.domain.attribution import Attribution
from bot.domain.text import Span
from bot.errors import UsageError
from bot.i18n.messages import translatable, translate
from bot.render.card import FOOTER_ROOM, HEADER_ROOM, TEXT_LIMIT, Action, Button, Card, ComponentAction, verify_card
from bot.render.cards.article_card import footer, header, source_button, tone
from bot.render.cards.who_said_card import speaker_line
from bot.render.markdown import block_quote, escape
from bot.render.pagination import fit_to_limit
from bot.render.quotations import ELLIPSIS, excerpt

PARAGRAPH_LIMIT = 1600
PARAGRAPH_ROOM = TEXT_LIMIT - HEADER_ROOM - FOOTER_ROOM - 400
"""Code units left for it beside header, speaker and footer."""
LEAD = 500
"""Characters kept before the statement in a paragraph over the limit."""


def render_context(reading: Reading, place: str) -> Card:
    """The paragraph around ``place`` ("120-184", code points of the text), the statement in bold.

    Raises ``UsageError`` when there is no such place, ``NotVerbatimError``.
    """
    text = reading.article.text
    span = parse_place(place, text)
    found = next((a for a in reading.analysis.attributions if a.span == span), None)
    around = _around(text, span)
    marked = tuple(s for s in (found.content if found else (span,)) if around.contains(s))
    shown = fit_to_limit(lambda limit: _paragraph(text, around, marked, limit), PARAGRAPH_LIMIT, PARAGRAPH_ROOM)
    return verify_card(
        Card(
            header=header(reading.article),
            blocks=(*_who(found), shown),
            footer=footer(translate("article-in-context")),
            buttons=(
                Button(translate("whosaid-title"), ComponentAction(Action.WHOSAID, reading.id)),
                *source_button(reading.article),
            ),
            tone=tone(reading.article),
        ),
        reading.article,
    )


def _paragraph(text: str, around: Span, marked: tuple[Span, ...], limit: int) -> str:
    """At most ``limit`` characters of ``around`` beside a bar, the ``marked`` spans in bold."""
    piece = excerpt(text, around, limit)
    start = text.index(piece.words, around.start)
    words = f"{piece.before}{_bold(piece.words, start, marked)}{piece.after}"
    opens = around.start == 0 or text[around.start - 1] == "\n"
    return block_quote(("" if opens else f"{ELLIPSIS} ") + words + (f" {ELLIPSIS}" if piece.cut else ""))


def parse_place(place: str, text: str) -> Span:
    """The span that ``place`` ("120-184") names in ``text``. Raises ``UsageError`` when there is none such."""
    try:
        start, end = map(int, place.split("-"))
        span = Span(start, end)
        span.of(text)
    except ValueError:
        raise UsageError(translatable("article-statement-gone")) from None
    return span


def _around(text: str, span: Span) -> Span:
    """The paragraphs that hold ``span``; where they are long, from at most ``LEAD`` characters before it."""
    start = text.rfind("\n\n", 0, span.start) + 2 if "\n\n" in text[: span.start] else 0
    end = text.find("\n\n", span.end)
    end = len(text) if end < 0 else end
    if end - start > PARAGRAPH_LIMIT and span.start - start > LEAD:
        start = text.index(" ", span.start - LEAD) + 1 if " " in text[span.start - LEAD : span.start] else span.start
    return Span(start, end)


def _bold(words: str, offset: int, marked: tuple[Span, ...]) -> str:
    """``words`` (which begin at ``offset`` of the text) escaped, with the ``marked`` spans in bold."""
    shown, at = "", 0
    for span in marked:
        start, end = span.start - offset, min(span.end - offset, len(words))
        if at <= start < end:
            shown += f"{escape(words[at:start])}**{escape(words[start:end])}**"
            at = end
    return shown + escape(words[at:])


def _who(found: Attribution | None) -> tuple[str, ...]:
    return (speaker_line(found.speaker),) if found and found.speaker else ()
