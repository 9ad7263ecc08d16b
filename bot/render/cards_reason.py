"""The answer to a post's button "Why this?". Pure."""

from bot.desk.reasons import Reason
from bot.domain.post import PostKind
from bot.render.cards_desk import title_of
from bot.render.cards_schedules import when_line
from bot.render.phrase import phrase
from bot.render.report import Given, Line, Link, Moment, Report, Strong, Typed
from bot.words.listing import listed
from bot.words.speech import say


def report_reason(reason: Reason) -> Report:
    """Why a post stands where it stands."""
    return Report(say("reason-why"), tuple(_lines(reason)))


def _lines(reason: Reason) -> list[Line]:
    one, item = reason.followed, reason.item
    if (digest := reason.digest) is not None:
        return [phrase("reason-digest", number=Strong(str(digest.number)), when=when_line(digest))]
    if one is None or item is None:
        scheduled = reason.post.kind is PostKind.DIGEST
        what = phrase("reason-was-digest") if scheduled else phrase("reason-was-notice")
        return [what, phrase("reason-recorded", when=Moment(reason.post.created_at))]
    feed = Link(title_of(one.feed), one.feed.site or one.feed.url)
    filter_ = one.subscription.filter
    lines = [
        phrase("reason-came-from", feed=feed, number=str(one.subscription.number)),
        phrase("reason-passed", filter=Typed(filter_)) if filter_ else phrase("reason-no-filter"),
        phrase("reason-seen", when=Moment(item.first_seen_at)),
    ]
    others = [name for name in reason.outlets if name]
    if len(others) > 1:
        lines.append(phrase("reason-carried", count=len(others), names=Given(listed(others))))
    return lines
