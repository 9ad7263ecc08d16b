"""Who gives a command and where, and what commands answer."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.archive.erasure import PersonalData
from bot.container import Services
from bot.digests.position import PositionSheet
from bot.digests.reversals import ReversalSheet
from bot.domain.analysis import Reading
from bot.domain.briefing import Briefing
from bot.domain.digest import TwoSidesQuery
from bot.domain.feed import PostOptions
from bot.domain.preferences import Preferences
from bot.errors import UsageError
from bot.i18n.messages import translatable
from bot.render.card import ComponentAction
from bot.render.cards.source_cards import SourcePage, SourcePreview
from bot.render.document import Document
from bot.services.catch_up import CatchUp
from bot.services.setup import SetupDone, SetupPlan
from bot.services.statement_search import SearchPage
from bot.services.status import StatusOverview
from bot.services.subscriptions import OutcomePage, Progress
from bot.services.timeline import TimelineResult


@dataclass(frozen=True, slots=True)
class ReadingAnswer:
    """A reading, and what is asked about it."""

    reading: Reading
    press: ComponentAction


@dataclass(frozen=True, slots=True)
class FileAnswer:
    """A text to download."""

    name: str
    body: bytes


Answer = (
    Document | ReadingAnswer | TwoSidesQuery | SearchPage | TimelineResult | PositionSheet | ReversalSheet | Briefing
    | CatchUp | OutcomePage | FileAnswer | PersonalData | Preferences | StatusOverview | SourcePage | SourcePreview
    | SetupPlan | SetupDone | None
)  # fmt: skip
"""What an interface shows its own way."""


@dataclass(frozen=True, slots=True)
class Caller:
    """Who gives a command, and what depends on where they do.

    ``person`` and ``server`` own data; there is no server in direct messages. ``askers`` own the private articles that
    an answer may use, ``readers`` the settings by which times are shown. ``read`` reads a link or a text, and at a
    ``terminal`` a file, or the last article again. ``check_channel`` raises ``UsageError`` if a channel cannot be
    posted in, ``check_options`` if its posts cannot be as they are wanted. ``find_alert_place`` returns where alerts go
    ("dm" or "here"), the server, and its channel if that can be posted in.
    """

    services: Services
    person: str
    server: str | None
    askers: frozenset[str]
    readers: tuple[str, ...]
    read: Callable[[str], Awaitable[Reading]]
    check_channel: Callable[[str], Awaitable[None]]
    check_options: Callable[[str, PostOptions], Awaitable[None]]
    find_alert_place: Callable[[str], tuple[str, str | None, str | None]]
    show_progress: Progress
    terminal: bool = False

    @property
    def owner(self) -> str:
        """The server. Raises ``UsageError`` outside of servers."""
        if self.server is None:
            raise UsageError(translatable("gateway-server-only"))
        return self.server
