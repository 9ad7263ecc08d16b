"""How a feed's posts look and who is told: follow-ups, a role, a forum tag, pictures."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Add the columns; NULL is what was done before."""
    op.add_column("articles", sa.Column("picture", sa.Text))
    for name in ("follow_ups", "role", "tag"):
        op.add_column("subscriptions", sa.Column(name, sa.Text))
    op.add_column("subscriptions", sa.Column("pictures", sa.Boolean))
    for name in ("role", "tag"):
        op.add_column("schedules", sa.Column(name, sa.Text))
    for name in ("follow_up", "tag"):
        op.add_column("posts", sa.Column(name, sa.Text))
    op.add_column("posts", sa.Column("follow_up_at", sa.DateTime(timezone=True)))
    due = sa.text("follow_up_at IS NOT NULL")
    op.create_index("ix_posts_follow_up_at", "posts", ["follow_up_at"], sqlite_where=due, postgresql_where=due)
