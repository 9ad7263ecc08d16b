"""How a desk is, and what its answers have in common. Pure."""

from datetime import timedelta

from bot.desk.overview import Overview
from bot.domain.feed import Feed, FeedCounts
from bot.render.card import Action, Card, Press
from bot.render.phrase import phrase
from bot.render.report import Channel, Command, Given, Line, Moment, Report, render_report
from bot.words.listing import listed_with_and
from bot.words.speech import heard, say

DESK = "0" * 20
"""Stands in a button of the desk where others carry the article or post that they are about."""
FAILING_SHOWN = 4

BRIEF = 120
"""Characters of a rule, an address or a reason that is named in passing."""
UNDO_LIMIT = 3000

Fact = tuple[str, Line]
"""What a figure is, and the figure."""


def title_of(feed: Feed) -> str:
    """What a feed is called: its own title, else its address."""
    return feed.title or feed.url


def render_desk(report: Report, action: Action | None = None) -> list[Card]:
    """``report`` as cards; ``action`` is what its buttons ask for to turn pages, None where it has one."""
    return render_report(report, Press(action, DESK) if action else None)


def report_overview(overview: Overview) -> tuple[Fact, ...]:
    """How an owner's desk is: feeds, what waits, channels that fail, digests."""
    counts, failing = overview.feeds, overview.feeds.failing
    facts: list[Fact] = [(say("follow-desk-feeds"), (_counted_feeds(counts),))]
    if overview.received:
        facts.append((say("follow-desk-received"), _received(overview)))
    facts += (
        (_failing(), (Given(title_of(feed), 60), ": ", reason_of(feed, BRIEF))) for feed in failing[:FAILING_SHOWN]
    )
    if len(failing) > FAILING_SHOWN:
        more = phrase("follow-desk-failing-more", count=len(failing) - FAILING_SHOWN, command=Command("feed list"))
        facts.append((_failing(), more))
    facts += (
        (f"⚠ {say('follow-desk-cannot-post')}", (Channel(one.channel), ": ", Given(heard(one.broken or ""), BRIEF)))
        for one in overview.broken[:FAILING_SHOWN]
    )
    facts.append((say("follow-desk-waiting"), (_queue(overview),)))
    if overview.last:
        day = overview.last.last_day.isoformat() if overview.last.last_day else ""
        outcome = Given(heard(overview.last.last_outcome or ""), BRIEF)
        facts.append((say("follow-desk-last"), (f"{day}: ", outcome)))
    if overview.next and overview.next.next:
        facts.append((say("follow-desk-next"), (Moment(overview.next.next.at, ago=True),)))
    return tuple(facts)


def reason_of(feed: Feed, limit: int = 300) -> Given:
    """Why a feed does not answer."""
    return Given(heard(feed.reason) if feed.reason else say("follow-no-reason"), limit)


def _failing() -> str:
    return f"⚠ {say('follow-desk-failing')}"


def _counted_feeds(counts: FeedCounts) -> str:
    if not counts.feeds:
        return say("follow-desk-none")
    failing = len(counts.failing)
    healthy = say("follow-desk-healthy", count=counts.feeds - failing)
    return say("follow-desk-of-failing", healthy=healthy, count=failing) if failing else healthy


def _received(overview: Overview) -> Line:
    sources = say("follow-desk-sources", count=overview.received)
    if overview.received_at is None:
        return phrase("follow-desk-sources-none", sources=sources)
    return phrase("follow-desk-sources-last", sources=sources, when=Moment(overview.received_at, ago=True))


def _queue(overview: Overview) -> str:
    """What waits, and how long the oldest of it has."""
    queue = _waiting(overview.feeds.waiting, overview.outbox.waiting, overview.lag) or say("follow-desk-nothing")
    held = overview.outbox.held
    return say("follow-desk-held", queue=queue, count=held) if held else queue


def _waiting(items: int, posts: int, lag: timedelta) -> str:
    parts = [say("follow-desk-to-read", count=items)] if items else []
    parts += [say("follow-desk-to-post", count=posts)] if posts else []
    if not parts:
        return ""
    waiting, since = listed_with_and(parts), _lag(lag.total_seconds() / 60)
    if items + posts > 1:
        return say("follow-desk-waits-oldest", waiting=waiting, lag=since)
    return say("follow-desk-waits", waiting=waiting, lag=since)


def _lag(minutes: float) -> str:
    if minutes < 1:
        return say("follow-desk-moment")
    if minutes < 120:
        return say("follow-desk-minutes", count=round(minutes))
    return say("follow-desk-hours", count=round(minutes / 60))
