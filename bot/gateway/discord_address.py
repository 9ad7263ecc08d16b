"""Sets Discord's address in discord.py, for tests and load drivers that simulate Discord."""

import discord.gateway
import discord.http
import yarl


def use_discord_at(address: str) -> None:
    """Connect to the Discord at ``address`` (http://host:port) from now on: REST at /api/v10, gateway at /gateway.

    A simulated Discord must return its own address where discord.py reads the gateway's (``url`` of GET /gateway/bot,
    ``resume_gateway_url`` of READY).
    """
    url = yarl.URL(address)
    discord.http.Route.BASE = f"{address}/api/v10"
    scheme = "wss" if url.scheme == "https" else "ws"
    discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = url.with_scheme(scheme) / "gateway"
