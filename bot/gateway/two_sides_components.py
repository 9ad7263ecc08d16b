"""Shows two sides, as a card or as a picture: for the command and its buttons."""

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

import discord

from bot.errors import UsageError
from bot.gateway.channels import askers_of
from bot.gateway.responses import replace_page, replace_picture, send_card, send_picture
from bot.i18n.messages import translatable, translate
from bot.pictures.drawing import Theme
from bot.pictures.two_sides import compose_sides_drawings
from bot.render.card import Action, Button, ComponentAction
from bot.render.cards.two_sides_card import compose_columns
from bot.render.document_cards import render_cards
from bot.render.pagination import page_buttons
from bot.render.two_sides_buttons import parse_two_sides_action

if TYPE_CHECKING:
    from bot.domain.digest import TwoSides
    from bot.gateway.client import AttacheBot

THEMES = {Action.SIDESDARK: Theme.DARK, Action.SIDESLIGHT: Theme.LIGHT}
SIDES_ACTIONS = frozenset({Action.TWOSIDES, *THEMES})


async def show_sides(
    interaction: "discord.Interaction[AttacheBot]", press: ComponentAction, *, in_place: bool = False
) -> None:
    """Answer an acknowledged ``interaction`` with the requested two sides, or replace its message with them."""
    try:
        wanted = parse_two_sides_action(press)
    except ValueError:
        raise UsageError(translatable("gateway-button-unknown")) from None
    sides = await interaction.client.services.sides.find(wanted, askers_of(interaction))
    if press.action in THEMES:
        await _show_picture(interaction, sides, press, in_place=in_place)
        return
    cards = await asyncio.to_thread(render_cards, compose_columns(sides, press))
    card = cards[min(press.page, len(cards) - 1)]
    await (replace_page(interaction, card) if in_place else send_card(interaction, card))


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
    await (replace_picture if in_place else send_picture)(interaction, picture, buttons)
