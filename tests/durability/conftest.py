"""The fake Discord and the program that posts to it, each started once for all tests."""

import json
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import pytest
from aiohttp import web

from tests.databases import run_server
from tests.durability.cluster import Cluster, Site

ROOT = Path(__file__).parents[2]


@pytest.hookimpl(tryfirst=True)  # before pytest selects by marks
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All of these start programs to kill them: some hundred times in all."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.slow)


@dataclass(frozen=True, slots=True)
class Discord:
    """The fake's controls; see :mod:`tests.durability.discord_fake`."""

    port: int

    def control(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        data = None if body is None else json.dumps(body).encode()
        request = Request(f"http://127.0.0.1:{self.port}/control/{path}", data, method=method)
        request.add_header("Content-Type", "application/json")
        with urlopen(request, timeout=30) as answer:  # noqa: S310 - loopback
            return json.load(answer)

    def add_channel(self, **settings: Any) -> str:
        return str(self.control("POST", "channels", settings)["id"])

    def state(self) -> dict[str, Any]:
        found: dict[str, Any] = self.control("GET", "state")
        return found


def start(*module: str) -> subprocess.Popen[str]:
    """Start a module of ours that talks over its standard input and output."""
    return subprocess.Popen(
        [sys.executable, "-m", *module], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
    )


def end(process: subprocess.Popen[str]) -> None:
    process.kill()
    process.communicate()


@pytest.fixture(scope="session")
def discord_process() -> Iterator[Discord]:
    process = start("tests.durability.discord_fake", "--port", "0")
    assert process.stdout is not None
    yield Discord(int(process.stdout.readline()))
    end(process)


@pytest.fixture(scope="session")
def poster_process() -> Iterator[subprocess.Popen[str]]:
    process = start("tests.durability.poster")
    yield process
    end(process)


@pytest.fixture
async def cluster(discord_process: Discord, tmp_path: Path) -> AsyncIterator[Cluster]:
    if not Path("/proc/self/status").exists():
        pytest.skip("its sites are many addresses of loopback, and it looks at processes in /proc: both are Linux's")
    site = Site()
    runner = web.AppRunner(site.make_app())
    await runner.setup()
    await web.TCPSite(runner, "0.0.0.0", 0).start()  # noqa: S104 - all addresses of loopback, for as long as the test
    site.port = runner.addresses[0][1]
    with run_server() as server:
        cluster = Cluster(site, discord_process, server, tmp_path)
        yield cluster
        await cluster.stop_all()
    await runner.cleanup()
