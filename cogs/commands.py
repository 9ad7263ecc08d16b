"""All commands of the table, and the menus on messages."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.commands.caller import ReadingAnswer
from bot.gateway.answers import show_reading
from bot.gateway.app_commands import build_app_commands
from bot.gateway.client import AttacheBot
from bot.gateway.message_input import owner_of, read_message
from bot.gateway.responses import acknowledge
from bot.render.card import Action, ComponentAction


class Commands(commands.Cog):
    """Adds the commands to the bot's tree, where discord.py finds none of a cog's that it did not build itself."""

    def __init__(self, bot: AttacheBot) -> None:
        self._bot = bot
        self._added = (
            *build_app_commands(),
            app_commands.ContextMenu(name="Summarize", callback=self.summarize_message),
            app_commands.ContextMenu(name="Who said what", callback=self.whosaid_message),
        )

    async def cog_load(self) -> None:
        """Add the commands and menus."""
        for command in self._added:
            self._bot.tree.add_command(command)

    async def cog_unload(self) -> None:
        """Remove the commands and menus."""
        for command in self._added:
            kind = command.type if isinstance(command, app_commands.ContextMenu) else discord.AppCommandType.chat_input
            self._bot.tree.remove_command(command.name, type=kind)

    async def summarize_message(self, interaction: discord.Interaction, message: discord.Message) -> None:
        """The key sentences of the article that a message links to, or of its text."""
        await self._answer(interaction, message, Action.SUMMARY)

    async def whosaid_message(self, interaction: discord.Interaction, message: discord.Message) -> None:
        """Who said what in the article that a message links to, or in its text."""
        await self._answer(interaction, message, Action.WHOSAID)

    async def _answer(self, interaction: discord.Interaction, message: discord.Message, action: Action) -> None:
        await acknowledge(interaction)
        reading = await read_message(self._bot.article_service, message, owner=owner_of(interaction.user))
        await show_reading(interaction, ReadingAnswer(reading, ComponentAction(action, reading.id)))


async def setup(bot: AttacheBot) -> None:
    """Called by discord.py when the cog is loaded."""
    await bot.add_cog(Commands(bot))
