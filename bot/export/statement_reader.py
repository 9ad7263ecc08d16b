"""Reading the chosen statements out of the archive, article by article, a page at a time.

Who and what is asked for is found by the archive's own search, so that an export holds what /said finds. The order is
that of the archive all the same: two exports of one archive are alike, however they were narrowed.
"""

from collections.abc import AsyncGenerator, AsyncIterator, Callable, Collection, Sequence
from dataclasses import replace

from bot.archive.export_queries import ArchivePosition, ExportedArticle
from bot.archive.store import Archive
from bot.export.statement import ExportedStatement, ExportQuery

PAGE = 40
"""Articles held at a time: some 200 KB of text each at the most."""
FOUND = 200
"""Statements that are asked for at a time."""

Progress = Callable[[int, int, int], None]
"""Told after every page: articles looked through, of how many, and statements found so far."""


def quiet(_articles: int, _of: int, _statements: int) -> None:
    """A progress that nobody watches."""


class StatementReader:
    """Reads the archive once; ``statements`` counts those given, ``damaged`` lists articles left out."""

    def __init__(self, archive: Archive, choice: ExportQuery, progress: Progress = quiet) -> None:
        self._archive = archive
        self.choice = choice
        self._progress = progress
        self._numbers: set[int] | None = None  # the statements that were asked for; None for all
        self.damaged: list[str] = []
        self.statements = 0

    async def articles(self) -> AsyncGenerator[tuple[ExportedArticle, tuple[ExportedStatement, ...]], None]:
        """Every article with those of its statements that go out, at least one; in the order of first reading."""
        looked_at = 0
        if self.choice.narrow:
            places = await self._search()
            total, every = len(places), self._at(sorted(places))
        else:
            total, every = await self._archive.exports.count(scope=self.choice.scope), self._all()
        async for filed in every:
            looked_at += 1
            if found := self.choice.choose(filed, self._numbers):
                self.statements += len(found)
                yield filed, found
            if looked_at % PAGE == 0:
                self._progress(looked_at, total, self.statements)
        self._progress(looked_at, total, self.statements)

    async def again(self, idents: Collection[str]) -> list[tuple[ExportedArticle, tuple[ExportedStatement, ...]]]:
        """Some of the articles that ``articles`` has given, with the same statements, in the same order."""
        page = await self._archive.exports.load_articles(idents, scope=self.choice.scope)
        chosen = ((filed, self.choice.choose(filed, self._numbers)) for filed in page.filed)
        return [(filed, found) for filed, found in chosen if found]

    async def suggest(self) -> tuple[str, ...]:
        """Names like the one that was asked for, for when nothing was found."""
        who = self.choice.wanted.who
        return await self._archive.search.nearest(who, askers=self._askers) if who.strip() else ()

    @property
    def _askers(self) -> frozenset[str]:
        return frozenset({self.choice.owner} if self.choice.owner else ())

    async def _search(self) -> set[ArchivePosition]:
        """Ask the archive's search for everything wanted; where the articles are that hold it."""
        wanted = replace(self.choice.wanted, who=self.choice.wanted.who.strip())
        numbers: set[int] = set()
        places: set[ArchivePosition] = set()
        before = None
        while True:
            page = await self._archive.search.find(wanted, askers=self._askers, limit=FOUND, before=before)
            numbers |= {found.statement for found in page.found}
            told = {found.reading for found in page.found}
            places |= await self._archive.exports.find_places(told, stories=self.choice.stories)
            if page.older is None:
                break
            before = page.older
        self._numbers = None if self.choice.stories else numbers
        return places

    async def _at(self, places: Sequence[ArchivePosition]) -> AsyncIterator[ExportedArticle]:
        for start in range(0, len(places), PAGE):
            idents = [place.article for place in places[start : start + PAGE]]
            page = await self._archive.exports.load_articles(idents, scope=self.choice.scope)
            self.damaged += page.damaged
            for filed in page.filed:
                yield filed

    async def _all(self) -> AsyncIterator[ExportedArticle]:
        place: ArchivePosition | None = ArchivePosition()
        while place is not None:
            page = await self._archive.exports.load_page(place, limit=PAGE, scope=self.choice.scope)
            self.damaged += page.damaged
            for filed in page.filed:
                yield filed
            place = page.next
