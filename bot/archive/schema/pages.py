"""Table of the channels whose posts are a web page and an Atom feed."""

from sqlalchemy import Column, Table, Text

from bot.archive.schema.base import UtcDateTime, metadata

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
