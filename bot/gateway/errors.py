"""Every error ends here: a person gets one sentence and the next step, the log gets the rest. Never a traceback.

A lost reply of Discord is no error for a person while the answer may stand: an error would stand beside or over it.
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
    """Answer a failed interaction for its person alone; a public "thinking" that nothing will follow is removed.

    What was shown in place of the announcement before, such as how far an import is, stays.
    """
    try:
        if _is_lost(error) and not await is_still_awaited(interaction):
            _log.warning("a reply of Discord was lost", action="answer_error", interaction=interaction.id)
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
    """Answer the person alone where the announcement was for everybody.

    Discord takes the first follow-up for the answer that was announced, as public as that was. So the announcement is
    answered with a sign first, and removed when the private sentence stands. Where nobody knows whether it does, it
    takes the announcement's place.
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
        _log.warning("a reply of Discord was lost", action="reply_error", message=message.id)
        return
    if isinstance(error, discord.Forbidden):
        # who takes no direct messages takes no error either, and Discord counts what it refuses
        _log.info("an answer is not taken", action="reply_error", status=error.status, code=error.code)
        return
    card = render_error(find_error_message(error))
    try:
        await reply_card(message, card)
    except ReplyLostError:
        _log.warning("the reply to an error was lost", action="reply_error", message=message.id)
    except discord.HTTPException as unsent:
        _log.warning("an error could not be answered", action="reply_error", status=unsent.status, code=unsent.code)


def find_error_message(error: Exception) -> str:
    """The sentence for a person; what is unexpected is logged with a number that the sentence names."""
    error = _unwrapped(error)
    match error:
        case NotVerbatimError():
            # its words stay out of the log: they may be of a text that somebody pasted
            _log.error("a quotation is not the article's", action="verbatim", characters=len(error.resource or ""))
            return error.message()
        case UsageError():
            # its sentence repeats what the person typed
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
