"""Searches who said what, in all articles."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.domain.statement_search import SpeakerSuggestion
from bot.gateway.archive_components import show_search
from bot.gateway.channels import askers_of, readers_of
from bot.gateway.client import AttacheBot
from bot.gateway.responses import acknowledge
from bot.render.card import LABEL_LIMIT
from bot.render.localized_names import country_name
from bot.render.quotations import shorten
from bot.services.statement_search import WORDS_LIMIT

Words = app_commands.Range[str, 1, WORDS_LIMIT]


class SaidCog(commands.Cog):
    """One command over the archive. The service does the work."""

    def __init__(self, bot: AttacheBot) -> None:
        self._saying = bot.services.statements

    @app_commands.command()
    @app_commands.describe(
        who="Who speaks: a name in any spelling, a country, a body or an office",
        about="Words in the statement; “exact phrase” in quotation marks, word beginnings as sanction*",
        since="Start date, such as 30d, last month, 2021-02; default: no limit",
        until="End date, inclusive, such as 2021-03-15 or last week",
    )
    async def said(
        self,
        interaction: discord.Interaction[AttacheBot],
        who: Words | None = None,
        about: Words | None = None,
        since: Words | None = None,
        until: Words | None = None,
    ) -> None:
        """Find who said what about what, and when, in all articles."""
        await acknowledge(interaction)
        found = await self._saying.search(
            who=who or "",
            about=about or "",
            since=since or "",
            until=until or "",
            askers=askers_of(interaction),
            readers=readers_of(interaction),
        )
        await show_search(interaction, found)

    @said.autocomplete("who")
    async def choose_who(self, interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """People and countries with statements."""
        found = await self._saying.suggest(typed, askers=askers_of(interaction))
        return [
            app_commands.Choice(name=shorten(_label(one), LABEL_LIMIT), value=one.name)
            for one in found
            if len(one.name) <= WORDS_LIMIT
        ]


def _label(one: SpeakerSuggestion) -> str:
    facts = ", ".join(fact for fact in (one.role, country_name(one.country or "")) if fact)
    return f"{one.name} — {facts}" if facts else one.name


async def setup(bot: AttacheBot) -> None:
    """Called by discord.py when the cog is loaded."""
    await bot.add_cog(SaidCog(bot))
