"""What awaits a new item: the rules at their edges."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.arrival import FLOOD, Arrival, decide_arrivals
from bot.domain.feed import Delivery, Entry, Fate, ItemFate, Subscription

SINCE = datetime(2026, 3, 2, 6, 30, tzinfo=UTC)
NOW = SINCE + timedelta(hours=1)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def follower(*, delivery: Delivery = Delivery.EACH, paused: bool = False, broken: str | None = None) -> Subscription:
    return Subscription(4, 1, 1, "console", "7", "x", SINCE, delivery=delivery, paused=paused, broken=broken)


def decide(arrival: Arrival, who: Subscription | None = None, *, first: bool = False) -> ItemFate:
    (fate,) = decide_arrivals([arrival], who or follower(), NOW, first=first)
    return fate


@pytest.mark.parametrize(
    ("entry", "fate"),
    [
        (Entry(), Fate.WAITING),
        (Entry(published_at=SINCE - DAY), Fate.WAITING),
        (Entry(published_at=SINCE - DAY - HOUR), Fate.OLD),
        (Entry(updated_at=SINCE - DAY - HOUR), Fate.OLD),
        (Entry(published_at=datetime(2026, 3, 1, tzinfo=UTC), day_only=True), Fate.WAITING),
        (Entry(published_at=datetime(2026, 2, 28, tzinfo=UTC), day_only=True), Fate.OLD),
        (Entry(published_at=NOW - 31 * DAY), Fate.OLD),
        (Entry(published_at=NOW + DAY), Fate.WAITING),
    ],
)
def test_what_is_old(entry: Entry, fate: Fate) -> None:
    assert decide(Arrival(entry)).fate is fate


def test_what_is_no_news_for_other_reasons() -> None:
    entry = Entry(published_at=NOW)
    assert decide(Arrival(entry), first=True).fate is Fate.OLD
    assert decide(Arrival(entry), follower(paused=True)).fate is Fate.PAUSED
    held = decide(Arrival(entry), follower(broken="Missing Access"))
    assert (held.fate, held.detail) == (Fate.HELD, "Missing Access")
    assert decide(Arrival(entry), follower(delivery=Delivery.DIGEST, broken="Missing Access")).fate is Fate.WAITING
    again = decide(Arrival(entry, "Talks begin"), follower(paused=True))
    assert (again.fate, again.detail) == (Fate.DUPLICATE, "Talks begin")


@pytest.mark.parametrize("count", [0, 1, FLOOD, FLOOD + 1, 500])
def test_of_a_flood_the_newest_alone_are_posted(count: int) -> None:
    arrivals = [Arrival(Entry(title=str(n))) for n in range(count)]
    fates = decide_arrivals(arrivals, follower(), NOW, first=False)
    assert {fate.fate for fate in fates} <= {Fate.WAITING}
    assert [bool(fate.detail) for fate in fates] == [True] * (count - FLOOD) + [False] * min(count, FLOOD)
    digest = decide_arrivals(arrivals, follower(delivery=Delivery.DIGEST), NOW, first=False)
    assert not any(fate.detail for fate in digest), "what nobody posts floods nobody"


def test_what_is_old_counts_for_no_flood() -> None:
    old = [Arrival(Entry(published_at=NOW - 40 * DAY))] * 400
    fates = decide_arrivals([*old, *[Arrival(Entry())] * FLOOD], follower(), NOW, first=False)
    assert not any(fate.detail for fate in fates[-FLOOD:])
