"""The dispatcher: what is due is done, in order, never twice at once, and taken up again after whatever ends it."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.archive.processes import ClaimStore
from bot.archive.store import Archive
from bot.clock import SystemClock
from bot.domain.processes import BEAT_SECONDS, LOST_SECONDS, ProcessRole
from bot.errors import ArchiveError
from bot.jobs import dispatcher as module
from bot.jobs.dispatcher import Dispatcher, Job, JobKind
from bot.jobs.heartbeat import ClusterMember

PATIENCE = 30.0
ROOT = Path(__file__).parents[3]
Handler = Callable[[str], Awaitable[None]]

LOST = """
import asyncio, sys
from bot.archive.store import Archive
from bot.domain.processes import ProcessRole
from bot.clock import SystemClock
from bot.jobs.dispatcher import Dispatcher, Job, JobKind

async def find(now):
    return ["7", "8"]

async def hang(subject):
    print("begun", subject, flush=True)
    await asyncio.Event().wait()

async def main():
    archive = await Archive.open(sys.argv[1])
    await archive.processes.join("lost", frozenset({ProcessRole.WORK}), SystemClock().now())
    claims = archive.open_claims("lost", "item")
    await Dispatcher(JobKind.ITEM, Job(find, hang, 1), SystemClock(), claims).run()

asyncio.run(main())
"""


class Ticks:
    """A clock whose ticks a test gives; what is looked for between them was woken by an end, or by ``wake``."""

    def __init__(self) -> None:
        self._ticks: asyncio.Queue[None] = asyncio.Queue()
        self.slept: list[float] = []

    def now(self) -> datetime:
        return datetime(2026, 3, 2, tzinfo=UTC)

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        await self._ticks.get()

    def tick(self) -> None:
        self._ticks.put_nowait(None)


class Table:
    """What is due, as a table would say it: a subject is due until it is settled."""

    def __init__(self, *due: str) -> None:
        self.due = list(due)
        self.looks = 0
        self.begun: list[str] = []
        self.failure: Exception | None = None
        self.limit = 1000

    async def find(self, _now: datetime) -> list[str]:
        self.looks += 1
        if self.failure:
            raise self.failure
        return self.due[: self.limit]

    async def settle(self, subject: str) -> None:
        self.begun.append(subject)
        if subject in self.due:
            self.due.remove(subject)


@asynccontextmanager
async def dispatching(
    table: Table, handle: Handler, clock: Ticks, *, at_once: int = 1, claims: ClaimStore | None = None
) -> AsyncIterator[Dispatcher]:
    dispatcher = Dispatcher(JobKind.ITEM, Job(table.find, handle, at_once), clock, claims)
    running = asyncio.create_task(dispatcher.run())
    try:
        yield dispatcher
    finally:
        running.cancel()
        with pytest.raises(asyncio.CancelledError):
            await running


async def until(reached: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE):
        while not reached():  # noqa: ASYNC110 - a job's end sets no event here
            await asyncio.sleep(0.002)


async def settle_down() -> None:
    """Let everything happen that waits for nothing outside."""
    for _ in range(50):
        await asyncio.sleep(0)


@pytest.fixture
def clock() -> Ticks:
    return Ticks()


async def test_what_is_due_is_done_in_order_without_waiting_for_a_tick(clock: Ticks) -> None:
    table = Table("1", "2", "3")
    async with dispatching(table, table.settle, clock):
        await until(lambda: not table.due)
        assert table.begun == ["1", "2", "3"]
        await settle_down()
        assert clock.slept == [module.EVERY]


async def test_no_more_run_at_once_than_may_and_no_subject_twice(clock: Ticks) -> None:
    table, may_end = Table("1", "2", "3"), asyncio.Event()
    running: set[str] = set()
    most = 0

    async def handle(subject: str) -> None:
        nonlocal most
        assert subject not in running
        running.add(subject)
        most = max(most, len(running))
        await may_end.wait()
        running.discard(subject)
        await table.settle(subject)

    async with dispatching(table, handle, clock, at_once=2):
        await until(lambda: len(running) == 2)
        for _ in range(3):
            clock.tick()
            await settle_down()
        assert running == {"1", "2"}
        may_end.set()
        await until(lambda: not table.due)
    assert most == 2
    assert sorted(table.begun) == ["1", "2", "3"]


async def test_what_stays_due_is_tried_again_at_the_next_tick_and_no_sooner(clock: Ticks) -> None:
    """Else a job that settles nothing would take a core for itself."""
    table, tried = Table("stays", "goes"), list[str]()

    async def handle(subject: str) -> None:
        tried.append(subject)
        if subject == "goes":
            await table.settle(subject)

    async with dispatching(table, handle, clock):
        await until(lambda: tried == ["stays", "goes"])
        await settle_down()
        assert tried == ["stays", "goes"]
        clock.tick()
        await until(lambda: tried == ["stays", "goes", "stays"])


async def test_a_failing_job_ends_and_others_go_on(clock: Ticks) -> None:
    table = Table("bad", "good")

    async def handle(subject: str) -> None:
        if subject == "bad":
            raise RuntimeError("by the test")
        await table.settle(subject)

    with capture_logs() as logs:
        async with dispatching(table, handle, clock):
            await until(lambda: table.begun == ["good"])
    assert [(one["event"], one["subject"]) for one in logs] == [("a job failed", "bad")]


async def test_jobs_that_hang_end_and_leave_their_place_to_others(
    clock: Ticks, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As many as run together; else nothing of their kind would be done any more, and nobody told."""
    table = Table("hangs", "hangs, too", "good")

    async def handle(subject: str) -> None:
        if subject != "good":
            await asyncio.Event().wait()
        await table.settle(subject)

    monkeypatch.setattr(module, "_LONGEST", 0.05)
    with capture_logs() as logs:
        async with dispatching(table, handle, clock, at_once=2):
            await until(lambda: table.begun == ["good"])
    assert {one["subject"] for one in logs if one["event"] == "a job failed"} == {"hangs", "hangs, too"}


