"""The tables of people's own alerts, of what they and servers have set, and of what is still to be looked through.

``owner`` of a watch is a person ("discord:<user id>", "console"); of preferences, a person or a server.
"""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, String, Table, Text, UniqueConstraint

from bot.archive.schema.base import ID, UtcDateTime, metadata
from bot.archive.schema.feeds import items
from bot.archive.schema.readings import articles
from bot.archive.schema.stories import stories

watches = Table(
    "watches",
    metadata,
    Column("id", ID, primary_key=True),
    Column("owner", Text, nullable=False),
    Column("number", Integer, nullable=False),  # from 1 among the owner's, for people to type
    Column("speaker", Text, nullable=False),  # "": anybody
    Column("topic", Text, nullable=False),  # "": anything
    Column("channel", Text, nullable=False, index=True),  # where alerts go; "dm:<user id>" for direct messages
    Column("server", Text),  # where it was made; NULL in direct messages
    Column("place", Text),  # the channel where it was made, if the bot may post there
    Column("created_at", UtcDateTime, nullable=False),
    Column("paused", Text),  # why it is at rest
    UniqueConstraint("owner", "number"),
)

alerts = Table(
    "alerts",
    metadata,
    # one event is told once in a place of each speaker, however many outlets carry it and watches want it
    Column("channel", Text, primary_key=True),
    Column(
        "story_id",
        ID,
        ForeignKey(stories.c.id, ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
        index=True,
    ),
    # the key of who speaks; "": the event itself; "*": recorded before there were keys
    Column("speaker", Text, primary_key=True),
    Column("owner", Text, nullable=False, index=True),
    Column("watch_id", ID, ForeignKey(watches.c.id, ondelete="SET NULL"), index=True),
    Column("article_id", String(20), ForeignKey(articles.c.id, ondelete="CASCADE"), nullable=False, index=True),
    Column("matched_at", UtcDateTime, nullable=False),
    Column("due_at", UtcDateTime),  # when to tell it; NULL once its post is recorded
    Column("post", String(20)),  # the key of its post
    Index(None, "due_at"),
    Index(None, "post"),
)

# recorded with the decision on an item and removed with its alerts, so that no crash loses one
watch_queue = Table(
    "watch_queue",
    metadata,
    Column("item_id", ID, ForeignKey(items.c.id, ondelete="CASCADE"), primary_key=True, autoincrement=False),
)

preferences = Table(
    "preferences",
    metadata,
    Column("owner", Text, primary_key=True),
    # of all: NULL is what holds unless somebody sets it
    Column("zone", Text),  # IANA
    Column("quiet", Text),  # "22:00-07:00", local
    Column("attitudes", Boolean),
    Column("style", Text),
    Column("labels", Boolean),
    Column("language", Text),  # its subtag (BCP 47)
)
