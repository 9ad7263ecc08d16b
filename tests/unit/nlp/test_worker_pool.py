import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.errors import ParseError, ReadingError
from bot.fair_queue import Requester, working_for
from bot.nlp import worker_pool as pool_module
from bot.nlp.worker_pool import Quick, WorkerPool
from tests.unit.nlp import jobs

ROOT = Path(__file__).parents[3]


def make_pool(*, processes: int = 1, seconds: float = 30.0, memory_mb: int = 512, waiting: int = 32) -> WorkerPool:
    return WorkerPool(
        processes=processes, seconds=seconds, memory_mb=memory_mb, waiting=waiting, load=jobs.load_nothing
    )


@pytest.fixture
async def pool() -> AsyncIterator[WorkerPool]:
    pool = make_pool()
    yield pool
    await pool.close()


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A pipe with a name: a read waits for its writer, and ends when the writer's process does."""
    os.mkfifo(tmp_path / "report")
    return tmp_path / "report"


async def test_work_is_done_in_another_process_that_stays(pool: WorkerPool) -> None:
    first = await pool.run(jobs.say_id)
    assert first != os.getpid()
    assert await pool.run(jobs.say_id) == first


async def test_processes_run_side_by_side(report: Path, tmp_path: Path) -> None:
    pool = make_pool(processes=2)
    answer = tmp_path / "answer"
    os.mkfifo(answer)
    async with asyncio.TaskGroup() as tasks:
        waiting = tasks.create_task(pool.run(jobs.report_and_wait, report, answer))
        number = int(await asyncio.to_thread(report.read_text))
        assert await pool.run(jobs.say_id) != number
        await asyncio.to_thread(answer.write_text, "go on")
    assert waiting.result() == "go on"
    await pool.close()


async def test_the_event_loop_goes_on_while_workers_start_and_read(pool: WorkerPool) -> None:
    stalls: list[float] = []

    async def probe() -> None:
        while True:
            before, worked = time.perf_counter(), time.process_time()
            await asyncio.sleep(0.005)
            late = time.perf_counter() - before - 0.005
            # late because this process was at work, not because the machine was at work for others
            stalls.append(min(late, time.process_time() - worked))

    async with asyncio.TaskGroup() as tasks:
        watching = tasks.create_task(probe())
        assert await pool.run(jobs.spin_for, 0.5) > 0
        watching.cancel()
    assert len(stalls) > 10
    assert max(stalls) < 0.1


async def test_too_long_a_job_is_ended_with_a_sentence_and_the_next_runs() -> None:
    pool = make_pool(seconds=1.5)
    first = await pool.run(jobs.say_id)
    with pytest.raises(ReadingError, match=r"takes longer than 1\.5 seconds"):
        await pool.run(jobs.spin_for, 60.0)
    assert await pool.run(jobs.say_id) != first
    await pool.close()


async def test_too_much_memory_ends_the_worker_alone() -> None:
    pool = make_pool(memory_mb=256)
    assert await pool.run(jobs.hoard, 100) == 100
    with pytest.raises(ReadingError, match="more than 256 MiB"):
        await pool.run(jobs.hoard, 400)
    assert await pool.run(jobs.hoard, 100) == 100
    await pool.close()


async def test_a_library_without_memory_ends_the_worker_too(pool: WorkerPool) -> None:
    first = await pool.run(jobs.say_id)
    with pytest.raises(ReadingError, match="more than 512 MiB"):
        await pool.run(jobs.fail_to_allocate)
    assert await pool.run(jobs.say_id) != first


async def test_a_crashed_worker_is_replaced(pool: WorkerPool) -> None:
    first = await pool.run(jobs.say_id)
    with pytest.raises(ReadingError, match="stopped before the end of the text"):
        await pool.run(jobs.crash)
    assert await pool.run(jobs.say_id) != first


async def test_a_worker_killed_while_idle_is_replaced(pool: WorkerPool) -> None:
    first = await pool.run(jobs.say_id)
    os.kill(first, signal.SIGKILL)
    assert await pool.run(jobs.say_id) != first


