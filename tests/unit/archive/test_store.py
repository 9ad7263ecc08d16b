import asyncio
import os
import sqlite3
import stat
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy import event
from sqlalchemy.engine.interfaces import ExecuteStyle
from structlog.testing import capture_logs

from bot.archive.database_errors import DamagedRecordError
from bot.archive.store import Archive
from bot.domain.analysis import Reading
from bot.domain.article import Article
from bot.domain.text import Span
from bot.errors import ArchiveError
from tests.unit.archive.conftest import Tamper
from tests.unit.archive.invented import ARTICLE, ENGINE, READING, make_reading, readings, with_speakers


async def test_a_reading_comes_back_exactly(archive: Archive) -> None:
    await archive.save_reading(READING)
    assert await archive.load_reading(READING.id) == READING
    assert await archive.load_analysis(ARTICLE.text_sha256, ENGINE) == READING.analysis


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(reading=readings())
async def test_any_reading_comes_back_exactly(archive: Archive, reading: Reading) -> None:
    await archive.save_reading(reading)
    assert await archive.load_reading(reading.id) == reading


async def test_what_was_saved_is_there_after_a_restart(archive: Archive, url: str) -> None:
    await archive.save_reading(READING)
    await archive.close()
    again = await Archive.open(url)
    assert await again.load_reading(READING.id) == READING
    await again.close()


async def test_what_is_not_there_is_told(archive: Archive) -> None:
    assert await archive.load_analysis(ARTICLE.text_sha256, ENGINE) is None
    with pytest.raises(ArchiveError, match="not in the archive"):
        await archive.load_reading("0" * 20)


async def test_saving_again_changes_nothing(archive: Archive, tamper: Tamper) -> None:
    await archive.save_reading(READING)
    before = {table: tamper(f"SELECT * FROM {table} ORDER BY 1, 2") for table in TABLES}  # noqa: S608 - names below
    await archive.save_reading(READING)
    assert {table: tamper(f"SELECT * FROM {table} ORDER BY 1, 2") for table in TABLES} == before  # noqa: S608 - as above
    assert len(before["statements"]) == 3


TABLES = ("texts", "articles", "article_owners", "analyses", "statements", "people", "spellings", "statement_speakers")


async def test_a_text_that_many_pages_carry_is_stored_and_analysed_once(archive: Archive, tamper: Tamper) -> None:
    other = make_reading(replace(ARTICLE, url="https://other.example/bridge", title="Another headline"))
    await archive.save_reading(READING)
    await archive.save_reading(other)
    assert await archive.count_articles() == 2
    assert tamper("SELECT count(*), (SELECT count(*) FROM statements) FROM texts") == [(1, 3)]
    assert await archive.load_reading(READING.id) == READING
    assert await archive.load_reading(other.id) == other


async def test_a_newer_engines_analysis_takes_the_place_of_the_older(archive: Archive, tamper: Tamper) -> None:
    newer = make_reading(engine="by-hand 2")
    newer = replace(newer, analysis=replace(newer.analysis, attributions=newer.analysis.attributions[1:]))
    await archive.save_reading(READING)
    await archive.save_reading(newer)
    assert await archive.load_reading(READING.id) == newer
    assert await archive.load_analysis(ARTICLE.text_sha256, ENGINE) is None
    assert tamper("SELECT count(*) FROM statements") == [(2,)], "nothing of the older is left"
    assert tamper("SELECT count(*) FROM statement_speakers") == [(1,)]


async def test_what_is_known_about_an_article_is_kept_up_to_date(archive: Archive, tamper: Tamper) -> None:
    await archive.save_reading(READING)
    first = tamper("SELECT first_read_at FROM articles")
    better = make_reading(replace(ARTICLE, byline="Bo Cid and Dee Eck"))
    await archive.save_reading(better)
    assert await archive.load_reading(READING.id) == better
    assert tamper("SELECT first_read_at FROM articles") == first


async def test_a_pasted_text_belongs_to_everyone_who_pasted_it(archive: Archive, tamper: Tamper) -> None:
    pasted = make_reading(Article(ARTICLE.text))
    for owner in ("discord:1", "discord:2", "discord:1", None):
        await archive.save_reading(pasted, owner=owner)
    assert tamper("SELECT article_id, owner FROM article_owners ORDER BY owner") == [
        (pasted.id, "discord:1"),
        (pasted.id, "discord:2"),
    ]


