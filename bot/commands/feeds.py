"""Commands for feeds: what a server follows, the state of each feed, and what happened to its items."""

from typing import Any

from bot.commands.caller import Caller, FileAnswer
from bot.commands.command import MOST_NUMBER, Command, Interface, Kind, Option, Suggestions, matching
from bot.domain.feed import LIST_BYTES, Delivery, Followed
from bot.domain.filter import FILTER_LIMIT
from bot.ingest.push_sources import MAX_NAME
from bot.render.card import Action
from bot.render.cards import feed_cards
from bot.render.report import Report
from bot.services.feed_results import OutcomePage
from bot.services.push_sources import PUSH, asks_for_source
from bot.services.subscription_options import SubscriptionOptions

MOST_ITEM = 999_999_999


async def _add(caller: Caller, url: str, **how: Any) -> Report:
    options = await _options(caller, **how)
    if asks_for_source(url):
        return feed_cards.report_opened(await caller.services.feeds.open_source(caller.owner, options))
    return feed_cards.report_added(await caller.services.feeds.add(caller.owner, url, options))


async def _list(caller: Caller) -> Report:
    return feed_cards.report_feeds(await caller.services.feeds.followed(caller.owner))


async def _why(caller: Caller, number: int | None = None, before: int | None = None) -> OutcomePage:
    return await caller.services.feeds.why(caller.owner, number, before=before)


async def _filter(caller: Caller, number: int, filter: str) -> Report:  # noqa: A002 - the option's name
    return feed_cards.report_refiltered(await caller.services.feeds.refilter(caller.owner, number, filter))


async def _token(caller: Caller, number: int) -> Report:
    return feed_cards.report_opened(await caller.services.feeds.renew_token(caller.owner, number))


async def _remove(caller: Caller, number: int) -> Report:
    return feed_cards.report_removed(await caller.services.feeds.remove(caller.owner, number))


async def _pause(caller: Caller, number: int) -> Report:
    return feed_cards.report_paused(await caller.services.feeds.pause(caller.owner, number))


async def _resume(caller: Caller, number: int) -> Report:
    await caller.check_channel((await caller.services.feeds.find(caller.owner, number)).subscription.channel)
    return feed_cards.report_resumed(await caller.services.feeds.resume(caller.owner, number))


async def _import(caller: Caller, file: Any, **how: Any) -> Report:
    options = await _options(caller, **how)
    body = await caller.load_file(file, LIST_BYTES)
    result = await caller.services.feeds.import_list(caller.owner, body, options, caller.show_progress)
    return feed_cards.report_imported(result)


async def _export(caller: Caller) -> FileAnswer:
    return FileAnswer("feeds.opml", await caller.services.feeds.export_list(caller.owner))


async def _options(
    caller: Caller,
    *,
    channel: Any = None,
    filter: str = "",  # noqa: A002 - the option's name
    deliver: str = Delivery.EACH,
    edits: bool = False,
    name: str = "",
) -> SubscriptionOptions:
    place = await caller.find_channel(channel)
    return SubscriptionOptions(place, caller.person, filter, Delivery(deliver), edits, name)


async def _suggest(caller: Caller, typed: str) -> Suggestions:
    return _named(await caller.services.feeds.followed(caller.owner), typed)


async def _suggest_source(caller: Caller, typed: str) -> Suggestions:
    followed = await caller.services.feeds.followed(caller.owner)
    return _named(tuple(one for one in followed if one.feed.kind == PUSH), typed)


def _named(followed: tuple[Followed, ...], typed: str) -> Suggestions:
    return matching(((feed_cards.describe_feed(one), one.subscription.number) for one in followed), typed)


_NUMBER = Option("number", Kind.NUMBER, MOST_NUMBER, required=Interface.BOTH, suggest=_suggest)
_FILTER = Option("filter", most=FILTER_LIMIT)
_HOW = (
    Option("channel", Kind.CHANNEL, on=Interface.DISCORD),
    _FILTER,
    Option("deliver", Kind.CHOICE, choices=tuple(Delivery)),
)

COMMANDS = (
    Command(
        "feed add",
        _add,
        (
            Option("url", most=2000, required=Interface.BOTH),
            *_HOW,
            Option("edits", Kind.FLAG),
            Option("name", most=MAX_NAME),
        ),
        managers=True,
    ),
    Command("feed list", _list, managers=True, pages=Action.FEEDS),
    Command(
        "feed why",
        _why,
        (
            Option("number", Kind.NUMBER, MOST_NUMBER, suggest=_suggest),
            Option("before", Kind.NUMBER, MOST_ITEM, on=Interface.CONSOLE),
        ),
        managers=True,
    ),
    Command(
        "feed filter", _filter, (_NUMBER, Option("filter", most=FILTER_LIMIT, required=Interface.BOTH)), managers=True
    ),
    Command(
        "feed token",
        _token,
        (Option("number", Kind.NUMBER, MOST_NUMBER, required=Interface.BOTH, suggest=_suggest_source),),
        managers=True,
    ),
    Command("feed remove", _remove, (_NUMBER,), managers=True),
    Command("feed pause", _pause, (_NUMBER,), managers=True),
    Command("feed resume", _resume, (_NUMBER,), managers=True),
    Command("feed import", _import, (Option("file", Kind.FILE, required=Interface.BOTH), *_HOW), managers=True),
    Command("feed export", _export, managers=True),
)
