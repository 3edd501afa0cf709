"""The state in a database, SQLite by default: the one place that knows SQLAlchemy, Alembic and SQL."""
