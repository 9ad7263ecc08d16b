"""Restoring: a backup becomes the archive, wholly or not at all.

On SQLite it is built as another file beside the archive's, which takes its place at the end; on PostgreSQL all of it is
one transaction. A backup of an older program is read into that program's tables, and these are migrated.

What happened after the backup is not in it, and some of that has been posted. Readers fear a flood more than a pause:
so what feeds show now counts as known, and what waited to be read, composed or told then counts as done. What waited to
be sent is looked for in its channel first.
"""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, MetaData, Table, delete, inspect, update

from bot.archive.bulk_access import is_in_use, number_on, open_engine
from bot.archive.database import hold_migrations
from bot.archive.database_errors import translate_database_errors
from bot.archive.migrating import HEAD, REVISION_TABLE, check_known, load_revision, migrate
from bot.archive.schema import metadata
from bot.archive.schema.feeds import fates, feeds, items
from bot.archive.schema.posts import posts
from bot.archive.schema.watches import alerts, watch_queue
from bot.archive.search_index import mark_unindexed
from bot.archive.store import Archive
from bot.backup.backup import NEWER, Backup
from bot.backup.row_copy import AT_ONCE, Progress, count_rows, quiet, write_rows
from bot.backup.row_format import kept_tables
from bot.database_address import find_file
from bot.domain.feed import ItemState, Outcome
from bot.domain.post import PostState
from bot.errors import ArchiveError, UsageError
from bot.i18n.messages import translatable

NOT_TOLD: Final = "not told: the archive was restored from a backup"
"""The outcome of digests that were due."""
BEFORE: Final = "It waited when the backup was made, and may have been posted before that was restored."
"""Why items that were to be read are not."""
_EVERY: Final = 1_000_000  # more than there are


async def restore_backup(url: str, backup: Backup, now: datetime, *, force: bool, progress: Progress = quiet) -> int:
    """Make ``backup`` the archive at ``url``; how many rows. Raises ``UsageError``, ``ArchiveError``.

    An archive that holds anything is replaced only with ``force``, and never while a program has it open.
    """
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
            # fills the search, before anything takes the old archive's place
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
    """Where to build the archive that is to stand at ``url``, where it stands once the block ends well."""
    file = find_file(url)
    if file is None:
        yield url
        return
    beside = file.absolute().with_name(f".{file.name}.{secrets.token_hex(4)}.partial")
    try:
        yield f"sqlite:///{beside}"
        _sync(beside)
        for rest in _journals(file):  # of the old file: SQLite would take it for the new one's
            rest.unlink(missing_ok=True)
        beside.replace(file)
        _sync(file.parent)
    finally:
        for left in (beside, *_journals(beside)):
            left.unlink(missing_ok=True)


def _journals(file: Path) -> tuple[Path, ...]:
    return tuple(file.with_name(f"{file.name}{ending}") for ending in ("-wal", "-shm"))


def _sync(path: Path) -> None:
    """See to it that a loss of power leaves ``path`` as it is."""
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
    """Take the old archive's tables away, on PostgreSQL; nobody else's that stand in the same database."""
    revision = load_revision(connection)
    if revision is None:
        return
    check_known(revision)  # there may be tables of which this program knows nothing
    names = {*metadata.tables, REVISION_TABLE} & set(inspect(connection).get_table_names())
    old = MetaData()
    for name in names:
        Table(name, old, autoload_with=connection)
    old.drop_all(connection)


def _count_as_known(connection: Connection, made_at: datetime) -> None:
    # a feed without a newest body is polled as if for the first time: nothing that it shows is news
    connection.execute(update(feeds).values(body_sha256=None, etag=None, last_modified=None, leased_until=None))
    # an item that was to be read then may have been posted since, and so may an alert that was to be told
    waiting_items = update(items).where(items.c.state == ItemState.NEW.value, items.c.retry_at.is_not(None))
    connection.execute(waiting_items.values(state=ItemState.OLD.value, retry_at=None))
    undecided = update(fates).where(fates.c.fate == Outcome.WAITING.value)
    connection.execute(undecided.values(fate=Outcome.OLD.value, detail=BEFORE))
    connection.execute(delete(watch_queue))
    connection.execute(update(alerts).values(due_at=None))
    untried = update(posts).where(posts.c.tried_at.is_(None))
    held, waiting = posts.c.state == PostState.HELD.value, posts.c.state == PostState.WAITING.value
    connection.execute(untried.where(held).values(tried_at=made_at))
    connection.execute(untried.where(waiting).values(tried_at=made_at, state=PostState.SENDING.value))


async def _count_as_told(archive: Archive, now: datetime) -> None:
    for one in await archive.schedules.due(now, limit=_EVERY):
        if one.next is not None:
            await archive.schedules.save_done(one, one.next.local_day, NOT_TOLD, now=now, until=now)
