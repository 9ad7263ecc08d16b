"""The command that sets up a server in one step: what would be done, doing it, and taking it back."""

from typing import Any

from bot.commands.caller import Caller
from bot.commands.command import Command, Interface, Kind, Option, suggest_zone
from bot.errors import UsageError
from bot.gazetteer.source_catalogue import Pack
from bot.i18n.language import Language
from bot.i18n.messages import translatable
from bot.render.cards.setup_cards import decode_undo, report_undone
from bot.render.document import Document
from bot.services.setup import SetupDone, SetupPlan, SetupService


async def _setup(
    caller: Caller,
    channel: str = "",
    *,
    confirm: bool = False,
    undo: str = "",
    **chosen: Any,
) -> SetupPlan | SetupDone | Document:
    service, place = _service(caller), channel or caller.owner  # the console is its own channel
    if undo:
        try:
            wanted = decode_undo(undo)
        except ValueError:
            raise UsageError(translatable("setup-undo-unknown")) from None
        return report_undone(await service.undo(caller.owner, place, wanted))
    preview = chosen.pop("preview", False)  # a button's
    plan = await service.plan(caller.owner, caller.person, place, **chosen)
    if channel:
        await caller.check_channel(channel)
    if confirm:
        return await service.apply(caller.owner, caller.person, plan.choice, caller.show_progress)
    return await service.with_preview(plan) if preview or caller.terminal else plan


def _service(caller: Caller) -> SetupService:
    services = caller.services
    return SetupService(services.feeds, services.digests, services.preferences, services.catalogue)


COMMANDS = (
    Command(
        "setup",
        _setup,
        (
            Option("channel", Kind.CHANNEL, on=Interface.DISCORD),
            Option("language", Kind.CHOICE, choices=tuple(Language)),
            Option("timezone", Kind.ZONE, 60, suggest=suggest_zone),
            Option("pack", Kind.CHOICE, choices=tuple(Pack)),
            Option("time"),
            Option("confirm", Kind.FLAG, on=Interface.CONSOLE),
            Option("undo", Kind.FREE, on=Interface.CONSOLE),
        ),
        managers=True,
    ),
)
