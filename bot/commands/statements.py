"""Commands over all articles: who said what, statements over time, a country's position, reversed statements."""

from dataclasses import replace

from bot.commands.articles import THEME
from bot.commands.caller import Caller
from bot.commands.command import Command, Interface, Kind, Option, Suggestions, path_option
from bot.digests.position import PositionSheet
from bot.digests.reversals import ReversalSheet
from bot.domain.statement_search import SpeakerSuggestion
from bot.render.card import Action
from bot.render.localized_names import country_name
from bot.render.two_sides_buttons import PAIR_LIMIT
from bot.services.statement_search import WORDS_LIMIT, SearchPage
from bot.services.timeline import TimelineResult


async def _said(caller: Caller, **words: str) -> SearchPage:
    words = {"who": "", "about": "", "since": "", "until": ""} | words
    return await caller.services.statements.search(**words, askers=caller.askers, readers=caller.readers)


async def _timeline(caller: Caller, **words: str) -> TimelineResult:
    words = {"who": "", "about": "", "since": ""} | words
    return await caller.services.timelines.timeline(**words, askers=caller.askers, readers=caller.readers)


async def _position(caller: Caller, country: str, topic: str = "") -> PositionSheet:
    return await caller.services.timelines.position(country=country, topic=topic, askers=caller.askers)


async def _changed(caller: Caller, who: str, about: str = "") -> ReversalSheet:
    return await caller.services.timelines.reversals(who=who, about=about, askers=caller.askers)


async def _suggest_speaker(caller: Caller, typed: str) -> Suggestions:
    return [(_label(one), one.name) for one in await caller.services.statements.suggest(typed, askers=caller.askers)]


def _label(one: SpeakerSuggestion) -> str:
    facts = ", ".join(fact for fact in (one.role, country_name(one.country or "")) if fact)
    return f"{one.name} — {facts}" if facts else one.name


async def _suggest_name(caller: Caller, typed: str) -> Suggestions:
    return [(name, name) for name in await caller.services.timelines.suggest(typed, askers=caller.askers)]


async def _suggest_country(caller: Caller, typed: str) -> Suggestions:
    found = await caller.services.timelines.suggest(typed, askers=caller.askers, countries=True)
    return [(name, name) for name in found]


_WORDS = tuple(Option(name, most=WORDS_LIMIT) for name in ("about", "since", "until"))
_SPEAKER = Option("who", Kind.SPEAKER, WORDS_LIMIT, suggest=_suggest_speaker)
_NAME = replace(_SPEAKER, suggest=_suggest_name)
_CHANGED = (
    replace(_NAME, most=PAIR_LIMIT, required=Interface.BOTH),
    Option("about", most=PAIR_LIMIT),
)
_COUNTRY = Option("country", most=PAIR_LIMIT, required=Interface.BOTH, suggest=_suggest_country)
_VIEWS = (Action.POSITION, Action.POSITIONFILE)
_AS = Option("as", Kind.CHOICE, choices=_VIEWS, on=Interface.DISCORD, presents=True)

COMMANDS = (
    Command("said", _said, (_SPEAKER, *_WORDS, path_option(".csv")), public=True),
    Command(
        "timeline",
        _timeline,
        (_NAME, *_WORDS[:2], path_option(".png", ".csv"), replace(THEME, on=Interface.BOTH)),
        public=True,
    ),
    Command("position", _position, (_COUNTRY, Option("topic", most=PAIR_LIMIT), _AS, path_option(".md")), public=True),
    Command("changed", _changed, _CHANGED, public=True),
)
