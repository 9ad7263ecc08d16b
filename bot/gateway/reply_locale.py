"""Sets the requester and the language, once for each interaction or message.

All further work runs on the requester's behalf (:mod:`bot.fair_queue`) and in that language.

Private answers use the language set with ``/settings me``, else that of the person's Discord client. Answers in a
server's channel use the server's language, if set. Without any setting, answers to messages are in English: a message,
unlike an interaction, does not contain its author's locale.
"""

from typing import TYPE_CHECKING, Any

import discord

from bot.fair_queue import Requester, work_for
from bot.gateway.message_input import owner_of
from bot.i18n.language import Language, find_language, set_language
from bot.services.preferences import PreferenceService

if TYPE_CHECKING:
    from bot.gateway.client import AttacheBot


def use_interaction_locale(interaction: discord.Interaction) -> None:
    """Set the requester, and the language of their Discord client, without loading their settings."""
    work_for(Requester(owner_of(interaction.user), background=False))
    set_language(_of_client(interaction))


async def use_person_language(interaction: discord.Interaction[Any], *, alone: bool) -> None:
    """Use the language of the readers: of the person ``alone``, or of a server's channel."""
    readers = [owner_of(interaction.user)]
    if interaction.guild_id is not None and not alone:
        readers.insert(0, f"discord:guild:{interaction.guild_id}")
    preferences: PreferenceService = interaction.client.services.preferences
    set_language(await preferences.language(*readers, otherwise=_of_client(interaction)))


async def use_author_language(bot: "AttacheBot", message: discord.Message) -> None:
    """Set the requester and language for a direct message or a mention."""
    work_for(Requester(owner_of(message.author), background=False))
    server = () if message.guild is None else (f"discord:guild:{message.guild.id}",)
    set_language(await bot.services.preferences.language(*server, owner_of(message.author)))


def _of_client(interaction: discord.Interaction) -> Language:
    return find_language(interaction.locale.value) or Language.ENGLISH
