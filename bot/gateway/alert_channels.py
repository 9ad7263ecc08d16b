"""Where personal alerts may go: the command's channel, if both the person and the bot may write there."""

import discord

from bot.errors import UsageError
from bot.gateway.channels import find_missing, name_permissions
from bot.i18n.messages import translatable


def find_server(interaction: discord.Interaction) -> str | None:
    """The server of a command if the bot is in it; None in direct messages and for the user-installed app."""
    return f"discord:guild:{interaction.guild_id}" if _guild(interaction) else None


def may_post(interaction: discord.Interaction) -> bool:
    """Whether the bot may post in the command's channel."""
    guild, channel = _guild(interaction), interaction.channel
    if guild is None or not isinstance(channel, discord.abc.GuildChannel | discord.Thread):
        return False
    return not find_missing(channel, guild.me)


def find_alert_channel(interaction: discord.Interaction) -> str:
    """The id of the command's channel, for alerts. Raises ``UsageError`` where the person or the bot may not write."""
    guild, channel = _guild(interaction), interaction.channel
    if guild is None or not isinstance(channel, discord.abc.GuildChannel | discord.Thread):
        raise UsageError(translatable("gateway-alerts-need-member"))
    in_thread = isinstance(channel, discord.Thread)
    allowed = interaction.permissions
    if not (allowed.send_messages_in_threads if in_thread else allowed.send_messages):
        raise UsageError(translatable("gateway-alerts-not-allowed"))
    if missing := find_missing(channel, guild.me):
        raise UsageError(translatable("gateway-lacking-here", permissions=name_permissions(missing)))
    return str(channel.id)


def _guild(interaction: discord.Interaction) -> discord.Guild | None:
    return interaction.client.get_guild(interaction.guild_id) if interaction.guild_id is not None else None
