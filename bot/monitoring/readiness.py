"""Whether this process can do its work now: each part is asked, and answers with nothing, or with what is wrong."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Final

import structlog

from bot.errors import AttacheError
from bot.metrics import READY

Check = Callable[[], Awaitable[str | None]]
"""None where all is well, else one sentence. May raise ``AttacheError``, whose cause is that sentence."""

_PATIENCE: Final = 5.0  # seconds that a part may take to answer
_SILENT: Final = f"It has not answered for {_PATIENCE:g} seconds."
_BROKEN: Final = "It cannot be asked; the log says why."

_log = structlog.get_logger(__name__)


class Readiness:
    """What this process needs: ``checks`` by the names under which they are told."""

    def __init__(self, checks: Mapping[str, Check]) -> None:
        self._checks = dict(checks)

    def add(self, name: str, check: Check) -> None:
        """Ask one part more from now on."""
        self._checks[name] = check

    async def check(self) -> dict[str, str | None]:
        """Ask every part at once: what is wrong with each, None for nothing."""
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
    except Exception:  # noqa: BLE001 - what is broken must not keep from telling of the others
        _log.exception("a part cannot be asked", action="observe")
        return _BROKEN
