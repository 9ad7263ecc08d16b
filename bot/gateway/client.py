"""The bot on Discord's gateway: what it may see, what it loads, and the one place its errors go."""

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
from bot.gateway.acknowledgement_times import measure_acknowledgements
from bot.gateway.command_registration import register
from bot.gateway.component_handlers import handle_component
from bot.gateway.components import ComponentButton, ComponentMenu, is_known
from bot.gateway.errors import answer_error
from bot.gateway.pending_replies import Waiting
from bot.gateway.rate_limit import RateLimiter, apply_rate_limit
from bot.gateway.reply_locale import use_interaction_locale
from bot.i18n.messages import translatable
from bot.render.card import ComponentAction
from bot.render.cards.about_cards import Status
from bot.services.articles import ArticleService

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

RATE_LIMIT_PATIENCE: Final = 30
"""Seconds that a request waits for Discord's limits; one that would have to wait longer is given back."""

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
        use_interaction_locale(interaction)
        if interaction.type is not discord.InteractionType.autocomplete:
            self.client.await_answer(interaction)
        return True

    async def on_error(self, interaction: discord.Interaction[Any], error: app_commands.AppCommandError, /) -> None:
        """Answer what a command raised."""
        await answer_error(interaction, error)


class AttacheBot(commands.Bot):
    """Attaché on Discord.

    ``article_service`` reads articles, ``services`` keeps feeds and digests; ``status`` tells how the bot is when
    asked.
    """

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
        """Load the cogs, know the buttons of every earlier message, and register the commands."""
        for cog in COGS:
            await self.load_extension(cog)
        self.add_dynamic_items(ComponentButton, ComponentMenu)
        await register(self)

    async def answer(self, interaction: discord.Interaction[Any], press: ComponentAction) -> None:
        """Answer a pressed button or a chosen line of a menu."""
        use_interaction_locale(interaction)
        self.await_answer(interaction)
        try:
            await handle_component(interaction, press)
        except Exception as error:  # noqa: BLE001 - discord.py would only log it, and the person would wait in vain
            await answer_error(interaction, error)

    def await_answer(self, interaction: discord.Interaction[Any]) -> None:
        """The current task answers ``interaction``: if the bot stops before it has, its person is told to ask again."""

        async def tell() -> None:
            use_interaction_locale(interaction)
            await answer_error(interaction, BusyError(translatable("gateway-restarting")))

        self.waiting.add(tell)

    async def close(self) -> None:
        """Tell those who wait for an answer that none comes, and end the connections."""
        await self.waiting.dismiss()
        await super().close()

    async def on_interaction(self, interaction: discord.Interaction[Any], /) -> None:
        """Say so when a button or menu is none of this version's: of a later one, or of nobody's."""
        if interaction.type is not discord.InteractionType.component:
            return
        asked: Mapping[str, Any] = interaction.data or {}
        if not is_known(str(asked.get("custom_id", ""))):
            use_interaction_locale(interaction)
            await answer_error(interaction, UsageError(translatable("gateway-button-unknown")))

    async def on_message(self, message: discord.Message, /) -> None:
        """Do nothing: no message is a command here. The cog of conversations listens by itself."""

    async def on_error(self, event_method: str, /, *_args: Any, **_kwargs: Any) -> None:
        """Log what a listener raised; the event's content stays out of the log."""
        _log.exception("a listener failed", action=event_method)


async def run_gateway(bot: AttacheBot, token: str, working: Callable[[], AbstractAsyncContextManager[object]]) -> None:
    """Run ``bot`` until it is closed, with ``working`` entered from when it is logged in.

    Raises ``SettingsError`` when Discord refuses the token or the intents, ``FetchError`` when it cannot be reached.
    """
    async with _logged_in(bot, token), working():
        with _refusals_in_words():
            await bot.connect()


async def run_sender(
    client: discord.Client, token: str, working: Callable[[], AbstractAsyncContextManager[object]]
) -> None:
    """Be logged in with ``client``, without a connection to the gateway, and ``working`` until cancelled.

    Raises as :func:`connect` does.
    """
    async with _logged_in(client, token), working():
        await asyncio.Event().wait()


async def find_connection_problem(bot: discord.Client) -> str | None:
    """What is wrong with the connection to Discord's gateway, in a sentence; None for nothing."""
    return None if bot.is_ready() and not bot.is_closed() else "It is not connected to Discord."


def make_sending_client() -> discord.Client:
    """A client that only posts: it hears of nothing."""
    return discord.Client(
        intents=discord.Intents(guilds=True),  # never asked for, as it is never connected; with none, discord.py warns
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
        # only at first: afterwards discord.py connects again by itself
        raise FetchError(translatable("gateway-discord-unreachable"), resource="discord.com") from error
