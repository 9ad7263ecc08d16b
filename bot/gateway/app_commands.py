"""Builds Discord's commands from the table: names, options, choices, autocomplete and permissions; and its menus."""

import inspect
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from keyword import iskeyword
from typing import Any

import discord
from discord import app_commands

from bot.commands.caller import ReadingAnswer
from bot.commands.command import Command, Interface, Kind, Option
from bot.commands.table import COMMANDS
from bot.gateway.answers import answer_command, find_caller, show_reading
from bot.gateway.channels import Place, is_manager
from bot.gateway.message_input import owner_of, read_message
from bot.gateway.responses import acknowledge
from bot.i18n.catalogue import catalogue
from bot.i18n.language import Language
from bot.render.card import LABEL_LIMIT, OPTION_LIMIT, Action, ComponentAction
from bot.render.quotations import shorten

_ANNOTATIONS: dict[Kind, Any] = {
    Kind.ARTICLE: str,
    Kind.FLAG: bool,
    Kind.CHANNEL: Place,
    Kind.ROLE: discord.Role,
    Kind.FILE: discord.Attachment,
}


_MANAGERS = discord.Permissions(manage_guild=True)
_FOR_MANAGERS: dict[str, Any] = {
    "allowed_contexts": app_commands.AppCommandContext(guild=True, dm_channel=False, private_channel=False),
    "allowed_installs": app_commands.AppInstallationType(guild=True, user=False),
}
_MENUS = {"Summarize": Action.SUMMARY, "Who said what": Action.WHOSAID}
"""Menus on messages: what they answer about the article that one links to, or about its text."""

AppCommand = app_commands.Command[Any, ..., None] | app_commands.Group | app_commands.ContextMenu


@cache
def build_app_commands() -> tuple[AppCommand, ...]:
    """The commands of the table that Discord has, those of two words in groups; and the menus."""
    return (*_commands(), *(_menu(name, action) for name, action in _MENUS.items()))


def _commands() -> Iterator[AppCommand]:
    offered = [command for command in COMMANDS.values() if command.on & Interface.DISCORD]
    for first, members in groupby(offered, key=lambda command: command.name.split()[0]):
        group = list(members)
        if group[0].name == first:
            yield _build(group[0], alone=True)
            continue
        parent = _group(first, managers=all(command.managers for command in group))
        for command in group:
            parent.add_command(_build(command))
        yield parent


def _menu(name: str, action: Action) -> app_commands.ContextMenu:
    async def callback(interaction: discord.Interaction[Any], message: discord.Message) -> None:
        await acknowledge(interaction)
        reading = await read_message(interaction.client.article_service, message, owner=owner_of(interaction.user))
        await show_reading(interaction, ReadingAnswer(reading, ComponentAction(action, reading.id)))

    return app_commands.ContextMenu(name=name, callback=callback)


def _group(name: str, *, managers: bool) -> app_commands.Group:
    described = _english(f"commands-{name}")
    if not managers:
        return app_commands.Group(name=name, description=described)
    return app_commands.Group(
        name=name,
        description=described,
        default_permissions=_MANAGERS,
        **_FOR_MANAGERS,
    )


def _build(command: Command, *, alone: bool = False) -> app_commands.Command[Any, ..., None]:
    async def callback(interaction: discord.Interaction[Any], **values: Any) -> None:
        given = {names[name]: value for name, value in values.items() if value is not None}
        await answer_command(interaction, command, given)

    # discord.py takes options from a function's signature, where "as" is no name
    options = {
        f"{option.name}_" if iskeyword(option.name) else option.name: option
        for option in command.options_on(Interface.DISCORD)
    }
    names = {name: option.name for name, option in options.items()}
    callback.__signature__ = inspect.Signature(  # type: ignore[attr-defined]
        [
            inspect.Parameter("interaction", inspect.Parameter.POSITIONAL_OR_KEYWORD),
            *(_parameter(name, option) for name, option in options.items()),
        ]
    )
    app_commands.rename(**names)(callback)
    app_commands.describe(**{name: _english(f"{command.key}.{written}") for name, written in names.items()})(callback)
    choices = {name: _choices(command, option) for name, option in options.items() if option.choices}
    app_commands.choices(**choices)(callback)
    complete = {name: _complete(command, option) for name, option in options.items() if option.suggest}
    app_commands.autocomplete(**complete)(callback)
    name, described = command.name.split()[-1], _english(command.key)
    if not alone or not command.managers:
        return app_commands.Command(name=name, description=described, callback=callback)
    app_commands.default_permissions(_MANAGERS)(callback)
    return app_commands.Command(name=name, description=described, callback=callback, **_FOR_MANAGERS)


def _parameter(name: str, option: Option) -> inspect.Parameter:
    if option.kind is Kind.NUMBER:
        annotation: Any = app_commands.Range[int, 1, option.most]
    elif option.choices:
        annotation = str
    else:
        annotation = _ANNOTATIONS.get(option.kind) or app_commands.Range[str, 1, option.most]
    if option.required & Interface.DISCORD:
        return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, annotation=annotation)
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, annotation=annotation | None, default=None)


def _choices(command: Command, option: Option) -> list[app_commands.Choice[str]]:
    """The choices by the catalogue's names; languages by their own."""
    known = catalogue(Language.ENGLISH)
    return [
        app_commands.Choice(
            name=known.find(f"{command.key}.{option.name}-{value}", {}) or Language(value).own_name, value=str(value)
        )
        for value in option.choices
    ]


def _complete(command: Command, option: Option) -> Any:
    async def complete(interaction: discord.Interaction[Any], typed: str) -> list[app_commands.Choice[Any]]:
        if option.suggest is None or (command.managers and not is_manager(interaction)):
            return []
        found = await option.suggest(find_caller(interaction), typed)
        fitting = [(label, value) for label, value in found if isinstance(value, int) or len(value) <= option.most]
        return [
            app_commands.Choice(name=shorten(label, LABEL_LIMIT), value=value)
            for label, value in fitting[:OPTION_LIMIT]
        ]

    return complete


def _english(key: str) -> str:
    found = catalogue(Language.ENGLISH).find(key, {})
    if found is None:
        raise KeyError(key)
    return found
