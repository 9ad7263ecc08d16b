"""Answers buttons and menus. Many of them give a command again, for another page or another form of its answer.

The owner is always the server of the press, or the person who presses, never what the button says.
"""

from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

import discord

from bot.commands.caller import ReadingAnswer
from bot.commands.table import COMMANDS
from bot.errors import UsageError
from bot.gateway.answers import run_command, show_reading
from bot.gateway.archive_components import (
    SEARCH_ACTIONS,
    SIDES_ACTIONS,
    handle_search_component,
    known_button,
    show_sides,
    show_stories,
    turn_catch_up,
)
from bot.gateway.channels import askers_of, check_manager, find_place, find_server, owner_of_server
from bot.gateway.message_input import owner_of
from bot.gateway.responses import acknowledge, send_card
from bot.i18n.messages import translatable
from bot.render.card import Action, Button, ComponentAction
from bot.render.cards import watch_cards
from bot.render.cards.notice_cards import report_explanation
from bot.render.cards.search_cards import find_statement
from bot.render.cards.setup_cards import decode_choice
from bot.render.cards.source_cards import decode_filter
from bot.render.cards.status_card import render_desk_report
from bot.render.cards.two_sides_card import UNDO, report_split, report_unsplit, split_button, undo_button
from bot.render.document_cards import render_cards
from bot.render.two_sides_buttons import parse_words_action

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


_PRIVATE = {
    Action.FEEDS: "feed list",
    Action.FATES: "feed why",
    Action.SCHEDULES: "digest list",
    Action.WATCHES: "watch list",
    Action.FORGET: "forget me",
    Action.BROWSE: "feed browse",
    Action.SOURCE: "feed browse",
    Action.FOLLOW: "feed add",
    Action.SETUP: "setup",
    Action.TRYOUT: "setup",
    Action.BEGIN: "setup",
    Action.UNDO: "setup",
    Action.PUBLISH: "feed publish",
}
"""Buttons of private answers, with the command that they give again."""
_AGAIN = {
    Action.POSITION: "position",
    Action.POSITIONFILE: "position",
    Action.TIMELINE: "timeline",
    Action.CHANGED: "changed",
}
"""Buttons of a speaker or country and a topic, with the command that they give."""
_OF_CHANNEL = {Action.UNDO: "undo", Action.PUBLISH: "address"}
"""Buttons about a channel, with the option that their detail is."""
_OF_POSTS = {Action.WHY: explain_post, Action.SPLIT: split_story, Action.UNWATCH: stop_watch}


async def handle_component(interaction: "discord.Interaction[AttacheBot]", press: ComponentAction) -> None:
    """Answer ``press``. The owner of lists is always the person or server of the press, never what the button says.

    Pages turn in place for the person who used the command (and in direct messages); other people get a private page,
    so that nobody turns pages for others. In servers, another view of the article is private.
    """
    if handle := _OF_POSTS.get(press.action):
        await handle(interaction, press)
        return
    if press.action in _PRIVATE:
        command = COMMANDS[_PRIVATE[press.action]]
        if command.managers:
            check_manager(interaction)
        theirs_alone = interaction.message is not None and interaction.message.flags.ephemeral
        in_place = theirs_alone and press.action is not Action.FOLLOW
        await acknowledge(interaction, private=True, in_place=in_place)
        values = _values(press)
        if press.action is Action.FOLLOW:
            values["channel"] = await find_place(interaction, None)
        await run_command(interaction, command, values, press.page, in_place=in_place)
        return
    if press.action is Action.WATCH:
        await acknowledge(interaction, private=True)
        await run_command(interaction, COMMANDS["watch add"], _values(press))
        return
    turns = press.turns and _may_turn(interaction)
    await acknowledge(interaction, private=interaction.guild_id is not None, in_place=turns)
    if press.action in SIDES_ACTIONS:
        await show_sides(interaction, press, in_place=turns)
    elif press.action in _AGAIN:
        await run_command(interaction, COMMANDS[_AGAIN[press.action]], _values(press), press.page, in_place=turns)
    elif press.action is Action.CATCHUP:
        await turn_catch_up(interaction, press, in_place=turns)
    elif press.action is Action.STORIES:
        await show_stories(interaction, press, in_place=turns)
    elif press.action in SEARCH_ACTIONS:
        await handle_search_component(interaction, press, in_place=turns)
    else:
        press = find_statement(press.detail) if press.action is Action.FOUND else press
        reading = await interaction.client.article_service.load(press.reading)
        await show_reading(interaction, ReadingAnswer(reading, press), in_place=turns)


@known_button()
def _values(press: ComponentAction) -> dict[str, Any]:
    """The options of the command that ``press`` gives."""
    match press.action:
        case Action.POSITION | Action.POSITIONFILE:
            country, topic = parse_words_action(press)
            return {"country": country, "topic": topic, "as": press.action}
        case Action.CHANGED | Action.TIMELINE | Action.WATCH:
            names = ("speaker", "topic") if press.action is Action.WATCH else ("who", "about")
            return {name: words for name, words in zip(names, parse_words_action(press), strict=True) if words}
        case Action.BROWSE:
            return {name: value or "" for name, value in asdict(decode_filter(press.detail)).items()}
        case Action.SOURCE | Action.FOLLOW:
            return {"source" if press.action is Action.SOURCE else "url": press.detail}
        case Action.SETUP | Action.TRYOUT | Action.BEGIN:
            preview, confirm = press.action is Action.TRYOUT, press.action is Action.BEGIN
            return {**decode_choice(press), "preview": preview, "confirm": confirm}
        case Action.UNDO | Action.PUBLISH:
            return {"channel": str(int(press.reading, 16)), _OF_CHANNEL[press.action]: press.detail}
        case Action.FATES:
            number, _, before = press.detail.partition(":")
            return {"number": int(number), "before": int(before) if before else None}
        case _:
            return {"confirm": True} if press.action is Action.FORGET else {}


def _may_turn(interaction: discord.Interaction) -> bool:
    """Whether the message belongs to the person: it is private, or the answer to their command."""
    message = interaction.message
    if message is None or interaction.guild_id is None or message.flags.ephemeral:
        return message is not None
    asked = message.interaction_metadata
    return asked is not None and asked.user.id == interaction.user.id
