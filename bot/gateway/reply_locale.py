"""Who is answered, and in which language: decided here once for each interaction or message.

From then on all that is done for them is done on their behalf (:mod:`bot.fair_queue`), and in that language.

What they alone see is in the language that they set with ``/settings me``, else in that of their Discord. What a
server's channel sees is in the language that the server set, if any. Whoever has set nothing writes to a person who
has set nothing in English: a message, unlike an interaction, does not tell the language of its author's Discord.
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
    """Work for the person in the language of their Discord, without asking the archive what they have set."""
    work_for(Requester(owner_of(interaction.user), background=False))
    set_language(_of_client(interaction))


async def use_person_language(interaction: discord.Interaction[Any], *, alone: bool) -> None:
    """Speak the language of whoever reads the answer: of the person ``alone``, or of a server's channel."""
    readers = [owner_of(interaction.user)]
    if interaction.guild_id is not None and not alone:
        readers.insert(0, f"discord:guild:{interaction.guild_id}")
    preferences: PreferenceService = interaction.client.services.preferences
    set_language(await preferences.language(*readers, otherwise=_of_client(interaction)))


async def use_author_language(bot: "AttacheBot", message: discord.Message) -> None:
    """Work for the author of a direct message or a mention, in their language."""
    work_for(Requester(owner_of(message.author), background=False))
    server = () if message.guild is None else (f"discord:guild:{message.guild.id}",)
    set_language(await bot.services.preferences.language(*server, owner_of(message.author)))


def _of_client(interaction: discord.Interaction) -> Language:
    return find_language(interaction.locale.value) or Language.ENGLISH
