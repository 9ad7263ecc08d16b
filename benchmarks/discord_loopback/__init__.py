"""A Discord on loopback: enough of API v10, over real sockets, for discord.py to work as with Discord.

It has the gateway's websocket with sessions, shards, compression and resuming; REST with rate limits, nonces that are
remembered for five minutes, and interactions that must be acknowledged within three seconds. It is as strict as
Discord: a violation is refused in the same way, and counted. Everything stored can be inspected afterwards.

    async with Loopback(Form(guilds=200)) as discord:
        ...  # run a bot with discord.api as its base address
        discord.messages.everywhere()

:mod:`benchmarks.discord_loopback.world` invents the guilds; ``limits``, ``messages`` and ``interactions`` have the
rules, without sockets; ``rest`` and ``gateway`` are the interfaces; ``server`` combines them.
"""

from benchmarks.discord_loopback.server import Loopback
from benchmarks.discord_loopback.world import Form

__all__ = ["Form", "Loopback"]
