"""Jobs over a real record: done, not doubled, taken up again, and failing without harm."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from dbos import DBOS
from dbos._sys_db import SystemDatabase
from structlog.testing import capture_logs

from bot.errors import ArchiveError
from bot.jobs.in_flight import UNRECORDED
from bot.jobs.job_queue import JobHandler, JobKind, JobQueue

Done = list[str]
Starter = Callable[[Callable[[str], Awaitable[None]]], Awaitable[JobQueue]]
KILLED = """
import asyncio, sys
from bot.jobs.job_queue import JobKind, JobQueue, JobHandler

async def hang(subject):
    print("begun", flush=True)
    await asyncio.sleep(60)

async def main():
    jobs = await JobQueue.start(sys.argv[1], {JobKind.ITEM: JobHandler(hang, 1)})
    await jobs.enqueue(JobKind.ITEM, "7")
    await asyncio.sleep(60)

asyncio.run(main())
"""

LOST = """
import asyncio, sys
from bot.jobs.job_queue import JobKind, JobQueue, JobHandler

def hang(kind):
    async def handle(subject):
        print(kind, subject, flush=True)
        await asyncio.sleep(60)
    return JobHandler(handle, 1)

async def main():
    kinds = (JobKind.ITEM, JobKind.DELIVERY)
    jobs = await JobQueue.start(sys.argv[1], {kind: hang(kind.value) for kind in kinds}, executor="lost")
    await jobs.enqueue(JobKind.ITEM, "7")
    await jobs.enqueue(JobKind.DELIVERY, "71")
    await jobs.enqueue(JobKind.DELIVERY, "72")
    await asyncio.sleep(60)

asyncio.run(main())
"""


@pytest.fixture
def url(work_url: str) -> str:
    return work_url


@pytest.fixture
async def start(url: str) -> AsyncIterator[Starter]:
    running: list[JobQueue] = []

    async def start(handler: Callable[[str], Awaitable[None]]) -> JobQueue:
        running.append(await JobQueue.start(url, {JobKind.ITEM: JobHandler(handler, 2)}))
        return running[-1]

    yield start
    for jobs in running:
        await jobs.close()


async def test_a_job_is_done_in_the_running_loop(start: Starter) -> None:
    loops: list[asyncio.AbstractEventLoop] = []
    done = asyncio.Event()

    async def handler(subject: str) -> None:
        loops.append(asyncio.get_running_loop())
        done.set()

    jobs = await start(handler)
    await jobs.enqueue(JobKind.ITEM, "1")
    await asyncio.wait_for(done.wait(), 30)
    assert loops == [asyncio.get_running_loop()]


async def test_a_second_order_of_a_subject_that_waits_or_runs_is_not_added(start: Starter) -> None:
    begun, may_end = asyncio.Event(), asyncio.Event()
    done: Done = []

    async def handler(subject: str) -> None:
        begun.set()
        await may_end.wait()
        done.append(subject)

    jobs = await start(handler)
    await jobs.enqueue(JobKind.ITEM, "1")
    await asyncio.wait_for(begun.wait(), 30)
    await jobs.enqueue(JobKind.ITEM, "1")
    await jobs.enqueue(JobKind.ITEM, "2")
    assert await jobs.count_waiting() == 2
    may_end.set()
    await _until(lambda: len(done) == 2)
    assert sorted(done) == ["1", "2"]
    await _until_idle(jobs)
    await jobs.enqueue(JobKind.ITEM, "1")  # once ended, it may be ordered again
    await _until(lambda: len(done) == 3)


async def test_a_failing_job_ends_and_others_go_on(start: Starter) -> None:
    done: Done = []

    async def handler(subject: str) -> None:
        if subject == "bad":
            raise RuntimeError("ordered by the test")
        done.append(subject)

    jobs = await start(handler)
    await jobs.enqueue(JobKind.ITEM, "bad")
    await jobs.enqueue(JobKind.ITEM, "good")
    await _until(lambda: done == ["good"])
    await _until_idle(jobs)


async def test_jobs_that_hang_end_and_leave_their_place_to_others(
    start: Starter, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As many as run together; else nothing of their kind would be done any more, and nobody told."""
    done: Done = []

    async def handler(subject: str) -> None:
        if subject != "good":
            await asyncio.Event().wait()
        done.append(subject)

    monkeypatch.setattr("bot.jobs.job_queue._LONGEST", 0.3)
    jobs = await start(handler)
    with capture_logs() as logs:
        for subject in ("hangs", "hangs, too", "good"):
            await jobs.enqueue(JobKind.ITEM, subject)
        await _until(lambda: done == ["good"])
    assert {entry["subject"] for entry in logs if entry["event"] == "a job failed"} == {"hangs", "hangs, too"}


async def test_what_a_killed_process_left_is_taken_up(url: str, start: Starter) -> None:
    killed = await asyncio.create_subprocess_exec(sys.executable, "-c", KILLED, url, stdout=asyncio.subprocess.PIPE)
    assert killed.stdout
    assert await asyncio.wait_for(killed.stdout.readline(), 60) == b"begun\n"
    os.kill(killed.pid, signal.SIGKILL)
    await killed.wait()
    done: Done = []

    async def handler(subject: str) -> None:
        done.append(subject)

    await start(handler)
    await _until(lambda: done == ["7"])


