"""How soon each role is ready, and what it uses when idle."""

import asyncio
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import psycopg

from benchmarks.discord_loopback import Form, Loopback
from benchmarks.load.crowd import wait_until_answered
from benchmarks.load.measured import Used
from benchmarks.load.postgres import Server
from benchmarks.load.program import Program, Running

READY_GOAL: Final = 3.0
"""Seconds within which a gateway is ready."""
MEMORY_GOAL: Final = 200.0
"""MiB that an idle gateway may use."""
ROLES: Final = ("gateway", "work", "send", "gateway,send", "")
"""The roles measured on PostgreSQL; the last is all in one process, which is also measured on SQLite."""


@dataclass(frozen=True, slots=True)
class Rest:
    """An idle process. ``ready`` is in seconds after its start: for a gateway until it acknowledged a command.

    ``worked`` is the processor time until then, of all its processes.
    """

    roles: str
    database: str
    ready: float
    worked: float
    used: Used
    share: float
    """Share of one core while idle."""
    server: float
    """The same of PostgreSQL's processes."""


async def watch(folder: Path, *, seconds: float, cores: set[int]) -> list[Rest]:
    """Start each role alone, and observe it for ``seconds``."""
    found = []
    with Server.start(folder / "postgresql") as database:
        for number, roles in enumerate(ROLES):
            # the first start creates the tables, which an operator waits for once
            for turn in range(2 if number == 0 else 1):
                rest = await _watch_one(folder / f"{number}-{turn}", roles, database, seconds, cores)
            found.append(rest)
    (folder / "sqlite").mkdir()
    for _ in range(2):
        rest = await _watch_one(folder / "sqlite", "", None, seconds, cores)
    return [*found, rest]


async def _watch_one(folder: Path, roles: str, database: Server | None, seconds: float, cores: set[int]) -> Rest:
    url = database.url if database else None
    async with Loopback(Form()) as discord, Program(folder, discord, url) as program:
        process = await program.start(roles, cores=cores)
        if not roles or "gateway" in roles:
            ready = await wait_until_answered(discord, program, process)
        else:
            ready = await _wait_until_present(program, process, url or "")
        worked = process.used().seconds
        # a worker loads its model after the start
        await asyncio.sleep(min(seconds, 10.0))
        before, server, began = process.used(), _server_seconds(database), time.monotonic()
        await asyncio.sleep(seconds)
        program.check()
        after, took = process.used(), time.monotonic() - began
        share, others = (after.seconds - before.seconds) / took, (_server_seconds(database) - server) / took
        return Rest(roles or "all", "PostgreSQL" if url else "SQLite", ready, worked, after, share, others)


def _server_seconds(database: Server | None) -> float:
    return Used.by(database.process).seconds if database else 0.0


async def _wait_until_present(program: Program, process: Running, url: str) -> float:
    """Seconds until the process is among those of the archive."""
    async with asyncio.timeout(120):
        while not await asyncio.to_thread(count_present, url):
            program.check()
            await asyncio.sleep(0.02)
    return time.monotonic() - process.started_at


def count_present(url: str) -> int:
    """How many processes share the archive."""
    with psycopg.connect(url) as connection:
        row = connection.execute("SELECT count(*) FROM processes").fetchone()
        return int(row[0]) if row else 0


def show(found: list[Rest]) -> bool:
    """Print the table; return whether the goals for a gateway are met."""
    print("\n".join(_lines(found)))
    gateway = found[0]
    held = gateway.ready < READY_GOAL and gateway.used.pss <= MEMORY_GOAL
    print(f"goals for a gateway: ready within {READY_GOAL:g} s, {MEMORY_GOAL:g} MiB: {'held' if held else 'MISSED'}")
    return held


def _lines(found: list[Rest]) -> Iterator[str]:
    yield f"{'roles':14} {'database':10} ready, s worked, s  PSS, MiB  RSS, MiB processes  at rest  PostgreSQL"
    for one in found:
        memory = f"{one.used.pss:9.0f} {one.used.rss:9.0f} {one.used.processes:9}"
        shares = f"{one.share:8.1%} {one.server:11.1%}"
        yield f"{one.roles:14} {one.database:10} {one.ready:8.1f} {one.worked:9.1f} {memory} {shares}"
