"""Tables of stories: which articles cover one event, and the data that finds the next one."""

from sqlalchemy import Column, ForeignKey, LargeBinary, String, Table, Text

from bot.archive.schema.base import ID, UtcDateTime, metadata
from bot.archive.schema.readings import articles

stories = Table(
    "stories",
    metadata,
    Column("id", ID, primary_key=True),
    Column("first_at", UtcDateTime, nullable=False),
    Column("last_at", UtcDateTime, nullable=False, index=True),
)

story_articles = Table(
    "story_articles",
    metadata,
    Column("number", ID, primary_key=True),  # order of assignment
    Column("article_id", String(20), ForeignKey(articles.c.id, ondelete="CASCADE"), nullable=False, unique=True),
    Column("story_id", ID, ForeignKey(stories.c.id, ondelete="CASCADE"), nullable=False, index=True),
    Column("duplicate_of", String(20), ForeignKey(articles.c.id)),  # the article whose text it repeats
    Column("title", Text),
    Column("outlet", Text),
    Column("seen_at", UtcDateTime, nullable=False, index=True),
    Column("signature", LargeBinary, nullable=False),  # bot.stories
)

# "These are not one story": for this owner only, each of these articles is a story of its own
story_splits = Table(
    "story_splits",
    metadata,
    Column("owner", Text, primary_key=True),  # a server, or a person in direct messages
    Column("article_id", String(20), ForeignKey(articles.c.id, ondelete="CASCADE"), primary_key=True, index=True),
    Column("split_at", UtcDateTime, nullable=False),
)
