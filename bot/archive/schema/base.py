"""What all tables share: the metadata with its names of constraints, numbered rows, and times in UTC."""

from datetime import UTC, datetime

from sqlalchemy import BigInteger, DateTime, Dialect, Integer, MetaData, TypeDecorator


class UtcDateTime(TypeDecorator[datetime]):
    """An aware time, kept and given back in UTC; SQLite, which knows no zones, stores it bare."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """``value`` in UTC. Raises ``ValueError`` for a time without a zone."""
        if value is not None and value.tzinfo is None:
            raise ValueError("a stored time needs a time zone")
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """The stored time as aware UTC."""
        if value is None:
            return None
        return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)


NOT_KEPT = "not kept"
"""In a table's ``info``: why no backup holds it and no move copies it; every other table is kept."""

# SQLite numbers rows by itself only in a column that is exactly INTEGER
ID = BigInteger().with_variant(Integer, "sqlite")

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)
