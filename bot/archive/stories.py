"""Stories: which articles cover one event, which repeat another's text, and what a time window contains."""

from collections.abc import Collection, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Case, FromClause, RowMapping, Select, and_, case, delete, func, literal, or_, select, update
from sqlalchemy import insert as plain_insert
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.archive.database import Engines, Store, insert
from bot.archive.locks import Locks
from bot.archive.schema.base import UtcDateTime
from bot.archive.schema.feeds import fates, items, subscriptions
from bot.archive.schema.posts import posts
from bot.archive.schema.readings import article_owners, articles
from bot.archive.schema.stories import stories, story_articles, story_splits
from bot.domain.feed import Delivery
from bot.domain.item_outcomes import Outcome
from bot.domain.post import PostState

# items that were not posted for these reasons are left out of digests too
_SPARED = {Outcome.FILTERED, Outcome.OLD, Outcome.PAUSED}
_TOLD = tuple(fate.value for fate in Outcome if fate not in _SPARED)
# outcomes of items without a post: nothing changes them, nor when they were decided
_LASTING = (Outcome.DIGEST.value, Outcome.DUPLICATE.value)
# how long after a subscription the items that its feed listed then may be decided
_FIRST_ITEMS = timedelta(days=7)
_PLACED = ("number", "article_id", "story_id", "seen_at", "signature", "duplicate_of")


@dataclass(frozen=True, slots=True)
class ClusteredArticle:
    """An article in its story, in order of assignment; ``duplicate_of`` is the first article with the same text."""

    number: int
    article: str
    story: int
    seen_at: datetime
    signature: bytes
    duplicate_of: str | None = None


@dataclass(frozen=True, slots=True)
class WindowArticle:
    """An owner's view of an article: its story (negative if split), its outlet, and when it was seen."""

    article: str
    story: int
    outlet: str
    seen_at: datetime


