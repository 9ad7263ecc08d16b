"""Claims: one process has a subject, until it gives it back or is gone."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from bot.archive.processes import ClaimStore
from bot.archive.store import Archive
from bot.domain.processes import ProcessRole
from bot.errors import ArchiveError

NOW = datetime(2026, 3, 2, tzinfo=UTC)


@pytest.fixture
async def archive(database_url: str) -> AsyncIterator[Archive]:
    archive = await Archive.open(database_url)
    yield archive
    await archive.close()


async def join(archive: Archive, name: str) -> ClaimStore:
    await archive.processes.join(name, frozenset({ProcessRole.WORK}), NOW)
    return archive.open_claims(name, "item")


async def test_the_first_that_are_free_are_claimed_in_their_order(archive: Archive) -> None:
    one, two = await join(archive, "one"), await join(archive, "two")
    assert await one.take(["b", "a", "c"], 2) == ["b", "a"]
    assert await two.take(["b", "a", "d", "c"], 1) == ["d"]
    assert await two.take(["b", "a"], 2) == []
    assert await one.take(["b"], 1) == [], "not even by who has it: it is being done"


async def test_a_process_gives_back_its_own_alone_and_of_one_kind(archive: Archive) -> None:
    one, two = await join(archive, "one"), await join(archive, "two")
    digests = archive.open_claims("one", "digest")
    await one.take(["a", "b"], 2)
    assert await digests.take(["a"], 1) == ["a"], "a subject is one of its kind"
    await two.keep([])
    assert await two.take(["a"], 1) == []
    await one.keep(["b", "never claimed"])
    assert await two.take(["a", "b"], 2) == ["a"]
    assert await archive.open_claims("two", "digest").take(["a"], 1) == []


async def test_claims_go_with_their_process(archive: Archive) -> None:
    one, two = await join(archive, "one"), await join(archive, "two")
    await one.take(["a"], 1)
    await archive.processes.leave("one")
    assert await two.take(["a"], 1) == ["a"]
    (lost,) = await archive.processes.list()
    await archive.processes.remove_lost(lost)
    three = await join(archive, "three")
    assert await three.take(["a"], 1) == ["a"]


async def test_who_was_taken_for_lost_claims_nothing(archive: Archive) -> None:
    one = await join(archive, "one")
    await archive.processes.leave("one")
    with pytest.raises(ArchiveError):
        await one.take(["a"], 1)


async def test_who_claims_the_same_at_the_same_moment_shares_it_out(archive: Archive) -> None:
    stores = [await join(archive, str(number)) for number in range(6)]
    subjects = [str(number) for number in range(12)]
    taken = await asyncio.gather(*(store.take(subjects[::step], 4) for store in stores for step in (1, -1)))
    claimed = [subject for some in taken for subject in some]
    assert len(claimed) == len(set(claimed))
    rest = await stores[0].take(subjects, 12)
    assert sorted([*claimed, *rest]) == sorted(subjects)
