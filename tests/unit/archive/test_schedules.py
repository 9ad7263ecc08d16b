"""Scheduled digests in the archive: each owner's own, each local day dealt with once."""

import asyncio
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from unittest.mock import patch

import pytest
from structlog.testing import capture_logs

from bot.archive.database_errors import DamagedRecordError
from bot.archive.schedules import ScheduleStore
from bot.archive.store import Archive
from bot.domain.schedule import Occurrence, QuietHours, Schedule
from bot.domain.scheduled_digest import ScheduledDigest
from bot.errors import UsageError
from tests.unit.archive.conftest import Tamper
from tests.unit.archive.test_feeds import follow, listing, poll

OURS, THEIRS = "discord:guild:1", "discord:guild:2"
NOW = datetime(2026, 3, 2, 6, 30, tzinfo=UTC)  # a Monday, 07:30 in Berlin
BERLIN = Schedule(time(8), "Europe/Berlin", frozenset(range(5)), QuietHours(time(22), time(7)))


@pytest.fixture
def store(archive: Archive) -> ScheduleStore:
    return archive.schedules


async def add(
    store: ScheduleStore, owner: str = OURS, schedule: Schedule = BERLIN, now: datetime = NOW
) -> ScheduledDigest:
    return await store.add(
        ScheduledDigest(0, 0, owner, "7", "discord:9", schedule, now, topic="sanctions", silent=True)
    )


async def test_what_was_scheduled_comes_back(store: ScheduleStore) -> None:
    added = await add(store)
    assert added.schedule == BERLIN
    assert added == ScheduledDigest(
        id=added.id,
        number=1,
        owner=OURS,
        channel="7",
        by="discord:9",
        schedule=BERLIN,
        created_at=NOW,
        topic="sanctions",
        silent=True,
        next=Occurrence(datetime(2026, 3, 2, 7, tzinfo=UTC), date(2026, 3, 2)),
    )
    assert await store.find(OURS, 1) == added
    assert await store.load(added.id) == added
    assert await store.list(OURS) == (added,)


async def test_each_owner_counts_from_one_and_sees_only_theirs(store: ScheduleStore) -> None:
    ours = [await add(store) for _ in range(3)]
    theirs = await add(store, THEIRS)
    assert [one.number for one in ours] == [1, 2, 3]
    assert theirs.number == 1
    assert await store.list(OURS) == tuple(ours)
    assert await store.list(THEIRS) == (theirs,)
    assert await store.list("console") == ()
    for act in (store.find(THEIRS, 2), store.remove(THEIRS, 2), store.pause(THEIRS, 2, paused=True, now=NOW)):
        with pytest.raises(UsageError, match="no scheduled digest 2 here"):
            await act
    assert await store.list(OURS) == tuple(ours)


async def test_numbers_taken_at_once_differ(store: ScheduleStore) -> None:
    added = await asyncio.gather(*(add(store) for _ in range(4)))
    assert sorted(one.number for one in added) == [1, 2, 3, 4]


async def test_a_removed_digest_is_gone(store: ScheduleStore) -> None:
    added = await add(store)
    assert await store.remove(OURS, 1) == added
    assert await store.list(OURS) == ()
    assert await store.load(added.id) is None
    await store.save_done(added, date(2026, 3, 2), "sent", now=NOW)


async def test_paused_it_is_never_due_and_goes_on_from_then(store: ScheduleStore) -> None:
    added = await add(store)
    paused = await store.pause(OURS, 1, paused=True, now=NOW)
    assert paused.next is None
    assert paused == await store.find(OURS, 1)
    assert await store.due(NOW + timedelta(days=9), limit=9) == ()
    later = NOW + timedelta(days=1, hours=12)
    resumed = await store.pause(OURS, 1, paused=False, now=later)
    assert resumed == await store.find(OURS, 1)
    assert resumed.schedule == added.schedule
    assert resumed.next == Occurrence(datetime(2026, 3, 4, 7, tzinfo=UTC), date(2026, 3, 4)), "nothing is made up for"


async def test_what_is_not_paused_keeps_its_due_day_when_it_is_resumed(store: ScheduleStore) -> None:
    """Who misses the morning's digest and resumes it would else lose it: it is late, and waits for another attempt."""
    added = await add(store)
    again = NOW + timedelta(minutes=40)
    await store.postpone(added, date(2026, 3, 2), again)
    resumed = await store.pause(OURS, 1, paused=False, now=NOW + timedelta(minutes=36))
    assert resumed.next == Occurrence(again, date(2026, 3, 2))
    assert await store.due(again, limit=9) == (resumed,)


async def test_what_is_due_comes_longest_due_first(store: ScheduleStore) -> None:
    late = await add(store, schedule=replace(BERLIN, at=time(9)))
    early = await add(store, THEIRS)
    assert await store.due(NOW, limit=9) == ()
    assert await store.due(NOW + timedelta(minutes=30), limit=9) == (early,)
    assert await store.due(NOW + timedelta(days=1), limit=9) == (early, late)
    assert await store.due(NOW + timedelta(days=1), limit=1) == (early,)
    assert await store.next_due_at() == datetime(2026, 3, 2, 7, tzinfo=UTC)
    assert await store.next_due_at(OURS) == datetime(2026, 3, 2, 8, tzinfo=UTC)
    assert await store.next_due_at("console") is None


