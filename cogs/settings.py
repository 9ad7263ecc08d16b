"""Settings of a person and of a server, and deletion of a person's data."""

from typing import Literal

import discord
from discord import app_commands
from discord.ext import commands

from bot.domain.time_zones import suggest_zones
from bot.gateway.channels import check_manager, owner_of_server
from bot.gateway.client import AttacheBot
from bot.gateway.message_input import owner_of
from bot.gateway.reply_locale import use_person_language
from bot.gateway.responses import acknowledge, send_card
from bot.i18n.language import Language
from bot.render.cards import settings_cards
from bot.render.cards.status_card import render_desk_report

Words = app_commands.Range[str, 1, 60]
ZONE = "City or time zone, such as Europe/Berlin; none resets it"
LANGUAGES = [
    *(app_commands.Choice(name=one.own_name, value=one.value) for one in Language),
    app_commands.Choice(name="none", value="none"),
]
QUIET = "Hours such as 22:00-07:00; none removes them"


class Settings(commands.GroupCog, group_name="settings", group_description="Your settings, and the server's"):
    """Shows the settings if no option is given. All answers are private."""

    def __init__(self, bot: AttacheBot) -> None:
        self._preferences = bot.services.preferences

    @app_commands.command()
    @app_commands.describe(
        timezone=ZONE,
        quiet=f"{QUIET}: your alerts wait until they end",
        attitudes="Whether who said what includes what people are said to think or want",
        language="Language of your answers; none: that of your Discord",
    )
    @app_commands.choices(language=LANGUAGES)
    async def me(
        self,
        interaction: discord.Interaction,
        timezone: Words | None = None,
        quiet: Words | None = None,
        attitudes: bool | None = None,
        language: str | None = None,
    ) -> None:
        """Show or change your settings: language, time zone, quiet hours, attitudes."""
        await acknowledge(interaction, private=True)
        person = owner_of(interaction.user)
        chosen = await self._preferences.set_mine(
            person, timezone=timezone, quiet=quiet, attitudes=attitudes, language=language
        )
        await use_person_language(interaction, alone=True)
        await send_card(interaction, render_desk_report(settings_cards.report_mine(chosen))[0])

    @app_commands.command()
    @app_commands.describe(
        style="full: key sentences and statements; short: each story in a line",
        timezone=f"{ZONE}. For digests without their own",
        quiet=f"{QUIET}: alerts and new digests here wait until they end",
        labels="Whether digests label state-funded and state-controlled outlets",
        language="Language of digests, posts and public answers; none: that of the person who asks",
    )
    @app_commands.choices(language=LANGUAGES)
    async def server(
        self,
        interaction: discord.Interaction,
        style: Literal["full", "short"] | None = None,
        timezone: Words | None = None,
        quiet: Words | None = None,
        labels: bool | None = None,
        language: str | None = None,
    ) -> None:
        """Show or change this server's settings; for those who manage it."""
        check_manager(interaction)
        await acknowledge(interaction, private=True)
        chosen = await self._preferences.set_server(
            owner_of_server(interaction),
            style=style,
            timezone=timezone,
            quiet=quiet,
            labels=labels,
            language=language,
        )
        await send_card(interaction, render_desk_report(settings_cards.report_server(chosen))[0])

    @me.autocomplete("timezone")
    @server.autocomplete("timezone")
    async def choose_zone(self, _interaction: discord.Interaction, current: str) -> list[app_commands.Choice[str]]:
        """Time zones matching the typed text, by name and by city."""
        return [app_commands.Choice(name=name, value=name) for name in suggest_zones(current)]


class Forget(commands.GroupCog, group_name="forget", group_description="Delete your stored data"):
    """Deletes nothing until a button is pressed."""

    def __init__(self, bot: AttacheBot) -> None:
        self._forgetting = bot.services.forgetting

    @app_commands.command()
    async def me(self, interaction: discord.Interaction) -> None:
        """Delete all your stored data, after showing you what that is."""
        await acknowledge(interaction, private=True)
        found = await self._forgetting.count(owner_of(interaction.user))
        await send_card(interaction, settings_cards.render_forget(found))


async def setup(bot: AttacheBot) -> None:
    """Called by discord.py when the cog is loaded."""
    await bot.add_cog(Settings(bot))
    await bot.add_cog(Forget(bot))