async def test_times_are_stored_in_utc(archive: Archive, tamper: Tamper, database: str) -> None:
    at = datetime(2026, 3, 1, 1, 30, tzinfo=timezone(timedelta(hours=2)))
    reading = make_reading(replace(ARTICLE, published_at=at))
    await archive.save_reading(reading)
    stored = {"sqlite": "2026-02-28 23:30:00.000000", "postgresql": datetime(2026, 2, 28, 23, 30, tzinfo=UTC)}
    assert tamper("SELECT published_at FROM articles") == [(stored[database],)]
    published_at = (await archive.load_reading(reading.id)).article.published_at
    assert published_at == at
    assert published_at is not None
    assert published_at.tzinfo is UTC


async def test_spellings_of_one_name_lead_to_one_person(archive: Archive, tamper: Tamper) -> None:
    await archive.save_reading(with_speakers("Zoë Örn", "Bo Cid"))
    await archive.save_reading(with_speakers("zoe orn", "Ana Brod; Bo Cid"))
    assert tamper("SELECT name FROM people ORDER BY name") == [("Ana Brod",), ("Bo Cid",), ("Zoë Örn",)]
    found = tamper(
        "SELECT people.name, statements.speaker FROM people JOIN spellings ON person_id = people.id "
        "JOIN statement_speakers ON spelling_id = spellings.id JOIN statements ON statement_id = statements.id "
        "ORDER BY people.name, statements.id"
    )
    assert found == [
        ("Ana Brod", "Ana Brod; Bo Cid"),
        ("Bo Cid", "Bo Cid"),
        ("Bo Cid", "Ana Brod; Bo Cid"),
        ("Zoë Örn", "Zoë Örn"),
        ("Zoë Örn", "zoe orn"),
    ]


async def test_an_article_costs_as_many_inserts_however_many_speak(archive: Archive) -> None:
    row_by_row: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, _: object, context: Any, __: bool) -> None:
        if "ON CONFLICT" in statement and context.execute_style is ExecuteStyle.EXECUTEMANY:
            row_by_row.append(statement)

    event.listen(archive._engines.writer.sync_engine, "before_cursor_execute", note)
    await archive.save_reading(with_speakers("Ana Brod", "Ida Holm", "Per Dahl"))
    await archive.save_reading(with_speakers("Ana Brod", "Ida Holm", "Una Berg", "Jon Vik"))
    assert row_by_row == []


async def test_saving_at_once_loses_nothing_and_doubles_nothing(archive: Archive, url: str, tamper: Tamper) -> None:
    other = await Archive.open(url)
    wanted = [make_reading(replace(ARTICLE, url=f"https://press.example/{number % 7}")) for number in range(28)]
    await asyncio.gather(*((archive, other)[i % 2].save_reading(reading) for i, reading in enumerate(wanted)))
    assert await archive.count_articles() == 7
    assert tamper("SELECT (SELECT count(*) FROM texts), (SELECT count(*) FROM statements)") == [(1, 3)]
    await other.close()


async def test_an_analysis_that_does_not_fit_its_text_is_not_stored(archive: Archive) -> None:
    long = replace(READING.analysis, summary=(Span(0, len(ARTICLE.text) + 1),))
    with pytest.raises(ValueError, match="beyond a text"):
        await archive.save_reading(replace(READING, analysis=long))
    assert await archive.count_articles() == 0


async def test_what_no_database_can_hold_is_refused_in_words(archive: Archive) -> None:
    article = replace(ARTICLE, title="half a \ud83d pair")
    with pytest.raises(ArchiveError, match="no database can store"):
        await archive.save_reading(make_reading(article))
    assert await archive.count_articles() == 0


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE statements SET content = '[[0, 4000]]'",
        "UPDATE statements SET cue_end = cue_start",
        "UPDATE statements SET kind = 'shouted'",
        "UPDATE analyses SET summary = '{}'",
        "UPDATE texts SET text = text || '.'",
        "UPDATE texts SET text = 5",
    ],
)
async def test_a_damaged_row_is_an_error_and_never_a_wrong_quotation(
    archive: Archive, tamper: Tamper, statement: str
) -> None:
    await archive.save_reading(READING)
    tamper(statement)
    with pytest.raises(DamagedRecordError):
        await archive.load_analysis(ARTICLE.text_sha256, ENGINE)
    with pytest.raises(DamagedRecordError):
        await archive.load_reading(READING.id)


@pytest.mark.sqlite_only("PostgreSQL takes no value of another type, and no broken JSON")
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE statements SET content = '[[0, '",
        "UPDATE statements SET speaker = x'ff' WHERE position = 0",
        "UPDATE analyses SET engine = x'00'",
    ],
)
async def test_a_row_of_another_type_is_an_error(archive: Archive, tamper: Tamper, statement: str) -> None:
    await archive.save_reading(READING)
    tamper(statement)
    with pytest.raises(DamagedRecordError):
        await archive.load_analysis(ARTICLE.text_sha256, ENGINE)
    with pytest.raises(DamagedRecordError):
        await archive.load_reading(READING.id)


