"""People who wait for an answer while the bot stops: they are asked to try again."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final

import structlog

Tell = Callable[[], Awaitable[None]]
"""Tells one person that the bot is stopping."""

GRACE: Final = 2.0
"""Seconds to finish pending answers, and again to notify people."""

_log = structlog.get_logger(__name__)


class Waiting:
    """Tasks of this process that answer somebody."""

    def __init__(self, *, grace: float = GRACE) -> None:
        self._grace = grace
        self._tasks: dict[asyncio.Task[object], Tell] = {}

    def add(self, tell: Tell) -> None:
        """Track the current task, which answers somebody; ``tell`` is called if the bot stops before it is done."""
        if (task := asyncio.current_task()) is not None:
            self._tasks[task] = tell
            task.add_done_callback(lambda done: self._tasks.pop(done, None))

    async def dismiss(self) -> None:
        """Wait briefly for pending answers, cancel the others, and notify the people who wait for them."""
        current = asyncio.current_task()
        tasks = {task: tell for task, tell in self._tasks.items() if task is not current}
        if not tasks:
            return
        _, late = await asyncio.wait(tasks, timeout=self._grace)
        for task in late:
            task.cancel()
        if late:
            await asyncio.wait(late, timeout=self._grace)
            _log.info("answers were cancelled", action="stop", count=len(late))
            await asyncio.wait([asyncio.create_task(_tell(tasks[task])) for task in late], timeout=self._grace)


async def _tell(tell: Tell) -> None:
    try:
        await tell()
    except Exception:  # noqa: BLE001 - one failure must not block other notices, or the shutdown
        _log.warning("a person could not be notified of the shutdown", action="stop", exc_info=True)
