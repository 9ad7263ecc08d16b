"""Retries requests to Discord whose reply may be lost, and measures how soon interactions are acknowledged.

If the connection breaks after a request was sent, it is unknown whether Discord has executed it. So a request is
repeated only if it is idempotent: an edit, a deletion, a message with a nonce, the first answer to an interaction
(Discord refuses a second one). A request without a reply raises :class:`ReplyLostError`, which is logged and never
shown: the answer may be visible.
"""

import asyncio
import re
import time
from collections.abc import Awaitable, Callable
from types import SimpleNamespace
from typing import Any, Final, TypeVar

import aiohttp
import discord
import structlog
from discord.utils import snowflake_time

from bot.metrics import INTERACTION

T = TypeVar("T")

LOST: Final = (aiohttp.ClientError, OSError)
"""Raised when there is no reply: the connection broke, or the request timed out."""
_SECONDS: Final = 60.0
"""Total seconds for one request, including waits for Discord's rate limits."""
_PAUSES: Final = (0.5, 2.0, 8.0)
"""Seconds between attempts."""
_ANSWER_SECONDS: Final = 2.0
_ANSWER_PAUSES: Final = (0.1, 0.1)
"""The same for the first answer to an interaction, for which Discord waits three seconds."""
_ANSWERED_BEFORE: Final = 40060
"""Discord's code for "Interaction has already been acknowledged"."""

_log = structlog.get_logger(__name__)


class ReplyLostError(Exception):
    """Discord may have executed a request, but its reply was lost."""


async def repeat(
    request: Callable[[], Awaitable[T]], *, seconds: float = _SECONDS, pauses: tuple[float, ...] | None = None
) -> T:
    """Make an idempotent request; repeat it if its reply is lost. Raises ``ReplyLostError``."""
    for pause in (*(_PAUSES if pauses is None else pauses), None):
        try:
            async with asyncio.timeout(seconds):
                return await request()
        except discord.DiscordServerError as error:  # discord.py has repeated it five times
            raise ReplyLostError from error
        except LOST as error:
            if pause is None:
                raise ReplyLostError from error
            _log.info("a reply was lost; retrying", action="reply", kind=type(error).__name__)
            await asyncio.sleep(pause)
    raise AssertionError("unreachable")


async def make_once(request: Callable[[], Awaitable[object]]) -> None:
    """Make a request, repeated only if it was never sent. Raises ``ReplyLostError`` if that is unknown."""
    for pause in (*_PAUSES, None):
        try:
            async with asyncio.timeout(_SECONDS):
                await request()
        except aiohttp.ClientConnectorError as error:  # there was no connection, so it was not sent
            if pause is None:
                raise ReplyLostError from error
            await asyncio.sleep(pause)
        except (discord.DiscordServerError, *LOST) as error:
            raise ReplyLostError from error
        else:
            return


async def respond(
    interaction: discord.Interaction[Any], kind: discord.InteractionResponseType, request: Callable[[], Awaitable[T]]
) -> None:
    """Make the first response to ``interaction``; a lost reply counts as success. Raises ``discord.HTTPException``."""
    try:
        await repeat(request, seconds=_ANSWER_SECONDS, pauses=_ANSWER_PAUSES)
    except ReplyLostError:
        _log.warning("the reply to an answer was lost", action="respond", interaction=interaction.id)
    except discord.HTTPException as error:
        if error.code != _ANSWERED_BEFORE:
            raise
        _log.info("the interaction was already answered", action="respond", interaction=interaction.id)
    else:
        return
    # discord.py sets this only after reading the reply, and has no public way to do so
    interaction.response._response_type = kind  # noqa: SLF001


_CALLBACK: Final = re.compile(r"/interactions/(\d{15,20})/[^/]+/callback$")


def measure_acknowledgements(trace: aiohttp.TraceConfig) -> aiohttp.TraceConfig:
    """Measure the time from an interaction, whose id is in the URL, to its acknowledgement."""
    trace.on_request_end.append(_look)
    return trace


async def _look(_: aiohttp.ClientSession, __: SimpleNamespace, ended: aiohttp.TraceRequestEndParams) -> None:
    if (match := _CALLBACK.search(ended.url.path)) and ended.response.status < 300:
        INTERACTION.observe(max(0.0, time.time() - snowflake_time(int(match[1])).timestamp()))
