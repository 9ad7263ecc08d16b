"""Work that goes on beside a context, and ends with it."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from typing import Any, ParamSpec, Protocol, TypeVar

from bot.errors import find_cause

P = ParamSpec("P")
T = TypeVar("T")


class Offload(Protocol):
    """Runs a pure, costly function away from the event loop: ``asyncio.to_thread``, or a pool with limits."""

    async def __call__(self, work: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """What ``work`` returns or raises."""
        ...


@asynccontextmanager
async def background_tasks(*works: Coroutine[Any, Any, None]) -> AsyncIterator[None]:
    """Do ``works`` as long as the context lasts, then cancel them.

    What one of them raises ends the context and the others, and is raised as it is: callers know it by its own kind.
    """
    try:
        async with asyncio.TaskGroup() as tasks:
            running = [tasks.create_task(work) for work in works]
            yield
            for task in running:
                task.cancel()
    except BaseExceptionGroup as group:
        raise find_cause(group) from None
