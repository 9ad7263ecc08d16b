"""Answers what is typed at the console as text: the commands of the table, articles and questions."""

import asyncio
import sys
from collections.abc import Callable, Mapping
from typing import Any

from bot.commands.caller import Caller
from bot.commands.command import Command, Kind, add_example, find_example
from bot.console.answers import AnswerRenderer
from bot.console.article_input import ArticleInput, load_list
from bot.console.background_work import as_document
from bot.console.parse import ASK, COMMANDS, READ, Request, parse_values
from bot.container import Services
from bot.digests.article_digest import compose_digest
from bot.digests.lines.choice import compose_lines
from bot.domain.filter import EXAMPLE, FILTER_RULES
from bot.domain.preferences import Preferences
from bot.errors import ArchiveError, UsageError
from bot.i18n.bidi import isolate
from bot.i18n.language import Language, current_language, set_language
from bot.i18n.messages import translatable, translate, translate_message
from bot.questions.pasted_text import is_pasted_news, may_be_pasted_news
from bot.render.cards.article_card import compose_summary
from bot.render.cards.lines_card import compose_lines_page
from bot.render.cards.question_cards import compose_found, render_answer
from bot.render.document import Block, Document, Fields, ListEntry, Listing, Text
from bot.render.terminal import Screen, show
from bot.services.articles import ArticleService
from bot.services.questions import Answer, NothingFound, NotUnderstood, SidesFound, StatementsFound

OWNER = "console"
"""Owns everything here, and is the one channel."""
QUESTION = "what did Lavrov say about New START?"
"""An example for an archive without statements. Questions are understood in English, whatever the language."""
SCHEDULE = "digest schedule time:08:00 timezone:Europe/Berlin days:mon-fri quiet:22:00-07:00"


def show_answer(answer: Answer, screen: Screen) -> str:
    """The answer for ``screen``. Raises ``NotVerbatimError``."""
    if isinstance(answer, SidesFound | StatementsFound):
        return show(screen, compose_found(answer, typed=True))
    return show(screen, as_document(render_answer(answer, typed=True), screen))


class ConsoleSession:
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
            return await self._read(request.options["article"])
        if request.command == ASK:
            return await self._ask(request.options["question"], request.options.get("near", ""))
        command = COMMANDS[request.command]
        if command.handler is None:
            asked = request.options.get("command", "")
            about = self._about(command, asked, await self._find_question())
            return show(self._screen(), Document((), (*about, *await self._such_as(asked))))
        values = await self._parse_values(command, request.options)
        for option in command.options:
            if option.kind is Kind.FILE:
                values[option.name] = await asyncio.to_thread(load_list, values[option.name], option.most)
        answer = await command.run(self._caller, values)
        if isinstance(answer, Preferences):
            set_language(answer.language or self._terminal_language)
        return await self._renderer.render(answer, values)

    async def _parse_values(self, command: Command, given: Mapping[str, str]) -> dict[str, Any]:
        try:
            return parse_values(command, given)
        except UsageError as error:
            if given:
                raise
            raise await add_example(self._caller, command.name, error) from error

    async def _find_question(self) -> str:
        """A question that finds something here."""
        known = await self._services.statements.suggest("", askers=self._caller.askers)
        return f"what did {known[0].name} say?" if known else QUESTION

    async def _such_as(self, asked: str) -> tuple[Block, ...]:
        """An example of a command, or of the first of its group, that works here."""
        of_group = (name for name in COMMANDS if asked and (name == asked or name.startswith(f"{asked} ")))
        example = await find_example(self._caller, next(of_group, ""))
        return (_note(translate("console-help-such-as", example=example)),) if example else ()

    async def _read(self, article: str) -> str:
        reading = await self._articles.read(article)
        return show(self._screen(), compose_summary(reading), compose_lines_page(reading, compose_lines(reading)))

    async def _ask(self, words: str, near: str) -> str:
        """Answer a question; ``near`` is the command of which the words may be a slip, "" for none."""
        if is_pasted_news(words):
            return await self._read(words)
        answer = await self._services.questions.answer(words, askers=self._caller.askers, readers=self._caller.readers)
        if isinstance(answer, NotUnderstood) and may_be_pasted_news(words):
            return await self._read(words)
        if near and isinstance(answer, NotUnderstood | NothingFound):
            raise UsageError(translatable("console-neither-near", command=near))
        return await asyncio.to_thread(show_answer, answer, self._screen())

    def _about(self, command: Command, asked: str, question: str) -> tuple[Block, ...]:
        match command.name:
            case "privacy":
                return (
                    _note(translate("console-stored", place=self._place)),
                    _note(translate("console-stored-yours")),
                    _note(translate("console-history")),
                    _note(translate("console-nothing-leaves")),
                )
            case "help feed":
                rules = tuple((isolate(written), (translate_message(wants),)) for written, wants in FILTER_RULES)
                return (
                    _usages("feed"),
                    _note(translate("console-help-filter", example=EXAMPLE)),
                    Fields(rules),
                    _note(translate("console-help-deliver")),
                )
            case "help digest":
                return (
                    _usages("digest"),
                    _note(translate("console-help-such-as", example=SCHEDULE)),
                    _note(translate("console-help-silent")),
                )
            case _:
                return (_usages(asked),) if asked else _help(question)


async def _check_nothing(*_: object) -> None:
    """The console can always be printed on."""


async def _show_progress(done: int, total: int) -> None:
    if sys.stderr.isatty():
        print(translate("follow-progress", done=done, total=total), file=sys.stderr, flush=True)


def _help(question: str) -> tuple[Block, ...]:
    listed = [(one, translate_message(one.does)) for one in COMMANDS.values()]
    return (
        Fields(tuple((isolate(one.usage), (does,)) for one, does in listed if " " not in one.name)),
        Fields(tuple((isolate(one.name), (does,)) for one, does in listed if " " in one.name)),
        _note(translate("console-help-article")),
        _note(translate("console-help-question", example=question)),
        _note(translate("console-help-last")),
        _note(translate("console-help-twosides")),
    )


def _usages(asked: str) -> Block:
    """A command, or those of a group, with the options, each above what it does: some are too long to stand beside."""
    commands = [command for name, command in COMMANDS.items() if name == asked or name.startswith(f"{asked} ")]
    return Listing(tuple(ListEntry((isolate(one.usage),), ((translate_message(one.does),),)) for one in commands))


def _note(words: str) -> Text:
    return Text(((words,),), small=True)
