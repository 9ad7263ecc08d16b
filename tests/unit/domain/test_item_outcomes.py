"""The outcome of new and of read items: the rules at their edges."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.feed import Delivery, Entry, Subscription
from bot.domain.item_outcomes import (
    FIRST_DIGEST,
    FLOOD,
    SHOWN_BEFORE,
    ItemOutcome,
    NewItem,
    Outcome,
    decide_new_items,
    decide_read_item,
    is_older_than_following,
)

SINCE = datetime(2026, 3, 2, 6, 30, tzinfo=UTC)
NOW = SINCE + timedelta(hours=1)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def follower(*, delivery: Delivery = Delivery.EACH, paused: bool = False, broken: str | None = None) -> Subscription:
    return Subscription(4, 1, 1, "console", "7", "x", SINCE, delivery=delivery, paused=paused, broken=broken)


def decide(arrival: NewItem, who: Subscription | None = None, *, first: bool = False) -> ItemOutcome:
    (fate,) = decide_new_items([arrival], who or follower(), NOW, first=first)
    return fate


@pytest.mark.parametrize(
    ("entry", "fate"),
    [
        (Entry(), Outcome.WAITING),
        (Entry(published_at=SINCE - DAY), Outcome.WAITING),
        (Entry(published_at=SINCE - DAY - HOUR), Outcome.OLD),
        (Entry(updated_at=SINCE - DAY - HOUR), Outcome.OLD),
        (Entry(published_at=datetime(2026, 3, 1, tzinfo=UTC), day_only=True), Outcome.WAITING),
        (Entry(published_at=datetime(2026, 2, 28, tzinfo=UTC), day_only=True), Outcome.OLD),
        (Entry(published_at=NOW - 31 * DAY), Outcome.OLD),
        (Entry(published_at=NOW + DAY), Outcome.WAITING),
    ],
)
def test_what_is_old(entry: Entry, fate: Outcome) -> None:
    assert decide(NewItem(entry)).fate is fate


def test_what_is_no_news_for_other_reasons() -> None:
    entry = Entry(published_at=NOW)
    assert decide(NewItem(entry), first=True).fate is Outcome.OLD, "it came after the feed was followed"
    assert decide(NewItem(entry), follower(paused=True)).fate is Outcome.PAUSED
    held = decide(NewItem(entry), follower(broken="Missing Access"))
    assert (held.fate, held.detail) == (Outcome.HELD, "Missing Access")
    assert decide(NewItem(entry), follower(delivery=Delivery.DIGEST, broken="Missing Access")).fate is Outcome.WAITING
    again = decide(NewItem(entry, "Talks begin"), follower(paused=True))
    assert (again.fate, again.detail) == (Outcome.DUPLICATE, "Talks begin")


@pytest.mark.parametrize(
    ("published_at", "fate"),
    [
        (SINCE, Outcome.WAITING),
        (SINCE - DAY, Outcome.WAITING),
        (SINCE - DAY - HOUR, Outcome.OLD),
        (SINCE + HOUR, Outcome.OLD),  # after a restore, the first poll shows what was told
        (None, Outcome.OLD),
    ],
)
def test_the_first_digest_tells_the_day_before(published_at: datetime | None, fate: Outcome) -> None:
    arrival = NewItem(Entry(published_at=published_at))
    assert decide(arrival, follower(delivery=Delivery.DIGEST), first=True).fate is fate
    for each in (decide(arrival, first=True), decide(arrival, follower(broken="Missing Access"), first=True)):
        assert each.fate is fate
        assert each.detail == SHOWN_BEFORE, "nothing old is posted by itself"


@pytest.mark.parametrize(
    ("entry", "fate"),
    [
        (Entry(published_at=SINCE + 2 * HOUR), Outcome.WAITING),  # a feed whose clock or zone is ahead
        (Entry(published_at=SINCE + DAY + HOUR), Outcome.OLD),
        (Entry(published_at=datetime(2026, 3, 1, tzinfo=UTC), day_only=True), Outcome.WAITING),
        (Entry(published_at=datetime(2026, 2, 27, tzinfo=UTC), day_only=True), Outcome.OLD),
    ],
)
def test_a_feed_s_clock_and_bare_days_keep_nothing_from_the_first_digest(entry: Entry, fate: Outcome) -> None:
    for delivery in Delivery:
        (decided,) = decide_new_items([NewItem(entry)], follower(delivery=delivery), SINCE, first=True)
        assert decided.fate is fate


def test_an_undated_item_is_of_the_day_before_if_its_article_is() -> None:
    digest = follower(delivery=Delivery.DIGEST)
    assert decide_new_items([NewItem(Entry())], digest, SINCE, first=True)[0].fate is Outcome.WAITING
    for at, older in ((SINCE - HOUR, False), (SINCE - 2 * DAY, True), (None, True)):
        assert is_older_than_following(Entry(), digest, first_seen_at=SINCE, published_at=at) is older
        assert not is_older_than_following(Entry(), digest, first_seen_at=NOW, published_at=at), "it came later"
    dated = Entry(published_at=SINCE - HOUR)
    assert not is_older_than_following(dated, digest, first_seen_at=SINCE, published_at=None)
    found = decide_read_item(digest, rejection=None, twin=None, failure=None, older=True)
    assert found == (Outcome.OLD, SHOWN_BEFORE)


def test_of_the_day_before_the_newest_alone_are_told() -> None:
    arrivals = [NewItem(Entry(title=str(n), published_at=SINCE - HOUR)) for n in range(40)]
    fates = [one.fate for one in decide_new_items(arrivals, follower(delivery=Delivery.DIGEST), NOW, first=True)]
    assert fates == [Outcome.OLD] * (40 - FIRST_DIGEST) + [Outcome.WAITING] * FIRST_DIGEST


@pytest.mark.parametrize("count", [0, 1, FLOOD, FLOOD + 1, 500])
def test_of_a_flood_the_newest_alone_are_posted(count: int) -> None:
    arrivals = [NewItem(Entry(title=str(n))) for n in range(count)]
    fates = decide_new_items(arrivals, follower(), NOW, first=False)
    assert {fate.fate for fate in fates} <= {Outcome.WAITING}
    assert [bool(fate.detail) for fate in fates] == [True] * (count - FLOOD) + [False] * min(count, FLOOD)
    digest = decide_new_items(arrivals, follower(delivery=Delivery.DIGEST), NOW, first=False)
    assert not any(fate.detail for fate in digest), "what nobody posts floods nobody"


def test_what_is_old_counts_for_no_flood() -> None:
    old = [NewItem(Entry(published_at=NOW - 40 * DAY))] * 400
    fates = decide_new_items([*old, *[NewItem(Entry())] * FLOOD], follower(), NOW, first=False)
    assert not any(fate.detail for fate in fates[-FLOOD:])


DIGEST = follower(delivery=Delivery.DIGEST)


@pytest.mark.parametrize(
    ("who", "found", "outcome"),
    [
        (follower(), ("not:sport", "Talks end", "Not found."), (Outcome.FILTERED, "not:sport")),
        (follower(), (None, "Talks end", "Not found."), (Outcome.DUPLICATE, "Talks end")),
        (follower(), (None, None, "Not found."), (Outcome.SENDING, None)),
        (follower(), (None, None, None), (Outcome.SENDING, None)),
        (DIGEST, (None, "Talks end", None), (Outcome.DUPLICATE, "Talks end")),
        (DIGEST, (None, None, "Not found."), (Outcome.FAILED, "Not found.")),
        (DIGEST, (None, None, None), (Outcome.DIGEST, None)),
    ],
)
def test_what_becomes_of_an_item_that_was_read(
    who: Subscription, found: tuple[str | None, str | None, str | None], outcome: tuple[Outcome, str | None]
) -> None:
    rejection, twin, failure = found
    assert decide_read_item(who, rejection=rejection, twin=twin, failure=failure) == outcome
