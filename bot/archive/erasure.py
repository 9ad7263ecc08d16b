"""Deletes a person's data, and articles past their retention time with what only they need, down to the bytes on disk.

Everything is deleted in short transactions, so that others can write in between. What an interruption leaves is deleted
when the person asks again; names that nobody needs any more, by the next process.

On SQLite the file is then compacted (VACUUM) and its WAL truncated, so that freed pages hold no deleted data: one
compaction at a time, at most one per ``COMPACT_EVERY``. Until it is done, a counter in the file records that it is
pending. On PostgreSQL deleted rows are invisible to every query at once; autovacuum reuses their pages.
"""

import asyncio
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Final, TypeVar

from sqlalchemy import ColumnElement, Connection, Table, delete, exists, func, literal, or_, select, update

from bot.archive import database
from bot.archive.database_errors import translate_database_errors
from bot.archive.schema.feeds import fates, items, subscriptions
from bot.archive.schema.posts import channel_pages, destinations, posts
from bot.archive.schema.readings import (
    article_owners,
    articles,
    people,
    spellings,
    statement_speakers,
    statements,
    texts,
)
from bot.archive.schema.schedules import schedules
from bot.archive.schema.search import offices
from bot.archive.schema.stories import stories, story_articles, story_splits
from bot.archive.schema.watches import alerts, looks, preferences, watch_queue, watches
from bot.archive.statement_index import index_texts, merge_index
from bot.archive.timeouts import long_statements
from bot.domain.post import PostState
from bot.domain.watch import direct_to

COMPACT_EVERY: Final = 300.0
"""Minimum seconds between two compactions, however many people ask for deletion."""

MERGED_AT_ONCE: Final = 1_000
"""Pages of SQLite's search index written in one transaction."""

_AGAIN = 60.0  # seconds until a failed compaction is retried

AT_ONCE: Final = 200
"""Articles deleted in one transaction."""
TIDIED_AT_ONCE: Final = 2_000
"""Names looked at in one transaction."""

P = TypeVar("P")
T = TypeVar("T")

_UNSENT: Final = (PostState.WAITING, PostState.SENDING, PostState.HELD)


@dataclass(frozen=True, slots=True)
class PersonalData:
    """What is stored about a person: ``texts`` they gave, ``watches``, ``alerts`` found, ``settings`` (0 or 1).

    ``pages`` counts channels' pages that they switched on.
    ``set_up`` counts server feeds and digests that name them as creator: these stay, without the name.
    """

    texts: int = 0
    watches: int = 0
    alerts: int = 0
    settings: int = 0
    set_up: int = 0
    pages: int = 0

    def __bool__(self) -> bool:
        return any((self.texts, self.watches, self.alerts, self.settings, self.set_up, self.pages))


