"""``/healthz``, ``/readyz`` and ``/metrics``: for supervisors, load balancers, Prometheus and ``doctor``.

There is no authentication, and the responses contain nothing about people, servers or articles; still, keep the address
private. Health means only that the process responds; readiness says whether it can work. The archive's backlog and the
delay of the event loop are measured periodically.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import datetime
from http import HTTPStatus
from typing import Final

import structlog
from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from bot.archive.backlog import Backlog, BacklogStore
from bot.clock import Clock
from bot.concurrency import background_tasks
from bot.errors import ArchiveError, AttacheError
from bot.ingest.server import serve
from bot.metrics import FEED_LAG, FEEDS, QUEUE, QUEUE_AGE, READY, REGISTRY, STALL

OK = "ok"

EVERY: Final = 15.0
"""Seconds between two measurements of the backlog."""
NAP: Final = 0.25
"""Seconds of sleep after which the event loop's delay is measured."""

Check = Callable[[], Awaitable[str | None]]
"""Returns None, or one sentence on what is wrong. May raise ``AttacheError``, whose cause is that sentence."""

_PATIENCE: Final = 5.0  # seconds until a check times out
_SILENT: Final = f"It has not answered for {_PATIENCE:g} seconds."
_BROKEN: Final = "It cannot be asked; the log says why."

_log = structlog.get_logger(__name__)


class Readiness:
    """The ``checks`` of this process, by name."""

    def __init__(self, checks: Mapping[str, Check]) -> None:
        self._checks = dict(checks)

    def add(self, name: str, check: Check) -> None:
        """Add a check."""
        self._checks[name] = check

    async def check(self) -> dict[str, str | None]:
        """Run all checks at once: what is wrong with each part, None for nothing."""
        found = await asyncio.gather(*map(_ask, self._checks.values()))
        told = dict(zip(self._checks, found, strict=True))
        READY.set(not any(told.values()))
        return told


async def _ask(check: Check) -> str | None:
    try:
        async with asyncio.timeout(_PATIENCE):
            return await check()
    except AttacheError as error:
        return error.cause
    except TimeoutError:
        return _SILENT
    except Exception:  # noqa: BLE001 - one failing check must not hide the others
        _log.exception("a readiness check failed", action="observe")
        return _BROKEN


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


def make_app(readiness: Readiness) -> web.Application:
    """The web application for :func:`bot.ingest.server.serve`."""

    async def tell_health(_: web.Request) -> web.Response:
        return web.Response(text=OK)

    async def tell_readiness(_: web.Request) -> web.Response:
        found = await readiness.check()
        ready = not any(found.values())
        body = {"ready": ready, "parts": {name: wrong or OK for name, wrong in found.items()}}
        return web.json_response(body, status=HTTPStatus.OK if ready else HTTPStatus.SERVICE_UNAVAILABLE)

    async def tell_metrics(_: web.Request) -> web.Response:
        body = await asyncio.to_thread(generate_latest, REGISTRY)
        return web.Response(body=body, headers={"Content-Type": CONTENT_TYPE_LATEST})

    app = web.Application()
    app.router.add_get("/healthz", tell_health)
    app.router.add_get("/readyz", tell_readiness)
    app.router.add_get("/metrics", tell_metrics)
    return app
