"""The bot on Discord's gateway: what it may see, what it loads, and the one place its errors go."""

from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from typing import Any

import aiohttp
import discord
import structlog
from discord import app_commands
from discord.ext import commands

from bot.desk.bureau import Bureau
from bot.errors import FetchError, SettingsError
from bot.gateway.errors import answer_error
from bot.gateway.hearing import greet
from bot.gateway.presses import answer_press
from bot.gateway.views import PressButton, PressMenu
from bot.newsroom import Newsroom
from bot.render.card import Press
from bot.render.cards_about import Status

# discord.py would warn at every start that it cannot speak; nobody asked it to
discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False

COGS = (
    "cogs.articles",
    "cogs.conversations",
    "cogs.feeds",
    "cogs.digests",
    "cogs.said",
    "cogs.timeline",
    "cogs.watches",
    "cogs.settings",
    "cogs.about",
    "cogs.repairs",
)
INTENTS = discord.Intents(guilds=True, guild_messages=True, dm_messages=True)
"""No privileged intent: direct messages, mentions and context menus carry their text without one."""

StatusSource = Callable[[], Awaitable[Status]]

_log = structlog.get_logger(__name__)


class AttacheTree(app_commands.CommandTree["AttacheBot"]):
    """Commands that work in servers, in direct messages and as a user's own app, unless one says otherwise."""

    def __init__(self, client: "AttacheBot", *, fallback_to_global: bool = True) -> None:
        super().__init__(
            client,
            fallback_to_global=fallback_to_global,
            allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
        )

    async def interaction_check(self, interaction: discord.Interaction["AttacheBot"], /) -> bool:
        """Speak the language of the person's Discord until their settings are known."""
        greet(interaction)
        return True

    async def on_error(self, interaction: discord.Interaction[Any], error: app_commands.AppCommandError, /) -> None:
        """Answer what a command raised."""
        await answer_error(interaction, error)


class AttacheBot(commands.Bot):
    """Attaché on Discord.

    ``newsroom`` reads articles, ``bureau`` keeps feeds and digests; ``status`` tells how the bot is when asked.
    """

    def __init__(self, newsroom: Newsroom, status: StatusSource, bureau: Bureau) -> None:
        super().__init__(
            command_prefix=commands.when_mentioned,
            help_command=None,
            tree_cls=AttacheTree,
            intents=INTENTS,
            allowed_mentions=discord.AllowedMentions.none(),
            chunk_guilds_at_startup=False,
            max_messages=None,
            max_ratelimit_timeout=30,
        )
        self.newsroom = newsroom
        self.status_source = status
        self.bureau = bureau

    async def setup_hook(self) -> None:
        """Load the cogs, know the buttons of every earlier message, and register the commands."""
        for cog in COGS:
            await self.load_extension(cog)
        self.add_dynamic_items(PressButton, PressMenu)
        await self.tree.sync()

    async def answer(self, interaction: discord.Interaction[Any], press: Press) -> None:
        """Answer a pressed button or a chosen line of a menu."""
        greet(interaction)
        try:
            await answer_press(interaction, press)
        except Exception as error:  # noqa: BLE001 - discord.py would only log it, and the person would wait in vain
            await answer_error(interaction, error)

    async def on_message(self, message: discord.Message, /) -> None:
        """Do nothing: no message is a command here. The cog of conversations listens by itself."""

    async def on_error(self, event_method: str, /, *_args: Any, **_kwargs: Any) -> None:
        """Log what a listener raised; the event's content stays out of the log."""
        _log.exception("a listener failed", action=event_method)


async def connect(bot: AttacheBot, token: str, working: Callable[[], AbstractAsyncContextManager[None]]) -> None:
    """Run ``bot`` until it is closed, with ``working`` entered from when it is logged in.

    Raises ``SettingsError`` when Discord refuses the token or the intents, ``FetchError`` when it cannot be reached.
    """
    try:
        async with bot:
            await bot.login(token)
            async with working():
                await bot.connect()
    except discord.LoginFailure:
        raise SettingsError(
            "Discord does not accept the token.",
            "Copy it again from the developer portal (Bot, Reset Token) into DISCORD_TOKEN.",
            resource="DISCORD_TOKEN",
        ) from None
    except discord.PrivilegedIntentsRequired:
        raise SettingsError(
            "Discord refuses the intents of this bot.",
            "Attaché needs none of the privileged ones: check that the token belongs to its own application.",
            resource="DISCORD_TOKEN",
        ) from None
    except (aiohttp.ClientError, OSError, discord.DiscordServerError) as error:
        # only while logging in: afterwards discord.py connects again by itself
        raise FetchError(
            "Discord cannot be reached.", "Check this machine's network, then start again.", resource="discord.com"
        ) from error
