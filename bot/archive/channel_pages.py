"""Channel pages, and the posts that they show: those of the server's feeds and digests, never a person's alerts."""

from collections.abc import Sequence

from sqlalchemy import Delete, RowMapping, Update, and_, delete, exists, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.archive import feed_rows
from bot.archive.database import Store, insert
from bot.archive.schema.feeds import items
from bot.archive.schema.posts import channel_pages, destinations, posts
from bot.archive.schema.readings import articles
from bot.domain.channel_page import ChannelPage, ChannelPost, PostedStory, decode_stories
from bot.domain.feed import Entry
from bot.domain.post import PostKind, PostState

_SHOWN = (PostKind.ITEM, PostKind.DIGEST, PostKind.FOLLOW_UP)
_ITEM = "item:"  # begins the subject of an item whose article could not be read
_FIELDS = tuple(ChannelPage.__dataclass_fields__)


class ChannelPageStore(Store):
    """The pages of channels. All methods raise ``ArchiveError``."""

    async def open(self, page: ChannelPage) -> ChannelPage:
        """Store the owner's ``page``; return it with its former address, and its former name if that is ""."""
        values = {name: getattr(page, name) for name in _FIELDS}
        changed = {"name": page.name} if page.name else {"channel": page.channel}
        async with self._engines.writing() as connection:
            added = insert(connection, channel_pages).values(values)
            mine = channel_pages.c.owner == page.owner
            await connection.execute(
                added.on_conflict_do_update(index_elements=[channel_pages.c.channel], set_=changed, where=mine)
            )
            here = select(channel_pages).where(channel_pages.c.channel == page.channel)
            row = (await connection.execute(here)).mappings().one()
        return _page(row)

    async def renew(self, owner: str, channel: str, token: str) -> ChannelPage | None:
        """Give the channel's page another address, which takes the old one back; None if there is no page."""
        return await self._change(owner, channel, update(channel_pages).values(token=token))

    async def close(self, owner: str, channel: str) -> ChannelPage | None:
        """Delete the channel's page; return it, None if there was none."""
        return await self._change(owner, channel, delete(channel_pages))

    async def find(self, token: str) -> ChannelPage | None:
        """The page with this token; None if it was taken back, or nothing can be posted in its channel any more."""
        broken = and_(destinations.c.channel == channel_pages.c.channel, destinations.c.broken.is_not(None))
        query = select(channel_pages).where(channel_pages.c.token == token, ~exists().where(broken))
        row = await self._engines.row(query)
        return None if row is None else _page(row)

    async def load_posts(self, page: ChannelPage, *, limit: int) -> tuple[ChannelPost, ...]:
        """The newest posts of the page's channel, newest first, with those of their articles that still exist."""
        query = (
            select(posts)
            .where(posts.c.channel == page.channel, posts.c.owner == page.owner, posts.c.kind.in_(_SHOWN))
            .where(posts.c.state == PostState.SENT, or_(posts.c.part == 0, posts.c.kind == PostKind.FOLLOW_UP))
            .order_by(posts.c.number.desc())
            .limit(limit)
        )
        async with self._engines.reading() as connection:
            rows = (await connection.execute(query)).mappings().all()
            entries = await _load_entries(connection, rows)
            told = {row["key"]: _stories(row) for row in rows}
            kept = await _find_existing(
                connection, {ident for stories in told.values() for one in stories for ident in one.articles}
            )
        found = []
        for row in rows:
            entry = entries.get(row["subject"])
            stories = tuple(story for one in told[row["key"]] if (story := _existing(one, kept)).articles)
            if entry or stories:
                found.append(ChannelPost(row["key"], PostKind(row["kind"]), row["sent_at"], stories, entry))
        return tuple(found)

    async def _change(self, owner: str, channel: str, change: Update | Delete) -> ChannelPage | None:
        which = and_(channel_pages.c.owner == owner, channel_pages.c.channel == channel)
        async with self._engines.writing() as connection:
            changed = change.where(which).returning(channel_pages)
            row = (await connection.execute(changed)).mappings().one_or_none()
        return None if row is None else _page(row)


async def _load_entries(connection: AsyncConnection, rows: Sequence[RowMapping]) -> dict[str, Entry]:
    numbers = [int(row["subject"].removeprefix(_ITEM)) for row in rows if row["subject"].startswith(_ITEM)]
    found = (await connection.execute(select(items).where(items.c.id.in_(numbers)))).mappings().all()
    return {f"{_ITEM}{row['id']}": feed_rows.decode_item(row).entry for row in found}


async def _find_existing(connection: AsyncConnection, idents: set[str]) -> set[str]:
    query = select(articles.c.id).where(articles.c.id.in_(sorted(idents)))
    return set((await connection.execute(query)).scalars())


def _stories(row: RowMapping) -> tuple[PostedStory, ...]:
    if row["kind"] == PostKind.ITEM:
        return () if row["subject"].startswith(_ITEM) else (PostedStory((row["subject"],)),)
    try:
        return decode_stories(row["stories"])
    except ValueError:  # a later version's
        return ()


def _existing(story: PostedStory, kept: set[str]) -> PostedStory:
    return PostedStory(tuple(ident for ident in story.articles if ident in kept), story.told, story.named)


def _page(row: RowMapping) -> ChannelPage:
    return ChannelPage(**{name: row[name] for name in _FIELDS})
