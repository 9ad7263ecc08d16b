"""Moving from SQLite to PostgreSQL: the same on both sides, found, gone on with, and refused where it would harm."""

import json

import pytest
from sqlalchemy import text

from bot.archive.blocking_engine import open_engine
from bot.archive.migrating import FILLING, HEAD, load_revision
from bot.archive.store import Archive
from bot.backup.move import move_archive
from bot.domain.attribution import Speaker
from bot.domain.statement_search import StatementQuery
from bot.errors import ArchiveError, UsageError
from tests.databases import POSTGRESQL, SQLITE
from tests.unit.backup.conftest import MakeUrl, fill, lines_of
from tests.unit.jobs.wire import read

pytestmark = pytest.mark.slow


@pytest.fixture
async def source(make_url: MakeUrl) -> str:
    url = make_url(SQLITE)
    await fill(url)
    return url


@pytest.fixture
def target(make_url: MakeUrl) -> str:
    return make_url(POSTGRESQL)


def run_sql(url: str, *statements: str) -> list[object]:
    """What the last of ``statements`` gives."""
    engine = open_engine(url)
    with engine.begin() as connection:
        found: list[object] = []
        for one in statements:
            answer = connection.execute(text(one))
            found = list(answer.scalars()) if answer.returns_rows else []
    engine.dispose()
    return found


def revision_of(url: str) -> str | None:
    engine = open_engine(url)
    with engine.connect() as connection:
        found = load_revision(connection)
    engine.dispose()
    return found


def documents_of(url: str) -> int:
    (count,) = run_sql(url, "SELECT count(*) FROM said")
    assert isinstance(count, int)
    return count


async def move_until(source: str, target: str, stop: str) -> None:
    """Move, and break off when ``stop`` is told."""

    def show(what: str, _done: int, _of: int) -> None:
        if what == stop:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        await move_archive(source, target, progress=show, at_once=2)


async def test_both_sides_are_the_same_and_the_new_one_works(source: str, target: str) -> None:
    told: list[tuple[str, int, int]] = []
    moved = await move_archive(source, target, progress=lambda *one: told.append(one))
    assert {one.table: one.rows for one in moved} == {name: len(rows) for name, rows in lines_of(source).items()}
    ours, theirs = lines_of(source), lines_of(target)
    for name in ours.keys() - {"indexed_texts"}:
        assert ours[name] == theirs[name], name
    # the search was made anew, in the new database's form
    assert [json.loads(row)[:2] for row in ours["indexed_texts"]] == [
        json.loads(row)[:2] for row in theirs["indexed_texts"]
    ]
    assert documents_of(target) == documents_of(source)
    assert (revision_of(target), run_sql(target, "SELECT to_regclass('attache_move')")) == (HEAD, [None])
    assert all(done <= of for _, done, of in told if of)
    assert {"texts", "checking texts", "the search"} <= {what for what, _, _ in told}

    archive = await Archive.open(target)
    try:
        page = await archive.search.find(StatementQuery("Brod", "bridge"), askers=frozenset())
        assert [one.article.title for one in page.found] == ["Bridge stays open"]
        old = await Archive.open(source)
        assert [one.attribution for one in page.found] == [
            one.attribution
            for one in (await old.search.find(StatementQuery("Brod", "bridge"), askers=frozenset())).found
        ]
        await old.close()
        # numbers go on after those that were copied
        await archive.save_reading(read("“A new lamp,” Nes wrote. So what.", Speaker("Kari Nes"), "Quill", "New"))
        found = await archive.search.find(StatementQuery("Kari Nes", "lamp"), askers=frozenset())
        assert len(found.found) == 1
    finally:
        await archive.close()


@pytest.mark.parametrize("stop", ["texts", "items", "checking texts", "checking watches", "the search"])
async def test_it_goes_on_where_it_stopped(source: str, target: str, stop: str) -> None:
    await move_until(source, target, stop)
    assert revision_of(target) == FILLING
    with pytest.raises(ArchiveError, match="is incomplete"):
        await Archive.open(target)
    await move_archive(source, target, at_once=2)
    assert lines_of(target)["texts"] == lines_of(source)["texts"]
    assert documents_of(target) == documents_of(source)
    await (await Archive.open(target)).close()


