"""What a driver's refusals mean: a database that is away is told from one that refuses what it is asked."""

from datetime import UTC, datetime

import psycopg
import pytest
from psycopg import errors
from sqlalchemy.exc import OperationalError
from structlog.testing import capture_logs

from bot.archive.database_errors import ArchiveUnavailableError, translate_database_errors
from bot.archive.store import Archive
from bot.domain.feed import Feed, SubscriptionOptions
from bot.errors import ArchiveError
from tests.unit.archive.conftest import Tamper

AWAY = (
    psycopg.OperationalError("connection is bad: no such file\nIs the server running locally?"),
    errors.AdminShutdown("terminating connection due to administrator command"),
    errors.CannotConnectNow("the database system is starting up"),
    errors.ConnectionFailure("broken"),
)
REFUSING = (
    errors.ProgramLimitExceeded("index row size 2800 exceeds the maximum"),
    errors.DiskFull("no space left"),
    errors.QueryCanceled("statement timeout"),
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
