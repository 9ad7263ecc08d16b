"""Database addresses: the kind of database, its file, and the address for DBOS."""

from pathlib import Path
from typing import Final

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from bot.errors import ArchiveError
from bot.i18n.messages import translatable

_DRIVERS: Final = {
    "sqlite": "sqlite+aiosqlite",
    "postgresql": "postgresql+psycopg",
    "postgres": "postgresql+psycopg",
}


def find_rpc_address(address: str) -> str | None:
    """The synchronous address for DBOS of the archive at ``address``; None on SQLite. Raises ``ArchiveError``."""
    return None if find_file(address) else parse_address(address).render_as_string(hide_password=False)


def find_file(address: str) -> Path | None:
    """The SQLite file of the archive at ``address``; None on another database. Raises ``ArchiveError``."""
    url = parse_address(address)
    if url.get_backend_name() != "sqlite":
        return None
    if not url.database or url.database == ":memory:":
        raise ArchiveError(translatable("archive-needs-file"))
    return Path(url.database)


def can_be_shared(address: str) -> bool:
    """Whether several processes may work on the archive at ``address``: not on a file. Raises ``ArchiveError``."""
    return parse_address(address).get_backend_name() != "sqlite"


def parse_address(address: str) -> URL:
    """The address with our driver. Raises ``ArchiveError``, which never repeats it: it may hold a password."""
    try:
        url = make_url(address)
    except ArgumentError:
        raise ArchiveError(translatable("archive-address-unusable")) from None
    return url.set(drivername=_DRIVERS.get(url.drivername, url.drivername))