class StoryStore(Store):
    """Stories and their articles. All methods raise ``ArchiveError``."""

    def __init__(self, engines: Engines) -> None:
        super().__init__(engines)
        self._locks = Locks(engines)

    def placing(self) -> AbstractAsyncContextManager[None]:
        """Lock for assigning an article: each is compared with all assigned before it, in any process."""
        return self._locks.hold("placing")

    def deciding(self, subject: str) -> AbstractAsyncContextManager[None]:
        """Lock for deciding what is posted of a story, so that one of several copies is, and one message opens it."""
        return self._locks.hold(f"deciding:{subject}")

    async def find(self, article: str) -> ClusteredArticle | None:
        """The story assignment of ``article``; None before it has one."""
        found = await self._placed(select(story_articles).where(story_articles.c.article_id == article))
        return found[0] if found else None

    async def load_after(self, number: int, since: datetime) -> tuple[ClusteredArticle, ...]:
        """Articles seen after ``since`` that were assigned after ``number``, in order of assignment."""
        query = select(story_articles).where(story_articles.c.number > number, story_articles.c.seen_at > since)
        return await self._placed(query.order_by(story_articles.c.number))

    async def place(
        self,
        article: str,
        story: int | None,
        *,
        seen_at: datetime,
        signature: bytes,
        duplicate_of: str | None = None,
        title: str | None = None,
        outlet: str | None = None,
    ) -> ClusteredArticle:
        """Assign an article to ``story`` (None: a new one) unless it has one; ``duplicate_of`` may itself be a copy."""
        values: dict[str, Any] = {
            "article_id": article,
            "title": title,
            "outlet": outlet,
            "seen_at": seen_at,
            "signature": signature,
        }
        mine = select(story_articles).where(story_articles.c.article_id == article)
        async with self._engines.writing() as connection:
            if (known := (await connection.execute(mine)).mappings().one_or_none()) is not None:
                return _decode(known)
            if story is None:
                begun = plain_insert(stories).values(first_at=seen_at, last_at=seen_at).returning(stories.c.id)
                story = (await connection.execute(begun)).scalar_one()
            else:
                earlier, later = stories.c.first_at > seen_at, stories.c.last_at < seen_at
                at = literal(seen_at, UtcDateTime)
                change = update(stories).where(stories.c.id == story, or_(earlier, later))
                reach = {
                    "first_at": case((earlier, at), else_=stories.c.first_at),
                    "last_at": case((later, at), else_=stories.c.last_at),
                }
                await connection.execute(change.values(reach))
            values |= {"story_id": story, "duplicate_of": await _find_original(connection, duplicate_of)}
            added = insert(connection, story_articles).values(values).on_conflict_do_nothing()
            row = (await connection.execute(added.returning(*story_articles.c[_PLACED]))).mappings().one_or_none()
            return _decode(row or (await connection.execute(mine)).mappings().one())

    async def alongside(self, article: str, askers: frozenset[str] = frozenset()) -> tuple[str, ...]:
        """The articles in the story of ``article``, itself included, oldest first; none before it has a story.

        Private articles (pasted by a person, or sent by a server's push source) are visible only to their owners among
        ``askers``. In a story that the askers have split, ``article`` is alone.
        """
        mine = select(story_articles.c.story_id).where(story_articles.c.article_id == article).scalar_subquery()
        apart = select(story_splits.c.article_id).where(story_splits.c.owner.in_(tuple(askers)))
        together = or_(
            story_articles.c.article_id == article,
            story_articles.c.article_id.not_in(apart) & ~apart.where(story_splits.c.article_id == article).exists(),
        )
        owned = select(article_owners).where(article_owners.c.article_id == story_articles.c.article_id)
        open_to_asker = or_(~owned.exists(), owned.where(article_owners.c.owner.in_(tuple(askers))).exists())
        query = select(story_articles.c.article_id).where(story_articles.c.story_id == mine, open_to_asker, together)
        ordered = query.order_by(story_articles.c.seen_at, story_articles.c.number)
        return tuple(await self._engines.scalars(ordered))

    async def split(self, owner: str, idents: Sequence[str], now: datetime) -> None:
        """For ``owner`` only, make each of these articles a story of its own from ``now`` on."""
        rows = [{"owner": owner, "article_id": one, "split_at": now} for one in idents]
        async with self._engines.writing() as connection:
            await connection.execute(insert(connection, story_splits).values(rows).on_conflict_do_nothing())

    async def unsplit(self, owner: str, article: str) -> None:
        """For ``owner``, undo the split of the story of ``article``."""
        mine = select(story_articles.c.story_id).where(story_articles.c.article_id == article).scalar_subquery()
        together = select(story_articles.c.article_id).where(story_articles.c.story_id == mine)
        gone = delete(story_splits).where(story_splits.c.owner == owner, story_splits.c.article_id.in_(together))
        await self._engines.change(gone)

    async def find_posted(
        self, channels: Collection[str], article: str, *, domains: Collection[str] | None = None
    ) -> dict[str, str]:
        """The title of the first post with the text of ``article`` in each of ``channels`` that has one.

        Only posts of outlets at ``domains`` count, if given.
        """
        same = or_(
            items.c.article_id == article,
            items.c.article_id.in_(
                select(story_articles.c.article_id).where(story_articles.c.duplicate_of == article).scalar_subquery()
            ),
        )
        given_up = select(posts.c.key).where(posts.c.key == fates.c.post, posts.c.state == PostState.DROPPED.value)
        query = (
            select(subscriptions.c.channel, func.coalesce(items.c.title, items.c.link, items.c.identity).label("title"))
            .join(fates, fates.c.item_id == items.c.id)
            .join(subscriptions, subscriptions.c.id == fates.c.subscription_id)
            .where(same, subscriptions.c.channel.in_(channels))
            .where(
                fates.c.fate.in_((Outcome.POSTED.value, Outcome.SENDING.value, Outcome.HELD.value)),
                fates.c.post.is_not(None),
                ~given_up.exists(),
            )
            .order_by(items.c.id.desc())
        )
        if domains is not None:
            query = query.join(articles, articles.c.id == items.c.article_id)
            query = query.where(articles.c.outlet_domain.in_(sorted(domains)))
        return {row["channel"]: row["title"] for row in await self._engines.rows(query)}

    async def gather(self, owner: str, since: datetime, until: datetime) -> tuple[WindowArticle, ...]:
        """The articles that came to the owner by their feeds after ``since`` and up to ``until``, each once.

        An article comes when it is read, or when it is decided later than that for an owner who follows its feed since:
        before, a filter may still reject it, or it may turn out to be old. Articles that came earlier by another of the
        owner's feeds are left out, and so are those that a filter rejected for every subscription of the owner. These
        times never change, whatever happens to the posts, so that adjacent windows neither miss nor repeat an article.
        """
        columns = (*items.c["article_id", "story_id"], *articles.c["outlet_domain", "outlet"], story_articles.c.number)
        apart = select(story_splits.c.article_id).where(story_splits.c.owner == owner)
        before = items.alias()
        known = _came_to(owner, before).where(before.c.article_id == items.c.article_id, before.c.read_at <= since)
        known = known.where(_came_at(before) <= since)
        came = _came_to(owner, items).where(_came_at(items) > since, _came_at(items) <= until)
        joined = select(fates.c.item_id).join(subscriptions, subscriptions.c.id == fates.c.subscription_id)
        joined = joined.where(subscriptions.c.owner == owner, subscriptions.c.since > since - _FIRST_ITEMS)
        joined = joined.where(fates.c.decided_at > since)
        query = (
            select(*columns, func.min(items.c.first_seen_at).label("at"), items.c.article_id.in_(apart).label("apart"))
            .join(articles, articles.c.id == items.c.article_id)
            .outerjoin(story_articles, story_articles.c.article_id == items.c.article_id)
            # the first condition is the one that an index supports
            .where(or_(items.c.read_at > since, items.c.id.in_(joined)), items.c.read_at <= until)
            .where(items.c.story_id.is_not(None), came.exists(), ~known.exists())
            .group_by(*columns)
            .order_by("at", items.c.article_id)
        )
        return tuple(
            WindowArticle(
                row["article_id"],
                -row["number"] if row["apart"] and row["number"] else row["story_id"],
                row["outlet_domain"] or row["outlet"] or "",
                row["at"],
            )
            for row in await self._engines.rows(query)
        )

    async def _placed(self, query: Select[Any]) -> tuple[ClusteredArticle, ...]:
        return tuple(map(_decode, await self._engines.rows(query)))


