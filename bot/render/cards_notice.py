"""Notices to a person who can act, when something of theirs has stopped."""

from dataclasses import replace
from datetime import datetime

from bot.render.card import Action, Button, Card, Press, Tone
from bot.render.cards_briefing import without_marks
from bot.render.markdown import escape_prose, inline, timestamp
from bot.words.speech import heard, say


def render_broken_place(channel: str, reason: str, since: datetime | None = None) -> Card:
    """Tell whoever set it up that nothing can be posted in ``channel`` (Discord's id), why, since when, what to do."""
    at = f"\n**{say('notice-since')}** {timestamp(since)}" if since else ""
    why = escape_prose(heard(reason)[:1000])
    return Card(
        header=f"### {say('notice-cannot-post')}",
        blocks=(
            f"**{say('notice-channel')}** <#{channel}>\n**{say('notice-reason')}** {why}{at}",
            say("notice-waits"),
        ),
        tone=Tone.ERROR,
    )


def marked(card: Card, mark: str) -> Card:
    """``card`` with a button that carries ``mark``, by which the message is found again.

    Raises ``ValueError`` when there is no room for the button.
    """
    presses = [button.press for button in card.buttons] + [card.menu.press if card.menu else None]
    if any(press and press.reading == mark for press in presses):
        return card
    return replace(card, buttons=(*card.buttons, Button(say("reason-why"), Press(Action.WHY, mark))))


def render_feed_notice(number: int, title: str, sentence: str) -> Card:
    """What a feed's followers are told about it; ``number`` is what they know it by in /feed."""
    head = say("notice-feed", number=str(number), title=inline(without_marks(title), 100))
    return Card(header=f"**{head}**", blocks=(escape_prose(heard(sentence)[:1000]),))
