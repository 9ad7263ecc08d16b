"""Heartbeats: each of several processes registers every few seconds, and takes over from those that no longer do.

Work that only one process may do (:data:`WORKER_LEASE`, :data:`SENDER_LEASE`, a range of shards) is a lease in the
archive, valid as long as its holder is registered. An evicted process stops at once, because others have taken over.
While the archive is unavailable nobody is evicted, because no heartbeat can be stored.
"""

import asyncio
import os
import secrets
import socket
import time
from collections.abc import Callable
from typing import Final, Protocol

import structlog

from bot.archive.processes import ProcessStore
from bot.clock import Clock
from bot.domain.processes import BEAT_SECONDS, SURE_SECONDS, FailureDetector, ProcessRole
from bot.errors import ArchiveError, EvictedError
from bot.i18n.messages import translatable

WORKER_LEASE: Final = "desk"
"""The lease for polling feeds and maintaining the archive. With one holder, no site is polled too often."""
SENDER_LEASE: Final = "sender"
"""The lease for posting. With one holder, Discord's rate limits are kept in one place."""
SINGLE_EXECUTOR: Final = "attache"
"""The executor of a process that does not share its archive: the same at each start."""

_log = structlog.get_logger(__name__)


class Membership(Protocol):
    """This process among those that share its archive."""

    @property
    def executor(self) -> str:
        """The name of this process, or of this start of it."""
        ...

    @property
    def is_current(self) -> bool:
        """Whether its leases are certainly still valid."""
        ...

    async def acquire(self, *names: str) -> str:
        """Wait for one of the leases ``names`` and hold it as long as this process is registered; return its name."""
        ...


class SingleProcess:
    """The only process of its archive. It holds every lease."""

    executor = SINGLE_EXECUTOR
    is_current = True

    async def acquire(self, *names: str) -> str:
        """Return the first of ``names``."""
        return names[0]


class ClusterMember:
    """One process of several: call ``join`` first, ``run`` in parallel, ``leave`` last."""

    def __init__(
        self,
        store: ProcessStore,
        roles: frozenset[ProcessRole],
        clock: Clock,
        *,
        executor: str | None = None,
        steady: Callable[[], float] = time.monotonic,
    ) -> None:
        self.executor = executor or f"{socket.gethostname()}:{os.getpid()}:{secrets.token_hex(4)}"
        self._store = store
        self._roles = roles
        self._clock = clock
        self._steady = steady
        self._watch = FailureDetector()
        self._beaten_at = float("-inf")

    @property
    def is_current(self) -> bool:
        """Whether its last heartbeat is so recent that it cannot have been evicted."""
        return self._steady() - self._beaten_at < SURE_SECONDS

    async def join(self) -> None:
        """Register this process. Raises ``ArchiveError``."""
        at = self._steady()
        await self._store.join(self.executor, self._roles, self._clock.now())
        self._beaten_at = at

    async def leave(self) -> None:
        """Unregister this process. If that cannot be stored, the others evict it later."""
        try:
            await self._store.leave(self.executor)
        except ArchiveError as error:
            _log.warning("this process could not be unregistered", action="presence", cause=error.cause)

    async def run(self) -> None:
        """Send heartbeats until cancelled, and evict lost processes. Raises ``EvictedError``."""
        while True:
            await self._clock.sleep(BEAT_SECONDS)
            try:
                async with asyncio.timeout(SURE_SECONDS):
                    await self.beat()
            except (ArchiveError, TimeoutError) as error:
                self._watch.reset()
                _log.warning("a heartbeat could not be sent", action="presence", error=str(error))

    async def beat(self) -> None:
        """Send one heartbeat and check the other processes. Raises ``ArchiveError``, ``EvictedError``."""
        at = self._steady()
        if not await self._store.beat(self.executor, self._clock.now()):
            raise EvictedError(translatable("start-taken-for-lost"))
        self._beaten_at = at
        others = [one for one in await self._store.list() if one.executor != self.executor]
        for lost in self._watch.find_lost(others, self._steady()):
            if await self._store.remove_lost(lost):
                roles = ",".join(sorted(lost.roles))
                _log.warning("a process is lost", action="presence", executor=lost.executor, roles=roles)

    async def acquire(self, *names: str) -> str:
        """Wait until one of the leases ``names`` is free, and take the first that is."""
        waiting = False
        while True:
            try:
                for name in names:
                    if await self._store.take(name, self.executor):
                        _log.info("taken over", action="presence", lease=name)
                        return name
            except ArchiveError as error:
                _log.warning("leases cannot be requested", action="presence", cause=error.cause)
            if not waiting:
                waiting = True
                _log.info(
                    "another process does this; waiting to take over", action="presence", lease=" or ".join(names)
                )
            await self._clock.sleep(BEAT_SECONDS)
