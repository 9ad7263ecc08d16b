"""The console's watches, settings and forgetting: a person's own on Discord, here the console's."""

from collections.abc import Awaitable, Callable, Mapping

from bot.console.command_table import COMMANDS, parse_count
from bot.container import Services
from bot.errors import UsageError
from bot.i18n.language import current_language, set_language
from bot.i18n.messages import translatable
from bot.render.cards import settings_cards, watch_cards
from bot.render.document import Document
from bot.services.watches import WatchRequest

MOST_NUMBER = 1_000_000
_YES_OR_NO = {"yes": True, "true": True, "on": True, "no": False, "false": False, "off": False}

Options = Mapping[str, str]


class PersonalCommands:
    """Answers for the one ``owner`` at the console, where alerts are printed, in the terminal's language or theirs."""

    def __init__(self, services: Services, owner: str) -> None:
        self._watches = services.watches
        self._preferences = services.preferences
        self._forgetting = services.forgetting
        self._owner = owner
        self._of_terminal = current_language()
        self.reports: dict[str, Callable[[Options], Awaitable[Document]]] = {
            "watch add": self._add,
            "watch list": self._list,
            "watch remove": self._remove,
            "settings me": self._set_mine,
            "settings server": self._set_desk,
            "forget me": self._forget,
        }

    async def _add(self, options: Options) -> Document:
        order = WatchRequest(options.get("speaker", ""), options.get("topic", ""), self._owner)
        return watch_cards.report_watching(await self._watches.add(self._owner, order))

    async def _list(self, _: Options) -> Document:
        return watch_cards.report_watches(await self._watches.standing(self._owner))

    async def _remove(self, options: Options) -> Document:
        if "number" not in options:
            usage = COMMANDS["watch remove"].usage
            raise UsageError(translatable("console-needs", command="watch remove", name="number", usage=usage))
        number = parse_count(options["number"], most=MOST_NUMBER)
        return watch_cards.report_removed(await self._watches.remove(self._owner, number))

    async def _set_mine(self, options: Options) -> Document:
        chosen = await self._preferences.set_mine(
            self._owner,
            timezone=options.get("timezone"),
            quiet=options.get("quiet"),
            attitudes=_yes_or_no(options, "attitudes"),
            language=options.get("language"),
        )
        set_language(chosen.language or self._of_terminal)
        return settings_cards.report_mine(chosen, terminal=True)

    async def _set_desk(self, options: Options) -> Document:
        chosen = await self._preferences.set_server(
            self._owner,
            timezone=options.get("timezone"),
            quiet=options.get("quiet"),
            style=options.get("style"),
            labels=_yes_or_no(options, "labels"),
            language=options.get("language"),
        )
        return settings_cards.report_server(chosen)

    async def _forget(self, options: Options) -> Document:
        if _yes_or_no(options, "confirm"):
            return settings_cards.report_forgotten(await self._forgetting.forget(self._owner))
        return settings_cards.report_personal_data(await self._forgetting.count(self._owner), "forget me confirm:yes")


def _yes_or_no(options: Options, name: str) -> bool | None:
    if name not in options:
        return None
    value = options[name].casefold()
    if value not in _YES_OR_NO:
        raise UsageError(translatable("console-on-or-off", name=name, value=value[:40]))
    return _YES_OR_NO[value]
