"""When a shard opens its session: a lost connection is tried again soon, and Discord's limits are kept."""

import asyncio
from collections.abc import Iterator, Sequence
from datetime import timedelta
from types import SimpleNamespace
from typing import Any, cast

import discord.client
import discord.shard
import pytest

from bot.errors import ArchiveError
from bot.gateway import shards
from bot.gateway.rate_limit import RateLimiter
from bot.gateway.shards import LONGEST, SESSION_EVERY, SESSIONS_AT_ONCE, ShardedBot, bound_waits
from bot.i18n.messages import translatable


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


class Turns:
    """Turns as the archive would give them: each after so many seconds of waiting for its answer."""

    def __init__(self, delays: Sequence[float]) -> None:
        self._delays: Iterator[float] = iter(delays)
        self.taken = 0

    async def reserve_identify(self, _bucket: int, _spacing: timedelta) -> timedelta:
        self.taken += 1
        await asyncio.sleep(next(self._delays))
        return timedelta(seconds=0.01)


async def identify(processes: object) -> None:
    async def pace() -> None:
        pass

    bot = SimpleNamespace(
        _sessions=SimpleNamespace(wait=pace),
        _presence=SimpleNamespace(executor="one"),
        _processes=processes,
        _at_once=1,
    )
    await ShardedBot.before_identify_hook(cast("Any", bot), 3)


async def test_a_turn_in_time_is_used() -> None:
    turns = Turns([0.0])
    await identify(turns)
    assert turns.taken == 1


async def test_a_turn_that_was_missed_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """Otherwise the next shard's session would follow too soon, and Discord would reject it."""
    monkeypatch.setattr(shards, "_LATE", timedelta(seconds=0.2))
    turns = Turns([0.3, 0.3, 0.0])
    await identify(turns)
    assert turns.taken == 3


async def test_a_machine_that_misses_all_turns_connects_nevertheless(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shards, "_LATE", timedelta())
    turns = Turns([0.01] * 9)
    await identify(turns)
    assert turns.taken == 4


async def test_without_the_archive_sessions_are_spaced(monkeypatch: pytest.MonkeyPatch) -> None:
    class Down:
        async def reserve_identify(self, _bucket: int, _spacing: timedelta) -> timedelta:
            raise ArchiveError(translatable("archive-jobs-unopened"))

    monkeypatch.setattr(shards, "SPACING", timedelta(seconds=0.05))
    began = asyncio.get_running_loop().time()
    await identify(Down())
    assert asyncio.get_running_loop().time() - began >= 0.05
