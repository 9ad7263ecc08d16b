"""What a driver's refusals mean: a database that is away is told from one that refuses what it is asked."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import psycopg
import pytest
from psycopg import errors
from sqlalchemy.exc import OperationalError
from structlog.testing import capture_logs

from bot.archive import database
from bot.archive.database_errors import ArchiveUnavailableError, translate_database_errors
from bot.archive.store import Archive
from bot.domain.feed import Feed, SubscriptionOptions
from bot.domain.preferences import DEFAULTS
from bot.errors import ArchiveError
from tests.unit.archive.conftest import Tamper

AWAY = (
    psycopg.OperationalError("connection is bad: no such file\nIs the server running locally?"),
    errors.AdminShutdown("terminating connection due to administrator command"),
    errors.CannotConnectNow("the database system is starting up"),
    errors.ConnectionFailure("broken"),
    errors.QueryCanceled("canceling statement due to statement timeout"),
)
REFUSING = (
    errors.ProgramLimitExceeded("index row size 2800 exceeds the maximum"),
    errors.DiskFull("no space left"),
)


def refuse(error: psycopg.Error) -> None:
    with translate_database_errors():
        raise OperationalError("SELECT 'what somebody pasted'", {}, error)


@pytest.mark.parametrize("error", AWAY, ids=lambda error: type(error).__name__)
def test_a_database_that_is_away_is_said_in_a_line(error: psycopg.Error) -> None:
    with capture_logs() as logs, pytest.raises(ArchiveUnavailableError, match="does not answer"):
        refuse(error)
    (entry,) = logs
    assert entry["event"] == "the database does not answer"
    assert entry["error"] == str(error).partition("\n")[0]
    assert "pasted" not in str(entry)


@pytest.mark.parametrize("error", REFUSING, ids=lambda error: type(error).__name__)
def test_one_that_refuses_is_another_thing(error: psycopg.Error) -> None:
    with pytest.raises(ArchiveError) as caught:
        refuse(error)
    assert not isinstance(caught.value, ArchiveUnavailableError)


@pytest.mark.parametrize("error", [errors.SerializationFailure("again"), errors.DeadlockDetected("again")])
def test_one_that_is_busy_may_be_asked_again(error: psycopg.Error) -> None:
    with pytest.raises(ArchiveUnavailableError, match="Another program"):
        refuse(error)


@pytest.mark.sqlite_only("its own locks")
async def test_a_file_that_others_write_for_long_may_be_asked_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else an item would count as unreadable that was read while a large file was compacted."""
    monkeypatch.setattr(database, "_BUSY_SECONDS", 0)
    monkeypatch.setattr(database, "_QUEUE_SECONDS", 0.01)
    file = tmp_path / "archive.sqlite3"
    archive = await Archive.open(f"sqlite+aiosqlite:///{file}")
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(ArchiveUnavailableError):
            await archive.preferences.save("console", DEFAULTS)
        other.execute("ROLLBACK")
    async with archive._engines.writing():
        with pytest.raises(ArchiveUnavailableError):
            await archive.preferences.save("console", DEFAULTS)
    await archive.close()


async def test_a_server_that_is_not_there_is_away() -> None:
    with pytest.raises(ArchiveUnavailableError):
        await Archive.open("postgresql://attache@/none?host=/nowhere")


async def test_a_stored_value_that_cannot_be_is_told_in_a_sentence(archive: Archive, tamper: Tamper) -> None:
    number = (
        await archive.feeds.follow(
            "console",
            Feed(0, "https://quill.example/rss"),
            (),
            SubscriptionOptions("1", "x"),
            datetime(2026, 3, 2, tzinfo=UTC),
        )
    ).feed_id
    assert (await archive.feeds.load_feed(number)).url == "https://quill.example/rss"
    tamper("UPDATE feeds SET health = 'of no kind' RETURNING 1")
    with capture_logs() as logs, pytest.raises(ArchiveError, match="A record in the archive is damaged"):
        await archive.feeds.load_feed(number)
    assert [entry["event"] for entry in logs] == ["a record is damaged"]


@pytest.mark.parametrize("error", [ValueError("x"), TypeError("x"), KeyError("x"), IndexError("x")])
def test_whatever_a_stored_value_breaks_is_a_damaged_record(error: Exception) -> None:
    with pytest.raises(ArchiveError, match="damaged"), translate_database_errors():
        raise error


def test_a_number_too_large_is_not_told_as_characters_that_cannot_be_stored() -> None:
    with pytest.raises(ArchiveError, match="rejected the operation"), translate_database_errors():
        raise OverflowError("date value out of range")
