"""Jobs that the release before this one recorded with DBOS: after the upgrade they do no harm, and what is due is done.

On SQLite they stand in a file of their own, which nobody opens any more; on PostgreSQL in DBOS's tables, which remote
calls use on, and from which they are deleted.
"""

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest
from sqlalchemy import create_engine, text

from bot.archive.store import Archive
from bot.clock import SystemClock
from bot.domain.feed import ItemState
from bot.domain.processes import ALL_ROLES
from bot.jobs.dependencies import WorkerDependencies
from bot.jobs.heartbeat import SINGLE_EXECUTOR, ClusterMember, Membership, SingleProcess
from bot.jobs.worker import run_worker
from bot.services.digest_composer import ArchiveDigestComposer
from tests.unit.jobs.forged import forge
from tests.unit.jobs.worker_setup import HARBOUR, Newsdesk

pytestmark = pytest.mark.slow

EARLIER = """
import asyncio, sys
from dbos import DBOS, SetEnqueueOptions
from bot.jobs.rpc_codec import JsonSerializer

URL, EXECUTOR, ITEM = sys.argv[1:]

@DBOS.workflow(name="job")
async def do(kind, subject):
    print("begun", flush=True)
    await asyncio.sleep(60)

async def main():
    config = {"name": "attache", "system_database_url": URL, "executor_id": EXECUTOR, "application_version": "1"}
    DBOS(config={**config, "serializer": JsonSerializer(), "log_level": "WARNING"})
    DBOS.listen_queues(["item"])
    DBOS.launch()
    for queue in ("item", "delivery:earlier"):
        await DBOS.register_queue_async(queue, worker_concurrency=1, polling_interval_sec=0.1)
    for queue, kind, subject in (("item", "item", ITEM), ("item", "item", "8"), ("delivery:earlier", "delivery", "71")):
        with SetEnqueueOptions(deduplication_id=f"{kind}:{subject}", duplication_policy="return-existing"):
            await DBOS.enqueue_workflow_async(queue, do, kind, subject)
    await asyncio.sleep(60)

asyncio.run(main())
"""
ROOT = Path(__file__).parents[3]


async def record_jobs(work_url: str, executor: str, item: int) -> None:
    """One that was begun when its process was killed, and two that waited."""
    command = (sys.executable, "-c", EARLIER, work_url, executor, str(item))
    earlier = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE, cwd=ROOT)
    assert earlier.stdout
    assert await asyncio.wait_for(earlier.stdout.readline(), 60) == b"begun\n"
    earlier.kill()
    await earlier.wait()


def count_jobs(work_url: str) -> dict[str, int]:
    engine = create_engine(work_url)
    schema = "dbos." if engine.dialect.name == "postgresql" else ""
    with engine.begin() as connection:
        rows = connection.execute(text(f"SELECT status, count(*) FROM {schema}workflow_status GROUP BY status"))  # noqa: S608
        found = {str(status): int(count) for status, count in rows}
        queues = connection.execute(text(f"SELECT name FROM {schema}queues")).scalars()  # noqa: S608
        found |= {f"queue {name}": 1 for name in queues}
    engine.dispose()
    return found


@asynccontextmanager
async def present(archive: Archive, database: str) -> AsyncIterator[Membership]:
    if database == "sqlite":
        yield SingleProcess()
        return
    shared = ClusterMember(archive.processes, ALL_ROLES, SystemClock())
    await shared.join()
    yield shared
    await shared.leave()


@pytest.mark.parametrize("pickled", [True, False])
async def test_a_job_of_the_release_before_does_no_harm(
    archive: Archive, database: str, work_url: str, tmp_path: Path, pickled: bool
) -> None:
    desk, clock = Newsdesk(archive), SystemClock()
    desk.clock.at = clock.now()
    number = await desk.publish(await desk.follow(), "harbour", HARBOUR)
    await record_jobs(work_url, SINGLE_EXECUTOR if database == "sqlite" else "lost", number)
    if pickled:
        assert forge(work_url, "py_pickle", tmp_path / "ran") == ["ENQUEUED", "ENQUEUED", "PENDING"]
    before = count_jobs(work_url)
    parts = WorkerDependencies(
        archive,
        cast("Any", desk.web),
        desk.article_service,
        ArchiveDigestComposer(archive, clock),
        clock,
        asyncio.to_thread,
    )
    if database == "postgresql":
        parts = replace(parts, rpc_url=work_url)
    async with present(archive, database) as presence, run_worker(parts, None, presence=presence):
        async with asyncio.timeout(60):
            while (await desk.item(number)).state is ItemState.NEW:  # noqa: ASYNC110 - set by another task
                await asyncio.sleep(0.05)
            left = {"queue reading", "queue parsing"}
            while database == "postgresql" and set(count_jobs(work_url)) != left:  # noqa: ASYNC110 - the same
                await asyncio.sleep(0.05)
    assert len(await desk.posts()) == 1
    assert not (tmp_path / "ran").exists()
    if database == "sqlite":
        assert count_jobs(work_url) == before, "nobody opens it"
