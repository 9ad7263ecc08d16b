"""Alerts are told once an event and speaker; what was recorded before stands for whoever speaks there."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add the speaker to what makes an alert one of its own; every row that is there keeps what it says."""
    # the default is for the rows that are there; the program always names the speaker
    op.add_column("alerts", sa.Column("speaker", sa.Text, nullable=False, server_default="*"))
    with op.batch_alter_table("alerts") as alerts:
        alerts.alter_column("speaker", server_default=None)
        alerts.drop_constraint("pk_alerts", type_="primary")
        alerts.create_primary_key("pk_alerts", ["channel", "story_id", "speaker"])
