"""The tables that statements are searched by. Everything in them can be made again from what was read.

``said`` holds each statement that can be found under a ``key`` that orders by time: minutes since 1970 in the high
bits, the statement's number in the low ones, counted down. ``document`` is its words, folded, followed by marks
(bot.archive.index_terms). On PostgreSQL that is a tsvector under a GIN index. On SQLite it is the content of an FTS5
table with the same key, so that the newest are found first without sorting; triggers keep the two equal, whoever
deletes a statement.
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
    Column("version", Integer, nullable=False, index=True),  # bot.archive.search_index.VERSION
    Column("digest", String(64), nullable=False),  # of what was put into the index, so that the same is not put again
)

# what is known of a spelling beside the name itself
voices = Table(
    "voices",
    metadata,
    Column("spelling_id", ID, ForeignKey(spellings.c.id, ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("sound", Text, nullable=False, index=True),  # bot.gazetteer.name_matching.name_sound
    Column("surname", Text, nullable=False, index=True),  # the last word of it
    Column("statements", Integer, nullable=False, index=True),  # met so far that all may find: an order for suggestions
)

# byte order, so that the beginning of a word is a range on PostgreSQL too
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
    Column("country", Text, primary_key=True),  # "": not told
    Column("role", Text, primary_key=True),  # as articles state it; "": not told
    Column("statements", Integer, nullable=False),  # met so far
)

searches = Table(
    "searches",
    metadata,
    Column("id", String(20), primary_key=True),  # of what is asked for: the same question is kept once
    Column("question", Text, nullable=False),
    Column("asked_at", UtcDateTime, nullable=False, index=True),
)


def is_declared(name: str | None) -> bool:
    """Whether SQLAlchemy knows of ``name``, a table or an index of the archive's.

    It does not of what the migration makes in a database's own words: SQLite's full-text table, with those that it
    keeps for itself, and PostgreSQL's index of documents.
    """
    return not (name or "").startswith(("said_words", "ix_said_document"))
