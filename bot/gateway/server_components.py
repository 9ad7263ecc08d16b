"""Answers buttons and menus of server data: why something was posted, and pages of private lists.

The owner is always the server in which the button was pressed, never what the button says.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

import discord

from bot.container import Services
from bot.errors import UsageError
from bot.gateway.channels import askers_of, check_manager, owner_of_server
from bot.gateway.personal_components import explain_alert
from bot.gateway.responses import acknowledge, replace_page, send_card
from bot.i18n.messages import translatable
from bot.render.card import Action, Button, Card, ComponentAction
from bot.render.cards import feed_cards, schedule_cards
from bot.render.cards.explanation_card import report_explanation
from bot.render.cards.status_card import render_desk_report
from bot.render.cards.two_sides_card import UNDO, report_split, report_unsplit, split_button, undo_button
from bot.render.document_cards import render_cards

if TYPE_CHECKING:
    from bot.gateway.client import AttacheBot

SERVER_ACTIONS = frozenset({Action.WHY, Action.FEEDS, Action.FATES, Action.SCHEDULES, Action.SPLIT})


async def handle_server_component(interaction: "discord.Interaction[AttacheBot]", press: ComponentAction) -> None:
    """Answer ``press``: explanations of posts for everybody, lists for those who manage the server."""
    services = interaction.client.services
    if press.action is Action.WHY:
        await acknowledge(interaction, private=True)
        if await explain_alert(interaction, press):
            return
        reason = await services.post_explanations.explain(owner_of_server(interaction), press.reading)
        carried = reason.item is not None and reason.item.article and len(reason.outlets) > 1
        buttons = split_button(reason.item.article) if carried and reason.item and reason.item.article else ()
        await send_card(interaction, render_cards(replace(report_explanation(reason), buttons=buttons))[0])
        return
    if press.action is Action.SPLIT:
        await _split(interaction, press)
        return
    check_manager(interaction)
    theirs_alone = interaction.message is not None and interaction.message.flags.ephemeral
    await acknowledge(interaction, private=True, in_place=theirs_alone)
    pages = await _pages(services, owner_of_server(interaction), press)
    card = pages[min(press.page, len(pages) - 1)]
    await (replace_page(interaction, card) if theirs_alone else send_card(interaction, card))


async def _split(interaction: "discord.Interaction[AttacheBot]", press: ComponentAction) -> None:
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


async def _pages(services: Services, owner: str, press: ComponentAction) -> list[Card]:
    match press.action:
        case Action.FEEDS:
            return render_desk_report(feed_cards.report_feeds(await services.feeds.followed(owner)), press.action)
        case Action.SCHEDULES:
            standing = await services.digests.standing(owner)
            return render_desk_report(schedule_cards.report_schedules(standing), press.action)
        case _:
            number, _, before = press.detail.partition(":")
            if not number.isdecimal() or (before and not before.isdecimal()):
                raise UsageError(translatable("gateway-button-unknown"))
            page = await services.feeds.why(owner, int(number), before=int(before) if before else None)
            return [feed_cards.render_outcomes(page, await services.feeds.followed(owner))]
