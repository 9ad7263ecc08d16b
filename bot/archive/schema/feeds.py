"""Tables of feeds: each source once, its subscriptions, its items, and each item's outcome per subscription.

``owner`` is whose a subscription is ("discord:guild:<id>", "console"); every query for a command names it.
"""

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from bot.archive.schema.base import ID, UtcDateTime, metadata
from bot.archive.schema.readings import articles
from bot.archive.schema.stories import stories

_LEASED = text("leased_until IS NOT NULL")
_NOTICED = text("notice IS NOT NULL")

feeds = Table(
    "feeds",
    metadata,
    Column("id", ID, primary_key=True),
    Column("url", Text, nullable=False, unique=True),  # current address
    Column("kind", Text, nullable=False),  # poll, or push for a push source
    Column("token_sha256", String(64), unique=True),  # of a push source's token
    Column("title", Text),
    Column("site", Text),
    Column("language", Text),
    Column("etag", Text),
    Column("last_modified", Text),
    Column("body_sha256", String(64)),  # of the newest body: an unchanged body is not parsed again
    Column("ttl_seconds", Double),  # minimum interval that the feed itself asks for
    Column("interval", Double, nullable=False),  # current seconds between polls
    Column("polls", Integer, nullable=False),  # polls so far
    Column("failures", Integer, nullable=False),  # polls failed in a row
    Column("health", Text, nullable=False),
    Column("reason", Text),  # the last failure, for people
    Column("next_poll_at", UtcDateTime, index=True),  # NULL: not polled
    Column("leased_until", UtcDateTime),  # a poll is in progress until then
    Column("last_polled_at", UtcDateTime),
    Column("last_changed_at", UtcDateTime),
    Column("failing_since", UtcDateTime),
    Column("gap_at", UtcDateTime),  # when items may last have been missed between two polls
    Column("noticed_at", UtcDateTime),  # when subscribers were notified of this failure; NULL before
    Column("notice", Text),  # notice that subscribers are still to get
    Column("created_at", UtcDateTime, nullable=False),
    # both are rare but queried all the time
    Index("ix_feeds_leased_until", "leased_until", sqlite_where=_LEASED, postgresql_where=_LEASED),
    Index("ix_feeds_notice", "id", sqlite_where=_NOTICED, postgresql_where=_NOTICED),
)

subscriptions = Table(
    "subscriptions",
    metadata,
    Column("id", ID, primary_key=True),
    Column("feed_id", ID, ForeignKey(feeds.c.id, ondelete="CASCADE"), nullable=False, index=True),
    Column("owner", Text, nullable=False),
    Column("number", Integer, nullable=False),  # counts from 1 per owner, for people to type
    Column("channel", Text, nullable=False, index=True),
    Column("by", Text, index=True),  # who created it; NULL once their data is deleted
    Column("since", UtcDateTime, nullable=False),
    Column("filter", Text, nullable=False),
    Column("delivery", Text, nullable=False),
    Column("edits", Boolean, nullable=False),
    Column("paused", Boolean, nullable=False),
    Column("broken", Text),  # why nothing can be posted in its channel
    # NULL in the columns below: none
    Column("follow_ups", Text),  # where what is new of a posted story goes
    Column("role", Text),  # Discord's id of the role that posts mention
    Column("tag", Text),  # name of the tag of forum posts
    Column("pictures", Boolean),  # whether posts show the article's picture
    UniqueConstraint("owner", "number"),
    UniqueConstraint("feed_id", "channel", name="uq_subscriptions_feed_id_channel"),
)

items = Table(
    "items",
    metadata,
    Column("id", ID, primary_key=True),
    Column("feed_id", ID, ForeignKey(feeds.c.id, ondelete="CASCADE"), nullable=False),
    Column("identity", Text, nullable=False),  # identifies the item within its feed
    Column("fingerprint", String(64), nullable=False),
    Column("guid", Text),
    Column("link", Text),
    Column("title", Text),
    Column("entry", JSON, nullable=False),  # everything the feed says about it
    Column("first_seen_at", UtcDateTime, nullable=False),
    Column("edited_at", UtcDateTime),
    Column("listed", Boolean, nullable=False),  # whether the newest snapshot contains it
    Column("unlisted_at", UtcDateTime),  # since when it does not
    Column("state", Text, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("retry_at", UtcDateTime),  # when to read it next; NULL: not due
    Column("reason", Text),
    Column("read_at", UtcDateTime),  # when an article was first read, set once: decides which digest has it
    Column("article_id", String(20), ForeignKey(articles.c.id), index=True),
    Column("story_id", ID, ForeignKey(stories.c.id), index=True),
    UniqueConstraint("feed_id", "identity", name="uq_items_feed_id_identity"),
    Index(None, "retry_at"),
    Index(None, "read_at"),
    Index("ix_items_feed_id_first_seen_at", "feed_id", "first_seen_at"),
)

fates = Table(
    "fates",
    metadata,
    Column("item_id", ID, ForeignKey(items.c.id, ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column(
        "subscription_id",
        ID,
        ForeignKey(subscriptions.c.id, ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
        index=True,
    ),
    Column("fate", Text, nullable=False),
    Column("detail", Text),
    Column("post", String(20), index=True),  # the key of its post
    Column("decided_at", UtcDateTime, nullable=False),
)
