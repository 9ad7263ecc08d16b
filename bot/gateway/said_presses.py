"""Showing what was said: for the command, the buttons that turn its pages, its table, and a statement's context."""

import asyncio
from typing import TYPE_CHECKING

import discord

from bot.desk.said import SaidPage
from bot.errors import UsageError
from bot.gateway.places import askers_of
from bot.gateway.sending import send_card, send_file, turn_page
from bot.render.card import Action, Press
from bot.render.cards_said import render_said
from bot.render.found_table import render_found_table
from bot.render.said_press import can_carry, find_said
from bot.words.speech import worded

if TYPE_CHECKING:
    from bot.gateway.client import AttacheBot

SAID_ACTIONS = frozenset({Action.SAID, Action.SAIDFILE})


async def show_said(interaction: "discord.Interaction[AttacheBot]", said: SaidPage, *, in_place: bool = False) -> None:
    """Answer an acknowledged ``interaction`` with a page, or put it in its place."""
    if not can_carry(said.wanted) and not said.kept:
        said = await interaction.client.bureau.saying.keep(said)
    card = await asyncio.to_thread(render_said, said)
    await (turn_page(interaction, card) if in_place else send_card(interaction, card))


async def answer_said(interaction: "discord.Interaction[AttacheBot]", press: Press, *, in_place: bool) -> None:
    """Show the page, or send the table, that ``press`` asks for, as far as it is the presser's to see."""
    saying, askers = interaction.client.bureau.saying, askers_of(interaction)
    try:
        asked = find_said(press)
    except ValueError:
        raise UsageError(worded("gateway-button-unknown")) from None
    wanted = asked.wanted or await saying.recall(asked.kept)
    if press.action is Action.SAIDFILE:
        table = await asyncio.to_thread(render_found_table, await saying.collect(wanted, askers=askers))
        await send_file(interaction, "said.csv", table)
        return
    said = await saying.show(wanted, askers=askers, before=asked.before, after=asked.after, number=press.page)
    await show_said(interaction, said, in_place=in_place)
