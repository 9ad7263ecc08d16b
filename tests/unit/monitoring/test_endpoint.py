"""Seen from outside: alive, ready or why not, and measured; and what the doctor makes of it."""

import asyncio
import os
import shutil
import socket
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import aiohttp
import pytest

from bot.archive import backlog
from bot.archive.backlog import Backlog, WaitingCount
from bot.archive.store import Archive
from bot.clock import SystemClock
from bot.doctor.checks import check_running
from bot.doctor.finding import Severity
from bot.errors import ArchiveError, SettingsError
from bot.i18n.messages import translatable
from bot.metrics import REGISTRY
from bot.monitoring.endpoint import Readiness, export_backlog, serve_monitoring
from bot.settings import Settings
from tests.databases import NewArchive
from tests.unit.backup.conftest import fill

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)


class Part:
    """A part of the bot that is as it is told to be."""

    wrong: str | None = None
    error: Exception | None = None

    async def look(self) -> str | None:
        if self.error:
            raise self.error
        return self.wrong


@pytest.fixture
def part() -> Part:
    return Part()


@pytest.fixture
async def archive(tmp_path: Path, new_archive: NewArchive) -> AsyncIterator[Archive]:
    url = new_archive(tmp_path / "a.sqlite3")
    await fill(url)
    archive = await Archive.open(url)
    yield archive
    await archive.close()


@pytest.fixture
async def base(part: Part, archive: Archive) -> AsyncIterator[str]:
    readiness = Readiness({"archive": archive.queues.answer})
    readiness.add("discord", part.look)
    async with serve_monitoring(("127.0.0.1", 0), readiness, archive.queues, SystemClock()) as port:
        yield f"http://127.0.0.1:{port}"


async def get(url: str) -> tuple[int, str]:
    async with aiohttp.ClientSession() as session, session.get(url) as answer:
        return answer.status, await answer.text()


def settings(base: str) -> Settings:
    return Settings.load({"observe_address": base.removeprefix("http://")})


async def test_alive_and_ready(base: str) -> None:
    assert await get(f"{base}/healthz") == (200, "ok")
    status, told = await get(f"{base}/readyz")
    assert (status, told) == (200, '{"ready": true, "parts": {"archive": "ok", "discord": "ok"}}')
    assert (await get(f"{base}/articles"))[0] == 404


async def test_alive_but_not_ready(base: str, part: Part) -> None:
    part.wrong = "It is not connected to Discord."
    status, told = await get(f"{base}/readyz")
    assert status == 503
    assert "It is not connected to Discord." in told
    assert await get(f"{base}/healthz") == (200, "ok")
    assert REGISTRY.get_sample_value("attache_ready") == 0
    part.wrong = None
    assert (await get(f"{base}/readyz"))[0] == 200
    assert REGISTRY.get_sample_value("attache_ready") == 1


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (ArchiveError("The archive's disk is full.", "Free some."), "The archive's disk is full."),
        (TimeoutError(), "It has not answered"),
        (RuntimeError("hunter2"), "It cannot be asked; the log says why."),
    ],
)
async def test_what_a_part_raises_is_told_without_what_is_inside(
    base: str, part: Part, error: Exception, words: str
) -> None:
    part.error = error
    status, told = await get(f"{base}/readyz")
    assert status == 503
    assert words in told
    assert "hunter2" not in told


async def test_measurements_of_the_archive_and_the_loop(base: str) -> None:
    for _ in range(200):
        told = (await get(f"{base}/metrics"))[1]
        if 'attache_feeds{health="healthy"} 2.0' in told and "attache_loop_stall_seconds_count 0.0" not in told:
            break
        await asyncio.sleep(0.05)
    else:
        pytest.fail(told)
    assert 'attache_queue{of="posts"} 2.0' in told, "a watch's alert and an item's post wait"
    assert "discord:" not in told


def test_what_waits_is_told_with_its_age() -> None:
    waiting = {"items": WaitingCount(3, NOW - timedelta(minutes=2)), "posts": WaitingCount(0, None)}
    export_backlog(Backlog({"healthy": 2}, NOW - timedelta(seconds=90), waiting), NOW)
    assert REGISTRY.get_sample_value("attache_queue", {"of": "items"}) == 3
    assert REGISTRY.get_sample_value("attache_queue_age_seconds", {"of": "items"}) == 120
    assert REGISTRY.get_sample_value("attache_queue_age_seconds", {"of": "posts"}) == 0
    assert REGISTRY.get_sample_value("attache_feed_lag_seconds") == 90


async def test_the_doctor_reads_a_running_bot(base: str, part: Part, archive: Archive) -> None:
    export_backlog(await archive.queues.load(NOW - timedelta(days=9000)), NOW)
    healthy = await check_running(settings(base))
    assert healthy
    assert {one.level for one in healthy} <= {Severity.OK, Severity.WARN}, "other tests' metrics are in this process"
    part.wrong = "It is not connected to Discord."
    found = await check_running(settings(base))
    assert (found[0].level, found[0].words) == (
        Severity.FAIL,
        "The bot is not ready: discord: It is not connected to Discord.",
    )


async def test_the_doctor_says_that_nothing_answers(unused_tcp_port: int) -> None:
    (found,) = await check_running(settings(f"127.0.0.1:{unused_tcp_port}"))
    assert found.level is Severity.WARN
    assert "No bot answers at 127.0.0.1" in found.words
    assert await check_running(Settings.load({"observe_address": None})) == []


async def test_a_place_that_is_taken_is_told_by_its_setting(archive: Archive) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(SettingsError, match="Set OBSERVE_ADDRESS to a host"):
            async with serve_monitoring(taken.getsockname(), Readiness({}), archive.queues, SystemClock()):
                pytest.fail("it is taken")


async def test_what_ends_inside_comes_as_itself(archive: Archive) -> None:
    with pytest.raises(ArchiveError, match="as it is"):
        async with serve_monitoring(("127.0.0.1", 0), Readiness({}), archive.queues, SystemClock()):
            raise ArchiveError("as it is", "")


async def ask_ready(base: str) -> tuple[int, str]:
    async with aiohttp.ClientSession() as session, session.get(f"{base}/readyz") as answer:
        return answer.status, (await answer.json())["parts"]["archive"]


async def test_a_full_disk_is_no_readiness(base: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert await ask_ready(base) == (200, "ok")
    usage = shutil.disk_usage("/")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=backlog.LEAST_FREE - 1))
    status, words = await ask_ready(base)
    assert status == 503
    assert "full" in words


async def test_neither_is_a_file_that_cannot_be_written(base: str, monkeypatch: pytest.MonkeyPatch) -> None:
    # those who may do everything may also write what is marked as read-only, so that no mark would do here
    monkeypatch.setattr(os, "access", lambda _, mode: mode != os.W_OK)
    status, words = await ask_ready(base)
    assert status == 503
    assert words == ArchiveError(translatable("archive-read-only")).cause
