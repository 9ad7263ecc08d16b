"""Sends cards: as answer to an interaction, in place of one, or as reply to a message. Without pings.

A deferred answer is an edit of the "thinking" message, which may be repeated if Discord's reply is lost
(:mod:`bot.gateway.request_retries`); a reply to a message has a nonce. Only further answers to an interaction have
neither. People who wait while the bot stops are asked to try again.
"""

import asyncio
import hashlib
import io
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, Final

import discord
import structlog

from bot.gateway.components import buttons_view, message_parts
from bot.gateway.reply_locale import use_person_language
from bot.gateway.request_retries import LOST, ReplyLostError, make_once, repeat, respond
from bot.pictures.drawing import Picture
from bot.render.card import Button, Card
from bot.render.card_codec import encode_card
from bot.render.document import Document
from bot.render.document_cards import render_cards

_ANSWERED = "answered"
_PRIVATE = "private"

_log = structlog.get_logger(__name__)


async def acknowledge(interaction: discord.Interaction[Any], *, private: bool = False, in_place: bool = False) -> None:
    """Acknowledge in time and set the reader's language; ``in_place``: the answer replaces the pressed message."""
    kind = discord.InteractionResponseType.deferred_channel_message
    if in_place:
        kind = discord.InteractionResponseType.deferred_message_update
    options = {} if in_place else {"ephemeral": private, "thinking": True}
    await respond(interaction, kind, lambda: interaction.response.defer(**options))
    interaction.extras[_PRIVATE] = private
    alone = private or (in_place and interaction.message is not None and interaction.message.flags.ephemeral)
    await use_person_language(interaction, alone=alone)


def is_awaited(interaction: discord.Interaction) -> bool:
    """Whether an answer was deferred and not given yet."""
    announced = interaction.response.type is discord.InteractionResponseType.deferred_channel_message
    return announced and not interaction.extras.get(_ANSWERED)


def is_announced_publicly(interaction: discord.Interaction) -> bool:
    """Whether a public answer was deferred and not given yet."""
    return is_awaited(interaction) and not interaction.extras.get(_PRIVATE)


async def is_still_awaited(interaction: discord.Interaction) -> bool:
    """Whether Discord still shows "thinking". Raises ``ReplyLostError``, ``discord.HTTPException``."""
    if not is_awaited(interaction):
        return False
    return (await repeat(interaction.original_response)).flags.loading


async def send_card(interaction: discord.Interaction, card: Card, *, private: bool = False) -> None:
    """Answer with ``card``, directly or as a follow-up as private as the acknowledgement; after 15 minutes only log."""
    if interaction.is_expired():
        _log.warning("the interaction expired before its answer", action="send_card", interaction=interaction.id)
    elif interaction.response.is_done():
        await _answer(interaction, lambda: message_parts(card), private=private)
    else:
        kind = discord.InteractionResponseType.channel_message
        send = interaction.response.send_message
        await respond(interaction, kind, lambda: send(ephemeral=private, **message_parts(card)))


async def show_card(interaction: discord.Interaction, card: Card, *, in_place: bool) -> None:
    """Answer an acknowledged ``interaction`` with ``card``, or replace the message of the pressed button with it."""
    if in_place:
        await _replace(interaction, lambda: message_parts(card))
    else:
        await send_card(interaction, card)


async def show_page(
    interaction: discord.Interaction, compose: Callable[[], Document], page: int = 0, *, in_place: bool = False
) -> None:
    """The same with a page of a document (the last if it has fewer), composed in a thread."""
    cards = await asyncio.to_thread(lambda: render_cards(compose()))
    await show_card(interaction, cards[min(page, len(cards) - 1)], in_place=in_place)


async def show_progress(interaction: discord.Interaction, card: Card) -> None:
    """Replace the private answer with ``card``. A failure does not stop the work."""
    try:
        await show_card(interaction, card, in_place=True)
    except (discord.HTTPException, ReplyLostError) as error:
        _log.info("progress could not be shown", action="show_progress", error=repr(error))


