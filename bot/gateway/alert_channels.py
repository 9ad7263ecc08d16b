"""Where personal alerts may go: the command's channel, if both the person and the bot may write there."""

import discord

from bot.domain.watch import direct_to
from bot.errors import UsageError
from bot.gateway.channels import find_missing, name_permissions
from bot.gateway.message_input import owner_of
from bot.i18n.messages import translatable


def find_server(interaction: discord.Interaction) -> str | None:
    """The server of a command if the bot is in it; None in direct messages and for the user-installed app."""
    return f"discord:guild:{interaction.guild_id}" if _guild(interaction) else None


def find_alert_place(interaction: discord.Interaction, deliver: str) -> tuple[str, str | None, str | None]:
    """Where the person's alerts go, the server, and the command's channel if the bot may post in it.

    Raises ``UsageError`` if they are to go "here" and the person or the bot may not write in that channel.
    """
    guild, channel = _guild(interaction), interaction.channel
    missing = None
    if guild is not None and isinstance(channel, discord.abc.GuildChannel | discord.Thread):
        missing = find_missing(channel, guild.me)
    if deliver != "here":
        place = str(interaction.channel_id) if missing == [] else None
        return direct_to(owner_of(interaction.user)), find_server(interaction), place
    if missing is None:
        raise UsageError(translatable("gateway-alerts-need-member"))
    in_thread = isinstance(channel, discord.Thread)
    allowed = interaction.permissions
    if not (allowed.send_messages_in_threads if in_thread else allowed.send_messages):
        raise UsageError(translatable("gateway-alerts-not-allowed"))
    if missing:
        raise UsageError(translatable("gateway-lacking-here", permissions=name_permissions(missing)))
    return str(interaction.channel_id), find_server(interaction), str(interaction.channel_id)


def _guild(interaction: discord.Interaction) -> discord.Guild | None:
    return interaction.client.get_guild(interaction.guild_id) if interaction.guild_id is not None else None
