"""Where Discord is: the one place that says so to discord.py, for tests and load drivers that play Discord."""

import discord.gateway
import discord.http
import yarl


def use_discord_at(address: str) -> None:
    """Speak from now on with the Discord at ``address`` (http://host:port): REST at /api/v10, the gateway at /gateway.

    Where discord.py lets Discord name the gateway's address (``url`` of GET /gateway/bot, ``resume_gateway_url`` of
    READY), whoever plays Discord must name its own.
    """
    url = yarl.URL(address)
    discord.http.Route.BASE = f"{address}/api/v10"
    scheme = "wss" if url.scheme == "https" else "ws"
    discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = url.with_scheme(scheme) / "gateway"
