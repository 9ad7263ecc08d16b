"""Answers commands and buttons from the archive: two sides, search results, positions, stories, and what is new."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC
from functools import partial
from typing import TYPE_CHECKING

import discord

from bot.digests.position import PositionSheet
from bot.errors import UsageError
from bot.export.csv_table import render_found_table
from bot.gateway.channels import askers_of, owner_of_server
from bot.gateway.message_input import owner_of
from bot.gateway.responses import send_file, show_page, show_picture
from bot.i18n.messages import translatable, translate
from bot.pictures.drawing import Theme
from bot.pictures.two_sides import compose_sides_drawings
from bot.render.card import Action, Button, ComponentAction
from bot.render.cards.briefing_cards import compose_catch_up_page, parse_catch_up_action
from bot.render.cards.position_cards import name_file, render_position_file
from bot.render.cards.search_cards import compose_search_page
from bot.render.cards.story_list_cards import compose_stories_page, parse_stories_action
from bot.render.cards.two_sides_card import compose_columns
from bot.render.pagination import page_buttons
from bot.render.search_buttons import fits_in_action, parse_search_action
from bot.render.two_sides_buttons import parse_two_sides_action
from bot.services.statement_search import SearchPage

if TYPE_CHECKING:
    from bot.domain.digest import TwoSides
    from bot.gateway.client import AttacheBot

SEARCH_ACTIONS = frozenset({Action.SAID, Action.SAIDFILE})

THEMES = {Action.SIDESDARK: Theme.DARK, Action.SIDESLIGHT: Theme.LIGHT}
SIDES_ACTIONS = frozenset({Action.TWOSIDES, *THEMES})


@contextmanager
def known_button() -> Iterator[None]:
    """Raise ``UsageError`` for a button that no version of this program made, which is a ``ValueError`` when parsed."""
    try:
        yield
    except ValueError:
        raise UsageError(translatable("gateway-button-unknown")) from None


async def show_sides(
    interaction: "discord.Interaction[AttacheBot]", press: ComponentAction, *, in_place: bool = False
) -> None:
    """Answer an acknowledged ``interaction`` with the requested two sides, or replace its message with them."""
    with known_button():
        wanted = parse_two_sides_action(press)
    sides = await interaction.client.services.sides.find(wanted, askers_of(interaction))
    if press.action in THEMES:
        await _show_picture(interaction, sides, press, in_place=in_place)
    else:
        await show_page(interaction, partial(compose_columns, sides, press), press.page, in_place=in_place)


async def _show_picture(
    interaction: "discord.Interaction[AttacheBot]", sides: "TwoSides", press: ComponentAction, *, in_place: bool
) -> None:
    drawings = await asyncio.to_thread(compose_sides_drawings, compose_columns(sides, press))
    page = min(press.page, len(drawings) - 1)
    theme = THEMES[press.action]
    picture = await interaction.client.services.picture_renderer.draw(drawings[page], theme)
    here = replace(press, page=page, turns=False)
    other = Action.SIDESLIGHT if theme is Theme.DARK else Action.SIDESDARK
    buttons = (
        *page_buttons(here, len(drawings)),
        Button(
            translate("twosides-light") if theme is Theme.DARK else translate("twosides-dark"),
            replace(here, action=other, turns=True),
        ),
        Button(translate("twosides-as-columns"), replace(here, action=Action.TWOSIDES, page=0)),
    )
    await show_picture(interaction, picture, buttons, in_place=in_place)


async def show_search(
    interaction: "discord.Interaction[AttacheBot]", said: SearchPage, *, in_place: bool = False
) -> None:
    """Answer an acknowledged ``interaction`` with a page, or replace its message with it."""
    if not fits_in_action(said.wanted) and not said.kept:
        said = await interaction.client.services.statements.save_query(said)
    await show_page(interaction, partial(compose_search_page, said), in_place=in_place)


async def handle_search_component(
    interaction: "discord.Interaction[AttacheBot]", press: ComponentAction, *, in_place: bool
) -> None:
    """Show the requested page or send the table, with what the person may see."""
    saying, askers = interaction.client.services.statements, askers_of(interaction)
    with known_button():
        asked = parse_search_action(press)
    wanted = asked.wanted or await saying.load_query(asked.kept)
    if press.action is Action.SAIDFILE:
        table = await asyncio.to_thread(render_found_table, await saying.collect(wanted, askers=askers))
        await send_file(interaction, "said.csv", table)
        return
    said = await saying.load_page(wanted, askers=askers, before=asked.before, after=asked.after, number=press.page)
    await show_search(interaction, said, in_place=in_place)


async def show_position_file(interaction: discord.Interaction, sheet: PositionSheet) -> None:
    """Answer an acknowledged ``interaction`` with a position as a file."""
    text = await asyncio.to_thread(render_position_file, sheet, interaction.created_at, UTC)
    await send_file(interaction, name_file(sheet), text.encode("utf-8", "replace"))


async def show_stories(
    interaction: "discord.Interaction[AttacheBot]", press: ComponentAction, *, in_place: bool
) -> None:
    """Show all stories of a digest: of the server of the press, or of the person's direct digest."""
    with known_button():
        since, until, topic = parse_stories_action(press)
    digests = interaction.client.services.digests
    direct = interaction.guild_id is None
    owner = await digests.find_direct(owner_of(interaction.user), topic) if direct else owner_of_server(interaction)
    found = await digests.list_stories(owner, since, until, topic)
    await show_page(interaction, partial(compose_stories_page, found), press.page, in_place=in_place)


async def turn_catch_up(
    interaction: "discord.Interaction[AttacheBot]", press: ComponentAction, *, in_place: bool
) -> None:
    """Show another page of the period that somebody looked at, of the server of the press."""
    with known_button():
        since, until, again = parse_catch_up_action(press)
    service = interaction.client.services.catch_up
    found = await service.load(owner_of_server(interaction), since, until, again=again)
    await show_page(interaction, partial(compose_catch_up_page, found, UTC), press.page, in_place=in_place)
