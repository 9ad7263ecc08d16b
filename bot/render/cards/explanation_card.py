"""The answer to a post's button "Why this?". Pure."""

from bot.domain.post import PostKind
from bot.i18n.lists import join_names
from bot.i18n.messages import translate
from bot.render.cards.schedule_cards import when_line
from bot.render.cards.status_card import link_feed
from bot.render.document import Document, Line, StrangerText, StrongText, TimePart, TypedText, reply
from bot.render.line_text import translate_parts
from bot.services.post_origins import PostExplanation


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
