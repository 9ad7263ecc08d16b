"""The cost of 10,000 digest schedules: ``python -m benchmarks.schedules [--schedules N] [--seconds S] [--day]``.

Three figures, each compared with libraries (APScheduler's CronTrigger, croniter as DBOS uses it) on the same schedules
in the same run: times of day spread evenly, ten zones, every day or weekdays.

- The processor time for one next occurrence.
- Waiting: a ticker over a table with the next time of each schedule (indexed) sleeps until the earliest, 60 s at most,
  and advances what is due; against AsyncIOScheduler with as many jobs. Both run for S real seconds.
- With --day, a whole day of the ticker on a clock that jumps: the cost of 10,000 occurrences, spread over 86,400 s.

The table is SQLite in a file, written through SQLAlchemy like the archive's; the digests themselves are not included.
APScheduler 3 is a development dependency for this comparison only.
"""

import argparse
import asyncio
import importlib
import random
import tempfile
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from datetime import time as clock_time
from pathlib import Path
from typing import Any

from sqlalchemy import Column, DateTime, Integer, MetaData, Table, bindparam, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from bot.domain.schedule import EVERY_DAY, WEEKDAYS, Schedule, due_occurrences, next_occurrence

LONGEST_SLEEP = 60.0
BATCH = 500
ZONES = (
    "Europe/Berlin Europe/London America/New_York America/Los_Angeles America/Sao_Paulo Africa/Nairobi Asia/Kolkata "
    "Asia/Tokyo Australia/Sydney UTC"
).split()
_TABLE = Table(
    "schedules",
    MetaData(),
    Column("id", Integer, primary_key=True),
    Column("next_at", DateTime, index=True),  # UTC
)


def invent_schedules(count: int) -> list[Schedule]:
    """``count`` schedules over all minutes of the day, in no order."""
    chance = random.Random(4)  # noqa: S311  # the same schedules in every run
    minutes = [number % 1440 for number in range(count)]
    chance.shuffle(minutes)
    return [
        Schedule(clock_time(*divmod(minute, 60)), ZONES[n % len(ZONES)], EVERY_DAY if n % 3 else WEEKDAYS)
        for n, minute in enumerate(minutes)
    ]


async def fill(engine: AsyncEngine, schedules: list[Schedule], now: datetime) -> None:
    """A table with the next time of each of ``schedules``."""
    rows = [
        {"id": n, "next_at": found.at.replace(tzinfo=None)}
        for n, schedule in enumerate(schedules)
        if (found := next_occurrence(schedule, now))
    ]
    async with engine.begin() as connection:
        await connection.run_sync(_TABLE.metadata.create_all)
        await connection.execute(insert(_TABLE), rows)


async def tick(engine: AsyncEngine, schedules: list[Schedule], read_clock: Callable[[], datetime]) -> tuple[int, float]:
    """Advance everything due; return how many there were, and the seconds until the next."""
    now = read_clock()
    stored = now.replace(tzinfo=None)
    due = select(_TABLE.c.id, _TABLE.c.next_at).where(_TABLE.c.next_at <= stored).order_by(_TABLE.c.next_at)
    async with engine.begin() as connection:
        rows = (await connection.execute(due.limit(BATCH))).all()
        moved = [
            {"row": row.id, "at": found.at.replace(tzinfo=None)}
            for row in rows
            if list(due_occurrences(schedules[row.id], row.next_at.replace(tzinfo=UTC) - timedelta(seconds=1), now))
            and (found := next_occurrence(schedules[row.id], now))
        ]
        if moved:
            change = update(_TABLE).where(_TABLE.c.id == bindparam("row")).values(next_at=bindparam("at"))
            await connection.execute(change, moved)
        first = (await connection.execute(select(func.min(_TABLE.c.next_at)))).scalar_one()
    return len(moved), min(LONGEST_SLEEP, max(0.0, (first - stored).total_seconds()))


async def run_ticker(engine: AsyncEngine, schedules: list[Schedule]) -> None:
    """Tick until cancelled."""
    while True:
        _, wait = await tick(engine, schedules, lambda: datetime.now(UTC))
        await asyncio.sleep(wait)


async def measure_day(engine: AsyncEngine, schedules: list[Schedule], start: datetime) -> tuple[int, int, float]:
    """Ticks, occurrences and processor seconds of a day on a clock that jumps to the next tick."""
    now, ticks, moved = start, 0, 0
    before = time.process_time()
    while now < start + timedelta(days=1):
        found, wait = await tick(engine, schedules, lambda: now)  # noqa: B023  # read at once
        ticks, moved = ticks + 1, moved + found
        now += timedelta(seconds=wait)
    return ticks, moved, time.process_time() - before


