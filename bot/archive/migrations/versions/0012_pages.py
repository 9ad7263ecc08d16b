"""Channel pages, and which articles a digest's post tells."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Add the table ``channel_pages`` and the column ``posts.stories``."""
    op.create_table(
        "channel_pages",
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("owner", sa.Text, nullable=False),
        sa.Column("token", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("channel", name="pk_channel_pages"),
        sa.UniqueConstraint("token", name="uq_channel_pages_token"),
    )
    op.create_index("ix_channel_pages_owner", "channel_pages", ["owner"])
    op.create_index("ix_channel_pages_by", "channel_pages", ["by"])
    op.add_column("posts", sa.Column("stories", sa.Text))
