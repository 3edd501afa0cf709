"""Run by Alembic: apply steps over the connection that `bot.storage.migrating` hands in."""

from alembic import context

from bot.storage.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=True,  # SQLite can; the connection's transaction makes all steps happen or none
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
