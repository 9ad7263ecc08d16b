"""Limits on waiting for PostgreSQL, whose server may accept connections and statements and answer none.

The server ends a statement that takes too long (``statement_timeout``), also if nobody waits for it any more. A server
that is stopped ends nothing, and its machine may still acknowledge what it gets: so the client waits only a little
longer, then drops the connection (:mod:`bot.archive.psycopg_timeouts`). Long work runs within :func:`long_statements`.
"""

import math
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, Final

from sqlalchemy import URL, Connection, Engine, event

STATEMENT_SECONDS = 60.0
"""Maximum time of a statement, with its wait for locks: as long as a writer waits for others on SQLite."""
LONG_SECONDS = 1800.0
"""The same for statements over many rows, and for a lock of work that fetches and reads."""
GRACE_SECONDS = 10.0
"""How much longer the client waits, so that a server that works can say that it was too long."""
CONNECT_OPTIONS: Final = {
    "connect_timeout": 10,
    "keepalives_idle": 30,
    "keepalives_interval": 10,
    "keepalives_count": 3,
    "tcp_user_timeout": 30_000,
}
"""Parameters of libpq for every connection: seconds, a count, and milliseconds."""

_allowed: ContextVar[float | None] = ContextVar("allowed", default=None)


@contextmanager
def long_statements(seconds: float | None = None) -> Iterator[None]:
    """Let statements of transactions that begin within the context take ``seconds``, else ``LONG_SECONDS``."""
    before = _allowed.set(LONG_SECONDS if seconds is None else seconds)
    try:
        yield
    finally:
        _allowed.reset(before)


def client_timeout() -> float:
    """Seconds that the client waits for an answer."""
    return (_allowed.get() or STATEMENT_SECONDS) + GRACE_SECONDS


def connect_options(url: URL) -> dict[str, Any]:
    """``CONNECT_OPTIONS``, without what ``url`` sets itself."""
    return {name: value for name, value in CONNECT_OPTIONS.items() if name not in url.query}


def set_statement_timeouts(engine: Engine) -> None:
    """Limit the statements of the engine's connections, by the context in which their transaction begins."""

    def limit(connection: Any, _record: object) -> None:
        cursor = connection.cursor()
        # not as an option of the connection, which poolers refuse
        cursor.execute(f"SET statement_timeout = {1000 * STATEMENT_SECONDS:.0f}")
        cursor.close()
        connection.commit()

    def begin(connection: Connection) -> None:
        if seconds := _allowed.get():
            milliseconds = 0 if math.isinf(seconds) else 1000 * seconds
            connection.exec_driver_sql(f"SET LOCAL statement_timeout = {milliseconds:.0f}")

    event.listen(engine, "connect", limit)
    event.listen(engine, "begin", begin)
