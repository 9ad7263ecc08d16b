"""The table of commands. A new one is an entry in its theme's ``COMMANDS``, and the handler above it."""

from bot.commands import articles, digests, feeds, personal, setup, statements
from bot.commands.caller import Caller
from bot.commands.command import Command, Interface
from bot.services.status import StatusOverview


async def _status(caller: Caller) -> StatusOverview | None:
    return await caller.services.status.overview(caller.owner) if caller.server else None


_ABOUT = (
    *(Command("status", _status), Command("privacy"), Command("help")),
    *(Command(name, on=Interface.CONSOLE) for name in ("help feed", "help digest", "quit")),
)
_THEMES = (articles, statements, setup, feeds, digests, personal)

COMMANDS = {command.name: command for theme in _THEMES for command in theme.COMMANDS}
COMMANDS |= {command.name: command for command in _ABOUT}
