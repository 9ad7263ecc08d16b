"""Locks: one at a time, within a process and between those that share an archive."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from bot.archive.database import lock_key, open_engines
from bot.archive.locks import Locks


@pytest.fixture
async def parties(database_url: str, database: str) -> AsyncIterator[list[Locks]]:
    """Those who share an archive: two on PostgreSQL, and on SQLite the one that there is."""
    engines = [open_engines(database_url) for _ in range(2 if database == "postgresql" else 1)]
    yield [Locks(one) for one in engines]
    for one in engines:
        await one.close()


async def test_one_subject_is_held_by_one_alone(parties: list[Locks]) -> None:
    holding, most = 0, 0

    async def hold(locks: Locks) -> None:
        nonlocal holding, most
        async with locks.hold("the same words"):
            holding += 1
            most = max(most, holding)
            for _ in range(5):
                await asyncio.sleep(0)
            holding -= 1

    async with asyncio.timeout(60):
        await asyncio.gather(*(hold(locks) for locks in parties for _ in range(6)))
    assert most == 1


async def test_another_subject_waits_for_nothing(parties: list[Locks]) -> None:
    async with asyncio.timeout(60), parties[0].hold("one"), parties[-1].hold("another"):
        pass


async def test_a_lock_ends_with_a_failure(parties: list[Locks]) -> None:
    async with asyncio.timeout(60):
        with pytest.raises(RuntimeError, match="inside"):
            async with parties[0].hold("one"):
                raise RuntimeError("inside")
        async with parties[-1].hold("one"):
            pass


async def test_who_is_cancelled_while_waiting_holds_nothing_up(parties: list[Locks]) -> None:
    async def wait() -> None:
        async with parties[-1].hold("one"):
            raise AssertionError("it is taken")

    async with asyncio.timeout(60):
        async with parties[0].hold("one"):
            waiting = asyncio.create_task(wait())
            await asyncio.sleep(0.2)
            waiting.cancel()
            with pytest.raises(asyncio.CancelledError):
                await waiting
        async with parties[-1].hold("one"):
            pass


def test_the_number_of_a_lock_is_the_same_in_every_program() -> None:
    # what an older version holds must be what a newer one waits for
    assert lock_key("placing") == -979261158815640765
