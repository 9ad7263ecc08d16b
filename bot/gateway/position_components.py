"""Shows a country's position, as pages or as a file."""

import asyncio
from datetime import UTC

import discord

from bot.digests.position import PositionSheet
from bot.gateway.responses import replace_page, send_card, send_file
from bot.render.card import Action
from bot.render.cards.position_cards import name_file, render_position, render_position_file


async def show_position(
    interaction: discord.Interaction, sheet: PositionSheet, action: Action, page: int = 0, *, in_place: bool = False
) -> None:
    """Answer an acknowledged ``interaction`` with a position, or replace its message with it."""
    if action is Action.POSITIONFILE:
        text = await asyncio.to_thread(render_position_file, sheet, interaction.created_at, UTC)
        await send_file(interaction, name_file(sheet), text.encode("utf-8", "replace"))
        return
    cards = await asyncio.to_thread(render_position, sheet)
    card = cards[min(page, len(cards) - 1)]
    await (replace_page(interaction, card) if in_place else send_card(interaction, card))
