"""The parts that all documents about an article share, and its summary: key sentences, word for word. Pure."""

from collections.abc import Sequence
from typing import Any

from bot.domain.analysis import Reading
from bot.domain.article import Article
from bot.domain.text import Span
from bot.i18n.messages import translate
from bot.render.card import Action, Button, ComponentAction, Tone
from bot.render.document import Block, Document, Heading, HostPart, LinkPart, OutletPart, StrangerText, Text
from bot.render.localized_names import mark_language
from bot.render.markdown import web_address
from bot.render.statements import published, quote_sentence

SENTENCE_LIMIT = 900


def compose_summary(reading: Reading, sentences: tuple[Span, ...] | None = None, *, detail: str = "") -> Document:
    """The summary, or ``sentences``, in the article's order; ``detail`` stays in the buttons that turn pages."""
    spans = reading.analysis.summary if sentences is None else sentences
    quotes = tuple(quote_sentence(reading.article, span) for span in spans)
    return compose_page(
        reading,
        translate("article-key-sentences"),
        quotes or (Text(((translate("article-no-sentence"),),)),),
        Action.WHOSAID,
        Action.TWOSIDES,
        footer=(translate("article-in-order"),),
        turn=ComponentAction(Action.SUMMARY, reading.id, detail=detail),
        limit=SENTENCE_LIMIT,
    )


def compose_page(reading: Reading, title: str, blocks: Sequence[Block], *actions: Action, **options: Any) -> Document:
    """A document about an article, with buttons to what else is asked of it, and to the article itself."""
    return Document(
        (title,) if title else (),
        tuple(blocks),
        compose_heading(reading.article, reading.analysis.language),
        buttons=(*(ask_button(reading.id, action) for action in actions), *source_button(reading.article)),
        tone=tone(reading.article),
        **options,
    )


def ask_button(reading: str, action: Action) -> Button:
    """The button that asks ``action`` of an article."""
    labels = {
        Action.SUMMARY: translate("article-summary"),
        Action.WHOSAID: translate("whosaid-title"),
        Action.STATEMENTS: translate("whosaid-all"),
        Action.TWOSIDES: translate("article-two-sides"),
    }
    return Button(labels[action], ComponentAction(action, reading))


def compose_heading(article: Article, language: str | None = None) -> Heading:
    """Linked title; then outlet, host, date, byline, and ``language`` if it is not the reader's."""
    named = article.outlet.name if article.outlet else ""
    mark = mark_language(language or article.language)
    return Heading(
        (LinkPart(article.title or translate("article-pasted"), article.url, 160, host=False),),
        (
            (OutletPart(article, linked=False, host=False, strong=True, language=False),) if article.outlet else (),
            (HostPart(article.url, named),),
            (published(article.published_at, plainly=True),) if article.published_at else (),
            (StrangerText(article.byline, 80),) if article.byline else (),
            (mark,) if mark else (),
        ),
        1,
        (article,),
        article.url or "",
    )


def source_button(article: Article) -> tuple[Button, ...]:
    """The button that opens the article; none for a pasted text."""
    address = web_address(article.url)
    return (Button(translate("article-source"), url=address),) if address else ()


def tone(article: Article) -> Tone:
    """State outlets have a colour of their own."""
    return Tone.STATE if article.outlet and article.outlet.state else Tone.NEUTRAL
