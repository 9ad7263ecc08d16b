"""The article service: turns a link, a text or an upload into a stored reading. Used by Discord, console and CLI."""

import asyncio
import re
from collections.abc import Callable
from typing import Protocol
from weakref import WeakValueDictionary

import structlog

from bot.archive.database_errors import DamagedRecordError
from bot.archive.store import Archive
from bot.concurrency import Offload, P, T
from bot.domain.analysis import Analysis, Reading, reading_id
from bot.domain.article import Article
from bot.domain.text import Span
from bot.errors import UsageError
from bot.i18n.language import current_language, render_in_language
from bot.i18n.messages import translatable
from bot.nlp.worker_tasks import choose_key_sentences
from bot.tracing import span
from bot.web.fetch import Fetcher
from bot.web.pages.plaintext import check_length, parse_text
from bot.web.parsers import parse_page, parse_upload

_ADDRESS = re.compile(r"<?((?:https?|[a-z][a-z0-9+.-]*)://\S+?)>?", re.IGNORECASE)
_BARE_HOST = re.compile(r"(?:[\w-]+\.)+[a-z]{2,24}(?:[/?#]\S*)?", re.IGNORECASE)

_FILE = re.compile(r"[^\s/:?#]+(?: [^\s/:?#]+){0,9}\.(?:txt|html?|pdf|docx?|rtf|odt|md|json)", re.IGNORECASE)

_log = structlog.get_logger(__name__)


class Analyser(Protocol):
    """Analyses a text: the worker pool in production, the analyser itself in tests and one-shot commands."""

    @property
    def engine(self) -> str:
        """Version of the engine; an analysis by another version is redone."""
        ...

    async def analyse(self, article: Article) -> Analysis:
        """Analyse ``article``. Raises ``ReadingError`` over the limits of time or memory."""
        ...


class ArticleService:
    """Analyses articles once and stores them. ``local`` does quick work on this machine. Raises ``AttacheError``."""

    def __init__(
        self,
        fetcher: Fetcher,
        archive: Archive,
        analyser: Analyser,
        *,
        offload: Offload = asyncio.to_thread,
        local: Offload = asyncio.to_thread,
    ) -> None:
        self._fetcher = fetcher
        self._archive = archive
        self._analyser = analyser
        self._offload = offload
        self._local = local
        # requests for a text that is being analysed wait for that analysis; a lock exists as long as it is needed
        self._turns: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    @property
    def engine(self) -> str:
        """Version of the engine in use."""
        return self._analyser.engine

    async def count_articles(self) -> int:
        """The number of stored articles."""
        return await self._archive.count_articles()

    async def read(self, reference: str, *, owner: str | None = None) -> Reading:
        """The reading of an address, or of a text that ``owner`` ("discord:<user id>") makes private."""
        if names_file(reference):
            raise UsageError(translatable("article-file-named", name=reference.strip()))
        if address := find_address(reference):
            with span("fetch"):
                page = await self._fetcher.fetch(address)
            # a plain dict, since aiohttp's headers cannot be pickled
            headers = {name.lower(): value for name, value in page.headers.items()}
            return await self.save(await self._offload(parse_page, page.body, url=page.url, headers=headers))
        check_length(len(reference))
        return await self.save(await self._local(parse_text, reference), owner=owner)

    async def read_upload(self, name: str, body: bytes, *, owner: str | None = None) -> Reading:
        """The reading of an uploaded text or HTML file."""
        with self._archive.forgetting.storing_for(owner):
            return await self.save(await self._offload(parse_upload, name, body), owner=owner)

    async def save(self, article: Article, *, owner: str | None = None) -> Reading:
        """Analyse and store ``article``; one with an address but no ``owner`` becomes public."""
        with self._archive.forgetting.storing_for(owner):
            async with self._turn(article):
                reading = await self._analyse(article)
                await self._archive.save_reading(reading, owner=owner)
        return reading

    async def load(self, ident: str) -> Reading:
        """The stored reading ``ident``, analysed again if by an older engine. Raises ``ArchiveError`` if unknown."""
        reading = await self._archive.load_reading(ident)
        if reading.analysis.engine == self._analyser.engine:
            return reading
        async with self._turn(reading.article):
            reading = await self._analyse(reading.article)
            await self._archive.save_analysis(reading)  # ownership does not change with viewers
        return reading

    async def summarise(self, reading: Reading, count: int) -> tuple[Span, ...]:
        """At most ``count`` key sentences of ``reading``, in text order, chosen anew."""
        analysis = reading.analysis
        return await self._offload(
            choose_key_sentences, reading.article.text, count, analysis.attributions, analysis.language
        )

    async def render(self, render: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Call ``render`` off the event loop, in the current language."""
        return await self._local(render_in_language, current_language(), render, *args, **kwargs)

    def _turn(self, article: Article) -> asyncio.Lock:
        return self._turns.setdefault(article.text_sha256, asyncio.Lock())

    async def _analyse(self, article: Article) -> Reading:
        analysis = await self._remember(article.text_sha256)
        if analysis is None:
            with span("read"):
                analysis = await self._analyser.analyse(article)
        return Reading(reading_id(article), article, analysis)

    async def _remember(self, fingerprint: str) -> Analysis | None:
        """The stored analysis of a text; None if there is none or it is damaged."""
        try:
            return await self._archive.load_analysis(fingerprint, self._analyser.engine)
        except DamagedRecordError as error:
            _log.warning(
                "a stored reading is damaged and read again", action="reread", text=fingerprint, exc_info=error
            )
            return None


def names_file(reference: str) -> bool:
    """Whether ``reference`` is a file's name alone: "speech.txt", which is no address of a site."""
    return len(reference) <= 200 and _FILE.fullmatch(reference.strip()) is not None


def find_address(reference: str) -> str | None:
    """The address that ``reference`` is, with https:// if bare; None for other text. Raises ``UsageError`` for ""."""
    reference = reference.strip()
    if not reference:
        raise UsageError(translatable("reading-nothing"))
    if match := _ADDRESS.fullmatch(reference):
        return match[1]
    return f"https://{reference}" if _BARE_HOST.fullmatch(reference) else None
