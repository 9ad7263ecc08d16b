"""Bringing an archive to this program's form: forward only, in one transaction, on SQLite and PostgreSQL."""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from bot.archive.dialect import hold_migrations
from bot.errors import ArchiveError

# the newest revision in migrations/versions; a test holds the two equal
HEAD = "0005"
_FOLDER = Path(__file__).parent / "migrations"


def migrate(connection: Connection) -> None:
    """Bring the archive at ``connection`` to ``HEAD``. Raises ``ArchiveError`` if it is newer than this program."""
    if _load_revision(connection) == HEAD:
        return
    hold_migrations(connection)
    # Alembic takes a third of a second to import, and is needed only when the archive is not of this form
    from alembic import command  # noqa: PLC0415 - see above
    from alembic.config import Config  # noqa: PLC0415 - see above
    from alembic.util import CommandError  # noqa: PLC0415 - see above

    config = Config()
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        raise ArchiveError(
            "The archive was written by a newer version of Attaché than this one.",
            "Start the newer version; this one leaves the archive as it is.",
        ) from error


def _load_revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
