"""Articles on command: the summary, who said what, and two sides, of a link, a text or another person's message."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.gateway.client import AttacheBot
from bot.gateway.material import owner_of, read_message
from bot.gateway.sending import acknowledge, send_card
from bot.render.card import DETAIL_LIMIT, Action, Press
from bot.render.pressed import render_pressed

ARTICLE = "Link to an article, or its text"


class Articles(commands.Cog):
    """Commands and message menus that read an article. The newsroom does the work; this translates."""

    def __init__(self, bot: AttacheBot) -> None:
        self._newsroom = bot.newsroom
        self._menus = (
            app_commands.ContextMenu(name="Summarize", callback=self.summarize_message),
            app_commands.ContextMenu(name="Who said what", callback=self.whosaid_message),
        )
        for menu in self._menus:
            bot.tree.add_command(menu)

    @app_commands.command()
    @app_commands.describe(article=ARTICLE)
    async def summarize(self, interaction: discord.Interaction, article: str) -> None:
        """The key sentences of an article, word for word."""
        await self._answer(interaction, article, Action.SUMMARY)

    @app_commands.command()
    @app_commands.describe(article=ARTICLE, speaker="Only speakers of this name, office or country")
    async def whosaid(
        self,
        interaction: discord.Interaction,
        article: str,
        speaker: app_commands.Range[str, 1, DETAIL_LIMIT] | None = None,
    ) -> None:
        """Who said what in an article: speaker, office, quoted or reported."""
        await self._answer(interaction, article, Action.WHOSAID, speaker or "")

    async def summarize_message(self, interaction: discord.Interaction, message: discord.Message) -> None:
        """The key sentences of the article that a message links to, or of its text."""
        await self._answer_message(interaction, message, Action.SUMMARY)

    async def whosaid_message(self, interaction: discord.Interaction, message: discord.Message) -> None:
        """Who said what in the article that a message links to, or in its text."""
        await self._answer_message(interaction, message, Action.WHOSAID)

    async def _answer(self, interaction: discord.Interaction, article: str, action: Action, detail: str = "") -> None:
        await acknowledge(interaction)
        reading = await self._newsroom.read(article, owner=owner_of(interaction.user))
        await send_card(interaction, render_pressed(reading, Press(action, reading.id, detail=detail)))

    async def _answer_message(self, interaction: discord.Interaction, message: discord.Message, action: Action) -> None:
        await acknowledge(interaction)
        reading = await read_message(self._newsroom, message, owner=owner_of(interaction.user))
        await send_card(interaction, render_pressed(reading, Press(action, reading.id)))


async def setup(bot: AttacheBot) -> None:
    """Called by discord.py when the cog is loaded."""
    await bot.add_cog(Articles(bot))
