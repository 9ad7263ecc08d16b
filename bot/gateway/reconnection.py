"""How soon a lost connection to the gateway is tried again, and how many sessions a day are opened at most.

discord.py waits for a random part of 2^n seconds before the n-th attempt, up to 1024: after half a minute without
network people could wait two more. Here it is 16 at most. Attempts without a network cost nothing at Discord, but a new
session does: 1000 a day, then the token is reset (docs.discord.com/developers/events/gateway, Session Start Limit
Object). So sessions have a pace of their own.
"""

from typing import Any, Final, Literal

import discord.client
import discord.shard
from discord.backoff import ExponentialBackoff

from bot.gateway.rate_limit import RateLimiter

LONGEST: Final = 16
"""Seconds between two attempts, at most."""
SESSIONS_AT_ONCE: Final = 500
"""Sessions that are opened without a wait; those of a start among them."""
SESSION_EVERY: Final = 180.0
"""Seconds for each session beyond these: 480 a day, so that there are fewer than 1000 in any."""


class BoundedBackoff(ExponentialBackoff[Literal[False]]):
    """Waits as discord.py does, for ``LONGEST`` at most."""

    def __init__(self, *_arguments: Any, **_options: Any) -> None:
        super().__init__()
        self._max = LONGEST.bit_length() - 1


def bound_waits() -> None:
    """Have discord.py's clients wait so from now on: it takes no option for that."""
    for module in (discord.client, discord.shard):
        module.ExponentialBackoff = BoundedBackoff  # type: ignore[attr-defined]


def make_session_pace() -> RateLimiter:
    """The pace of the sessions that one process opens."""
    return RateLimiter(1 / SESSION_EVERY, SESSIONS_AT_ONCE)
