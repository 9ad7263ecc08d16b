"""The command for what is new since somebody last looked."""

from bot.commands.caller import Caller
from bot.commands.command import Command
from bot.services.catch_up import CatchUp


async def _catch_up(caller: Caller) -> CatchUp:
    return await caller.services.catch_up.look(caller.person, caller.owner)


COMMANDS = (Command("catchup", _catch_up),)
