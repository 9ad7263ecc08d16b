"""Tables of articles and their analyses.

A text is stored and analysed once, however many pages have it: ``articles`` refer to ``texts``, and a text has at most
one analysis, the newest. Statements are rows with spans into their text, so that they can be searched without another
analysis. A speaker keeps the name as the article gives it; ``statement_speakers`` links each name through its spelling
to the person, so that merging two spellings updates a single row.
"""

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from bot.archive.schema.base import ID, UtcDateTime, metadata

texts = Table(
    "texts",
    metadata,
    Column("id", ID, primary_key=True),
    Column("sha256", String(64), nullable=False, unique=True),  # bot.domain.text.text_sha256
    Column("text", Text, nullable=False),  # normalised once; spans index its code points
)

articles = Table(
    "articles",
    metadata,
    Column("id", String(20), primary_key=True),  # bot.domain.analysis.reading_id
    Column("text_id", ID, ForeignKey(texts.c.id), nullable=False, index=True),
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
    Column("text_id", ID, ForeignKey(texts.c.id, ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("engine", Text, nullable=False),
    Column("language", Text),
    Column("unread", Text),
    Column("summary", JSON, nullable=False),  # [[start, end], …]
    Column("analysed_at", UtcDateTime, nullable=False),
)

statements = Table(
    "statements",
    metadata,
    Column("id", ID, primary_key=True),
    Column("text_id", ID, ForeignKey(analyses.c.text_id, ondelete="CASCADE"), nullable=False),
    Column("position", Integer, nullable=False),  # index among the text's statements, from 0
    Column("content", JSON, nullable=False),  # [[start, end], …]
    Column("source_start", Integer),
    Column("source_end", Integer),
    Column("cue_start", Integer),
    Column("cue_end", Integer),
    Column("kind", Text, nullable=False),
    Column("act", Text, nullable=False),
    Column("speaker", Text),  # the name as in the article; NULL if unknown
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
    Column("id", ID, primary_key=True),
    Column("name", Text, nullable=False),  # the first spelling seen
    Column("folded", Text, nullable=False, unique=True),  # its folded form
)

spellings = Table(
    "spellings",
    metadata,
    Column("id", ID, primary_key=True),
    Column("person_id", ID, ForeignKey(people.c.id), nullable=False, index=True),
    Column("name", Text, nullable=False, unique=True),
    Column("folded", Text, nullable=False, index=True),  # bot.gazetteer.name_matching.fold_name
)

statement_speakers = Table(
    "statement_speakers",
    metadata,
    Column("statement_id", ID, ForeignKey(statements.c.id, ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("spelling_id", ID, ForeignKey(spellings.c.id), primary_key=True, autoincrement=False),
    Index(None, "spelling_id", "statement_id"),
)
