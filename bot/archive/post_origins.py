"""Finds what a post was made from: the subscription, the item, and other outlets that cover its story."""

from sqlalchemy import select

from bot.archive import feed_rows
from bot.archive.database import Store
from bot.archive.schema.feeds import fates, feeds, items, subscriptions
from bot.archive.schema.readings import article_owners
from bot.archive.schema.stories import story_articles, story_splits
from bot.domain.feed import Followed, Item


class PostOriginStore(Store):
    """Origins of posts. All methods raise ``ArchiveError``."""

    async def find(self, owner: str, key: str) -> tuple[Followed, Item] | None:
        """The owner's subscription and item behind the post ``key``; None if it has none."""
        made_of = (
            select(fates.c.item_id, subscriptions.c.id, subscriptions.c.feed_id)
            .join(subscriptions, subscriptions.c.id == fates.c.subscription_id)
            .where(fates.c.post == key, subscriptions.c.owner == owner)
            .order_by(fates.c.item_id)
            .limit(1)
        )
        async with self._engines.reading() as connection:
            found = (await connection.execute(made_of)).one_or_none()
            if found is None:
                return None
            rows = [
                (await connection.execute(select(table).where(table.c.id == ident))).mappings().one()
                for table, ident in ((subscriptions, found.id), (feeds, found.feed_id), (items, found.item_id))
            ]
        subscription, feed, item = rows
        followed = Followed(feed_rows.decode_subscription(subscription), feed_rows.decode_feed(feed))
        return followed, feed_rows.decode_item(item)

    async def outlets(self, owner: str, story: int) -> tuple[str, ...]:
        """Outlets in ``story`` in order of arrival, without others' private and split-off articles."""
        private = select(article_owners.c.article_id)
        mine = private.where(article_owners.c.owner == owner)
        apart = select(story_splits.c.article_id).where(story_splits.c.owner == owner)
        query = (
            select(story_articles.c.outlet)
            .where(story_articles.c.story_id == story, story_articles.c.outlet.is_not(None))
            .where(story_articles.c.article_id.not_in(private) | story_articles.c.article_id.in_(mine))
            .where(story_articles.c.article_id.not_in(apart))
            .order_by(story_articles.c.seen_at, story_articles.c.article_id)
        )
        return tuple(dict.fromkeys(await self._engines.scalars(query)))
