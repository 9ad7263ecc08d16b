"""When a shard opens its session."""

import asyncio
from collections.abc import Iterator, Sequence
from datetime import timedelta
from types import SimpleNamespace
from typing import Any, cast

import pytest

from bot.errors import ArchiveError
from bot.gateway import shards
from bot.gateway.shards import ShardedBot
from bot.i18n.messages import translatable


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
