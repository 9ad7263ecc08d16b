"""The parts that all cards about an article share, and the summary card: its key sentences, word for word."""

from bot.domain.analysis import Reading
from bot.domain.article import Article, Outlet
from bot.domain.text import Span
from bot.i18n.messages import translate
from bot.render.article_language import mark_language
from bot.render.card import (
    FOOTER_ROOM,
    HEADER_ROOM,
    TEXT_LIMIT,
    Action,
    Button,
    Card,
    ComponentAction,
    Tone,
    verify_card,
)
from bot.render.localized_names import outlet_state
from bot.render.markdown import block_quote, escape, host, inline, link, timestamp, units, web_address
from bot.render.pagination import fit_to_limit, page_buttons, page_note, paginate
from bot.render.quotations import ELLIPSIS, Excerpt, excerpt, shorten

TITLE_LIMIT = 160
SENTENCE_LIMIT = 900
PAGE_ROOM = TEXT_LIMIT - HEADER_ROOM - FOOTER_ROOM


def render_summary(reading: Reading, sentences: tuple[Span, ...] | None = None, *, detail: str = "") -> list[Card]:
    """The summary as pages: ``sentences`` (those of the analysis when None) as the article has them, in its order.

    ``detail`` stays in the buttons that turn pages. Raises ``NotVerbatimError``.
    """
    article = reading.article
    spans = reading.analysis.summary if sentences is None else sentences
    blocks = [_sentence(article.text, span) for span in spans]
    pages = paginate(blocks, lambda page: sum(units(block) + 2 for block in page) <= PAGE_ROOM)
    return [
        verify_card(
            Card(
                header=header(article, reading.analysis.language),
                blocks=("\n\n".join(page),) if page else (translate("article-no-sentence"),),
                footer=footer(translate("article-in-order"), page_note(number, len(pages))),
                buttons=(
                    *page_buttons(ComponentAction(Action.SUMMARY, reading.id, number, detail), len(pages)),
                    Button(translate("whosaid-title"), ComponentAction(Action.WHOSAID, reading.id)),
                    Button(translate("article-two-sides"), ComponentAction(Action.TWOSIDES, reading.id)),
                    *source_button(article),
                ),
                tone=tone(article),
            ),
            article,
        )
        for number, page in enumerate(pages)
    ]


def _sentence(text: str, span: Span) -> str:
    return fit_to_limit(lambda limit: block_quote(words_of(excerpt(text, span, limit))), SENTENCE_LIMIT, PAGE_ROOM)


def header(article: Article, language: str | None = None) -> str:
    """Title with its link, then outlet with its state label, host, date in the reader's zone, byline, language.

    ``language`` is the article's, as it was read; it is told where it is not the reader's.
    """
    title = shorten(article.title or "", TITLE_LIMIT) or translate("article-pasted")
    facts = [_outlet(article.outlet)] if article.outlet else []
    if (where := host(article.url)) and not (article.outlet and article.outlet.name == where):
        facts.append(inline(where, 60))
    if article.published_at:
        facts.append(timestamp(article.published_at))
    if article.byline:
        facts.append(inline(article.byline, 80))
    if mark := mark_language(language or article.language):
        facts.append(escape(mark))
    return "\n".join([f"### {link(title, article.url)}", *([f"-# {' · '.join(facts)}"] if facts else [])])


def _outlet(outlet: Outlet) -> str:
    return f"**{inline(outlet.name, 60)}**" + (f" ({escape(state)})" if (state := outlet_state(outlet)) else "")


def words_of(piece: Excerpt) -> str:
    """An excerpt as Markdown, with an ellipsis where it was cut."""
    return piece.marked(escape) + (f" {ELLIPSIS}" if piece.cut else "")


def footer(*notes: str) -> str:
    """Notes on one line; nothing when there is none."""
    return " · ".join(note for note in notes if note)


def source_button(article: Article) -> tuple[Button, ...]:
    """The button that opens the article; none for a pasted text."""
    address = web_address(article.url)
    return (Button(translate("article-source"), url=address),) if address else ()


def tone(article: Article) -> Tone:
    """State outlets have a colour of their own."""
    return Tone.STATE if article.outlet and article.outlet.state else Tone.NEUTRAL
