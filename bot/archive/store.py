"""The archive: each text once, with its newest analysis and the articles that have it. All state is stored here."""

import math
from collections.abc import Sequence
from typing import Self

from sqlalchemy import func, select

from bot.archive import article_rows, database
from bot.archive.analysis_rows import check_fits
from bot.archive.backlog import BacklogStore
from bot.archive.channel_pages import ChannelPageStore
from bot.archive.database_errors import DamagedRecordError, translate_database_errors
from bot.archive.erasure import ErasureStore
from bot.archive.export_queries import ExportStore
from bot.archive.feeds import FeedStore
from bot.archive.follow_ups import FollowUpStore
from bot.archive.migrating import migrate
from bot.archive.name_backfill import backfill_names
from bot.archive.outbox import PostStore
from bot.archive.post_origins import PostOriginStore
from bot.archive.preferences import LookStore, PreferenceStore
from bot.archive.processes import ClaimStore, ProcessStore
from bot.archive.push_sources import PushSourceStore
from bot.archive.schedules import ScheduleStore
from bot.archive.schema.readings import articles
from bot.archive.search import SearchStore
from bot.archive.statement_index import index_missing, index_outdated, index_texts
from bot.archive.stories import StoryStore
from bot.archive.timeouts import long_statements
from bot.archive.watches import WatchStore
from bot.domain.analysis import Analysis, Reading, reading_id
from bot.errors import ArchiveError
from bot.i18n.messages import translatable


class Archive:
    """The store of everything read. Create it with ``Archive.open``; all methods raise ``ArchiveError``.

    ``feeds``, ``received``, ``stories``, ``posts`` and ``schedules`` are further stores in the same database.
    """

    def __init__(self, engines: database.Engines) -> None:
        self._engines = engines
        self.exports = ExportStore(engines)
        self.feeds = FeedStore(engines)
        self.received = PushSourceStore(engines)
        self.stories = StoryStore(engines)
        self.posts = PostStore(engines)
        self.follow_ups = FollowUpStore(engines)
        self.postings = PostOriginStore(engines)
        self.schedules = ScheduleStore(engines)
        self.search = SearchStore(engines)
        self.watches = WatchStore(engines)
        self.preferences = PreferenceStore(engines)
        self.looks = LookStore(engines)
        self.pages = ChannelPageStore(engines)
        self.forgetting = ErasureStore(engines)
        self.queues = BacklogStore(engines)
        self.processes = ProcessStore(engines)

    @classmethod
    async def open(cls, url: str) -> Self:
        """Open the archive at the SQLAlchemy address ``url``; create or migrate it first. Raises ``ArchiveError``."""
        archive = cls(database.open_engines(url))
        try:
            with translate_database_errors(), long_statements(math.inf):
                async with archive._engines.writer.begin() as connection:
                    await connection.run_sync(migrate)
                for step in (index_missing, backfill_names):
                    more = True
                    while more:  # of copied texts, one batch at a time
                        async with archive._engines.writer.begin() as connection:
                            more = await connection.run_sync(step)
        except BaseException:
            await archive.close()
            raise
        return archive

    def open_claims(self, executor: str, kind: str) -> ClaimStore:
        """The claims of the registered process ``executor`` on subjects of one ``kind``."""
        return ClaimStore(self._engines, executor, kind)

    async def close(self) -> None:
        """Close every connection. The archive cannot be used afterwards."""
        await self._engines.close()

    async def load_analysis(self, text_sha256: str, engine: str) -> Analysis | None:
        """The analysis by ``engine`` of the text with this SHA-256, if any. Raises ``DamagedRecordError``."""
        async with self._engines.reading() as connection:
            stored = await article_rows.load_text(connection, text_sha256)
            analysis = stored and await article_rows.load_analysis(connection, *stored)
        return analysis if analysis and analysis.engine == engine else None

    async def load_reading(self, ident: str) -> Reading:
        """The article ``ident`` with its newest analysis. Raises ``ArchiveError`` if it is not in the archive."""
        async with self._engines.reading() as connection:
            stored = await article_rows.load_article(connection, ident)
            analysis = stored and await article_rows.load_analysis(connection, stored[0], stored[1].text)
        if not stored or not analysis:
            raise ArchiveError(translatable("archive-article-unknown"), resource=ident)
        if reading_id(stored[1]) != ident:
            raise DamagedRecordError(translatable("archive-that-article-damaged"))
        return Reading(ident, stored[1], analysis)

    async def save_reading(self, reading: Reading, *, owner: str | None = None) -> None:
        """Store the article, its text and its analysis in one transaction; saving the same again changes nothing.

        Replaces an analysis by another engine. ``owner`` is who pasted the text, None for public articles; an article
        with an address that is saved without owner becomes public. Raises ``ValueError`` if the analysis does not fit.
        """
        await self.save_readings([reading], owner=owner)

    async def save_readings(self, readings: Sequence[Reading], *, owner: str | None = None) -> None:
        """Store ``readings`` in one transaction, each as ``save_reading`` does; for a few hundred at a time."""
        for reading in readings:
            check_fits(reading.analysis, reading.article.text)
        if not readings:
            return
        async with self._engines.writing() as connection:
            saved = await article_rows.save_texts(connection, (reading.article for reading in readings))
            numbered = [(reading, saved[reading.article.text_sha256]) for reading in readings]
            await article_rows.save_articles(connection, numbered, owner)
            made = {number: (reading.article.text, reading.analysis) for reading, number in numbered}
            await article_rows.save_analyses(connection, made)
            await connection.run_sync(index_texts, saved.values())

    async def save_analysis(self, reading: Reading) -> None:
        """Replace the analysis, unless the text was deleted meanwhile. Raises ``ValueError`` as ``save_reading``."""
        text = reading.article.text
        check_fits(reading.analysis, text)
        async with self._engines.writing() as connection:
            if stored := await article_rows.load_text(connection, reading.article.text_sha256):
                await article_rows.save_analyses(connection, {stored[0]: (text, reading.analysis)})
                await connection.run_sync(index_texts, [stored[0]])

    async def reindex(self) -> bool:
        """Index some texts anew that an older release indexed; False if none are left."""
        async with self._engines.writing() as connection:
            return await connection.run_sync(index_outdated)

    async def count_articles(self) -> int:
        """The number of stored articles."""
        count: int = await self._engines.scalar(select(func.count()).select_from(articles))
        return count

    async def find_damage(self) -> str | None:
        """Check the whole database, reading all of it: None, or the first fault in the database's own words."""
        async with self._engines.reading() as connection:
            return await connection.run_sync(database.find_damage)
