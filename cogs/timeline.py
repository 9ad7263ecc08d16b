"""Timelines as pictures, and a country's position on a topic."""

import asyncio

import discord
from discord import app_commands
from discord.ext import commands

from bot.export.search_results_csv import render_found_table
from bot.gateway.archive_components import show_position
from bot.gateway.channels import askers_of, readers_of
from bot.gateway.client import AttacheBot
from bot.gateway.responses import acknowledge, send_picture
from bot.pictures.drawing import Theme
from bot.pictures.timeline import compose_timeline_drawing
from bot.render.card import LABEL_LIMIT, Action
from bot.render.quotations import shorten
from bot.render.two_sides_buttons import PAIR_LIMIT, make_words_action

Words = app_commands.Range[str, 1, 100]
Pair = app_commands.Range[str, 1, PAIR_LIMIT]


class Timelines(commands.Cog):
    """Commands over all articles. The service does the work."""

    def __init__(self, bot: AttacheBot) -> None:
        self._services = bot.services
        self._search = bot.services.timelines

    @app_commands.command()
    @app_commands.describe(
        who="Who speaks: a name, an office, a country or a body",
        about="Topic, in one or a few words",
        since="Start date, such as 30d, March or 2026-03-01; default: no limit",
        theme="Colours of the picture; default: dark",
    )
    async def timeline(
        self,
        interaction: discord.Interaction[AttacheBot],
        who: Words | None = None,
        about: Words | None = None,
        since: Words | None = None,
        theme: Theme = Theme.DARK,
    ) -> None:
        """Show statements over time by speaker and kind, as a picture with its data."""
        await acknowledge(interaction)
        told = await self._services.timelines.timeline(
            who=who or "",
            about=about or "",
            since=since or "",
            askers=askers_of(interaction),
            readers=readers_of(interaction),
        )
        drawing = await asyncio.to_thread(compose_timeline_drawing, told.timeline, told.title)
        table = await asyncio.to_thread(render_found_table, told.found)
        picture = await self._services.picture_renderer.draw(drawing, theme)
        await send_picture(interaction, picture, (), ("timeline.csv", table))

    @app_commands.command()
    @app_commands.rename(shown="as")
    @app_commands.describe(
        country="A country or organisation, such as Norway or European Union",
        topic="Topic, in one or a few words; default: everything",
        shown="Default: pages",
    )
    @app_commands.choices(
        shown=[
            app_commands.Choice(name="pages", value=Action.POSITION),
            app_commands.Choice(name="file", value=Action.POSITIONFILE),
        ]
    )
    async def position(
        self,
        interaction: discord.Interaction[AttacheBot],
        country: Pair,
        topic: Pair | None = None,
        shown: str = Action.POSITION,
    ) -> None:
        """What a country's speakers said on a topic, word for word, newest first."""
        await acknowledge(interaction)
        await show_position(interaction, make_words_action(Action(shown), country, topic or ""))

    @timeline.autocomplete("who")
    async def _complete_who(self, interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return _choices(await self._search.suggest(typed, askers=askers_of(interaction)), 100)

    @position.autocomplete("country")
    async def _complete_country(self, interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        countries = await self._search.suggest(typed, askers=askers_of(interaction), countries=True)
        return _choices(countries, PAIR_LIMIT)


def _choices(names: tuple[str, ...], limit: int) -> list[app_commands.Choice[str]]:
    return [app_commands.Choice(name=shorten(name, LABEL_LIMIT), value=name) for name in names if len(name) <= limit]


async def setup(bot: AttacheBot) -> None:
    """Called by discord.py when the cog is loaded."""
    await bot.add_cog(Timelines(bot))
