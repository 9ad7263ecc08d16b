"""What a command is: a value from which Discord's commands are built, and the console parses, completes and helps."""

from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, Flag, auto
from typing import Any

from bot.commands.caller import Answer, Caller
from bot.domain.folding import fold_letters
from bot.domain.statement_search import StatementQuery
from bot.domain.time_zones import suggest_zones
from bot.errors import UsageError
from bot.gazetteer.countries import country_of
from bot.i18n.messages import Translatable, message_attribute, translatable
from bot.render.card import Action

MOST_NUMBER = 1_000_000
"""Of the numbers that feeds, digests and watches have."""

Suggestions = Iterable[tuple[str, str | int]]
"""Labels with the values that they stand for."""
Suggest = Callable[[Caller, str], Awaitable[Suggestions]]
"""Called with the typed text."""
Handler = Callable[..., Awaitable[Answer]]
"""Called with the caller, and with the given options by name."""
_SPEAKER = {"said": "who", "timeline": "who", "changed": "who", "watch add": "speaker"}
"""Commands that take a speaker, with the option's name."""
_LOOKED_AT = 50  # newest statements


class Interface(Flag):
    """Where a command or an option is offered."""

    NONE = 0
    DISCORD = auto()
    CONSOLE = auto()
    BOTH = DISCORD | CONSOLE


class Kind(Enum):
    """What an option takes; handlers get the id of a ``CHANNEL`` or ``ROLE``, and the bytes of a ``FILE``.

    A ``CHOICE`` is one of its choices; the choices of other kinds are only offered. ``FREE`` text may hold anything,
    even what looks like an option; a ``FILTER`` has options of its own.
    """

    TEXT = auto()
    FREE = auto()
    FILTER = auto()
    NUMBER = auto()
    FLAG = auto()
    CHOICE = auto()
    SPEAKER = auto()
    ZONE = auto()
    ARTICLE = auto()
    CHANNEL = auto()
    ROLE = auto()
    FILE = auto()
    PATH = auto()


@dataclass(frozen=True, slots=True)
class Option:
    """An option; the attribute ``name`` of its command's message describes it.

    ``most`` is the maximum number, the maximum length on Discord, or the size of a file in bytes. A ``PATH`` that is
    written ends in one of the ``choices``. ``presents`` marks an option for whoever shows the answer, not for handlers.
    """

    name: str
    kind: Kind = Kind.TEXT
    most: int = 100
    choices: tuple[str, ...] = ()
    required: Interface = Interface.NONE
    on: Interface = Interface.BOTH
    suggest: Suggest | None = None
    presents: bool = False


@dataclass(frozen=True, slots=True)
class Command:
    """A command of one word, or of its group's and its own.

    Without a ``handler`` each interface answers by itself. Answers are private on Discord unless ``public``.
    ``managers`` marks what only those who manage the server may do; ``pages`` is the action of a list's page buttons.
    """

    name: str
    handler: Handler | None = None
    options: tuple[Option, ...] = ()
    on: Interface = Interface.BOTH
    public: bool = False
    managers: bool = False
    pages: Action | None = None

    @property
    def key(self) -> str:
        """The message that describes it."""
        return f"commands-{self.name.replace(' ', '-')}"

    @property
    def does(self) -> Translatable:
        """What it does, in the few words of the console."""
        described = Translatable(self.key)
        return message_attribute(described, "console") or described

    @property
    def usage(self) -> str:
        """How it is typed at the console: "whosaid article:… speaker:…"."""
        return " ".join([self.name, *(f"{option.name}:…" for option in self.options_on(Interface.CONSOLE))])

    def options_on(self, interface: Interface) -> tuple[Option, ...]:
        """The options that ``interface`` offers."""
        return tuple(option for option in self.options if option.on & interface)

    async def run(self, caller: Caller, values: Mapping[str, Any]) -> Answer:
        """The answer to ``caller``, who gave the options ``values``. Raises ``AttacheError``."""
        presenting = {option.name for option in self.options if option.presents}
        given = {name: value for name, value in values.items() if name not in presenting}
        if self.handler is None:
            return None
        try:
            return await self.handler(caller, **given)
        except UsageError as error:
            if given:
                raise
            raise await add_example(caller, self.name, error) from error


def matching(named: Suggestions, typed: str) -> Suggestions:
    """Those of ``named`` whose label contains ``typed``."""
    sought = fold_letters(typed.strip())
    return [one for one in named if sought in fold_letters(one[0])]


def number_option(suggest: Suggest) -> Option:
    """The required number of one of several things."""
    return Option("number", Kind.NUMBER, MOST_NUMBER, required=Interface.BOTH, suggest=suggest)


def path_option(*endings: str) -> Option:
    """The file that the console writes."""
    return Option("file", Kind.PATH, choices=endings, on=Interface.CONSOLE, presents=True)


async def suggest_zone(_: Caller, typed: str) -> Suggestions:
    """Time zones, by name and by city."""
    return [(name, name) for name in suggest_zones(typed)]


async def find_example(caller: Caller, command: str) -> str:
    """``command`` with options that find something, as it is typed where ``caller`` is; "" if there is none."""
    options = ""
    if command in _SPEAKER:
        known = await caller.services.statements.suggest("", askers=caller.askers)
        options = f"{_SPEAKER[command]}:{known[0].name}" if known else ""
    elif command in {"position", "twosides"}:
        first, second, *_ = *await _find_countries(caller), "", ""
        options = f"country:{first}" if first and command == "position" else ""
        options = f"a:{first} b:{second}" if second and command == "twosides" else options
    return f"{'' if caller.terminal else '/'}{command} {options}" if options else ""


async def add_example(caller: Caller, command: str, error: UsageError) -> UsageError:
    """``error`` about a command without options, with an example of one that works."""
    example = await find_example(caller, command)
    return UsageError(translatable("errors-such-as", whole=error.whole, example=example)) if example else error


async def _find_countries(caller: Caller) -> list[str]:
    """The countries of the newest statements, each once."""
    try:
        found = (
            await caller.services.statements.load_page(
                StatementQuery(), askers=caller.askers, limit=_LOOKED_AT, counted=False
            )
        ).page
    except UsageError:  # there are none
        return []
    speakers = [one.attribution.speaker for one in found.found]
    return list(dict.fromkeys(one.country for one in speakers if one and one.country and country_of(one.country)))
