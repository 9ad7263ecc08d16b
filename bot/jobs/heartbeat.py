"""Being there: a process of several says every few seconds that it is, and takes over from those that are not.

What only one process may do (:data:`WORKER_LEASE`, :data:`SENDER_LEASE`, a range of shards) is a lease in the archive,
which lasts as long as its holder is there. Whoever is taken for lost ends at once, with all that it does: what takes
its place has begun. While the archive is away nobody is taken for lost, for nobody can be seen.
"""

import asyncio
import os
import secrets
import socket
import time
from collections.abc import Callable
from typing import Final, Protocol

import structlog

from bot.archive.process_registry import ProcessStore
from bot.clock import Clock
from bot.domain.process_roles import ProcessRole
from bot.domain.processes import BEAT_SECONDS, SURE_SECONDS, FailureDetector
from bot.errors import ArchiveError, EvictedError
from bot.i18n.messages import translatable

WORKER_LEASE: Final = "desk"
"""The lease of who polls feeds and orders what is due: one alone, so that no site is asked more often than it likes."""
SENDER_LEASE: Final = "sender"
"""The lease of who posts: one alone, so that Discord's rate limits are kept in one place."""
SINGLE_EXECUTOR: Final = "attache"
"""The executor of a process that shares its archive with no other: the same at each start."""

_log = structlog.get_logger(__name__)


class Membership(Protocol):
    """This process among those that share its archive."""

    @property
    def executor(self) -> str:
        """The name of this process, or of this start of it."""
        ...

    @property
    def is_current(self) -> bool:
        """Whether what it has taken is certainly still its own."""
        ...

    async def acquire(self, *names: str) -> str:
        """Wait until one of the leases ``names`` is its own, for as long as it is there: that one's name."""
        ...


class SingleProcess:
    """The one process of its archive, to which all belongs."""

    executor = SINGLE_EXECUTOR
    is_current = True

    async def acquire(self, *names: str) -> str:
        """The first of ``names``."""
        return names[0]


class ClusterMember:
    """One process of several: ``join`` first, ``run`` all the while, ``leave`` last."""

    def __init__(
        self,
        store: ProcessStore,
        roles: frozenset[ProcessRole],
        clock: Clock,
        *,
        executor: str | None = None,
        steady: Callable[[], float] = time.monotonic,
    ) -> None:
        self.executor = executor or _name_this_start()
        self._store = store
        self._roles = roles
        self._clock = clock
        self._steady = steady
        self._watch = FailureDetector()
        self._beaten_at = float("-inf")

    @property
    def is_current(self) -> bool:
        """Whether it was heard of so lately that nobody can have taken it for lost."""
        return self._steady() - self._beaten_at < SURE_SECONDS

    async def join(self) -> None:
        """Be among the processes. Raises ``ArchiveError``."""
        at = self._steady()
        await self._store.join(self.executor, self._roles, self._clock.now())
        self._beaten_at = at

    async def leave(self) -> None:
        """Be no longer among them; where that cannot be stored, the others find out by themselves."""
        try:
            await self._store.leave(self.executor)
        except ArchiveError as error:
            _log.warning("the others were not told of the end", action="presence", cause=error.cause)

    async def run(self) -> None:
        """Beat until cancelled, and remove who is lost. Raises ``EvictedError``."""
        while True:
            await self._clock.sleep(BEAT_SECONDS)
            try:
                async with asyncio.timeout(SURE_SECONDS):
                    await self.beat()
            except (ArchiveError, TimeoutError) as error:
                self._watch.reset()
                _log.warning("the archive was not told that this process is there", action="presence", error=str(error))

    async def beat(self) -> None:
        """Say once that it is there, and look for the others. Raises ``ArchiveError``, ``EvictedError``."""
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
        """Wait until one of the leases ``names`` is its own: the first of them that is free."""
        waiting = False
        while True:
            try:
                for name in names:
                    if await self._store.take(name, self.executor):
                        _log.info("taken over", action="presence", lease=name)
                        return name
            except ArchiveError as error:
                _log.warning("leases cannot be asked for", action="presence", cause=error.cause)
            if not waiting:
                waiting = True
                _log.info(
                    "another process does this; waiting to take over", action="presence", lease=" or ".join(names)
                )
            await self._clock.sleep(BEAT_SECONDS)


def _name_this_start() -> str:
    return f"{socket.gethostname()}:{os.getpid()}:{secrets.token_hex(4)}"
