"""Answers buttons of posts and alerts: why one was sent, ending its watch, splitting its story.

The owner is always the server of the press, or the person who presses, never what the button says.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

import discord

from bot.errors import UsageError
from bot.gateway.alert_channels import find_server
from bot.gateway.channels import askers_of, check_manager, owner_of_server
from bot.gateway.message_input import owner_of
from bot.gateway.responses import acknowledge, send_card
from bot.i18n.messages import translatable
from bot.render.card import Button, ComponentAction
from bot.render.cards import watch_cards
from bot.render.cards.explanation_card import report_explanation
from bot.render.cards.status_card import render_desk_report
from bot.render.cards.two_sides_card import UNDO, report_split, report_unsplit, split_button, undo_button
from bot.render.document_cards import render_cards

if TYPE_CHECKING:
    from bot.gateway.client import AttacheBot


async def explain_post(interaction: "discord.Interaction[AttacheBot]", press: ComponentAction) -> None:
    """Tell anybody who may see an alert or a post why it was sent."""
    await acknowledge(interaction, private=True)
    services, person = interaction.client.services, owner_of(interaction.user)
    if found := await services.watches.explain(person, find_server(interaction), press.reading):
        report = watch_cards.report_alerts(found.alerts, found.outlets, mine=found.mine)
        await send_card(interaction, render_desk_report(report)[0])
        return
    reason = await services.post_explanations.explain(owner_of_server(interaction), press.reading)
    carried = reason.item is not None and reason.item.article and len(reason.outlets) > 1
    buttons = split_button(reason.item.article) if carried and reason.item and reason.item.article else ()
    await send_card(interaction, render_cards(replace(report_explanation(reason), buttons=buttons))[0])


async def stop_watch(interaction: "discord.Interaction[AttacheBot]", press: ComponentAction) -> None:
    """End the person's watch behind an alert."""
    await acknowledge(interaction, private=True)
    number = int(press.detail) if press.detail.isdecimal() else 0
    watches = interaction.client.services.watches
    stopped = await watches.stop(owner_of(interaction.user), find_server(interaction), press.reading, number)
    await send_card(interaction, render_desk_report(watch_cards.report_removed(stopped))[0])


async def split_story(interaction: "discord.Interaction[AttacheBot]", press: ComponentAction) -> None:
    """Split a story, or undo that: for the server by a manager, or for a person in direct messages."""
    owners = askers_of(interaction)
    if interaction.guild_id is not None:
        check_manager(interaction)
    if not owners:  # a group owns nothing
        raise UsageError(translatable("gateway-server-only"))
    [owner] = owners
    await acknowledge(interaction, private=True)
    sides = interaction.client.services.sides
    buttons: tuple[Button, ...] = ()
    if press.detail == UNDO:
        await sides.unsplit(press.reading, owner)
        report = report_unsplit()
    else:
        report = report_split(await sides.split(press.reading, owner, interaction.created_at))
        buttons = undo_button(press.reading)
    await send_card(interaction, render_cards(replace(report, buttons=buttons))[0])
