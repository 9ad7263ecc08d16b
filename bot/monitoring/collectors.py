"""Periodic measurements: the archive's backlog and the delay of the event loop."""

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Final

import structlog

from bot.archive.backlog import Backlog, BacklogStore
from bot.clock import Clock
from bot.concurrency import background_tasks
from bot.errors import ArchiveError
from bot.ingest.server import serve
from bot.metrics import FEED_LAG, FEEDS, QUEUE, QUEUE_AGE, STALL
from bot.monitoring.endpoint import make_app
from bot.monitoring.readiness import Readiness

EVERY: Final = 15.0
"""Seconds between two measurements of the backlog."""
NAP: Final = 0.25
"""Seconds of sleep after which the event loop's delay is measured."""

_log = structlog.get_logger(__name__)


@asynccontextmanager
async def serve_monitoring(
    place: tuple[str, int], readiness: Readiness, store: BacklogStore, clock: Clock
) -> AsyncIterator[int]:
    """Serve monitoring at ``place`` (host, port) and keep measuring; yield the port. Raises ``SettingsError``."""
    served = serve(make_app(readiness), *place, setting="OBSERVE_ADDRESS")
    async with served as port, background_tasks(measure_backlog(store, clock), measure_loop_delay(clock)):
        yield port


async def measure_backlog(store: BacklogStore, clock: Clock) -> None:
    """Measure the archive's backlog periodically, until cancelled."""
    while True:
        now = clock.now()
        try:
            export_backlog(await store.load(now), now)
        except ArchiveError as error:  # readiness reports it; the last known values stay
            _log.warning("the backlog cannot be read", action="observe", cause=error.cause)
        await clock.sleep(EVERY)


async def measure_loop_delay(clock: Clock) -> None:
    """Measure how late the event loop wakes, until cancelled."""
    while True:
        begun = time.perf_counter()
        await clock.sleep(NAP)
        STALL.observe(max(0.0, time.perf_counter() - begun - NAP))


def export_backlog(found: Backlog, now: datetime) -> None:
    """Set the metrics of the backlog at ``now``."""
    for health, count in found.feeds.items():
        FEEDS.labels(health).set(count)
    FEED_LAG.set(_seconds_since(found.feed_due_at, now))
    for of, waiting in found.waiting.items():
        QUEUE.labels(of).set(waiting.count)
        QUEUE_AGE.labels(of).set(_seconds_since(waiting.oldest_due_at, now))


def _seconds_since(then: datetime | None, now: datetime) -> float:
    return max(0.0, (now - then).total_seconds()) if then else 0.0
