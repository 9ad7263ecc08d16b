"""Alembic's entry: migrates over the connection that ``bot.archive.migrating`` gives, or over the settings' archive.

The second is for writing revisions: ``alembic revision --autogenerate`` compares that archive with the tables.
"""

import asyncio
import math

from alembic import context
from sqlalchemy import Connection

from bot.archive.database import open_engines
from bot.archive.schema import metadata
from bot.archive.schema.search import is_declared
from bot.archive.timeouts import long_statements
from bot.settings import Settings


def run_migrations(connection: Connection) -> None:
    """Run the wanted revisions in the connection's transaction."""
    context.configure(
        connection=connection,
        target_metadata=metadata,
        # SQLite changes a table by copying it
        render_as_batch=True,
        transactional_ddl=True,
        include_name=lambda name, _kind, _parents: is_declared(name),
    )
    with context.begin_transaction():
        context.run_migrations()


async def connect_and_run() -> None:
    """The same over the archive that the settings name."""
    engines = open_engines(Settings.load().archive_url)
    with long_statements(math.inf):
        async with engines.writer.begin() as connection:
            await connection.run_sync(run_migrations)
    await engines.close()


given: Connection | None = context.config.attributes.get("connection")
if given is not None:
    run_migrations(given)
else:
    asyncio.run(connect_and_run())