async def test_what_is_recorded_now_is_done_now_if_somebody_says_so(clock: Ticks) -> None:
    table = Table()
    async with dispatching(table, table.settle, clock) as dispatcher:
        await until(lambda: table.looks == 1)
        table.due.append("1")
        await settle_down()
        assert table.begun == []
        dispatcher.wake()
        await until(lambda: table.begun == ["1"])


@pytest.mark.parametrize(("failure", "traced"), [(ArchiveError("It is away.", "Wait."), False), (OSError("x"), True)])
async def test_a_look_that_fails_is_told_and_tried_again(clock: Ticks, failure: Exception, traced: bool) -> None:
    table = Table("1")
    table.failure = failure
    with capture_logs() as logs:
        async with dispatching(table, table.settle, clock):
            await until(lambda: table.looks == 1)
            await settle_down()
            table.failure = None
            clock.tick()
            await until(lambda: table.begun == ["1"])
    assert [(one["event"], one["exc_info"]) for one in logs] == [("due subjects cannot be found", traced)]


async def test_a_long_queue_is_not_looked_through_for_every_job(clock: Ticks) -> None:
    table = Table(*map(str, range(500)))
    table.limit = 100
    async with dispatching(table, table.settle, clock, at_once=4):
        await until(lambda: not table.due)
    assert table.begun == list(map(str, range(500)))
    assert table.looks <= 7


async def test_who_stops_waits_for_what_runs_but_not_for_ever(clock: Ticks, monkeypatch: pytest.MonkeyPatch) -> None:
    table, stopping = Table("quick", "hangs"), asyncio.Event()
    cancelled: list[str] = []

    async def handle(subject: str) -> None:
        table.begun.append(subject)
        try:
            await stopping.wait()
            if subject == "hangs":
                await asyncio.Event().wait()
        except asyncio.CancelledError:
            cancelled.append(subject)
            raise
        table.due.remove(subject)

    monkeypatch.setattr(module, "_ENDING", 0.2)
    async with dispatching(table, handle, clock, at_once=2):
        await until(lambda: len(table.begun) == 2)
        asyncio.get_running_loop().call_later(0.05, stopping.set)
    assert table.due == ["hangs"], "it stays due for the next start"
    assert cancelled == ["hangs"]


