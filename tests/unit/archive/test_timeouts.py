"""A server that accepts statements and does not answer holds nobody up for ever, and is used again when it answers."""

import asyncio
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.archive import timeouts
from bot.archive.database_errors import ArchiveUnavailableError
from bot.archive.store import Archive
from bot.archive.timeouts import long_statements
from bot.errors import BusyError
from bot.jobs import rpc_client
from bot.jobs.rpc_client import open_rpc_client
from bot.nlp.worker_tasks import choose_key_sentences
from tests.databases import Server, frozen, run_server

pytestmark = pytest.mark.timeout(120)


@pytest.fixture
def alone() -> Iterator[Server]:
    """A server that no other test uses."""
    with run_server() as server:
        yield server


@pytest.mark.slow
async def test_what_is_asked_of_a_frozen_server_ends_in_a_sentence(
    alone: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timeouts, "STATEMENT_SECONDS", 1.0)
    monkeypatch.setattr(timeouts, "GRACE_SECONDS", 1.0)
    monkeypatch.setitem(timeouts.CONNECT_OPTIONS, "connect_timeout", 2)
    monkeypatch.setattr(rpc_client, "ENQUEUE_SECONDS", 2.0)
    monkeypatch.setattr(rpc_client, "DELETE_SECONDS", 1.0)
    address = alone.create("silent")
    archive = await Archive.open(address)
    calls = address.replace("postgresql://", "postgresql+psycopg://")
    async with open_rpc_client(calls, seconds=5.0, waiting=2) as called:
        assert await archive.count_articles() == 0
        with frozen(Path(alone.folder)):
            begun = time.monotonic()
            asked = [archive.count_articles() for _ in range(4)]
            answers = await asyncio.gather(*asked, called.run(choose_key_sentences, "x", 1), return_exceptions=True)
            assert time.monotonic() - begun < 30
            assert {type(one) for one in answers[:4]} == {ArchiveUnavailableError}
            assert str(answers[0]).startswith("The archive's database does not answer.")
            assert isinstance(answers[4], BusyError)
        assert await archive.count_articles() == 0, "it is used again"
    await archive.close()


async def test_only_long_work_may_take_long(archive: Archive, database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if database != "postgresql":
        pytest.skip("SQLite has no server")
    monkeypatch.setattr(timeouts, "STATEMENT_SECONDS", 0.5)
    long = text("SELECT pg_sleep(1)")
    await archive._engines.close()
    with pytest.raises(ArchiveUnavailableError, match="does not answer"):
        await archive._engines.rows(long)
    with long_statements():
        async with archive._engines.writing() as connection:
            await connection.execute(long)
    with pytest.raises(ArchiveUnavailableError):
        async with archive._engines.writing() as connection:
            await connection.execute(long)
