"""Asking: people's own alerts, and what they and servers have set."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer, "sqlite")
_TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Add the tables; nothing that is there changes."""
    _create_watches()


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
