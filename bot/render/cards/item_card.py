"""The post for one item of a feed: what the article says, in a few of its own words; or the feed's, if it is unread."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.domain.analysis import Reading
from bot.domain.article import Article, Outlet
from bot.domain.digest import TwoSidesQuery
from bot.domain.feed import Entry
from bot.domain.text import Span, normalise_text
from bot.i18n.messages import translate, translate_stored
from bot.render.card import DESCRIPTION_LIMIT, Action, Button, Card, Picture, verify_plain
from bot.render.cards.article_card import ask_button, compose_heading, source_button, tone
from bot.render.cards.lines_card import line_blocks
from bot.render.document import Block, Document, Quote, StrangerText, Text
from bot.render.document_cards import render_cards
from bot.render.line_text import markdown_of, translate_parts
from bot.render.markdown import host, web_address
from bot.render.quotations import shorten, without_marks
from bot.render.statements import quote_sentence, shortened
from bot.render.two_sides_buttons import make_two_sides_action

SENTENCES = 3
SENTENCE_LIMIT = 320
LINES = 4
LINE_LIMIT = 240
SUMMARY_LIMIT = 600
ENTRY_LIMIT = 2000
"""Characters of a feed's own words that are looked at: some feeds give a megabyte."""


def render_item(reading: Reading, feed_title: str, *, link: str | None = None, picture: str | None = None) -> Card:
    """A feed's item that was read: up to 3 key sentences, and the 4 best lines that they do not hold already.

    ``link`` is where the item leads if its text came from elsewhere: a button names the host. ``picture`` is the
    address of a picture to show. Raises ``NotVerbatimError``.
    """
    # numpy, which a process that only sends does not load
    from bot.digests.lines.choice import compose_lines  # noqa: PLC0415

    article = reading.article
    elsewhere = (Button(host(link), url=web_address(link)),) if web_address(link) else ()
    sentences = reading.analysis.summary[:SENTENCES]
    lines = [one for one in compose_lines(reading) if not _are_held(one.pieces, sentences)][:LINES]
    blocks: list[Block] = [quote_sentence(article, span) for span in sentences]
    blocks += (shortened(one, LINE_LIMIT) if isinstance(one, Quote) else one for one in line_blocks(reading, lines))
    buttons = (
        ask_button(reading.id, Action.SUMMARY),
        ask_button(reading.id, Action.WHOSAID),
        Button(translate("article-two-sides"), make_two_sides_action(TwoSidesQuery(reading.id, story=True))),
        *(elsewhere or source_button(article)),
    )
    return _with_picture(_post(article, blocks, feed_title, buttons, SENTENCE_LIMIT), article, picture)


def render_bare_item(
    entry: Entry,
    feed_title: str,
    reason: str,
    *,
    outlet: Outlet | None = None,
    picture: str | None = None,
) -> Card:
    """A feed's item without its page, and the ``reason`` for that. Raises ``NotVerbatimError``."""
    published = entry.dated_at
    text = normalise_text((entry.summary or "")[:ENTRY_LIMIT])
    title, author = (entry.title or translate("item-untitled"))[:ENTRY_LIMIT], (entry.author or "")[:ENTRY_LIMIT]
    article = Article(text, title, entry.link, outlet, author, published)
    own = (translate("item-own-words"),)
    blocks: list[Block] = [quote_sentence(article, Span(0, len(text)), notes=(own,))] if text else []
    blocks.append(Text(((StrangerText(without_marks(translate_stored(reason)), 300),),), small=True))
    card = _post(article, blocks, feed_title, source_button(article), SUMMARY_LIMIT)
    return _with_picture(card, article, picture)


def _with_picture(card: Card, article: Article, address: str | None) -> Card:
    """``card`` with the picture at ``address``; its description is the headline."""
    if (url := web_address(address)) is None:
        return card
    headline = shorten(" ".join(normalise_text(article.title or "").split()), DESCRIPTION_LIMIT)
    return replace(card, picture=Picture(url, verify_plain(headline, article)))


def _post(article: Article, blocks: list[Block], feed: str, buttons: tuple[Button, ...], limit: int) -> Card:
    name = without_marks(feed)
    return render_cards(
        Document(
            (),
            tuple(blocks),
            compose_heading(article),
            footer=(markdown_of(translate_parts("item-feed", name=StrangerText(name, 60))),) if name else (),
            buttons=buttons,
            tone=tone(article),
            limit=limit,
            one_page=True,
        )
    )[0]


def _are_held(pieces: Iterable[Span], sentences: Sequence[Span]) -> bool:
    """Whether ``sentences`` say all that ``pieces`` do."""
    return all(any(sentence.contains(piece) for sentence in sentences) for piece in pieces)
