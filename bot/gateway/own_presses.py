"""Answering buttons that are about a person's own: why an alert came, ending its watch, deleting all of theirs.

Whose it is, is always the one who presses, never what a button says.
"""

from typing import TYPE_CHECKING

import discord

from bot.gateway.material import owner_of
from bot.gateway.own_places import find_server
from bot.gateway.sending import acknowledge, send_card, turn_page
from bot.render import cards_settings, cards_watch
from bot.render.card import Action, Press
from bot.render.cards_desk import render_desk

if TYPE_CHECKING:
    from bot.gateway.client import AttacheBot

OWN_ACTIONS = frozenset({Action.WATCHES, Action.UNWATCH, Action.FORGET})


async def answer_own_press(interaction: "discord.Interaction[AttacheBot]", press: Press) -> None:
    """Do what ``press`` asks for, for the person who presses."""
    bureau, person = interaction.client.bureau, owner_of(interaction.user)
    match press.action:
        case Action.UNWATCH:
            await acknowledge(interaction, private=True)
            number = int(press.detail) if press.detail.isdecimal() else 0
            stopped = await bureau.watches.stop(person, find_server(interaction), press.reading, number)
            await send_card(interaction, render_desk(cards_watch.report_removed(stopped))[0])
        case Action.FORGET:
            await acknowledge(interaction, private=True, in_place=True)
            forgotten = await bureau.forgetting.forget(person)
            await turn_page(interaction, render_desk(cards_settings.report_forgotten(forgotten))[0])
        case _:
            await acknowledge(interaction, private=True, in_place=True)
            pages = render_desk(cards_watch.report_watches(await bureau.watches.standing(person)), press.action)
            await turn_page(interaction, pages[min(press.page, len(pages) - 1)])


async def explain_alert(interaction: "discord.Interaction[AttacheBot]", press: Press) -> bool:
    """Answer the acknowledged "Why this?" of an alert; False when the post is none, or not theirs to see."""
    bureau, person = interaction.client.bureau, owner_of(interaction.user)
    found = await bureau.watches.explain(person, find_server(interaction), press.reading)
    if found is None:
        return False
    report = cards_watch.report_alerts(found.alerts, found.outlets, mine=found.mine)
    await send_card(interaction, render_desk(report)[0])
    return True
