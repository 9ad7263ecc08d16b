"""Who gives a command and where, and what commands answer."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Any, ClassVar

from bot.archive.erasure import PersonalData
from bot.container import Services
from bot.domain.analysis import Reading
from bot.domain.briefing import Briefing
from bot.domain.digest import TwoSidesQuery
from bot.errors import UsageError
from bot.i18n.language import Language
from bot.i18n.messages import translatable
from bot.render.card import ComponentAction
from bot.render.report import Report
from bot.services.articles import ArticleService
from bot.services.feed_results import OutcomePage
from bot.services.statement_search import SearchPage
from bot.services.status import StatusOverview
from bot.services.timeline import TimelineResult


@dataclass(frozen=True, slots=True)
class ReadingAnswer:
    """A reading, and what is asked about it."""

    reading: Reading
    press: ComponentAction


@dataclass(frozen=True, slots=True)
class PositionQuery:
    """A country, and a topic or ""."""

    country: str
    topic: str


@dataclass(frozen=True, slots=True)
class FileAnswer:
    """A text to download."""

    name: str
    body: bytes


Answer = (
    Report
    | ReadingAnswer
    | TwoSidesQuery
    | SearchPage
    | TimelineResult
    | PositionQuery
    | Briefing
    | OutcomePage
    | FileAnswer
    | PersonalData
    | StatusOverview
    | None
)
"""What an interface shows its own way."""


@dataclass
class Caller(ABC):
    """Who gives a command. ``person`` and ``server`` own data, and ``server`` is None in direct messages.

    ``askers`` own the private articles that an answer may use, ``readers`` the settings by which times are shown.
    """

    services: Services
    article_service: ArticleService
    person: str
    server: str | None
    askers: frozenset[str]
    readers: tuple[str, ...]

    terminal: ClassVar[bool] = False
    """Whether they sit at a terminal, where a command without an article is about the last one."""

    @property
    def owner(self) -> str:
        """The server. Raises ``UsageError`` outside of servers."""
        if self.server is None:
            raise UsageError(translatable("gateway-server-only"))
        return self.server

    async def read(self, article: str) -> Reading:
        """The reading of a link or a text."""
        return await self.article_service.read(article, owner=self.person)

    @abstractmethod
    async def find_channel(self, chosen: Any) -> str:
        """The id of the ``chosen`` channel, or of the command's. Raises ``UsageError`` if it cannot be posted in."""

    @abstractmethod
    async def check_channel(self, channel: str) -> None:
        """Raise ``UsageError`` if ``channel`` cannot be posted in."""

    @abstractmethod
    def find_alert_place(self, *, here: bool) -> tuple[str, str | None, str | None]:
        """Where alerts go (``here`` or to the person), the server, and the channel if the bot may post in it."""

    @abstractmethod
    async def load_file(self, file: Any, most: int) -> bytes:
        """The content of a given list of feeds, of ``most`` bytes. Raises ``UsageError`` or ``TooLargeError``."""

    @abstractmethod
    async def show_progress(self, done: int, total: int) -> None:
        """Show how far a long command is."""

    @abstractmethod
    async def use_language(self, chosen: Language | None) -> None:
        """Answer in the language that the person has just set."""
