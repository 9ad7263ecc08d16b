"""A program that saves a reading and is killed before a given statement: ``saver URL NUMBER ENGINE``."""

import asyncio
import os
import signal
import sys
from itertools import count

from sqlalchemy import event

from bot.archive.store import Archive
from tests.unit.archive.invented import make_reading


async def save(url: str, fatal: int, engine: str) -> None:
    """Save the invented reading; die by SIGKILL before the ``fatal``-th statement after the transaction began."""
    archive = await Archive.open(url)
    numbers = count(1)

    def maybe_die(*_: object) -> None:
        if next(numbers) == fatal:
            os.kill(os.getpid(), signal.SIGKILL)

    for moment in ("before_cursor_execute", "commit"):
        event.listen(archive._engines.writer.sync_engine, moment, maybe_die)
    await archive.save_reading(make_reading(engine=engine))
    # no close: whoever is killed a moment later does not close either
    os._exit(0)


if __name__ == "__main__":
    asyncio.run(save(sys.argv[1], int(sys.argv[2]), sys.argv[3]))
