"""The tables of scheduled digests, and of what each server has set."""

from sqlalchemy import Boolean, Column, Date, Index, Integer, Table, Text, UniqueConstraint

from bot.archive.schema.base import ID, UtcDateTime, metadata

schedules = Table(
    "schedules",
    metadata,
    Column("id", ID, primary_key=True),
    Column("owner", Text, nullable=False),
    Column("number", Integer, nullable=False),  # from 1 among the owner's, for people to type
    Column("channel", Text, nullable=False, index=True),
    Column("by", Text, index=True),
    Column("time", Text, nullable=False),  # "08:00", local
    Column("zone", Text, nullable=False),  # IANA
    Column("days", Text, nullable=False),  # ISO weekdays: "12345"
    Column("quiet", Text),  # "22:00-07:00", local
    Column("topic", Text, nullable=False),
    Column("silent", Boolean, nullable=False),  # say nothing when there is nothing new
    Column("paused", Boolean, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("next_at", UtcDateTime),  # when the next occurrence is due; NULL while paused
    Column("next_day", Date),  # and of which local day it is
    Column("last_day", Date),  # the newest local day that was dealt with
    Column("last_until", UtcDateTime),  # up to when its digests have told the news
    Column("last_outcome", Text),
    UniqueConstraint("owner", "number"),
    Index(None, "next_at"),
)
