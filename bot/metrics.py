"""The metrics of a process, for Prometheus. They are measured at the edges and read by /metrics.

Labels have few values: never a server, channel, feed or person. The dashboard in ``deploy/grafana`` and ``doctor`` use
these names, which tests compare. Metrics of the archive's queues are the same in every process that shares it; all
others belong to one process.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import Final

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, PlatformCollector, ProcessCollector

REGISTRY: Final = CollectorRegistry()
"""All metrics, including the process's memory, processor time and open files."""

ProcessCollector(registry=REGISTRY)
PlatformCollector(registry=REGISTRY)


class PollResult(StrEnum):
    """The outcome of polling a feed."""

    NEWS = "news"
    UNCHANGED = "unchanged"
    FAILED = "failed"
    PUT_OFF = "put off"


class DeliveryResult(StrEnum):
    """The outcome of an attempt to deliver a post: posted, or why it was not, or not yet."""

    SENT = "sent"
    LATER = "later"
    LOST = "answer lost"
    BROKEN = "channel broken"
    REFUSED = "refused"
    DROPPED = "dropped"


_SECONDS: Final = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60)
_MINUTES: Final = (5, 15, 60, 300, 900, 3600, 6 * 3600, 24 * 3600)

BUILD: Final = Gauge(
    "attache_build_info",
    "1, with the version of the program and of its reader.",
    ["version", "engine"],
    registry=REGISTRY,
)
READY: Final = Gauge("attache_ready", "Whether /readyz would answer 200.", registry=REGISTRY)
FEEDS: Final = Gauge("attache_feeds", "Feeds that are polled, by health.", ["health"], registry=REGISTRY)
FEED_LAG: Final = Gauge(
    "attache_feed_lag_seconds", "How long the feed that is most overdue should have been polled.", registry=REGISTRY
)
POLLS: Final = Counter("attache_polls", "Polls of feeds, by how they ended.", ["outcome"], registry=REGISTRY)
ITEMS: Final = Counter("attache_items", "New items that feeds showed.", registry=REGISTRY)
QUEUE: Final = Gauge("attache_queue", "What is due and waits in the archive.", ["of"], registry=REGISTRY)
QUEUE_AGE: Final = Gauge(
    "attache_queue_age_seconds", "How long the oldest of them has been due.", ["of"], registry=REGISTRY
)
READING: Final = Histogram(
    "attache_reading_seconds", "From a text given to the reader to its analysis.", buckets=_SECONDS, registry=REGISTRY
)
DELIVERIES: Final = Counter("attache_deliveries", "Posts, by how an attempt ended.", ["outcome"], registry=REGISTRY)
POSTING: Final = Histogram(
    "attache_posting_seconds", "From a post recorded to its message.", buckets=(1, *_MINUTES), registry=REGISTRY
)
INTERACTION: Final = Histogram(
    "attache_interaction_seconds",
    "From a command or button at Discord, by Discord's clock, to its acknowledgement; Discord waits 3 seconds.",
    buckets=(0.1, 0.25, 0.5, 1, 1.5, 2, 2.5, 3, 5),
    registry=REGISTRY,
)
STALL: Final = Histogram(
    "attache_loop_stall_seconds",
    "How late the event loop woke from a short sleep.",
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5),
    registry=REGISTRY,
)

for _poll in PollResult:
    POLLS.labels(_poll)
for _sent in DeliveryResult:
    DELIVERIES.labels(_sent)


@contextmanager
def timed(what: Histogram) -> Iterator[None]:
    """Observe the seconds that the block takes, however it ends."""
    begun = time.perf_counter()
    try:
        yield
    finally:
        what.observe(time.perf_counter() - begun)
