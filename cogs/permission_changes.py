"""Retries broken channels when a server changes the bot's permissions."""

import discord
from discord.ext import commands

from bot.gateway.channels import find_missing
from bot.gateway.client import AttacheBot


class PermissionChanges(commands.Cog):
    """Retries broken channels when permissions come back, but only those that lack none: Discord counts refusals."""

    def __init__(self, bot: AttacheBot) -> None:
        self._feeds = bot.services.feeds

    @commands.Cog.listener()
    async def on_guild_channel_update(self, before: discord.abc.GuildChannel, after: discord.abc.GuildChannel) -> None:
        """Retry: the channel's permissions may have changed."""
        if before.overwrites != after.overwrites:
            await self._try_again(after.guild)

    @commands.Cog.listener()
    async def on_guild_role_update(self, before: discord.Role, after: discord.Role) -> None:
        """Retry: the permissions of a role have changed."""
        if before.permissions != after.permissions:
            await self._try_again(after.guild)

    @commands.Cog.listener()
    async def on_member_update(self, before: discord.Member, after: discord.Member) -> None:
        """Retry: the bot's roles have changed; Discord reports other members only with the privileged intent."""
        if after == after.guild.me and before.roles != after.roles:
            await self._try_again(after.guild)

    @commands.Cog.listener()
    async def on_thread_update(self, before: discord.Thread, after: discord.Thread) -> None:
        """Retry: the thread may have been reopened."""
        if before.locked and not after.locked:
            await self._try_again(after.guild)

    async def _try_again(self, guild: discord.Guild) -> None:
        def works(channel: str) -> bool:
            place = guild.get_channel_or_thread(int(channel)) if channel.isdecimal() else None
            return place is not None and not find_missing(place, guild.me)

        await self._feeds.try_again(f"discord:guild:{guild.id}", works)


async def setup(bot: AttacheBot) -> None:
    """Called by discord.py when the bot starts."""
    await bot.add_cog(PermissionChanges(bot))
