"""Answers buttons and menus about what a server or a person owns: explanations of posts, private lists, deletion.

The owner is the server where the button was pressed, or the person who pressed it; never what the button says.
"""

from typing import TYPE_CHECKING

import discord

from bot.container import Services
from bot.errors import UsageError
from bot.gateway.alert_channels import find_server
from bot.gateway.channels import askers_of, check_manager, owner_of_server
from bot.gateway.message_input import owner_of
from bot.gateway.responses import acknowledge, replace_page, send_card
from bot.i18n.messages import translatable
from bot.render.card import Action, Button, Card, ComponentAction
from bot.render.cards import feed_cards, schedule_cards, settings_cards, watch_cards
from bot.render.cards.explanation_card import report_explanation
from bot.render.cards.status_card import render_desk_report
from bot.render.report import render_report
from bot.render.split import UNDO, report_split, report_unsplit, split_button, undo_button

if TYPE_CHECKING:
    from bot.gateway.client import AttacheBot

PERSONAL_ACTIONS = frozenset({Action.WATCHES, Action.UNWATCH, Action.FORGET})

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
        await send_card(interaction, render_report(report_explanation(reason), buttons=buttons)[0])
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
    await send_card(interaction, render_report(report, buttons=buttons)[0])


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
