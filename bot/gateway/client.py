"""The bot on Discord's gateway: its intents, its cogs, and the one place where errors are handled."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager
from typing import Any, Final

import aiohttp
import discord
import structlog
from discord import app_commands
from discord.ext import commands

from bot.container import Services
from bot.errors import BusyError, FetchError, SettingsError, UsageError
from bot.gateway.app_commands import build_app_commands
from bot.gateway.command_registration import register
from bot.gateway.component_handlers import handle_component
from bot.gateway.components import ComponentButton, ComponentMenu, is_known
from bot.gateway.errors import answer_error
from bot.gateway.rate_limit import RateLimiter, apply_rate_limit
from bot.gateway.reply_locale import use_interaction_locale
from bot.gateway.request_retries import measure_acknowledgements
from bot.gateway.responses import Waiting
from bot.i18n.messages import translatable
from bot.render.card import ComponentAction
from bot.render.cards.about_cards import Status
from bot.services.articles import ArticleService

# disables discord.py's warning at every start about missing voice support
discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False

COGS = ("cogs.conversations", "cogs.permission_changes", "cogs.welcome")
INTENTS = discord.Intents(guilds=True, guild_messages=True, dm_messages=True)
"""No privileged intent: direct messages, mentions and context menus include their text without one."""

RATE_LIMIT_PATIENCE: Final = 30
"""Seconds that a request waits for Discord's rate limits; one that would wait longer is given up."""

StatusSource = Callable[[], Awaitable[Status]]

_log = structlog.get_logger(__name__)


class AttacheTree(app_commands.CommandTree["AttacheBot"]):
    """The command tree. Commands work in servers, direct messages and as a user app unless they say otherwise."""

    def __init__(self, client: "AttacheBot", *, fallback_to_global: bool = True) -> None:
        super().__init__(
            client,
            fallback_to_global=fallback_to_global,
            allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
        )

    async def interaction_check(self, interaction: discord.Interaction["AttacheBot"], /) -> bool:
        """Use the language of the person's Discord client until their settings are loaded."""
        use_interaction_locale(interaction)
        if interaction.type is not discord.InteractionType.autocomplete:
            self.client.await_answer(interaction)
        return True

    async def on_error(self, interaction: discord.Interaction[Any], error: app_commands.AppCommandError, /) -> None:
        """Answer an error of a command."""
        await answer_error(interaction, error)


class AttacheBot(commands.Bot):
    """Attaché on Discord."""

    def __init__(self, article_service: ArticleService, status: StatusSource, services: Services) -> None:
        super().__init__(
            command_prefix=commands.when_mentioned,
            help_command=None,
            tree_cls=AttacheTree,
            intents=INTENTS,
            allowed_mentions=discord.AllowedMentions.none(),
            chunk_guilds_at_startup=False,
            max_messages=None,
            max_ratelimit_timeout=RATE_LIMIT_PATIENCE,
            http_trace=measure_acknowledgements(apply_rate_limit(RateLimiter())),
        )
        self.article_service = article_service
        self.status_source = status
        self.services = services
        self.waiting = Waiting()

    async def setup_hook(self) -> None:
        """Load the cogs, register the buttons of all earlier messages, and register the commands."""
        for command in build_app_commands():
            self.tree.add_command(command)
        for cog in COGS:
            await self.load_extension(cog)
        self.add_dynamic_items(ComponentButton, ComponentMenu)
        await register(self)

    async def answer(self, interaction: discord.Interaction[Any], press: ComponentAction) -> None:
        """Answer a pressed button or a chosen menu entry."""
        use_interaction_locale(interaction)
        self.await_answer(interaction)
        try:
            await handle_component(interaction, press)
        except Exception as error:  # noqa: BLE001 - discord.py would only log it, and the person would get no answer
            await answer_error(interaction, error)

    def await_answer(self, interaction: discord.Interaction[Any]) -> None:
        """Track the current task, which answers ``interaction``: if the bot stops first, the person is notified."""

        async def tell() -> None:
            use_interaction_locale(interaction)
            await answer_error(interaction, BusyError(translatable("gateway-restarting")))

        self.waiting.add(tell)

    async def close(self) -> None:
        """Tell people with pending answers that the bot stops, and close the connections."""
        await self.waiting.dismiss()
        await super().close()

    async def on_interaction(self, interaction: discord.Interaction[Any], /) -> None:
        """Answer a button or menu that this version does not know, such as one of a later version."""
        if interaction.type is not discord.InteractionType.component:
            return
        asked: Mapping[str, Any] = interaction.data or {}
        if not is_known(str(asked.get("custom_id", ""))):
            use_interaction_locale(interaction)
            await answer_error(interaction, UsageError(translatable("gateway-button-unknown")))

    async def on_message(self, message: discord.Message, /) -> None:
        """Do nothing: messages are not commands. The conversations cog listens itself."""

    async def on_error(self, event_method: str, /, *_args: Any, **_kwargs: Any) -> None:
        """Log an error of a listener, without the event's content."""
        _log.exception("a listener failed", action=event_method)


async def run_gateway(bot: AttacheBot, token: str, working: Callable[[], AbstractAsyncContextManager[object]]) -> None:
    """Run ``bot`` until it is closed, in ``working`` after login. Raises ``SettingsError``, ``FetchError``."""
    async with _logged_in(bot, token), working():
        with _refusals_in_words():
            await bot.connect()


async def run_sender(
    client: discord.Client, token: str, working: Callable[[], AbstractAsyncContextManager[object]]
) -> None:
    """Log in with ``client`` without a gateway and stay in ``working``. Raises as :func:`connect` does."""
    async with _logged_in(client, token), working():
        await asyncio.Event().wait()


async def find_connection_problem(bot: discord.Client) -> str | None:
    """What is wrong with the gateway connection, as a sentence; None if nothing."""
    return None if bot.is_ready() and not bot.is_closed() else "It is not connected to Discord."


def make_sending_client() -> discord.Client:
    """A client that only posts and receives no events."""
    return discord.Client(
        intents=discord.Intents(guilds=True),  # unused, as it never connects; discord.py warns about an empty set
        allowed_mentions=discord.AllowedMentions.none(),
        max_messages=None,
        max_ratelimit_timeout=RATE_LIMIT_PATIENCE,
        http_trace=apply_rate_limit(RateLimiter()),
    )


@asynccontextmanager
async def _logged_in(client: discord.Client, token: str) -> AsyncIterator[None]:
    async with client:
        with _refusals_in_words():
            await client.login(token)
        yield


@contextmanager
def _refusals_in_words() -> Iterator[None]:
    try:
        yield
    except discord.LoginFailure:
        raise SettingsError(translatable("gateway-token-refused"), resource="DISCORD_TOKEN") from None
    except discord.PrivilegedIntentsRequired:
        raise SettingsError(translatable("gateway-intents-refused"), resource="DISCORD_TOKEN") from None
    except (aiohttp.ClientError, OSError, discord.DiscordServerError, discord.GatewayNotFound) as error:
        # only for the first connection: afterwards discord.py reconnects by itself
        raise FetchError(translatable("gateway-discord-unreachable"), resource="discord.com") from error
