"""The outbox: every message sent without a command is recorded before it is sent; and the pages of what was sent."""

from sqlalchemy import Column, Index, Integer, String, Table, Text, text

from bot.archive.schema.base import ID, UtcDateTime, metadata

_FOLLOWED_UP = text("follow_up_at IS NOT NULL")
_MENTIONING = text("mentioned IS NOT NULL")

posts = Table(
    "posts",
    metadata,
    Column("number", ID, primary_key=True),  # order of recording and of sending
    Column("key", String(20), nullable=False, unique=True),  # bot.domain.post.post_key
    Column("series", Text, nullable=False, index=True),
    Column("part", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("owner", Text, nullable=False, index=True),
    Column("channel", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("card", Text),  # bot.render.card_codec; NULL once sent
    Column("revision", Text),  # card that replaces the sent one; NULL once edited
    Column("created_at", UtcDateTime, nullable=False),
    Column("state", Text, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("tried_at", UtcDateTime),  # since when it may exist unconfirmed; NULL: it certainly does not
    Column("retry_at", UtcDateTime),
    Column("expires_at", UtcDateTime),
    Column("message", Text),  # Discord's message id
    Column("sent_at", UtcDateTime),
    Column("reason", Text),
    Column("follow_up", Text),  # whether it replies to the first of its series, or stands in its thread; NULL: neither
    Column("tag", Text),  # name of the tag of the forum thread that it opens; NULL: none
    Column("follow_up_at", UtcDateTime),  # when to tell what is new of its story; NULL: nothing
    Column("stories", Text),  # articles that it tells (bot.domain.channel_page)
    Column("mentioned", Text),  # Discord's id of the role that it mentions; NULL: none
    Index("ix_posts_channel_state", "channel", "state", "number"),
    Index("ix_posts_state_retry_at", "state", "retry_at"),
    # rare but queried all the time
    Index("ix_posts_follow_up_at", "follow_up_at", sqlite_where=_FOLLOWED_UP, postgresql_where=_FOLLOWED_UP),
    Index("ix_posts_mentioned", "channel", "sent_at", sqlite_where=_MENTIONING, postgresql_where=_MENTIONING),
)

destinations = Table(
    "destinations",
    metadata,
    Column("channel", Text, primary_key=True),
    Column("owner", Text, nullable=False, index=True),
    Column("broken", Text),  # why nothing can be posted there; NULL while it works
    Column("broken_at", UtcDateTime),
    Column("noticed_at", UtcDateTime),  # when somebody who can fix it was notified
    Column("retry_at", UtcDateTime),  # when to retry the notification
)


# channels whose posts are a web page and an Atom feed
channel_pages = Table(
    "channel_pages",
    metadata,
    Column("channel", Text, primary_key=True),
    Column("owner", Text, nullable=False, index=True),  # the server
    Column("token", Text, nullable=False, unique=True),  # part of the page's address
    Column("name", Text, nullable=False),  # title; "": none
    Column("by", Text, nullable=False, index=True),  # the person who switched it on
    Column("created_at", UtcDateTime, nullable=False),
)