async def measure_waiting(seconds: float, work: Awaitable[None]) -> float:
    """The share of one core that ``work`` takes while it runs for ``seconds``, in percent."""
    before, started = time.process_time(), time.perf_counter()
    task = asyncio.ensure_future(work)
    await asyncio.wait({task}, timeout=seconds)
    spent = 100 * (time.process_time() - before) / (time.perf_counter() - started)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    return spent


def measure_call(call: Callable[[Schedule], object], schedules: list[Schedule]) -> float:
    """Processor microseconds of one call, over all of ``schedules``."""
    before = time.process_time()
    for schedule in schedules:
        call(schedule)
    return 1e6 * (time.process_time() - before) / len(schedules)


def cron_trigger(schedule: Schedule) -> Any:
    """The schedule as APScheduler has it."""
    days = ",".join("mon tue wed thu fri sat sun".split()[day] for day in sorted(schedule.days))
    trigger = importlib.import_module("apscheduler.triggers.cron").CronTrigger
    return trigger(hour=schedule.at.hour, minute=schedule.at.minute, day_of_week=days, timezone=schedule.clock)


def measure_calls(schedules: list[Schedule], now: datetime) -> None:
    """Print the cost of finding the next occurrence, with ours and the libraries."""
    for schedule in schedules:
        next_occurrence(schedule, now)  # zones are loaded once, by the first to use them
    print(f"next occurrence, this project: {measure_call(lambda s: next_occurrence(s, now), schedules):.1f} µs")
    some = schedules[:1000]
    triggers = {id(schedule): cron_trigger(schedule) for schedule in some}
    aps = measure_call(lambda s: triggers[id(s)].get_next_fire_time(None, now), some)
    print(f"next occurrence, APScheduler's CronTrigger: {aps:.1f} µs")
    croniter = importlib.import_module("croniter").croniter

    def next_by_croniter(schedule: Schedule) -> object:
        days = ",".join(str((day + 1) % 7) for day in sorted(schedule.days))
        line = f"{schedule.at.minute} {schedule.at.hour} * * {days}"
        return croniter(line, now.astimezone(schedule.clock)).get_next(datetime)

    print(
        f"next occurrence, croniter (a new one each time, as DBOS does): {measure_call(next_by_croniter, some):.1f} µs"
    )


async def run_scheduler(schedules: list[Schedule]) -> None:
    """APScheduler with a job for each schedule, until cancelled."""
    scheduler = importlib.import_module("apscheduler.schedulers.asyncio").AsyncIOScheduler(timezone=UTC)
    before = time.perf_counter()
    for schedule in schedules:
        scheduler.add_job(_nothing, cron_trigger(schedule))
    scheduler.start()
    print(f"APScheduler: {len(schedules):,} jobs added in {time.perf_counter() - before:.1f} s, again at each start")
    try:
        await asyncio.Event().wait()
    finally:
        scheduler.shutdown(wait=False)


def _nothing() -> None:
    """A job that costs nothing."""


async def measure(count: int, seconds: float, *, day: bool) -> None:
    """Print all figures."""
    schedules = invent_schedules(count)
    now = datetime.now(UTC)
    measure_calls(schedules, now)
    with tempfile.TemporaryDirectory() as folder:
        engine = create_async_engine(f"sqlite+aiosqlite:///{Path(folder) / 'schedules.sqlite3'}")
        await fill(engine, schedules, now)
        await tick(engine, schedules, lambda: datetime.now(UTC))  # statements are compiled, the file is open
        share = await measure_waiting(seconds, run_ticker(engine, schedules))
        print(f"waiting {seconds:.0f} s with {count:,} schedules, this project: {share:.2f} % of a core")
        if day:
            start = datetime.now(UTC)
            ticks, moved, spent = await measure_day(engine, schedules, start)
            share = spent / 864
            print(f"a day: {ticks:,} ticks, {moved:,} occurrences, {spent:.1f} s of processor, {share:.3f} % of a core")
        await engine.dispose()
    scheduler = asyncio.ensure_future(run_scheduler(schedules))
    await asyncio.sleep(0.1)  # jobs are added already: only waiting is measured
    share = await measure_waiting(seconds, asyncio.shield(scheduler))
    print(f"waiting {seconds:.0f} s with {count:,} schedules, APScheduler: {share:.2f} % of a core")
    scheduler.cancel()
    await asyncio.gather(scheduler, return_exceptions=True)


def main() -> None:
    """Run the benchmark with the numbers given on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--schedules", type=int, default=10_000)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--day", action="store_true")
    arguments = parser.parse_args()
    asyncio.run(measure(arguments.schedules, arguments.seconds, day=arguments.day))


if __name__ == "__main__":
    main()
