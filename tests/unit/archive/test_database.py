import threading
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import event
from sqlalchemy.exc import OperationalError
from structlog.testing import capture_logs

from bot.archive.database import off_the_loop, open_engines
from bot.archive.database_errors import ArchiveUnavailableError, translate_database_errors
from bot.archive.store import Archive
from bot.errors import ArchiveError
from tests.unit.archive.invented import ARTICLE, make_reading


@pytest.mark.parametrize("address", ["sqlite:///{}/a.sqlite3", "sqlite+aiosqlite:///{}/a.sqlite3"])
def test_a_plain_address_gets_the_driver(tmp_path_factory: pytest.TempPathFactory, address: str) -> None:
    engines = open_engines(address.format(tmp_path_factory.mktemp("archive")))
    assert engines.reader.url.drivername == "sqlite+aiosqlite"


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("sqlite://", "needs a file"),
        ("sqlite:///:memory:", "needs a file"),
        ("hunter2", "not a database address"),
        ("postgres//ana:hunter2@db.example/x", "not a database address"),
        ("mysql://ana:hunter2@db.example/x", "a database of the type mysql"),
        ("nosuch://ana:hunter2@db.example/x", "a database of the type nosuch"),
    ],
)
async def test_an_unusable_address_is_told_without_repeating_it(address: str, sentence: str) -> None:
    with pytest.raises(ArchiveError, match=sentence) as caught:
        await Archive.open(address)
    assert "hunter2" not in str(caught.value)
    assert "hunter2" not in str(caught.value.__cause__)


async def test_a_server_that_is_not_there_is_told_without_its_password(unused_tcp_port: int) -> None:
    address = f"postgresql://ana:hunter2@127.0.0.1:{unused_tcp_port}/x"
    with capture_logs() as logs, pytest.raises(ArchiveError, match="does not answer") as caught:
        await Archive.open(address)
    assert "hunter2" not in str(caught.value)
    assert "hunter2" not in repr(logs)


async def test_what_postgresql_cannot_hold_is_refused_in_words(archive: Archive, database: str) -> None:
    # SQLite stores it; no text gets here with one (bot.domain.text)
    refused = pytest.raises(ArchiveError, match="no database can store") if database == "postgresql" else nullcontext()
    with refused:
        await archive.save_reading(make_reading(replace(ARTICLE, title="a\x00b")))


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("25006", "cannot be written"),
        ("40P01", "Another program is using"),
        ("53100", "disk is full"),
        ("53300", "no free connection"),
    ],
)
def test_what_a_server_refuses_is_told_by_its_code(code: str, sentence: str) -> None:
    refusal = psycopg.errors.lookup(code)("words of the server")
    with pytest.raises(ArchiveError, match=sentence), translate_database_errors():
        raise OperationalError("SELECT", None, refusal)


@pytest.mark.parametrize("rested", [True, False])
async def test_a_connection_that_was_cut_off_costs_no_more_than_one_answer(
    archive: Archive, url: str, database: str, monkeypatch: pytest.MonkeyPatch, rested: bool
) -> None:
    if database != "postgresql":
        pytest.skip("SQLite has no connections to lose")
    monkeypatch.setattr("bot.archive.database._RESTED_SECONDS", 0.0 if rested else 60.0)
    await archive.count_articles()
    with psycopg.connect(url, autocommit=True) as other:
        other.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'attache'")
    if not rested:
        with pytest.raises(ArchiveUnavailableError):
            await archive.count_articles()
    assert await archive.count_articles() == 0


async def test_many_rows_are_stored_by_one_statement(archive: Archive, database: str) -> None:
    if database != "postgresql":
        pytest.skip("SQLite is in the same process: a statement more costs it next to nothing")
    apart: list[str] = []

    def listen(_cursor: object, statement: str, _rows: object, _context: object) -> None:
        apart.append(statement)

    event.listen(archive._engines.writer.sync_engine, "do_executemany", listen)
    reading = make_reading(ARTICLE)
    sure = tuple(replace(one, confidence=0.9) for one in reading.analysis.attributions)
    await archive.save_reading(replace(reading, analysis=replace(reading.analysis, attributions=sure)))
    assert not [statement for statement in apart if statement.startswith("INSERT INTO said ")]


async def test_work_within_a_transaction_leaves_the_loop_free(tmp_path: Path) -> None:
    """``run_sync`` runs on the loop's thread; what it hands on does not."""
    engines = open_engines(f"sqlite:///{tmp_path / 'a.sqlite3'}")
    async with engines.writing() as connection:
        thread = await connection.run_sync(lambda _: off_the_loop(threading.get_ident))
    await engines.close()
    assert thread != threading.get_ident()
    assert off_the_loop(threading.get_ident) == threading.get_ident(), "there is no transaction of a loop here"
