"""The bot's progress, from its database while it works; an unavailable database is asked again."""

import asyncio
import time
from dataclasses import dataclass
from typing import Any, LiteralString

import psycopg

_AWAY = 60.0  # seconds for which the database may be away


@dataclass(frozen=True, slots=True)
class Progress:
    """Counts over all feeds: items known and settled, posts by state.

    ``polled`` feeds were read at least once; the first items of each feed count too.
    """

    polled: int
    items: int
    settled: int
    sent: int
    unsent: int
    dropped: int


class Watch:
    """Queries the database at ``url``."""

    def __init__(self, url: str) -> None:
        self._url = url

    async def look(self) -> Progress:
        """The current progress."""
        (row,) = await self.ask(
            """
            SELECT (SELECT count(*) FROM feeds WHERE body_sha256 IS NOT NULL),
                   (SELECT count(*) FROM items),
                   (SELECT count(*) FROM items WHERE retry_at IS NULL),
                   (SELECT count(*) FROM posts WHERE state = 'sent'),
                   (SELECT count(*) FROM posts WHERE state IN ('waiting', 'sending', 'held')),
                   (SELECT count(*) FROM posts WHERE state = 'dropped')
            """
        )
        return Progress(*map(int, row))

    async def make_due(self, feeds: list[str] | None = None) -> None:
        """Make these feeds due, by address (all, if None), whatever their interval."""
        await self.ask(
            "UPDATE feeds SET next_poll_at = now() WHERE %s::text[] IS NULL OR url = ANY(%s) RETURNING 1", feeds, feeds
        )

    async def reading_seconds(self, first: int) -> tuple[int, float]:
        """How many items after the id ``first`` were read, and the seconds from the first to the last."""
        (row,) = await self.ask(
            "SELECT count(read_at), extract(epoch FROM max(read_at) - min(read_at)) FROM items WHERE id > %s", first
        )
        return int(row[0]), float(row[1] or 0.0)

    async def last_item(self) -> int:
        """The highest id of an item."""
        (row,) = await self.ask("SELECT coalesce(max(id), 0) FROM items")
        return int(row[0])

    async def find_worker(self) -> tuple[str, int]:
        """The process that polls the feeds: its executor and its id. Raises ``LookupError``."""
        rows = await self.ask("SELECT holder FROM leases WHERE name = 'desk'")
        if not rows:
            raise LookupError("nobody keeps the desk")
        name = str(rows[0][0])
        return name, int(name.split(":")[1])

    async def count_begun(self, executor: str) -> int:
        """How many jobs that executor has begun and not ended."""
        rows = await self.ask("SELECT count(*) FROM claims WHERE executor = %s", executor)
        return int(rows[0][0])

    async def megabytes(self) -> float:
        """The size of the database."""
        (row,) = await self.ask("SELECT pg_database_size(current_database())")
        return int(row[0]) / 1e6

    async def ask(self, query: LiteralString, *arguments: Any) -> list[tuple[Any, ...]]:
        """The rows of ``query``. Raises ``psycopg.OperationalError`` if the database stays unavailable."""
        until = time.monotonic() + _AWAY
        while True:
            try:
                return await asyncio.to_thread(self._ask, query, arguments)
            except psycopg.OperationalError:
                if time.monotonic() > until:
                    raise
            await asyncio.sleep(0.5)

    def _ask(self, query: LiteralString, arguments: tuple[Any, ...]) -> list[tuple[Any, ...]]:
        with psycopg.connect(self._url, autocommit=True) as connection:
            return connection.execute(query, arguments).fetchall()
