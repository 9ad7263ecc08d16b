"""Sending cards: as the answer to an interaction, in place of one, or as a reply to a message. Pings nobody."""

import io
from collections.abc import Iterable
from typing import Any

import discord
import structlog

from bot.gateway.hearing import speak_to
from bot.gateway.views import buttons_view, message_parts
from bot.pictures.drawing import Picture
from bot.render.card import Button, Card

_ANSWERED = "answered"

_log = structlog.get_logger(__name__)


async def acknowledge(interaction: discord.Interaction[Any], *, private: bool = False, in_place: bool = False) -> None:
    """Tell Discord within its three seconds that an answer comes; it then may take up to 15 minutes.

    From here on its reader's language is spoken. ``in_place``: the answer takes the place of the message whose button
    was pressed.
    """
    await (interaction.response.defer() if in_place else interaction.response.defer(ephemeral=private, thinking=True))
    alone = private or (in_place and interaction.message is not None and interaction.message.flags.ephemeral)
    await speak_to(interaction, alone=alone)


def is_awaited(interaction: discord.Interaction) -> bool:
    """Whether an answer was announced, and nothing has come in its place yet."""
    announced = interaction.response.type is discord.InteractionResponseType.deferred_channel_message
    return announced and not interaction.extras.get(_ANSWERED)


async def send_card(interaction: discord.Interaction, card: Card, *, private: bool = False) -> None:
    """Answer ``interaction`` with ``card``: at once when nothing was said yet, else as its follow-up.

    The answer to an acknowledged interaction is as private as its acknowledgement. Past the 15 minutes that Discord
    keeps an interaction open there is nobody to answer: that is logged.
    """
    if interaction.is_expired():
        _log.warning("the interaction ran out before its answer", action="send_card", interaction=interaction.id)
    elif interaction.response.is_done():
        await interaction.followup.send(ephemeral=private, **message_parts(card))
        interaction.extras[_ANSWERED] = True
    else:
        await interaction.response.send_message(ephemeral=private, **message_parts(card))


async def send_cards(interaction: discord.Interaction, cards: Iterable[Card], *, private: bool) -> None:
    """Answer ``interaction`` with several cards, one message each, in order."""
    for card in cards:
        await send_card(interaction, card, private=private)


async def turn_page(interaction: discord.Interaction, card: Card) -> None:
    """Put ``card`` in place of the message whose button was pressed."""
    await interaction.edit_original_response(**message_parts(card))
    interaction.extras[_ANSWERED] = True


async def show_progress(interaction: discord.Interaction, card: Card) -> None:
    """Put ``card`` in place of the private answer. That it cannot be shown stops no work."""
    try:
        await turn_page(interaction, card)
    except discord.HTTPException as error:
        _log.info("progress could not be shown", action="show_progress", status=error.status, code=error.code)


async def send_file(interaction: discord.Interaction, name: str, body: bytes) -> None:
    """Answer an acknowledged ``interaction`` with a file."""
    await interaction.followup.send(file=discord.File(io.BytesIO(body), name))
    interaction.extras[_ANSWERED] = True


async def send_picture(
    interaction: discord.Interaction, picture: Picture, buttons: Iterable[Button] = (), *files: tuple[str, bytes]
) -> None:
    """Answer an acknowledged ``interaction`` with a picture, its description, buttons, and ``files`` to take along."""
    attached = [_attached(picture), *(discord.File(io.BytesIO(body), name) for name, body in files)]
    await interaction.followup.send(files=attached, view=buttons_view(buttons))


async def turn_picture(interaction: discord.Interaction, picture: Picture, buttons: Iterable[Button] = ()) -> None:
    """Put ``picture`` in place of the one whose button was pressed."""
    await interaction.edit_original_response(attachments=[_attached(picture)], view=buttons_view(buttons))


def _attached(picture: Picture) -> discord.File:
    return discord.File(io.BytesIO(picture.png), picture.name, description=picture.alt)


async def reply_card(message: discord.Message, card: Card) -> None:
    """Answer ``message`` with ``card`` in its channel, without a ping, even if the message is gone by then."""
    reference = message.to_reference(fail_if_not_exists=False)
    await message.channel.send(reference=reference, mention_author=False, **message_parts(card))
