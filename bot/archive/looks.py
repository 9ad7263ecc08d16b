"""When people last looked at a server's news."""

from datetime import datetime

from sqlalchemy import select

from bot.archive.database import Store, insert
from bot.archive.schema.watches import looks


class LookStore(Store):
    """The last look of each person at each server's news. All methods raise ``ArchiveError``."""

    async def load(self, person: str, server: str) -> datetime | None:
        """When ``person`` last looked; None before the first look."""
        query = select(looks.c.looked_at).where(looks.c.owner == person, looks.c.server == server)
        at: datetime | None = await self._engines.scalar(query)
        return at

    async def save(self, person: str, server: str, at: datetime) -> None:
        """Record that ``person`` has seen everything up to ``at``."""
        async with self._engines.writing() as connection:
            added = insert(connection, looks).values(owner=person, server=server, looked_at=at)
            await connection.execute(
                added.on_conflict_do_update(index_elements=[looks.c.owner, looks.c.server], set_={"looked_at": at})
            )
