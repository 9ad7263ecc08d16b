"""Shows a country's position, as pages or as a file: for the command and its buttons."""

import asyncio
from datetime import UTC
from typing import TYPE_CHECKING

import discord

from bot.gateway.channels import askers_of
from bot.gateway.responses import replace_page, send_card, send_file
from bot.render.card import Action, ComponentAction
from bot.render.cards.position_cards import compose_position_page, name_file, render_position_file
from bot.render.document_cards import render_cards
from bot.render.two_sides_buttons import parse_words_action

if TYPE_CHECKING:
    from bot.gateway.client import AttacheBot

POSITION_ACTIONS = frozenset({Action.POSITION, Action.POSITIONFILE})


async def show_position(
    interaction: "discord.Interaction[AttacheBot]", press: ComponentAction, *, in_place: bool = False
) -> None:
    """Answer an acknowledged ``interaction`` with the requested position, or replace its message with it."""
    country, topic = parse_words_action(press)
    timelines = interaction.client.services.timelines
    sheet = await timelines.position(country=country, topic=topic, askers=askers_of(interaction))
    if press.action is Action.POSITIONFILE:
        text = await asyncio.to_thread(render_position_file, sheet, interaction.created_at, UTC)
        await send_file(interaction, name_file(sheet), text.encode("utf-8", "replace"))
        return
    cards = await asyncio.to_thread(render_cards, compose_position_page(sheet))
    card = cards[min(press.page, len(cards) - 1)]
    await (replace_page(interaction, card) if in_place else send_card(interaction, card))
