"""Tables of scheduled digests."""

from sqlalchemy import Boolean, Column, Date, Index, Integer, Table, Text, UniqueConstraint

from bot.archive.schema.base import ID, UtcDateTime, metadata

schedules = Table(
    "schedules",
    metadata,
    Column("id", ID, primary_key=True),
    Column("owner", Text, nullable=False),
    Column("number", Integer, nullable=False),  # counts from 1 per owner, for people to type
    Column("channel", Text, nullable=False, index=True),
    Column("by", Text, index=True),
    Column("time", Text, nullable=False),  # "08:00", local
    Column("zone", Text, nullable=False),  # IANA
    Column("days", Text, nullable=False),  # ISO weekdays: "12345"
    Column("quiet", Text),  # "22:00-07:00", local
    Column("topic", Text, nullable=False),
    Column("silent", Boolean, nullable=False),  # post nothing when there is nothing new
    Column("paused", Boolean, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("next_at", UtcDateTime),  # when the next occurrence is due; NULL while paused
    Column("next_day", Date),  # the local day of that occurrence
    Column("last_day", Date),  # the newest local day that is done
    Column("last_until", UtcDateTime),  # end of the news covered so far
    Column("last_outcome", Text),
    Column("role", Text),  # Discord's id of the role that digests mention; NULL: none
    Column("tag", Text),  # name of the tag of forum posts; NULL: none
    UniqueConstraint("owner", "number"),
    Index(None, "next_at"),
)
