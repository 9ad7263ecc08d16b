"""Restores a backup into the archive, completely or not at all.

On SQLite the new archive is built beside the old file and replaces it at the end; on PostgreSQL everything is one
transaction. A backup of an older version is loaded into that version's tables, which are then migrated.

What happened after the backup is missing from it, and some of it has been posted. Readers mind a flood of old posts
more than a gap: so what feeds list now counts as known, and what then waited to be analysed, composed or sent as an
alert counts as done. Posts that waited to be sent are first looked up in their channel.
"""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, MetaData, Table, delete, inspect, update

from bot.archive.blocking_engine import is_in_use, number_on, open_engine
from bot.archive.database import hold_migrations
from bot.archive.database_errors import translate_database_errors
from bot.archive.migrating import HEAD, REVISION_TABLE, check_known, load_revision, migrate
from bot.archive.schema import metadata
from bot.archive.schema.feeds import fates, feeds, items
from bot.archive.schema.posts import posts
from bot.archive.schema.watches import alerts, watch_queue
from bot.archive.statement_index import mark_unindexed
from bot.archive.store import Archive
from bot.backup.backup import NEWER, Backup
from bot.backup.row_copy import AT_ONCE, Progress, count_rows, quiet, write_rows
from bot.backup.row_format import kept_tables
from bot.database_address import find_file
from bot.domain.feed import ItemState
from bot.domain.item_outcomes import RESTORED, Outcome
from bot.domain.post import PostState
from bot.errors import ArchiveError, UsageError
from bot.i18n.messages import translatable

NOT_TOLD: Final = "not told: the archive was restored from a backup"
"""Outcome of digests that were due."""
_EVERY: Final = 1_000_000  # more parts than exist


async def restore_backup(url: str, backup: Backup, now: datetime, *, force: bool, progress: Progress = quiet) -> int:
    """Replace the archive with ``backup``, a filled one with ``force``, never one in use; return the number of rows."""
    try:
        check_known(backup.header.revision)
    except ArchiveError as error:
        raise ArchiveError(NEWER) from error
    with translate_database_errors():
        if is_in_use(url):
            raise UsageError(translatable("keeping-running-restore"))
        if not force and _holds_anything(url):
            raise UsageError(translatable("keeping-not-empty"))
        with _place_of(url) as place:
            engine = open_engine(place)
            try:
                with engine.begin() as connection:
                    rows = _fill(connection, backup, progress)
            finally:
                engine.dispose()
            progress("the search", 0, 1)
            # builds the search index before anything replaces the old archive
            archive = await Archive.open(place)
            try:
                await _count_as_told(archive, now)
            finally:
                await archive.close()
    return rows


def _holds_anything(url: str) -> bool:
    file = find_file(url)
    if file is not None and (not file.exists() or not file.stat().st_size):
        return False
    engine = open_engine(url, writing=False)
    with engine.connect() as connection:
        there = set(inspect(connection).get_table_names())
        return any(count_rows(connection, form) for form in kept_tables() if form.name in there)


@contextmanager
def _place_of(url: str) -> Iterator[str]:
    """The address at which to build the archive for ``url``; it replaces the old one if the block succeeds."""
    file = find_file(url)
    if file is None:
        yield url
        return
    beside = file.absolute().with_name(f".{file.name}.{secrets.token_hex(4)}.partial")
    try:
        yield f"sqlite:///{beside}"
        _sync(beside)
        for rest in _journals(file):  # of the old file: SQLite would take them for the new one's
            rest.unlink(missing_ok=True)
        beside.replace(file)
        _sync(file.parent)
    finally:
        for left in (beside, *_journals(beside)):
            left.unlink(missing_ok=True)


def _journals(file: Path) -> tuple[Path, ...]:
    return tuple(file.with_name(f"{file.name}{ending}") for ending in ("-wal", "-shm"))


def _sync(path: Path) -> None:
    """Flush ``path`` to disk, so that it survives a power failure."""
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _fill(connection: Connection, backup: Backup, progress: Progress) -> int:
    hold_migrations(connection)
    _clear(connection)
    migrate(connection, backup.header.revision)
    there = {name for name in inspect(connection).get_table_names() if name != REVISION_TABLE}
    rows = 0
    for part in backup.parts(AT_ONCE):
        if part.form.name not in there:
            raise ArchiveError(translatable("keeping-table-unknown", table=part.form.name))
        if part.rows:
            write_rows(connection, part.form, part.rows)
        rows += len(part.rows)
        progress(part.form.name, rows, 0)
    number_on(connection)
    migrate(connection, HEAD)
    mark_unindexed(connection)
    _count_as_known(connection, backup.header.made_at)
    return rows


def _clear(connection: Connection) -> None:
    """Drop the old archive's tables on PostgreSQL, and no other tables in the database."""
    revision = load_revision(connection)
    if revision is None:
        return
    check_known(revision)  # a newer version may have tables that this program does not know
    names = {*metadata.tables, REVISION_TABLE} & set(inspect(connection).get_table_names())
    old = MetaData()
    for name in names:
        Table(name, old, autoload_with=connection)
    old.drop_all(connection)


def _count_as_known(connection: Connection, made_at: datetime) -> None:
    # a feed without a stored body is polled as if for the first time: nothing that it lists is new
    connection.execute(update(feeds).values(body_sha256=None, etag=None, last_modified=None, leased_until=None))
    # an item that was to be read may have been posted since, and so may a pending alert or follow-up
    waiting_items = update(items).where(items.c.state == ItemState.NEW.value, items.c.retry_at.is_not(None))
    connection.execute(waiting_items.values(state=ItemState.OLD.value, retry_at=None))
    undecided = update(fates).where(fates.c.fate.in_((Outcome.WAITING.value, Outcome.FOLLOW_UP.value)))
    connection.execute(undecided.values(fate=Outcome.OLD.value, detail=RESTORED))
    connection.execute(delete(watch_queue))
    connection.execute(update(alerts).values(due_at=None))
    connection.execute(update(posts).values(follow_up_at=None))
    untried = update(posts).where(posts.c.tried_at.is_(None))
    held, waiting = posts.c.state == PostState.HELD.value, posts.c.state == PostState.WAITING.value
    connection.execute(untried.where(held).values(tried_at=made_at))
    connection.execute(untried.where(waiting).values(tried_at=made_at, state=PostState.SENDING.value))


async def _count_as_told(archive: Archive, now: datetime) -> None:
    for one in await archive.schedules.due(now, limit=_EVERY):
        if one.next is not None:
            await archive.schedules.save_done(one, one.next.local_day, NOT_TOLD, now=now, until=now)
