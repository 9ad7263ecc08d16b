"""Which role a post mentions."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """Add ``posts.mentioned`` with its index."""
    op.add_column("posts", sa.Column("mentioned", sa.Text))
    some = sa.text("mentioned IS NOT NULL")
    op.create_index("ix_posts_mentioned", "posts", ["channel", "sent_at"], sqlite_where=some, postgresql_where=some)
