import asyncio

import pytest

from bot.concurrency import background_tasks
from bot.errors import BusyError


async def test_work_goes_on_beside_and_ends_with_the_context() -> None:
    done: list[str] = []

    async def work() -> None:
        done.append("begun")
        try:
            await asyncio.sleep(60)
        finally:
            done.append("ended")

    async with background_tasks(work()):
        await asyncio.sleep(0)
        assert done == ["begun"]
    assert done == ["begun", "ended"]


async def test_what_the_work_raises_ends_the_context_and_is_raised_as_it_is() -> None:
    async def work() -> None:
        raise BusyError("no")

    with pytest.raises(BusyError):
        async with background_tasks(work()):
            await asyncio.sleep(60)


async def test_what_the_context_raises_ends_the_work() -> None:
    ended = asyncio.Event()

    async def work() -> None:
        try:
            await asyncio.sleep(60)
        finally:
            ended.set()

    async def fail() -> None:
        async with background_tasks(work()):
            await asyncio.sleep(0)
            raise KeyError

    with pytest.raises(KeyError):
        await fail()
    assert ended.is_set()
