"""Reading the chosen statements out of the archive, article by article, a page at a time."""

from collections.abc import AsyncGenerator, AsyncIterator, Callable, Collection
from datetime import datetime

from bot.archive.exports import ExportStore, Filed, Place
from bot.export.statement import Choice, Statement

PAGE = 40
"""Articles held at a time: some 200 KB of text each at the most."""


Progress = Callable[[int, int, int], None]
"""Told after every page: articles looked through, of how many, and statements found so far."""


def quiet(_articles: int, _of: int, _statements: int) -> None:
    """A progress that nobody watches."""


class Gathering:
    """One way through the archive. ``damaged`` are the articles left out so far because their record does not fit."""

    def __init__(self, store: ExportStore, choice: Choice, progress: Progress = quiet) -> None:
        self._store = store
        self.choice = choice
        self._progress = progress
        self.damaged: list[str] = []
        self.statements = 0

    async def articles(self) -> AsyncGenerator[tuple[Filed, tuple[Statement, ...]], None]:
        """Every article with those of its statements that go out, at least one; in the order of first reading."""
        find = await self._find_rule()
        looked_at, total = 0, await self._store.count(owner=self.choice.owner, since=self._since, until=self._until)
        async for filed in self._all():
            looked_at += 1
            if found := find(filed):
                self.statements += len(found)
                yield filed, found
            if looked_at % PAGE == 0:
                self._progress(looked_at, total, self.statements)
        self._progress(looked_at, total, self.statements)

    async def again(self, idents: Collection[str]) -> list[tuple[Filed, tuple[Statement, ...]]]:
        """Some of the articles that ``articles`` gave, with the same statements; in the order of first reading."""
        page = await self._store.load_articles(idents, owner=self.choice.owner)
        find = self.choice.certain if self.choice.widens else self.choice.find
        return [(filed, found) for filed in page.filed if (found := tuple(find(filed)))]

    @property
    def _since(self) -> datetime | None:
        return self.choice.wanted.since

    @property
    def _until(self) -> datetime | None:
        return self.choice.wanted.until

    async def _find_rule(self) -> Callable[[Filed], tuple[Statement, ...]]:
        choice = self.choice
        if not choice.widens:
            return lambda filed: tuple(choice.find(filed))
        told = {filed.reading.id async for filed in self._all() if next(choice.find(filed), None)}
        self.damaged.clear()  # they are met again
        idents = sorted(told)
        for start in range(0, len(idents), 500):
            told |= await self._store.find_siblings(idents[start : start + 500], owner=choice.owner)
        return lambda filed: tuple(choice.certain(filed)) if filed.reading.id in told else ()

    async def _all(self) -> AsyncIterator[Filed]:
        place: Place | None = Place()
        while place is not None:
            page = await self._store.load_page(
                place, limit=PAGE, owner=self.choice.owner, since=self._since, until=self._until
            )
            self.damaged += page.damaged
            for filed in page.filed:
                yield filed
            place = page.next
