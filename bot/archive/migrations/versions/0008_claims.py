"""Claims: which process works on which subject."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Add the table ``claims``."""
    op.create_table(
        "claims",
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("executor", sa.Text, nullable=False),
        sa.ForeignKeyConstraint(["executor"], ["processes.executor"], name="fk_claims_executor", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("kind", "subject", name="pk_claims"),
    )
    op.create_index("ix_claims_executor", "claims", ["executor"])
