"""Push sources: their tokens, and the articles they send, stored like items of any other feed."""

import hashlib
import hmac
from datetime import datetime

from sqlalchemy import exists, select, update

from bot.archive import feed_rows, subscription_rows
from bot.archive.database import Store
from bot.archive.item_rows import file_snapshot
from bot.archive.schema.feeds import fates, feeds, items, subscriptions
from bot.domain.feed import Entry, Feed, FeedDocument, FeedHealth, Followed, ItemState
from bot.domain.item_outcomes import Outcome
from bot.errors import ArchiveError, UsageError
from bot.i18n.messages import translatable
from bot.web.feeds.identity import IdentifiedEntry, identify_entries


class PushSourceStore(Store):
    """Push sources and the hashes of their tokens. Raises ``ArchiveError``, ``UsageError`` for a wrong ``number``."""

    async def save_token(self, owner: str, number: int, token_sha256: str | None) -> Followed:
        """Set the source's only valid token; None leaves it without a token."""
        async with self._engines.writing() as connection:
            found = await subscription_rows.find_subscription(connection, owner, number)
            if found.feed.kind != "push":
                raise UsageError(translatable("desk-feed-has-no-token", number=str(number)))
            change = update(feeds).where(feeds.c.id == found.feed.id)
            await connection.execute(change.values(token_sha256=token_sha256))
        return found

    async def find_source(self, token_sha256: str) -> Feed | None:
        """The source with this token; None if there is none, or the source was removed."""
        followed = exists().where(subscriptions.c.feed_id == feeds.c.id)
        query = select(feeds).where(feeds.c.token_sha256 == token_sha256, feeds.c.kind == "push", followed)
        row = await self._engines.row(query)
        # an index lookup is not constant-time, so compare the whole hash
        if row is None or not hmac.compare_digest(row["token_sha256"], token_sha256):
            return None
        return feed_rows.decode_feed(row)

    async def receive(self, source: Feed, entry: Entry | IdentifiedEntry, now: datetime) -> int:
        """Store an article from ``source`` as an item for its subscriptions, in one transaction; return its number.

        An article that was sent before keeps its number and is not posted again. Different content makes it an edit;
        one that could not be read before is read again. Raises ``ArchiveError`` if the source was removed meanwhile.
        """
        async with self._engines.writing() as connection:
            if not await subscription_rows.hold_feed(connection, source.id):
                raise ArchiveError(translatable("archive-source-removed"), resource=source.url)
            if not isinstance(entry, IdentifiedEntry):
                (entry,) = identify_entries(FeedDocument(None, None, (entry,)))
            outcome = await file_snapshot(connection, source.id, (entry,), now, first=False)
            # a source lists one article at a time, so the listed one is the one just sent
            listed = select(items.c.id).where(items.c.feed_id == source.id, items.c.listed)
            item_id: int = (await connection.execute(listed)).scalar_one()
            if outcome.edited:
                failed = (items.c.id == item_id) & (items.c.state == ItemState.FAILED.value)
                again = {"state": ItemState.NEW.value, "attempts": 0, "reason": None, "retry_at": now}
                await connection.execute(update(items).where(failed).values(again))
                lost = (fates.c.item_id == item_id) & (fates.c.fate == Outcome.FAILED.value)
                await connection.execute(update(fates).where(lost).values(fate=Outcome.WAITING.value, detail=None))
            alive = {"health": FeedHealth.HEALTHY.value, "last_polled_at": now, "last_changed_at": now}
            await connection.execute(update(feeds).where(feeds.c.id == source.id).values(alive))
        return item_id


def hash_token(token: str) -> str:
    """The stored hash of a token: 256 random bits need no slow hash."""
    return hashlib.sha256(token.encode("utf-8", "surrogateescape")).hexdigest()
