"""Commands over all articles: who said what, statements over time, a country's position."""

from dataclasses import replace

from bot.commands.articles import THEME
from bot.commands.caller import Caller, PositionQuery
from bot.commands.command import Command, Interface, Kind, Option, Suggestions
from bot.domain.statement_search import SpeakerSuggestion
from bot.render.card import Action
from bot.render.localized_names import country_name
from bot.render.two_sides_buttons import PAIR_LIMIT
from bot.services.statement_search import WORDS_LIMIT, SearchPage
from bot.services.timeline import TimelineResult


async def _said(caller: Caller, who: str = "", about: str = "", since: str = "", until: str = "") -> SearchPage:
    return await caller.services.statements.search(
        who=who, about=about, since=since, until=until, askers=caller.askers, readers=caller.readers
    )


async def _timeline(caller: Caller, who: str = "", about: str = "", since: str = "") -> TimelineResult:
    return await caller.services.timelines.timeline(
        who=who, about=about, since=since, askers=caller.askers, readers=caller.readers
    )


async def _position(_: Caller, country: str, topic: str = "") -> PositionQuery:
    return PositionQuery(country, topic)


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


def _file(*endings: str) -> Option:
    return Option("file", Kind.FILE, choices=endings, on=Interface.CONSOLE, presents=True)


_WORDS = tuple(Option(name, most=WORDS_LIMIT) for name in ("about", "since", "until"))

COMMANDS = (
    Command(
        "said",
        _said,
        (Option("who", Kind.SPEAKER, WORDS_LIMIT, suggest=_suggest_speaker), *_WORDS, _file(".csv")),
        public=True,
    ),
    Command(
        "timeline",
        _timeline,
        (
            Option("who", Kind.SPEAKER, suggest=_suggest_name),
            *_WORDS[:2],
            _file(".png", ".csv"),
            replace(THEME, on=Interface.BOTH),
        ),
        public=True,
    ),
    Command(
        "position",
        _position,
        (
            Option("country", most=PAIR_LIMIT, required=Interface.BOTH, suggest=_suggest_country),
            Option("topic", most=PAIR_LIMIT),
            Option(
                "as",
                Kind.CHOICE,
                choices=(Action.POSITION, Action.POSITIONFILE),
                on=Interface.DISCORD,
                presents=True,
            ),
            _file(".md"),
        ),
        public=True,
    ),
)
