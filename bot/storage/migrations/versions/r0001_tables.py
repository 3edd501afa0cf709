"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "guild_settings",
        sa.Column("guild_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("allowed_channels", sa.JSON, nullable=False),
        sa.Column("private_by_default", sa.Boolean, nullable=False),
        sa.Column("moderator_roles", sa.JSON, nullable=False),
        sa.Column("language", sa.String(16)),
        sa.Column("age_restricted_only", sa.Boolean, nullable=False),
        sa.Column("cooldown_s", sa.Integer, nullable=False),
    )
    op.create_table(
        "feedback",
        sa.Column("build_id", sa.String(64), primary_key=True),
        sa.Column("passage_id", sa.String(200), primary_key=True),
        sa.Column("asker_key", sa.LargeBinary(16), primary_key=True),
        sa.Column("verdict", sa.String(16), nullable=False),
        sa.Column("reason", sa.String(16)),
        sa.Column("given_on", sa.Date, nullable=False),
    )
    op.create_table(
        "gap_periods",
        sa.Column("period", sa.String(8), primary_key=True),
        sa.Column("salt", sa.LargeBinary(32)),
    )
    op.create_table(
        "gap_marks",
        sa.Column("period", sa.String(8), primary_key=True),
        sa.Column("topic", sa.String(200), primary_key=True),
        sa.Column("asker_key", sa.LargeBinary(16), primary_key=True),
    )
    op.create_table(
        "gap_totals",
        sa.Column("period", sa.String(8), primary_key=True),
        sa.Column("topic", sa.String(200), primary_key=True),
        sa.Column("people", sa.Integer, nullable=False),
        sa.Column("closed_on", sa.Date, nullable=False),
    )
    op.create_table(
        "audit_log",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("guild_id", sa.BigInteger),
        sa.Column("actor_id", sa.BigInteger),
        sa.Column("act", sa.String(32), nullable=False),
        sa.Column("subject", sa.String(200)),
        sa.Column("outcome", sa.String(16), nullable=False),
        sa.Column("details", sa.JSON, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("audit_log_by_guild", "audit_log", ["guild_id", "number"])
    op.create_table(
        "withdrawn",
        sa.Column("subject_id", sa.String(200), primary_key=True),
        sa.Column("by_id", sa.BigInteger),
        sa.Column("guild_id", sa.BigInteger),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("reason", sa.String(300), nullable=False),
    )
    op.create_table(
        "overlay_articles",
        sa.Column("article_id", sa.String(100), primary_key=True),
        sa.Column("topic", sa.String(64), nullable=False),
        sa.Column("file", sa.String(200), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("added_by", sa.BigInteger),
        sa.Column("guild_id", sa.BigInteger),
        sa.Column("added_at", sa.DateTime, nullable=False),
    )
    op.create_table(
        "answer_messages",
        sa.Column("message_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("asker_key", sa.LargeBinary(16), nullable=False),
        sa.Column("receipt", sa.String(160), nullable=False),
        sa.Column("made_on", sa.Date, nullable=False),
    )
