"""Forgetting a person: nothing of theirs in any table or file; and articles that are too old."""

import asyncio
import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection, update

from bot.archive import database, erasure
from bot.archive.erasure import PersonalData, discard_articles
from bot.archive.schema.readings import articles
from bot.archive.store import Archive
from bot.domain.attribution import Speaker
from bot.domain.channel_page import ChannelPage
from bot.domain.post import Post
from bot.domain.preferences import Preferences
from bot.domain.schedule import Schedule, parse_time
from bot.domain.scheduled_digest import ScheduledDigest
from bot.domain.statement_search import StatementQuery
from bot.domain.watch import direct_to
from bot.errors import ArchiveError
from bot.jobs.delivery import Delivery, DeliveryTarget
from bot.jobs.job_kinds import find_deliveries
from tests.unit.archive.conftest import Tamper
from tests.unit.jobs.wire import BORDER, BROD, DIRECT, GRAIN, OTHER, PLACE, READER, SERVER, VALE, Wire, read

ID = READER.rpartition(":")[2]
PASTED = "“Quicksilver ledgers vanish at dusk,” Haldorsen wrote to the observatory. Nobody answered the telescope."
HALDORSEN = Speaker("Wilhelmina Haldorsen", "Keeper of lighthouses", "Faroe Islands")
SECRETS = ("quicksilver", "ledgers", "vanish", "haldorsen", "observatory", "telescope", "wilhelmina", "lighthouses")
MINE = "Vizier of walnuts"


@pytest.fixture
def wire(archive: Archive) -> Wire:
    return Wire(archive)


async def settle_in(wire: Wire) -> None:
    """Everything that the archive can hold of a person: long enough to fill pages, and searched."""
    archive = wire.archive
    for number in range(20):
        text = f"{PASTED} " + "The ledgers were quicksilver, and the telescope observed them. " * 40
        await archive.save_reading(read(f"{text}{number}.", HALDORSEN, "Quill", f"Telescope {number}"), owner=READER)
    # a name that others have, in an office that only the pasted text tells
    office = Speaker(VALE.name, MINE, VALE.country)
    await archive.save_reading(read("“Walnuts,” Vale said. He left.", office, "Quill", "Nuts"), owner=READER)
    await archive.preferences.save(READER, Preferences("Atlantic/Faroe"))
    await archive.schedules.add(
        ScheduledDigest(0, 0, SERVER, PLACE, READER, Schedule(parse_time("8:00"), "UTC"), wire.clock.now())
    )
    await archive.looks.save(READER, SERVER, wire.clock.now())
    await archive.pages.open(ChannelPage(PLACE, SERVER, "t" * 43, MINE, READER, wire.clock.now()))
    await archive.schedules.add(
        ScheduledDigest(0, 0, SERVER, direct_to(READER), READER, Schedule(parse_time("9:00"), "UTC"), wire.clock.now())
    )
    await wire.watch("Vale")
    await wire.watch(topic="telescope")
    await wire.watch("Vale", channel=PLACE)
    await wire.bring("Quill")
    await wire.work()


def bytes_of(folder: Path) -> bytes:
    """All that stands in the files there: databases, their journals, whatever."""
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file()).lower()


class Box:
    """Takes every message."""

    async def find_place(self, channel: str, *_: object) -> DeliveryTarget:
        return DeliveryTarget(channel)

    async def send(self, *_: object, **__: object) -> str:
        return "900"


@pytest.mark.sqlite_only("PostgreSQL's files are its own; that its rows are gone is the next test")
async def test_nothing_of_a_person_is_left_in_any_file(wire: Wire, archive: Archive, file: Path) -> None:
    await settle_in(wire)
    delivery = Delivery(archive.posts, Box(), wire.clock)  # type: ignore[arg-type] # the rest is not asked
    for subject in await find_deliveries(archive.posts, wire.clock.now()):
        await delivery.handle(subject)
    assert [post.message for post in await wire.posts()] == ["900"]
    before = bytes_of(file.parent)
    for secret in (*SECRETS, ID, MINE.lower()):
        assert secret.encode() in before, f"{secret} was never there: the test would prove nothing"
    forgotten = await archive.forgetting.forget(READER)
    assert forgotten == PersonalData(texts=21, watches=3, alerts=2, settings=1, set_up=2, pages=1)
    left = bytes_of(file.parent)
    assert [word for word in (*SECRETS, ID, MINE.lower()) if word.encode() in left] == []
    assert b"hungry people" in left
    await archive.close()
    left = bytes_of(file.parent)
    assert [word for word in (*SECRETS, ID, MINE.lower()) if word.encode() in left] == []


