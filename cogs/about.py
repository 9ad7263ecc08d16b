"""The bot about itself: help, what it stores, how it is."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.gateway.channels import owner_of_server
from bot.gateway.client import AttacheBot
from bot.gateway.responses import acknowledge, send_card
from bot.render.cards.about_cards import render_help, render_privacy, render_status


class About(commands.Cog):
    """Answers that are for the person who asks alone."""

    def __init__(self, bot: AttacheBot) -> None:
        self._status = bot.status_source
        self._desk = bot.services.status

    @app_commands.command()
    async def help(self, interaction: discord.Interaction) -> None:
        """What Attaché does, in a minute."""
        await acknowledge(interaction, private=True)
        await send_card(interaction, render_help())

    @app_commands.command()
    async def privacy(self, interaction: discord.Interaction) -> None:
        """What Attaché stores, and what it does not."""
        await acknowledge(interaction, private=True)
        await send_card(interaction, render_privacy())

    @app_commands.command()
    async def status(self, interaction: discord.Interaction) -> None:
        """Whether Attaché works; in a server also its feeds, queue and digests."""
        await acknowledge(interaction, private=True)
        in_server = interaction.guild_id is not None
        overview = await self._desk.overview(owner_of_server(interaction)) if in_server else None
        await send_card(interaction, render_status(await self._status(), overview))


async def setup(bot: AttacheBot) -> None:
    """Called by discord.py when the cog is loaded."""
    await bot.add_cog(About(bot))
