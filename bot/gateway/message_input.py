"""The input in a message: an attached text or page, the first link, or its text."""

import re
from dataclasses import dataclass

import discord

from bot.domain.analysis import Reading
from bot.errors import TooLargeError, UsageError
from bot.i18n.messages import translatable
from bot.services.articles import ArticleService

UPLOAD_LIMIT = 5 * 1024 * 1024
"""Maximum size of an uploaded file, in bytes."""
LONG_TEXT = 280
"""Length in characters from which a direct message is an article and not a question."""

_LINK = re.compile(r"https?://[^\s<>\"“”|]+", re.IGNORECASE)
_READABLE = (".txt", ".html", ".htm")


@dataclass(frozen=True, slots=True)
class MessageInput:
    """Input for a reading: an address or a text, or else an upload."""

    reference: str = ""
    upload: discord.Attachment | None = None


def find_message_input(message: discord.Message, *, own_words_first: bool = False) -> MessageInput | None:
    """The input in ``message``; None if there is none.

    An attached .txt or .html file, else the first link, else the text. ``own_words_first`` prefers a long text to a
    link in it: a pasted article may contain links. Forwarded messages and embeds (as news bots post) count too.
    """
    for attachment in _attachments(message):
        if attachment.filename.lower().endswith(_READABLE):
            return MessageInput(upload=attachment)
    words = message.content.strip() or "\n\n".join(s.content for s in message.message_snapshots).strip()
    if own_words_first and len(_LINK.sub("", words)) >= LONG_TEXT:
        return MessageInput(words)
    if address := find_link(words) or next((embed.url for embed in message.embeds if embed.url), None):
        return MessageInput(address)
    words = words or "\n\n".join(embed.description for embed in message.embeds if embed.description)
    return MessageInput(words) if words else None


def find_link(words: str) -> str | None:
    """The first web address in ``words``, without surrounding punctuation."""
    match = _LINK.search(words)
    if match is None:
        return None
    address = match[0].rstrip(".,;:!?'’*_~")
    while address.endswith(")") and address.count(")") > address.count("("):
        address = address[:-1].rstrip(".,;:!?")
    return address


async def read_message_input(article_service: ArticleService, material: MessageInput, *, owner: str) -> Reading:
    """Read ``material``; a text or an upload is marked as ``owner``'s. Raises ``AttacheError``."""
    upload = material.upload
    if upload is None:
        return await article_service.read(material.reference, owner=owner)
    if upload.size > UPLOAD_LIMIT:
        raise TooLargeError(translatable("gateway-upload-large", limit=UPLOAD_LIMIT // 2**20))
    return await article_service.read_upload(upload.filename, await upload.read(), owner=owner)


async def read_message(article_service: ArticleService, message: discord.Message, *, owner: str) -> Reading:
    """Read the input in ``message``. Raises ``UsageError`` if it has no link, text or file."""
    material = find_message_input(message)
    if material is None:
        raise UsageError(translatable("gateway-message-empty"))
    return await read_message_input(article_service, material, owner=owner)


def owner_of(user: discord.abc.User) -> str:
    """A person's owner id in the archive: "discord:" and their user id."""
    return f"discord:{user.id}"


def _attachments(message: discord.Message) -> list[discord.Attachment]:
    forwarded = [attachment for snapshot in message.message_snapshots for attachment in snapshot.attachments]
    return [*message.attachments, *forwarded]
