"""The answer to a post's button "Why this?". Pure."""

from bot.desk.reasons import Reason
from bot.domain.post import PostKind
from bot.render.cards_desk import title_of
from bot.render.cards_schedules import when_line
from bot.render.report import Given, Line, Link, Moment, Report, Strong, Typed


def report_reason(reason: Reason) -> Report:
    """Why a post stands where it stands."""
    one, item = reason.followed, reason.item
    if reason.digest:
        says = (
            "It is digest ",
            Strong(str(reason.digest.number)),
            " of this server: ",
            *when_line(reason.digest),
            ".",
        )
        return Report("Why this?", (says,))
    if one is None or item is None:
        words = "a digest that was scheduled here" if reason.post.kind is PostKind.DIGEST else "a notice of mine"
        return Report("Why this?", ((f"It is {words}.",), ("Recorded ", Moment(reason.post.created_at))))
    number = one.subscription.number
    lines: list[Line] = [
        ("It came from ", Link(title_of(one.feed), one.feed.site or one.feed.url), f", feed {number} here."),
        ("It passed the filter ", Typed(one.subscription.filter))
        if one.subscription.filter
        else ("It has no filter.",),
        ("Seen ", Moment(item.first_seen_at)),
    ]
    others = tuple(name for name in reason.outlets if name)
    if len(others) > 1:
        lines.append((f"{len(others)} outlets carry the story: ", Given(", ".join(others))))
    return Report("Why this?", tuple(lines))
