"""Requests to Discord whose reply may be lost, and what may be done then.

When the connection breaks after a request was sent, nobody here knows whether Discord has done what it asks. So a
request is repeated only where doing it twice is the same as once: an edit, a deletion, a message with a nonce that
Discord remembers, the first answer to an interaction (Discord refuses a second one). A request that stays without a
reply raises :class:`ReplyLostError`, which is logged and never told to a person: the answer may stand above it.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, Final, TypeVar

import aiohttp
import discord
import structlog

T = TypeVar("T")

LOST: Final = (aiohttp.ClientError, OSError)
"""What is raised when there is no reply: the connection broke, or time ran out."""
_SECONDS: Final = 60.0
"""For one request, with the waits that Discord's limits ask for."""
_PAUSES: Final = (0.5, 2.0, 8.0)
"""Seconds between two attempts."""
_ANSWER_SECONDS: Final = 2.0
_ANSWER_PAUSES: Final = (0.1, 0.1)
"""The same for the first answer to an interaction, which Discord awaits for three seconds."""
_ANSWERED_BEFORE: Final = 40060
"""Discord's code for "Interaction has already been acknowledged"."""

_log = structlog.get_logger(__name__)


class ReplyLostError(Exception):
    """Discord was asked for something and may have done it, but its reply was lost."""


async def repeat(
    request: Callable[[], Awaitable[T]], *, seconds: float = _SECONDS, pauses: tuple[float, ...] | None = None
) -> T:
    """Make a request that may be made twice, again where its reply is lost. Raises ``ReplyLostError``."""
    for pause in (*(_PAUSES if pauses is None else pauses), None):
        try:
            async with asyncio.timeout(seconds):
                return await request()
        except discord.DiscordServerError as error:  # discord.py has repeated it five times
            raise ReplyLostError from error
        except LOST as error:
            if pause is None:
                raise ReplyLostError from error
            _log.info("a reply was lost; asking again", action="reply", kind=type(error).__name__)
            await asyncio.sleep(pause)
    raise AssertionError("unreachable")


async def make_once(request: Callable[[], Awaitable[object]]) -> None:
    """Make a request that must not be made twice, and again only where it was never sent.

    Raises ``ReplyLostError`` where nobody knows whether it was done.
    """
    for pause in (*_PAUSES, None):
        try:
            async with asyncio.timeout(_SECONDS):
                await request()
        except aiohttp.ClientConnectorError as error:  # there was no connection to send it on
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
    """Make the ``request`` that is the first answer to ``interaction``, of that ``kind``.

    An answer whose reply stays lost counts as given: what follows finds out. Raises ``discord.HTTPException``.
    """
    try:
        await repeat(request, seconds=_ANSWER_SECONDS, pauses=_ANSWER_PAUSES)
    except ReplyLostError:
        _log.warning("the reply to an answer was lost", action="respond", interaction=interaction.id)
    except discord.HTTPException as error:
        if error.code != _ANSWERED_BEFORE:
            raise
        _log.info("the answer stood before", action="respond", interaction=interaction.id)
    else:
        return
    # discord.py notes this itself only when it has read the reply, and offers no other way to say so
    interaction.response._response_type = kind  # noqa: SLF001
