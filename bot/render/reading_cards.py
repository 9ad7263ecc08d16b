"""What a command or button asks for, as cards: the one way from a stored reading to pages. Pure."""

from collections.abc import Callable
from functools import partial

from bot.digests.article_digest import compose_digest
from bot.domain.analysis import Reading
from bot.domain.text import Span
from bot.errors import UsageError
from bot.i18n.messages import translatable, translate
from bot.render.card import Action, Card, ComponentAction
from bot.render.cards.article_card import compose_page, compose_summary
from bot.render.cards.lines_card import compose_lines_page
from bot.render.cards.who_said_card import compose_whosaid
from bot.render.document import Quote
from bot.render.document_cards import render_cards
from bot.render.quotations import ELLIPSIS, excerpt
from bot.render.statements import introduce


def render_reading_action(
    reading: Reading, press: ComponentAction, sentences: tuple[Span, ...] | None = None, *, attitudes: bool = False
) -> Card:
    """The card that answers ``press``: its page, or the last one if a newer reading has fewer.

    Who said what begins with the lines that an editor would print; its other pages, those of one speaker and those
    asked for as all statements show every statement.

    ``sentences`` are those of a summary of another length than the reading's own; ``attitudes`` adds to who said what
    what people are said to think or want. Raises ``UsageError`` when what it narrows to is not in the article,
    ``NotVerbatimError``.
    """
    # numpy, which the workers that render a reading load, and gateways do not
    from bot.digests.lines.choice import compose_lines  # noqa: PLC0415

    if press.action is Action.CONTEXT:
        return render_context(reading, press.detail)
    if press.action is Action.WHOSAID and not press.page and not press.detail and (lines := compose_lines(reading)):
        document = compose_lines_page(reading, lines)
    elif press.action in (Action.WHOSAID, Action.STATEMENTS):
        document = compose_whosaid(compose_digest(reading, attitudes=attitudes), press.detail)
    elif press.action is Action.SUMMARY:
        document = compose_summary(reading, sentences, detail=press.detail)
    else:
        raise UsageError(translatable("article-not-about"))
    pages = render_cards(document)
    return pages[min(press.page, len(pages) - 1)]


PARAGRAPH_LIMIT = 1600
LEAD = 500
"""Characters kept before the statement in a paragraph over the limit."""


def render_context(reading: Reading, place: str) -> Card:
    """The paragraph around ``place`` ("120-184"), the statement bold. Raises ``UsageError``, ``NotVerbatimError``."""
    text = reading.article.text
    span = parse_place(place, text)
    found = next((a for a in reading.analysis.attributions if a.span == span), None)
    around = _around(text, span)
    marked = tuple(s for s in (found.content if found else (span,)) if around.contains(s))
    words = partial(_paragraph, text, around, marked)
    who = (introduce(found.speaker, reading.article),) if found and found.speaker else ()
    blocks = (*who, Quote(words, (reading.article,)))
    page = compose_page(
        reading,
        "",
        blocks,
        Action.WHOSAID,
        footer=(translate("article-in-context"),),
        limit=PARAGRAPH_LIMIT,
        one_page=True,
    )
    return render_cards(page)[0]


def _paragraph(text: str, around: Span, marked: tuple[Span, ...], limit: int, escape: Callable[[str], str]) -> str:
    """At most ``limit`` characters of ``around`` in Markdown, the ``marked`` spans in bold."""
    piece = excerpt(text, around, limit)
    start = text.index(piece.words, around.start)
    words = f"{piece.before}{_bold(piece.words, start, marked, escape)}{piece.after}"
    opens = around.start == 0 or text[around.start - 1] == "\n"
    return ("" if opens else f"{ELLIPSIS} ") + words + (f" {ELLIPSIS}" if piece.cut else "")


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


def _bold(words: str, offset: int, marked: tuple[Span, ...], escape: Callable[[str], str]) -> str:
    """``words`` (which begin at ``offset`` of the text) escaped, with the ``marked`` spans in bold."""
    shown, at = "", 0
    for span in marked:
        start, end = span.start - offset, min(span.end - offset, len(words))
        if at <= start < end:
            shown += f"{escape(words[at:start])}**{escape(words[start:end])}**"
            at = end
    return shown + escape(words[at:])