async def send_file(interaction: discord.Interaction, name: str, body: bytes) -> None:
    """Answer an acknowledged ``interaction`` with a file."""
    await _answer(interaction, lambda: {"files": [discord.File(io.BytesIO(body), name)]})


async def show_picture(
    interaction: discord.Interaction,
    picture: Picture,
    buttons: Sequence[Button] = (),
    *files: tuple[str, bytes],
    in_place: bool = False,
) -> None:
    """Answer an acknowledged ``interaction`` with a picture, its description, buttons, and ``files`` to download."""
    await (_replace if in_place else _answer)(
        interaction,
        lambda: {
            "files": [
                discord.File(io.BytesIO(picture.png), picture.name, description=picture.alt),
                *(discord.File(io.BytesIO(body), name) for name, body in files),
            ],
            "view": buttons_view(buttons),
        },
    )


async def _answer(
    interaction: discord.Interaction, parts: Callable[[], dict[str, Any]], *, private: bool = False
) -> None:
    """Answer with new ``parts`` per attempt: the deferred answer, or a follow-up. Raises ``ReplyLostError``."""
    if is_awaited(interaction):
        await _replace(interaction, parts)
    else:
        await make_once(lambda: interaction.followup.send(ephemeral=private, **parts()))
        interaction.extras[_ANSWERED] = True


async def _replace(interaction: discord.Interaction, parts: Callable[[], dict[str, Any]]) -> None:
    def edit() -> dict[str, Any]:
        return {"attachments" if name == "files" else name: value for name, value in parts().items()}

    await repeat(lambda: interaction.edit_original_response(**edit()))
    interaction.extras[_ANSWERED] = True


async def reply_card(message: discord.Message, card: Card) -> None:
    """Reply to ``message`` with ``card``, without a ping; a nonce keeps repeated attempts one message."""
    reference = message.to_reference(fail_if_not_exists=False)
    nonce = f"re-{hashlib.sha256(f'{message.id} {encode_card(card)}'.encode()).hexdigest()[:20]}"
    await repeat(
        lambda: message.channel.send(reference=reference, mention_author=False, nonce=nonce, **message_parts(card))
    )


async def show_typing(message: discord.Message) -> None:
    """Show "typing" in the channel of ``message``. A failure does not stop the work."""
    try:
        await message.channel.typing()
    except (discord.HTTPException, *LOST) as error:
        _log.info("typing could not be shown", action="show_typing", error=repr(error))


Tell = Callable[[], Awaitable[None]]
"""Tells one person that the bot is stopping."""

GRACE: Final = 2.0
"""Seconds to finish pending answers, and again to notify people."""


class Waiting:
    """Tasks of this process that answer somebody."""

    def __init__(self, *, grace: float = GRACE) -> None:
        self._grace = grace
        self._tasks: dict[asyncio.Task[object], Tell] = {}

    def add(self, tell: Tell) -> None:
        """Track the current task, which answers somebody; ``tell`` is called if the bot stops before it is done."""
        if (task := asyncio.current_task()) is not None:
            self._tasks[task] = tell
            task.add_done_callback(lambda done: self._tasks.pop(done, None))

    async def dismiss(self) -> None:
        """Wait briefly for pending answers, cancel the others, and notify the people who wait for them."""
        current = asyncio.current_task()
        tasks = {task: tell for task, tell in self._tasks.items() if task is not current}
        if not tasks:
            return
        _, late = await asyncio.wait(tasks, timeout=self._grace)
        for task in late:
            task.cancel()
        if late:
            await asyncio.wait(late, timeout=self._grace)
            _log.info("answers were cancelled", action="stop", count=len(late))
            await asyncio.wait([asyncio.create_task(_tell(tasks[task])) for task in late], timeout=self._grace)


async def _tell(tell: Tell) -> None:
    try:
        await tell()
    except Exception:  # noqa: BLE001 - one failure must not block other notices, or the shutdown
        _log.warning("a person could not be notified of the shutdown", action="stop", exc_info=True)
