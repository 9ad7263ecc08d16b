"""Migrates an archive to this program's schema: forward only, in one transaction, on SQLite and PostgreSQL."""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

from bot.archive.database import hold_migrations
from bot.errors import ArchiveError
from bot.i18n.messages import translatable

if TYPE_CHECKING:
    from alembic.config import Config

# the newest revision in migrations/versions; a test compares the two
HEAD = "0013"
REVISION_TABLE = "alembic_version"
"""Alembic's version table, which has one row."""
FILLING = "filling"
"""Stored instead of the revision while rows are copied into an archive, so that no program opens it half-filled."""
_FOLDER = Path(__file__).parent / "migrations"


def migrate(connection: Connection, revision: str = HEAD) -> None:
    """Migrate the archive to ``revision``. Raises ``ArchiveError`` if it is newer than this or still being filled."""
    found = load_revision(connection)
    if found == revision:
        return
    check_whole(found)
    hold_migrations(connection)
    # importing Alembic takes a third of a second and is needed only if the archive's revision differs
    from alembic import command  # noqa: PLC0415 - see above
    from alembic.util import CommandError  # noqa: PLC0415 - see above

    config = _configure()
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, revision)
    except CommandError as error:
        raise _newer() from error


def check_whole(revision: str | None) -> None:
    """Raise ``ArchiveError`` if ``revision`` marks an archive that is still being filled."""
    if revision == FILLING:
        raise ArchiveError(translatable("archive-not-whole"))


def check_known(revision: str) -> None:
    """Raise ``ArchiveError`` unless this program knows ``revision``."""
    check_whole(revision)
    if revision == HEAD:
        return
    from alembic.script import ScriptDirectory  # noqa: PLC0415 - as above
    from alembic.util import CommandError  # noqa: PLC0415 - as above

    try:
        ScriptDirectory.from_config(_configure()).get_revision(revision)
    except CommandError as error:
        raise _newer() from error


def load_revision(connection: Connection) -> str | None:
    """The revision of the archive at ``connection``, or ``FILLING``; None if there is no archive."""
    if not inspect(connection).has_table(REVISION_TABLE):
        return None
    return connection.execute(text(f"SELECT version_num FROM {REVISION_TABLE}")).scalar()  # noqa: S608 - our own name


def save_revision(connection: Connection, revision: str) -> None:
    """Store ``revision``, or ``FILLING``, as the archive's revision."""
    connection.execute(text(f"UPDATE {REVISION_TABLE} SET version_num = :new"), {"new": revision})  # noqa: S608 - as above


def _configure() -> "Config":
    from alembic.config import Config  # noqa: PLC0415 - as above

    config = Config()
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    return config


def _newer() -> ArchiveError:
    return ArchiveError(translatable("archive-newer"))