async def test_a_cancelled_job_ends_its_worker(pool: WorkerPool, report: Path) -> None:
    task = asyncio.create_task(pool.run(jobs.report_and_spin, report))
    with await asyncio.to_thread(report.open) as pipe:
        number = int(await asyncio.to_thread(pipe.readline))
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert await asyncio.to_thread(pipe.read) == "", "the worker ended, so its end of the pipe is closed"
    assert await pool.run(jobs.say_id) != number


async def test_a_job_cancelled_while_it_waits_costs_no_worker(pool: WorkerPool, report: Path, tmp_path: Path) -> None:
    answer = tmp_path / "answer"
    os.mkfifo(answer)
    first = asyncio.create_task(pool.run(jobs.report_and_wait, report, answer))
    number = int(await asyncio.to_thread(report.read_text))
    second = asyncio.create_task(pool.run(jobs.crash))
    await asyncio.sleep(0)
    second.cancel()
    await asyncio.to_thread(answer.write_text, "done")
    assert await first == "done"
    assert await pool.run(jobs.say_id) == number
    assert second.cancelled()


async def test_too_many_jobs_are_refused_at_once_with_a_sentence(report: Path, tmp_path: Path) -> None:
    pool = make_pool(waiting=1)
    answer = tmp_path / "answer"
    os.mkfifo(answer)
    async with asyncio.TaskGroup() as tasks:
        running = tasks.create_task(pool.run(jobs.report_and_wait, report, answer))
        await asyncio.to_thread(report.read_text)
        waiting = tasks.create_task(pool.run(jobs.say_id))
        await asyncio.sleep(0)
        with pytest.raises(ReadingError, match="busy"):
            await pool.run(jobs.say_id)
        await asyncio.to_thread(answer.write_text, "done")
    assert running.result() == "done"
    assert waiting.result() > 0
    assert await pool.run(jobs.say_id) > 0, "places are free again"
    await pool.close()


async def test_an_error_with_a_sentence_comes_as_it_is(pool: WorkerPool) -> None:
    with pytest.raises(ParseError) as caught:
        await pool.run(jobs.refuse)
    assert str(caught.value) == "There is no article. Paste its text."
    assert caught.value.resource == "https://press.example/a"


async def test_any_other_error_becomes_a_sentence_and_stays_its_cause(pool: WorkerPool) -> None:
    with capture_logs() as logs, pytest.raises(ReadingError, match="failed") as caught:
        await pool.run(jobs.blunder)
    assert [entry["event"] for entry in logs] == ["reading failed"]
    assert isinstance(caught.value.__cause__, KeyError)


async def test_a_model_that_cannot_be_loaded_is_told_by_the_job_and_not_by_a_pool_that_never_starts() -> None:
    pool = WorkerPool(load=jobs.load_badly)
    assert await pool.run(jobs.say_id) > 0
    await pool.close()


async def test_ctrl_c_does_not_reach_the_work(pool: WorkerPool, report: Path, tmp_path: Path) -> None:
    answer = tmp_path / "answer"
    os.mkfifo(answer)
    task = asyncio.create_task(pool.run(jobs.report_and_wait, report, answer))
    os.kill(int(await asyncio.to_thread(report.read_text)), signal.SIGINT)
    await asyncio.to_thread(answer.write_text, "undisturbed")
    assert await task == "undisturbed"


async def test_closing_ends_the_processes_and_tells_who_waits(pool: WorkerPool, report: Path) -> None:
    task = asyncio.create_task(pool.run(jobs.report_and_spin, report))
    with await asyncio.to_thread(report.open) as pipe:
        await asyncio.to_thread(pipe.readline)
        waiting = asyncio.create_task(pool.run(jobs.say_id))
        await asyncio.sleep(0)
        await pool.close()
        assert await asyncio.to_thread(pipe.read) == "", "the worker ended, so its end of the pipe is closed"
    for job in (task, waiting):
        with pytest.raises(ReadingError, match="stopped reading"):
            await job
    assert await pool.run(jobs.say_id) > 0


PROGRAM = """
import asyncio, sys
from pathlib import Path
from bot.nlp.worker_pool import WorkerPool
from tests.unit.nlp import jobs

if __name__ == "__main__":
    pool = WorkerPool(load=jobs.load_nothing)
    asyncio.run(pool.run(jobs.report_and_spin, Path(sys.argv[1])))
"""