async def join(archive: Archive, name: str) -> ClaimStore:
    await archive.processes.join(name, frozenset({ProcessRole.WORK}), datetime.now(UTC))
    return archive.open_claims(name, "item")


async def test_several_processes_share_what_is_due_and_none_does_what_another_is_doing(archive: Archive) -> None:
    table = Table(*map(str, range(40)))
    running: set[str] = set()
    done_by: dict[str, list[str]] = {"one": [], "two": []}

    def handler(name: str) -> Handler:
        async def handle(subject: str) -> None:
            assert subject not in running, "done twice at once"
            if subject not in table.due:
                return  # as every handler does: another has done it meanwhile
            running.add(subject)
            await asyncio.sleep(0.01)
            running.discard(subject)
            table.due.remove(subject)
            done_by[name].append(subject)

        return handle

    one, two = await join(archive, "one"), await join(archive, "two")
    async with (
        dispatching(table, handler("one"), Ticks(), at_once=3, claims=one),
        dispatching(table, handler("two"), Ticks(), at_once=3, claims=two),
    ):
        await until(lambda: not table.due)
    assert sorted(done_by["one"] + done_by["two"], key=int) == list(map(str, range(40)))
    assert done_by["one"]
    assert done_by["two"]


async def test_what_a_killed_process_had_claimed_is_done_when_it_is_taken_for_lost(
    archive: Archive, database_url: str
) -> None:
    lost = await asyncio.create_subprocess_exec(
        sys.executable, "-c", LOST, database_url, stdout=asyncio.subprocess.PIPE, cwd=ROOT
    )
    assert lost.stdout
    assert await asyncio.wait_for(lost.stdout.readline(), 60) == b"begun 7\n"
    table, clock, passed = Table("7"), Ticks(), 0.0
    shared = ClusterMember(
        archive.processes, frozenset({ProcessRole.WORK}), SystemClock(), executor="another", steady=lambda: passed
    )
    await shared.join()
    async with dispatching(table, table.settle, clock, claims=archive.open_claims("another", "item")):
        await until(lambda: table.looks > 0)
        os.kill(lost.pid, signal.SIGKILL)
        await lost.wait()
        await shared.beat()
        while passed < LOST_SECONDS:
            clock.tick()
            await settle_down()
            assert table.begun == [], "it may still be there"
            passed += BEAT_SECONDS
            await shared.beat()
        clock.tick()
        await until(lambda: table.begun == ["7"])
    assert passed < 45


async def test_a_claim_is_given_back_after_its_job(archive: Archive) -> None:
    table, clock = Table("1", "2"), Ticks()
    one, two = await join(archive, "one"), await join(archive, "two")
    async with dispatching(table, table.settle, clock, claims=one):
        await until(lambda: table.begun == ["1", "2"])

        def looked_again() -> bool:
            clock.tick()  # one look may answer the ends of both jobs and a tick
            return table.looks >= 3

        await until(looked_again)
        assert await two.take(["1", "2"], 2) == ["1", "2"]


async def test_a_claim_that_was_stored_though_its_answer_was_lost_is_given_back(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The database went away at that moment; else nobody would ever do what was claimed."""
    table, clock = Table("1"), Ticks()
    claims = await join(archive, "one")
    take, lost = claims.take, list[str]()

    async def lose(subjects: Sequence[str], limit: int) -> list[str]:
        taken = await take(subjects, limit)
        if not lost:
            lost.extend(taken)
            raise ArchiveError("The archive does not answer.", "Wait.")
        return taken

    monkeypatch.setattr(claims, "take", lose)
    async with dispatching(table, table.settle, clock, claims=claims):
        await until(lambda: len(lost) == 1)
        await settle_down()
        assert table.begun == []
        clock.tick()
        await until(lambda: table.begun == ["1"])
