"""Whoever uses a command or presses a button on Discord, as commands see them."""

from dataclasses import dataclass
from typing import Any

import discord

from bot.commands.caller import Caller
from bot.domain.watch import direct_to
from bot.errors import TooLargeError
from bot.gateway.alert_channels import find_alert_channel, find_server, may_post
from bot.gateway.channels import Chosen, askers_of, check_place, find_place, readers_of
from bot.gateway.message_input import owner_of
from bot.gateway.reply_locale import use_person_language
from bot.gateway.responses import show_progress
from bot.i18n.language import Language
from bot.i18n.messages import translatable
from bot.render.cards.feed_cards import report_progress
from bot.render.cards.status_card import render_desk_report


@dataclass
class DiscordCaller(Caller):
    """The person of an interaction, in its channel."""

    interaction: discord.Interaction[Any]

    async def find_channel(self, chosen: Chosen | None) -> str:
        """The chosen channel, or the one of the interaction."""
        return await find_place(self.interaction, chosen)

    async def check_channel(self, channel: str) -> None:
        """Raise ``UsageError`` if ``channel`` is gone or the bot may not post in it."""
        await check_place(self.interaction, channel)

    def find_alert_place(self, *, here: bool) -> tuple[str, str | None, str | None]:
        """Where alerts go, and where they may go later."""
        place = str(self.interaction.channel_id) if may_post(self.interaction) else None
        channel = find_alert_channel(self.interaction) if here else direct_to(self.person)
        return channel, find_server(self.interaction), place

    async def load_file(self, file: discord.Attachment, most: int) -> bytes:
        """The content of an attachment."""
        if file.size > most:
            raise TooLargeError(translatable("feeds-list-large", limit=most // 1_000_000))
        return await file.read()

    async def show_progress(self, done: int, total: int) -> None:
        """Show it in the private answer."""
        await show_progress(self.interaction, render_desk_report(report_progress(done, total))[0])

    async def use_language(self, chosen: Language | None) -> None:  # noqa: ARG002 - it is stored already
        """Load it, with the Discord client's language where there is none."""
        await use_person_language(self.interaction, alone=True)


def find_caller(interaction: discord.Interaction[Any]) -> DiscordCaller:
    """Who ``interaction`` comes from."""
    client = interaction.client
    return DiscordCaller(
        client.services,
        client.article_service,
        owner_of(interaction.user),
        None if interaction.guild_id is None else f"discord:guild:{interaction.guild_id}",
        askers_of(interaction),
        readers_of(interaction),
        interaction,
    )
