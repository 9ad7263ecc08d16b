"""Who shares the archive, on both databases: lost once, and one holder of what only one may do."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from bot.archive.processes import ProcessStore
from bot.archive.store import Archive
from bot.domain.processes import ALL_ROLES, ProcessRole

NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
WORK = frozenset({ProcessRole.WORK})


@pytest.fixture
def processes(archive: Archive) -> ProcessStore:
    return archive.processes


async def test_a_process_joins_beats_and_leaves(processes: ProcessStore) -> None:
    await processes.join("one", WORK, NOW)
    await processes.join("two", ALL_ROLES, NOW + timedelta(seconds=1))
    assert await processes.beat("one", NOW + timedelta(seconds=3))
    one, two = await processes.list()
    assert (one.executor, one.roles, one.beats) == ("one", WORK, 1)
    assert (two.executor, two.roles, two.beats) == ("two", ALL_ROLES, 0)
    await processes.leave("one")
    assert [process.executor for process in await processes.list()] == ["two"]
    assert not await processes.beat("one", NOW)


async def test_a_role_of_a_newer_program_is_passed_over(archive: Archive) -> None:
    await archive.processes.join("one", WORK, NOW)
    async with archive._engines.writer.begin() as connection:
        await connection.execute(text("UPDATE processes SET roles = 'work,polish'"))
    assert [process.roles for process in await archive.processes.list()] == [WORK]


async def test_a_lost_process_is_removed_by_one_alone(processes: ProcessStore) -> None:
    await processes.join("one", WORK, NOW)
    (lost,) = await processes.list()
    removed = await asyncio.gather(*(processes.remove_lost(lost) for _ in range(5)))
    assert sorted(removed) == [False, False, False, False, True]
    assert not await processes.beat("one", NOW), "it hears of it at its next beat"


async def test_one_that_has_moved_is_not_removed(processes: ProcessStore) -> None:
    await processes.join("one", WORK, NOW)
    (seen,) = await processes.list()
    await processes.beat("one", NOW)
    assert not await processes.remove_lost(seen)
    assert len(await processes.list()) == 1


async def test_a_lease_is_taken_by_one_of_many(processes: ProcessStore) -> None:
    names = [f"process {number}" for number in range(6)]
    for name in names:
        await processes.join(name, WORK, NOW)
    taken = await asyncio.gather(*(processes.take("sender", name) for name in names))
    assert taken.count(True) == 1
    holder = names[taken.index(True)]
    assert await processes.held("send") == {"sender": holder}
    assert await processes.take("sender", holder), "its holder keeps it"
    assert await processes.take("desk", names[0]), "another is another's"


async def test_a_lease_is_free_when_its_holder_left_or_is_lost(processes: ProcessStore) -> None:
    for name in ("one", "two", "three"):
        await processes.join(name, WORK, NOW)
    assert await processes.take("sender", "one")
    await processes.leave("one")
    assert await processes.held("sender") == {}
    assert await processes.take("sender", "two")
    (lost,) = [process for process in await processes.list() if process.executor == "two"]
    assert not await processes.take("sender", "three")
    assert await processes.remove_lost(lost)
    assert await processes.take("sender", "three")


async def test_who_is_not_among_the_processes_takes_nothing(processes: ProcessStore) -> None:
    assert not await processes.take("sender", "nobody")
    await processes.join("one", WORK, NOW)
    assert await processes.take("sender", "one")


async def test_turns_to_open_a_session_are_spaced_in_each_bucket(processes: ProcessStore) -> None:
    spacing = timedelta(seconds=5)
    waits = await asyncio.gather(*(processes.reserve_identify(0, spacing) for _ in range(4)))
    for number, wait in enumerate(sorted(waits)):
        # the database's clock goes on between them, and whoever waits for a turn has read it before
        assert abs(wait - spacing * number) < timedelta(seconds=2)
    assert await processes.reserve_identify(1, spacing) == timedelta()
