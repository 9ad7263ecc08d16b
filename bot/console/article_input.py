"""Reads the articles that are named at the console: a link, a file or a text. The last one is remembered."""

import asyncio
from pathlib import Path

from bot.console.parse import LONG_TEXT
from bot.domain.analysis import Reading
from bot.errors import UsageError
from bot.i18n.messages import translatable
from bot.services.articles import ArticleService, names_file
from bot.web.pages.upload import MAX_UPLOAD

LONGEST_PATH = 1024
"""Characters; more is a text."""


class ArticleInput:
    """Reads for ``owner``. ``last`` is the last article, which commands without one are about."""

    def __init__(self, article_service: ArticleService, owner: str) -> None:
        self._article_service = article_service
        self._owner = owner
        self.last: Reading | None = None

    async def read(self, article: str) -> Reading:
        """The reading of a link, a file or a text; of the last article if ``article`` is ""."""
        if article:
            upload = await asyncio.to_thread(_load_upload, article)
            if upload is None and (_is_path(article) or _is_one_word(article) or names_file(article)):
                raise UsageError(translatable("console-file-absent", name=article))
            if upload:
                self.last = await self._article_service.read_upload(*upload, owner=self._owner)
            else:
                self.last = await self._article_service.read(article, owner=self._owner)
        if self.last is None:
            raise UsageError(translatable("console-no-article"))
        return self.last


def load_list(name: str, most: int) -> bytes:
    """The content of the file at a path; one byte more where it is larger than ``most``. Raises ``UsageError``."""
    try:
        with Path(name).expanduser().open("rb") as file:
            return file.read(most + 1)
    except (OSError, ValueError, RuntimeError) as error:
        raise UsageError(translatable("console-list-unread", name=name[:200])) from error


def _is_path(article: str) -> bool:
    """Whether ``article`` can only mean the path of a file."""
    return article.startswith(("/", "./", "../", "~")) and len(article) < LONG_TEXT and "\n" not in article


def _is_one_word(article: str) -> bool:
    """Whether ``article`` is neither a text nor an address, so that it can only mean a file."""
    word = len(article) < LONG_TEXT and not set(article) & set(" \t\n:")
    return word and "." not in article.partition("/")[0]


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