def _came_to(owner: str, table: FromClause) -> Select[Any]:
    """Outcomes of the items of ``table`` for the owner's subscriptions that digests include."""
    for_digests = or_(subscriptions.c.delivery == Delivery.DIGEST.value, fates.c.detail.is_not(None))
    return (
        select(fates.c.item_id)
        .join(subscriptions, subscriptions.c.id == fates.c.subscription_id)
        .where(fates.c.item_id == table.c.id, subscriptions.c.owner == owner, fates.c.fate.in_(_TOLD))
        # what waits to be posted was held before, and told of then
        .where(~and_(fates.c.fate == Outcome.WAITING.value, for_digests))
    )


def _came_at(table: FromClause) -> Case[datetime]:
    """When an item of ``table`` came by a subscription of :func:`_came_to`."""
    late = and_(fates.c.fate.in_(_LASTING), fates.c.decided_at > table.c.read_at)
    return case(
        (late, fates.c.decided_at),
        (subscriptions.c.since > table.c.read_at, subscriptions.c.since),
        else_=table.c.read_at,
    )


async def _find_original(connection: AsyncConnection, article: str | None) -> str | None:
    """The original of ``article``, or itself: duplicates always refer to the first article with the text."""
    repeated = select(story_articles.c.duplicate_of).where(story_articles.c.article_id == article)
    return (await connection.execute(repeated)).scalar_one_or_none() or article if article else None


def _decode(row: RowMapping) -> ClusteredArticle:
    return ClusteredArticle(*(row[name] for name in _PLACED))
