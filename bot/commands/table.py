"""The table of commands. A new one is an entry in its theme's ``COMMANDS``, and the handler above it."""

from bot.commands import articles, digests, feeds, personal, statements
from bot.commands.caller import Caller
from bot.commands.command import Command, Interface
from bot.services.status import StatusOverview


async def _status(caller: Caller) -> StatusOverview | None:
    return await caller.services.status.overview(caller.owner) if caller.server else None


_ABOUT = (
    Command("status", _status),
    Command("privacy"),
    Command("help"),
    Command("help feed", on=Interface.CONSOLE),
    Command("help digest", on=Interface.CONSOLE),
    Command("quit", on=Interface.CONSOLE),
)

COMMANDS = {
    command.name: command
    for command in (
        *articles.COMMANDS,
        *statements.COMMANDS,
        *feeds.COMMANDS,
        *digests.COMMANDS,
        *personal.COMMANDS,
        *_ABOUT,
    )
}
PAGED = {command.pages: command for command in COMMANDS.values() if command.pages}
"""The commands whose lists have page buttons, by the buttons' action."""