async def test_an_article_under_another_address_is_an_error(archive: Archive, tamper: Tamper) -> None:
    await archive.save_reading(READING)
    tamper("UPDATE articles SET url = 'https://other.example/'")
    with pytest.raises(DamagedRecordError):
        await archive.load_reading(READING.id)


@pytest.mark.sqlite_only("PostgreSQL takes no value of another type")
@pytest.mark.parametrize(
    "statement", ["UPDATE articles SET published_at = 'yesterday'", "UPDATE articles SET title = x'ff'"]
)
async def test_a_damaged_article_is_an_error(archive: Archive, tamper: Tamper, statement: str) -> None:
    await archive.save_reading(READING)
    tamper(statement)
    with pytest.raises(DamagedRecordError):
        await archive.load_reading(READING.id)


async def test_saving_mends_a_damaged_analysis(archive: Archive, tamper: Tamper) -> None:
    await archive.save_reading(READING)
    tamper("UPDATE statements SET content = '[[0, 4000]]' WHERE position = 1")
    await archive.save_reading(READING)
    assert await archive.load_reading(READING.id) == READING


REFUSAL = {
    "sqlite": "CREATE TRIGGER refuse BEFORE INSERT ON statement_speakers BEGIN SELECT RAISE(ABORT, 'no'); END",
    "postgresql": "ALTER TABLE statement_speakers ADD CONSTRAINT refuse CHECK (false)",
}


async def test_a_failed_save_leaves_nothing(archive: Archive, tamper: Tamper, database: str) -> None:
    tamper(REFUSAL[database])
    with capture_logs() as logs, pytest.raises(ArchiveError, match="rejected the operation"):
        await archive.save_reading(READING)
    assert [entry["event"] for entry in logs] == ["the database refused"]
    assert "Ana Brod" not in str(logs[0]["exc_info"]), "the log says what failed, not what people read"
    assert tamper("SELECT (SELECT count(*) FROM texts), (SELECT count(*) FROM people)") == [(0, 0)]


@pytest.mark.sqlite_only("PostgreSQL has a server, and no file of ours")
async def test_the_file_and_its_folder_are_for_their_owner_alone(archive: Archive, file: Path) -> None:
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


async def test_an_unwritable_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ArchiveError, match="a file is where a folder should be"):
        await Archive.open(f"sqlite:///{tmp_path}/file/archive.sqlite3")


@pytest.mark.sqlite_only("PostgreSQL has a server, and no file of ours")
async def test_a_file_that_is_no_database_is_told(file: Path, url: str) -> None:
    file.parent.mkdir(exist_ok=True)
    file.write_text("Dear diary, " * 1000)
    with pytest.raises(ArchiveError, match="not a database"):
        await Archive.open(url)
    assert file.read_text().startswith("Dear diary"), "it is left as it is"


@pytest.mark.sqlite_only("PostgreSQL has a server, and no file of ours")
async def test_a_damaged_file_is_told(archive: Archive, file: Path, url: str) -> None:
    for number in range(40):
        await archive.save_reading(make_reading(replace(ARTICLE, url=f"https://press.example/{number}")))
    await archive.close()
    whole = file.read_bytes()
    file.write_bytes(whole[:4096] + os.urandom(4096) * (len(whole) // 4096 - 1))
    with pytest.raises(ArchiveError, match="damaged"):  # noqa: PT012 - it may show when opened or when asked
        broken = await Archive.open(url)
        try:
            await broken.load_reading(READING.id)
        finally:
            await broken.close()


@pytest.mark.sqlite_only("PostgreSQL checks its pages itself")
async def test_damage_is_found_by_looking(archive: Archive, file: Path, url: str) -> None:
    await archive.save_reading(READING)
    assert await archive.find_damage() is None
    await archive.close()
    connection = sqlite3.connect(file)
    connection.executescript(
        "PRAGMA writable_schema = ON; DELETE FROM sqlite_master WHERE name = 'ix_articles_text_id'"
    )
    connection.close()
    looked_at = await Archive.open(url)
    assert "never used" in (await looked_at.find_damage() or "")
    await looked_at.close()


@pytest.mark.sqlite_only("on PostgreSQL programs write side by side")
async def test_an_archive_that_another_program_holds_is_told(
    archive: Archive, file: Path, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.archive.database._BUSY_SECONDS", 0)
    impatient = await Archive.open(url)
    holder = sqlite3.connect(file, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(ArchiveError, match="Another program is using"):
        await impatient.save_reading(READING)
    assert await impatient.count_articles() == 0, "reading goes on"
    holder.execute("ROLLBACK")
    holder.close()
    await impatient.save_reading(READING)
    await impatient.close()
