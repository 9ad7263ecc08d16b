"""Moving an archive from SQLite to PostgreSQL: copied in parts, compared, made searchable; resumed wherever it stopped.

The archive to be filled says in place of its revision that it is not whole, so that no program opens it; a table of the
move's own holds how far each table is. A part of a table and how far that brings it are one transaction, so that a kill
at any point loses nothing and copies nothing twice. Then rows and checksums of both sides are compared, table by table,
the search is made, and only at the end does the archive get its revision. The old archive is only read; as long as the
move runs, nobody else can write there.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Column, Connection, MetaData, Table, Text, delete, func, insert, inspect, select, text

from bot.archive.bulk_access import is_in_use, number_on, open_engine
from bot.archive.database import hold_migrations
from bot.archive.database_errors import translate_database_errors
from bot.archive.migrating import FILLING, HEAD, REVISION_TABLE, load_revision, migrate, save_revision
from bot.archive.schema import metadata
from bot.archive.schema.search import indexed_texts, said
from bot.archive.search_index import index_missing, mark_unindexed
from bot.archive.store import Archive
from bot.backup.row_copy import Progress, checksum_rows, count_rows, quiet, read_rows, write_rows
from bot.backup.row_format import TableFormat, kept_tables
from bot.database_address import find_file
from bot.errors import ArchiveError, UsageError
from bot.i18n.messages import translatable

AT_ONCE: Final = 2000
"""Rows that are copied in one transaction."""

_STATE: Final = Table("attache_move", MetaData(), Column("name", Text, primary_key=True), Column("value", Text))
_SOURCE: Final = "source"
_COMPARED: Final = "compared"


@dataclass(frozen=True, slots=True)
class Moved:
    """What a table holds on both sides: ``rows`` with one ``checksum``."""

    table: str
    rows: int
    checksum: str


async def move_archive(
    source: str, target: str, *, afresh: bool = False, progress: Progress = quiet, at_once: int = AT_ONCE
) -> list[Moved]:
    """Copy the archive at ``source`` (SQLite) to ``target`` (PostgreSQL), or go on with it; what both sides hold now.

    With ``afresh``, what an earlier move left there is emptied first. Raises ``UsageError`` for other addresses, a
    running bot, or a target that is not empty; ``ArchiveError`` for all that goes wrong, also where the sides differ.
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
    await (await Archive.open(source)).close()  # brings it to this program's form
    with translate_database_errors():
        return _move(source, target, afresh=afresh, progress=progress, at_once=at_once)


def _move(source: str, target: str, *, afresh: bool, progress: Progress, at_once: int) -> list[Moved]:
    ours, theirs = open_engine(source), open_engine(target)
    try:
        # one transaction for all of it, which may write and so keeps everybody else from writing
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
    """Make the archive to be filled, or find that it is there already, from the same source."""
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
    """Copy what is not there yet of one table."""
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
    """What both sides hold. Raises ``ArchiveError`` where they differ; otherwise the search may be made."""
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
    """Make the documents of all statements anew: each database has them in a form of its own."""
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
