"""Commands for one article, from a link or a text: its summary, who said what, and two sides."""

from dataclasses import replace

from bot.commands.caller import Caller, ReadingAnswer
from bot.commands.command import Command, Interface, Kind, Option, path_option
from bot.domain.digest import TwoSidesQuery
from bot.pictures.drawing import Theme
from bot.render.card import DETAIL_LIMIT, Action, ComponentAction
from bot.render.two_sides_buttons import WORD_LIMIT

MOST_SENTENCES = 15
THEME = Option("theme", Kind.CHOICE, choices=tuple(Theme), on=Interface.CONSOLE, presents=True)


async def _summarize(caller: Caller, article: str = "", sentences: int | None = None) -> ReadingAnswer:
    reading = await caller.read(article)
    return ReadingAnswer(reading, ComponentAction(Action.SUMMARY, reading.id, detail=str(sentences or "")))


async def _whosaid(caller: Caller, article: str = "", speaker: str = "") -> ReadingAnswer:
    reading = await caller.read(article)
    return ReadingAnswer(reading, ComponentAction(Action.WHOSAID, reading.id, detail=speaker))


async def _twosides(caller: Caller, article: str = "", a: str = "", b: str = "", about: str = "") -> TwoSidesQuery:
    of_last = caller.terminal and not (a or b or about)
    reading = await caller.read(article) if article or of_last else None
    return TwoSidesQuery(reading.id if reading else "", a=a, b=b, about=about)


_VIEWS = (Action.TWOSIDES, Action.SIDESDARK, Action.SIDESLIGHT)
_ARTICLE = Option("article", Kind.ARTICLE, required=Interface.DISCORD)
_SIDES = tuple(Option(name, Kind.SPEAKER, WORD_LIMIT) for name in ("a", "b"))
_TOPIC = Option("about", most=WORD_LIMIT)
_AS = Option("as", Kind.CHOICE, choices=_VIEWS, on=Interface.DISCORD, presents=True)

COMMANDS = (
    Command("summarize", _summarize, (_ARTICLE, Option("sentences", Kind.NUMBER, MOST_SENTENCES)), public=True),
    Command("whosaid", _whosaid, (_ARTICLE, Option("speaker", Kind.SPEAKER, DETAIL_LIMIT)), public=True),
    Command(
        "twosides",
        _twosides,
        (replace(_ARTICLE, required=Interface.NONE), *_SIDES, _TOPIC, _AS, path_option(".png"), THEME),
        public=True,
    ),
)
