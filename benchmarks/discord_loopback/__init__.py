"""Discord on loopback: enough of API v10, over real sockets, for discord.py to work as it does with Discord.

The gateway's websocket with sessions, shards, compression and resuming; REST with rate limits, nonces that are
remembered for five minutes, and interactions that must be acknowledged within three seconds. It is strict where
Discord is: what breaks a rule is refused as Discord refuses it, and counted. What was stored can be asked afterwards.

    async with Loopback(Form(guilds=200)) as discord:
        ...  # run a bot with discord.api as its base address
        discord.messages.everywhere()

:mod:`benchmarks.discord_loopback.world` invents the guilds; ``limits``, ``messages`` and ``interactions`` hold the
rules and know no sockets; ``rest`` and ``gateway`` are the two faces; ``server`` puts them together.
"""

from benchmarks.discord_loopback.server import Loopback
from benchmarks.discord_loopback.world import Form

__all__ = ["Form", "Loopback"]
