"""Registers the processes that share this archive, their leases, and the rate of new gateway sessions.

A lease is valid as long as its holder is registered. So the only decision ever made about another process is that it is
gone: one statement that takes effect once, whichever process runs it.
"""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from sqlalchemy import RowMapping, delete, exists, select, update

from bot.archive.database import Engines, Store, insert, read_clock
from bot.archive.schema.processes import claims, identifies, leases, processes
from bot.domain.processes import Process, ProcessRole, write_roles


class ProcessStore(Store):
    """Processes and their leases. All methods raise ``ArchiveError``."""

    async def join(self, executor: str, roles: frozenset[ProcessRole], now: datetime) -> None:
        """Register the process ``executor``."""
        values = {"executor": executor, "roles": write_roles(roles), "beats": 0, "started_at": now, "beat_at": now}
        async with self._engines.writing() as connection:
            await connection.execute(insert(connection, processes).values(values))

    async def beat(self, executor: str, now: datetime) -> bool:
        """Record a heartbeat of ``executor``; False if it was evicted."""
        change = update(processes).where(processes.c.executor == executor)
        return bool(await self._engines.change(change.values(beats=processes.c.beats + 1, beat_at=now)))

    async def leave(self, executor: str) -> None:
        """Remove ``executor``: its leases become free, and other processes take over its work."""
        await self._engines.change(delete(processes).where(processes.c.executor == executor))

    async def remove_lost(self, lost: Process) -> bool:
        """Evict a process without a heartbeat since it was loaded; return whether this call removed it."""
        still = (processes.c.executor == lost.executor) & (processes.c.beats == lost.beats)
        return bool(await self._engines.change(delete(processes).where(still)))

    async def list(self) -> tuple[Process, ...]:
        """All processes, in order of their start."""
        query = select(processes).order_by(processes.c.started_at, processes.c.executor)
        return tuple(map(_decode, await self._engines.rows(query)))

    async def take(self, name: str, executor: str) -> bool:
        """Take the lease ``name`` for the registered process ``executor``; return whether it holds it now."""
        there = exists().where(processes.c.executor == executor)
        held = exists().where(processes.c.executor == leases.c.holder)
        change = update(leases).where(leases.c.name == name, (leases.c.holder == executor) | ~held, there)
        async with self._engines.writing() as connection:
            await connection.execute(insert(connection, leases).values(name=name, holder="").on_conflict_do_nothing())
            taken = await connection.execute(change.values(holder=executor))
        return bool(taken.rowcount)

    async def held(self, prefix: str) -> dict[str, str]:
        """The leases with this prefix and the processes that hold them."""
        query = (
            select(leases)
            .join(processes, processes.c.executor == leases.c.holder)
            .where(leases.c.name.startswith(prefix, autoescape=True))
        )
        return {row["name"]: row["holder"] for row in await self._engines.rows(query)}

    async def reserve_identify(self, bucket: int, spacing: timedelta) -> timedelta:
        """Reserve the next session slot in ``bucket``, ``spacing`` after the last; return how long to wait."""
        mine = identifies.c.bucket == bucket
        async with self._engines.writing() as connection:
            now = await read_clock(connection)
            new = insert(connection, identifies).values(bucket=bucket, free_at=now)
            await connection.execute(new.on_conflict_do_nothing())
            held = select(identifies.c.free_at).where(mine).with_for_update()
            turn: datetime = max(now, (await connection.execute(held)).scalar_one())
            await connection.execute(update(identifies).where(mine).values(free_at=turn + spacing))
        return turn - now


def _decode(row: RowMapping) -> Process:
    # a newer program may have roles that this one does not know
    roles = frozenset(role for role in ProcessRole if role in row["roles"].split(","))
    return Process(row["executor"], roles, row["beats"])


class ClaimStore:
    """The claims of the process ``executor`` on subjects of one ``kind``. All methods raise ``ArchiveError``."""

    def __init__(self, engines: Engines, executor: str, kind: str) -> None:
        self._engines = engines
        self._executor = executor
        self._kind = kind

    async def take(self, subjects: Sequence[str], limit: int) -> list[str]:
        """Claim the first ``limit`` unclaimed ``subjects`` and return them. The process must be registered."""
        left, taken = list(subjects), list[str]()
        while left and len(taken) < limit:
            left, some = await self._try(left, limit - len(taken))
            taken += some
        return taken

    async def keep(self, subjects: Collection[str]) -> None:
        """Release all claims except these."""
        own = (claims.c.kind == self._kind) & (claims.c.executor == self._executor)
        await self._engines.change(delete(claims).where(own, claims.c.subject.not_in(subjects)))

    async def _try(self, subjects: Sequence[str], limit: int) -> tuple[list[str], list[str]]:
        """Claim the first that seem free. Returns the subjects left to try and those claimed."""
        async with self._engines.writing() as connection:
            known = select(claims.c.subject).where(claims.c.kind == self._kind, claims.c.subject.in_(subjects))
            held = set((await connection.execute(known)).scalars())
            free = [subject for subject in subjects if subject not in held]
            wanted, left = free[:limit], free[limit:]
            if not wanted:
                return [], []
            # sorted, because two processes that lock rows in different orders would deadlock
            rows = [{"kind": self._kind, "subject": one, "executor": self._executor} for one in sorted(wanted)]
            new = insert(connection, claims).values(rows).on_conflict_do_nothing().returning(claims.c.subject)
            taken = set((await connection.execute(new)).scalars())
        return left, [subject for subject in wanted if subject in taken]
