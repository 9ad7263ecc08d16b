"""Connections of psycopg that do not wait for ever for the server (:mod:`bot.archive.timeouts`)."""

import time
from collections.abc import Coroutine, Generator
from typing import Any, TypeVar

from psycopg import AsyncConnection, Connection, OperationalError
from sqlalchemy import Engine, event

from bot.archive.timeouts import client_timeout

R = TypeVar("R")


class TimeoutAsyncConnection(AsyncConnection[Any]):
    """An asynchronous connection that breaks off if there is no answer."""

    def wait(self, gen: Generator[Any, Any, R], *args: Any, **options: Any) -> Coroutine[Any, Any, R]:
        """Wait for what ``gen`` does. Raises ``OperationalError``."""
        return super().wait(_with_timeout(self, gen), *args, **options)


class TimeoutConnection(Connection[Any]):
    """A blocking connection that breaks off if there is no answer."""

    def wait(self, gen: Generator[Any, Any, R], *args: Any, **options: Any) -> R:
        """Wait for what ``gen`` does. Raises ``OperationalError``."""
        return super().wait(_with_timeout(self, gen), *args, **options)


def use_timeout_connections(engine: Engine) -> None:
    """Let the blocking ``engine`` open connections that break off if there is no answer."""

    def connect(_dialect: object, _record: object, arguments: Any, options: dict[str, Any]) -> object:
        return TimeoutConnection.connect(*arguments, **options)

    event.listen(engine, "do_connect", connect)


def _with_timeout(
    connection: AsyncConnection[Any] | Connection[Any], work: Generator[Any, Any, R]
) -> Generator[Any, Any, R]:
    """The same as ``work``, until there was no answer for too long: then the connection is closed."""
    until = time.monotonic() + client_timeout()
    try:
        waited_for = next(work)
        while True:
            # several times a second the driver resumes without an event
            ready = yield waited_for
            if not ready and time.monotonic() >= until:
                connection.pgconn.finish()
                raise OperationalError("the server does not answer")
            waited_for = work.send(ready)
    except StopIteration as done:
        result: R = done.value
        return result
