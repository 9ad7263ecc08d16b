"""Measures the archive's backlog for monitoring: how much is due, and since when."""

import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from sqlalchemy import ColumnElement, Connection, func, select

from bot.archive.database import Store
from bot.archive.schema.feeds import feeds, items
from bot.archive.schema.posts import posts
from bot.archive.schema.schedules import schedules
from bot.domain.feed import FeedHealth
from bot.domain.post import PostState
from bot.errors import ArchiveError
from bot.i18n.messages import translatable

ITEMS, POSTS, DIGESTS = "items", "posts", "digests"
"""Kinds of pending work: items to read, posts to send, scheduled digests to compose."""
LEAST_FREE: Final = 64_000_000
"""Bytes of free disk below which an SQLite archive counts as full: a busy hour writes a few megabytes."""
_UNSENT: Final = (PostState.WAITING.value, PostState.SENDING.value)


@dataclass(frozen=True, slots=True)
class WaitingCount:
    """Number of due entries, and when the oldest of them became due; None if there are none."""

    count: int
    oldest_due_at: datetime | None


@dataclass(frozen=True, slots=True)
class Backlog:
    """Number of polled ``feeds`` by health, when the most overdue feed became due, and what is ``waiting``."""

    feeds: Mapping[str, int]
    feed_due_at: datetime | None
    waiting: Mapping[str, WaitingCount]


class BacklogStore(Store):
    """Reads the backlog. All methods raise ``ArchiveError``."""

    async def load(self, now: datetime) -> Backlog:
        """The backlog at ``now``."""
        async with self._engines.reading() as connection:
            return await connection.run_sync(_load, now)

    async def answer(self) -> None:
        """Return if the database responds and seems writable, on SQLite with ``LEAST_FREE`` bytes left."""
        async with self._engines.one_query() as connection:
            await connection.execute(select(1))
            if connection.dialect.name == "postgresql":
                read_only = (await connection.exec_driver_sql("SHOW transaction_read_only")).scalar_one()
                if read_only == "on":
                    raise ArchiveError(translatable("archive-database-read-only"))
        if (file := self._engines.writer.url.database) and self._engines.writer.dialect.name == "sqlite":
            _check_disk(Path(file))


def _check_disk(file: Path) -> None:
    if not os.access(file, os.W_OK) or not os.access(file.parent, os.W_OK):
        raise ArchiveError(translatable("archive-read-only"))
    if shutil.disk_usage(file.parent).free < LEAST_FREE:
        raise ArchiveError(translatable("archive-disk-full"))


def _load(connection: Connection, now: datetime) -> Backlog:
    polled = feeds.c.kind == "poll"
    by_health = select(feeds.c.health, func.count()).where(polled).group_by(feeds.c.health)
    counted: dict[str, int] = {row[0]: row[1] for row in connection.execute(by_health)}
    # a feed that is being polled now is not overdue
    free = feeds.c.leased_until.is_(None) | (feeds.c.leased_until <= now)
    due = connection.execute(select(func.min(feeds.c.next_poll_at)).where(feeds.c.next_poll_at <= now, free)).scalar()
    since = func.coalesce(posts.c.retry_at, posts.c.created_at)
    return Backlog(
        {health.value: counted.get(health.value, 0) for health in FeedHealth},
        due,
        {
            ITEMS: _count(connection, items.c.retry_at, items.c.retry_at <= now),
            POSTS: _count(connection, since, posts.c.state.in_(_UNSENT), since <= now),
            DIGESTS: _count(connection, schedules.c.next_at, schedules.c.next_at <= now),
        },
    )


def _count(connection: Connection, since: ColumnElement[datetime], *which: ColumnElement[bool]) -> WaitingCount:
    row = connection.execute(select(func.count(), func.min(since)).where(*which)).one()
    return WaitingCount(row[0], row[1])
