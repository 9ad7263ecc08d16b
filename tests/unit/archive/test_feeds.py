"""Feeds in the archive: each poll whole, each item once, each owner's own."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from structlog.testing import capture_logs

from bot.archive.feeds import FeedStore
from bot.archive.store import Archive
from bot.domain.feed import (
    Delivery,
    Entry,
    Feed,
    FeedDocument,
    FeedHealth,
    ItemState,
    PollOutcome,
    Subscription,
    SubscriptionOptions,
)
from bot.domain.item_outcomes import FLOOD, NEWEST_KEPT, SHOWN_BEFORE, ItemOutcome, Outcome
from bot.domain.post import PostKind, lone_post
from bot.errors import ArchiveError, UsageError
from bot.i18n.messages import translate_stored
from bot.web.feeds.identity import IdentifiedEntry, identify_entries
from bot.web.polling_policy import PATIENCE
from tests.unit.archive.conftest import Tamper
from tests.unit.archive.invented import READING

OURS, THEIRS = "discord:guild:1", "discord:guild:2"
NOW = datetime(2026, 3, 2, 6, 30, tzinfo=UTC)
URL = "https://quill.example/feed"
CHANNEL = "7"
LATER = timedelta(minutes=15)


def listing(*titles: str, words: str = "Talks go on.", at: datetime | None = None) -> tuple[IdentifiedEntry, ...]:
    """A snapshot with an entry for each title, newest first, all dated ``at``."""
    entries = tuple(
        Entry(guid=title, link=f"https://quill.example/{title}", title=title, summary=words, published_at=at)
        for title in titles
    )
    return identify_entries(FeedDocument(None, None, entries))


@pytest.fixture
def store(archive: Archive) -> FeedStore:
    return archive.feeds


async def follow(
    store: FeedStore,
    owner: str = OURS,
    *,
    channel: str = "7",
    url: str = URL,
    entries: tuple[IdentifiedEntry, ...] = (),
    now: datetime = NOW,
    edits: bool = False,
    delivery: Delivery = Delivery.EACH,
) -> Subscription:
    feed = Feed(
        0,
        url,
        title="The Daily Quill",
        health=FeedHealth.HEALTHY,
        last_polled_at=now,
        next_poll_at=now,
        body_sha256="0" * 64,
    )
    return await store.follow(
        owner,
        feed,
        entries,
        SubscriptionOptions(channel, "discord:9", filter="any: treaty", delivery=delivery, edits=edits),
        now,
    )


async def poll(store: FeedStore, feed_id: int, entries: tuple[IdentifiedEntry, ...], now: datetime) -> tuple[int, ...]:
    """Save a poll that found ``entries``; the ids of new items."""
    feed = replace(await store.load_feed(feed_id), last_polled_at=now, next_poll_at=now + LATER)
    return (await store.save_poll(feed, entries, now, first=False)).new


async def fates(store: FeedStore, subscription: Subscription) -> dict[str | None, Outcome]:
    shown = await store.why(subscription.owner, subscription.number, limit=100)
    return {item.entry.title: fate.fate for item, fate in shown}


# Following.


async def test_what_is_followed_comes_back(store: FeedStore) -> None:
    added = await follow(store, entries=listing("b", "a"))
    assert added == Subscription(added.id, 1, added.feed_id, OURS, "7", "discord:9", NOW, "any: treaty")
    found = await store.find(OURS, 1)
    assert found.subscription == added
    assert (found.feed.url, found.feed.title, found.feed.health) == (URL, "The Daily Quill", FeedHealth.HEALTHY)
    assert await store.followed(OURS) == (found,)
    assert await store.load_feed(added.feed_id) == found.feed
    assert await fates(store, added) == {"a": Outcome.OLD, "b": Outcome.OLD}
    assert await store.due_items(NOW, limit=9) == ()


async def test_a_feed_is_one_however_many_follow_it(store: FeedStore) -> None:
    ours, theirs = await follow(store), await follow(store, THEIRS, channel="8")
    assert ours.feed_id == theirs.feed_id
    assert len(await store.claim_due(NOW, limit=9, lease=LATER)) == 1


async def test_a_channel_follows_a_feed_once(store: FeedStore) -> None:
    await follow(store)
    with pytest.raises(UsageError, match="already follows that feed, as number 1"):
        await follow(store)
    with pytest.raises(UsageError, match=r"already follows that feed\."):
        await follow(store, THEIRS)
    assert (await follow(store, channel="8")).number == 2


async def test_numbers_taken_at_once_differ(store: FeedStore) -> None:
    added = await asyncio.gather(*(follow(store, url=f"{URL}/{n}") for n in range(6)))
    assert sorted(one.number for one in added) == [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize("known", [False, True])
async def test_the_first_digest_has_the_day_before_of_a_new_feed_and_of_a_known_one(
    store: FeedStore, *, known: bool
) -> None:
    now, (plain,) = NOW + LATER, listing("a", at=NOW)
    yesterday = (replace(plain, entry=replace(plain.entry, content="<p>The whole article.</p>")),)
    if known:
        await follow(store, entries=yesterday)
    ours = await follow(store, THEIRS, channel="8", entries=yesterday, now=now, delivery=Delivery.DIGEST)
    assert await fates(store, ours) == {"a": Outcome.WAITING}
    (due,) = await store.due_items(now, limit=9)
    item = await store.load_item(due)
    assert item is not None
    assert item.state is ItemState.NEW
    assert item.entry.content == "<p>The whole article.</p>"
    late = await follow(store, "discord:77", channel="9", now=NOW + timedelta(days=3), delivery=Delivery.DIGEST)
    assert await fates(store, late) == {"a": Outcome.OLD}


async def test_a_second_follower_gets_nothing_that_was_there(store: FeedStore) -> None:
    """What is new when they come is filed for those who follow already, and old for them, whatever its date."""
    ours = await follow(store, entries=listing("a"))
    theirs = await follow(store, THEIRS, channel="8", entries=listing("b", "a"), now=NOW + LATER)
    assert await fates(store, ours) == {"a": Outcome.OLD, "b": Outcome.WAITING}
    assert await fates(store, theirs) == {"a": Outcome.OLD, "b": Outcome.OLD}
    await poll(store, ours.feed_id, listing("c", "b", "a"), NOW + 2 * LATER)
    assert (await fates(store, theirs))["c"] is Outcome.WAITING


async def test_a_feed_that_nobody_follows_is_not_polled_and_forgotten_after_a_week(store: FeedStore) -> None:
    ours, theirs = await follow(store), await follow(store, THEIRS, channel="8")
    assert (await store.unfollow(OURS, 1)).subscription == ours
    assert len(await store.claim_due(NOW, limit=9, lease=timedelta(0))) == 1
    await store.unfollow(THEIRS, 1)
    assert await store.claim_due(NOW, limit=9, lease=LATER) == ()
    assert await store.next_due_at() is None
    assert await store.prune(NOW + timedelta(days=6)) == 0
    assert await store.prune(NOW + timedelta(days=8)) == 1
    with pytest.raises(ArchiveError, match="not in the archive"):
        await store.load_feed(theirs.feed_id)


async def test_a_poll_that_ends_after_the_last_follower_left_starts_nothing(store: FeedStore) -> None:
    ours = await follow(store)
    (feed,) = await store.claim_due(NOW, limit=9, lease=LATER)
    await store.unfollow(OURS, 1)
    await store.save_state(replace(feed, next_poll_at=NOW + LATER, notice="It moved."))
    assert await store.claim_due(NOW + 2 * LATER, limit=9, lease=LATER) == ()
    assert await store.notices() == ()
    assert (await store.load_feed(ours.feed_id)).next_poll_at is None


async def test_a_feed_taken_up_again_starts_as_a_new_one_unless_it_was_fetched(store: FeedStore) -> None:
    first = await follow(store, entries=listing("a"))
    await store.unfollow(OURS, 1)
    await store.follow(OURS, Feed(0, URL), (), SubscriptionOptions("7", "console"), NOW + LATER)
    feed = await store.load_feed(first.feed_id)
    assert (feed.health, feed.next_poll_at, feed.body_sha256) == (FeedHealth.NEW, NOW + LATER, None)
    await store.unfollow(OURS, 1)
    await follow(store, now=NOW + LATER)
    assert (await store.load_feed(first.feed_id)).health is FeedHealth.HEALTHY


async def test_who_imports_a_failing_feed_leaves_it_as_it_is(store: FeedStore) -> None:
    ours = await follow(store)
    feed = await store.load_feed(ours.feed_id)
    failing = replace(feed, health=FeedHealth.FAILING, failures=3, failing_since=NOW, next_poll_at=NOW + LATER)
    await store.save_state(failing)
    await store.follow(THEIRS, Feed(0, URL), (), SubscriptionOptions("8", "console", delivery=Delivery.DIGEST), NOW)
    assert await store.load_feed(ours.feed_id) == failing


# One owner never sees or moves what is another's.


@pytest.mark.parametrize(
    "question",
    [
        lambda store: store.find(THEIRS, 1),
        lambda store: store.unfollow(THEIRS, 1),
        lambda store: store.pause(THEIRS, 1, True),
        lambda store: store.refilter(THEIRS, 1, "not: treaty"),
        lambda store: store.why(THEIRS, 1, before=None, limit=9),
    ],
    ids=["find", "unfollow", "pause", "refilter", "why"],
)
async def test_others_have_no_such_number(store: FeedStore, question: Callable[[FeedStore], Awaitable[object]]) -> None:
    await follow(store, entries=listing("a"))
    before = await store.followed(OURS)
    with pytest.raises(UsageError, match="There is no feed number 1 here"):
        await question(store)
    assert await store.followed(OURS) == before
    assert before[0].subscription.filter == "any: treaty"


async def test_each_owner_sees_only_theirs(store: FeedStore) -> None:
    ours = await follow(store, entries=listing("a"))
    theirs = await follow(store, THEIRS, channel="8", entries=listing("a"))
    other = await follow(store, THEIRS, channel="8", url=f"{URL}/other")
    assert [one.subscription for one in await store.followed(OURS)] == [ours]
    assert [one.subscription for one in await store.followed(THEIRS)] == [theirs, other]
    await poll(store, other.feed_id, listing("x"), NOW)
    failing = replace(
        await store.load_feed(other.feed_id), health=FeedHealth.FAILING, reason="It is gone.", failing_since=NOW
    )
    await store.save_state(failing)
    counts = await store.health(OURS)
    assert (counts.feeds, counts.waiting, counts.oldest_waiting_at) == (1, 0, None)
    assert counts.failing == ()
    counts = await store.health(THEIRS)
    assert (counts.feeds, counts.waiting, counts.oldest_waiting_at) == (2, 1, NOW)
    assert counts.failing == (failing,)
    counts = await store.health(None)
    assert (counts.feeds, counts.waiting, counts.failing) == (2, 1, (failing,))


async def test_pausing_and_leaving_change_nothing_of_others(store: FeedStore) -> None:
    ours, theirs = await follow(store), await follow(store, THEIRS, channel="8")
    await poll(store, ours.feed_id, listing("a"), NOW)
    assert (await store.pause(OURS, 1, True)).subscription.paused
    assert (await fates(store, ours), await fates(store, theirs)) == ({"a": Outcome.PAUSED}, {"a": Outcome.WAITING})
    await store.unfollow(OURS, 1)
    assert await fates(store, theirs) == {"a": Outcome.WAITING}


async def test_what_comes_during_a_pause_is_not_posted_after_it(store: FeedStore) -> None:
    ours = await follow(store)
    await store.pause(OURS, 1, True)
    await poll(store, ours.feed_id, listing("a"), NOW)
    assert await store.due_items(NOW, limit=9) == ()
    assert not (await store.pause(OURS, 1, False)).subscription.paused
    (item,) = await poll(store, ours.feed_id, listing("b", "a"), NOW + LATER)
    assert await fates(store, ours) == {"a": Outcome.PAUSED, "b": Outcome.WAITING}
    assert await store.due_items(NOW + LATER, limit=9) == (item,)


async def test_a_feed_that_was_given_up_is_tried_when_somebody_lets_it_go_on(store: FeedStore) -> None:
    ours = await follow(store)
    feed = await store.load_feed(ours.feed_id)
    await store.save_state(
        replace(feed, health=FeedHealth.GONE, failures=4, failing_since=NOW, noticed_at=NOW, next_poll_at=None)
    )
    assert await store.claim_due(NOW, limit=9, lease=LATER) == ()
    await store.pause(OURS, 1, False)
    (feed,) = await store.claim_due(NOW, limit=9, lease=LATER)
    assert (feed.failures, feed.failing_since, feed.noticed_at) == (0, None, None)


# Polls.


async def test_a_claimed_feed_is_nobody_elses_until_its_lease_ends(store: FeedStore) -> None:
    for n in range(3):
        await follow(store, url=f"{URL}/{n}", now=NOW - n * LATER)
    first = await store.claim_due(NOW, limit=2, lease=LATER)
    assert [feed.url for feed in first] == [f"{URL}/2", f"{URL}/1"], "those that wait longest come first"
    assert [feed.url for feed in await store.claim_due(NOW, limit=9, lease=LATER)] == [f"{URL}/0"]
    assert await store.claim_due(NOW, limit=9, lease=LATER) == ()
    assert await store.next_due_at() == NOW + LATER
    assert len(await store.claim_due(NOW + LATER, limit=9, lease=LATER)) == 3


async def test_a_clock_that_was_ahead_stops_no_feed(store: FeedStore) -> None:
    """A minute of it would stop all feeds for a year, and each would still be shown as healthy."""
    year = timedelta(days=365)
    await follow(store, now=NOW)
    (feed,) = await store.claim_due(NOW + year, limit=9, lease=LATER)
    with capture_logs() as logs:
        (feed,) = await store.claim_due(NOW + LATER, limit=9, lease=LATER)  # leased for a year
        await store.save_state(replace(feed, next_poll_at=NOW + year))
        (again,) = await store.claim_due(NOW + 2 * LATER, limit=9, lease=LATER)
    assert again.id == feed.id
    assert [entry["event"] for entry in logs] == ["a clock was ahead: feeds are polled before the time that it set"]
    assert await store.claim_due(NOW + 2 * LATER, limit=9, lease=LATER) == (), "only once"
    longest = NOW + 2 * LATER + PATIENCE * 1.1
    await store.save_state(replace(feed, next_poll_at=longest))
    assert await store.claim_due(NOW + 2 * LATER, limit=9, lease=LATER) == (), "the longest that a source may ask for"
    assert len(await store.claim_due(longest, limit=9, lease=LATER)) == 1


async def test_claims_of_who_polled_before_are_given_back(store: FeedStore) -> None:
    await follow(store)
    (feed,) = await store.claim_due(NOW, limit=9, lease=LATER)
    await store.release_claims()
    assert [one.id for one in await store.claim_due(NOW, limit=9, lease=LATER)] == [feed.id]


async def test_pollers_at_once_never_claim_the_same(store: FeedStore) -> None:
    for n in range(8):
        await follow(store, url=f"{URL}/{n}")
    claims = await asyncio.gather(*(store.claim_due(NOW, limit=3, lease=LATER) for _ in range(5)))
    claimed = [feed.url for claim in claims for feed in claim]
    assert len(claimed) == len(set(claimed))
    claimed += [feed.url for feed in await store.claim_due(NOW, limit=9, lease=LATER)]
    assert len(claimed) == len(set(claimed)) == 8


async def test_a_poll_saves_the_feed_as_it_was_left(store: FeedStore) -> None:
    ours = await follow(store)
    (feed,) = await store.claim_due(NOW, limit=1, lease=LATER)
    polled = replace(
        feed,
        etag='W/"7"',
        last_modified="Mon, 02 Mar 2026 06:00:00 GMT",
        body_sha256="0" * 64,
        ttl_seconds=600.0,
        interval=450.0,
        polls=1,
        failures=2,
        reason="This site is overloaded.",
        health=FeedHealth.FAILING,
        failing_since=NOW,
        noticed_at=NOW,
        last_polled_at=NOW,
        last_changed_at=NOW,
        next_poll_at=NOW + LATER,
    )
    await store.save_poll(polled, (), NOW, first=False)
    assert await store.load_feed(ours.feed_id) == polled
    assert await store.next_due_at() == NOW + LATER, "the lease is given back"


async def test_an_item_is_new_once(store: FeedStore) -> None:
    ours = await follow(store, entries=listing("a"))
    (item_id,) = await poll(store, ours.feed_id, listing("b", "a"), NOW + LATER)
    assert await poll(store, ours.feed_id, listing("b", "a"), NOW + 2 * LATER) == ()
    assert await poll(store, ours.feed_id, listing("a"), NOW + 3 * LATER) == ()
    assert await poll(store, ours.feed_id, listing("b", "a"), NOW + 4 * LATER) == (), "it comes back, and is known"
    item = await store.load_item(item_id)
    assert item is not None
    assert (item.state, item.first_seen_at, item.retry_at) == (ItemState.NEW, NOW + LATER, NOW + LATER)
    assert await store.waiting(item_id) == (ours,)
    assert await store.load_item(item_id + 1) is None


async def test_new_items_are_numbered_in_the_order_of_their_dates(store: FeedStore) -> None:
    ours = await follow(store)
    dated = listing("late", at=NOW) + listing("early", at=NOW - LATER)
    await poll(store, ours.feed_id, dated, NOW)
    await poll(store, ours.feed_id, listing("third", "second"), NOW)
    shown = await store.why(OURS, 1)
    assert [item.entry.title for item, _ in shown] == ["third", "second", "late", "early"]
    assert await store.why(OURS, 1, before=shown[1][0].id, limit=1) == (shown[2],)


async def test_a_first_poll_has_no_news(store: FeedStore) -> None:
    ours = await follow(store)
    feed = await store.load_feed(ours.feed_id)
    outcome = await store.save_poll(feed, listing("b", "a"), NOW, first=True)
    assert len(outcome.new) == 2
    assert await fates(store, ours) == {"a": Outcome.OLD, "b": Outcome.OLD}
    assert await store.due_items(NOW, limit=9) == ()


@pytest.mark.parametrize(
    ("age", "fate"),
    [
        (
            timedelta(hours=23),
            Outcome.WAITING,
        ),  # before it was followed, but clocks and midnight dates are what they are
        (timedelta(hours=25), Outcome.OLD),
        (timedelta(days=400), Outcome.OLD),
        (timedelta(hours=-20), Outcome.WAITING),
    ],
)
async def test_what_is_dated_long_before_is_old(store: FeedStore, age: timedelta, fate: Outcome) -> None:
    ours = await follow(store)
    await poll(store, ours.feed_id, listing("a", at=NOW - age), NOW)
    assert await fates(store, ours) == {"a": fate}


async def test_a_feed_that_shows_its_archive_floods_nobody(store: FeedStore) -> None:
    ours = await follow(store)
    now = NOW + timedelta(days=300)
    await poll(store, ours.feed_id, listing("a", at=now - timedelta(days=31)), now)
    ((_, fate),) = await store.why(OURS, 1)
    assert (fate.fate, translate_stored(fate.detail or "")) == (
        Outcome.OLD,
        "It is dated 26 November 2026, more than 30 days before it appeared.",
    )


def renamed(entries: tuple[IdentifiedEntry, ...], *, words: str | None = None) -> tuple[IdentifiedEntry, ...]:
    """The same entries under other guids, as after a night in which a site changed its system."""
    others = (replace(one.entry, guid=f"post-{n}", summary=words or one.entry.summary) for n, one in enumerate(entries))
    return identify_entries(FeedDocument(None, None, tuple(others)))


@pytest.mark.parametrize("at", [None, NOW - timedelta(hours=3)])
async def test_a_site_that_gives_its_items_new_identities_reposts_none(store: FeedStore, at: datetime | None) -> None:
    ours = await follow(store, entries=listing("b", "a", at=at))
    await poll(store, ours.feed_id, listing("c", "b", "a", at=at), NOW + LATER)
    again = (*listing("d", at=at), *renamed(listing("c", "b", "a", at=at)))
    feed = await store.load_feed(ours.feed_id)
    outcome = await store.save_poll(feed, again, NOW + 2 * LATER, first=False)
    shown = await store.why(OURS, ours.number, limit=9)
    before = {item.entry.title for item, fate in shown if fate.detail == SHOWN_BEFORE}
    assert before == {"a", "b"}, "dated, they wait for the first digest"
    told = [(item.entry.title, fate.fate, fate.detail) for item, fate in shown if fate.detail != SHOWN_BEFORE]
    assert told == [
        ("d", Outcome.WAITING, None),
        ("c", Outcome.DUPLICATE, "c"),
        ("b", Outcome.DUPLICATE, "b"),
        ("a", Outcome.DUPLICATE, "a"),
        ("c", Outcome.WAITING, None),
    ]
    assert (len(outcome.new), outcome.gap) == (1, False), "only the identities are lost"
    assert len(await store.due_items(NOW + 3 * LATER, limit=9)) == (4 if at else 2)


async def test_a_link_that_is_announced_again_is_news(store: FeedStore) -> None:
    """A live page: under a new guid with another date, or other words; or undated, beside what stays as it was."""
    first = NOW - timedelta(hours=3)
    ours = await follow(store, entries=listing("b", "a", at=first))
    dated = (*renamed(listing("a", at=NOW)), *listing("b", "a", at=first))
    assert len(await poll(store, ours.feed_id, dated, NOW + LATER)) == 1
    bare = await follow(store, url=f"{URL}/bare", channel="8", entries=listing("b", "a"))
    assert len(await poll(store, bare.feed_id, (*renamed(listing("a")), *listing("b", "a")), NOW + LATER)) == 1
    other = await follow(store, url=f"{URL}/other", channel="9", entries=listing("b", "a"))
    assert len(await poll(store, other.feed_id, renamed(listing("b", "a"), words="Talks ended."), NOW + LATER)) == 2


async def test_of_a_flood_the_newest_alone_wait_to_be_posted(store: FeedStore) -> None:
    ours = await follow(store, entries=listing("a"))
    kept = await follow(store, THEIRS, channel="8", entries=listing("a"), delivery=Delivery.DIGEST)
    titles = [f"News {number}" for number in range(FLOOD + 3)]
    feed = await store.load_feed(ours.feed_id)
    outcome = await store.save_poll(feed, listing(*titles, "a"), NOW + LATER, first=False)
    assert outcome.flood
    assert len(outcome.new) == FLOOD + 3
    *spared, first_posted = outcome.new[:4]
    for number in spared:
        assert {(one.owner, one.delivery) for one in await store.waiting(number)} == {
            (OURS, Delivery.DIGEST),
            (THEIRS, Delivery.DIGEST),
        }
    assert {one.owner for one in await store.waiting(first_posted) if one.delivery is Delivery.EACH} == {OURS}
    details = [
        translate_stored(fate.detail or "")
        for _, fate in await store.why(OURS, ours.number, limit=99)
        if fate.fate is Outcome.WAITING
    ]
    assert details == [""] * FLOOD + ["It came with 27 others at once, and only the newest 25 are posted."] * 3
    assert not [
        fate
        for _, fate in await store.why(THEIRS, kept.number, limit=99)
        if fate.detail and fate.fate is Outcome.WAITING
    ]
    (item, fate), *_ = [one for one in await store.why(OURS, ours.number, limit=99) if one[0].id == spared[0]]
    await store.settle(replace(item, retry_at=None), [replace(fate, fate=Outcome.DIGEST, detail=None)], NOW + LATER)
    (_, settled), *_ = [one for one in await store.why(OURS, ours.number, limit=99) if one[0].id == spared[0]]
    assert (settled.fate, translate_stored(settled.detail or "")) == (Outcome.DIGEST, details[-1]), (
        "why it was not posted stays told"
    )


async def test_an_edit_is_silent(store: FeedStore) -> None:
    ours = await follow(store)
    (item_id,) = await poll(store, ours.feed_id, listing("a"), NOW)
    feed = await store.load_feed(ours.feed_id)
    edited = await store.save_poll(feed, listing("a", words="Talks ended."), NOW + LATER, first=False)
    assert (edited.new, edited.edited, edited.gap) == ((), (item_id,), False)
    item = await store.load_item(item_id)
    assert item is not None
    assert item.entry.summary == "Talks ended."
    assert await fates(store, ours) == {"a": Outcome.WAITING}
    assert await store.due_items(NOW + LATER, limit=9) == (item_id,)


@pytest.mark.parametrize("edits", [True, False])
async def test_an_edit_of_what_was_posted_is_due_only_for_who_wants_edits(store: FeedStore, edits: bool) -> None:
    ours = await follow(store, edits=edits)
    (item_id,) = await poll(store, ours.feed_id, listing("a"), NOW)
    item = await store.load_item(item_id)
    assert item is not None
    read = replace(item, state=ItemState.READ, retry_at=None)
    await store.settle(read, [ItemOutcome(item_id, ours.id, Outcome.POSTED, post="0" * 20)], NOW)
    assert await store.due_items(NOW + LATER, limit=9) == ()
    await poll(store, ours.feed_id, listing("a", words="Talks ended."), NOW + LATER)
    assert await store.due_items(NOW + LATER, limit=9) == ((item_id,) if edits else ())
    assert await store.editing(item_id) == (((ours, "0" * 20),) if edits else ())
    assert await store.waiting(item_id) == ()


def tell_gap(feed: Feed, outcome: PollOutcome) -> Feed:
    return replace(feed, notice="Some may be lost.") if outcome.gap else feed


async def test_a_gap_is_told_with_the_poll(store: FeedStore) -> None:
    ours = await follow(store, entries=listing("b", "a"))
    feed = await store.load_feed(ours.feed_id)
    nothing = await store.save_poll(feed, (), NOW, first=False, then=tell_gap)
    assert not nothing.gap, "an empty feed may be one that is being repaired"
    near = await store.save_poll(feed, listing("c", "b"), NOW, first=False, then=tell_gap)
    assert not near.gap
    assert await store.notices() == ()
    far = await store.save_poll(feed, listing("f", "e"), NOW, first=False, then=tell_gap)
    assert far.gap
    ((noticed, followers),) = await store.notices()
    assert (noticed.notice, followers) == ("Some may be lost.", (ours,))
    await store.save_noticed(replace(noticed, notice="Another."))
    assert len(await store.notices()) == 1, "what came meanwhile stays"
    await store.save_noticed(noticed)
    assert await store.notices() == ()


async def test_who_paused_is_told_nothing(store: FeedStore) -> None:
    await follow(store)
    theirs = await follow(store, THEIRS, channel="8")
    await store.pause(OURS, 1, True)
    await store.save_state(replace(await store.load_feed(theirs.feed_id), notice="It moved."))
    ((_, followers),) = await store.notices()
    assert followers == (theirs,)


def moving(to: str) -> Callable[[Feed, PollOutcome], Feed]:
    return lambda feed, _: replace(feed, url=to)


async def test_a_feed_that_moved_keeps_its_items(store: FeedStore) -> None:
    ours = await follow(store, entries=listing("a"))
    feed = replace(await store.load_feed(ours.feed_id), title="Quill")
    await store.save_poll(feed, listing("a"), NOW, first=False, then=moving(f"{URL}/new"))
    moved = await store.load_feed(ours.feed_id)
    assert (moved.url, moved.title) == (f"{URL}/new", "Quill")
    assert await fates(store, ours) == {"a": Outcome.OLD}


async def test_feeds_that_turn_out_to_be_one_are_joined(store: FeedStore) -> None:
    """Who changes over gets nothing twice and loses nothing, whichever of the two had been polled last."""
    ours = await follow(store, entries=listing("a"))
    both = await follow(store, channel="9", entries=listing("a"))
    theirs = await follow(store, THEIRS, channel="8", url=f"{URL}/new", entries=listing("a"))
    stays = await follow(store, THEIRS, channel="9x", url=f"{URL}/new")
    await poll(store, ours.feed_id, listing("b", "a"), NOW)
    await poll(store, theirs.feed_id, listing("c", "b", "a"), NOW)
    feed = await store.load_feed(ours.feed_id)
    now = NOW + LATER
    await store.save_poll(feed, listing("d", "c", "b", "a"), now, first=False, then=moving(f"{URL}/new"))
    assert {one.feed.id for one in await store.followed(OURS) + await store.followed(THEIRS)} == {theirs.feed_id}
    waiting = {"a": Outcome.OLD, "b": Outcome.WAITING, "c": Outcome.WAITING, "d": Outcome.WAITING}
    for subscription in (ours, both, theirs, stays):
        assert await fates(store, subscription) | {"a": Outcome.OLD} == waiting
    assert await poll(store, theirs.feed_id, listing("d", "c", "b", "a"), now) == ()
    await poll(store, theirs.feed_id, listing("e", "d", "c"), now)
    for subscription in (ours, both, theirs, stays):
        assert (await fates(store, subscription))["e"] is Outcome.WAITING
    assert (await store.load_feed(feed.id)).next_poll_at is None
    item = next(item for item, _ in await store.why(OURS, 1) if item.feed_id == feed.id)
    await store.settle(replace(item, retry_at=None), [ItemOutcome(item.id, ours.id, Outcome.FILTERED)], now)
    assert Outcome.FILTERED in (await fates(store, ours)).values(), "what was under way goes on"


async def test_a_channel_that_followed_both_follows_one(store: FeedStore) -> None:
    ours, also = await follow(store, entries=listing("a")), await follow(store, url=f"{URL}/new", entries=listing("a"))
    feed = await store.load_feed(ours.feed_id)
    await store.save_poll(feed, listing("b", "a"), NOW, first=False, then=moving(f"{URL}/new"))
    (left,) = await store.followed(OURS)
    assert left.subscription == also
    assert await fates(store, also) == {"a": Outcome.OLD, "b": Outcome.WAITING}


async def test_one_joined_by_a_feed_that_was_given_up_or_not_followed_is_polled(store: FeedStore) -> None:
    ours = await follow(store)
    theirs = await follow(store, THEIRS, channel="8", url=f"{URL}/new")
    await store.unfollow(THEIRS, 1)
    feed = await store.load_feed(ours.feed_id)
    await store.save_poll(feed, listing("a"), NOW, first=False, then=moving(f"{URL}/new"))
    (due,) = await store.claim_due(NOW, limit=9, lease=LATER)
    assert due.id == theirs.feed_id


async def test_a_poll_of_a_feed_that_is_gone_is_nothing(store: FeedStore) -> None:
    outcome = await store.save_poll(Feed(77, URL), listing("a"), NOW, first=False)
    assert (outcome.new, outcome.edited, outcome.gap) == ((), (), False)
    await store.save_state(Feed(77, URL))


async def test_a_claim_that_ran_out_makes_no_feed_due_before_its_time(store: FeedStore, tamper: Tamper) -> None:
    """As when a poll was lost, and the feed was paused and resumed: the poller would look 20 times a second."""
    await follow(store)
    await store.claim_due(NOW, limit=1, lease=timedelta(seconds=9))
    late = NOW + LATER
    tamper(f"UPDATE feeds SET next_poll_at = '{late:%Y-%m-%d %H:%M:%S}.000000'")  # noqa: S608 - our own time
    due_at = await store.next_due_at()
    assert due_at
    assert due_at > NOW + timedelta(seconds=9)
    assert await store.claim_due(due_at, limit=1, lease=LATER)


async def test_a_postponed_feed_is_due_then(store: FeedStore) -> None:
    await follow(store)
    (feed,) = await store.claim_due(NOW, limit=1, lease=LATER)
    await store.postpone(feed.id, NOW + timedelta(seconds=40))
    assert await store.next_due_at() == NOW + timedelta(seconds=40)


async def test_an_entry_comes_back_as_it_was(store: FeedStore) -> None:
    ours = await follow(store)
    whole = Entry(
        guid="7",
        link="https://quill.example/7",
        title="Grüße 🕊",
        summary="Kurz.",
        content="<p>Lang.</p>",
        author="Lena Marsh",
        published_at=NOW,
        updated_at=NOW + LATER,
        day_only=True,
        language="de",
    )
    rude = replace(whole, guid="8", title="half \ud83d a pair\x00", published_at=None)
    snapshot = identify_entries(FeedDocument(None, None, (rude, whole)))
    ids = await poll(store, ours.feed_id, snapshot, NOW)
    items = [item for item in [await store.load_item(one) for one in ids] if item]
    assert items[0].entry == whole
    assert items[1].entry == replace(rude, title="half � a pair")


# Items on their way.


async def test_settling_ends_an_items_way(archive: Archive, store: FeedStore) -> None:
    await archive.save_reading(READING)
    ours, theirs = await follow(store), await follow(store, THEIRS, channel="8")
    snapshot = tuple(replace(one, entry=replace(one.entry, content="<p>Long words.</p>")) for one in listing("a", "b"))
    ids = await poll(store, ours.feed_id, snapshot, NOW)
    item = await store.load_item(ids[0])
    assert item is not None
    assert item.entry.content == "<p>Long words.</p>"
    assert await store.due_items(NOW, limit=1) == (item.id,)
    later = replace(item, attempts=1, reason="This site is overloaded.", retry_at=NOW + LATER)
    await store.settle(later, [], NOW)
    assert await store.load_item(item.id) == later
    assert await store.due_items(NOW, limit=9) == ids[1:]
    read = replace(later, state=ItemState.READ, retry_at=None, reason=None, article=READING.id)
    decided = [
        ItemOutcome(item.id, ours.id, Outcome.FILTERED, "any: treaty"),
        ItemOutcome(item.id, theirs.id, Outcome.SENDING, post="0" * 20),
    ]
    await store.settle(read, decided, NOW + LATER)
    assert await store.load_item(item.id) == replace(read, entry=replace(item.entry, content=None))
    ((_, fate),) = await store.why(OURS, 1, before=ids[1])
    assert fate == replace(decided[0], decided_at=NOW + LATER)
    assert await store.waiting(item.id) == ()


async def test_what_was_posted_stays_posted(store: FeedStore) -> None:
    ours = await follow(store)
    (item_id,) = await poll(store, ours.feed_id, listing("a"), NOW)
    item = await store.load_item(item_id)
    assert item is not None
    for fate in (Outcome.SENDING, Outcome.POSTED, Outcome.SENDING, Outcome.FAILED):
        await store.settle(item, [ItemOutcome(item_id, ours.id, fate)], NOW)
    assert await fates(store, ours) == {"a": Outcome.POSTED}


async def test_settling_for_who_has_left_is_no_fault(store: FeedStore) -> None:
    ours, theirs = await follow(store), await follow(store, THEIRS, channel="8")
    (item_id,) = await poll(store, ours.feed_id, listing("a"), NOW)
    item = await store.load_item(item_id)
    assert item is not None
    await store.unfollow(THEIRS, 1)
    decided = [ItemOutcome(item_id, one.id, Outcome.DIGEST) for one in (ours, theirs)]
    await store.settle(replace(item, state=ItemState.READ, retry_at=None), decided, NOW)
    assert await fates(store, ours) == {"a": Outcome.DIGEST}
    await store.unfollow(OURS, 1)
    await store.prune(NOW + timedelta(days=9))
    await store.settle(item, decided, NOW)
    assert await store.load_item(item_id) is None


async def test_a_pause_that_comes_while_an_item_is_decided_holds(archive: Archive, store: FeedStore) -> None:
    ours = await follow(store)
    (item_id,) = await poll(store, ours.feed_id, listing("a"), NOW)
    item = await store.load_item(item_id)
    assert item is not None
    assert await store.waiting(item_id)
    await store.pause(OURS, 1, paused=True)
    await store.pause(OURS, 1, paused=False)
    post = lone_post(PostKind.ITEM, "0" * 20, OURS, ours.channel, f"item:{item_id}", "{}", NOW, None)
    sending = ItemOutcome(item_id, ours.id, Outcome.SENDING, post=post.key)
    await store.settle(replace(item, state=ItemState.READ, retry_at=None), [sending], NOW, posts=[post])
    assert await fates(store, ours) == {"a": Outcome.PAUSED}
    assert await archive.posts.load(post.key) is None


async def test_an_edit_that_comes_while_an_item_is_read_is_not_lost(store: FeedStore) -> None:
    ours = await follow(store)
    (item_id,) = await poll(store, ours.feed_id, listing("a"), NOW)
    item = await store.load_item(item_id)
    assert item is not None
    await poll(store, ours.feed_id, listing("a", words="Talks ended."), NOW)
    await store.settle(replace(item, state=ItemState.READ, retry_at=None), [], NOW)
    after = await store.load_item(item_id)
    assert after is not None
    assert (after.state, after.entry.summary) == (ItemState.READ, "Talks ended.")
    assert await store.due_items(NOW, limit=9) == (item_id,)


async def test_a_channel_that_cannot_be_posted_to_holds_what_comes(archive: Archive, store: FeedStore) -> None:
    ours, theirs = await follow(store), await follow(store, THEIRS, channel="8")
    await poll(store, ours.feed_id, listing("a"), NOW)
    await archive.posts.hold("7", OURS, "Attaché may not post there.", NOW)
    await poll(store, ours.feed_id, listing("b", "a"), NOW + timedelta(days=2))
    assert await fates(store, ours) == {"a": Outcome.HELD, "b": Outcome.HELD}
    assert await fates(store, theirs) == {"a": Outcome.WAITING, "b": Outcome.WAITING}
    shown = await store.why(OURS, 1)
    assert {fate.detail for _, fate in shown} == {"Attaché may not post there."}
    await archive.posts.repair("7", NOW + timedelta(days=2))
    assert await fates(store, ours) == {"a": Outcome.HELD, "b": Outcome.WAITING}, "what is a day old is no news"
    assert (await store.find(OURS, 1)).subscription.broken is None


async def test_after_a_repair_the_newest_items_alone_wait_again(archive: Archive, store: FeedStore) -> None:
    ours = await follow(store)
    await archive.posts.hold("7", OURS, "Attaché may not post there.", NOW)
    names = [f"n{number:02}" for number in range(NEWEST_KEPT + 3)]
    await poll(store, ours.feed_id, listing(*reversed(names)), NOW)
    await archive.posts.repair("7", NOW + LATER)
    found = await fates(store, ours)
    assert [name for name in names if found[name] is Outcome.WAITING] == names[3:]
    assert len(await store.due_items(NOW + LATER, limit=99)) == NEWEST_KEPT


async def test_material_for_digests_is_not_held_with_its_channel(archive: Archive, store: FeedStore) -> None:
    ours = await follow(store, delivery=Delivery.DIGEST)
    await poll(store, ours.feed_id, listing("a"), NOW)
    await archive.posts.hold("7", OURS, "Attaché may not post there.", NOW)
    await poll(store, ours.feed_id, listing("b", "a"), NOW + LATER)
    assert await fates(store, ours) == {"a": Outcome.WAITING, "b": Outcome.WAITING}


async def test_a_filter_is_changed_for_its_owner(store: FeedStore) -> None:
    await follow(store)
    await follow(store, THEIRS, channel="8")
    assert (await store.refilter(OURS, 1, "not: sports")).subscription.filter == "not: sports"
    assert (await store.find(THEIRS, 1)).subscription.filter == "any: treaty"


# Forgetting.


async def test_what_is_forgotten_cannot_be_posted_again(store: FeedStore, tamper: Tamper) -> None:
    """Of items not shown for 90 days the dated go, being old when they return; the identity of the undated stays."""
    ours = await follow(store)
    await poll(store, ours.feed_id, listing("kept") + listing("dated", at=NOW) + listing("undated"), NOW)
    await poll(store, ours.feed_id, listing("kept"), NOW + LATER)
    late = NOW + LATER + timedelta(days=91)
    assert await store.prune(late - timedelta(days=2)) == 0
    assert await store.prune(late) == 2
    assert await store.prune(late) == 0
    assert await fates(store, ours) == {"kept": Outcome.WAITING}
    assert len(tamper("SELECT id FROM items")) == 2
    assert (
        len(await poll(store, ours.feed_id, listing("kept") + listing("dated", at=NOW) + listing("undated"), late)) == 1
    )
    assert await fates(store, ours) == {"kept": Outcome.WAITING, "dated": Outcome.OLD}
