"""Answers a command on Discord: acknowledges it, runs its handler, and shows what that returns."""

import asyncio
from collections.abc import Callable, Mapping
from datetime import UTC
from functools import partial
from typing import TYPE_CHECKING, Any

import discord

from bot.archive.erasure import PersonalData
from bot.commands.caller import Answer, Caller, FileAnswer, ReadingAnswer
from bot.commands.command import Command, Kind
from bot.digests.position import PositionSheet
from bot.digests.reversals import ReversalSheet
from bot.domain.briefing import Briefing
from bot.domain.digest import TwoSidesQuery
from bot.domain.preferences import Preferences
from bot.errors import TooLargeError
from bot.export.csv_table import render_found_table
from bot.gateway.archive_components import show_position_file, show_search, show_sides
from bot.gateway.channels import (
    askers_of,
    check_manager,
    check_options,
    check_place,
    find_alert_place,
    find_place,
    list_places,
    owner_of_server,
    readers_of,
)
from bot.gateway.message_input import owner_of
from bot.gateway.reply_locale import use_person_language
from bot.gateway.responses import (
    acknowledge,
    is_awaited,
    send_card,
    send_file,
    show_card,
    show_page,
    show_picture,
    show_progress,
)
from bot.i18n.messages import translatable
from bot.pictures.drawing import Theme
from bot.pictures.timeline import compose_timeline_drawing
from bot.render.card import Action, Card
from bot.render.cards import about_cards, settings_cards
from bot.render.cards.briefing_cards import compose_catch_up_page, render_briefing
from bot.render.cards.feed_cards import render_outcomes, report_progress
from bot.render.cards.position_cards import compose_position_page
from bot.render.cards.reversal_cards import compose_reversals_page
from bot.render.cards.setup_cards import render_done, render_plan
from bot.render.cards.source_cards import SourcePage, SourcePreview, render_source, render_sources
from bot.render.cards.status_card import render_desk_report
from bot.render.document import Document
from bot.render.reading_cards import render_reading_action
from bot.render.two_sides_buttons import make_two_sides_action
from bot.services.catch_up import CatchUp
from bot.services.setup import SetupDone, SetupPlan
from bot.services.statement_search import SearchPage
from bot.services.status import StatusOverview
from bot.services.subscriptions import OutcomePage
from bot.services.timeline import TimelineResult

if TYPE_CHECKING:
    from bot.gateway.client import AttacheBot

_PAGES: dict[type, Callable[[Any], Document]] = {
    PositionSheet: compose_position_page,
    ReversalSheet: compose_reversals_page,
    CatchUp: partial(compose_catch_up_page, zone=UTC),
}
_OF_ITSELF = {"help": about_cards.render_help, "privacy": about_cards.render_privacy}


async def answer_command(interaction: discord.Interaction[Any], command: Command, values: dict[str, Any]) -> None:
    """Answer ``command`` with the options ``values``. Raises ``CheckFailure`` for those who may not use it."""
    if command.managers:
        check_manager(interaction)
    await acknowledge(interaction, private=not command.public)
    for option in command.options:
        if option.kind is Kind.CHANNEL and values.get("deliver") != "dm":
            # a page is taken back where nothing may be posted any more, too
            off = values.get("address") == "off"
            values[option.name] = await find_place(interaction, values.get(option.name), posting=not off)
        elif option.kind is Kind.ROLE and option.name in values:
            values[option.name] = str(values[option.name].id)
        elif option.kind is Kind.FILE:
            values[option.name] = await _load(values[option.name], option.most)
    await run_command(interaction, command, values)


