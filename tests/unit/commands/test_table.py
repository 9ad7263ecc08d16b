"""Every entry of the table fits its handler and can be offered."""

import inspect

import pytest

from bot.commands.command import Command, Interface, Kind
from bot.commands.table import COMMANDS

HANDLED = [command for command in COMMANDS.values() if command.handler]


@pytest.mark.parametrize("command", HANDLED, ids=lambda command: command.name)
def test_a_handler_takes_the_options_of_its_entry(command: Command) -> None:
    assert command.handler
    _, *parameters = inspect.signature(command.handler).parameters.values()
    named = {one.name: one for one in parameters if one.kind is not one.VAR_KEYWORD}
    given = {option.name for option in command.options if not option.presents}
    assert set(named) <= given
    assert set(named) == given or any(one.kind is one.VAR_KEYWORD for one in parameters)
    needed = {name for name, one in named.items() if one.default is one.empty}
    always = {option.name for option in command.options if option.required is Interface.BOTH}
    assert needed <= always


@pytest.mark.parametrize("command", COMMANDS.values(), ids=lambda command: command.name)
def test_an_option_can_be_offered(command: Command) -> None:
    assert len({option.name for option in command.options}) == len(command.options)
    for interface in (Interface.DISCORD, Interface.CONSOLE):
        required = [bool(option.required & interface) for option in command.options_on(interface)]
        assert required == sorted(required, reverse=True), "Discord and the console take what is required first"
    for option in command.options:
        assert not (option.kind is Kind.CHOICE and not option.choices)
        assert not (option.suggest and option.choices)


def test_groups_are_named_by_their_first_word_alone() -> None:
    names = [name.split() for name in COMMANDS]
    assert all(len(name) <= 2 for name in names)
    discord = [name for name, command in COMMANDS.items() if command.on & Interface.DISCORD]
    assert not {name.split()[0] for name in discord if " " in name} & set(discord)
