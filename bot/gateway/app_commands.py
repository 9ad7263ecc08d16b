"""Builds Discord's commands from the table: names, options, choices, autocomplete and permissions."""

import inspect
from itertools import groupby
from keyword import iskeyword
from typing import Any

import discord
from discord import app_commands

from bot.commands.command import Command, Interface, Kind, Option
from bot.commands.table import COMMANDS
from bot.gateway.answers import answer_command
from bot.gateway.caller import find_caller
from bot.gateway.channels import Place, is_manager
from bot.i18n.catalogue import catalogue
from bot.i18n.language import Language
from bot.render.card import LABEL_LIMIT, OPTION_LIMIT
from bot.render.quotations import shorten

_ANNOTATIONS: dict[Kind, Any] = {
    Kind.ARTICLE: str,
    Kind.FLAG: bool,
    Kind.CHANNEL: Place,
    Kind.FILE: discord.Attachment,
}


def build_app_commands() -> list[app_commands.Command[Any, ..., None] | app_commands.Group]:
    """The commands of the table that Discord has, those of two words in groups."""
    offered = [command for command in COMMANDS.values() if command.on & Interface.DISCORD]
    built: list[app_commands.Command[Any, ..., None] | app_commands.Group] = []
    for first, group in groupby(offered, key=lambda command: command.name.split()[0]):
        members = list(group)
        if members[0].name == first:
            built.append(_build(members[0]))
            continue
        parent = _group(first, managers=all(command.managers for command in members))
        for command in members:
            parent.add_command(_build(command))
        built.append(parent)
    return built


def _group(name: str, *, managers: bool) -> app_commands.Group:
    described = _english(f"commands-{name}")
    if not managers:
        return app_commands.Group(name=name, description=described)
    return app_commands.Group(
        name=name,
        description=described,
        allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=False, private_channel=False),
        allowed_installs=app_commands.AppInstallationType(guild=True, user=False),
        default_permissions=discord.Permissions(manage_guild=True),
    )


def _build(command: Command) -> app_commands.Command[Any, ..., None]:
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
    return app_commands.Command(name=command.name.split()[-1], description=_english(command.key), callback=callback)


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
