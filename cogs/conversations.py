"""Conversations: direct messages and mentions with a link, a text, a file or a question are answered like commands."""

import discord
from discord.ext import commands

from bot.commands.caller import ReadingAnswer
from bot.errors import BusyError
from bot.gateway.answers import compose_reading_card
from bot.gateway.client import AttacheBot
from bot.gateway.errors import reply_error
from bot.gateway.message_input import (
    LONG_TEXT,
    MessageInput,
    find_link,
    find_message_input,
    owner_of,
    read_message_input,
)
from bot.gateway.reply_locale import use_author_language
from bot.gateway.responses import reply_card, show_typing
from bot.i18n.messages import translatable
from bot.questions.pasted_text import is_pasted_news, may_be_pasted_news
from bot.render.card import Action, ComponentAction
from bot.render.cards.question_cards import render_answer
from bot.services.questions import NotUnderstood


class Conversations(commands.Cog):
    """Listens to direct messages and mentions; ignores all other messages."""

    def __init__(self, bot: AttacheBot) -> None:
        self._bot = bot

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """Answer a person who writes to the bot."""
        if message.author.bot or message.is_system() or not self._is_for_us(message):
            return
        self._bot.waiting.add(lambda: reply_error(message, BusyError(translatable("gateway-restarting"))))
        try:
            await use_author_language(self._bot, message)
            await self._answer(message)
        except Exception as error:  # noqa: BLE001 - whatever fails, the person gets a message
            await reply_error(message, error)

    def _is_for_us(self, message: discord.Message) -> bool:
        """Direct messages, and messages that mention the bot; a reply to the bot alone does not count."""
        user = self._bot.user
        if message.guild is None or user is None:
            return message.guild is None
        named = f"<@{user.id}>" in message.content or f"<@!{user.id}>" in message.content
        return named and _may_answer(message)

    async def _answer(self, message: discord.Message) -> None:
        material = _material_for_us(message)
        await show_typing(message)
        if material is None:
            await self._answer_question(message)
        else:
            await self._read(message, material)

    async def _read(self, message: discord.Message, material: MessageInput) -> None:
        reading = await read_message_input(self._bot.article_service, material, owner=owner_of(message.author))
        for action in (Action.SUMMARY, Action.WHOSAID):
            answer = ReadingAnswer(reading, ComponentAction(action, reading.id))
            await reply_card(message, await compose_reading_card(self._bot, owner_of(message.author), answer))

    async def _answer_question(self, message: discord.Message) -> None:
        """In servers, use public articles only: everybody in the channel sees the answer."""
        person = owner_of(message.author)
        alone = message.guild is None
        answer = await self._bot.services.questions.answer(
            message.content,
            askers=frozenset({person} if alone else ()),
            readers=(person,) if message.guild is None else (person, f"discord:guild:{message.guild.id}"),
        )
        if alone and isinstance(answer, NotUnderstood) and may_be_pasted_news(message.content):
            await self._read(message, MessageInput(message.content))
            return
        await reply_card(message, await self._bot.article_service.render(render_answer, answer))


def _material_for_us(message: discord.Message) -> MessageInput | None:
    """What to read; None for questions and small talk. In servers only links and files count."""
    material = find_message_input(message, own_words_first=message.guild is None)
    if material is None or material.upload is not None:
        return material
    long = len(material.reference) >= LONG_TEXT or is_pasted_news(material.reference)
    words_count = message.guild is None and long
    return material if words_count or find_link(material.reference) else None


def _may_answer(message: discord.Message) -> bool:
    """Whether the bot may write where it was mentioned; repeated refusals would get it banned by Discord."""
    if message.guild is None:
        return True
    allowed = message.channel.permissions_for(message.guild.me)
    in_thread = isinstance(message.channel, discord.Thread)
    return allowed.send_messages_in_threads if in_thread else allowed.send_messages


async def setup(bot: AttacheBot) -> None:
    """Called by discord.py when the cog is loaded."""
    await bot.add_cog(Conversations(bot))
