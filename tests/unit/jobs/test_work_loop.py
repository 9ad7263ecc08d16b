"""Rounds of work: to their end, and no row twice."""

import asyncio
from collections.abc import Sequence

from structlog.testing import capture_logs

from bot.jobs.watch_job import process_all_due


async def test_rounds_go_on_until_nothing_is_due() -> None:
    due = list(range(7))

    async def find() -> Sequence[int]:
        return due[:3]

    async def work(found: Sequence[int]) -> None:
        del due[: len(found)]

    await process_all_due(find, work, action="test")
    assert not due


async def test_a_row_that_stays_due_ends_the_rounds_instead_of_spinning() -> None:
    rounds = 0

    async def find() -> Sequence[str]:
        return ("stuck",)

    async def work(_: Sequence[str]) -> None:
        nonlocal rounds
        rounds += 1

    async with asyncio.timeout(30):
        with capture_logs() as logs:
            await process_all_due(find, work, action="test")
    assert rounds == 1
    assert [(log["log_level"], log["action"]) for log in logs] == [("error", "test")]


async def test_work_that_says_so_is_the_last() -> None:
    rounds = 0

    async def find() -> Sequence[int]:
        return (rounds,)

    async def work(_: Sequence[int]) -> bool:
        nonlocal rounds
        rounds += 1
        return rounds < 3

    await process_all_due(find, work, action="test")
    assert rounds == 3
