"""Scheduled digests over the real archive, in any zone, through both changes of the clocks and outages of any length.

The machine is on and off at random. Each chosen local day has its digest once: on time while it was on, late if it came
back within six hours, and of several days that passed meanwhile the newest alone.
"""

import asyncio
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from itertools import count, pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.archive.store import Archive
from bot.domain.post import PostKind
from bot.domain.schedule import EVERY_DAY, LATE_AFTER, MISSED_AFTER, Schedule, due_occurrences, parse_time
from bot.domain.scheduled_digest import ScheduledDigest
from bot.jobs.scheduled_digests import DigestJob
from bot.services.digest_composer import ArchiveDigestComposer
from tests.unit.domain.test_schedule import CLOCK, DAYS, moments
from tests.unit.services.fakes import StoppedClock

DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
WEEK = 9 * DAY
BERLIN = [("Europe/Berlin", datetime(2026, month, day, tzinfo=UTC)) for month, day in ((3, 25), (10, 21))]

# Each outage is around one of the occurrences: it begins so many minutes before, and ends so many after. What makes a
# digest late or missed is the most telling.
AFTER = st.sampled_from([0, 9, 10, 11, 359, 360, 361]) | st.integers(0, 3 * 1440)
OUTAGES = st.lists(st.tuples(st.integers(0, 8), st.integers(1, 2 * 1440), AFTER), max_size=4)
Outage = tuple[int, int, int]


@dataclass(frozen=True)
class Told:
    """The digest of a local day, and whether it says that it is late."""

    day: str
    late: bool


@dataclass(frozen=True)
class Machine:
    """One archive for all examples, in which each has an owner of its own."""

    runner: asyncio.Runner
    archive: Archive
    owners: Iterator[int]

    def live(self, schedule: Schedule, begun: datetime, outages: list[Outage]) -> list[Told]:
        """What is told over a week with those ``outages``."""
        return self.runner.run(self._live(schedule, begun, outages))

    async def _live(self, schedule: Schedule, begun: datetime, outages: list[Outage]) -> list[Told]:
        owner, clock = f"discord:guild:{next(self.owners)}", StoppedClock()
        schedules = self.archive.schedules
        clock.at = begun
        digest = await schedules.add(ScheduledDigest(0, 0, owner, owner, "x", schedule, begun))
        for on, off in spells(schedule, begun, outages):
            clock.at = max(clock.at, on)
            await schedules.recompute(clock.at)  # as every start does
            while (due_at := await schedules.next_due_at(owner)) and due_at < off:
                clock.at = max(clock.at, due_at)
                job = DigestJob(schedules, self.archive.preferences, ArchiveDigestComposer(self.archive, clock), clock)
                for _ in range(2):  # ordered once too often
                    await job.handle(str(digest.id))
        await schedules.remove(owner, digest.number)
        posts = [post for post in await self.archive.posts.latest(owner, limit=99) if post.kind is PostKind.DIGEST]
        return [Told(post.subject.partition(":")[2], "could not post at" in post.card) for post in reversed(posts)]


def spells(schedule: Schedule, begun: datetime, outages: list[Outage]) -> list[tuple[datetime, datetime]]:
    """When the machine is on, from when it is told of the schedule."""
    due = [one.at for one in due_occurrences(schedule, begun, begun + WEEK)]
    found, on = [], begun
    around = [(due[n % len(due)], before, after) for n, before, after in outages if due]
    for off, again in sorted((at - before * MINUTE, at + after * MINUTE) for at, before, after in around):
        if off > on:
            found.append((on, off))
        on = max(on, again) if off > begun else on
    return [*found, (on, max(on, begun + WEEK) + DAY)]


def expected(schedule: Schedule, begun: datetime, outages: list[Outage]) -> list[Told]:
    """The rule as a person would state it, without any of the job's steps."""
    told, on_since = [], spells(schedule, begun, outages)
    for (_, before), (on, off) in pairwise([(begun, begun), *on_since]):
        newest = next(reversed(list(due_occurrences(schedule, before - MINUTE / 60, on))), None)
        if newest is not None and newest.at > begun and on - newest.at < MISSED_AFTER:
            told.append(Told(str(newest.local_day), on - newest.at >= LATE_AFTER))
        told += [Told(str(one.local_day), late=False) for one in due_occurrences(schedule, on, off - MINUTE / 60)]
    return told


@pytest.fixture(scope="module")
def machine() -> Iterator[Machine]:
    with tempfile.TemporaryDirectory() as folder, asyncio.Runner() as runner:
        archive = runner.run(Archive.open(f"sqlite:///{folder}/archive.sqlite3"))
        yield Machine(runner, archive, count(1))
        runner.run(archive.close())


@settings(max_examples=40)
@given(moments(), CLOCK, DAYS, OUTAGES)
@example(BERLIN[0], parse_time("08:00"), EVERY_DAY, [(1, 30, 9), (2, 30, 10), (3, 30, 359), (5, 30, 360)])
@example(BERLIN[1], parse_time("02:30"), EVERY_DAY, [(4, 90, 0), (6, 4000, 30)])
def test_each_chosen_day_has_its_digest_once_or_is_missed(
    machine: Machine, moment: tuple[str, datetime], at: time, days: frozenset[int], outages: list[Outage]
) -> None:
    zone, begun = moment
    schedule = Schedule(at, zone, days)
    assert machine.live(schedule, begun, outages) == expected(schedule, begun, outages)


@pytest.mark.parametrize(("zone", "begun"), BERLIN)
def test_eight_in_berlin_through_a_change_of_the_clocks_and_an_outage(
    machine: Machine, zone: str, begun: datetime
) -> None:
    """Off from an hour before the digest of the day of the change until two hours after it."""
    told = machine.live(Schedule(parse_time("8:00"), zone), begun, [(4, 60, 120)])
    days = [str((begun + n * DAY).date()) for n in range(len(told))]
    assert [one.day for one in told] == days
    assert [one.day for one in told if one.late] == [days[4]]
    assert len(told) >= 9
