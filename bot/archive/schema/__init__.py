"""The archive's tables, the same on SQLite and PostgreSQL, by topic.

``bot/archive/migrations`` creates them; a test compares the two. Importing this package loads every table.
"""

from bot.archive.schema import feeds, pages, posts, processes, readings, schedules, search, stories, watches
from bot.archive.schema.base import metadata

__all__ = [
    "feeds",
    "metadata",
    "pages",
    "posts",
    "processes",
    "readings",
    "schedules",
    "search",
    "stories",
    "watches",
]
