"""What names of different scripts are compared by, and the languages that a person or a server wants to see."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Add the columns; names get their consonants when the archive is opened."""
    op.add_column("voices", sa.Column("consonants", sa.Text))
    op.create_index("ix_voices_consonants", "voices", ["consonants"])
    op.add_column("preferences", sa.Column("languages", sa.Text))
