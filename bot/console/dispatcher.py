"""The console's desk: each request answered as text, from the same newsroom that answers Discord.

It remembers the last article, so that a command without one is about that.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path

from bot import __version__
from bot.console.archive_commands import ArchiveCommands
from bot.console.background_work import as_document
from bot.console.command_table import ASK, COMMANDS, LONG_TEXT, READ, Request, parse_count
from bot.console.feed_commands import feed_command_answers
from bot.container import Services
from bot.digests.article_digest import compose_digest
from bot.digests.lines.choice import compose_lines
from bot.domain.analysis import Reading
from bot.domain.digest import Digest, TwoSidesQuery
from bot.domain.filter import EXAMPLE, FILTER_RULES
from bot.errors import ArchiveError, UsageError
from bot.i18n.bidi import isolate
from bot.i18n.language import Language, current_language
from bot.i18n.messages import translatable, translate, translate_message
from bot.render.cards.article_card import compose_summary
from bot.render.cards.lines_card import compose_lines_page
from bot.render.cards.question_cards import compose_found, render_answer
from bot.render.cards.status_card import report_overview
from bot.render.cards.who_said_card import compose_whosaid
from bot.render.document import Block, Document, Fields, ListEntry, Listing, Text
from bot.render.terminal import Screen, show
from bot.services.articles import ArticleService
from bot.services.questions import Answer, SidesFound, StatementsFound
from bot.web.pages.upload import MAX_UPLOAD

OWNER = "console"
"""Whose a text is that is pasted here."""
MOST_SENTENCES = 15
QUESTION = "what did Lavrov say about New START?"
SCHEDULE = "digest schedule time:08:00 timezone:Europe/Berlin days:mon-fri quiet:22:00-07:00"
LONGEST_PATH = 1024
"""Characters; more is a text."""

Options = Mapping[str, str]


def show_answer(answer: Answer, screen: Screen) -> str:
    """The answer for ``screen``. Raises ``NotVerbatimError``."""
    if isinstance(answer, SidesFound | StatementsFound):
        return show(screen, compose_found(answer))
    return show(screen, as_document(render_answer(answer), screen))


class Dispatcher:
    """Answers requests. ``screen`` tells how to lay an answer out; ``place`` names where the archive is."""

    def __init__(
        self, article_service: ArticleService, services: Services, screen: Callable[[], Screen], place: str
    ) -> None:
        self._article_service = article_service
        self._services = services
        self._screen = screen
        self._place = place
        self._of_terminal = current_language()
        self._last: Reading | None = None
        self._records = ArchiveCommands(services, screen, OWNER)
        self._answers: dict[str, Callable[[Options], Awaitable[str]]] = {
            READ: self._read,
            ASK: self._ask,
            "summarize": self._summarize,
            "whosaid": self._whosaid,
            "twosides": self._twosides,
            "status": self._status,
            "privacy": self._privacy,
            "help": self._help,
            "help feed": self._help_feed,
            "help digest": self._help_digest,
            **feed_command_answers(services, screen, OWNER),
            **self._records.answers,
        }

    @property
    def speakers(self) -> tuple[str, ...]:
        """Who is quoted in the last article."""
        sections = compose_digest(self._last).sections if self._last else ()
        return tuple(section.speaker.name for section in sections if section.speaker)

    async def language(self) -> Language:
        """What is spoken here: what the person has set, else the language of the terminal, which was spoken first."""
        try:
            return await self._services.preferences.language(OWNER, otherwise=self._of_terminal)
        except ArchiveError:  # settings that cannot be read: the command that needs them will say so
            return self._of_terminal

    async def answer(self, request: Request) -> str:
        """The answer to ``request``. Raises ``AttacheError``."""
        return await self._answers[request.command](request.options)

    async def _read(self, options: Options) -> str:
        reading = await self._article(options)
        return show(self._screen(), compose_summary(reading), compose_lines_page(reading, compose_lines(reading)))

    async def _ask(self, options: Options) -> str:
        words = options["question"]
        answer = await self._services.questions.answer(words, askers=frozenset({OWNER}), readers=(OWNER,))
        return await asyncio.to_thread(show_answer, answer, self._screen())

    async def _summarize(self, options: Options) -> str:
        reading = await self._article(options)
        if "sentences" not in options:
            return show(self._screen(), compose_summary(reading))
        count = parse_count(options["sentences"], most=MOST_SENTENCES)
        return show(self._screen(), compose_summary(reading, await self._article_service.summarise(reading, count)))

    async def _whosaid(self, options: Options) -> str:
        reading = await self._article(options)
        if asked := options.get("speaker", ""):
            return show(self._screen(), compose_whosaid(await self._digest(reading), asked))
        return show(self._screen(), compose_lines_page(reading, compose_lines(reading)))

    async def _twosides(self, options: Options) -> str:
        """Of an article, the last one where nothing is named; of everything that was read where sides or topic are."""
        a, b, about = (options.get(name, "") for name in ("a", "b", "about"))
        of_article = "article" in options or not (a or b or about)
        article = (await self._article(options)).id if of_article else ""
        return await self._records.twosides(TwoSidesQuery(article, a=a, b=b, about=about), options)

    async def _status(self, _: Options) -> str:
        facts = (
            (translate("console-version"), __version__),
            (translate("console-engine"), self._article_service.engine),
            (translate("console-articles"), f"{await self._article_service.count_articles():,}"),
            (translate("console-archive"), self._place),
        )
        desk = report_overview(await self._services.status.overview(OWNER))
        rows = (*((name, (fact,)) for name, fact in facts), *((name.lower(), line) for name, line in desk))
        return self._about(Fields(rows))

    async def _privacy(self, _: Options) -> str:
        return self._about(
            _note(translate("console-stored", place=self._place)),
            _note(translate("console-stored-yours")),
            _note(translate("console-history")),
            _note(translate("console-nothing-leaves")),
        )

    async def _help(self, options: Options) -> str:
        if asked := options.get("command"):
            return self._about(*_usages(asked))
        about = [one for one in COMMANDS.values() if " " not in one.name]
        grouped = [one for one in COMMANDS.values() if " " in one.name]
        return self._about(
            Fields(tuple((isolate(one.usage), (translate_message(one.does),)) for one in about)),
            Fields(tuple((isolate(one.name), (translate_message(one.does),)) for one in grouped)),
            _note(translate("console-help-article")),
            _note(translate("console-help-question", example=QUESTION)),
            _note(translate("console-help-last")),
            _note(translate("console-help-twosides")),
        )

    async def _help_feed(self, _: Options) -> str:
        return self._about(
            *_usages("feed"),
            _note(translate("console-help-filter", example=EXAMPLE)),
            Fields(tuple((isolate(written), (translate_message(wants),)) for written, wants in FILTER_RULES)),
            _note(translate("console-help-deliver")),
        )

    async def _help_digest(self, _: Options) -> str:
        return self._about(
            *_usages("digest"),
            _note(translate("console-help-such-as", example=SCHEDULE)),
            _note(translate("console-help-silent")),
        )

    async def _article(self, options: Options) -> Reading:
        """The reading of the article asked for, or else the last one."""
        if reference := options.get("article"):
            upload = await asyncio.to_thread(_load_file, reference)
            if upload is None and _is_path(reference):
                raise UsageError(translatable("console-file-absent", name=reference))
            if upload:
                self._last = await self._article_service.read_upload(*upload, owner=OWNER)
            else:
                self._last = await self._article_service.read(reference, owner=OWNER)
        if self._last is None:
            raise UsageError(translatable("console-no-article"))
        return self._last

    async def _digest(self, reading: Reading) -> Digest:
        return compose_digest(reading, attitudes=await self._services.preferences.wants_attitudes(OWNER))

    def _about(self, *blocks: Block) -> str:
        return show(self._screen(), Document((), blocks))


def _usages(asked: str) -> tuple[Block, ...]:
    """A command, or those of a group, with the options, each above what it does: some are too long to stand beside."""
    commands = [command for name, command in COMMANDS.items() if name == asked or name.startswith(f"{asked} ")]
    return (Listing(tuple(ListEntry((isolate(one.usage),), ((translate_message(one.does),),)) for one in commands)),)


def _note(words: str) -> Text:
    return Text(((words,),), small=True)


def _is_path(reference: str) -> bool:
    """Whether ``reference`` can be meant as nothing but the path of a file."""
    return reference.startswith(("/", "./", "../", "~")) and len(reference) < LONG_TEXT and "\n" not in reference


def _load_file(reference: str) -> tuple[str, bytes] | None:
    """Name and bytes of the file at the path ``reference``; None when it is none. Raises ``UsageError``."""
    if len(reference) > LONGEST_PATH or "\n" in reference:
        return None
    try:
        path = Path(reference).expanduser()
        if not path.is_file():
            return None
    except (OSError, ValueError, RuntimeError):  # no name that a file can have, such as one of 300 characters
        return None
    try:
        with path.open("rb") as file:
            return path.name, file.read(MAX_UPLOAD + 1)
    except OSError as error:
        raise UsageError(translatable("console-file-unread", name=path.name)) from error