async def test_what_a_lost_process_had_begun_may_be_ordered_again(url: str) -> None:
    lost = await asyncio.create_subprocess_exec(sys.executable, "-c", LOST, url, stdout=asyncio.subprocess.PIPE)
    assert lost.stdout
    begun = {await asyncio.wait_for(lost.stdout.readline(), 60) for _ in range(2)}
    assert begun == {b"item 7\n", b"delivery 71\n"}
    lost.kill()
    await lost.wait()
    done: Done = []

    async def handler(subject: str) -> None:
        done.append(subject)

    async def everybody() -> set[str]:
        return {"lost", "another"}

    async def others() -> set[str]:
        return {"another"}

    trades = {kind: JobHandler(handler, 2) for kind in (JobKind.ITEM, JobKind.DELIVERY)}
    jobs = await JobQueue.start(url, trades, executor="another")
    try:
        assert await jobs.recover_lost(everybody) == 0, "it may still be there"
        await jobs.enqueue(JobKind.ITEM, "7")
        assert await jobs.count_waiting() == 3, "what somebody does is not ordered a second time"
        assert await jobs.recover_lost(others) == 3
        assert await jobs.recover_lost(others) == 0
        assert await jobs.count_waiting() == 0, "the sender's own, that it had not begun, has ended with it"
        assert {queue.name for queue in await DBOS.list_queues_async()} == {"item", "delivery:another"}
        await jobs.enqueue(JobKind.ITEM, "7")
        await jobs.enqueue(JobKind.DELIVERY, "71")
        await _until(lambda: sorted(done) == ["7", "71"])
        await _until_idle(jobs)
    finally:
        await jobs.close()


async def test_a_job_whose_end_was_not_recorded_may_be_ordered_again(
    start: Starter, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: Done = []
    begun, may_end = asyncio.Event(), asyncio.Event()
    unrecorded: set[str] = set()

    async def handler(subject: str) -> None:
        if subject == "slow":
            begun.set()
            await may_end.wait()
        done.append(subject)

    record = SystemDatabase.update_workflow_outcome

    def lose_the_first(database: SystemDatabase, ident: str, *args: Any, **kwargs: Any) -> bool:
        unrecorded.update(() if unrecorded else (ident,))
        if ident in unrecorded:  # also where DBOS then records that it failed
            raise OSError("the database is away")
        return record(database, ident, *args, **kwargs)

    jobs = await start(handler)
    monkeypatch.setattr(SystemDatabase, "update_workflow_outcome", lose_the_first)
    await jobs.enqueue(JobKind.ITEM, "1")
    await jobs.enqueue(JobKind.ITEM, "slow")
    await asyncio.wait_for(begun.wait(), 30)
    await _until(lambda: bool(unrecorded))  # which is tried when the process does it no more
    assert done == ["1"]
    assert await jobs.recover_unrecorded(100.0) == 0, "its end may be on its way"
    assert await jobs.recover_unrecorded(100.0 + UNRECORDED) == 1, "the slow one is still done"
    assert await jobs.recover_unrecorded(100.0 + 2 * UNRECORDED) == 0
    await jobs.enqueue(JobKind.ITEM, "1")
    await _until(lambda: done == ["1", "1"])
    may_end.set()
    await _until_idle(jobs)


async def test_finished_jobs_are_forgotten_after_their_hour(start: Starter, monkeypatch: pytest.MonkeyPatch) -> None:
    done: Done = []

    async def handler(subject: str) -> None:
        done.append(subject)

    jobs = await start(handler)
    await jobs.enqueue(JobKind.ITEM, "1")
    await _until(lambda: done == ["1"])
    await _until_idle(jobs)
    await jobs.delete_finished()
    assert len(await DBOS.list_workflows_async()) == 1
    monkeypatch.setattr("bot.jobs.job_queue._KEPT", timedelta(seconds=-1))
    await jobs.delete_finished()
    assert await DBOS.list_workflows_async() == []


async def test_a_record_that_cannot_be_opened_is_said_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(ArchiveError, match="cannot be opened"):
        await JobQueue.start(f"sqlite:///{tmp_path}/file/work.sqlite3", {})
    (tmp_path / "work.sqlite3").write_text("no database")
    with pytest.raises(ArchiveError) as caught:
        await JobQueue.start(f"sqlite:///{tmp_path}/work.sqlite3", {})
    assert "job queue" in caught.value.cause


async def test_a_server_that_is_not_there_is_said_without_its_password(unused_tcp_port: int) -> None:
    with capture_logs() as logs, pytest.raises(ArchiveError) as caught:
        await JobQueue.start(f"postgresql+psycopg://ana:hunter2@127.0.0.1:{unused_tcp_port}/x", {})
    assert "job queue" in caught.value.cause
    assert "hunter2" not in repr((logs, str(caught.value), caught.value.__cause__))


async def _until(reached: Callable[[], bool]) -> None:
    async with asyncio.timeout(30):
        while not reached():  # noqa: ASYNC110 - a job's end sets no event here
            await asyncio.sleep(0.02)


async def _until_idle(jobs: JobQueue) -> None:
    async with asyncio.timeout(30):
        while await jobs.count_waiting():  # noqa: ASYNC110 - DBOS ends a job in a thread, without an event
            await asyncio.sleep(0.05)


@pytest.mark.sqlite_only("on PostgreSQL there is no file")
async def test_the_record_is_for_its_owner_only(start: Starter, tmp_path: Path) -> None:
    async def handler(_subject: str) -> None:
        raise AssertionError("nothing was ordered")

    await start(handler)
    modes = {file.name: file.stat().st_mode & 0o777 for file in tmp_path.glob("work.sqlite3*")}
    assert modes
    assert set(modes.values()) == {0o600}, modes
