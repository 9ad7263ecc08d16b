"""Renders cards for Discord, with buttons that contain their request and so survive a restart."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, Self

import discord
from discord import ui

from bot.i18n.bidi import set_right_to_left
from bot.render.card import (
    COLUMN_LIMIT,
    EMBED_LIMIT,
    MENTION_ROOM,
    TEXT_LIMIT,
    Action,
    Button,
    Card,
    Columns,
    ComponentAction,
    Menu,
    Tone,
)
from bot.render.markdown import units

# only known actions; buttons of another version are reported as such (bot.gateway.client)
_PLACE = rf":(?P<action>{'|'.join(Action)}):(?P<reading>[0-9a-f]{{20}}):(?P<page>\d{{1,3}}):(?P<detail>[^\n]{{0,60}})"
_COLOURS = {Tone.NEUTRAL: 0x3B6EA5, Tone.STATE: 0xB7791F, Tone.ERROR: 0xB03A2E}


def message_parts(card: Card) -> dict[str, Any]:
    """``card`` as arguments of discord.py's send methods: a view of components, or embeds if it has columns."""
    if card.columns:
        return {"embeds": _embeds(card), "view": buttons_view(card.buttons, card.menus)}
    return {"view": _layout(card)}


def buttons_view(buttons: Iterable[Button], menus: Iterable[Menu] = ()) -> ui.View:
    """Buttons, below ``menus``, for a message of another kind."""
    view = ui.View(timeout=None)
    for menu in menus:
        view.add_item(_menu(menu))
    for button in buttons:
        view.add_item(_button(button))
    return view


def custom_id(kind: str, press: ComponentAction) -> str:
    """The custom id of a button or menu, at most 100 characters. Names must not change: old messages contain them."""
    return f"{kind}:{press.action}:{press.reading}:{press.page}:{press.detail}"


def is_known(ident: str) -> bool:
    """Whether this version can answer the button or menu with the custom id ``ident``."""
    return re.fullmatch(f"[btm]{_PLACE}", ident) is not None


def parse_press(match: re.Match[str]) -> ComponentAction:
    """The request in a custom id."""
    return ComponentAction(
        Action(match["action"]), match["reading"], int(match["page"]), match["detail"], match["kind"] == "t"
    )


class ComponentButton(ui.DynamicItem[ui.Button[Any]], template="(?P<kind>[bt])" + _PLACE):
    """A button on a card."""

    def __init__(self, press: ComponentAction, label: str = "") -> None:
        kind = "t" if press.turns else "b"
        super().__init__(ui.Button(label=label or press.action, custom_id=custom_id(kind, press)))
        self.press = press

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], _item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """The pressed button, from its custom id alone."""
        return cls(parse_press(match))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Pass the request to the bot."""
        await interaction.client.answer(interaction, self.press)


class ComponentMenu(ui.DynamicItem[ui.Select[Any]], template="(?P<kind>m)" + _PLACE):
    """A menu on a card; the chosen value is the detail of the request."""

    def __init__(
        self, press: ComponentAction, placeholder: str = "", options: list[discord.SelectOption] | None = None
    ) -> None:
        select: ui.Select[Any] = ui.Select(
            custom_id=custom_id("m", press), placeholder=placeholder or None, options=options or []
        )
        super().__init__(select)
        self.press = press

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], _item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """The used menu, from its custom id alone."""
        return cls(parse_press(match))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Pass the choice to the bot."""
        await interaction.client.answer(interaction, replace(self.press, detail=self.item.values[0]))


def _layout(card: Card) -> ui.LayoutView:
    items: list[ui.Item[Any]] = []
    room = TEXT_LIMIT - (MENTION_ROOM if card.role else 0)
    for text in _directed([card.header, *card.blocks, card.footer and f"-# {card.footer}"], room):
        if text:
            items.extend([ui.Separator(), ui.TextDisplay(text)] if items else [ui.TextDisplay(text)])
    if card.picture:
        shown = discord.MediaGalleryItem(card.picture.url, description=card.picture.description or None)
        items.insert(1, ui.MediaGallery(shown))
    items.extend(ui.ActionRow(_menu(menu)) for menu in card.menus)
    if card.buttons:
        items.append(ui.ActionRow(*map(_button, card.buttons)))
    view = ui.LayoutView(timeout=None)
    if card.role:
        view.add_item(ui.TextDisplay(f"<@&{card.role}>"))
    view.add_item(ui.Container(*items, accent_colour=_COLOURS[card.tone]))
    return view


def _embeds(card: Card) -> list[discord.Embed]:
    """One embed for the header and one for each row: fields are shown side by side if there is room."""
    # embeds do not support small text: its mark would be shown
    header = "\n".join([card.header, *card.blocks]).replace("\n-# ", "\n")
    cells = [cell for row in card.columns for cell in (row.left, row.right)]
    header, footer, *cells = _directed([header, card.footer, *cells], EMBED_LIMIT - _named(card), COLUMN_LIMIT)
    embeds = [discord.Embed(description=header, colour=_COLOURS[card.tone])]
    for row, left, right in zip(card.columns, cells[::2], cells[1::2], strict=True):
        embeds.append(_row(replace(row, left=left, right=right), _COLOURS[card.tone]))
    if footer:
        embeds[-1].set_footer(text=footer)
    return embeds


def _row(row: Columns, colour: int) -> discord.Embed:
    embed = discord.Embed(title=row.heading, colour=colour).set_author(name=row.note)
    embed.add_field(name=row.left_name, value=row.left, inline=True)
    embed.add_field(name=row.right_name, value=row.right, inline=True)
    return embed


def _named(card: Card) -> int:
    """Length in UTF-16 code units of everything except the cells of a card with columns."""
    return sum(units(part) for row in card.columns for part in (row.heading, row.note, row.left_name, row.right_name))


def _directed(texts: list[str], room: int, limit: int | None = None) -> list[str]:
    """``texts`` with direction marks, as far as the message's ``room`` and a cell's ``limit`` allow."""
    directed = list(map(set_right_to_left, texts))
    if limit:
        directed = [new if units(new) <= limit else old for new, old in zip(directed, texts, strict=True)]
    return directed if sum(map(units, directed)) <= room else texts


def _button(button: Button) -> ui.Item[Any]:
    if button.press:
        return ComponentButton(button.press, button.label)
    return ui.Button(label=button.label, url=button.url)


def _menu(menu: Menu) -> ComponentMenu:
    options = [
        discord.SelectOption(
            label=option.label, value=option.value, description=option.description or None, default=option.chosen
        )
        for option in menu.options
    ]
    return ComponentMenu(menu.press, menu.placeholder, options)
