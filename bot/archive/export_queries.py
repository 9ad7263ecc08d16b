"""Reads all statements, article by article, for :mod:`bot.export`.

Pages follow the order in which texts were first read and use keyset pagination, so the millionth statement costs as
much as the first. Pasted texts and articles from private push sources are left out unless their owner is named.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.archive.analysis_rows import decode_analysis, decode_article
from bot.archive.database import Store
from bot.archive.schema.readings import (
    analyses,
    article_owners,
    articles,
    people,
    spellings,
    statement_speakers,
    statements,
    texts,
)
from bot.archive.schema.stories import story_articles
from bot.domain.analysis import Reading
from bot.domain.text import text_sha256

# dated as in the search: a publication date after the first reading is ignored
_dated = case(
    (articles.c.published_at <= articles.c.first_read_at, articles.c.published_at), else_=articles.c.first_read_at
)
_BATCH = 500  # values in one IN clause


@dataclass(frozen=True, slots=True)
class ExportedSpeaker:
    """A person under all spellings that the archive knows: ``key`` identifies them, ``name`` is for display."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class ExportedArticle:
    """An article for export: its reading, its publication date (or first reading) and the id of its story.

    A publication date after the first reading is ignored.

    ``numbers`` are the statement ids and ``speakers`` who made each, in the order of the attributions.
    """

    reading: Reading
    at: datetime
    story: int | None
    numbers: tuple[int, ...]
    speakers: tuple[tuple[ExportedSpeaker, ...], ...]


@dataclass(frozen=True, slots=True)
class ExportScope:
    """Which articles to export: public ones, those of ``owner`` if given, within a half-open range of aware times."""

    owner: str | None = None
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True, order=True)
class ArchivePosition:
    """The position of an article in the export order: its text id, then its own id."""

    text: int = 0
    article: str = ""


@dataclass(frozen=True, slots=True)
class ExportPage:
    """Articles in order; ``next`` is the position to continue from, None at the end; ``damaged`` ids are left out."""

    filed: tuple[ExportedArticle, ...]
    next: ArchivePosition | None
    damaged: tuple[str, ...] = ()


class ExportStore(Store):
    """Reads all articles page by page. All methods raise ``ArchiveError``."""

    async def load_page(self, after: ArchivePosition, *, limit: int, scope: ExportScope) -> ExportPage:
        """The next ``limit`` articles after ``after``, with all their statements."""
        query = _select(scope).where(
            or_(
                articles.c.text_id > after.text,
                and_(articles.c.text_id == after.text, articles.c.id > after.article),
            )
        )
        filed, damaged, last = await self._load(query.limit(limit))
        return ExportPage(filed, last[1] if last[0] == limit else None, damaged)

    async def load_articles(self, idents: Collection[str], *, scope: ExportScope) -> ExportPage:
        """The articles of ``idents`` within ``scope``, in the same order. Meant for a few dozen at a time."""
        filed, damaged, _ = await self._load(_select(scope).where(articles.c.id.in_(sorted(idents))))
        return ExportPage(filed, None, damaged)

    async def find_places(self, idents: Collection[str], *, stories: bool = False) -> frozenset[ArchivePosition]:
        """Positions of the articles with the texts ``idents``; with ``stories``, of all articles in their stories."""
        wanted = sorted(idents)
        same = select(articles.c.text_id).where(articles.c.id.in_(wanted))
        alike: ColumnElement[bool] = articles.c.text_id.in_(same)
        if stories:
            story_query = select(story_articles.c.story_id).where(story_articles.c.article_id.in_(wanted))
            siblings = select(story_articles.c.article_id).where(story_articles.c.story_id.in_(story_query))
            alike = or_(alike, articles.c.id.in_(siblings))
        rows = await self._engines.rows(select(*articles.c["text_id", "id"]).where(alike))
        return frozenset(ArchivePosition(row["text_id"], row["id"]) for row in rows)

    async def count(self, *, scope: ExportScope) -> int:
        """The total number of articles that ``load_page`` returns."""
        count: int = await self._engines.scalar(select(func.count()).select_from(_select(scope).subquery()))
        return count

    async def _load(
        self, query: Select[Any]
    ) -> tuple[tuple[ExportedArticle, ...], tuple[str, ...], tuple[int, ArchivePosition]]:
        """The articles of ``query`` in order, the ids of damaged ones, the number of rows, and the last position."""
        async with self._engines.reading() as connection:
            ordered = query.order_by(articles.c.text_id, articles.c.id)
            rows = (await connection.execute(ordered)).mappings().all()
            filed, damaged = await _read(connection, rows)
        last = ArchivePosition(rows[-1]["text_id"], rows[-1]["id"]) if rows else ArchivePosition()
        return filed, damaged, (len(rows), last)


