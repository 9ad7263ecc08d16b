"""Commands for feeds: what a server follows, the state of each feed, and what happened to its items."""

from dataclasses import replace
from functools import partial
from typing import Any

from bot.commands.caller import Caller, FileAnswer
from bot.commands.command import Command, Interface, Kind, Option, Suggestions, matching, number_option
from bot.domain.feed import LIST_BYTES, TAG_LIMIT, Delivery, OutlineFeed, PostOptions, SubscriptionOptions
from bot.domain.filter import FILTER_LIMIT
from bot.domain.folding import fold_words
from bot.domain.follow_up import FollowUps
from bot.errors import UsageError
from bot.gazetteer.source_catalogue import CatalogueSource, Pack, SourceFilter, SourceKind
from bot.i18n.language import Language
from bot.i18n.messages import translatable
from bot.render.card import Action
from bot.render.cards import feed_cards
from bot.render.cards.page_cards import report_page
from bot.render.cards.source_cards import PACK_MARK, SourcePage, SourcePreview, describe_source, pack_name
from bot.render.document import Document
from bot.render.localized_names import country_name
from bot.services.channel_pages import NAME_LIMIT, PageAddress
from bot.services.push_sources import MAX_NAME, PUSH, asks_for_source
from bot.services.subscriptions import OutcomePage

MOST_ITEM = 999_999_999


async def _add(caller: Caller, url: str, **how: Any) -> Document:
    options = await _options(caller, **how)
    if pack := _find_pack(url):
        members = [OutlineFeed(source.feed, source.name) for source in _members(caller, pack)]
        return feed_cards.report_imported(
            await caller.services.feeds.follow_all(caller.owner, members, options, caller.show_progress)
        )
    if asks_for_source(url):
        return feed_cards.report_opened(await caller.services.feeds.open_source(caller.owner, options))
    return feed_cards.report_added(await caller.services.feeds.add(caller.owner, url, options))


async def _browse(
    caller: Caller,
    words: str = "",
    country: str = "",
    language: str = "",
    kind: str = "",
    pack: str = "",
    source: str = "",
) -> SourcePage | SourcePreview:
    if source:
        found = caller.services.catalogue.find(source)
        if found is None:
            raise UsageError(translatable("browse-gone"))
        return SourcePreview(found, await caller.services.feeds.preview(found.feed))
    wanted = SourceFilter(
        words,
        _find_country(caller, country),
        language,
        SourceKind(kind) if kind else None,
        Pack(pack) if pack else None,
    )
    members = len(_members(caller, wanted.pack)) if wanted.pack else 0
    return SourcePage(wanted, caller.services.catalogue.filter(wanted), members)


def _members(caller: Caller, pack: Pack) -> tuple[CatalogueSource, ...]:
    return caller.services.catalogue.filter(SourceFilter(pack=pack))


def _find_pack(words: str) -> Pack | None:
    name = words.strip().casefold().removeprefix(PACK_MARK).strip()
    return Pack(name) if words.strip().casefold().startswith(PACK_MARK) and name in set(Pack) else None


def _find_country(caller: Caller, typed: str) -> str:
    """The country of the catalogue that is called so, in English or the language spoken now; else as typed."""
    sought = fold_words(typed)
    known = (
        one for one in caller.services.catalogue.countries if sought in {fold_words(one), fold_words(country_name(one))}
    )
    return next(known, typed) if sought else ""


async def _suggest_country(caller: Caller, typed: str) -> Suggestions:
    return matching(((country_name(one), one) for one in caller.services.catalogue.countries), typed)


async def _suggest_source(caller: Caller, typed: str) -> Suggestions:
    return [
        (f"{source.name} · {describe_source(source)}", source.name)
        for source in caller.services.catalogue.suggest(typed)
    ]


async def _suggest_what(caller: Caller, typed: str) -> Suggestions:
    """Packs and sources by name; nothing for who pastes an address."""
    if "://" in typed:
        return []
    packs = matching(((pack_name(pack), f"{PACK_MARK}{pack}") for pack in Pack), typed)
    return [*packs, *await _suggest_source(caller, typed)]


async def _list(caller: Caller) -> Document:
    return feed_cards.report_feeds(await caller.services.feeds.followed(caller.owner))


async def _why(caller: Caller, number: int | None = None, before: int | None = None) -> OutcomePage:
    return await caller.services.feeds.why(caller.owner, number, before=before)


async def _filter(caller: Caller, number: int, filter: str) -> Document:  # noqa: A002 - the option's name
    return feed_cards.report_refiltered(await caller.services.feeds.refilter(caller.owner, number, filter))


async def _set(caller: Caller, number: int, **changes: Any) -> Document:
    if not changes:
        on = Interface.CONSOLE if caller.terminal else Interface.DISCORD
        named = ", ".join(f"{option.name}:" for option in (*_POSTS, _CLEAR) if option.on & on)
        raise UsageError(translatable("desk-feed-set-nothing", options=named))
    found = (await caller.services.feeds.find(caller.owner, number)).subscription
    options = _changed(found.options, **changes)
    await caller.check_options(found.channel, options)
    return feed_cards.report_set(await caller.services.feeds.set_options(caller.owner, number, options))


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
    options = await _options(caller, **how)
    return feed_cards.report_imported(
        await caller.services.feeds.import_list(caller.owner, file, options, caller.show_progress)
    )


