"""The archive's tables, the same on SQLite and PostgreSQL; a test compares them with what the migrations create."""

from bot.archive.schema import feeds, posts, processes, readings, schedules, search, stories, watches
from bot.archive.schema.base import metadata

__all__ = [
    "feeds",
    "metadata",
    "posts",
    "processes",
    "readings",
    "schedules",
    "search",
    "stories",
    "watches",
]
