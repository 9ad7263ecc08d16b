"""Background tasks that end with a context, and the protocol for offloading work."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from typing import Any, ParamSpec, Protocol, TypeVar

from bot.errors import find_cause

P = ParamSpec("P")
T = TypeVar("T")


class Offload(Protocol):
    """Runs a pure, expensive function off the event loop: ``asyncio.to_thread``, or a pool with limits."""

    async def __call__(self, work: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Return or raise what ``work`` does."""


@asynccontextmanager
async def background_tasks(*works: Coroutine[Any, Any, None]) -> AsyncIterator[None]:
    """Run ``works`` while the context lasts; an error in one ends all and is raised unchanged."""
    try:
        async with asyncio.TaskGroup() as tasks:
            running = [tasks.create_task(work) for work in works]
            yield
            for task in running:
                task.cancel()
    except BaseExceptionGroup as group:
        raise find_cause(group) from None
