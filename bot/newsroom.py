"""The newsroom: the way from a link, a text or an upload to a stored reading. Every face calls this and nothing below."""

import asyncio
import re
from typing import Protocol

from bot.archive.store import Archive
from bot.domain.analysis import Analysis, Reading, reading_id
from bot.domain.article import Article
from bot.errors import UsageError
from bot.sources.fetch import Fetcher
from bot.sources.page import parse_page
from bot.sources.plaintext import parse_text
from bot.sources.upload import parse_upload

_ADDRESS = re.compile(r"<?((?:https?|[a-z][a-z0-9+.-]*)://\S+?)>?", re.IGNORECASE)
_BARE_HOST = re.compile(r"(?:[\w-]+\.)+[a-z]{2,24}(?:[/?#]\S*)?", re.IGNORECASE)


class Analyst(Protocol):
    """Reads a text; the pool of processes in production, the reader itself in tests and one-shot commands."""

    @property
    def engine(self) -> str:
        """Version of the engine; an analysis by another engine is read again."""
        ...

    async def analyse(self, article: Article) -> Analysis:
        """Read ``article``. Raises ``ReadingError`` when it takes too long or too much memory."""
        ...


class Newsroom:
    """Reads articles once and remembers them. All methods raise ``AttacheError`` with a sentence for the person."""

    def __init__(self, fetcher: Fetcher, archive: Archive, analyst: Analyst) -> None:
        self._fetcher = fetcher
        self._archive = archive
        self._analyst = analyst

    async def read(self, reference: str, *, owner: str | None = None) -> Reading:
        """The reading of what ``reference`` is: the address of a page, or else the article's text itself.

        ``owner`` ("discord:<user id>") marks a pasted text as that person's; addresses are nobody's.
        """
        if address := find_address(reference):
            fetched = await self._fetcher.fetch(address)
            return await self.file(
                await asyncio.to_thread(parse_page, fetched.body, url=fetched.url, headers=fetched.headers)
            )
        return await self.file(parse_text(reference), owner=owner)

    async def read_upload(self, name: str, body: bytes, *, owner: str | None = None) -> Reading:
        """The reading of an uploaded .txt or .html file."""
        return await self.file(await asyncio.to_thread(parse_upload, name, body), owner=owner)

    async def file(self, article: Article, *, owner: str | None = None) -> Reading:
        """Read ``article`` unless this engine has read the same text before; remember both."""
        analysis = await self._archive.load_analysis(article.text_sha256, self._analyst.engine)
        if analysis is None:
            analysis = await self._analyst.analyse(article)
        reading = Reading(reading_id(article), article, analysis)
        await self._archive.save_reading(reading, owner=owner)
        return reading

    async def recall(self, ident: str) -> Reading:
        """The stored reading ``ident``, read again if an older engine read it. Raises ``ArchiveError`` if unknown."""
        reading = await self._archive.load_reading(ident)
        if reading.analysis.engine == self._analyst.engine:
            return reading
        return await self.file(reading.article)


def find_address(reference: str) -> str | None:
    """The one address that ``reference`` consists of, with https:// where it names a bare host; None for any other text.

    Raises ``UsageError`` for nothing at all.
    """
    reference = reference.strip()
    if not reference:
        raise UsageError("There is nothing to read.", "Give a link to an article, or paste its text.")
    if match := _ADDRESS.fullmatch(reference):
        return match[1]
    return f"https://{reference}" if _BARE_HOST.fullmatch(reference) else None
