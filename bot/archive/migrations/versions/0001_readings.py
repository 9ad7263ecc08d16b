"""The first form: texts, the articles that carry them, their analyses, statements, and the people who made them."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_ID = sa.BigInteger().with_variant(sa.Integer, "sqlite")
_TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the tables in an empty database."""
    _create_readings()
    _create_people()


def _create_readings() -> None:
    op.create_table(
        "texts",
        sa.Column("id", _ID, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_texts"),
        sa.UniqueConstraint("sha256", name="uq_texts_sha256"),
    )
    op.create_table(
        "articles",
        sa.Column("id", sa.String(20), nullable=False),
        sa.Column("text_id", _ID, nullable=False),
        sa.Column("url", sa.Text),
        sa.Column("title", sa.Text),
        sa.Column("outlet", sa.Text),
        sa.Column("outlet_domain", sa.Text),
        sa.Column("outlet_country", sa.Text),
        sa.Column("outlet_state", sa.Text),
        sa.Column("byline", sa.Text),
        sa.Column("published_at", _TIME),
        sa.Column("language", sa.Text),
        sa.Column("first_read_at", _TIME, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_articles"),
        sa.ForeignKeyConstraint(["text_id"], ["texts.id"], name="fk_articles_text_id"),
    )
    op.create_index("ix_articles_text_id", "articles", ["text_id"])
    op.create_table(
        "article_owners",
        sa.Column("article_id", sa.String(20), nullable=False),
        sa.Column("owner", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("article_id", "owner", name="pk_article_owners"),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name="fk_article_owners_article_id", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_article_owners_owner", "article_owners", ["owner"])
    op.create_table(
        "analyses",
        sa.Column("text_id", _ID, nullable=False, autoincrement=False),
        sa.Column("engine", sa.Text, nullable=False),
        sa.Column("language", sa.Text),
        sa.Column("unread", sa.Text),
        sa.Column("summary", sa.JSON, nullable=False),
        sa.Column("analysed_at", _TIME, nullable=False),
        sa.PrimaryKeyConstraint("text_id", name="pk_analyses"),
        sa.ForeignKeyConstraint(["text_id"], ["texts.id"], name="fk_analyses_text_id", ondelete="CASCADE"),
    )
    op.create_table(
        "statements",
        sa.Column("id", _ID, nullable=False),
        sa.Column("text_id", _ID, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("content", sa.JSON, nullable=False),
        sa.Column("source_start", sa.Integer),
        sa.Column("source_end", sa.Integer),
        sa.Column("cue_start", sa.Integer),
        sa.Column("cue_end", sa.Integer),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("act", sa.Text, nullable=False),
        sa.Column("speaker", sa.Text),
        sa.Column("role", sa.Text),
        sa.Column("country", sa.Text),
        sa.Column("relayed_by", sa.Text),
        sa.Column("confidence", sa.Double, nullable=False),
        sa.Column("negated", sa.Boolean, nullable=False),
        sa.Column("conditional", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_statements"),
        sa.ForeignKeyConstraint(["text_id"], ["analyses.text_id"], name="fk_statements_text_id", ondelete="CASCADE"),
        sa.UniqueConstraint("text_id", "position", name="uq_statements_text_id"),
    )


def _create_people() -> None:
    op.create_table(
        "people",
        sa.Column("id", _ID, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("folded", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_people"),
        sa.UniqueConstraint("folded", name="uq_people_folded"),
    )
    op.create_table(
        "spellings",
        sa.Column("id", _ID, nullable=False),
        sa.Column("person_id", _ID, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("folded", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_spellings"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_spellings_person_id"),
        sa.UniqueConstraint("name", name="uq_spellings_name"),
    )
    op.create_index("ix_spellings_person_id", "spellings", ["person_id"])
    op.create_index("ix_spellings_folded", "spellings", ["folded"])
    op.create_table(
        "statement_speakers",
        sa.Column("statement_id", _ID, nullable=False, autoincrement=False),
        sa.Column("spelling_id", _ID, nullable=False, autoincrement=False),
        sa.PrimaryKeyConstraint("statement_id", "spelling_id", name="pk_statement_speakers"),
        sa.ForeignKeyConstraint(
            ["statement_id"], ["statements.id"], name="fk_statement_speakers_statement_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["spelling_id"], ["spellings.id"], name="fk_statement_speakers_spelling_id"),
    )
    op.create_index("ix_statement_speakers_spelling_id", "statement_speakers", ["spelling_id", "statement_id"])
