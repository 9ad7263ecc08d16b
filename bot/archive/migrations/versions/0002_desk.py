"""The desk: feeds, who follows them, their items and fates; stories; the outbox; scheduled digests."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_ID = sa.BigInteger().with_variant(sa.Integer, "sqlite")
_TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Add the tables; nothing that is there changes."""
    _create_stories()
    _create_feeds()
    _create_posts()
    _create_schedules()


def _create_stories() -> None:
    op.create_table(
        "stories",
        sa.Column("id", _ID, nullable=False),
        sa.Column("first_at", _TIME, nullable=False),
        sa.Column("last_at", _TIME, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_stories"),
    )
    op.create_index("ix_stories_last_at", "stories", ["last_at"])
    op.create_table(
        "story_articles",
        sa.Column("number", _ID, nullable=False),
        sa.Column("article_id", sa.String(length=20), nullable=False),
        sa.Column("story_id", _ID, nullable=False),
        sa.Column("duplicate_of", sa.String(length=20)),
        sa.Column("title", sa.Text),
        sa.Column("outlet", sa.Text),
        sa.Column("seen_at", _TIME, nullable=False),
        sa.Column("signature", sa.LargeBinary, nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name="fk_story_articles_article_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["duplicate_of"], ["articles.id"], name="fk_story_articles_duplicate_of"),
        sa.ForeignKeyConstraint(["story_id"], ["stories.id"], name="fk_story_articles_story_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("number", name="pk_story_articles"),
        sa.UniqueConstraint("article_id", name="uq_story_articles_article_id"),
    )
    op.create_index("ix_story_articles_seen_at", "story_articles", ["seen_at"])
    op.create_index("ix_story_articles_story_id", "story_articles", ["story_id"])


def _create_feeds() -> None:
    op.create_table(
        "feeds",
        sa.Column("id", _ID, nullable=False),
        sa.Column("url", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("token_sha256", sa.String(length=64)),
        sa.Column("title", sa.Text),
        sa.Column("site", sa.Text),
        sa.Column("language", sa.Text),
        sa.Column("etag", sa.Text),
        sa.Column("last_modified", sa.Text),
        sa.Column("body_sha256", sa.String(length=64)),
        sa.Column("ttl_seconds", sa.Double),
        sa.Column("interval", sa.Double, nullable=False),
        sa.Column("polls", sa.Integer, nullable=False),
        sa.Column("failures", sa.Integer, nullable=False),
        sa.Column("health", sa.Text, nullable=False),
        sa.Column("reason", sa.Text),
        sa.Column("next_poll_at", _TIME),
        sa.Column("leased_until", _TIME),
        sa.Column("last_polled_at", _TIME),
        sa.Column("last_changed_at", _TIME),
        sa.Column("failing_since", _TIME),
        sa.Column("gap_at", _TIME),
        sa.Column("noticed_at", _TIME),
        sa.Column("notice", sa.Text),
        sa.Column("created_at", _TIME, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_feeds"),
        sa.UniqueConstraint("token_sha256", name="uq_feeds_token_sha256"),
        sa.UniqueConstraint("url", name="uq_feeds_url"),
    )
    leased = sa.text("leased_until IS NOT NULL")
    op.create_index("ix_feeds_leased_until", "feeds", ["leased_until"], sqlite_where=leased, postgresql_where=leased)
    op.create_index("ix_feeds_next_poll_at", "feeds", ["next_poll_at"])
    noticed = sa.text("notice IS NOT NULL")
    op.create_index("ix_feeds_notice", "feeds", ["id"], sqlite_where=noticed, postgresql_where=noticed)
    op.create_table(
        "subscriptions",
        sa.Column("id", _ID, nullable=False),
        sa.Column("feed_id", _ID, nullable=False),
        sa.Column("owner", sa.Text, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("by", sa.Text),
        sa.Column("since", _TIME, nullable=False),
        sa.Column("filter", sa.Text, nullable=False),
        sa.Column("delivery", sa.Text, nullable=False),
        sa.Column("edits", sa.Boolean, nullable=False),
        sa.Column("paused", sa.Boolean, nullable=False),
        sa.Column("broken", sa.Text),
        sa.ForeignKeyConstraint(["feed_id"], ["feeds.id"], name="fk_subscriptions_feed_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_subscriptions"),
        sa.UniqueConstraint("feed_id", "channel", name="uq_subscriptions_feed_id_channel"),
        sa.UniqueConstraint("owner", "number", name="uq_subscriptions_owner"),
    )
    op.create_index("ix_subscriptions_by", "subscriptions", ["by"])
    op.create_index("ix_subscriptions_channel", "subscriptions", ["channel"])
    op.create_index("ix_subscriptions_feed_id", "subscriptions", ["feed_id"])
    op.create_table(
        "items",
        sa.Column("id", _ID, nullable=False),
        sa.Column("feed_id", _ID, nullable=False),
        sa.Column("identity", sa.Text, nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("guid", sa.Text),
        sa.Column("link", sa.Text),
        sa.Column("title", sa.Text),
        sa.Column("entry", sa.JSON, nullable=False),
        sa.Column("first_seen_at", _TIME, nullable=False),
        sa.Column("edited_at", _TIME),
        sa.Column("listed", sa.Boolean, nullable=False),
        sa.Column("unlisted_at", _TIME),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("retry_at", _TIME),
        sa.Column("reason", sa.Text),
        sa.Column("read_at", _TIME),
        sa.Column("article_id", sa.String(length=20)),
        sa.Column("story_id", _ID),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name="fk_items_article_id"),
        sa.ForeignKeyConstraint(["feed_id"], ["feeds.id"], name="fk_items_feed_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["story_id"], ["stories.id"], name="fk_items_story_id"),
        sa.PrimaryKeyConstraint("id", name="pk_items"),
        sa.UniqueConstraint("feed_id", "identity", name="uq_items_feed_id_identity"),
    )
    op.create_index("ix_items_article_id", "items", ["article_id"])
    op.create_index("ix_items_feed_id_first_seen_at", "items", ["feed_id", "first_seen_at"])
    op.create_index("ix_items_read_at", "items", ["read_at"])
    op.create_index("ix_items_retry_at", "items", ["retry_at"])
    op.create_index("ix_items_story_id", "items", ["story_id"])
    op.create_table(
        "fates",
        sa.Column("item_id", _ID, autoincrement=False, nullable=False),
        sa.Column("subscription_id", _ID, autoincrement=False, nullable=False),
        sa.Column("fate", sa.Text, nullable=False),
        sa.Column("detail", sa.Text),
        sa.Column("post", sa.String(length=20)),
        sa.Column("decided_at", _TIME, nullable=False),
        sa.ForeignKeyConstraint(["item_id"], ["items.id"], name="fk_fates_item_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["subscription_id"], ["subscriptions.id"], name="fk_fates_subscription_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("item_id", "subscription_id", name="pk_fates"),
    )
    op.create_index("ix_fates_post", "fates", ["post"])
    op.create_index("ix_fates_subscription_id", "fates", ["subscription_id"])


def _create_posts() -> None:
    op.create_table(
        "destinations",
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("owner", sa.Text, nullable=False),
        sa.Column("broken", sa.Text),
        sa.Column("broken_at", _TIME),
        sa.Column("noticed_at", _TIME),
        sa.Column("retry_at", _TIME),
        sa.PrimaryKeyConstraint("channel", name="pk_destinations"),
    )
    op.create_index("ix_destinations_owner", "destinations", ["owner"])
    op.create_table(
        "posts",
        sa.Column("number", _ID, nullable=False),
        sa.Column("key", sa.String(length=20), nullable=False),
        sa.Column("series", sa.Text, nullable=False),
        sa.Column("part", sa.Integer, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("owner", sa.Text, nullable=False),
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("card", sa.Text),
        sa.Column("revision", sa.Text),
        sa.Column("created_at", _TIME, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("tried_at", _TIME),
        sa.Column("retry_at", _TIME),
        sa.Column("expires_at", _TIME),
        sa.Column("message", sa.Text),
        sa.Column("sent_at", _TIME),
        sa.Column("reason", sa.Text),
        sa.PrimaryKeyConstraint("number", name="pk_posts"),
        sa.UniqueConstraint("key", name="uq_posts_key"),
    )
    op.create_index("ix_posts_channel_state", "posts", ["channel", "state", "number"])
    op.create_index("ix_posts_owner", "posts", ["owner"])
    op.create_index("ix_posts_series", "posts", ["series"])
    op.create_index("ix_posts_state_retry_at", "posts", ["state", "retry_at"])


def _create_schedules() -> None:
    op.create_table(
        "schedules",
        sa.Column("id", _ID, nullable=False),
        sa.Column("owner", sa.Text, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("by", sa.Text),
        sa.Column("time", sa.Text, nullable=False),
        sa.Column("zone", sa.Text, nullable=False),
        sa.Column("days", sa.Text, nullable=False),
        sa.Column("quiet", sa.Text),
        sa.Column("topic", sa.Text, nullable=False),
        sa.Column("silent", sa.Boolean, nullable=False),
        sa.Column("paused", sa.Boolean, nullable=False),
        sa.Column("created_at", _TIME, nullable=False),
        sa.Column("next_at", _TIME),
        sa.Column("next_day", sa.Date),
        sa.Column("last_day", sa.Date),
        sa.Column("last_until", _TIME),
        sa.Column("last_outcome", sa.Text),
        sa.PrimaryKeyConstraint("id", name="pk_schedules"),
        sa.UniqueConstraint("owner", "number", name="uq_schedules_owner"),
    )
    op.create_index("ix_schedules_by", "schedules", ["by"])
    op.create_index("ix_schedules_channel", "schedules", ["channel"])
    op.create_index("ix_schedules_next_at", "schedules", ["next_at"])
