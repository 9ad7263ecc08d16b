"""Notices to a person who can act, when something of theirs has stopped."""

from contextlib import suppress
from dataclasses import replace
from datetime import datetime

from bot.i18n.messages import translate, translate_stored
from bot.render.card import Action, Button, Card, ComponentAction, Tone
from bot.render.markdown import escape_prose, inline, timestamp
from bot.render.quotations import without_marks


def render_broken_place(channel: str, reason: str, since: datetime | None = None) -> Card:
    """Tell whoever set it up that nothing can be posted in ``channel`` (Discord's id), why, since when, what to do."""
    at = f"\n**{translate('notice-since')}** {timestamp(since)}" if since else ""
    why = escape_prose(translate_stored(reason)[:1000])
    return Card(
        header=f"### {translate('notice-cannot-post')}",
        blocks=(
            f"**{translate('notice-channel')}** <#{channel}>\n**{translate('notice-reason')}** {why}{at}",
            translate("notice-waits"),
        ),
        tone=Tone.ERROR,
    )


def with_mark(card: Card, mark: str) -> Card:
    """``card`` with a button by which the message is found again. Raises ``ValueError`` if there is no room."""
    presses = [button.press for button in card.buttons] + [card.menu.press if card.menu else None]
    if any(press and press.reading == mark for press in presses):
        return card
    return replace(card, buttons=(*card.buttons, Button(translate("reason-why"), ComponentAction(Action.WHY, mark))))


def with_role(card: Card, role: str) -> Card:
    """``card`` with the mention of ``role`` ("" for none), if there is room for it."""
    with suppress(ValueError):
        return replace(card, role=role)
    return card


def render_feed_notice(number: int, title: str, sentence: str) -> Card:
    """What a feed's followers are told about it; ``number`` is what they know it by in /feed."""
    head = translate("notice-feed", number=str(number), title=inline(without_marks(title), 100))
    return Card(header=f"**{head}**", blocks=(escape_prose(translate_stored(sentence)[:1000]),))
