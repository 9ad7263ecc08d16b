"""Tables of personal alerts, settings and last looks at a server's news, and of items still to be matched.

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
    Column("number", Integer, nullable=False),  # counts from 1 per owner, for people to type
    Column("speaker", Text, nullable=False),  # "": anybody
    Column("topic", Text, nullable=False),  # "": anything
    Column("channel", Text, nullable=False, index=True),  # where alerts go; "dm:<user id>" for direct messages
    Column("server", Text),  # where it was created; NULL in direct messages
    Column("place", Text),  # the channel where it was created, if the bot may post there
    Column("created_at", UtcDateTime, nullable=False),
    Column("paused", Text),  # why it is paused
    UniqueConstraint("owner", "number"),
)

alerts = Table(
    "alerts",
    metadata,
    # one alert per event, channel and speaker, however many outlets and watches match
    Column("channel", Text, primary_key=True),
    Column(
        "story_id",
        ID,
        ForeignKey(stories.c.id, ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
        index=True,
    ),
    Column("owner", Text, nullable=False, index=True),
    Column("watch_id", ID, ForeignKey(watches.c.id, ondelete="SET NULL"), index=True),
    Column("article_id", String(20), ForeignKey(articles.c.id, ondelete="CASCADE"), nullable=False, index=True),
    Column("matched_at", UtcDateTime, nullable=False),
    Column("due_at", UtcDateTime),  # when to send it; NULL once its post is recorded
    Column("post", String(20)),  # the key of its post
    # the speaker's key; "": the event itself; "*": recorded before there were keys. Last, as the migration adds it
    Column("speaker", Text, primary_key=True),
    Index(None, "due_at"),
    Index(None, "post"),
)

# recorded with an item's decision and removed with its alerts, so that a crash loses none
watch_queue = Table(
    "watch_queue",
    metadata,
    Column("item_id", ID, ForeignKey(items.c.id, ondelete="CASCADE"), primary_key=True, autoincrement=False),
)

preferences = Table(
    "preferences",
    metadata,
    Column("owner", Text, primary_key=True),
    # in all columns NULL means the default
    Column("zone", Text),  # IANA
    Column("quiet", Text),  # "22:00-07:00", local
    Column("attitudes", Boolean),
    Column("style", Text),
    Column("labels", Boolean),
    Column("language", Text),  # its subtag (BCP 47)
    Column("languages", Text),  # of articles to see, as subtags between spaces
)


looks = Table(
    "looks",
    metadata,
    Column("owner", Text, primary_key=True),  # the person
    Column("server", Text, primary_key=True),
    Column("looked_at", UtcDateTime, nullable=False),
)
