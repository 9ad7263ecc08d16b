"""The archive's tables, on SQLite and PostgreSQL alike, by theme.

``bot/archive/migrations`` creates them; a test holds the two equal. Importing this package knows every table.
"""

from bot.archive.schema import feeds, posts, processes, readings, schedules, search, stories, watches
from bot.archive.schema.base import metadata

__all__ = ["feeds", "metadata", "posts", "processes", "readings", "schedules", "search", "stories", "watches"]
