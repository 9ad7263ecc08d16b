"""Copies rows out of one archive and into another, in batches."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

from sqlalchemy import Connection, MetaData, Row, Select, func, insert, select, tuple_
from sqlalchemy.exc import DBAPIError, IntegrityError

from bot.archive.database_errors import translate_database_errors
from bot.archive.migrating import REVISION_TABLE
from bot.archive.schema.search import is_declared
from bot.backup.row_format import RowChecksum, TableFormat, kept_tables
from bot.errors import ArchiveError
from bot.i18n.messages import translatable

AT_ONCE: Final = 1000
"""Rows held in memory at a time."""

Progress = Callable[[str, int, int], None]
"""Called with the current step, the rows done and the total."""


def quiet(_what: str, _done: int, _of: int) -> None:
    """Report nothing."""


def find_table_formats(connection: Connection) -> tuple[TableFormat, ...]:
    """The tables to keep, as in the archive at ``connection``, whatever its revision."""
    with translate_database_errors():
        found = MetaData()
        found.reflect(connection, only=lambda name, _: is_declared(name) and name != REVISION_TABLE)
    return kept_tables(found.sorted_tables)


def read_rows(
    connection: Connection, form: TableFormat, *, after: Sequence[Any] | None = None, at_once: int = AT_ONCE
) -> Iterator[Sequence[Row[Any]]]:
    """The rows of ``form`` in batches, in key order; only those ``after`` the row with these keys."""
    one = form.clause
    keys = [one.c[name] for name in form.keys]
    query: Select[Any] = select(one).order_by(*keys)
    if after is not None:
        # with several columns, compare a row value, which can use an index
        query = query.where(tuple_(*keys) > tuple_(*after) if len(keys) > 1 else keys[0] > after[0])
    with translate_database_errors():
        yield from connection.execute(query.execution_options(yield_per=at_once)).partitions()


def write_rows(connection: Connection, form: TableFormat, rows: Sequence[dict[str, Any]]) -> None:
    """Insert ``rows``. Raises ``ArchiveError`` that names the table if the database rejects them."""
    try:
        connection.execute(insert(form.clause), rows)
    except IntegrityError as error:
        raise ArchiveError(translatable("keeping-rows-unfit", table=form.name), resource=form.name) from error
    except (DBAPIError, OverflowError, UnicodeEncodeError) as error:
        raise ArchiveError(translatable("keeping-rows-refused", table=form.name), resource=form.name) from error


def count_rows(connection: Connection, form: TableFormat) -> int:
    """The number of rows of ``form``."""
    with translate_database_errors():
        return connection.execute(select(func.count()).select_from(form.clause)).scalar_one()


def checksum_rows(connection: Connection, form: TableFormat, progress: Progress = quiet) -> RowChecksum:
    """The number and checksum of all rows of ``form``."""
    tally, of = RowChecksum(), count_rows(connection, form)
    for part in read_rows(connection, form):
        for row in part:
            tally.add(form.write(row))
        progress(f"checking {form.name}", tally.rows, of)
    return tally
