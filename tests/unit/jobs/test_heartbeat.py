"""Being there, with time at a test's command: leases go over once, and who was taken for lost ends."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest
from structlog.testing import capture_logs

from bot.archive.processes import ProcessStore
from bot.archive.store import Archive
from bot.domain.processes import BEAT_SECONDS, LOST_SECONDS, SURE_SECONDS, ProcessRole
from bot.errors import ArchiveError, EvictedError
from bot.jobs.heartbeat import SENDER_LEASE, ClusterMember, SingleProcess

SEND = frozenset({ProcessRole.SEND})


@dataclass
class Time:
    """A clock of the wall and a steady one, moved together. ``after`` runs at each sleep."""

    passed: float = 0.0
    after: Callable[[], None] = lambda: None
    slept: list[float] = field(default_factory=list)

    def now(self) -> datetime:
        return datetime(2026, 3, 2, tzinfo=UTC) + timedelta(seconds=self.passed)

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.passed += seconds
        self.after()
        await asyncio.sleep(0)

    def steady(self) -> float:
        return self.passed


@pytest.fixture
def time() -> Time:
    return Time()


def share(archive: Archive, time: Time, name: str) -> ClusterMember:
    return ClusterMember(archive.processes, SEND, time, executor=name, steady=time.steady)


def is_sure(shared: ClusterMember) -> bool:
    """Asked anew each time, as mypy would not."""
    return shared.is_current


async def beat_for(seconds: float, time: Time, *there: ClusterMember) -> None:
    """Let ``seconds`` pass in which those who are ``there`` beat."""
    end = time.passed + seconds
    while time.passed < end:
        time.passed += BEAT_SECONDS
        for one in there:
            await one.beat()


async def test_the_one_process_of_an_archive_has_everything_at_once() -> None:
    alone = SingleProcess()
    assert await alone.acquire("sender", "other") == "sender"
    assert alone.is_current


async def test_a_lease_goes_over_when_its_holder_is_lost_and_not_before(archive: Archive, time: Time) -> None:
    one, two = share(archive, time, "one"), share(archive, time, "two")
    await one.join()
    await two.join()
    assert await one.acquire(SENDER_LEASE) == SENDER_LEASE
    waiting = asyncio.create_task(share_take(two))
    await beat_for(2 * LOST_SECONDS, time, one, two)
    assert not waiting.done()
    with capture_logs() as logs:
        await beat_for(LOST_SECONDS + 2 * BEAT_SECONDS, time, two)
    assert [entry["executor"] for entry in logs if entry["event"] == "a process is lost"] == ["one"]
    assert await asyncio.wait_for(waiting, 30) == SENDER_LEASE
    assert not one.is_current, "it had let go before"
    with pytest.raises(EvictedError):
        await one.beat()


async def share_take(shared: ClusterMember) -> str:
    """``shared.take`` with patience of its own: time that passes by sleeping would pass too fast."""
    while not await shared._store.take(SENDER_LEASE, shared.executor):  # noqa: ASYNC110 - the archive sets no event
        await asyncio.sleep(0.01)
    return SENDER_LEASE


async def test_the_first_place_that_is_free_is_taken(archive: Archive, time: Time) -> None:
    first, second = share(archive, time, "first"), share(archive, time, "second")
    await first.join()
    await second.join()
    assert await first.acquire("place 0", "place 1") == "place 0"
    assert await second.acquire("place 0", "place 1") == "place 1"
    await first.leave()
    assert await second.acquire("place 0") == "place 0"


async def test_waiting_looks_again_every_few_seconds(archive: Archive, time: Time) -> None:
    first, second = share(archive, time, "first"), share(archive, time, "second")
    await first.join()
    await second.join()
    await first.acquire(SENDER_LEASE)
    leaving: list[asyncio.Task[None]] = []

    def leave() -> None:
        if len(time.slept) == 3:
            leaving.append(asyncio.create_task(first.leave()))

    time.after = leave
    assert await asyncio.wait_for(second.acquire(SENDER_LEASE), 30) == SENDER_LEASE
    assert set(time.slept) == {BEAT_SECONDS}
    await asyncio.gather(*leaving)


async def test_while_the_archive_is_away_nobody_is_lost_and_nobody_ends(
    archive: Archive, time: Time, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = share(archive, time, "one"), share(archive, time, "two")
    await one.join()
    await two.join()
    await two.beat()
    beat = ProcessStore.beat

    async def fail(*_: object) -> bool:
        raise ArchiveError("The archive's database does not answer.", "Check that it runs.")

    monkeypatch.setattr(ProcessStore, "beat", fail)
    running = asyncio.create_task(two.run())
    while time.passed < 3 * LOST_SECONDS:  # noqa: ASYNC110 - its clock sets no event
        await asyncio.sleep(0)
    assert not running.done()
    assert not is_sure(two)
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    monkeypatch.setattr(ProcessStore, "beat", beat)
    await two.beat()
    assert is_sure(two)
    await one.beat()
    assert len(await archive.processes.list()) == 2


async def test_one_is_sure_of_itself_for_a_while_after_its_last_beat(archive: Archive, time: Time) -> None:
    one = share(archive, time, "one")
    assert not is_sure(one), "nobody knows of it"
    await one.join()
    time.passed += SURE_SECONDS - 0.1
    assert is_sure(one)
    time.passed += 0.2
    assert not is_sure(one)
    await one.beat()
    assert is_sure(one)


async def test_running_ends_with_being_taken_for_lost(archive: Archive, time: Time) -> None:
    one = share(archive, time, "one")
    await one.join()
    await archive.processes.leave("one")
    with pytest.raises(EvictedError, match="took over its work"):
        await asyncio.wait_for(one.run(), 30)


async def test_each_start_has_a_name_of_its_own(archive: Archive, time: Time) -> None:
    names = {ClusterMember(archive.processes, SEND, time).executor for _ in range(3)}
    assert len(names) == 3
