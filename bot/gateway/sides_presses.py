"""Showing two sides: for the command and for the buttons below them, as a card or as a picture."""

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

import discord

from bot.errors import UsageError
from bot.gateway.places import askers_of
from bot.gateway.sending import send_card, send_picture, turn_page, turn_picture
from bot.pictures.drawing import Theme
from bot.pictures.twosides import compose_sides_drawings
from bot.render.card import Action, Button, Press
from bot.render.cards_twosides import render_two_sides
from bot.render.pages import turning
from bot.render.sides_press import find_sides
from bot.words.speech import say, worded

if TYPE_CHECKING:
    from bot.domain.digest import TwoSides
    from bot.gateway.client import AttacheBot

THEMES = {Action.SIDESDARK: Theme.DARK, Action.SIDESLIGHT: Theme.LIGHT}
SIDES_ACTIONS = frozenset({Action.TWOSIDES, *THEMES})


async def show_sides(interaction: "discord.Interaction[AttacheBot]", press: Press, *, in_place: bool = False) -> None:
    """Answer an acknowledged ``interaction`` with the two sides that ``press`` asks for, or put them in its place."""
    try:
        wanted = find_sides(press)
    except ValueError:
        raise UsageError(worded("gateway-button-unknown")) from None
    sides = await interaction.client.bureau.sides.find(wanted, askers_of(interaction))
    if press.action in THEMES:
        await _show_picture(interaction, sides, press, in_place=in_place)
        return
    cards = await asyncio.to_thread(render_two_sides, sides, press)
    card = cards[min(press.page, len(cards) - 1)]
    await (turn_page(interaction, card) if in_place else send_card(interaction, card))


async def _show_picture(
    interaction: "discord.Interaction[AttacheBot]", sides: "TwoSides", press: Press, *, in_place: bool
) -> None:
    drawings = await asyncio.to_thread(compose_sides_drawings, sides)
    page = min(press.page, len(drawings) - 1)
    theme = THEMES[press.action]
    picture = await interaction.client.bureau.studio.draw(drawings[page], theme)
    here = replace(press, page=page, turns=False)
    other = Action.SIDESLIGHT if theme is Theme.DARK else Action.SIDESDARK
    buttons = (
        *turning(here, len(drawings)),
        Button(
            say("twosides-light") if theme is Theme.DARK else say("twosides-dark"),
            replace(here, action=other, turns=True),
        ),
        Button(say("twosides-as-columns"), replace(here, action=Action.TWOSIDES, page=0)),
    )
    await (turn_picture if in_place else send_picture)(interaction, picture, buttons)
