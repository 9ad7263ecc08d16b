"""The status of an owner's feeds and posts, and what the answers on feeds have in common. Pure."""

from dataclasses import replace
from datetime import timedelta

from bot.domain.feed import Feed, FeedCounts
from bot.i18n.lists import join_with_and
from bot.i18n.messages import translate, translate_stored
from bot.render.card import Action, Card, ComponentAction
from bot.render.document import ChannelPart, CommandPart, Document, Line, LinkPart, StrangerText, TimePart
from bot.render.document_cards import render_cards
from bot.render.line_text import translate_parts
from bot.services.status import StatusOverview

FAILING_SHOWN = 4

BRIEF = 120
"""Characters of a rule, an address or a reason that is named in passing."""
UNDO_LIMIT = 3000

Fact = tuple[str, Line]
"""What a figure is, and the figure."""


def title_of(feed: Feed) -> str:
    """What a feed is called: its own title, else its address."""
    return feed.title or feed.url


def link_feed(feed: Feed) -> LinkPart:
    """A feed's title, which leads to its site."""
    return LinkPart(title_of(feed), feed.site or feed.url)


def render_desk_report(report: Document, action: Action | None = None) -> list[Card]:
    """``report`` as cards; ``action`` is what its buttons ask for to turn pages, None where it has one."""
    turned = replace(report, turn=ComponentAction(action), one_page=False) if action else report
    return render_cards(turned)


def report_overview(overview: StatusOverview) -> tuple[Fact, ...]:
    """An owner's feeds, what waits, channels that fail, digests."""
    counts, failing = overview.feeds, overview.feeds.failing
    facts: list[Fact] = [(translate("follow-desk-feeds"), (_counted_feeds(counts),))]
    if overview.received:
        facts.append((translate("follow-desk-received"), _received(overview)))
    facts += (
        (_failing(), (StrangerText(title_of(feed), 60), ": ", reason_of(feed, BRIEF)))
        for feed in failing[:FAILING_SHOWN]
    )
    if len(failing) > FAILING_SHOWN:
        more = translate_parts(
            "follow-desk-failing-more", count=len(failing) - FAILING_SHOWN, command=CommandPart("feed list")
        )
        facts.append((_failing(), more))
    facts += (
        (
            f"⚠ {translate('follow-desk-cannot-post')}",
            (ChannelPart(one.channel), ": ", StrangerText(translate_stored(one.broken or ""), BRIEF)),
        )
        for one in overview.broken[:FAILING_SHOWN]
    )
    facts.append((translate("follow-desk-waiting"), (_queue(overview),)))
    if overview.last:
        day = overview.last.last_day.isoformat() if overview.last.last_day else ""
        outcome = StrangerText(translate_stored(overview.last.last_outcome or ""), BRIEF)
        facts.append((translate("follow-desk-last"), (f"{day}: ", outcome)))
    if overview.next and overview.next.next:
        facts.append((translate("follow-desk-next"), (TimePart(overview.next.next.at, ago=True),)))
    return tuple(facts)


def reason_of(feed: Feed, limit: int = 300) -> StrangerText:
    """Why a feed does not answer."""
    return StrangerText(translate_stored(feed.reason) if feed.reason else translate("follow-no-reason"), limit)


def _failing() -> str:
    return f"⚠ {translate('follow-desk-failing')}"


def _counted_feeds(counts: FeedCounts) -> str:
    if not counts.feeds:
        return translate("follow-desk-none")
    failing = len(counts.failing)
    healthy = translate("follow-desk-healthy", count=counts.feeds - failing)
    return translate("follow-desk-of-failing", healthy=healthy, count=failing) if failing else healthy


def _received(overview: StatusOverview) -> Line:
    sources = translate("follow-desk-sources", count=overview.received)
    if overview.received_at is None:
        return translate_parts("follow-desk-sources-none", sources=sources)
    return translate_parts("follow-desk-sources-last", sources=sources, when=TimePart(overview.received_at, ago=True))


def _queue(overview: StatusOverview) -> str:
    """What waits, and how long the oldest of it has."""
    queue = _waiting(overview.feeds.waiting, overview.outbox.waiting, overview.lag) or translate("follow-desk-nothing")
    held = overview.outbox.held
    return translate("follow-desk-held", queue=queue, count=held) if held else queue


def _waiting(items: int, posts: int, lag: timedelta) -> str:
    parts = [translate("follow-desk-to-read", count=items)] if items else []
    parts += [translate("follow-desk-to-post", count=posts)] if posts else []
    if not parts:
        return ""
    waiting, since = join_with_and(parts), _lag(lag.total_seconds() / 60)
    if items + posts > 1:
        return translate("follow-desk-waits-oldest", waiting=waiting, lag=since)
    return translate("follow-desk-waits", waiting=waiting, lag=since)


def _lag(minutes: float) -> str:
    if minutes < 1:
        return translate("follow-desk-moment")
    if minutes < 120:
        return translate("follow-desk-minutes", count=round(minutes))
    return translate("follow-desk-hours", count=round(minutes / 60))