class ErasureStore:
    """Counts and deletes personal data. All methods raise ``ArchiveError``."""

    def __init__(self, engines: database.Engines) -> None:
        self._engines = engines
        self._compacting = asyncio.Lock()
        self._compacted_at: float | None = None
        self._tidying = asyncio.Lock()
        self._storing: defaultdict[str | None, set[asyncio.Future[None]]] = defaultdict(set)
        self._owed = self._untidy = True  # a previous process may have been interrupted

    async def count(self, person: str) -> PersonalData:
        """What is stored about "discord:<user id>"."""
        async with self._engines.reading() as connection:
            return await connection.run_sync(_count, person)

    @contextmanager
    def storing_for(self, person: str | None) -> Iterator[None]:
        """Within it a text of ``person`` is read and stored; :meth:`forget` waits for that, in this process."""
        done, unfinished = asyncio.get_running_loop().create_future(), self._storing[person]
        unfinished.add(done)
        try:
            yield
        finally:
            done.set_result(None)
            unfinished.discard(done)
            if not unfinished:
                self._storing.pop(person, None)

    async def forget(self, person: str) -> PersonalData:
        """Delete a person's data, also what is being read for them; return what it was. Others' texts stay."""
        if unfinished := tuple(self._storing.get(person, ())):
            await asyncio.wait(unfinished)
        async with self._engines.reading() as connection:
            known = await connection.run_sync(_is_known, person)
            found = await connection.run_sync(_count, person) if known else PersonalData()
        if known:
            try:
                while await self._delete(_forget_texts, person):
                    pass
                await self._delete(_forget_rest, person)
            finally:
                self._owed = self._untidy = True
            await self.tidy()
        await self.compact()
        return found

    async def compact(self) -> None:
        """Compact the file if pending and ``COMPACT_EVERY`` has passed. Raises ``ArchiveError``; it stays pending."""
        async with self._compacting:
            last = self._compacted_at
            if not self._owed or (last is not None and time.monotonic() - last < COMPACT_EVERY):
                return
            with translate_database_errors():
                self._owed = False  # a deletion from now on sets it again
                try:
                    if await database.may_owe_wiping(self._engines):
                        await self.tidy()
                    if await database.wipe_owed(self._engines):
                        self._compacted_at = time.monotonic()
                except BaseException:
                    self._owed, self._compacted_at = True, time.monotonic() - COMPACT_EVERY + _AGAIN
                    raise

    async def prune(self, before: datetime) -> int:
        """Delete up to ``AT_ONCE`` articles read before ``before`` that no story or post needs; return how many."""
        with long_statements():
            async with self._engines.writing() as connection:
                pruned = await connection.run_sync(_prune, before)
        self._untidy |= pruned > 0
        return pruned

    async def tidy(self) -> None:
        """Delete names that no statement refers to any more; nothing if nothing was deleted since the last time."""
        async with self._tidying:
            if not self._untidy:
                return
            self._untidy, owing = False, self._owed  # a deletion from now on sets it again
            try:
                for step in (_tidy_spellings, _tidy_people):
                    done: int | None = 0
                    while done is not None:
                        done = await self._delete(step, done, owing=owing)
                for pages in (MERGED_AT_ONCE, -MERGED_AT_ONCE):  # what is being merged first, then everything
                    while await self._delete(merge_index, pages, owing=owing):
                        pages = MERGED_AT_ONCE  # noqa: PLW2901 - only the first call begins a merge
            except BaseException:
                self._untidy = True
                raise

    async def _delete(self, step: Callable[[Connection, P], T], which: P, *, owing: bool = True) -> T:
        """Run one ``step`` in a transaction of its own; ``owing``: the file must be compacted for it."""
        with long_statements():
            async with self._engines.writing() as connection:
                result = await connection.run_sync(step, which)
                if owing:
                    await database.owe_wiping(connection)
                return result


def _is_known(connection: Connection, person: str) -> bool:
    """Whether any row belongs to the person or names them."""
    channel = direct_to(person)
    traces = (
        article_owners.c.owner == person,
        watches.c.owner == person,
        alerts.c.owner == person,
        preferences.c.owner == person,
        subscriptions.c.by == person,
        (schedules.c.by == person) | (schedules.c.channel == channel),
        looks.c.owner == person,
        channel_pages.c.by == person,
        (posts.c.owner == person) | (posts.c.channel == channel),
        (destinations.c.owner == person) | (destinations.c.channel == channel),
    )
    return any(connection.execute(select(select(literal(1)).where(trace).exists())).scalar_one() for trace in traces)


def _count(connection: Connection, person: str) -> PersonalData:
    def count(which: ColumnElement[bool]) -> int:
        return connection.execute(select(func.count()).where(which)).scalar_one()

    return PersonalData(
        count(article_owners.c.owner == person),
        count(watches.c.owner == person),
        _count_alerts(connection, person),
        count(preferences.c.owner == person),
        count(subscriptions.c.by == person) + count(schedules.c.by == person),
        count(channel_pages.c.by == person),
    )


def _count_alerts(connection: Connection, person: str) -> int:
    """The number of alerts; an alert has one row per speaker."""
    query = select(alerts.c.channel, alerts.c.story_id, alerts.c.article_id, alerts.c.watch_id)
    found = query.where(alerts.c.owner == person).distinct().subquery()
    return connection.execute(select(func.count()).select_from(found)).scalar_one()


def _forget_texts(connection: Connection, person: str) -> bool:
    """Delete some of a person's texts; False if none are left."""
    mine = select(article_owners.c.article_id).where(article_owners.c.owner == person)
    given = list(connection.execute(mine.order_by(article_owners.c.article_id).limit(AT_ONCE)).scalars())
    chosen = article_owners.c.article_id.in_(given)
    connection.execute(delete(article_owners).where(article_owners.c.owner == person, chosen))
    others = exists().where(article_owners.c.article_id == articles.c.id)
    carried = exists().where(items.c.article_id == articles.c.id)
    kept = select(articles.c.id, articles.c.text_id).where(articles.c.id.in_(given), others | carried)
    stay = {row.id: row.text_id for row in connection.execute(kept)}
    discard_articles(connection, [ident for ident in given if ident not in stay])
    index_texts(connection, list(stay.values()))
    return bool(given)


