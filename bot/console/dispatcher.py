"""Answers what is typed at the console as text: the commands of the table, articles and questions."""

import asyncio
from collections.abc import Callable

from bot.commands.command import Command
from bot.console.answers import AnswerRenderer
from bot.console.background_work import as_sheet
from bot.console.caller import OWNER, ConsoleCaller
from bot.console.parse import ASK, COMMANDS, READ, Request, parse_values
from bot.container import Services
from bot.digests.article_digest import compose_digest
from bot.domain.filter import EXAMPLE, FILTER_RULES
from bot.errors import ArchiveError
from bot.i18n.bidi import isolate
from bot.i18n.language import Language
from bot.i18n.messages import translate, translate_message
from bot.render.cards.question_cards import describe_sides, render_answer
from bot.render.markdown import plain
from bot.render.text.layout import Screen
from bot.render.text.lines_sheet import compose_lines_sheet
from bot.render.text.sheet import Block, Lines, Listing, Note, Point, Points, Sheet, compose_summary
from bot.render.text.two_sides_sheet import compose_twosides
from bot.services.articles import ArticleService
from bot.services.questions import Answer, SidesFound

QUESTION = "what did Lavrov say about New START?"
SCHEDULE = "digest schedule time:08:00 timezone:Europe/Berlin days:mon-fri quiet:22:00-07:00"


def compose_answer(answer: Answer, screen: Screen) -> Sheet:
    """The answer to a question for ``screen``. Raises ``NotVerbatimError``."""
    if isinstance(answer, SidesFound):
        return (Lines((plain(describe_sides(answer)),)), *compose_twosides(answer.sides, screen.zone))
    return as_sheet(render_answer(answer), screen)


class Dispatcher:
    """Answers requests. ``screen`` tells how to lay an answer out; ``place`` names where the archive is.

    It remembers the last article, so that a command without one is about that.
    """

    def __init__(
        self, article_service: ArticleService, services: Services, screen: Callable[[], Screen], place: str
    ) -> None:
        self._caller = ConsoleCaller(services, article_service)
        self._services = services
        self._screen = screen
        self._place = place
        self._renderer = AnswerRenderer(self._caller, screen, place)

    @property
    def speakers(self) -> tuple[str, ...]:
        """Who is quoted in the last article."""
        sections = compose_digest(self._caller.last).sections if self._caller.last else ()
        return tuple(section.speaker.name for section in sections if section.speaker)

    async def language(self) -> Language:
        """The language that the person has set, else the terminal's."""
        terminal = self._caller.terminal_language
        try:
            return await self._services.preferences.language(OWNER, otherwise=terminal)
        except ArchiveError:  # settings that cannot be read: the command that needs them will say so
            return terminal

    async def answer(self, request: Request) -> str:
        """The answer to ``request``. Raises ``AttacheError``."""
        if request.command == READ:
            reading = await self._caller.read(request.options["article"])
            return self._renderer.about(reading, (*compose_summary(reading), *compose_lines_sheet(reading)))
        if request.command == ASK:
            return self._renderer.lay_out(await self._ask(request.options["question"]))
        command = COMMANDS[request.command]
        if command.handler is None:
            return self._renderer.lay_out(self._about(command, request.options.get("command", "")))
        values = parse_values(command, request.options)
        return await self._renderer.render(await command.run(self._caller, values), values)

    async def _ask(self, words: str) -> Sheet:
        answer = await self._services.questions.answer(words, askers=self._caller.askers, readers=self._caller.readers)
        return await asyncio.to_thread(compose_answer, answer, self._screen())

    def _about(self, command: Command, asked: str) -> Sheet:
        match command.name:
            case "privacy":
                return (
                    Note(translate("console-stored", place=self._place)),
                    Note(translate("console-stored-yours")),
                    Note(translate("console-history")),
                    Note(translate("console-nothing-leaves")),
                )
            case "help feed":
                rules = tuple((isolate(written), translate_message(wants)) for written, wants in FILTER_RULES)
                return (
                    _usages("feed"),
                    Note(translate("console-help-filter", example=EXAMPLE)),
                    Listing(rules),
                    Note(translate("console-help-deliver")),
                )
            case "help digest":
                return (
                    _usages("digest"),
                    Note(translate("console-help-such-as", example=SCHEDULE)),
                    Note(translate("console-help-silent")),
                )
            case _:
                return (_usages(asked),) if asked else _help()


def _help() -> Sheet:
    listed = [(one, translate_message(one.does)) for one in COMMANDS.values()]
    return (
        Listing(tuple((isolate(one.usage), does) for one, does in listed if " " not in one.name)),
        Listing(tuple((isolate(one.name), does) for one, does in listed if " " in one.name)),
        Note(translate("console-help-article")),
        Note(translate("console-help-question", example=QUESTION)),
        Note(translate("console-help-last")),
        Note(translate("console-help-twosides")),
    )


def _usages(asked: str) -> Block:
    """A command, or those of a group, with the options, each above what it does: some are too long to stand beside."""
    commands = [command for name, command in COMMANDS.items() if name == asked or name.startswith(f"{asked} ")]
    return Points(tuple(Point("", isolate(command.usage), (translate_message(command.does),)) for command in commands))