async def _export(caller: Caller) -> FileAnswer:
    return FileAnswer("feeds.opml", await caller.services.feeds.export_list(caller.owner))


def _changed(
    options: PostOptions,
    followups: str = "",
    role: str = "",
    tag: str = "",
    pictures: bool | None = None,
    clear: str = "",
) -> PostOptions:
    """``options`` with what is given; ``clear`` names the one that is taken away."""
    return PostOptions(
        FollowUps(followups) if followups else options.follow_ups,
        role or (options.role if clear != "role" else ""),
        tag.strip() or (options.tag if clear != "tag" else ""),
        options.pictures if pictures is None else pictures,
    )


async def _options(caller: Caller, channel: str = "", deliver: str = Delivery.EACH, **how: Any) -> SubscriptionOptions:
    posts = _changed(PostOptions(), **{name: how.pop(name) for name in _POSTED & how.keys()})
    place = channel or caller.owner  # the console is its own channel
    await caller.check_options(place, posts)
    return SubscriptionOptions(place, caller.person, delivery=Delivery(deliver), posts=posts, **how)


async def _publish(caller: Caller, channel: str = "", name: str = "", address: str = PageAddress.ON) -> Document:
    do = PageAddress(address) if address in set(PageAddress) else PageAddress.ON
    place = channel or caller.owner  # the console is its own channel
    return report_page(await caller.services.pages.set(caller.owner, place, caller.person, do, name))


async def _suggest(caller: Caller, typed: str, *, pushed: bool = False) -> Suggestions:
    followed = await caller.services.feeds.followed(caller.owner)
    named = [(feed_cards.describe_feed(one), one.subscription.number, one.feed.kind == PUSH) for one in followed]
    return matching(((name, number) for name, number, pushes in named if pushes or not pushed), typed)


_URL = Option("url", Kind.FREE, 2000, required=Interface.BOTH, suggest=_suggest_what)
_CATALOGUE = (
    Option("words"),
    Option("country", suggest=_suggest_country),
    Option("language", Kind.CHOICE, choices=tuple(Language)),
    Option("kind", Kind.CHOICE, choices=tuple(SourceKind)),
    Option("pack", Kind.CHOICE, choices=tuple(Pack)),
    Option("source", Kind.FREE, suggest=_suggest_source),
)
_NUMBER = number_option(_suggest)
_NEWEST = replace(_NUMBER, required=Interface.NONE)
_BEFORE = Option("before", Kind.NUMBER, MOST_ITEM, on=Interface.CONSOLE)
_FILTER = Option("filter", Kind.FILTER, FILTER_LIMIT)
_HOW = (
    Option("channel", Kind.CHANNEL, on=Interface.DISCORD),
    _FILTER,
    Option("deliver", Kind.CHOICE, choices=tuple(Delivery)),
)
_POSTS = (
    Option("followups", Kind.CHOICE, choices=tuple(FollowUps)),
    Option("role", Kind.ROLE, on=Interface.DISCORD),
    Option("tag", most=TAG_LIMIT, on=Interface.DISCORD),
    Option("pictures", Kind.FLAG),
)
_POSTED = {option.name for option in _POSTS}
_CLEAR = Option("clear", Kind.CHOICE, choices=("role", "tag"), on=Interface.DISCORD)
_PUBLISH = (
    Option("channel", Kind.CHANNEL, on=Interface.DISCORD),
    Option("name", Kind.FREE, NAME_LIMIT),
    Option("address", Kind.CHOICE, choices=tuple(PageAddress)),
)
_LIST = Option("file", Kind.FILE, LIST_BYTES, required=Interface.BOTH)

_Command = partial(Command, managers=True)
COMMANDS = (
    _Command("feed add", _add, (_URL, *_HOW, Option("edits", Kind.FLAG), Option("name", Kind.FREE, MAX_NAME), *_POSTS)),
    _Command("feed browse", _browse, _CATALOGUE),
    _Command("feed list", _list, pages=Action.FEEDS),
    _Command("feed why", _why, (_NEWEST, _BEFORE)),
    _Command("feed filter", _filter, (_NUMBER, replace(_FILTER, required=Interface.BOTH))),
    _Command("feed set", _set, (_NUMBER, *_POSTS, _CLEAR)),
    _Command("feed token", _token, (number_option(partial(_suggest, pushed=True)),)),
    _Command("feed remove", _remove, (_NUMBER,)),
    _Command("feed pause", _pause, (_NUMBER,)),
    _Command("feed resume", _resume, (_NUMBER,)),
    _Command("feed import", _import, (_LIST, *_HOW)),
    _Command("feed export", _export),
    _Command("feed publish", _publish, _PUBLISH),
)
