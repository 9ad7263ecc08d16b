"""Claims: which process works on a subject, so that no other process does.

A claim references its process, and the database deletes both together. When the others find that a process is lost, its
subjects are free at once, without any cleanup.
"""

from collections.abc import Collection, Sequence

from sqlalchemy import delete, select

from bot.archive.database import Engines, insert
from bot.archive.schema.processes import claims


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
        async with self._engines.writing() as connection:
            await connection.execute(delete(claims).where(own, claims.c.subject.not_in(subjects)))

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
