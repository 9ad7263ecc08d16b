"""Whoever sits at the console, as commands see them: they own everything here, and its one channel."""

import asyncio
import sys
from pathlib import Path
from typing import Any

from bot.commands.caller import Caller
from bot.console.parse import LONG_TEXT
from bot.container import Services
from bot.domain.analysis import Reading
from bot.errors import UsageError
from bot.i18n.language import Language, current_language, set_language
from bot.i18n.messages import translatable, translate
from bot.services.articles import ArticleService
from bot.web.pages.upload import MAX_UPLOAD

OWNER = "console"
"""Owns the texts that are pasted here; also the name of the channel."""
LONGEST_PATH = 1024
"""Characters; more is a text."""


class ConsoleCaller(Caller):
    """The person at the console. ``last`` is the last article, which commands without one are about."""

    terminal = True

    def __init__(self, services: Services, article_service: ArticleService) -> None:
        super().__init__(services, article_service, OWNER, OWNER, frozenset({OWNER}), (OWNER,))
        self.last: Reading | None = None
        self.terminal_language = current_language()

    async def read(self, article: str) -> Reading:
        """The reading of a link, a file or a text; of the last article if ``article`` is ""."""
        if article:
            upload = await asyncio.to_thread(_load_upload, article)
            if upload is None and _is_path(article):
                raise UsageError(translatable("console-file-absent", name=article))
            if upload:
                self.last = await self.article_service.read_upload(*upload, owner=OWNER)
            else:
                self.last = await super().read(article)
        if self.last is None:
            raise UsageError(translatable("console-no-article"))
        return self.last

    async def find_channel(self, chosen: Any) -> str:  # noqa: ARG002 - there is one channel
        """The console."""
        return OWNER

    async def check_channel(self, channel: str) -> None:
        """Do nothing: the console can always be printed on."""

    def find_alert_place(self, *, here: bool) -> tuple[str, str | None, str | None]:  # noqa: ARG002 - as above
        """The console."""
        return OWNER, None, None

    async def load_file(self, file: str, most: int) -> bytes:
        """The content of the file at a path; one byte more where it is larger than ``most``."""
        return await asyncio.to_thread(_load_file, file, most)

    async def show_progress(self, done: int, total: int) -> None:
        """Print it on standard error, if that is a terminal."""
        if sys.stderr.isatty():
            print(translate("follow-progress", done=done, total=total), file=sys.stderr, flush=True)

    async def use_language(self, chosen: Language | None) -> None:
        """Use the ``chosen`` language, else the terminal's."""
        set_language(chosen or self.terminal_language)


def _is_path(article: str) -> bool:
    """Whether ``article`` can only mean the path of a file."""
    return article.startswith(("/", "./", "../", "~")) and len(article) < LONG_TEXT and "\n" not in article


def _load_upload(article: str) -> tuple[str, bytes] | None:
    """Name and bytes of the file at the path ``article``; None if there is none. Raises ``UsageError``."""
    if len(article) > LONGEST_PATH or "\n" in article:
        return None
    try:
        path = Path(article).expanduser()
        if not path.is_file():
            return None
    except (OSError, ValueError, RuntimeError):  # no name that a file can have, such as one of 300 characters
        return None
    try:
        with path.open("rb") as file:
            return path.name, file.read(MAX_UPLOAD + 1)
    except OSError as error:
        raise UsageError(translatable("console-file-unread", name=path.name)) from error


def _load_file(name: str, most: int) -> bytes:
    try:
        with Path(name).expanduser().open("rb") as file:
            return file.read(most + 1)
    except (OSError, ValueError, RuntimeError) as error:
        raise UsageError(translatable("console-list-unread", name=name[:200])) from error
