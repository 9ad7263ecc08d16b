"""Processes that share one archive: their heartbeats, their leases, and when the next gateway session may open."""

from sqlalchemy import Column, ForeignKey, Integer, Table, Text

from bot.archive.schema.base import ID, NOT_KEPT, UtcDateTime, metadata

_OF_THE_MOMENT = {NOT_KEPT: "it is true only while these processes run"}

processes = Table(
    "processes",
    metadata,
    Column("executor", Text, primary_key=True),  # new at each start
    Column("roles", Text, nullable=False),
    Column("beats", ID, nullable=False),  # number of heartbeats so far
    Column("started_at", UtcDateTime, nullable=False),
    Column("beat_at", UtcDateTime, nullable=False),
    info=_OF_THE_MOMENT,
)

leases = Table(
    "leases",
    metadata,
    Column("name", Text, primary_key=True),
    Column("holder", Text, nullable=False),  # an executor; the lease is free once it is no longer registered
    info=_OF_THE_MOMENT,
)

claims = Table(
    "claims",
    metadata,
    Column("kind", Text, primary_key=True),
    Column("subject", Text, primary_key=True),  # what a job of that kind is about
    Column("executor", Text, ForeignKey("processes.executor", ondelete="CASCADE"), nullable=False, index=True),
    info=_OF_THE_MOMENT,
)

identifies = Table(
    "identifies",
    metadata,
    Column("bucket", Integer, primary_key=True, autoincrement=False),  # a shard's number modulo max_concurrency
    Column("free_at", UtcDateTime, nullable=False),  # by the database's clock
    info=_OF_THE_MOMENT,
)
