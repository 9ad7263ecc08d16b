"""Shows search results: for the command, its page buttons, its table, and a statement's context."""

import asyncio
from typing import TYPE_CHECKING

import discord

from bot.errors import UsageError
from bot.export.search_results_csv import render_found_table
from bot.gateway.channels import askers_of
from bot.gateway.responses import replace_page, send_card, send_file
from bot.i18n.messages import translatable
from bot.render.card import Action, ComponentAction
from bot.render.cards.search_cards import compose_search_page
from bot.render.document_cards import render_cards
from bot.render.search_buttons import fits_in_action, parse_search_action
from bot.services.statement_search import SearchPage

if TYPE_CHECKING:
    from bot.gateway.client import AttacheBot

SEARCH_ACTIONS = frozenset({Action.SAID, Action.SAIDFILE})


async def show_search(
    interaction: "discord.Interaction[AttacheBot]", said: SearchPage, *, in_place: bool = False
) -> None:
    """Answer an acknowledged ``interaction`` with a page, or replace its message with it."""
    if not fits_in_action(said.wanted) and not said.kept:
        said = await interaction.client.services.statements.save_query(said)
    (card,) = await asyncio.to_thread(render_cards, compose_search_page(said))
    await (replace_page(interaction, card) if in_place else send_card(interaction, card))


async def handle_search_component(
    interaction: "discord.Interaction[AttacheBot]", press: ComponentAction, *, in_place: bool
) -> None:
    """Show the requested page or send the table, with what the person may see."""
    saying, askers = interaction.client.services.statements, askers_of(interaction)
    try:
        asked = parse_search_action(press)
    except ValueError:
        raise UsageError(translatable("gateway-button-unknown")) from None
    wanted = asked.wanted or await saying.load_query(asked.kept)
    if press.action is Action.SAIDFILE:
        table = await asyncio.to_thread(render_found_table, await saying.collect(wanted, askers=askers))
        await send_file(interaction, "said.csv", table)
        return
    said = await saying.load_page(wanted, askers=askers, before=asked.before, after=asked.after, number=press.page)
    await show_search(interaction, said, in_place=in_place)
