"""How a desk is, and what its answers have in common. Pure."""

from bot.desk.overview import Overview
from bot.domain.feed import Feed, FeedCounts
from bot.render.card import Action, Card, Press
from bot.render.report import Channel, Command, Given, Line, Moment, Report, render_report

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
    facts: list[Fact] = [("Feeds", (_counted_feeds(counts),))]
    if overview.received:
        facts.append(("Received", _received(overview)))
    facts += (
        ("⚠ Failing", (Given(title_of(feed), 60), ": ", Given(feed.reason or "no reason is known", BRIEF)))
        for feed in failing[:FAILING_SHOWN]
    )
    if len(failing) > FAILING_SHOWN:
        facts.append(("⚠ Failing", (f"{len(failing) - FAILING_SHOWN} more, see ", Command("feed list"))))
    facts += (
        ("⚠ Cannot post", (Channel(place.channel), ": ", Given(place.broken or "", BRIEF)))
        for place in overview.broken[:FAILING_SHOWN]
    )
    facts.append(("Waiting", (_queue(overview),)))
    if overview.last:
        day = overview.last.last_day.isoformat() if overview.last.last_day else ""
        facts.append(("Last digest", (f"{day}: ", Given(overview.last.last_outcome or "", BRIEF))))
    if overview.next and overview.next.next:
        at = overview.next.next.at
        facts.append(("Next digest", (Moment(at, ago=True),)))
    return tuple(facts)


def _counted_feeds(counts: FeedCounts) -> str:
    failing = len(counts.failing)
    healthy = counts.feeds - failing
    if not counts.feeds:
        return "none followed"
    return f"{healthy} healthy" + (f", {failing} failing" if failing else "")


def _received(overview: Overview) -> Line:
    sources = f"{overview.received} of them {'sends its' if overview.received == 1 else 'send their'} articles"
    if overview.received_at is None:
        return (f"{sources}; none has come yet",)
    return (f"{sources}; the last came ", Moment(overview.received_at, ago=True))


def _queue(overview: Overview) -> str:
    """What waits, and how long the oldest of it has."""
    waiting = ((overview.feeds.waiting, "to be read"), (overview.outbox.waiting, "to be posted"))
    parts = [f"{count} {what}" for count, what in waiting if count]
    held = f"; {overview.outbox.held} held back" if overview.outbox.held else ""
    if not parts:
        return f"nothing{held}"
    minutes = overview.lag.total_seconds() / 60
    lag = "under a minute" if minutes < 1 else f"{minutes:.0f} min" if minutes < 120 else f"{minutes / 60:.0f} h"
    oldest = ", the oldest for" if sum(count for count, _ in waiting) > 1 else ", for"
    return f"{' and '.join(parts)}{oldest} {lag}{held}"
