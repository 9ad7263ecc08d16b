"""Table of when people last looked at a server's news, so that they are shown what came since."""

from sqlalchemy import Column, Table, Text

from bot.archive.schema.base import UtcDateTime, metadata

looks = Table(
    "looks",
    metadata,
    Column("owner", Text, primary_key=True),  # the person
    Column("server", Text, primary_key=True),
    Column("looked_at", UtcDateTime, nullable=False),
)
