import asyncio
from collections.abc import AsyncIterator

import aiohttp
import pytest
from aiohttp import web
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.loopback import serve
from bot.gateway.rate_limit import A_SECOND, AT_ONCE, RateLimiter, apply_rate_limit

LIMIT = 50


class Time:
    """Time that passes by waiting for it."""

    def __init__(self) -> None:
        self.now = 0.0
        self.slept: list[float] = []

    def steady(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)


@given(st.lists(st.floats(0, 3), min_size=1, max_size=300))
def test_no_second_has_more_than_discord_allows(pauses: list[float]) -> None:
    time = Time()
    pace = RateLimiter(steady=time.steady, sleep=time.sleep)
    begun: list[float] = []
    for pause in pauses:
        time.now += pause if pause > 1.5 else 0.0  # bursts, with pauses between
        before = len(time.slept)
        asyncio.run(pace.wait())
        begun.append(time.now + sum(time.slept[before:]))
    assert begun == sorted(begun), "each in its turn"
    for at in begun:
        assert sum(at <= other < at + 1 for other in begun) <= LIMIT


def test_few_requests_wait_for_nothing() -> None:
    time = Time()
    pace = RateLimiter(steady=time.steady, sleep=time.sleep)
    for _ in range(3):
        for _ in range(AT_ONCE):
            asyncio.run(pace.wait())
        time.now += 1.0
    assert time.slept == []


def test_many_requests_go_on_as_fast_as_may_be() -> None:
    time = Time()
    pace = RateLimiter(steady=time.steady, sleep=time.sleep)
    for _ in range(200):
        asyncio.run(pace.wait())
    assert max(time.slept) == pytest.approx((200 - AT_ONCE) / A_SECOND, abs=1 / A_SECOND)


@pytest.fixture
async def address() -> AsyncIterator[str]:
    async def answer(_: web.Request) -> web.Response:
        return web.Response(text="here")

    application = web.Application()
    application.router.add_route("*", "/{path:.*}", answer)
    async with serve(application) as served:
        yield f"{served}/api/v10"


async def test_interactions_wait_for_nothing_and_all_else_does(address: str) -> None:
    time = Time()
    trace = apply_rate_limit(RateLimiter(1.0, 1, steady=time.steady, sleep=time.sleep))
    async with aiohttp.ClientSession(trace_configs=[trace]) as session:
        for path in ("channels/7/messages", "interactions/1/token/callback", "webhooks/1/token", "channels/8/messages"):
            async with session.post(f"{address}/{path}") as answer:
                assert answer.status == 200
    assert time.slept == [1.0]
