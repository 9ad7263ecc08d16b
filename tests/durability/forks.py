"""Programs that die: each line they read is an order, which a child carries out, a fork, and may die at.

So a hundred kills cost no hundred starts. The answer to a line is how the child ended, as ``os.waitstatus_to_exitcode``
has it.
"""

import asyncio
import json
import os
import signal
import sys
import traceback
from collections.abc import Callable, Coroutine
from itertools import count
from typing import Any


def carry_out(do: Callable[[dict[str, Any]], Coroutine[Any, Any, None]]) -> None:
    """Answer every line of standard input."""
    for line in sys.stdin:
        order = json.loads(line)
        if not (child := os.fork()):
            try:
                asyncio.run(do(order))
                os._exit(0)
            except BaseException:  # noqa: BLE001 - a child ends here, whatever happens
                traceback.print_exc()
            os._exit(1)
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)


def die_at(fatal: int) -> Callable[..., None]:
    """Something that kills this process by SIGKILL when it is called for the ``fatal``-th time."""
    numbers = count(1)

    def pass_by(*_: object) -> None:
        if next(numbers) == fatal:
            os.kill(os.getpid(), signal.SIGKILL)

    return pass_by
