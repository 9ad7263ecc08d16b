"""A lost connection is tried again soon, however long it was away, and sessions stay under Discord's limit."""

from typing import Any, cast

import discord.client
import discord.shard
import pytest

from bot.gateway.rate_limit import RateLimiter
from bot.gateway.shards import LONGEST, SESSION_EVERY, SESSIONS_AT_ONCE, bound_waits


@pytest.fixture(autouse=True)
def as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a test sets of discord.py is set back afterwards."""
    for module in (discord.client, discord.shard):
        monkeypatch.setattr(module, "ExponentialBackoff", module.ExponentialBackoff)


def make_shard() -> Any:
    class Client:
        loop = None
        _reconnect = True
        dispatch = None

        class _Connection:
            def _get_websocket(self) -> None: ...

    class Socket:
        shard_id = 0

    return discord.shard.Shard(cast("Any", Socket()), cast("Any", Client()), lambda _: None)


def test_a_shard_never_waits_longer_than_that() -> None:
    bound_waits()
    shard = make_shard()
    waits = [shard._backoff.delay() for _ in range(300)]
    assert max(waits) <= LONGEST
    assert waits[0] <= 2
    assert max(waits) > LONGEST / 2, "attempts are spread, so that not all come back at once"


def test_discord_py_would_wait_for_minutes() -> None:
    """Why it is bounded here; if this fails, discord.py has learned it."""
    shard = make_shard()
    assert max(shard._backoff.delay() for _ in range(300)) > 100


async def test_sessions_of_a_day_stay_under_the_limit() -> None:
    now = 0.0

    async def sleep(seconds: float) -> None:
        nonlocal now
        now += seconds

    pace, opened = RateLimiter(1 / SESSION_EVERY, SESSIONS_AT_ONCE, steady=lambda: now, sleep=sleep), 0
    while now < 86_400:
        await pace.wait()
        opened += 1
    assert 900 < opened < 1000
