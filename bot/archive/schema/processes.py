"""The processes that share one archive: who is at work, who holds what only one may do, when Discord may be met."""

from sqlalchemy import Column, Integer, Table, Text

from bot.archive.schema.base import ID, NOT_KEPT, UtcDateTime, metadata

_OF_THE_MOMENT = {NOT_KEPT: "it is true only while these processes run"}

processes = Table(
    "processes",
    metadata,
    Column("executor", Text, primary_key=True),  # made anew at each start
    Column("roles", Text, nullable=False),
    Column("beats", ID, nullable=False),  # how often it has said that it is there
    Column("started_at", UtcDateTime, nullable=False),
    Column("beat_at", UtcDateTime, nullable=False),
    info=_OF_THE_MOMENT,
)

leases = Table(
    "leases",
    metadata,
    Column("name", Text, primary_key=True),
    Column("holder", Text, nullable=False),  # an executor; free again once it is none of the processes
    info=_OF_THE_MOMENT,
)

identifies = Table(
    "identifies",
    metadata,
    Column("bucket", Integer, primary_key=True, autoincrement=False),  # a shard's number modulo max_concurrency
    Column("free_at", UtcDateTime, nullable=False),  # by the database's clock
    info=_OF_THE_MOMENT,
)
