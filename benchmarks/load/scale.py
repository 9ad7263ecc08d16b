"""The same articles with one worker and with two: articles per second, and their cost.

Each worker is pinned to its own core, or limited to a share of a core.

All articles are published at once, so that there is always something to read; the rate is over the time between the
first and the last article, by the archive's own times. Everything else (gateway, sender, database, feeds and Discord)
runs wherever there is room. With two pinned workers on two cores that is beside them, which affects the ratio. With
half a core per worker it has a core for itself, as on an operator's machines.
"""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from benchmarks.load.following import Account
from benchmarks.load.measured import Used
from benchmarks.load.newsday import Plan, open_newsday

GOAL: Final = 1.7
"""How many times as many articles two workers must read as one."""


@dataclass(frozen=True, slots=True)
class Run:
    """With this many ``workers``: articles read per second; processor ms per article, and memory, by part."""

    workers: int
    rate: float
    account: Account
    cost: dict[str, float]
    memory: dict[str, float]
    driver: float
    """Processor time per article of the feeds and Discord, in ms."""


async def run(folder: Path, plan: Plan, *, cores: Sequence[int]) -> list[Run]:
    """Measure with one worker and with two."""
    plan = replace(plan, pinned=plan.share is None)
    return [await _measure(folder / str(workers), replace(plan, workers=workers), cores=cores) for workers in (1, 2)]


async def _measure(folder: Path, plan: Plan, *, cores: Sequence[int]) -> Run:
    async with open_newsday(folder, plan, cores=cores) as day:
        known, before, own = await day.watch.last_item(), day.used(), os.times()
        await day.publish(plan.articles)
        await day.wait_until(settled=day.settled, sent=day.due)
        read, seconds = await day.watch.reading_seconds(known)
        after, spent = day.used(), os.times()
        driver = spent.user + spent.system - own.user - own.system
        return Run(
            plan.workers,
            (read - 1) / max(seconds, 1e-9),
            day.account(),
            cost_of(before, after, plan.articles),
            {name: used.pss for name, used in after.items()},
            driver / plan.articles * 1000,
        )


def cost_of(before: dict[str, Used], after: dict[str, Used], articles: int) -> dict[str, float]:
    """Processor time per article by part, in ms."""
    return {name: (after[name].seconds - before[name].seconds) / articles * 1000 for name in after}


def show(found: list[Run], plan: Plan) -> bool:
    """Print the table; return whether the goal is met."""
    print("\n".join(_lines(found, plan)))
    one, two = found
    ratio = two.rate / one.rate
    exact = one.account.exact and two.account.exact
    print(f"two workers read {ratio:.2f} times as many (goal {GOAL:g}); every due message once: {exact}")
    # other load on the cores is not included
    alone = two.workers * one.cost["workers"] / (one.workers * two.cost["workers"])
    print(f"by the workers' processor time, were each core a worker's alone: {alone:.2f} times")
    return ratio >= GOAL and exact


def _lines(found: list[Run], plan: Plan) -> Iterator[str]:
    cores = len(os.sched_getaffinity(0))
    held = f", {plan.share:g} of a core a worker" if plan.share else ""
    yield f"{plan.articles:,} articles of {plan.words} words, {plan.followers} followers a feed, {cores} cores{held}"
    yield f"{'':10} {'articles/s':>10}  processor time an article, ms"
    for run_ in found:
        parts = ", ".join(f"{name} {cost:.1f}" for name, cost in run_.cost.items())
        yield f"{run_.workers} worker(s) {run_.rate:8.2f}  {parts}; this benchmark {run_.driver:.1f}"
    one = found[0]
    yield from limits(one.cost["workers"], one.cost["gateway, sender"], one.cost["PostgreSQL"], plan.followers)


def limits(worker: float, sender: float, database: float, followers: int) -> Iterator[str]:
    """How many articles per hour one core of each part can handle by its cost (ms per article), the fewest first."""
    hour = 3_600_000.0
    bears = {
        "a core that reads": hour / worker,
        "a core of the sender": hour / sender,
        "a core of PostgreSQL": hour / database,
        "Discord's 50 messages a second": 50 * 3600 / followers,
    }
    for name, articles in sorted(bears.items(), key=lambda one: one[1]):
        yield f"  {name:32} bears {articles:9,.0f} articles an hour"
