import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from bot.archive import migrating
from bot.archive.database import open_engines
from bot.archive.schema import metadata
from bot.archive.schema.search import is_declared
from bot.archive.store import Archive
from bot.errors import ArchiveError
from tests.unit.archive.conftest import Tamper
from tests.unit.archive.invented import READING


@pytest.fixture
def url(new_database_url: str) -> str:
    """A database to migrate, where other tests get one that is migrated."""
    return new_database_url


@pytest.fixture
async def archive(url: str) -> AsyncIterator[Archive]:
    archive = await Archive.open(url)
    yield archive
    await archive.close()


def test_the_newest_revision_is_the_one_this_program_expects() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(migrating.__file__).parent / "migrations"))
    assert ScriptDirectory.from_config(config).get_heads() == [migrating.HEAD]


def _is_known(name: str | None, _kind: str, _parents: object) -> bool:
    return is_declared(name)


async def test_migrations_and_tables_are_equal(archive: Archive, url: str) -> None:
    def compare(connection: Connection) -> list[object]:
        opts = {"compare_type": True, "compare_server_default": True, "include_name": _is_known}
        context = MigrationContext.configure(connection, opts=opts)
        return list(compare_metadata(context, metadata))

    engines = open_engines(url)
    async with engines.reader.connect() as connection:
        assert await connection.run_sync(compare) == []
    await engines.close()


async def test_opening_again_changes_nothing(archive: Archive, url: str) -> None:
    await archive.save_reading(READING)
    again = await Archive.open(url)
    assert await again.load_reading(READING.id) == READING
    await again.close()


async def test_two_programs_may_open_a_new_archive_at_once(url: str) -> None:
    archives = await asyncio.gather(*(Archive.open(url) for _ in range(4)))
    await archives[0].save_reading(READING)
    assert [await archive.count_articles() for archive in archives] == [1] * 4
    for archive in archives:
        await archive.close()


async def test_an_archive_of_a_newer_program_is_refused_and_left_alone(
    archive: Archive, url: str, tamper: Tamper
) -> None:
    await archive.close()
    tamper("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(ArchiveError) as caught:
        await Archive.open(url)
    assert caught.value.cause == "A newer version of Attaché wrote this archive."
    assert tamper("SELECT version_num FROM alembic_version") == [("9999",)]


TABLES = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'table'",
    "postgresql": "SELECT tablename FROM pg_tables WHERE schemaname = 'public'",
}


async def test_a_migration_that_fails_leaves_nothing_behind(
    url: str, file: Path, tamper: Tamper, database: str
) -> None:
    file.parent.mkdir()
    # the third table is there already, so that the migration fails after two
    tamper("CREATE TABLE article_owners (id INTEGER)")
    with pytest.raises(ArchiveError):
        await Archive.open(url)
    assert tamper(TABLES[database]) == [("article_owners",)]


async def test_readers_and_writers_do_not_wait_for_each_other(url: str, archive: Archive) -> None:
    engines = open_engines(url)
    async with engines.reader.connect() as reader:
        count = "SELECT count(*) FROM articles"
        assert (await reader.exec_driver_sql(count)).scalar_one() == 0
        await archive.save_reading(READING)
        assert (await reader.exec_driver_sql(count)).scalar_one() == 0
    async with engines.reader.connect() as reader:
        assert (await reader.exec_driver_sql(count)).scalar_one() == 1
    await engines.close()
