"""Forgetting: what a person gave or set up leaves the archive, down to its bytes; and articles that are too old.

On SQLite the file is written anew afterwards (VACUUM) and its journal emptied, so that freed pages hold nothing of it.
On PostgreSQL the rows are gone for every query; their pages are filled anew by the database's own housekeeping.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import ColumnElement, Connection, delete, exists, func, select, update

from bot.archive import dialect
from bot.archive.discarding import discard_articles, tidy_names
from bot.archive.failures import failures_in_words
from bot.archive.indexing import index_texts
from bot.archive.schema.feeds import fates, items, subscriptions
from bot.archive.schema.posts import destinations, posts
from bot.archive.schema.readings import article_owners, articles
from bot.archive.schema.schedules import schedules
from bot.archive.schema.stories import stories, story_articles, story_splits
from bot.archive.schema.watches import alerts, preferences, watch_queue, watches
from bot.domain.post import PostState
from bot.domain.watch import direct_to

AT_ONCE: Final = 200
"""Articles that are pruned in one transaction."""

_UNSENT: Final = (PostState.WAITING, PostState.SENDING, PostState.HELD)


@dataclass(frozen=True, slots=True)
class Belongings:
    """What of a person is stored: so many ``texts`` they gave, ``watches``, ``alerts`` found, ``settings`` (0 or 1).

    ``set_up`` counts feeds and digests of servers that name them as who set them up: these stay, without the name.
    """

    texts: int = 0
    watches: int = 0
    alerts: int = 0
    settings: int = 0
    set_up: int = 0

    def __bool__(self) -> bool:
        return any((self.texts, self.watches, self.alerts, self.settings, self.set_up))


class ForgettingStore:
    """Counts, and deletes. All methods raise ``ArchiveError``."""

    def __init__(self, engines: dialect.Engines) -> None:
        self._engines = engines

    async def count(self, person: str) -> Belongings:
        """What is stored of "discord:<user id>"."""
        async with self._engines.reading() as connection:
            return await connection.run_sync(_count, person)

    async def forget(self, person: str) -> Belongings:
        """Delete all of it; what it was. Texts that somebody else gave too, or that a feed carries, stay theirs.

        Doing it again does the rest of what an interruption left.
        """
        with failures_in_words():
            async with self._engines.writer.begin() as connection:
                found = await connection.run_sync(_count, person)
                await connection.run_sync(_forget, person)
            await dialect.wipe(self._engines)
        return found

    async def prune(self, before: datetime) -> int:
        """Delete articles that were first read before then, at most ``AT_ONCE``; how many.

        Those of a story that newer articles tell on, and those that a post is still to be sent about, stay.
        """
        async with self._engines.writing() as connection:
            return await connection.run_sync(_prune, before)

    async def tidy(self) -> None:
        """After pruning: forget names that no statement is left of."""
        async with self._engines.writing() as connection:
            await connection.run_sync(tidy_names)


def _count(connection: Connection, person: str) -> Belongings:
    def count(which: ColumnElement[bool]) -> int:
        return connection.execute(select(func.count()).where(which)).scalar_one()

    return Belongings(
        count(article_owners.c.owner == person),
        count(watches.c.owner == person),
        count(alerts.c.owner == person),
        count(preferences.c.owner == person),
        count(subscriptions.c.by == person) + count(schedules.c.by == person),
    )


def _forget(connection: Connection, person: str) -> None:
    _forget_texts(connection, person)
    _forget_watches(connection, person)
    connection.execute(delete(preferences).where(preferences.c.owner == person))
    connection.execute(delete(story_splits).where(story_splits.c.owner == person))
    for table in (subscriptions, schedules):
        connection.execute(update(table).where(table.c.by == person).values(by=None))
    tidy_names(connection)


def _forget_texts(connection: Connection, person: str) -> None:
    mine = select(article_owners.c.article_id).where(article_owners.c.owner == person)
    given = list(connection.execute(mine).scalars())
    connection.execute(delete(article_owners).where(article_owners.c.owner == person))
    others = exists().where(article_owners.c.article_id == articles.c.id)
    carried = exists().where(items.c.article_id == articles.c.id)
    kept = select(articles.c.id, articles.c.text_id).where(articles.c.id.in_(given), others | carried)
    stay = {row.id: row.text_id for row in connection.execute(kept)}
    discard_articles(connection, [ident for ident in given if ident not in stay])
    index_texts(connection, list(stay.values()))


def _forget_watches(connection: Connection, person: str) -> None:
    channel = direct_to(person)
    told = select(alerts.c.post).where(alerts.c.owner == person, alerts.c.post.is_not(None))
    keys = list(connection.execute(told).scalars())
    # an event that they alone were told of in a server's channel may have been another's watch, too
    untold = select(alerts.c.story_id).where(alerts.c.owner == person, alerts.c.post.is_(None))
    again = select(items.c.id).where(items.c.story_id.in_(untold), items.c.article_id.is_not(None))
    queued = list(connection.execute(again).scalars())
    connection.execute(delete(alerts).where(alerts.c.owner == person))
    notices = select(watches.c.id).where(watches.c.owner == person)
    subjects = [f"watch:{ident}" for ident in connection.execute(notices).scalars()]
    mine = posts.c.key.in_(keys) | (posts.c.owner == person) | (posts.c.channel == channel)
    connection.execute(delete(posts).where(mine | posts.c.subject.in_(subjects)))
    connection.execute(delete(watches).where(watches.c.owner == person))
    connection.execute(
        delete(destinations).where((destinations.c.channel == channel) | (destinations.c.owner == person))
    )
    known = set(connection.execute(select(watch_queue.c.item_id).where(watch_queue.c.item_id.in_(queued))).scalars())
    for item in queued:
        if item not in known:
            connection.execute(watch_queue.insert().values(item_id=item))


def _prune(connection: Connection, before: datetime) -> int:
    open_story = (
        select(story_articles.c.article_id)
        .join(stories, stories.c.id == story_articles.c.story_id)
        .where(story_articles.c.article_id == articles.c.id, stories.c.last_at >= before)
    )
    unsent = (
        select(fates.c.item_id)
        .join(posts, posts.c.key == fates.c.post)
        .join(items, items.c.id == fates.c.item_id)
        .where(items.c.article_id == articles.c.id, posts.c.state.in_(_UNSENT))
    )
    untold = select(alerts.c.article_id).where(alerts.c.article_id == articles.c.id, alerts.c.due_at.is_not(None))
    old = (
        select(articles.c.id)
        .where(articles.c.first_read_at < before, ~open_story.exists(), ~unsent.exists(), ~untold.exists())
        .order_by(articles.c.first_read_at)
        .limit(AT_ONCE)
    )
    found = list(connection.execute(old).scalars())
    discard_articles(connection, found)
    return len(found)
