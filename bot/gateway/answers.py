"""Answers a command on Discord: acknowledges it, runs its handler, and shows what that returns."""

import asyncio
from collections.abc import Mapping
from datetime import UTC
from typing import Any

import discord

from bot.archive.erasure import PersonalData
from bot.commands.caller import Answer, FileAnswer, PositionQuery, ReadingAnswer
from bot.commands.command import Command
from bot.domain.briefing import Briefing
from bot.domain.digest import TwoSidesQuery
from bot.export.search_results_csv import render_found_table
from bot.gateway.caller import find_caller
from bot.gateway.channels import check_manager, owner_of_server
from bot.gateway.component_handlers import compose_reading_card
from bot.gateway.message_input import owner_of
from bot.gateway.position_components import show_position
from bot.gateway.responses import acknowledge, is_awaited, send_card, send_cards, send_file, send_picture, show_progress
from bot.gateway.search_components import show_search
from bot.gateway.two_sides_components import show_sides
from bot.pictures.drawing import Theme
from bot.pictures.timeline import compose_timeline_drawing
from bot.render.card import Action, Card
from bot.render.cards.about_cards import render_help, render_privacy, render_status
from bot.render.cards.briefing_cards import render_briefing
from bot.render.cards.feed_cards import render_outcomes
from bot.render.cards.settings_cards import render_forget
from bot.render.cards.status_card import render_desk_report
from bot.render.report import Report
from bot.render.two_sides_buttons import make_two_sides_action, make_words_action
from bot.services.feed_results import OutcomePage
from bot.services.statement_search import SearchPage
from bot.services.status import StatusOverview
from bot.services.timeline import TimelineResult

_OF_ITSELF = {"help": render_help, "privacy": render_privacy}


async def answer_command(interaction: discord.Interaction[Any], command: Command, values: Mapping[str, Any]) -> None:
    """Answer ``command`` with the options ``values``. Raises ``CheckFailure`` for those who may not use it."""
    if command.managers:
        check_manager(interaction)
    await acknowledge(interaction, private=not command.public)
    answer = await command.run(find_caller(interaction), values)
    match answer:
        case ReadingAnswer():
            await show_reading(interaction, answer)
        case TwoSidesQuery():
            shown = Action(values.get("as", Action.TWOSIDES))
            await show_sides(interaction, make_two_sides_action(answer, shown))
        case PositionQuery():
            shown = Action(values.get("as", Action.POSITION))
            await show_position(interaction, make_words_action(shown, answer.country, answer.topic))
        case SearchPage():
            await show_search(interaction, answer)
        case TimelineResult():
            await _show_timeline(interaction, answer, Theme(values.get("theme", Theme.DARK)))
        case FileAnswer():
            await send_file(interaction, answer.name, answer.body)
        case Briefing():
            await send_cards(interaction, render_briefing(answer, UTC), private=not command.public)
        case _:
            card = await _card(interaction, command, answer)
            # the progress of a long command stands where its answer belongs
            await (send_card if is_awaited(interaction) else show_progress)(interaction, card)


async def show_reading(interaction: discord.Interaction[Any], answer: ReadingAnswer) -> None:
    """Answer an acknowledged ``interaction`` with the card of a reading."""
    client = interaction.client
    attitudes = await client.services.preferences.wants_attitudes(owner_of(interaction.user))
    card = await compose_reading_card(client.article_service, answer.reading, answer.press, attitudes=attitudes)
    await send_card(interaction, card)


async def _show_timeline(interaction: discord.Interaction[Any], told: TimelineResult, theme: Theme) -> None:
    drawing = await asyncio.to_thread(compose_timeline_drawing, told.timeline, told.title)
    table = await asyncio.to_thread(render_found_table, told.found)
    picture = await interaction.client.services.picture_renderer.draw(drawing, theme)
    await send_picture(interaction, picture, (), ("timeline.csv", table))


async def _card(interaction: discord.Interaction[Any], command: Command, answer: Answer) -> Card:
    match answer:
        case Report():
            return render_desk_report(answer, command.pages)[0]
        case OutcomePage():
            followed = await interaction.client.services.feeds.followed(owner_of_server(interaction))
            return render_outcomes(answer, followed)
        case PersonalData():
            return render_forget(answer)
        case _ if command.name in _OF_ITSELF:
            return _OF_ITSELF[command.name]()
        case StatusOverview() | None:
            return render_status(await interaction.client.status_source(), answer)
        case _:
            raise TypeError(f"{type(answer).__name__} has a form of its own")
