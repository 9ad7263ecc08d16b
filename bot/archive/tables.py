"""The archive's tables, on SQLite and PostgreSQL alike.

One text is stored and read once, however many pages carry it: ``articles`` point at ``texts``, and a text has at most
one analysis, the newest. Statements are rows whose spans index their text, so that they can be searched without
reading anything again. A speaker keeps the name as the article gives it; ``statement_speakers`` leads from each name
in it, through its spelling, to the person, so that merging two spellings of one person moves a single row.

``bot/archive/migrations`` creates these tables; a test holds the two equal.
"""

from datetime import UTC, datetime

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    DateTime,
    Dialect,
    Double,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)


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


# SQLite numbers rows by itself only in a column that is exactly INTEGER
_ID = BigInteger().with_variant(Integer, "sqlite")

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)

texts = Table(
    "texts",
    metadata,
    Column("id", _ID, primary_key=True),
    Column("sha256", String(64), nullable=False, unique=True),  # bot.domain.text.text_sha256
    Column("text", Text, nullable=False),  # normalised once; every span indexes its code points
)

articles = Table(
    "articles",
    metadata,
    Column("id", String(20), primary_key=True),  # bot.domain.analysis.reading_id
    Column("text_id", _ID, ForeignKey(texts.c.id), nullable=False, index=True),
    Column("url", Text),  # NULL for a pasted or uploaded text
    Column("title", Text),
    Column("outlet", Text),  # its name; NULL where no outlet is known
    Column("outlet_domain", Text),
    Column("outlet_country", Text),
    Column("outlet_state", Text),
    Column("byline", Text),
    Column("published_at", UtcDateTime),
    Column("language", Text),
    Column("first_read_at", UtcDateTime, nullable=False),
)

article_owners = Table(
    "article_owners",
    metadata,
    Column("article_id", String(20), ForeignKey(articles.c.id, ondelete="CASCADE"), primary_key=True),
    Column("owner", Text, primary_key=True, index=True),  # who pasted it, such as discord:<user id>
)

analyses = Table(
    "analyses",
    metadata,
    Column("text_id", _ID, ForeignKey(texts.c.id, ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("engine", Text, nullable=False),
    Column("language", Text),
    Column("unread", Text),
    Column("summary", JSON, nullable=False),  # [[start, end], …]
    Column("analysed_at", UtcDateTime, nullable=False),
)

statements = Table(
    "statements",
    metadata,
    Column("id", _ID, primary_key=True),
    Column("text_id", _ID, ForeignKey(analyses.c.text_id, ondelete="CASCADE"), nullable=False),
    Column("position", Integer, nullable=False),  # place among the text's statements, from 0
    Column("content", JSON, nullable=False),  # [[start, end], …]
    Column("source_start", Integer),
    Column("source_end", Integer),
    Column("cue_start", Integer),
    Column("cue_end", Integer),
    Column("kind", Text, nullable=False),
    Column("act", Text, nullable=False),
    Column("speaker", Text),  # the name as the article gives it; NULL rather than a guess
    Column("role", Text),
    Column("country", Text),
    Column("relayed_by", Text),
    Column("confidence", Double, nullable=False),
    Column("negated", Boolean, nullable=False),
    Column("conditional", Boolean, nullable=False),
    UniqueConstraint("text_id", "position"),
)

people = Table(
    "people",
    metadata,
    Column("id", _ID, primary_key=True),
    Column("name", Text, nullable=False),  # the first spelling met
    Column("folded", Text, nullable=False, unique=True),  # and how it folds
)

spellings = Table(
    "spellings",
    metadata,
    Column("id", _ID, primary_key=True),
    Column("person_id", _ID, ForeignKey(people.c.id), nullable=False, index=True),
    Column("name", Text, nullable=False, unique=True),
    Column("folded", Text, nullable=False, index=True),  # bot.archive.names.fold_name
)

statement_speakers = Table(
    "statement_speakers",
    metadata,
    Column("statement_id", _ID, ForeignKey(statements.c.id, ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("spelling_id", _ID, ForeignKey(spellings.c.id), primary_key=True, autoincrement=False),
    Index(None, "spelling_id", "statement_id"),
)
