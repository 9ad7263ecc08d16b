"""A program that moves an archive and dies before a given statement on the target.

Each line it reads is JSON: {"source", "target", "fatal"}. It does that in a child, a fork, so that many kills cost one
start, and answers how the child ended, as ``os.waitstatus_to_exitcode`` has it.
"""

import asyncio
import json
import os
import signal
import sys
import traceback
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


def main() -> None:
    """Answer every line."""
    for line in sys.stdin:
        order = json.loads(line)
        if not (child := os.fork()):
            try:
                asyncio.run(run(order["source"], order["target"], order["fatal"]))
            except BaseException:  # noqa: BLE001 - a child ends here, whatever happens
                traceback.print_exc()
            os._exit(1)
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)


if __name__ == "__main__":
    main()