def test_workers_end_when_the_program_is_killed(report: Path, tmp_path: Path) -> None:
    script = tmp_path / "program.py"
    script.write_text(PROGRAM)
    program = subprocess.Popen(
        [sys.executable, str(script), str(report)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stderr=subprocess.DEVNULL,  # multiprocessing reports that a killed program left its locks
    )
    try:
        with report.open() as pipe:
            assert int(pipe.readline()) != program.pid
            program.kill()
            assert pipe.read() == "", "the worker ended, so its end of the pipe is closed"
    finally:
        program.kill()
        program.wait()


FLOODER, FIFTH = Requester("flooder", background=False), Requester("fifth", background=False)


async def test_too_much_processor_time_ends_the_worker_whatever_the_clock_says() -> None:
    pool = WorkerPool(seconds=60.0, cpu_seconds=0.3, load=jobs.load_nothing)
    with pytest.raises(ReadingError, match=r"takes longer than 0\.3 seconds"):
        await pool.run(jobs.spin_for, 60.0)
    assert await pool.run(jobs.say_id) > 0
    await pool.close()


async def test_the_spare_worker_is_free_while_others_flood(report: Path, tmp_path: Path) -> None:
    pool = WorkerPool(load=jobs.load_nothing, quick=Quick(0.2, 1_000, 1.0))
    answer = tmp_path / "answer"
    os.mkfifo(answer)
    with working_for(FLOODER):
        flood: list[asyncio.Task[Any]] = [
            asyncio.create_task(pool.run(jobs.report_and_wait, report, answer, "x" * 2_000))
        ]
        held = int(await asyncio.to_thread(report.read_text))
        flood += [asyncio.create_task(pool.run(jobs.measure, "x" * 2_000)) for _ in range(8)]
        await asyncio.sleep(0)
    with working_for(FIFTH):
        assert await pool.run(jobs.say_id) != held
    assert not any(task.done() for task in flood), "long work waits for the other worker"
    await asyncio.to_thread(answer.write_text, "done")
    assert (await asyncio.gather(*flood))[1:] == [2_000] * 8
    await pool.close()


async def test_what_takes_longer_than_is_quick_begins_again_among_the_long_ones(report: Path, tmp_path: Path) -> None:
    pool = WorkerPool(seconds=60.0, cpu_seconds=2.0, load=jobs.load_nothing, quick=Quick(0.2, 1_000, 1.0))
    answer = tmp_path / "answer"
    os.mkfifo(answer)
    with working_for(FLOODER):
        first = asyncio.create_task(pool.run(jobs.report_and_wait, report, answer))
    held = int(await asyncio.to_thread(report.read_text))
    with working_for(FIFTH):
        second = asyncio.create_task(pool.run(jobs.work_for, 0.6))
    spare = asyncio.create_task(pool.run(jobs.say_id))  # in the background: it waits for the other worker, too
    while pool._turns._waiting < 2:  # noqa: ASYNC110 - until the job was ended at the spare worker, which nothing tells
        await asyncio.sleep(0.01)
    await asyncio.to_thread(answer.write_text, "done")
    assert await first == "done"
    assert await second == held
    assert await spare == held
    await pool.close()


def has_spare(pool: WorkerPool) -> bool:
    return pool._workers[1]._pool is not None


async def test_the_spare_worker_is_started_by_the_flood_and_ended_when_idle(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool_module, "_IDLE_SECONDS", 0.2)
    pool = WorkerPool(load=jobs.load_nothing, quick=Quick(5.0, 1_000, 10.0))
    assert await pool.run(jobs.say_id) > 0
    assert not has_spare(pool), "in the background nobody needs it"
    with working_for(FLOODER):
        assert await pool.run(jobs.measure, "x" * 2_000) == 2_000
    assert has_spare(pool)
    while has_spare(pool):  # noqa: ASYNC110 - nothing tells of it
        await asyncio.sleep(0.05)
    assert await pool.run(jobs.say_id) > 0
    await pool.close()
