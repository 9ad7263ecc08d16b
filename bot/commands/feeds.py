"""Commands for feeds: what a server follows, the state of each feed, and what happened to its items."""

from dataclasses import replace
from functools import partial
from typing import Any

from bot.commands.caller import Caller, FileAnswer
from bot.commands.command import Command, Interface, Kind, Option, Suggestions, matching, number_option
from bot.domain.feed import LIST_BYTES, Delivery
from bot.domain.filter import FILTER_LIMIT
from bot.render.card import Action
from bot.render.cards import feed_cards
from bot.render.document import Document
from bot.services.push_sources import MAX_NAME, PUSH, asks_for_source
from bot.services.subscription_options import SubscriptionOptions
from bot.services.subscriptions import OutcomePage

MOST_ITEM = 999_999_999


async def _add(caller: Caller, url: str, **how: Any) -> Document:
    options = _options(caller, **how)
    if asks_for_source(url):
        return feed_cards.report_opened(await caller.services.feeds.open_source(caller.owner, options))
    return feed_cards.report_added(await caller.services.feeds.add(caller.owner, url, options))


async def _list(caller: Caller) -> Document:
    return feed_cards.report_feeds(await caller.services.feeds.followed(caller.owner))


async def _why(caller: Caller, number: int | None = None, before: int | None = None) -> OutcomePage:
    return await caller.services.feeds.why(caller.owner, number, before=before)


async def _filter(caller: Caller, number: int, filter: str) -> Document:  # noqa: A002 - the option's name
    return feed_cards.report_refiltered(await caller.services.feeds.refilter(caller.owner, number, filter))


async def _token(caller: Caller, number: int) -> Document:
    return feed_cards.report_opened(await caller.services.feeds.renew_token(caller.owner, number))


async def _remove(caller: Caller, number: int) -> Document:
    return feed_cards.report_removed(await caller.services.feeds.remove(caller.owner, number))


async def _pause(caller: Caller, number: int) -> Document:
    return feed_cards.report_paused(await caller.services.feeds.pause(caller.owner, number))


async def _resume(caller: Caller, number: int) -> Document:
    await caller.check_channel((await caller.services.feeds.find(caller.owner, number)).subscription.channel)
    return feed_cards.report_resumed(await caller.services.feeds.resume(caller.owner, number))


async def _import(caller: Caller, file: bytes, **how: Any) -> Document:
    options = _options(caller, **how)
    return feed_cards.report_imported(
        await caller.services.feeds.import_list(caller.owner, file, options, caller.show_progress)
    )


async def _export(caller: Caller) -> FileAnswer:
    return FileAnswer("feeds.opml", await caller.services.feeds.export_list(caller.owner))


def _options(caller: Caller, channel: str = "", deliver: str = Delivery.EACH, **how: Any) -> SubscriptionOptions:
    # the console is its own channel
    return SubscriptionOptions(channel or caller.owner, caller.person, delivery=Delivery(deliver), **how)


async def _suggest(caller: Caller, typed: str, *, pushed: bool = False) -> Suggestions:
    followed = await caller.services.feeds.followed(caller.owner)
    named = [(feed_cards.describe_feed(one), one.subscription.number, one.feed.kind == PUSH) for one in followed]
    return matching(((name, number) for name, number, pushes in named if pushes or not pushed), typed)


_URL = Option("url", Kind.FREE, 2000, required=Interface.BOTH)
_NUMBER = number_option(_suggest)
_NEWEST = replace(_NUMBER, required=Interface.NONE)
_BEFORE = Option("before", Kind.NUMBER, MOST_ITEM, on=Interface.CONSOLE)
_FILTER = Option("filter", Kind.FILTER, FILTER_LIMIT)
_HOW = (
    Option("channel", Kind.CHANNEL, on=Interface.DISCORD),
    _FILTER,
    Option("deliver", Kind.CHOICE, choices=tuple(Delivery)),
)
_LIST = Option("file", Kind.FILE, LIST_BYTES, required=Interface.BOTH)

_Command = partial(Command, managers=True)
COMMANDS = (
    _Command("feed add", _add, (_URL, *_HOW, Option("edits", Kind.FLAG), Option("name", Kind.FREE, MAX_NAME))),
    _Command("feed list", _list, pages=Action.FEEDS),
    _Command("feed why", _why, (_NEWEST, _BEFORE)),
    _Command("feed filter", _filter, (_NUMBER, replace(_FILTER, required=Interface.BOTH))),
    _Command("feed token", _token, (number_option(partial(_suggest, pushed=True)),)),
    _Command("feed remove", _remove, (_NUMBER,)),
    _Command("feed pause", _pause, (_NUMBER,)),
    _Command("feed resume", _resume, (_NUMBER,)),
    _Command("feed import", _import, (_LIST, *_HOW)),
    _Command("feed export", _export),
)
