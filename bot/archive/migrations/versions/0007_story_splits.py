"""Stories that somebody has taken apart."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Add the table; nothing that is there changes."""
    op.create_table(
        "story_splits",
        sa.Column("owner", sa.Text, nullable=False),
        sa.Column("article_id", sa.String(length=20), nullable=False),
        sa.Column("split_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name="fk_story_splits_article_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("owner", "article_id", name="pk_story_splits"),
    )
    op.create_index("ix_story_splits_article_id", "story_splits", ["article_id"])
