"""Settings on command, a person's own and a server's, and forgetting a person."""

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
ZONE = "City or time zone, such as Europe/Berlin; none removes it"
LANGUAGES = [
    *(app_commands.Choice(name=one.own_name, value=one.value) for one in Language),
    app_commands.Choice(name="none", value="none"),
]
QUIET = "Hours such as 22:00-07:00"


class Settings(commands.GroupCog, group_name="settings", group_description="Your settings, and the server's"):
    """Without an option, what is set is shown. Every answer is for the one who asks alone."""

    def __init__(self, bot: AttacheBot) -> None:
        self._preferences = bot.services.preferences

    @app_commands.command()
    @app_commands.describe(
        timezone=ZONE,
        quiet=f"{QUIET}: your alerts wait until they end; none removes them",
        attitudes="Whether who said what also shows what people are said to think or want",
        language="Language of answers to you; none: your Discord language",
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
        """Your language, time zone, quiet hours and attitudes."""
        await acknowledge(interaction, private=True)
        person = owner_of(interaction.user)
        chosen = await self._preferences.set_mine(
            person, timezone=timezone, quiet=quiet, attitudes=attitudes, language=language
        )
        await use_person_language(interaction, alone=True)
        await send_card(interaction, render_desk_report(settings_cards.report_mine(chosen))[0])

    @app_commands.command()
    @app_commands.describe(
        style="full: key sentences and statements; short: one line per story",
        timezone="City or time zone, such as Europe/Berlin, for digests without their own; none removes it",
        quiet=f"{QUIET}: alerts here and new digests wait until they end; none removes them",
        labels="Whether digests mark outlets that a state funds or controls",
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
        """Settings of this server; for those who manage it."""
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
        """Time zones for what was typed, by name and by city."""
        return [app_commands.Choice(name=name, value=name) for name in suggest_zones(current)]


class Forget(commands.GroupCog, group_name="forget", group_description="Delete your data"):
    """Deletes nothing before a button is pressed."""

    def __init__(self, bot: AttacheBot) -> None:
        self._forgetting = bot.services.forgetting

    @app_commands.command()
    async def me(self, interaction: discord.Interaction) -> None:
        """Delete all data stored about you, after showing it to you."""
        await acknowledge(interaction, private=True)
        found = await self._forgetting.count(owner_of(interaction.user))
        await send_card(interaction, settings_cards.render_forget(found))


async def setup(bot: AttacheBot) -> None:
    """Called by discord.py when the cog is loaded."""
    await bot.add_cog(Settings(bot))
    await bot.add_cog(Forget(bot))
