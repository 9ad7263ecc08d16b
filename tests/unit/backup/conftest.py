"""Archives with something in most tables, on both databases, and databases to keep them in."""

import asyncio
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from io import BytesIO
from itertools import count
from pathlib import Path

import pytest

from bot.archive.blocking_engine import open_engine
from bot.archive.store import Archive
from bot.backup.backup import write_backup
from bot.backup.row_copy import find_table_formats, read_rows
from bot.domain.item_outcomes import ItemOutcome, Outcome
from bot.domain.post import Post, PostKind, post_key
from bot.domain.preferences import Preferences
from bot.domain.schedule import Schedule, parse_time
from bot.domain.scheduled_digest import ScheduledDigest
from tests.databases import MIGRATED, SQLITE, NewArchive, Server, copy_file
from tests.unit.archive.invented import READING
from tests.unit.jobs.wire import PLACE, READER, SERVER, Wire, read

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
_numbers = count(1)

MakeUrl = Callable[[str], str]
Lines = dict[str, list[bytes]]


@pytest.fixture
def make_url(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[MakeUrl]:
    """Gives the address of a new database of a kind, which holds no table."""
    made: list[tuple[Server, str]] = []

    def make(kind: str) -> str:
        name = f"kept{next(_numbers)}"
        if kind == SQLITE:
            return f"sqlite:///{tmp_path / name}.sqlite3"
        server: Server = request.getfixturevalue("postgresql")
        made.append((server, name))
        return server.create(name)

    yield make
    for server, name in made:
        server.drop(name)


@pytest.fixture(scope="session")
def filled_file(new_archive: NewArchive, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive on SQLite to copy, which ``fill`` filled."""
    file = tmp_path_factory.mktemp("filled") / "archive.sqlite3"
    asyncio.run(fill(new_archive(file)))
    return file


@pytest.fixture(scope="session")
def filled_database(postgresql: Server) -> str:
    """The same on PostgreSQL: its name."""
    asyncio.run(fill(postgresql.create("filled", MIGRATED)))
    return "filled"


@pytest.fixture
def filled_url(database: str, sqlite_file: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """An archive in which a feed was read, a person watches, and something waits to be sent."""
    if database == SQLITE:
        yield copy_file(request.getfixturevalue("filled_file"), sqlite_file)
        return
    server: Server = request.getfixturevalue("postgresql")
    with server.copied(request.getfixturevalue("filled_database")) as address:
        yield address


async def fill(url: str) -> None:
    archive = await Archive.open(url)
    wire = Wire(archive)
    await archive.save_reading(READING)
    for number in range(5):
        pasted = read(f"“Lamp {number} is lit,” Nes wrote. Nobody answered.", None, "Quill", f"Lamps {number}")
        await archive.save_reading(pasted, owner=READER)
    await archive.preferences.save(READER, Preferences("Atlantic/Faroe"))
    now = wire.clock.now()
    day = Schedule(parse_time("8:00"), "UTC")
    await archive.schedules.add(ScheduledDigest(0, 0, SERVER, PLACE, READER, day, now))
    await wire.watch("Vale")
    await wire.bring("Quill")
    await wire.bring("Ünion")
    await wire.work()
    key = post_key(PostKind.ITEM, PLACE, "1", 0)
    post = Post(key, key, 0, PostKind.ITEM, SERVER, PLACE, "1", "a card", now)
    item = await archive.feeds.load_item(1)
    assert item
    await archive.feeds.settle(item, [ItemOutcome(1, 1, Outcome.SENDING, post=key)], now, posts=[post])
    await archive.feeds.claim_due(now + timedelta(days=9), limit=1, lease=timedelta(minutes=1))
    await archive.close()


def back_up_bytes(url: str, now: datetime = NOW) -> bytes:
    sink = BytesIO()
    write_backup(url, sink, now)
    return sink.getvalue()


def lines_of(url: str) -> Lines:
    """Every kept row of the archive, as a backup has it."""
    engine = open_engine(url, writing=False)
    try:
        with engine.connect() as connection:
            return {
                form.name: sorted(form.write(row) for part in read_rows(connection, form) for row in part)
                for form in find_table_formats(connection)
            }
    finally:
        engine.dispose()
