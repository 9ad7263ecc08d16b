"""Commands for a person's own: what is new, watches, settings (with the server's), and deletion of their data."""

from typing import Any

from bot.archive.erasure import PersonalData
from bot.commands.caller import Caller
from bot.commands.command import Command, Interface, Kind, Option, Suggestions, matching, number_option, suggest_zone
from bot.domain.preferences import Preferences, Style
from bot.domain.watch import WORDS_LIMIT
from bot.i18n.language import Language
from bot.render.card import Action
from bot.render.cards import settings_cards, watch_cards
from bot.render.document import Document
from bot.services.catch_up import CatchUp
from bot.services.watches import WatchRequest


async def _catch_up(caller: Caller) -> CatchUp:
    return await caller.services.catch_up.look(caller.person, caller.owner)


async def _watch(caller: Caller, speaker: str = "", topic: str = "", deliver: str = "dm") -> Document:
    request = WatchRequest(speaker, topic, *caller.find_alert_place(deliver))
    return watch_cards.report_watching(await caller.services.watches.add(caller.person, request))


async def _list(caller: Caller) -> Document:
    return watch_cards.report_watches(await caller.services.watches.standing(caller.person))


async def _remove(caller: Caller, number: int) -> Document:
    return watch_cards.report_removed(await caller.services.watches.remove(caller.person, number))


async def _suggest(caller: Caller, typed: str) -> Suggestions:
    standing = await caller.services.watches.standing(caller.person)
    return matching(((watch_cards.describe_watch(one), one.number) for one in standing), typed)


async def _set_mine(caller: Caller, **chosen: Any) -> Preferences:
    return await caller.services.preferences.change(caller.person, **chosen)


async def _set_server(caller: Caller, **chosen: Any) -> Document:
    return settings_cards.report_server(await caller.services.preferences.change(caller.owner, **chosen))


async def _forget(caller: Caller, *, confirm: bool = False) -> Document | PersonalData:
    if confirm:
        return settings_cards.report_forgotten(await caller.services.forgetting.forget(caller.person))
    return await caller.services.forgetting.count(caller.person)


_WHAT = (Option("speaker", Kind.SPEAKER, WORDS_LIMIT), Option("topic", most=WORDS_LIMIT))
_DELIVER = Option("deliver", Kind.CHOICE, choices=("dm", "here"), on=Interface.DISCORD)
_STYLE = Option("style", choices=tuple(Style))
_TIMES = (Option("timezone", Kind.ZONE, 60, suggest=suggest_zone), Option("quiet", most=60))
_LANGUAGE = Option("language", choices=(*Language, "none"))
_LANGUAGES = Option("languages", most=60)

COMMANDS = (
    Command("catchup", _catch_up),
    Command("watch add", _watch, (*_WHAT, _DELIVER)),
    Command("watch list", _list, pages=Action.WATCHES),
    Command("watch remove", _remove, (number_option(_suggest),)),
    Command("settings me", _set_mine, (*_TIMES, Option("attitudes", Kind.FLAG), _LANGUAGE, _LANGUAGES)),
    Command(
        "settings server",
        _set_server,
        (_STYLE, *_TIMES, Option("labels", Kind.FLAG), _LANGUAGE, _LANGUAGES),
        managers=True,
    ),
    Command("forget me", _forget, (Option("confirm", Kind.FLAG, on=Interface.CONSOLE),)),
)
