"""Who waits for an answer while the bot stops: they are told to ask again, instead of waiting for nothing."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final

import structlog

Tell = Callable[[], Awaitable[None]]
"""Tells one person that the bot stops."""

GRACE: Final = 2.0
"""Seconds in which answers under way may still be finished, and then again in which people are told."""

_log = structlog.get_logger(__name__)


class Waiting:
    """The tasks of this process that somebody waits for."""

    def __init__(self, *, grace: float = GRACE) -> None:
        self._grace = grace
        self._tasks: dict[asyncio.Task[object], Tell] = {}

    def add(self, tell: Tell) -> None:
        """The current task works on an answer; ``tell`` is called if the bot stops before it is done."""
        if (task := asyncio.current_task()) is not None:
            self._tasks[task] = tell
            task.add_done_callback(lambda done: self._tasks.pop(done, None))

    async def dismiss(self) -> None:
        """Let answers be finished for a moment; end the others, and tell whoever waits for them."""
        current = asyncio.current_task()
        tasks = {task: tell for task, tell in self._tasks.items() if task is not current}
        if not tasks:
            return
        _, late = await asyncio.wait(tasks, timeout=self._grace)
        for task in late:
            task.cancel()
        if late:
            await asyncio.wait(late, timeout=self._grace)
            _log.info("answers were broken off", action="stop", count=len(late))
            await asyncio.wait([asyncio.create_task(_tell(tasks[task])) for task in late], timeout=self._grace)


async def _tell(tell: Tell) -> None:
    try:
        await tell()
    except Exception:  # noqa: BLE001 - one who cannot be told must not keep the others, nor the bot, from going
        _log.warning("a person could not be told that the bot stops", action="stop", exc_info=True)
