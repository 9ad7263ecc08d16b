"""Notices to a person who can act, when something of theirs has stopped; and why a post came."""

from contextlib import suppress
from dataclasses import replace
from datetime import datetime

from bot.domain.post import PostKind
from bot.i18n.lists import join_names
from bot.i18n.messages import translate, translate_stored
from bot.render.card import Action, Button, Card, ComponentAction, Tone
from bot.render.cards.schedule_cards import when_line
from bot.render.cards.status_card import link_feed
from bot.render.document import Document, Line, StrangerText, StrongText, TimePart, TypedText, reply
from bot.render.line_text import translate_parts
from bot.render.markdown import escape_prose, inline, timestamp
from bot.render.quotations import without_marks
from bot.services.post_origins import PostExplanation


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


def report_explanation(reason: PostExplanation) -> Document:
    """Why a post stands where it stands."""
    return reply(translate("reason-why"), tuple(_lines(reason)))


def _lines(reason: PostExplanation) -> list[Line]:
    one, item = reason.followed, reason.item
    if (digest := reason.digest) is not None:
        return [translate_parts("reason-digest", number=StrongText(str(digest.number)), when=when_line(digest))]
    if one is None or item is None:
        scheduled = reason.post.kind is PostKind.DIGEST
        what = translate_parts("reason-was-digest") if scheduled else translate_parts("reason-was-notice")
        return [what, translate_parts("reason-recorded", when=TimePart(reason.post.created_at))]
    feed = link_feed(one.feed)
    filter_ = one.subscription.filter
    follows = (translate_parts("reason-follow-up"),) if reason.post.kind is PostKind.FOLLOW_UP else ()
    lines = [
        *follows,
        translate_parts("reason-came-from", feed=feed, number=str(one.subscription.number)),
        translate_parts("reason-passed", filter=TypedText(filter_)) if filter_ else translate_parts("reason-no-filter"),
        translate_parts("reason-seen", when=TimePart(item.first_seen_at)),
    ]
    others = [name for name in reason.outlets if name]
    if len(others) > 1:
        lines.append(translate_parts("reason-carried", count=len(others), names=StrangerText(join_names(others))))
    return lines
