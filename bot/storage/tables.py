"""The tables. docs/state.md says what each is for; a test compares them with the migrations.

No column can hold what people ask: what is text here is an id, one of a fixed list of words, or a moderator's reason.
"""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
)

from bot.state.keys import KEY_BYTES, SECRET_BYTES
from bot.state.models import MAX_ID_CHARS, MAX_REASON_CHARS

metadata = MetaData()

guild_settings = Table(
    "guild_settings",
    metadata,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    Column("allowed_channels", JSON, nullable=False),
    Column("private_by_default", Boolean, nullable=False),
    Column("moderator_roles", JSON, nullable=False),
    Column("language", String(16)),
    Column("age_restricted_only", Boolean, nullable=False),
    Column("cooldown_s", Integer, nullable=False),
)

feedback = Table(
    "feedback",
    metadata,
    Column("build_id", String(64), primary_key=True),
    Column("passage_id", String(MAX_ID_CHARS), primary_key=True),
    Column("asker_key", LargeBinary(KEY_BYTES), primary_key=True),
    Column("verdict", String(16), nullable=False),
    Column("reason", String(16)),
    Column("given_on", Date, nullable=False),
)

gap_periods = Table(
    "gap_periods",
    metadata,
    Column("period", String(8), primary_key=True),
    Column("salt", LargeBinary(SECRET_BYTES)),  # destroyed when the period is over
)

gap_marks = Table(
    "gap_marks",
    metadata,
    Column("period", String(8), primary_key=True),
    Column("topic", String(MAX_ID_CHARS), primary_key=True),
    Column("asker_key", LargeBinary(KEY_BYTES), primary_key=True),
)

gap_totals = Table(
    "gap_totals",
    metadata,
    Column("period", String(8), primary_key=True),
    Column("topic", String(MAX_ID_CHARS), primary_key=True),
    Column("people", Integer, nullable=False),
    Column("closed_on", Date, nullable=False),
)

audit_log = Table(
    "audit_log",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("at", DateTime, nullable=False),  # UTC
    Column("guild_id", BigInteger),
    Column("actor_id", BigInteger),
    Column("act", String(32), nullable=False),
    Column("subject", String(MAX_ID_CHARS)),
    Column("outcome", String(16), nullable=False),
    Column("details", JSON, nullable=False),
    Index("audit_log_by_guild", "guild_id", "number"),
    sqlite_autoincrement=True,  # the number of a removed entry is never given again
)

withdrawn = Table(
    "withdrawn",
    metadata,
    Column("subject_id", String(MAX_ID_CHARS), primary_key=True),
    Column("by_id", BigInteger),
    Column("guild_id", BigInteger),
    Column("at", DateTime, nullable=False),  # UTC
    Column("reason", String(MAX_REASON_CHARS), nullable=False),
)

overlay_articles = Table(
    "overlay_articles",
    metadata,
    Column("article_id", String(100), primary_key=True),
    Column("topic", String(64), nullable=False),
    Column("file", String(MAX_ID_CHARS), nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("added_by", BigInteger),
    Column("guild_id", BigInteger),
    Column("added_at", DateTime, nullable=False),  # UTC
)

answer_messages = Table(
    "answer_messages",
    metadata,
    Column("message_id", BigInteger, primary_key=True, autoincrement=False),
    Column("asker_key", LargeBinary(KEY_BYTES), nullable=False),
    Column("receipt", String(160), nullable=False),
    Column("made_on", Date, nullable=False),
)