async def test_what_was_copied_is_not_copied_again(source: str, target: str) -> None:
    await move_until(source, target, "statements")
    written: list[str] = []

    def show(what: str, done: int, of: int) -> None:
        if done < of:
            written.append(what)

    await move_archive(source, target, progress=show, at_once=1)
    assert "texts" not in written, "all of them were there"


async def test_a_source_that_has_changed_is_noticed_and_moved_afresh(source: str, target: str) -> None:
    await move_until(source, target, "statements")
    archive = await Archive.open(source)
    await archive.save_reading(read("“Meanwhile,” Nes wrote. Then more.", None, "Quill", "Meanwhile"))
    await archive.close()
    with pytest.raises(ArchiveError, match="changed since its move began") as caught:
        await move_archive(source, target)
    assert "--afresh" in caught.value.step
    await move_archive(source, target, afresh=True)
    assert lines_of(target)["texts"] == lines_of(source)["texts"]


@pytest.mark.parametrize(
    "harm", ["UPDATE texts SET text = text || '.' WHERE id = 1", "UPDATE statements SET confidence = confidence / 3"]
)
async def test_a_difference_is_found_and_told(source: str, target: str, harm: str) -> None:
    await move_until(source, target, "checking analyses")
    run_sql(target, harm)
    with pytest.raises(ArchiveError, match=rf"table {harm.split()[1]} differs") as caught:
        await move_archive(source, target)
    assert "--afresh" in caught.value.step
    assert revision_of(target) == FILLING
    await move_archive(source, target, afresh=True)


async def test_nobody_writes_to_the_source_while_it_is_moved(source: str, target: str) -> None:
    refused: list[str] = []

    def show(what: str, _done: int, _of: int) -> None:
        if what == "items" and not refused:
            engine = open_engine(source, writing=False)
            try:
                with engine.connect() as connection:
                    connection.exec_driver_sql("PRAGMA busy_timeout = 1")
                    connection.exec_driver_sql("DELETE FROM preferences")
            except Exception as error:  # noqa: BLE001 - its words are looked at
                refused.append(str(error))
            finally:
                engine.dispose()

    await move_archive(source, target, progress=show)
    assert "locked" in refused[0]


async def test_a_running_bot_is_in_the_way(source: str, target: str) -> None:
    archive = await Archive.open(source)
    with pytest.raises(UsageError, match="Attaché is running on this archive"):
        await move_archive(source, target)
    await archive.close()
    await move_archive(source, target)


async def test_a_database_that_holds_an_archive_is_left_alone(source: str, target: str) -> None:
    await fill(target)
    before = lines_of(target)
    for afresh in (False, True):
        with pytest.raises(UsageError, match="already holds an archive"):
            await move_archive(source, target, afresh=afresh)
    assert lines_of(target) == before
    assert revision_of(target) == HEAD


async def test_an_archive_that_holds_nothing_is_taken(source: str, target: str) -> None:
    await (await Archive.open(target)).close()
    await move_archive(source, target)
    assert lines_of(target)["texts"] == lines_of(source)["texts"]


async def test_addresses_of_other_kinds_are_refused(source: str, target: str, make_url: MakeUrl) -> None:
    for one, other, sentence in (
        (target, source, "Only an archive on SQLite can be moved"),
        (source, make_url(SQLITE), "moved only to PostgreSQL"),
        (make_url(SQLITE), target, "no archive to move"),
    ):
        with pytest.raises(UsageError, match=sentence):
            await move_archive(one, other)


async def test_a_server_that_is_not_there_is_told_without_its_password(source: str, unused_tcp_port: int) -> None:
    with pytest.raises(ArchiveError, match="does not answer") as caught:
        await move_archive(source, f"postgresql://ana:hunter2@127.0.0.1:{unused_tcp_port}/x")
    assert "hunter2" not in str(caught.value)