async def test_a_day_is_dealt_with_once(store: ScheduleStore) -> None:
    added = await add(store)
    at = NOW + timedelta(minutes=31)
    until = NOW + timedelta(minutes=30)
    await store.save_done(added, date(2026, 3, 2), "sent", now=at, until=until)
    done = await store.find(OURS, 1)
    assert (done.last_day, done.last_until, done.last_outcome) == (date(2026, 3, 2), until, "sent")
    assert done.next == Occurrence(datetime(2026, 3, 3, 7, tzinfo=UTC), date(2026, 3, 3))
    await store.save_done(added, date(2026, 3, 2), "sent again", now=at + timedelta(days=3), until=at)
    assert await store.find(OURS, 1) == done


async def test_a_missed_day_leaves_the_news_untold(store: ScheduleStore) -> None:
    added = await add(store)
    await store.save_done(added, date(2026, 3, 2), "sent", now=NOW, until=NOW)
    await store.save_done(added, date(2026, 3, 3), "missed", now=NOW + timedelta(days=1, hours=9))
    done = await store.find(OURS, 1)
    assert (done.last_day, done.last_until, done.last_outcome) == (date(2026, 3, 3), NOW, "missed")
    assert done.next
    assert done.next.local_day == date(2026, 3, 4)


async def test_a_pause_while_it_was_made_holds(store: ScheduleStore) -> None:
    added = await add(store)
    await store.pause(OURS, 1, paused=True, now=NOW)
    await store.save_done(added, date(2026, 3, 2), "sent", now=NOW)
    done = await store.find(OURS, 1)
    assert done.next is None
    assert done.last_day == date(2026, 3, 2)
    resumed = await store.pause(OURS, 1, paused=False, now=NOW)
    assert resumed.next
    assert resumed.next.local_day == date(2026, 3, 3), "the day that had its digest gets no second"


async def test_an_item_whose_page_failed_is_not_waited_for(archive: Archive, store: ScheduleStore) -> None:
    """It may be tried again in hours: whoever asks for a digest would be put off until then."""
    ours = await follow(archive.feeds)
    assert not await store.has_unread(OURS)
    (number,) = await poll(archive.feeds, ours.feed_id, listing("talks"), NOW)
    assert await store.has_unread(OURS)
    item = await archive.feeds.load_item(number)
    assert item
    await archive.feeds.settle(replace(item, retry_at=NOW + timedelta(minutes=1)), (), NOW)
    assert await store.has_unread(OURS), "we were busy, and read it soon"
    await archive.feeds.settle(replace(item, attempts=1, retry_at=NOW + timedelta(hours=6)), (), NOW)
    assert not await store.has_unread(OURS)


async def test_new_rules_of_a_zone_move_the_time_and_not_the_day(store: ScheduleStore) -> None:
    added = await add(store)
    assert await store.recompute(NOW) == 0
    utc = Schedule(BERLIN.at, "UTC", BERLIN.days, BERLIN.quiet)
    with patch("bot.archive.schedules.Schedule", lambda *_: utc):  # as if Berlin had given up its hour
        assert await store.recompute(NOW) == 1
    moved = await store.find(OURS, 1)
    assert moved.next == Occurrence(datetime(2026, 3, 2, 8, tzinfo=UTC), date(2026, 3, 2))
    assert moved == replace(added, next=moved.next)


async def test_a_clock_that_was_ahead_stops_no_digest(store: ScheduleStore) -> None:
    added = await add(store)
    await store.save_done(added, date(2026, 3, 2), "sent", now=NOW + timedelta(hours=12), until=NOW)
    told = await store.find(OURS, 1)
    later = NOW + timedelta(hours=13)
    assert await store.recompute_times_ahead(later) == 0, "the next of a day that is done"
    ahead = NOW + timedelta(days=365)
    await store.save_done(told, ahead.date(), "missed", now=ahead, until=ahead)
    with capture_logs() as logs:
        assert await store.recompute_times_ahead(later) == 1
        assert await store.recompute_times_ahead(later) == 0
    assert [entry["event"] for entry in logs] == ["a clock was ahead: digests come at their own times again"]
    back = await store.find(OURS, 1)
    assert back.next == told.next
    assert back.last_day is not None
    assert told.last_day is not None
    assert back.next is not None
    assert told.last_day <= back.last_day < back.next.local_day, "the day that had its digest gets no second"
    assert back.last_until is not None
    assert back.last_until <= later
    await store.save_done(back, back.next.local_day, "sent", now=back.next.at)
    assert (await store.find(OURS, 1)).last_day == back.next.local_day


async def test_a_damaged_schedule_stops_no_other(store: ScheduleStore, tamper: Tamper) -> None:
    await add(store)
    whole = await add(store, THEIRS)
    tamper("UPDATE schedules SET zone = 'Europe/Atlantis' WHERE owner = 'discord:guild:1'")
    with capture_logs() as logs:
        assert await store.due(NOW + timedelta(days=1), limit=9) == (whole,)
    assert [entry["event"] for entry in logs] == ["a schedule cannot be read"]
    with pytest.raises(DamagedRecordError):
        await store.list(OURS)
