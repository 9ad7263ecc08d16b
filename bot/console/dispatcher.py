"""Answers what is typed at the console as text: the commands of the table, articles and questions."""

import asyncio
import sys
from collections.abc import Callable

from bot.commands.caller import Caller
from bot.commands.command import Command, Kind
from bot.console.answers import AnswerRenderer
from bot.console.article_input import ArticleInput, load_list
from bot.console.background_work import as_sheet
from bot.console.parse import ASK, COMMANDS, READ, Request, parse_values
from bot.container import Services
from bot.digests.article_digest import compose_digest
from bot.domain.filter import EXAMPLE, FILTER_RULES
from bot.domain.preferences import Preferences
from bot.errors import ArchiveError
from bot.i18n.bidi import isolate
from bot.i18n.language import Language, current_language, set_language
from bot.i18n.messages import translate, translate_message
from bot.render.cards.question_cards import describe_sides, render_answer
from bot.render.markdown import plain
from bot.render.text.layout import Screen
from bot.render.text.lines_sheet import compose_lines_sheet
from bot.render.text.sheet import Block, Lines, Listing, Note, Point, Points, Sheet, compose_summary
from bot.render.text.two_sides_sheet import compose_twosides
from bot.services.articles import ArticleService
from bot.services.questions import Answer, SidesFound

OWNER = "console"
"""Owns everything here, and is the one channel."""
QUESTION = "what did Lavrov say about New START?"
SCHEDULE = "digest schedule time:08:00 timezone:Europe/Berlin days:mon-fri quiet:22:00-07:00"


def compose_answer(answer: Answer, screen: Screen) -> Sheet:
    """The answer to a question for ``screen``. Raises ``NotVerbatimError``."""
    if isinstance(answer, SidesFound):
        return (Lines((plain(describe_sides(answer)),)), *compose_twosides(answer.sides, screen.zone))
    return as_sheet(render_answer(answer), screen)


class Dispatcher:
    """Answers requests. ``screen`` tells how to lay an answer out; ``place`` names where the archive is."""

    def __init__(
        self, article_service: ArticleService, services: Services, screen: Callable[[], Screen], place: str
    ) -> None:
        self._services = services
        self._screen = screen
        self._place = place
        self._terminal_language = current_language()
        self._articles = ArticleInput(article_service, OWNER)
        self._caller = Caller(
            services,
            OWNER,
            OWNER,
            frozenset({OWNER}),
            (OWNER,),
            self._articles.read,
            _check_nothing,
            lambda _: (OWNER, None, None),
            _show_progress,
            terminal=True,
        )
        self._renderer = AnswerRenderer(self._caller, article_service, screen, place)

    @property
    def speakers(self) -> tuple[str, ...]:
        """Who is quoted in the last article."""
        sections = compose_digest(self._articles.last).sections if self._articles.last else ()
        return tuple(section.speaker.name for section in sections if section.speaker)

    async def language(self) -> Language:
        """The language that the person has set, else the terminal's."""
        try:
            return await self._services.preferences.language(OWNER, otherwise=self._terminal_language)
        except ArchiveError:  # settings that cannot be read: the command that needs them will say so
            return self._terminal_language

    async def answer(self, request: Request) -> str:
        """The answer to ``request``. Raises ``AttacheError``."""
        if request.command == READ:
            reading = await self._articles.read(request.options["article"])
            return self._renderer.about(reading, (*compose_summary(reading), *compose_lines_sheet(reading)))
        if request.command == ASK:
            return self._renderer.lay_out(await self._ask(request.options["question"]))
        command = COMMANDS[request.command]
        if command.handler is None:
            return self._renderer.lay_out(self._about(command, request.options.get("command", "")))
        values = parse_values(command, request.options)
        for option in command.options:
            if option.kind is Kind.FILE:
                values[option.name] = await asyncio.to_thread(load_list, values[option.name], option.most)
        answer = await command.run(self._caller, values)
        if isinstance(answer, Preferences):
            set_language(answer.language or self._terminal_language)
        return await self._renderer.render(answer, values)

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


async def _check_nothing(_: str) -> None:
    """The console can always be printed on."""


async def _show_progress(done: int, total: int) -> None:
    if sys.stderr.isatty():
        print(translate("follow-progress", done=done, total=total), file=sys.stderr, flush=True)


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