@pytest.mark.parametrize("at_once", [200, 1])
async def test_no_row_of_a_person_is_left(
    wire: Wire, archive: Archive, tamper: Tamper, database: str, at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("AT_ONCE", "TIDIED_AT_ONCE", "MERGED_AT_ONCE"):
        monkeypatch.setattr(erasure, name, at_once)
    await settle_in(wire)
    await archive.forgetting.forget(READER)
    assert not await archive.forgetting.count(READER)
    names = {
        "sqlite": "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'",
        "postgresql": "SELECT tablename FROM pg_tables WHERE schemaname = 'public'",
    }
    for (table,) in tamper(names[database]):
        held = repr(tamper(f'SELECT * FROM "{table}"')).lower()  # noqa: S608 - a table's own name
        assert [word for word in (*SECRETS, ID, MINE.lower()) if word in held] == [], table
    assert [one.by for one in await archive.schedules.list(SERVER)] == [None]
    assert (await archive.search.find(StatementQuery(who="Vale"), askers=frozenset())).total == 1


async def test_others_can_write_between_the_parts_of_a_large_deletion(
    wire: Wire, archive: Archive, tamper: Tamper, monkeypatch: pytest.MonkeyPatch
) -> None:
    await settle_in(wire)
    seen = []

    def discard(connection: Connection, idents: Sequence[str]) -> None:
        seen.extend(tamper("SELECT count(*) FROM article_owners"))
        discard_articles(connection, idents)

    monkeypatch.setattr(erasure, "AT_ONCE", 8)
    monkeypatch.setattr(erasure, "discard_articles", discard)
    await archive.forgetting.forget(READER)
    assert seen == [(21,), (13,), (5,), (0,)]


async def test_what_an_interruption_leaves_is_deleted_when_asked_again(
    wire: Wire, archive: Archive, tamper: Tamper, monkeypatch: pytest.MonkeyPatch
) -> None:
    await settle_in(wire)
    monkeypatch.setattr(erasure, "AT_ONCE", 8)
    with monkeypatch.context() as patch:
        patch.setattr(erasure, "_forget_rest", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            await archive.forgetting.forget(READER)
    assert await archive.forgetting.forget(READER) == PersonalData(
        0, watches=3, alerts=2, settings=1, set_up=2, pages=1
    )
    assert tamper("SELECT count(*) FROM spellings WHERE name LIKE '%Haldorsen'") == [(0,)]


async def test_names_that_an_interruption_leaves_are_deleted_by_the_next_process(
    wire: Wire, archive: Archive, tamper: Tamper, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    await settle_in(wire)
    named = "SELECT count(*) FROM spellings WHERE name LIKE '%Haldorsen'"
    with monkeypatch.context() as patch:
        patch.setattr(erasure, "_tidy_spellings", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            await archive.forgetting.forget(READER)
    assert tamper(named) == [(1,)]
    await archive.close()
    again = await Archive.open(url)
    await again.forgetting.compact()
    await again.close()
    assert tamper(named) == [(0,)]


async def test_forgetting_twice_is_harmless(wire: Wire, archive: Archive) -> None:
    await settle_in(wire)
    assert await archive.forgetting.forget(READER)
    assert await archive.forgetting.forget(READER) == PersonalData()


async def test_what_is_anothers_too_stays_theirs(archive: Archive) -> None:
    reading = read(GRAIN, VALE, "Quill", "Pasted")
    for owner in (READER, OTHER):
        await archive.save_reading(reading, owner=owner)
    await archive.forgetting.forget(READER)
    assert await archive.load_reading(reading.id) == reading
    find = archive.search.find
    assert (await find(StatementQuery(who="Vale"), askers=frozenset({OTHER}))).total == 1
    assert (await find(StatementQuery(who="Vale"), askers=frozenset({READER}))).total == 0
    await archive.forgetting.forget(OTHER)
    with pytest.raises(ArchiveError):
        await archive.load_reading(reading.id)


async def test_what_a_feed_carries_stays_everybodys(wire: Wire, archive: Archive) -> None:
    number, reading = await wire.show("Quill", GRAIN, VALE)
    await wire.decide("Quill", number, reading, None)
    await archive.save_reading(reading, owner=READER)
    await archive.forgetting.forget(READER)
    assert await archive.load_reading(reading.id) == reading
    assert (await archive.search.find(StatementQuery(who="Vale"), askers=frozenset())).total == 1


async def test_others_keep_what_is_theirs(wire: Wire, archive: Archive) -> None:
    await settle_in(wire)
    await wire.watch("Vale", owner=OTHER)
    await archive.preferences.save(OTHER, Preferences("UTC"))
    before = await archive.forgetting.count(OTHER)
    await archive.forgetting.forget(READER)
    assert await archive.forgetting.count(OTHER) == before
    assert before.watches == before.settings == 1


async def test_an_event_that_waits_for_two_is_still_told_to_the_other(wire: Wire, archive: Archive) -> None:
    """Both told in one channel: the one who is forgotten came first."""
    await wire.watch("Vale", channel=PLACE)
    await wire.watch("Vale", owner=OTHER, channel=PLACE)
    await wire.bring("Quill")
    (number,) = await archive.watches.queued(limit=9)
    await wire.watching._look(number, wire.clock.now())
    await archive.forgetting.forget(READER)
    await wire.work()
    assert len(await wire.posts(PLACE)) == 1


async def age(archive: Archive, days: int) -> None:
    """Let everything that is read be so old."""
    async with archive._engines.writer.begin() as connection:
        await connection.execute(update(articles).values(first_read_at=datetime.now(UTC) - timedelta(days=days)))


async def test_old_articles_are_pruned_with_what_was_found_in_them(
    wire: Wire, archive: Archive, tamper: Tamper
) -> None:
    old = [await wire.bring("Quill", title=title) for title in ("One", "Two")]
    await archive.save_reading(read(PASTED, HALDORSEN, "Quill", "Pasted"), owner=READER)
    await age(archive, 31)
    wire.clock.at += timedelta(days=31)
    fresh = await wire.bring("Herald", BORDER, BROD)
    before = wire.clock.now() - timedelta(days=30)
    await _read_before(archive, before)
    assert await archive.forgetting.prune(before) == 3
    await archive.forgetting.tidy()
    assert await archive.forgetting.prune(before) == 0
    assert await archive.count_articles() == 1
    assert [name for (name,) in tamper("SELECT name FROM people")] == [BROD.name]
    assert [number for (number,) in tamper("SELECT id FROM stories")] == [fresh]
    assert fresh not in old
    assert len(await archive.feeds.why(SERVER, 1, limit=9)) == 2, "what became of items is still told"


async def _read_before(archive: Archive, before: datetime) -> None:
    """First readings are dated by the machine's clock: bring those of the test's into the test's time."""
    async with archive._engines.writer.begin() as connection:
        old = articles.c.first_read_at < datetime.now(UTC) - timedelta(days=1)
        await connection.execute(update(articles).where(old).values(first_read_at=before - timedelta(days=1)))
        await connection.execute(update(articles).where(~old).values(first_read_at=before + timedelta(days=30)))


async def test_an_old_article_of_a_story_that_goes_on_stays(wire: Wire, archive: Archive) -> None:
    story = await wire.bring("Quill")
    wire.clock.at += timedelta(days=31)
    await age(archive, 31)
    await wire.bring("Herald", story=story)
    before = wire.clock.now() - timedelta(days=30)
    await _read_before(archive, before)
    assert await archive.forgetting.prune(before) == 0


async def test_an_old_article_that_is_still_to_be_told_of_stays(wire: Wire, archive: Archive) -> None:
    await wire.watch("Vale")
    await wire.bring("Quill")
    (number,) = await archive.watches.queued(limit=9)
    await wire.watching._look(number, wire.clock.now())
    await age(archive, 31)
    before = wire.clock.now() + timedelta(days=1)
    await _read_before(archive, before)
    assert await archive.forgetting.prune(before) == 0
    await wire.work()
    (post,) = await wire.posts()
    assert isinstance(post, Post)
    assert (await archive.forgetting.prune(before), post.channel) == (1, DIRECT)


class Compactions:
    """Counts how often the file is written anew."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.count = 0
        self._wipe = database.purge_deleted
        monkeypatch.setattr(database, "purge_deleted", self._count)

    async def _count(self, engines: database.Engines) -> None:
        self.count += 1
        await self._wipe(engines)


@pytest.mark.sqlite_only("only SQLite is compacted")
async def test_who_has_nothing_stored_costs_nothing(
    archive: Archive, wire: Wire, monkeypatch: pytest.MonkeyPatch
) -> None:
    compactions = Compactions(monkeypatch)
    await wire.watch("Vale", owner=OTHER)
    for _ in range(3):
        assert await archive.forgetting.forget(READER) == PersonalData()
    assert compactions.count == 0
    assert await archive.forgetting.forget(OTHER)
    assert compactions.count == 1


@pytest.mark.sqlite_only("only SQLite is compacted")
async def test_many_who_ask_at_once_are_compacted_together_and_none_is_left(
    archive: Archive, wire: Wire, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = [f"discord:77123450{number:02}" for number in range(12)]
    for person in people:
        await archive.preferences.save(person, Preferences("Atlantic/Faroe"))
    compactions = Compactions(monkeypatch)
    await asyncio.gather(*map(archive.forgetting.forget, people))
    assert compactions.count == 1
    await archive.preferences.save(READER, Preferences("Atlantic/Faroe"))
    assert await archive.forgetting.forget(READER)
    assert compactions.count == 1, "the next one comes later"
    monkeypatch.setattr(erasure, "COMPACT_EVERY", 0.0)
    await archive.forgetting.compact()
    assert compactions.count == 2
    assert [one for one in (*people, READER) if one.rpartition(":")[2].encode() in bytes_of(file.parent)] == []
    await archive.forgetting.compact()
    assert compactions.count == 2, "nothing is owed any more"


@pytest.mark.sqlite_only("only SQLite is compacted")
async def test_what_an_interruption_left_is_done_by_the_next_process(
    archive: Archive, wire: Wire, file: Path, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def break_off(_: database.Engines) -> None:
        raise ZeroDivisionError

    await archive.preferences.save(READER, Preferences("Atlantic/Faroe"))
    with monkeypatch.context() as patch:
        patch.setattr(database, "purge_deleted", break_off)
        with pytest.raises(ZeroDivisionError):
            await archive.forgetting.forget(READER)
    await archive.close()
    again = await Archive.open(database_url)
    await again.forgetting.compact()
    await again.close()
    assert ID.encode() not in bytes_of(file.parent)


@pytest.mark.sqlite_only("only SQLite keeps what was deleted in its file")
async def test_what_a_long_reader_keeps_is_said_and_wiped_when_asked_again(
    wire: Wire, archive: Archive, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "_WIPE_SECONDS", 0)
    await settle_in(wire)
    other = sqlite3.connect(file)
    other.execute("BEGIN")
    other.execute("SELECT count(*) FROM articles").fetchone()
    with pytest.raises(ArchiveError, match="Try again in a minute"):
        await archive.forgetting.forget(READER)
    other.close()
    monkeypatch.setattr(erasure, "_AGAIN", 0.0)
    monkeypatch.setattr(erasure, "COMPACT_EVERY", 0.0)
    assert not await archive.forgetting.forget(READER)
    assert ID.encode() not in bytes_of(file.parent)
