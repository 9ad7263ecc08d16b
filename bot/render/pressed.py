"""What a command or button asks for, as cards: the one way from a stored reading to pages."""

from bot.digests.compose import compose_digest
from bot.domain.analysis import Reading
from bot.render.card import Action, Card, Press
from bot.render.cards_article import render_summary
from bot.render.cards_context import render_context
from bot.render.cards_whosaid import render_whosaid


def render_pressed(reading: Reading, press: Press) -> Card:
    """The card that answers ``press``: its page, or the last one if a newer reading has fewer.

    Raises ``UsageError`` when what it narrows to is not in the article, ``NotVerbatimError``.
    """
    pages = render_pages(reading, press.action, press.detail)
    return pages[min(press.page, len(pages) - 1)]


def render_pages(reading: Reading, action: Action, detail: str = "") -> list[Card]:
    """All pages of ``action`` on a reading, narrowed by ``detail`` as its button carries it."""
    match action:
        case Action.SUMMARY:
            return render_summary(reading)
        case Action.WHOSAID | Action.TWOSIDES:
            return render_whosaid(compose_digest(reading), detail)
        case Action.CONTEXT:
            return [render_context(reading, detail)]