def _forget_rest(connection: Connection, person: str) -> None:
    _forget_watches(connection, person)
    connection.execute(delete(preferences).where(preferences.c.owner == person))
    connection.execute(delete(story_splits).where(story_splits.c.owner == person))
    connection.execute(delete(looks).where(looks.c.owner == person))
    connection.execute(delete(channel_pages).where(channel_pages.c.by == person))
    connection.execute(delete(schedules).where(schedules.c.channel == direct_to(person)))
    for table in (subscriptions, schedules):
        connection.execute(update(table).where(table.c.by == person).values(by=None))


def _forget_watches(connection: Connection, person: str) -> None:
    channel = direct_to(person)
    query = select(alerts.c.post).where(alerts.c.owner == person, alerts.c.post.is_not(None))
    keys = list(connection.execute(query).scalars())
    # an event posted only for them in a server's channel may match another person's watch too
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


def discard_articles(connection: Connection, idents: Sequence[str]) -> None:
    """Delete articles and the texts that only they have; feed items stay, so that nothing is posted twice."""
    if not idents:
        return
    carried = select(articles.c.text_id).where(articles.c.id.in_(idents)).distinct()
    text_ids = list(connection.execute(carried).scalars())
    story_query = select(story_articles.c.story_id).where(story_articles.c.article_id.in_(idents)).distinct()
    story_ids = list(connection.execute(story_query).scalars())
    connection.execute(update(items).where(items.c.article_id.in_(idents)).values(article_id=None))
    copies = update(story_articles).where(story_articles.c.duplicate_of.in_(idents))
    connection.execute(copies.values(duplicate_of=None))
    connection.execute(delete(articles).where(articles.c.id.in_(idents)))
    _discard_stories(connection, story_ids)
    gone = texts.c.id.in_(text_ids) & texts.c.id.not_in(select(articles.c.text_id))
    connection.execute(delete(texts).where(gone))
    index_texts(connection, list(connection.execute(select(texts.c.id).where(texts.c.id.in_(text_ids))).scalars()))


def _tidy_spellings(connection: Connection, after: int) -> int | None:
    """Delete spellings and offices that no statement refers to, of some ids after ``after``; the last, None if none."""
    if not (idents := _next_ids(connection, spellings, after)):
        return None
    here = offices.c.spelling_id.between(idents[0], idents[-1])
    held = (
        select(statement_speakers.c.spelling_id)
        .join(statements, statements.c.id == statement_speakers.c.statement_id)
        .where(
            statement_speakers.c.spelling_id == offices.c.spelling_id,
            or_(offices.c.country == "", func.coalesce(statements.c.country, "") == offices.c.country),
            or_(offices.c.role == "", func.coalesce(statements.c.role, "") == offices.c.role),
        )
    )
    connection.execute(delete(offices).where(here, ~held.exists()))
    used = select(statement_speakers.c.spelling_id).where(statement_speakers.c.spelling_id == spellings.c.id)
    connection.execute(delete(spellings).where(spellings.c.id.between(idents[0], idents[-1]), ~used.exists()))
    return idents[-1]


def _tidy_people(connection: Connection, after: int) -> int | None:
    """Delete people without spellings, and rename those who lost the one that they were named by; as before."""
    if not (idents := _next_ids(connection, people, after)):
        return None
    here = people.c.id.between(idents[0], idents[-1])
    theirs = select(spellings.c.id).where(spellings.c.person_id == people.c.id)
    connection.execute(delete(people).where(here, ~theirs.exists()))
    lost = ~theirs.where(spellings.c.name == people.c.name).exists()
    for person in connection.execute(select(people.c.id).where(here, lost)).scalars().all():
        left = select(spellings.c.name, spellings.c.folded).where(spellings.c.person_id == person)
        name = connection.execute(left.order_by(spellings.c.id).limit(1)).one()
        taken = select(people.c.id).where(people.c.folded == name.folded, people.c.id != person)
        # folded names are unique: if another person has this one, store a placeholder that no name folds to
        folded = name.folded if connection.execute(taken).first() is None else f"#{person}"
        connection.execute(update(people).where(people.c.id == person).values(name=name.name, folded=folded))
    return idents[-1]


def _next_ids(connection: Connection, table: Table, after: int) -> Sequence[int]:
    query = select(table.c.id).where(table.c.id > after).order_by(table.c.id).limit(TIDIED_AT_ONCE)
    return connection.execute(query).scalars().all()


def _discard_stories(connection: Connection, idents: Sequence[int]) -> None:
    empty = select(stories.c.id).where(stories.c.id.in_(idents), stories.c.id.not_in(select(story_articles.c.story_id)))
    gone = list(connection.execute(empty).scalars())
    connection.execute(update(items).where(items.c.story_id.in_(gone)).values(story_id=None))
    connection.execute(delete(stories).where(stories.c.id.in_(gone)))
