"""A backup: the whole archive as one compressed file, in the same format from SQLite and from PostgreSQL.

It is gzip of JSON Lines. The first line has the format, the schema revision and the creation time. Then each table has
a line with its name, keys and columns, one line per row, and a line with the number of rows and their checksum. The
last line has the SHA-256 of everything before it. Everything is read in one transaction and so is one snapshot of the
archive, whoever writes to it meanwhile.
"""

import gzip
import hashlib
import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, BinaryIO, Final

from sqlalchemy import Connection

from bot import __version__
from bot.archive.blocking_engine import open_engine
from bot.archive.database_errors import translate_database_errors
from bot.archive.migrating import check_known, load_revision
from bot.backup.row_copy import Progress, count_rows, find_table_formats, quiet, read_rows
from bot.backup.row_format import ColumnKind, RowChecksum, TableFormat
from bot.database_address import find_file
from bot.errors import ArchiveError, UsageError
from bot.i18n.messages import Translatable, translatable

FORMAT: Final = 1
"""Version of the line format."""
NEWER: Final = translatable("keeping-newer-backup")
_NAME: Final = "attache backup"
_LONGEST: Final = 256 * 1024 * 1024  # bytes of a line: no row is longer


@dataclass(frozen=True, slots=True)
class Header:
    """Header of a backup: the schema ``revision``, the program's ``version``, and the creation time."""

    revision: str
    version: str
    made_at: datetime


@dataclass(frozen=True, slots=True)
class Part:
    """Some rows of a table; ``ends`` marks the last of them."""

    form: TableFormat
    rows: list[dict[str, Any]]
    ends: bool


def write_backup(url: str, sink: BinaryIO, now: datetime, progress: Progress = quiet) -> int:
    """Back up the archive, of any version, and return the number of rows. Raises ``ArchiveError``, ``UsageError``."""
    file = find_file(url)
    if file is not None and not file.exists():
        raise UsageError(translatable("keeping-no-file", path=str(file)))
    engine = open_engine(url, writing=False)
    try:
        with translate_database_errors():
            connection = engine.connect()
        with connection:
            return _write(connection, sink, now, progress)
    finally:
        engine.dispose()


def _write(connection: Connection, sink: BinaryIO, now: datetime, progress: Progress) -> int:
    with translate_database_errors():
        revision = load_revision(connection)
    if revision is None:
        raise UsageError(translatable("keeping-no-archive"))
    check_known(revision)
    whole, rows = hashlib.sha256(), 0
    # no name and time in the gzip header: the same archive gives the same bytes
    with gzip.GzipFile(filename="", mode="wb", fileobj=sink, mtime=0) as packed:

        def write(line: bytes) -> None:
            whole.update(line)
            whole.update(b"\n")
            packed.write(line)
            packed.write(b"\n")

        header = {"format": FORMAT, "revision": revision, "version": __version__, "made_at": now.isoformat()}
        write(_dump({"file": _NAME, **header}))
        for form in find_table_formats(connection):
            write(_dump({"table": form.name, "keys": form.keys, "columns": dict(form.columns)}))
            tally, of = RowChecksum(), count_rows(connection, form)
            for part in read_rows(connection, form):
                for row in part:
                    line = form.write(row)
                    tally.add(line)
                    write(line)
                progress(form.name, tally.rows, of)
            write(_dump({"end": form.name, "rows": tally.rows, "checksum": tally.checksum}))
            rows += tally.rows
        packed.write(_dump({"whole": whole.hexdigest()}) + b"\n")
    return rows


class Backup:
    """A backup read from ``source``. All methods raise ``ArchiveError`` if it is damaged or no backup."""

    def __init__(self, source: BinaryIO) -> None:
        self._packed = gzip.GzipFile(fileobj=source, mode="rb")
        self._whole = hashlib.sha256()
        first = self._next()
        if not isinstance(first, dict) or first.get("file") != _NAME:
            raise _damaged(translatable("keeping-damage", kind="foreign"))
        if first.get("format") != FORMAT:
            raise ArchiveError(NEWER)
        try:
            self.header = Header(
                str(first["revision"]), str(first["version"]), datetime.fromisoformat(first["made_at"])
            )
        except (KeyError, TypeError, ValueError):
            raise _damaged(translatable("keeping-damage", kind="head")) from None

    def parts(self, at_once: int) -> Iterator[Part]:
        """All rows, ``at_once`` at a time, in the file's order of tables; verifies every checksum."""
        while True:
            before = self._whole.copy()
            line = self._next()
            if isinstance(line, dict) and "whole" in line:
                if line["whole"] != before.hexdigest():
                    raise _damaged(translatable("keeping-damage", kind="checksum"))
                if self._read_line():
                    raise _damaged(translatable("keeping-damage", kind="tail"))
                return
            yield from self._parts_of(_find_form(line), at_once)

    def _parts_of(self, form: TableFormat, at_once: int) -> Iterator[Part]:
        rows: list[dict[str, Any]] = []
        tally = RowChecksum()
        while True:
            raw = self._read_line()
            line = _load(raw)
            if isinstance(line, dict):
                break
            tally.add(raw)
            try:
                rows.append(form.read(line))
            except (TypeError, ValueError):
                raise _damaged(translatable("keeping-damaged-row", table=form.name)) from None
            if len(rows) == at_once:
                yield Part(form, rows, ends=False)
                rows = []
        if line != {"end": form.name, "rows": tally.rows, "checksum": tally.checksum}:
            raise _damaged(translatable("keeping-damaged-rows", table=form.name))
        yield Part(form, rows, ends=True)

    def _next(self) -> Any:
        return _load(self._read_line())

    def _read_line(self) -> bytes:
        try:
            line = self._packed.readline(_LONGEST)
        except EOFError:
            raise _damaged(translatable("keeping-damage", kind="cut")) from None
        except (OSError, zlib.error):  # gzip raises OSError
            raise _damaged(translatable("keeping-damage", kind="packed")) from None
        self._whole.update(line)
        return line.removesuffix(b"\n")


def _find_form(line: Any) -> TableFormat:
    try:
        columns = tuple((str(name), ColumnKind(kind)) for name, kind in line["columns"].items())
        return TableFormat(str(line["table"]), columns, tuple(line["keys"]))
    except (KeyError, TypeError, ValueError, AttributeError):
        raise _damaged(translatable("keeping-damage", kind="table")) from None


def _load(line: bytes) -> Any:
    if not line:
        raise _damaged(translatable("keeping-damage", kind="cut"))
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        raise _damaged(translatable("keeping-damage", kind="line")) from None


def _dump(value: dict[str, Any]) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _damaged(why: Translatable) -> ArchiveError:
    return ArchiveError(translatable("keeping-damaged-backup", why=why))
