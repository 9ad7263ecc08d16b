"""Every error ends here: a person gets one sentence and the next step, the log gets the rest. Never a traceback."""

import secrets

import discord
import structlog
from discord import app_commands

from bot.errors import AttacheError, NotVerbatimError, UsageError
from bot.gateway.sending import is_awaited, reply_card, send_card
from bot.render.cards_about import render_error
from bot.words.speech import say

_log = structlog.get_logger(__name__)


async def answer_error(interaction: discord.Interaction, error: Exception) -> None:
    """Answer a failed interaction for its person alone; a public "thinking" that nothing will follow is removed.

    Discord takes the first follow-up for the answer that was announced, as public as that was. So the announcement is
    answered with a sign first, and removed when the private sentence stands. What was shown in its place before, such
    as how far an import is, stays.
    """
    card = render_error(decide_sentence(error))
    awaited = is_awaited(interaction)
    try:
        if awaited:
            await interaction.edit_original_response(content="…")
        await send_card(interaction, card, private=True)
        if awaited:
            await interaction.delete_original_response()
    except discord.HTTPException as unsent:
        _log.warning("an error could not be answered", action="answer_error", status=unsent.status, code=unsent.code)


async def reply_error(message: discord.Message, error: Exception) -> None:
    """Answer a failed direct message or mention."""
    card = render_error(decide_sentence(error))
    try:
        await reply_card(message, card)
    except discord.HTTPException as unsent:
        _log.warning("an error could not be answered", action="reply_error", status=unsent.status, code=unsent.code)


def decide_sentence(error: Exception) -> str:
    """The sentence for a person; what is unexpected is logged with a number that the sentence names."""
    if isinstance(error, app_commands.CommandInvokeError) and isinstance(error.original, Exception):
        error = error.original
    match error:
        case NotVerbatimError():
            # its words stay out of the log: they may be of a text that somebody pasted
            _log.error("a quotation is not the article's", action="verbatim", characters=len(error.resource or ""))
            return error.told()
        case UsageError():
            # its sentence repeats what the person typed
            _log.info("answered with an error", action="answer_error", kind=type(error).__name__)
            return error.told()
        case AttacheError():
            _log.info("answered with an error", action="answer_error", cause=error.cause, resource=error.resource)
            return error.told()
        case app_commands.CommandSignatureMismatch() | app_commands.CommandNotFound():
            return say("gateway-command-changed")
        case app_commands.CheckFailure():
            return say("gateway-not-allowed")
        case _:
            number = secrets.token_hex(4)
            _log.error("unexpected error", action="answer_error", number=number, exc_info=error)
            return say("gateway-unexpected", number=number)
