"""Tables of the search index. All of it can be rebuilt from the stored analyses.

``said`` has each searchable statement under a ``key`` that orders by time: minutes since 1970 in the high bits, the
statement's number in the low bits, counted down. ``document`` is its folded words, followed by index terms
(bot.archive.index_terms). On PostgreSQL it is a tsvector with a GIN index. On SQLite it is the content of an FTS5 table
with the same key, so that the newest statements are found first without sorting; triggers keep the two in sync when a
statement is deleted.
"""

from sqlalchemy import BigInteger, Column, ForeignKey, Integer, String, Table, Text
from sqlalchemy.dialects.postgresql import TSVECTOR

from bot.archive.schema.base import ID, NOT_KEPT, UtcDateTime, metadata
from bot.archive.schema.readings import analyses, spellings, statements

said = Table(
    "said",
    metadata,
    Column("key", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False),
    Column("statement_id", ID, ForeignKey(statements.c.id, ondelete="CASCADE"), nullable=False, unique=True),
    Column("document", Text().with_variant(TSVECTOR, "postgresql"), nullable=False),
    info={NOT_KEPT: "it is made of statements when an archive is opened"},
)

indexed_texts = Table(
    "indexed_texts",
    metadata,
    Column("text_id", ID, ForeignKey(analyses.c.text_id, ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("version", Integer, nullable=False, index=True),  # bot.archive.statement_index.VERSION
    Column("digest", String(64), nullable=False),  # of the indexed content, to skip unchanged texts
)

# what is known about a spelling besides the name itself
voices = Table(
    "voices",
    metadata,
    Column("spelling_id", ID, ForeignKey(spellings.c.id, ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("sound", Text, nullable=False, index=True),  # bot.gazetteer.name_matching.name_sound
    Column("surname", Text, nullable=False, index=True),  # its last word
    Column("statements", Integer, nullable=False, index=True),  # public ones so far: orders suggestions
    # bot.gazetteer.latin_names.consonant_key; NULL: named before scripts were compared, see bot.archive.name_backfill
    Column("consonants", Text, index=True),
)

# byte order, so that a prefix search is a range scan on PostgreSQL too
_WORD = Text().with_variant(Text(collation="C"), "postgresql")

voice_words = Table(
    "voice_words",
    metadata,
    Column("word", _WORD, primary_key=True),  # folded
    Column("spelling_id", ID, ForeignKey(voices.c.spelling_id, ondelete="CASCADE"), primary_key=True, index=True),
)

offices = Table(
    "offices",
    metadata,
    Column("spelling_id", ID, ForeignKey(voices.c.spelling_id, ondelete="CASCADE"), primary_key=True),
    Column("country", Text, primary_key=True),  # "": unknown
    Column("role", Text, primary_key=True),  # as articles state it; "": unknown
    Column("statements", Integer, nullable=False),  # so far
)

searches = Table(
    "searches",
    metadata,
    Column("id", String(20), primary_key=True),  # hash of the query: equal queries are stored once
    Column("question", Text, nullable=False),
    Column("asked_at", UtcDateTime, nullable=False, index=True),
)


def is_declared(name: str | None) -> bool:
    """Whether SQLAlchemy declares ``name``; migrations create some tables and indexes with raw SQL."""
    return not (name or "").startswith(("said_words", "ix_said_document"))
