"""Says once what to do, in a server that the bot was added to."""

import discord
import structlog
from discord.ext import commands

from bot.gateway.channels import find_first_place
from bot.gateway.client import AttacheBot
from bot.gateway.components import message_parts
from bot.gateway.request_retries import LOST, ReplyLostError, repeat
from bot.i18n.language import Language, find_language, render_in_language
from bot.render.cards.setup_cards import render_welcome

_log = structlog.get_logger(__name__)


class Welcome(commands.Cog):
    """Writes to a channel in which it may, in the server's language. Discord tells once that the bot was added."""

    @commands.Cog.listener()
    async def on_guild_join(self, guild: discord.Guild) -> None:
        """Say what to do. Where the bot may write nowhere, nothing is said."""
        place = find_first_place(guild)
        if place is None:
            return
        language = find_language(str(guild.preferred_locale)) or Language.ENGLISH
        card = render_in_language(language, render_welcome)
        try:
            # Discord creates one message for repeated attempts with a nonce
            await repeat(lambda: place.send(nonce=f"hello-{guild.id}", **message_parts(card)))
        except (discord.HTTPException, ReplyLostError, *LOST) as error:
            _log.info("the first words could not be said", action="welcome", error=repr(error))


async def setup(bot: AttacheBot) -> None:
    """Called by discord.py when the bot starts."""
    await bot.add_cog(Welcome())
