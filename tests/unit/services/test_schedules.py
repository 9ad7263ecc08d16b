"""Scheduling digests as people type it, and composing them on command."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest

from bot.archive.store import Archive
from bot.errors import UsageError
from bot.services import schedules
from bot.services.schedules import ScheduleRequest, ScheduleService
from tests.unit.services.fakes import NOW, DigestsByHand, StoppedClock

OURS, THEIRS = "discord:guild:1", "discord:guild:2"
ORDER = ScheduleRequest("8:00", "europe/berlin", "71", "discord:9")


async def test_what_is_typed_becomes_a_schedule(digests: ScheduleService) -> None:
    added = await digests.add(
        OURS, replace(ORDER, days="mon-fri", topic=" New  START ", quiet="22:00-7:00", silent=True)
    )
    assert (added.number, added.channel, added.by) == (1, "71", "discord:9")
    assert str(added.schedule) == "08:00 Europe/Berlin, Monday to Friday"
    assert str(added.schedule.quiet) == "22:00-07:00"
    assert (added.topic, added.silent) == ("New START", True)
    assert added.next
    assert added.next.at == datetime(2026, 1, 2, 7, tzinfo=UTC)
    assert await digests.standing(OURS) == (added,)


@pytest.mark.parametrize(
    ("order", "says"),
    [
        (replace(ORDER, time="25:00"), "25:00 is not a time of day"),
        (replace(ORDER, timezone="Berln"), "Did you mean Europe/Berlin"),
        (replace(ORDER, days="someday"), "does not name days of the week"),
        (replace(ORDER, quiet="22:00"), "not name quiet hours"),
        (replace(ORDER, topic="x" * 61), "at most 60 characters"),
    ],
)
async def test_what_cannot_be_understood_is_told(digests: ScheduleService, order: ScheduleRequest, says: str) -> None:
    with pytest.raises(UsageError, match=says):
        await digests.add(OURS, order)
    assert await digests.standing(OURS) == ()


async def test_the_same_twice_a_day_is_refused(digests: ScheduleService) -> None:
    await digests.add(OURS, replace(ORDER, days="mon-wed"))
    with pytest.raises(UsageError, match="Digest 1 is already scheduled for that time"):
        await digests.add(OURS, replace(ORDER, days="wed-fri", time="08.00", timezone="Europe/Berlin"))
    for other in (
        replace(ORDER, days="thu"),
        replace(ORDER, time="09:00"),
        replace(ORDER, topic="fish"),
        replace(ORDER, channel="72"),
    ):
        await digests.add(OURS, other)
    await digests.add(THEIRS, ORDER)


async def test_the_same_asked_for_twice_at_once_is_scheduled_once(digests: ScheduleService) -> None:
    """A button is quickly pressed twice, and each digest would come twice a day."""
    done = await asyncio.gather(*(digests.add(OURS, ORDER) for _ in range(4)), return_exceptions=True)
    assert sum(isinstance(one, UsageError) for one in done) == 3
    assert len(await digests.standing(OURS)) == 1


async def test_there_is_no_room_for_more_than_the_most_also_at_once(
    digests: ScheduleService, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schedules, "MOST_SCHEDULES", 2)
    wanted = (replace(ORDER, time=f"{hour}:00") for hour in range(4))
    await asyncio.gather(*(digests.add(OURS, one) for one in wanted), return_exceptions=True)
    assert len(await digests.standing(OURS)) == 2


async def test_there_is_a_limit(digests: ScheduleService, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schedules, "MOST_SCHEDULES", 1)
    await digests.add(OURS, ORDER)
    with pytest.raises(UsageError, match="1 digests are already scheduled here, the limit"):
        await digests.add(OURS, replace(ORDER, time="09:00"))
    await digests.add(THEIRS, ORDER)


async def test_pause_resume_and_remove(digests: ScheduleService, clock: StoppedClock) -> None:
    added = await digests.add(OURS, ORDER)
    assert (await digests.pause(OURS, 1)).next is None
    clock.at += timedelta(days=3)
    resumed = await digests.resume(OURS, 1)
    assert resumed.next
    assert resumed.next.at > clock.at
    assert resumed.schedule == added.schedule
    assert await digests.remove(OURS, 1) == resumed
    assert await digests.standing(OURS) == ()


async def test_resuming_repairs_a_broken_channel(digests: ScheduleService, archive: Archive) -> None:
    await digests.add(OURS, ORDER)
    await archive.posts.hold("71", OURS, "I may not write there.", NOW)
    await digests.resume(OURS, 1)
    assert await archive.posts.broken(OURS) == ()


async def test_composing_asks_for_the_owners_window(digests: ScheduleService, digest_desk: DigestsByHand) -> None:
    await digests.compose(OURS)
    await digests.compose(THEIRS, topic="  fish  quota ", hours=3)
    assert digest_desk.asked == [
        (OURS, NOW - timedelta(hours=24), NOW, ""),
        (THEIRS, NOW - timedelta(hours=3), NOW, "fish quota"),
    ]
    for hours in (0, 169, -1):
        with pytest.raises(UsageError, match="1 to 168 hours"):
            await digests.compose(OURS, hours=hours)


async def test_nothing_of_another_owner_is_seen_or_touched(digests: ScheduleService) -> None:
    ours = await digests.add(OURS, ORDER)
    assert await digests.standing(THEIRS) == ()
    for act in (digests.remove, digests.pause, digests.resume):
        with pytest.raises(UsageError, match="no scheduled digest 1 here"):
            await act(THEIRS, 1)
    assert await digests.standing(OURS) == (ours,)
    assert ours.schedule.at == time(8)
