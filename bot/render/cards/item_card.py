"""The post for one item of a feed: what the article says, in a few of its own words; or the feed's, if it is unread."""

from functools import partial

from bot.digests.ranking import strongest_statements
from bot.domain.analysis import Reading
from bot.domain.article import Article, Outlet
from bot.domain.attribution import Attribution
from bot.domain.digest import TwoSidesQuery
from bot.domain.feed import Entry
from bot.domain.text import Span, normalise_text
from bot.i18n.messages import translate, translate_stored
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
from bot.render.cards.article_card import footer, header, source_button, tone, words_of
from bot.render.cards.briefing_cards import why_button, without_marks
from bot.render.cards.who_said_card import speaker_line, statement_line
from bot.render.markdown import block_quote, escape, host, inline, web_address
from bot.render.pagination import fit_to_limit
from bot.render.quotations import excerpt, quote_statement
from bot.render.two_sides_buttons import make_two_sides_action

SENTENCES = 3
SENTENCE_LIMIT = 320
STATEMENTS = 4
STATEMENT_LIMIT = 240
SUMMARY_LIMIT = 600
ENTRY_LIMIT = 2000
"""Characters of a feed's own words that are looked at: some feeds give a megabyte."""
ROOM = TEXT_LIMIT - HEADER_ROOM - FOOTER_ROOM
PIECE_ROOM = ROOM // (SENTENCES + STATEMENTS) - 2
"""Code units of a sentence or statement, so that all fit whatever the text is made of."""


def render_item(reading: Reading, feed_title: str, *, key: str | None = None, link: str | None = None) -> Card:
    """A feed's item that was read: up to 3 key sentences, and the 4 statements that tell most under their speakers.

    ``key`` is that of the post, None for a preview. ``link`` is where the item leads if its text came from elsewhere: a
    button names the host. Raises ``NotVerbatimError``.
    """
    article = reading.article
    elsewhere = (Button(host(link), url=web_address(link)),) if web_address(link) else ()
    sentences = [_sentence(article.text, span) for span in reading.analysis.summary[:SENTENCES]]
    said = _statements(article.text, strongest_statements(reading, STATEMENTS))
    blocks = ["\n\n".join(sentences), *said]
    card = Card(
        header=header(article),
        blocks=tuple(block for block in blocks if block),
        footer=footer(_feed(feed_title), translate("whosaid-legend") if said else ""),
        buttons=(
            Button(translate("article-summary"), ComponentAction(Action.SUMMARY, reading.id)),
            Button(translate("whosaid-title"), ComponentAction(Action.WHOSAID, reading.id)),
            Button(translate("article-two-sides"), make_two_sides_action(TwoSidesQuery(reading.id, story=True))),
            *(elsewhere or source_button(article)),
            *why_button(key),
        ),
        tone=tone(article),
    )
    return verify_card(card, article)


def render_bare_item(
    entry: Entry, feed_title: str, reason: str, *, outlet: Outlet | None = None, key: str | None = None
) -> Card:
    """A feed's item whose page could not be read, for ``reason`` (a sentence): title, link, and the feed's own words.

    Raises ``NotVerbatimError``.
    """
    published = entry.published_at or entry.updated_at
    text = normalise_text((entry.summary or "")[:ENTRY_LIMIT])
    title, author = (entry.title or translate("item-untitled"))[:ENTRY_LIMIT], (entry.author or "")[:ENTRY_LIMIT]
    article = Article(text, title, entry.link, outlet, author, published)
    summary = fit_to_limit(partial(_words, text, Span(0, len(text))), SUMMARY_LIMIT, ROOM // 2) if text else ""
    blocks = (
        f"-# {translate('item-own-words')}\n{summary}" if summary else "",
        f"-# {escape(without_marks(translate_stored(reason))[:300])}",
    )
    card = Card(
        header=header(article),
        blocks=tuple(block for block in blocks if block),
        footer=_feed(feed_title),
        buttons=(*source_button(article), *why_button(key)),
        tone=tone(article) if outlet else Tone.NEUTRAL,
    )
    return verify_card(card, article)


def _feed(title: str) -> str:
    name = inline(without_marks(title), 60)
    return translate("item-feed", name=name) if name else ""


def _sentence(text: str, span: Span) -> str:
    return fit_to_limit(partial(_words, text, span), SENTENCE_LIMIT, PIECE_ROOM)


def _words(text: str, span: Span, limit: int) -> str:
    return block_quote(words_of(excerpt(text, span, limit)))


def _statements(text: str, found: tuple[Attribution, ...]) -> list[str]:
    """One block a speaker, in the order in which they speak."""
    blocks: dict[str, list[str]] = {}
    for one in found:
        if one.speaker:
            shown = fit_to_limit(partial(_statement, text, one), STATEMENT_LIMIT, PIECE_ROOM)
            blocks.setdefault(speaker_line(one.speaker), []).append(shown)
    return [f"{speaker}\n" + "\n\n".join(said) for speaker, said in blocks.items()]


def _statement(text: str, one: Attribution, limit: int) -> str:
    return f"-# {statement_line(text, one)}\n{block_quote(quote_statement(text, one, limit, escape))}"
