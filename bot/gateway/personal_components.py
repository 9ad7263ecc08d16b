"""Answers buttons for personal data: why an alert was sent, ending its watch, deleting all of a person's data.

The data is always that of the person who presses, never what the button says.
"""

from typing import TYPE_CHECKING

import discord

from bot.gateway.alert_channels import find_server
from bot.gateway.message_input import owner_of
from bot.gateway.responses import acknowledge, replace_page, send_card
from bot.render.card import Action, ComponentAction
from bot.render.cards import settings_cards, watch_cards
from bot.render.cards.status_card import render_desk_report

if TYPE_CHECKING:
    from bot.gateway.client import AttacheBot

PERSONAL_ACTIONS = frozenset({Action.WATCHES, Action.UNWATCH, Action.FORGET})


async def handle_personal_component(interaction: "discord.Interaction[AttacheBot]", press: ComponentAction) -> None:
    """Answer ``press`` for the person who pressed."""
    services, person = interaction.client.services, owner_of(interaction.user)
    match press.action:
        case Action.UNWATCH:
            await acknowledge(interaction, private=True)
            number = int(press.detail) if press.detail.isdecimal() else 0
            stopped = await services.watches.stop(person, find_server(interaction), press.reading, number)
            await send_card(interaction, render_desk_report(watch_cards.report_removed(stopped))[0])
        case Action.FORGET:
            await acknowledge(interaction, private=True, in_place=True)
            forgotten = await services.forgetting.forget(person)
            await replace_page(interaction, render_desk_report(settings_cards.report_forgotten(forgotten))[0])
        case _:
            await acknowledge(interaction, private=True, in_place=True)
            pages = render_desk_report(
                watch_cards.report_watches(await services.watches.standing(person)), press.action
            )
            await replace_page(interaction, pages[min(press.page, len(pages) - 1)])


async def explain_alert(interaction: "discord.Interaction[AttacheBot]", press: ComponentAction) -> bool:
    """Answer the acknowledged "Why this?" of an alert; False if the post is no alert that the person may see."""
    services, person = interaction.client.services, owner_of(interaction.user)
    found = await services.watches.explain(person, find_server(interaction), press.reading)
    if found is None:
        return False
    report = watch_cards.report_alerts(found.alerts, found.outlets, mine=found.mine)
    await send_card(interaction, render_desk_report(report)[0])
    return True
