"""What a command or button asks for, as cards: the one way from a stored reading to pages. Pure."""

from bot.digests.article_digest import compose_digest
from bot.digests.lines.choice import compose_lines
from bot.domain.analysis import Reading
from bot.domain.text import Span
from bot.errors import UsageError
from bot.i18n.messages import translatable
from bot.render.card import Action, Card, ComponentAction
from bot.render.cards.article_card import compose_summary
from bot.render.cards.context_card import render_context
from bot.render.cards.lines_card import compose_lines_page
from bot.render.cards.who_said_card import compose_whosaid
from bot.render.document_cards import render_cards


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
