"""The cost of a steady pace of news: the share of a core by part, and the time from article to channel.

One worker, a gateway that sends, and PostgreSQL. Articles are published evenly, and their feed is polled at once
(:mod:`benchmarks.polling` measures polling without news).
"""

import asyncio
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks.load.measured import percentile
from benchmarks.load.newsday import Newsday, Plan, open_newsday

PACES: Final = (100, 1_000, 10_000)
"""Articles an hour."""


@dataclass(frozen=True, slots=True)
class RateLimiter:
    """At ``hourly`` articles: share of one core by part; memory by part in MiB; seconds from publication to post."""

    hourly: int
    articles: int
    share: dict[str, float]
    memory: dict[str, float]
    latencies: list[float]
    growth: float
    """Growth of the database in MB per hour."""
    exact: bool


async def run(folder: Path, plan: Plan, *, seconds: float, cores: Sequence[int]) -> list[RateLimiter]:
    """Measure each pace for ``seconds``, slowest first."""
    async with open_newsday(folder, plan, cores=cores) as day:
        return [await _measure(day, hourly, seconds) for hourly in PACES]


async def _measure(day: Newsday, hourly: int, seconds: float) -> RateLimiter:
    first, size, before = day.press.published, await day.watch.megabytes(), day.used()
    began, articles = time.monotonic(), max(1, round(hourly * seconds / 3600))
    for number in range(articles):
        await asyncio.sleep(max(0.0, began + number * seconds / articles - time.monotonic()))
        await day.publish(1)
    await asyncio.sleep(max(0.0, began + seconds - time.monotonic()))
    await day.wait_until(settled=day.settled, sent=day.due)
    took, after = time.monotonic() - began, day.used()
    return RateLimiter(
        hourly,
        articles,
        {name: (after[name].seconds - before[name].seconds) / took for name in after},
        {name: used.pss for name, used in after.items()},
        day.latencies(since=first),
        (await day.watch.megabytes() - size) / took * 3600,
        day.account().exact,
    )


def show(found: list[RateLimiter]) -> bool:
    """Print the table; return whether every due message was posted once."""
    print("\n".join(_lines(found)))
    return all(one.exact for one in found)


def _lines(found: list[RateLimiter]) -> Iterator[str]:
    yield f"{'an hour':>8} {'measured':>8}  of a core, by part"
    for one in found:
        parts = ", ".join(f"{name} {share:.1%}" for name, share in one.share.items())
        waits = f"p50 {percentile(one.latencies, 0.5):.1f} s, p99 {percentile(one.latencies, 0.99):.1f} s"
        yield f"{one.hourly:8,} {one.articles:8}  {parts}; out to posted {waits}; database +{one.growth:.0f} MB an hour"
    yield "memory, MiB (PSS): " + ", ".join(f"{name} {memory:.0f}" for name, memory in found[-1].memory.items())
