"""How soon Discord has an answer, by the requests that bring it."""

import time
from collections.abc import AsyncIterator

import aiohttp
import discord
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.gateway.request_retries import measure_acknowledgements
from bot.metrics import REGISTRY


@pytest.fixture
async def api() -> AsyncIterator[str]:
    async def answer(request: web.Request) -> web.Response:
        return web.Response(status=404 if "/404/" in request.path else 204)  # an id may hold 404 as well

    app = web.Application()
    app.router.add_post("/{path:.*}", answer)
    async with TestServer(app, host="127.0.0.1") as server:
        yield f"http://127.0.0.1:{server.port}/api/v10"


async def post(url: str) -> None:
    trace = measure_acknowledgements(aiohttp.TraceConfig())
    async with aiohttp.ClientSession(trace_configs=[trace]) as session, session.post(url):
        pass


def measured() -> tuple[float, float]:
    name = "attache_interaction_seconds"
    return REGISTRY.get_sample_value(f"{name}_count") or 0.0, REGISTRY.get_sample_value(f"{name}_sum") or 0.0


def made(seconds_ago: float) -> int:
    """The number of an interaction that was made so long ago."""
    at = discord.utils.utcnow().fromtimestamp(time.time() - seconds_ago, tz=discord.utils.utcnow().tzinfo)
    return discord.utils.time_snowflake(at)


@pytest.mark.parametrize(
    ("path", "counts"),
    [
        ("interactions/{}/aW50ZXJhY3Rpb24/callback", 1),
        ("interactions/{}/404/callback", 0),
        ("webhooks/{}/aW50ZXJhY3Rpb24", 0),
        ("channels/{}/messages", 0),
    ],
)
async def test_only_acknowledgements_that_were_taken_count(api: str, path: str, counts: int) -> None:
    count, total = measured()
    await post(f"{api}/{path.format(made(1.5))}")
    after, sum_after = measured()
    assert after - count == counts
    if counts:
        assert 1.4 < sum_after - total < 60


async def test_a_clock_that_is_behind_makes_no_time_negative(api: str) -> None:
    _, total = measured()
    await post(f"{api}/interactions/{made(-60)}/a/callback")
    assert measured()[1] == total
