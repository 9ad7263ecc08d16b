"""Asking: what statements are searched by, people's own alerts, and what they and servers have set."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import TSVECTOR

revision = "0003"
down_revision = "0002"

_ID = sa.BigInteger().with_variant(sa.Integer, "sqlite")
_TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Add the tables; nothing that is there changes. Opening the archive fills those of the search."""
    _create_watches()
    _create_search()
    _create_voices()


def _create_watches() -> None:
    op.create_table(
        "watches",
        sa.Column("id", _ID, nullable=False),
        sa.Column("owner", sa.Text, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("speaker", sa.Text, nullable=False),
        sa.Column("topic", sa.Text, nullable=False),
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("server", sa.Text),
        sa.Column("place", sa.Text),
        sa.Column("created_at", _TIME, nullable=False),
        sa.Column("paused", sa.Text),
        sa.PrimaryKeyConstraint("id", name="pk_watches"),
        sa.UniqueConstraint("owner", "number", name="uq_watches_owner"),
    )
    op.create_index("ix_watches_channel", "watches", ["channel"])
    op.create_table(
        "alerts",
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("story_id", _ID, autoincrement=False, nullable=False),
        sa.Column("owner", sa.Text, nullable=False),
        sa.Column("watch_id", _ID),
        sa.Column("article_id", sa.String(length=20), nullable=False),
        sa.Column("matched_at", _TIME, nullable=False),
        sa.Column("due_at", _TIME),
        sa.Column("post", sa.String(length=20)),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name="fk_alerts_article_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["story_id"], ["stories.id"], name="fk_alerts_story_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["watch_id"], ["watches.id"], name="fk_alerts_watch_id", ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("channel", "story_id", name="pk_alerts"),
    )
    for column in ("article_id", "due_at", "owner", "post", "story_id", "watch_id"):
        op.create_index(f"ix_alerts_{column}", "alerts", [column])
    op.create_table(
        "watch_queue",
        sa.Column("item_id", _ID, autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["item_id"], ["items.id"], name="fk_watch_queue_item_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("item_id", name="pk_watch_queue"),
    )
    op.create_table(
        "preferences",
        sa.Column("owner", sa.Text, nullable=False),
        sa.Column("zone", sa.Text),
        sa.Column("quiet", sa.Text),
        sa.Column("attitudes", sa.Boolean),
        sa.Column("style", sa.Text),
        sa.Column("labels", sa.Boolean),
        sa.PrimaryKeyConstraint("owner", name="pk_preferences"),
    )


def _create_search() -> None:
    op.create_table(
        "said",
        sa.Column("key", _ID, autoincrement=False, nullable=False),
        sa.Column("statement_id", _ID, nullable=False),
        sa.Column("document", sa.Text().with_variant(TSVECTOR, "postgresql"), nullable=False),
        sa.ForeignKeyConstraint(["statement_id"], ["statements.id"], name="fk_said_statement_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("key", name="pk_said"),
        sa.UniqueConstraint("statement_id", name="uq_said_statement_id"),
    )
    if op.get_bind().dialect.name == "postgresql":
        op.create_index("ix_said_document", "said", ["document"], postgresql_using="gin")
    else:
        op.execute(
            "CREATE VIRTUAL TABLE said_words USING fts5(document, content=said, content_rowid=key, columnsize=0, "
            "tokenize=\"ascii tokenchars '@_'\")"
        )
        op.execute(
            "CREATE TRIGGER said_added AFTER INSERT ON said BEGIN "
            "INSERT INTO said_words(rowid, document) VALUES (new.key, new.document); END"
        )
        op.execute(
            "CREATE TRIGGER said_removed AFTER DELETE ON said BEGIN "
            "INSERT INTO said_words(said_words, rowid, document) VALUES ('delete', old.key, old.document); END"
        )
    op.create_table(
        "indexed_texts",
        sa.Column("text_id", _ID, autoincrement=False, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["text_id"], ["analyses.text_id"], name="fk_indexed_texts_text_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("text_id", name="pk_indexed_texts"),
    )
    op.create_index("ix_indexed_texts_version", "indexed_texts", ["version"])
    op.create_table(
        "searches",
        sa.Column("id", sa.String(length=20), nullable=False),
        sa.Column("question", sa.Text, nullable=False),
        sa.Column("asked_at", _TIME, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_searches"),
    )
    op.create_index("ix_searches_asked_at", "searches", ["asked_at"])


def _create_voices() -> None:
    op.create_table(
        "voices",
        sa.Column("spelling_id", _ID, autoincrement=False, nullable=False),
        sa.Column("sound", sa.Text, nullable=False),
        sa.Column("surname", sa.Text, nullable=False),
        sa.Column("statements", sa.Integer, nullable=False),
        sa.ForeignKeyConstraint(["spelling_id"], ["spellings.id"], name="fk_voices_spelling_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("spelling_id", name="pk_voices"),
    )
    op.create_index("ix_voices_sound", "voices", ["sound"])
    op.create_index("ix_voices_statements", "voices", ["statements"])
    op.create_index("ix_voices_surname", "voices", ["surname"])
    op.create_table(
        "voice_words",
        sa.Column("word", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.Column("spelling_id", _ID, autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["spelling_id"], ["voices.spelling_id"], name="fk_voice_words_spelling_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("word", "spelling_id", name="pk_voice_words"),
    )
    op.create_index("ix_voice_words_spelling_id", "voice_words", ["spelling_id"])
    op.create_table(
        "offices",
        sa.Column("spelling_id", _ID, autoincrement=False, nullable=False),
        sa.Column("country", sa.Text, nullable=False),
        sa.Column("role", sa.Text, nullable=False),
        sa.Column("statements", sa.Integer, nullable=False),
        sa.ForeignKeyConstraint(
            ["spelling_id"], ["voices.spelling_id"], name="fk_offices_spelling_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("spelling_id", "country", "role", name="pk_offices"),
    )
