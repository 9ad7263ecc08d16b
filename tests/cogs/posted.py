"""What the bot posted, as a person reads it."""

from collections.abc import Iterator
from typing import Any

import discord
from simcord import ResponseMessage


def components(posted: ResponseMessage | discord.Message) -> list[dict[str, Any]]:
    """All components of a message, nested ones too, as Discord has them."""
    raw: list[Any] = list(posted.components)
    return list(_walk([part if isinstance(part, dict) else part.to_dict() for part in raw]))


def text_of(posted: ResponseMessage | discord.Message) -> str:
    """All text of a message: components, content, embeds."""
    texts = [c["content"] for c in components(posted) if c["type"] == 10]
    for embed in posted.embeds:
        fields = [part for field in embed.fields for part in (field.name or "", field.value or "")]
        texts += [embed.author.name or "", embed.title or "", embed.description or "", *fields, embed.footer.text or ""]
    return "\n".join(filter(None, [posted.content, *texts]))


def labels_of(posted: ResponseMessage | discord.Message) -> list[str]:
    """The labels of all buttons."""
    return [c["label"] for c in components(posted) if c["type"] == 2]


def _walk(found: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for component in found:
        yield component
        yield from _walk(component.get("components", []))


def columns_of(posted: ResponseMessage | discord.Message) -> list[tuple[str, str, str, str]]:
    """The rows of a card with columns: topic, note, left cell, right cell."""
    rows = [(embed, embed.fields[0], embed.fields[1]) for embed in posted.embeds if embed.fields]
    return [(row.title or "", row.author.name or "", left.value or "", right.value or "") for row, left, right in rows]
