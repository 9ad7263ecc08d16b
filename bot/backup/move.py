"""Moves an archive from SQLite to PostgreSQL: copies it in batches, compares both, rebuilds the search index.

A move can be resumed wherever it stopped. Until it is complete, the target has a marker in place of its revision, so
that no program opens it; a table of its own records the progress of each table. Each batch and its progress are one
transaction, so that a kill at any point loses nothing and copies nothing twice. Then the rows and checksums of both
sides are compared table by table, the search index is built, and only at the end the archive gets its revision. The
source is only read; while the move runs, nobody else can write to it.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Column, Connection, MetaData, Table, Text, delete, func, insert, inspect, select, text

from bot.archive.blocking_engine import is_in_use, number_on, open_engine
from bot.archive.database import hold_migrations
from bot.archive.database_errors import translate_database_errors
from bot.archive.migrating import FILLING, HEAD, REVISION_TABLE, load_revision, migrate, save_revision
from bot.archive.schema import metadata
from bot.archive.schema.search import indexed_texts, said
from bot.archive.statement_index import index_missing, mark_unindexed
from bot.archive.store import Archive
from bot.backup.row_copy import Progress, checksum_rows, count_rows, quiet, read_rows, write_rows
from bot.backup.row_format import TableFormat, kept_tables
from bot.database_address import find_file
from bot.errors import ArchiveError, UsageError
from bot.i18n.messages import translatable

AT_ONCE: Final = 2000
"""Rows copied in one transaction."""

_STATE: Final = Table("attache_move", MetaData(), Column("name", Text, primary_key=True), Column("value", Text))
_SOURCE: Final = "source"
_COMPARED: Final = "compared"


@dataclass(frozen=True, slots=True)
class Moved:
    """What a table has on both sides: ``rows`` with one ``checksum``."""

    table: str
    rows: int
    checksum: str


async def move_archive(
    source: str, target: str, *, afresh: bool = False, progress: Progress = quiet, at_once: int = AT_ONCE
) -> list[Moved]:
    """Copy the archive at ``source`` (SQLite) to ``target`` (PostgreSQL), or resume; return what both sides have now.

    With ``afresh``, the remains of an earlier move are deleted first. Raises ``UsageError`` for other addresses, a
    running bot, or a non-empty target; ``ArchiveError`` for any other failure, including a difference between the
    sides.
    """
    file = find_file(source)
    if file is None:
        raise UsageError(translatable("keeping-only-from-sqlite"))
    if find_file(target) is not None:
        raise UsageError(translatable("keeping-only-to-postgresql"))
    if not file.exists():
        raise UsageError(translatable("keeping-nothing-to-move", path=str(file)))
    with translate_database_errors():
        if is_in_use(source):
            raise UsageError(translatable("keeping-running-move"))
    await (await Archive.open(source)).close()  # migrates it to this program's schema
    with translate_database_errors():
        return _move(source, target, afresh=afresh, progress=progress, at_once=at_once)


def _move(source: str, target: str, *, afresh: bool, progress: Progress, at_once: int) -> list[Moved]:
    ours, theirs = open_engine(source), open_engine(target)
    try:
        # one transaction for everything; it may write, and so blocks all other writers
        with ours.begin() as old, theirs.connect() as new:
            counts = {form.name: count_rows(old, form) for form in kept_tables()}
            with new.begin():
                _begin(new, counts, afresh=afresh)
            for form in kept_tables():
                _copy(old, new, form, counts[form.name], progress, at_once)
            moved = _compare(old, new, progress)
            _make_search(old, new, progress)
            with new.begin():
                _STATE.drop(new)
                save_revision(new, HEAD)
            return moved
    finally:
        ours.dispose()
        theirs.dispose()


def _begin(new: Connection, counts: Mapping[str, int], *, afresh: bool) -> None:
    """Create the target archive, or check that an earlier move from the same source created it."""
    hold_migrations(new)
    revision = load_revision(new)
    if revision == FILLING and afresh:
        _STATE.drop(new)
        metadata.drop_all(new)
        new.execute(text(f"DROP TABLE {REVISION_TABLE}"))
        revision = None
    if revision == FILLING:
        if _load(new, _SOURCE) != counts:
            raise ArchiveError(translatable("keeping-changed"))
        return
    if inspect(new).has_table(_STATE.name):
        raise ArchiveError(translatable("keeping-foreign-move"))
    migrate(new)
    if any(count_rows(new, form) for form in kept_tables()):
        raise UsageError(translatable("keeping-archive-there"))
    _STATE.create(new)
    new.execute(insert(_STATE).values(name=_SOURCE, value=json.dumps(counts)))
    save_revision(new, FILLING)


def _copy(old: Connection, new: Connection, form: TableFormat, of: int, progress: Progress, at_once: int) -> None:
    """Copy the remaining rows of one table."""
    place = f"table:{form.name}"
    with new.begin():
        last = _load(new, place)
    done = last["rows"] if last else 0
    progress(form.name, done, of)
    for part in read_rows(old, form, after=last and last["after"], at_once=at_once):
        rows = [dict(row._mapping) for row in part]  # noqa: SLF001 - the public name of a row as a mapping
        done += len(rows)
        with new.begin():
            write_rows(new, form, rows)
            _save(new, place, {"after": [rows[-1][key] for key in form.keys], "rows": done})
        progress(form.name, done, of)


def _compare(old: Connection, new: Connection, progress: Progress) -> list[Moved]:
    """Compare both sides. Raises ``ArchiveError`` if they differ; then the search index may be built."""
    with new.begin():
        if (known := _load(new, _COMPARED)) is not None:
            return [Moved(*one) for one in known]
    moved = []
    for form in kept_tables():
        here = checksum_rows(old, form, progress)
        with new.begin():
            there = checksum_rows(new, form, progress)
        if here != there:
            raise ArchiveError(translatable("keeping-tables-differ", table=form.name), resource=form.name)
        moved.append(Moved(form.name, here.rows, here.checksum))
    with new.begin():
        number_on(new)
        mark_unindexed(new)
        _save(new, _COMPARED, [[one.table, one.rows, one.checksum] for one in moved])
    return moved


def _make_search(old: Connection, new: Connection, progress: Progress) -> None:
    """Build the search documents of all statements: their format differs between databases."""
    wanted, more = _count(old, said), True
    while more:
        with new.begin():
            more = index_missing(new)
            progress("the search", _count(new, said), wanted)
    with new.begin():
        if (made := _count(new, said)) != wanted:
            raise ArchiveError(translatable("keeping-search-differs", made=made, wanted=wanted), resource=said.name)
        new.execute(text(f"ANALYZE {said.name}, {indexed_texts.name}"))


def _count(connection: Connection, one: Table) -> int:
    return connection.execute(select(func.count()).select_from(one)).scalar_one()


def _load(new: Connection, name: str) -> Any:
    value = new.execute(select(_STATE.c.value).where(_STATE.c.name == name)).scalar_one_or_none()
    return None if value is None else json.loads(value)


def _save(new: Connection, name: str, value: Any) -> None:
    new.execute(delete(_STATE).where(_STATE.c.name == name))
    new.execute(insert(_STATE).values(name=name, value=json.dumps(value)))