async def run_command(
    interaction: discord.Interaction[Any],
    command: Command,
    values: Mapping[str, Any],
    page: int = 0,
    *,
    in_place: bool = False,
) -> None:
    """Run ``command``, and answer the acknowledged ``interaction`` with ``page`` of what it returns."""
    answer = await command.run(find_caller(interaction), values)
    match answer:
        case ReadingAnswer():
            await show_reading(interaction, answer)
        case TwoSidesQuery():
            shown = Action(values.get("as", Action.TWOSIDES))
            await show_sides(interaction, make_two_sides_action(answer, shown))
        case PositionSheet() if values.get("as") == Action.POSITIONFILE:
            await show_position_file(interaction, answer)
        case PositionSheet() | ReversalSheet() | CatchUp():
            await show_page(interaction, partial(_PAGES[type(answer)], answer), page, in_place=in_place)
        case SearchPage():
            await show_search(interaction, answer)
        case TimelineResult():
            await _show_timeline(interaction, answer, Theme(values.get("theme", Theme.DARK)))
        case FileAnswer():
            await send_file(interaction, answer.name, answer.body)
        case Briefing():
            for card in render_briefing(answer, UTC):
                await send_card(interaction, card, private=not command.public)
        case _:
            cards = await _cards(interaction, command, answer, page)
            card = cards[min(page, len(cards) - 1)]
            if in_place or is_awaited(interaction):
                await show_card(interaction, card, in_place=in_place)
            else:  # the progress of a long command stands where its answer belongs
                await show_progress(interaction, card)


def find_caller(interaction: discord.Interaction[Any]) -> Caller:
    """Who ``interaction`` comes from."""

    async def progress(done: int, total: int) -> None:
        await show_progress(interaction, render_desk_report(report_progress(done, total))[0])

    person = owner_of(interaction.user)
    return Caller(
        interaction.client.services,
        person,
        None if interaction.guild_id is None else owner_of_server(interaction),
        askers_of(interaction),
        readers_of(interaction),
        partial(interaction.client.article_service.read, owner=person),
        partial(check_place, interaction),
        partial(check_options, interaction),
        partial(find_alert_place, interaction),
        progress,
    )


async def compose_reading_card(client: "AttacheBot", person: str, answer: ReadingAnswer) -> Card:
    """The card for ``person``, with new key sentences for another number. Slow: runs in a worker process."""
    reading, press, service = answer.reading, answer.press, client.article_service
    count = int(press.detail) if press.action is Action.SUMMARY and press.detail.isdecimal() else 0
    sentences = await service.summarise(reading, count) if count else None
    attitudes = await client.services.preferences.wants_attitudes(person)
    return await service.render(render_reading_action, reading, press, sentences, attitudes=attitudes)


async def show_reading(interaction: discord.Interaction[Any], answer: ReadingAnswer, *, in_place: bool = False) -> None:
    """Answer an acknowledged ``interaction`` with the card of a reading, or replace its message with it."""
    card = await compose_reading_card(interaction.client, owner_of(interaction.user), answer)
    await show_card(interaction, card, in_place=in_place)


async def _load(file: discord.Attachment, most: int) -> bytes:
    if file.size > most:
        raise TooLargeError(translatable("feeds-list-large", limit=most // 1_000_000))
    return await file.read()


async def _show_timeline(interaction: discord.Interaction[Any], told: TimelineResult, theme: Theme) -> None:
    drawing = await asyncio.to_thread(compose_timeline_drawing, told.timeline, told.title)
    table = await asyncio.to_thread(render_found_table, told.found)
    picture = await interaction.client.services.picture_renderer.draw(drawing, theme)
    await show_picture(interaction, picture, (), ("timeline.csv", table))


async def _cards(interaction: discord.Interaction[Any], command: Command, answer: Answer, page: int) -> list[Card]:
    match answer:
        case SourcePage() | SourcePreview():
            return [render_sources(answer, page) if isinstance(answer, SourcePage) else render_source(answer)]
        case SetupPlan() | SetupDone():
            places = list_places(interaction, answer.choice.channel)
            return [render_plan(answer, places) if isinstance(answer, SetupPlan) else render_done(answer)]
        case Document():
            return render_desk_report(answer, command.pages)
        case Preferences():
            await use_person_language(interaction, alone=True)
            return render_desk_report(settings_cards.report_mine(answer))
        case OutcomePage():
            followed = await interaction.client.services.feeds.followed(owner_of_server(interaction))
            return [render_outcomes(answer, followed)]
        case PersonalData():
            return [settings_cards.render_forget(answer)]
        case _ if command.name in _OF_ITSELF:
            return [_OF_ITSELF[command.name]()]
        case StatusOverview() | None:
            return [about_cards.render_status(await interaction.client.status_source(), answer)]
        case _:
            raise TypeError(f"{type(answer).__name__} has a form of its own")
