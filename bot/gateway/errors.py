"""Central error handler: people get one sentence and the next step, the log gets the details. Never a traceback.

A lost reply of Discord is not reported: the answer may be visible, and an error would appear beside or replace it.
"""

import secrets

import discord
import structlog
from discord import app_commands

from bot.errors import AttacheError, NotVerbatimError, UsageError
from bot.gateway.components import message_parts
from bot.gateway.request_retries import ReplyLostError, make_once, repeat
from bot.gateway.responses import is_announced_publicly, is_still_awaited, reply_card, send_card
from bot.i18n.messages import translate
from bot.render.card import Card
from bot.render.cards.about_cards import render_error

_log = structlog.get_logger(__name__)


async def answer_error(interaction: discord.Interaction, error: Exception) -> None:
    """Answer a failed interaction privately; remove a "thinking" message, but not one that already replaced it."""
    try:
        if _is_lost(error) and not await is_still_awaited(interaction):
            _log.warning("a reply from Discord was lost", action="answer_error", interaction=interaction.id)
            return
        card = render_error(find_error_message(error))
        if is_announced_publicly(interaction):
            await _answer_alone(interaction, card)
        else:
            await send_card(interaction, card, private=True)
    except ReplyLostError:
        _log.warning("the reply to an error was lost", action="answer_error", interaction=interaction.id)
    except discord.HTTPException as unsent:
        _log.warning("an error could not be answered", action="answer_error", status=unsent.status, code=unsent.code)


async def _answer_alone(interaction: discord.Interaction, card: Card) -> None:
    """Answer privately although the "thinking" message is public.

    Discord uses the first follow-up as the announced answer, which is then public too. So the "thinking" message first
    gets a placeholder, which is deleted once the private message is sent. If its delivery is uncertain, the message
    replaces the placeholder.
    """
    await repeat(lambda: interaction.edit_original_response(content="…"))
    try:
        await make_once(lambda: interaction.followup.send(ephemeral=True, **message_parts(card)))
    except ReplyLostError:
        await repeat(lambda: interaction.edit_original_response(content=None, **message_parts(card)))
        return
    await repeat(interaction.delete_original_response)


def _is_lost(error: Exception) -> bool:
    return isinstance(_unwrapped(error), ReplyLostError)


def _unwrapped(error: Exception) -> Exception:
    if isinstance(error, app_commands.CommandInvokeError) and isinstance(error.original, Exception):
        return error.original
    return error


async def reply_error(message: discord.Message, error: Exception) -> None:
    """Answer a failed direct message or mention."""
    if _is_lost(error):
        _log.warning("a reply from Discord was lost", action="reply_error", message=message.id)
        return
    if isinstance(error, discord.Forbidden):
        # the person does not accept direct messages, so they cannot get an error either, and Discord counts refusals
        _log.info("the person does not accept messages", action="reply_error", status=error.status, code=error.code)
        return
    card = render_error(find_error_message(error))
    try:
        await reply_card(message, card)
    except ReplyLostError:
        _log.warning("the reply to an error was lost", action="reply_error", message=message.id)
    except discord.HTTPException as unsent:
        _log.warning("an error could not be answered", action="reply_error", status=unsent.status, code=unsent.code)


def find_error_message(error: Exception) -> str:
    """The message for a person; an unexpected error is logged with a number that the message contains."""
    error = _unwrapped(error)
    match error:
        case NotVerbatimError():
            # the message stays out of the log: it may quote a text that somebody pasted
            _log.error("a quotation is not in its article", action="verbatim", characters=len(error.resource or ""))
            return error.message()
        case UsageError():
            # the message repeats what the person typed
            _log.info("answered with an error", action="answer_error", kind=type(error).__name__)
            return error.message()
        case AttacheError():
            _log.info("answered with an error", action="answer_error", cause=error.cause, resource=error.resource)
            return error.message()
        case app_commands.CommandSignatureMismatch() | app_commands.CommandNotFound():
            return translate("gateway-command-changed")
        case app_commands.CheckFailure():
            return translate("gateway-not-allowed")
        case _:
            number = secrets.token_hex(4)
            _log.error("unexpected error", action="answer_error", number=number, exc_info=error)
            return translate("gateway-unexpected", number=number)