def _is_open(owner: str | None) -> ColumnElement[bool]:
    """Whether an article is public or belongs to ``owner``."""
    private = exists().where(article_owners.c.article_id == articles.c.id)
    if owner is None:
        return ~private
    return or_(~private, exists().where(article_owners.c.article_id == articles.c.id, article_owners.c.owner == owner))


def _select(scope: ExportScope) -> Select[Any]:
    query = (
        select(articles, _dated.label("at"), texts.c.sha256, texts.c.text, story_articles.c.story_id)
        .join(texts, texts.c.id == articles.c.text_id)
        .join(analyses, analyses.c.text_id == articles.c.text_id)
        .outerjoin(story_articles, story_articles.c.article_id == articles.c.id)
        .where(_is_open(scope.owner))
    )
    if scope.since is not None:
        query = query.where(_dated >= scope.since)
    return query if scope.until is None else query.where(_dated < scope.until)


async def _read(
    connection: AsyncConnection, rows: Sequence[Mapping[Any, Any]]
) -> tuple[tuple[ExportedArticle, ...], tuple[str, ...]]:
    """The articles of ``rows`` with their statements, and the ids of those whose record does not fit their text."""
    by_text = {row["text_id"] for row in rows}
    found = await _by_text(connection, select(statements), statements.c.text_id, by_text, statements.c.position)
    heads = await _by_text(connection, select(analyses), analyses.c.text_id, by_text)
    speakers = await _find_speakers(connection, [one["id"] for held in found.values() for one in held])
    filed, damaged = [], []
    for row in rows:
        said = found.get(row["text_id"], [])
        try:
            filed.append(_decode(row, heads[row["text_id"]][0], said, speakers))
        except (ValueError, KeyError):
            damaged.append(str(row["id"]))
    return tuple(filed), tuple(damaged)


def _decode(
    row: Mapping[Any, Any],
    head: Mapping[Any, Any],
    said: Sequence[Mapping[Any, Any]],
    speakers: Mapping[int, tuple[ExportedSpeaker, ...]],
) -> ExportedArticle:
    """Raises ``ValueError`` if the record is damaged."""
    text = row["text"]
    if not isinstance(text, str) or text_sha256(text) != row["sha256"]:
        raise ValueError("not the text that was read")
    reading = Reading(row["id"], decode_article(text, row), decode_analysis(text, head, said))
    numbers = tuple(one["id"] for one in said)
    return ExportedArticle(
        reading, row["at"], row["story_id"], numbers, tuple(speakers.get(number, ()) for number in numbers)
    )


async def _by_text(
    connection: AsyncConnection,
    query: Select[Any],
    column: ColumnElement[int],
    wanted: Iterable[int],
    *order: ColumnElement[Any],
) -> dict[int, list[Mapping[Any, Any]]]:
    """Rows of a table, grouped by text id."""
    held: dict[int, list[Mapping[Any, Any]]] = {}
    for batch in _batches(sorted(wanted)):
        rows = (await connection.execute(query.where(column.in_(batch)).order_by(column, *order))).mappings().all()
        for text, those in groupby(rows, key=lambda row: int(row["text_id"])):
            held[text] = list(those)
    return held


async def _find_speakers(connection: AsyncConnection, numbers: Sequence[int]) -> dict[int, tuple[ExportedSpeaker, ...]]:
    """The speakers of each statement: each person once, in the order of the archive."""
    made: dict[int, dict[str, ExportedSpeaker]] = {}
    query = (
        select(statement_speakers.c.statement_id, people.c.folded, people.c.name)
        .join(spellings, spellings.c.id == statement_speakers.c.spelling_id)
        .join(people, people.c.id == spellings.c.person_id)
    )
    for batch in _batches(sorted(numbers)):
        rows = await connection.execute(
            query.where(statement_speakers.c.statement_id.in_(batch)).order_by(
                statement_speakers.c.statement_id, statement_speakers.c.spelling_id
            )
        )
        for number, folded, name in rows:
            made.setdefault(number, {})[folded] = ExportedSpeaker(folded, name)
    return {number: tuple(known.values()) for number, known in made.items()}


def _batches(numbers: Sequence[int]) -> Iterable[Sequence[int]]:
    return (numbers[start : start + _BATCH] for start in range(0, len(numbers), _BATCH))
