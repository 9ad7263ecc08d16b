"""What a database's refusals mean to the person who runs the bot, in sentences without addresses or passwords."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import structlog
from sqlalchemy.exc import DataError, DBAPIError, OperationalError, SQLAlchemyError

from bot.errors import ArchiveError

_log = structlog.get_logger(__name__)

_SQLITE = {
    sqlite3.SQLITE_CORRUPT: (
        "The archive's file is damaged.",
        "Restore a backup, or move the file away to start anew.",
    ),
    sqlite3.SQLITE_NOTADB: (
        "The archive's file is not a database.",
        "Point DATABASE_URL or ATTACHE_DATA_DIR elsewhere, or move the file away.",
    ),
    sqlite3.SQLITE_FULL: ("The archive's disk is full.", "Free some space; nothing that was stored is lost."),
    sqlite3.SQLITE_BUSY: ("The archive is busy with another program.", "Try again in a moment."),
    sqlite3.SQLITE_READONLY: ("The archive's file cannot be written.", "Check its owner and permissions."),
    sqlite3.SQLITE_CANTOPEN: ("The archive's file cannot be opened.", "Check that its folder exists and is writable."),
    sqlite3.SQLITE_IOERR: ("The archive's disk does not answer as it should.", "Check the disk and its messages."),
}
# by SQLSTATE (postgresql.org/docs/15/errcodes-appendix.html)
_POSTGRESQL = {
    "25006": ("The archive's database cannot be written.", "Point DATABASE_URL at the server that takes changes."),
    "40001": _SQLITE[sqlite3.SQLITE_BUSY],
    "40P01": _SQLITE[sqlite3.SQLITE_BUSY],
    "42501": ("The archive's database does not let this user do that.", "Grant it the rights on its tables."),
    "53100": _SQLITE[sqlite3.SQLITE_FULL],
    "53300": (
        "The archive's database serves as many programs as it takes.",
        "Raise its max_connections, or stop another program.",
    ),
}
# admin_shutdown, crash_shutdown, cannot_connect_now
_CLOSING = frozenset({"57P01", "57P02", "57P03"})
_UNFIT = ("The article holds something no database can store.", "Paste its plain text.")
_SILENT = ("The archive's database does not answer.", "Check that it runs, and that DATABASE_URL names it.")
_OTHER = (
    "The archive's database refused the work.",
    "The log has its reason; `python -m bot doctor` checks the archive.",
)


class DamagedRecordError(ArchiveError):
    """A stored analysis does not fit its text. Reading the text again replaces it."""


class ArchiveSilentError(ArchiveError):
    """The database is away: nothing is wrong with what was asked of it, which may be asked again as it is."""


@contextmanager
def failures_in_words() -> Iterator[None]:
    """Raise ``ArchiveError`` for what drivers raise inside, which is logged: people get no driver's words."""
    try:
        yield
    except DBAPIError as error:
        if _is_away(error):
            # said by all that asks meanwhile, so in a line each
            _log.warning("the database does not answer", action="archive", error=str(error.orig).partition("\n")[0])
            raise ArchiveSilentError(*_SILENT) from error
        _log.warning("the database refused", action="archive", exc_info=error)
        raise ArchiveError(*_sentences(error)) from error
    except (UnicodeEncodeError, OverflowError) as error:
        raise ArchiveError(*_UNFIT) from error
    except (SQLAlchemyError, OSError) as error:
        _log.warning("the database failed", action="archive", exc_info=error)
        raise ArchiveError(*_OTHER) from error


def _is_away(error: DBAPIError) -> bool:
    """Whether there is no connection to PostgreSQL, or it is shutting down or starting."""
    if not isinstance(error, OperationalError) or hasattr(error.orig, "sqlite_errorcode"):
        return False
    state = getattr(error.orig, "sqlstate", None)
    return state is None or state.startswith("08") or state in _CLOSING


def _sentences(error: DBAPIError) -> tuple[str, str]:
    code = getattr(error.orig, "sqlite_errorcode", None)
    if code is not None:
        # the low byte is the kind of error, the rest says where it happened (sqlite.org/rescode.html)
        return _SQLITE.get(code & 0xFF, _OTHER)
    if (state := getattr(error.orig, "sqlstate", None)) in _POSTGRESQL:
        return _POSTGRESQL[state]
    if isinstance(error, DataError):
        return _UNFIT
    # what is "not necessarily under the control of the programmer" (PEP 249): here, a server that is not there
    return _SILENT if isinstance(error, OperationalError) else _OTHER
