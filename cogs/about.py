"""Help, privacy and status of the bot."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.gateway.channels import owner_of_server
from bot.gateway.client import AttacheBot
from bot.gateway.responses import acknowledge, send_card
from bot.render.cards.about_cards import render_help, render_privacy, render_status


class About(commands.Cog):
    """Private answers about the bot itself."""

    def __init__(self, bot: AttacheBot) -> None:
        self._status = bot.status_source
        self._desk = bot.services.status

    @app_commands.command()
    async def help(self, interaction: discord.Interaction) -> None:
        """What Attaché can do, in a minute."""
        await acknowledge(interaction, private=True)
        await send_card(interaction, render_help())

    @app_commands.command()
    async def privacy(self, interaction: discord.Interaction) -> None:
        """What Attaché stores, and what it does not."""
        await acknowledge(interaction, private=True)
        await send_card(interaction, render_privacy())

    @app_commands.command()
    async def status(self, interaction: discord.Interaction) -> None:
        """Show the bot's status; in a server also its feeds, waiting posts and digests."""
        await acknowledge(interaction, private=True)
        in_server = interaction.guild_id is not None
        overview = await self._desk.overview(owner_of_server(interaction)) if in_server else None
        await send_card(interaction, render_status(await self._status(), overview))


async def setup(bot: AttacheBot) -> None:
    """Called by discord.py when the cog is loaded."""
    await bot.add_cog(About(bot))
