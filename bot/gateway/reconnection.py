"""How soon a lost gateway connection is retried, and how many sessions a day are opened at most.

discord.py waits for a random part of 2^n seconds before the n-th attempt, up to 1024 s: after half a minute without
network, people could wait two more. Here the maximum is 16 s. Attempts without a network cost nothing at Discord, but
new sessions are limited: after 1000 a day the token is reset (docs.discord.com/developers/events/gateway, Session Start
Limit Object). So sessions have their own rate limit.
"""

from typing import Any, Final, Literal

import discord.client
import discord.shard
from discord.backoff import ExponentialBackoff

from bot.gateway.rate_limit import RateLimiter

LONGEST: Final = 16
"""Maximum seconds between two attempts."""
SESSIONS_AT_ONCE: Final = 500
"""Sessions opened without a wait, including those at the start."""
SESSION_EVERY: Final = 180.0
"""Seconds per session beyond these: 480 a day, so that no day has 1000."""


class BoundedBackoff(ExponentialBackoff[Literal[False]]):
    """Waits like discord.py, but for ``LONGEST`` at most."""

    def __init__(self, *_arguments: Any, **_options: Any) -> None:
        super().__init__()
        self._max = LONGEST.bit_length() - 1


def bound_waits() -> None:
    """Use this backoff in all of discord.py's clients: it has no option for that."""
    for module in (discord.client, discord.shard):
        module.ExponentialBackoff = BoundedBackoff  # type: ignore[attr-defined]


def make_session_pace() -> RateLimiter:
    """The rate limit for sessions of one process."""
    return RateLimiter(1 / SESSION_EVERY, SESSIONS_AT_ONCE)
