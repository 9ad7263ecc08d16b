"""Sets Discord's address in discord.py, for tests and load drivers that simulate Discord."""

import discord.gateway
import discord.http
import yarl


def use_discord_at(address: str) -> None:
    """Connect to the (simulated) Discord at ``address``: REST at /api/v10, gateway at /gateway."""
    url = yarl.URL(address)
    discord.http.Route.BASE = f"{address}/api/v10"
    scheme = "wss" if url.scheme == "https" else "ws"
    discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = url.with_scheme(scheme) / "gateway"
