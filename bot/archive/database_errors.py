"""Translates database errors into sentences for the operator, without addresses or passwords."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import structlog
from sqlalchemy.exc import DataError, DBAPIError, OperationalError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from bot.errors import ArchiveError
from bot.i18n.messages import Translatable, translatable

_log = structlog.get_logger(__name__)

_BUSY = translatable("archive-busy")
_SQLITE = {
    sqlite3.SQLITE_CORRUPT: translatable("archive-file-damaged"),
    sqlite3.SQLITE_NOTADB: translatable("archive-no-database"),
    sqlite3.SQLITE_FULL: translatable("archive-disk-full"),
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_READONLY: translatable("archive-read-only"),
    sqlite3.SQLITE_CANTOPEN: translatable("archive-file-unopened"),
    sqlite3.SQLITE_IOERR: translatable("archive-disk-failing"),
}
# by SQLSTATE (postgresql.org/docs/15/errcodes-appendix.html)
_POSTGRESQL = {
    "25006": translatable("archive-database-read-only"),
    "40001": _BUSY,
    "40P01": _BUSY,
    "42501": translatable("archive-database-denied"),
    "53100": _SQLITE[sqlite3.SQLITE_FULL],
    "53300": translatable("archive-database-crowded"),
}
# query_canceled (took too long), admin_shutdown, crash_shutdown, cannot_connect_now
_CLOSING = frozenset({"57014", "57P01", "57P02", "57P03"})
_DAMAGED = translatable("archive-record-damaged")
_UNFIT = translatable("archive-unfit")
_SILENT = translatable("archive-database-silent")
_OTHER = translatable("archive-database-refused")


class DamagedRecordError(ArchiveError):
    """A stored analysis does not fit its text. Analysing the text again replaces it."""


class ArchiveUnavailableError(ArchiveError):
    """The database is unavailable, or busy with others. The request itself is valid and may be repeated."""


@contextmanager
def translate_database_errors() -> Iterator[None]:
    """Raise ``ArchiveError`` for driver errors and stored values of a wrong type; log the details."""
    try:
        yield
    except DBAPIError as error:
        if _is_away(error):
            # every query fails meanwhile, so log one line each
            _log.warning("the database does not answer", action="archive", error=str(error.orig).partition("\n")[0])
            raise ArchiveUnavailableError(_SILENT) from error
        _log.warning("the database refused", action="archive", exc_info=error)
        words = _words(error)
        raise (ArchiveUnavailableError if words is _BUSY else ArchiveError)(words) from error
    except PoolTimeoutError as error:  # no connection of the pool was free
        _log.warning("the database is in use for long", action="archive", error=str(error))
        raise ArchiveUnavailableError(_SILENT) from error
    except UnicodeEncodeError as error:
        raise ArchiveError(_UNFIT) from error
    except (SQLAlchemyError, OSError, OverflowError) as error:
        _log.warning("the database failed", action="archive", exc_info=error)
        raise ArchiveError(_OTHER) from error
    except (ValueError, TypeError, LookupError) as error:
        _log.warning("a record is damaged", action="archive", exc_info=error)
        raise ArchiveError(_DAMAGED) from error


def _is_away(error: DBAPIError) -> bool:
    """Whether PostgreSQL is unreachable, shutting down, starting, or took too long."""
    if not isinstance(error, OperationalError) or hasattr(error.orig, "sqlite_errorcode"):
        return False
    state = getattr(error.orig, "sqlstate", None)
    return state is None or state.startswith("08") or state in _CLOSING


def _words(error: DBAPIError) -> Translatable:
    code = getattr(error.orig, "sqlite_errorcode", None)
    if code is not None:
        # the low byte is the kind of error, the rest says where it happened (sqlite.org/rescode.html)
        return _SQLITE.get(code & 0xFF, _OTHER)
    if (state := getattr(error.orig, "sqlstate", None)) in _POSTGRESQL:
        return _POSTGRESQL[state]
    if isinstance(error, DataError):
        return _UNFIT
    # PEP 249: errors "not necessarily under the control of the programmer"; here, an unreachable server
    return _SILENT if isinstance(error, OperationalError) else _OTHER
