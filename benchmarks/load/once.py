"""Is every due message posted once, although a worker is lost and the database crashes?

Two workers, a gateway that sends, and PostgreSQL. When a third of the articles is processed, the worker that polls is
killed (SIGKILL) and never restarted; at two thirds PostgreSQL is stopped without warning and restarted. The messages
stored by the loopback Discord are then compared with the published articles; the program itself is not asked.
"""

import asyncio
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks.load.following import Account
from benchmarks.load.measured import Used, percentile
from benchmarks.load.newsday import Newsday, Plan, open_newsday

TAKEN_OVER_GOAL: Final = 60.0
"""Seconds within which a lost worker's jobs must be taken over."""
_AHEAD: Final = 2
"""Rounds of articles published before those of the first are processed."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The results. Times are in seconds; ``taken_over`` is None if the worker had no jobs."""

    plan: Plan
    account: Account
    seconds: float
    latencies: list[float]
    begun: int
    taken_over: float | None
    repeated: int
    requests: int
    busiest: int
    refused: int
    unknown: int
    used: dict[str, Used]
    megabytes: float
    events: list[tuple[float, str]]

    @property
    def held(self) -> bool:
        """Whether every due message was posted once, and the lost worker's jobs were taken over in time."""
        return self.account.exact and (self.taken_over or 0.0) <= TAKEN_OVER_GOAL


async def run(folder: Path, plan: Plan, *, cores: list[int]) -> Outcome:
    """Run the whole scenario."""
    async with open_newsday(folder, plan, cores=cores) as day:
        first, requests = await day.watch.megabytes(), sum(day.discord.rest.answered.values())
        async with asyncio.TaskGroup() as tasks:
            publishing = tasks.create_task(_publish(day))
            losing = tasks.create_task(_lose(day))
        await publishing
        begun, taken_over = await losing
        await day.wait_until(settled=day.settled, sent=day.due)
        seconds = time.monotonic() - day.began_at
        day.note("all is posted")
        return Outcome(
            plan,
            day.account(),
            seconds,
            day.latencies(),
            begun,
            taken_over,
            day.discord.messages.repeated,
            sum(day.discord.rest.answered.values()) - requests,
            day.discord.limits.busiest,
            day.discord.rest.answered[429],
            sum(day.discord.rest.unknown.values()),
            day.used(),
            await day.watch.megabytes() - first,
            day.events,
        )


async def _publish(day: Newsday) -> None:
    """Publish the articles round by round, so that there is always some work and never all of it."""
    left, feeds = day.plan.articles, day.plan.feeds
    while left:
        count = min(left, feeds)
        await day.publish(count)
        left -= count
        await day.wait_until(settled=day.press.published - _AHEAD * feeds)


async def _lose(day: Newsday) -> tuple[int, float | None]:
    """Kill a worker and, later, the database; return the worker's jobs, and when the other took them over."""
    first, plan = day.plan.feeds, day.plan
    await day.wait_until(settled=first + plan.articles // 3)
    executor, process = await day.watch.find_worker()
    (lost,) = (worker for worker in day.workers if worker.process.pid == process)
    await lost.kill()
    killed_at = time.monotonic()
    begun = await day.watch.count_begun(executor)
    day.note(f"worker killed, with {begun} jobs begun")
    while await day.watch.count_begun(executor):
        await asyncio.sleep(0.5)
        day.program.check()
    taken_over = time.monotonic() - killed_at
    day.note("what it had begun is the other's")
    await day.wait_until(settled=first + 2 * plan.articles // 3)
    day.note("PostgreSQL torn away")
    await asyncio.to_thread(day.database.restart)
    day.note("PostgreSQL back")
    return begun, taken_over if begun else None


def show(outcome: Outcome) -> bool:
    """Print the results; return whether they are as required."""
    print("\n".join(_lines(outcome)))
    return outcome.held


def _lines(outcome: Outcome) -> Iterator[str]:
    plan, account = outcome.plan, outcome.account
    yield (
        f"{plan.articles:,} articles of {plan.words} words from {plan.feeds} feeds, {plan.guilds} servers, "
        f"{plan.followers} followers a feed, {plan.workers} workers, one of them lost"
    )
    for at, words in outcome.events:
        yield f"  {at:7.1f} s  {words}"
    yield f"due {account.due:,}, posted {account.posted:,}; missing {len(account.missing)}, twice {len(account.twice)}"
    yield f"not due {len(account.undue)}, of no article {account.strange}; sent again, and known {outcome.repeated}"
    yield f"requests a message {outcome.requests / max(1, account.posted):.2f}, busiest second {outcome.busiest}; "
    yield f"answers 429: {outcome.refused}; requests that Discord does not know: {outcome.unknown}"
    if outcome.taken_over is not None:
        yield f"taken over after {outcome.taken_over:.0f} s (goal {TAKEN_OVER_GOAL:g} s): {outcome.begun} jobs"
    rate = plan.articles / outcome.seconds
    yield f"{outcome.seconds:.0f} s: {rate:.2f} articles/s, {account.posted / outcome.seconds:.1f} messages/s"
    p50, p99 = percentile(outcome.latencies, 0.5), percentile(outcome.latencies, 0.99)
    yield f"from out to posted: p50 {p50:.0f} s, p99 {p99:.0f} s, last {max(outcome.latencies, default=0.0):.0f} s"
    for name, used in outcome.used.items():
        each = used.seconds / plan.articles * 1000
        yield f"  {name:16} {each:7.1f} ms of processor time an article, {used.pss:5.0f} MiB"
    yield f"the database grew by {outcome.megabytes * 1000 / plan.articles:.1f} KB an article"
    yield "every due message once" if account.exact else f"FAILED: {account.missing[:5]} {account.twice[:5]}"
