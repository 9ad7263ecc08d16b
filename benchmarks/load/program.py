"""The program's own processes, started as an operator does: ``python -m bot run --roles …`` with settings."""

import asyncio
import os
import signal
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import TracebackType
from typing import Self

from benchmarks.discord_loopback import Loopback
from benchmarks.load.measured import Used
from benchmarks.load.share import Share

_TOKEN = "invented.token.of-nobody"  # noqa: S105 - the loopback Discord accepts any token
_STOPPED_WITHIN = 30.0  # seconds


@dataclass(slots=True)
class Running:
    """A process. ``started_at`` is in seconds of ``time.monotonic``; ``spent`` is what it used, once ended."""

    roles: str
    process: asyncio.subprocess.Process
    log: Path
    started_at: float
    spent: Used | None = None

    @property
    def alive(self) -> bool:
        """Whether it still runs."""
        return self.process.returncode is None

    def used(self) -> Used:
        """What it and its descendants use; the last value once it has ended."""
        return self.spent or Used.by(self.process.pid)

    async def kill(self) -> None:
        """Kill it with its descendants, as if its machine were lost."""
        await self._end(signal.SIGKILL)

    async def stop(self) -> None:
        """Stop it as an operator does; kill it if that takes too long."""
        try:
            async with asyncio.timeout(_STOPPED_WITHIN):
                await self._end(signal.SIGTERM)
        except TimeoutError:
            await self.kill()

    async def _end(self, how: signal.Signals) -> None:
        if self.alive:
            self.spent = replace(Used.by(self.process.pid), pss=0.0, rss=0.0, processes=0)
            self.process.send_signal(how)
        await self.process.wait()


@dataclass(slots=True)
class Program:
    """Starts processes that share a database and a Discord, and ends them with the context.

    ``allowed`` is the setting ALLOW_PRIVATE_HOSTS; ``url`` None means SQLite in ``folder``.
    """

    folder: Path
    discord: Loopback
    url: str | None = None
    allowed: str = ""
    settings: dict[str, str] = field(default_factory=dict)
    running: list[Running] = field(default_factory=list)

    async def __aenter__(self) -> Self:
        self.folder.mkdir(parents=True, exist_ok=True)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await asyncio.gather(*(one.stop() for one in self.running))

    async def start(self, roles: str = "", *, cores: Iterable[int] = (), share: Share | None = None) -> Running:
        """Start a process with these ``roles`` (all, if empty), only on these ``cores`` if any are given."""
        log = self.folder / f"{len(self.running)}-{roles or 'all'}.log"
        command = [sys.executable, "-m", "bot", "run", *(["--roles", roles] if roles else [])]
        began = time.monotonic()
        with log.open("wb") as output:
            process = await asyncio.create_subprocess_exec(*command, env=self._environment(), stderr=output)
        if kept := set(cores):
            os.sched_setaffinity(process.pid, kept)  # which its children inherit
        if share is not None:
            share.add(process.pid)
        started = Running(roles or "all", process, log, began)
        self.running.append(started)
        return started

    def check(self) -> None:
        """Raise ``RuntimeError`` if a process ended by itself."""
        for one in self.running:
            if not one.alive and one.spent is None:
                said = one.log.read_text("utf-8", "replace").splitlines()[-5:]
                raise RuntimeError(f"the process for {one.roles} ended: " + "\n".join(said))

    def _environment(self) -> dict[str, str]:
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "PYTHONPATH") if name in os.environ}
        discord = self.discord.api.removesuffix("/api/v10")
        named = {
            "DISCORD_TOKEN": _TOKEN,
            "DISCORD_URL": discord,
            "ATTACHE_DATA_DIR": str(self.folder),
            "ALLOW_PRIVATE_HOSTS": self.allowed,
            "LOG_JSON": "true",
            "DATABASE_URL": self.url or "",
        }
        return kept | named | self.settings
