"""Readiness: runs a check for each part of this process; a check returns None or what is wrong."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Final

import structlog

from bot.errors import AttacheError
from bot.metrics import READY

Check = Callable[[], Awaitable[str | None]]
"""Returns None, or one sentence on what is wrong. May raise ``AttacheError``, whose cause is that sentence."""

_PATIENCE: Final = 5.0  # seconds until a check times out
_SILENT: Final = f"It has not answered for {_PATIENCE:g} seconds."
_BROKEN: Final = "It cannot be asked; the log says why."

_log = structlog.get_logger(__name__)


class Readiness:
    """The ``checks`` of this process, by name."""

    def __init__(self, checks: Mapping[str, Check]) -> None:
        self._checks = dict(checks)

    def add(self, name: str, check: Check) -> None:
        """Add a check."""
        self._checks[name] = check

    async def check(self) -> dict[str, str | None]:
        """Run all checks at once: what is wrong with each part, None for nothing."""
        found = await asyncio.gather(*map(_ask, self._checks.values()))
        told = dict(zip(self._checks, found, strict=True))
        READY.set(not any(told.values()))
        return told


async def _ask(check: Check) -> str | None:
    try:
        async with asyncio.timeout(_PATIENCE):
            return await check()
    except AttacheError as error:
        return error.cause
    except TimeoutError:
        return _SILENT
    except Exception:  # noqa: BLE001 - one failing check must not hide the others
        _log.exception("a readiness check failed", action="observe")
        return _BROKEN
