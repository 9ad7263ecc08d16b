"""Answers requests about a reading: from a command, a button, or a menu."""

from typing import TYPE_CHECKING

import discord

from bot.domain.analysis import Reading
from bot.gateway.archive_components import (
    POSITION_ACTIONS,
    SEARCH_ACTIONS,
    SIDES_ACTIONS,
    handle_search_component,
    show_position,
    show_sides,
)
from bot.gateway.message_input import owner_of
from bot.gateway.owner_components import (
    PERSONAL_ACTIONS,
    SERVER_ACTIONS,
    handle_personal_component,
    handle_server_component,
)
from bot.gateway.responses import acknowledge, replace_page, send_card
from bot.render.card import Action, Card, ComponentAction
from bot.render.cards.search_cards import find_statement
from bot.render.reading_cards import render_reading_action
from bot.services.articles import ArticleService

if TYPE_CHECKING:
    from bot.gateway.client import AttacheBot


async def compose_reading_card(
    article_service: ArticleService, reading: Reading, press: ComponentAction, *, attitudes: bool = False
) -> Card:
    """The card that answers ``press``. Key sentences are chosen anew if another number is requested.

    Runs in a worker process: a transcript of 50,000 words takes most of a second.
    """
    sentences = None
    if press.action is Action.SUMMARY and press.detail.isdecimal():
        sentences = await article_service.summarise(reading, int(press.detail))
    return await article_service.render(render_reading_action, reading, press, sentences, attitudes=attitudes)


async def handle_component(interaction: "discord.Interaction[AttacheBot]", press: ComponentAction) -> None:
    """Answer ``press``.

    Pages turn in place for the person who used the command (and in direct messages); other people get a private page,
    so that nobody turns pages for others. In servers, another view of the article is private.
    """
    if press.action in SERVER_ACTIONS:
        await handle_server_component(interaction, press)
        return
    if press.action in PERSONAL_ACTIONS:
        await handle_personal_component(interaction, press)
        return
    turns = press.turns and _may_turn(interaction)
    await acknowledge(interaction, private=interaction.guild_id is not None, in_place=turns)
    if press.action in SIDES_ACTIONS:
        await show_sides(interaction, press, in_place=turns)
        return
    if press.action in POSITION_ACTIONS:
        await show_position(interaction, press, in_place=turns)
        return
    if press.action in SEARCH_ACTIONS:
        await handle_search_component(interaction, press, in_place=turns)
        return
    if press.action is Action.FOUND:
        press = find_statement(press.detail)
    article_service = interaction.client.article_service
    attitudes = await interaction.client.services.preferences.wants_attitudes(owner_of(interaction.user))
    card = await compose_reading_card(
        article_service, await article_service.load(press.reading), press, attitudes=attitudes
    )
    await (replace_page(interaction, card) if turns else send_card(interaction, card))


def _may_turn(interaction: discord.Interaction) -> bool:
    """Whether the message belongs to the person: it is private, or the answer to their command."""
    message = interaction.message
    if message is None or interaction.guild_id is None or message.flags.ephemeral:
        return message is not None
    asked = message.interaction_metadata
    return asked is not None and asked.user.id == interaction.user.id
