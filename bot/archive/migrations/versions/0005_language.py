"""The language that a person or a server has set."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the column; nothing that is there changes."""
    op.add_column("preferences", sa.Column("language", sa.Text))
