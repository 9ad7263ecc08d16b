"""A program that moves an archive and is killed before a given statement: ``mover SOURCE TARGET NUMBER``."""

import asyncio
import os
import signal
import sys
from itertools import count

from sqlalchemy import Connection, Engine, event

from bot.keeping.move import move


async def run(source: str, target: str, fatal: int) -> None:
    """Move in parts of three rows; die by SIGKILL before the ``fatal``-th statement or commit on the target."""
    numbers = count(1)

    def maybe_die(connection: Connection, *_: object) -> None:
        if connection.dialect.name == "postgresql" and next(numbers) == fatal:
            os.kill(os.getpid(), signal.SIGKILL)

    for moment in ("before_cursor_execute", "commit"):
        event.listen(Engine, moment, maybe_die)
    await move(source, target, at_once=3)
    os._exit(0)


if __name__ == "__main__":
    asyncio.run(run(sys.argv[1], sys.argv[2], int(sys.argv[3])))
