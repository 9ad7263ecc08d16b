"""Stories: which stored articles tell of one event, whose words repeat another's, and what a window brought."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Select, func, or_, select, update
from sqlalchemy import insert as plain_insert
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.archive.dialect import Engines, insert
from bot.archive.failures import failures_in_words
from bot.archive.schema.feeds import fates, items, subscriptions
from bot.archive.schema.readings import articles
from bot.archive.schema.stories import stories, story_articles
from bot.domain.feed import Fate

# what a follower was spared is not told in a digest either
_TOLD = tuple(fate.value for fate in (Fate.POSTED, Fate.SENDING, Fate.DIGEST, Fate.DUPLICATE, Fate.HELD, Fate.FAILED))


@dataclass(frozen=True, slots=True)
class Placed:
    """An article in its story. ``signature`` is what :mod:`bot.stories` recognises it by."""

    article: str
    story: int
    seen_at: datetime
    signature: bytes
    duplicate_of: str | None = None
    title: str | None = None
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class Gathered:
    """An article that came to an owner: its story, who carries it (a domain or a name), and when it was seen."""

    article: str
    story: int
    outlet: str
    seen_at: datetime


class StoryStore:
    """Stories and the articles that tell them. All methods raise ``ArchiveError``."""

    def __init__(self, engines: Engines) -> None:
        self._engines = engines

    async def find(self, article: str) -> Placed | None:
        """The place of ``article``; None before it has one."""
        found = await self._placed(select(story_articles).where(story_articles.c.article_id == article))
        return found[0] if found else None

    async def load_since(self, since: datetime) -> tuple[Placed, ...]:
        """All articles placed that were seen after ``since``, in the order in which they were seen."""
        query = select(story_articles).where(story_articles.c.seen_at > since)
        return await self._placed(query.order_by(story_articles.c.seen_at, story_articles.c.article_id))

    async def open_story(self, at: datetime) -> int:
        """A new story that begins ``at``; its number."""
        async with self._writing() as connection:
            opened = await connection.execute(
                plain_insert(stories).values(first_at=at, last_at=at).returning(stories.c.id)
            )
            return int(opened.scalar_one())

    async def save(self, placed: Placed) -> None:
        """Put an article into its story, which then lasts as long as it; one that has a place keeps it."""
        values = {
            "article_id": placed.article,
            "story_id": placed.story,
            "duplicate_of": placed.duplicate_of,
            "title": placed.title,
            "outlet": placed.outlet,
            "seen_at": placed.seen_at,
            "signature": placed.signature,
        }
        async with self._writing() as connection:
            await connection.execute(insert(connection, story_articles).values(values).on_conflict_do_nothing())
            for column, earlier in ((stories.c.first_at, True), (stories.c.last_at, False)):
                beyond = column > placed.seen_at if earlier else column < placed.seen_at
                change = update(stories).where(stories.c.id == placed.story, beyond)
                await connection.execute(change.values({column.name: placed.seen_at}))

    async def find_posted(self, channel: str, article: str) -> str | None:
        """The title of what stands in ``channel``, or is on its way there, with the words of ``article``.

        That is the article itself, or one that repeats it word for word. None when there is none.
        """
        same = or_(
            items.c.article_id == article,
            items.c.article_id.in_(
                select(story_articles.c.article_id).where(story_articles.c.duplicate_of == article).scalar_subquery()
            ),
        )
        query = (
            select(func.coalesce(items.c.title, items.c.link, items.c.identity))
            .join(fates, fates.c.item_id == items.c.id)
            .join(subscriptions, subscriptions.c.id == fates.c.subscription_id)
            .where(same, subscriptions.c.channel == channel)
            .where(
                fates.c.fate.in_((Fate.POSTED.value, Fate.SENDING.value, Fate.HELD.value)), fates.c.post.is_not(None)
            )
            .order_by(items.c.id)
            .limit(1)
        )
        async with self._reading() as connection:
            title: str | None = (await connection.execute(query)).scalar_one_or_none()
        return title

    async def gather(self, owner: str, since: datetime, until: datetime) -> tuple[Gathered, ...]:
        """The articles of the owner's feeds that were decided on later than ``since`` and up to ``until``, each once.

        What a filter kept away from every follower of the owner is not among them.
        """
        told = (items.c.article_id, items.c.story_id, articles.c.outlet_domain, articles.c.outlet)
        query = (
            select(*told, func.min(items.c.first_seen_at).label("at"))
            .join(fates, fates.c.item_id == items.c.id)
            .join(subscriptions, subscriptions.c.id == fates.c.subscription_id)
            .join(articles, articles.c.id == items.c.article_id)
            .where(_in_window(since, until), subscriptions.c.owner == owner, fates.c.fate.in_(_TOLD))
            .where(items.c.story_id.is_not(None))
            .group_by(*told)
            .order_by("at", items.c.article_id)
        )
        async with self._reading() as connection:
            rows = (await connection.execute(query)).all()
        return tuple(
            Gathered(row.article_id, row.story_id, row.outlet_domain or row.outlet or "", row.at) for row in rows
        )

    async def _placed(self, query: Select[tuple[object, ...]]) -> tuple[Placed, ...]:
        async with self._reading() as connection:
            rows = (await connection.execute(query)).mappings().all()
        return tuple(
            Placed(
                row["article_id"], row["story_id"], row["seen_at"], row["signature"],
                row["duplicate_of"], row["title"], row["outlet"],
            )
            for row in rows
        )  # fmt: skip

    @asynccontextmanager
    async def _writing(self) -> AsyncIterator[AsyncConnection]:
        with failures_in_words():
            async with self._engines.writer.begin() as connection:
                yield connection

    @asynccontextmanager
    async def _reading(self) -> AsyncIterator[AsyncConnection]:
        with failures_in_words():
            async with self._engines.reader.connect() as connection:
                yield connection


def _in_window(since: datetime, until: datetime) -> ColumnElement[bool]:
    return (fates.c.decided_at > since) & (fates.c.decided_at <= until)
