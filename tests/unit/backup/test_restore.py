"""Restoring: an archive as it was, on either database, or nothing changed; and nothing told twice afterwards."""

import re
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.archive.blocking_engine import is_in_use, open_engine
from bot.archive.store import Archive
from bot.backup.backup import Backup
from bot.backup.restore import NOT_TOLD, restore_backup
from bot.database_address import find_file
from bot.domain.attribution import Speaker
from bot.domain.feed import Entry, FeedDocument
from bot.domain.item_outcomes import RESTORED, ItemOutcome, Outcome
from bot.domain.post import PostState, Step, decide_step
from bot.domain.statement_search import StatementQuery
from bot.errors import ArchiveError, UsageError
from bot.web.feeds.identity import identify_entries
from tests.databases import POSTGRESQL, SQLITE, MakeReleased
from tests.unit.archive.released import RELEASED, r0001
from tests.unit.backup.conftest import NOW, MakeUrl, back_up_bytes, fill, lines_of
from tests.unit.jobs.wire import PLACE, SERVER, read

pytestmark = pytest.mark.slow

LATER = NOW + timedelta(hours=3)
# what restoring changes on purpose, so that nothing is told twice; and when texts were made searchable
CHANGED = {"feeds", "items", "fates", "alerts", "watch_queue", "posts", "schedules", "indexed_texts"}


async def restore_bytes(url: str, backup: bytes, *, force: bool = False) -> int:
    return await restore_backup(url, Backup(BytesIO(backup)), LATER, force=force)


def shown(url: str) -> dict[str, list[bytes]]:
    return {name: rows for name, rows in lines_of(url).items() if name not in CHANGED}


@pytest.mark.parametrize("kind", [SQLITE, POSTGRESQL])
async def test_it_is_as_it_was_from_and_to_either_database(filled_url: str, make_url: MakeUrl, kind: str) -> None:
    url = make_url(kind)
    rows = await restore_bytes(url, back_up_bytes(filled_url))
    assert rows == sum(map(len, lines_of(filled_url).values()))
    assert shown(url) == shown(filled_url)

    archive = await Archive.open(url)
    try:
        assert await archive.find_damage() is None
        page = await archive.search.find(StatementQuery("Brod", "bridge"), askers=frozenset())
        assert [one.article.title for one in page.found] == ["Bridge stays open"]
        # numbers go on after those that are taken
        await archive.save_reading(read("“A new lamp,” Nes wrote. So what.", Speaker("Kari Nes"), "Quill", "New"))
        found = await archive.search.find(StatementQuery("Kari Nes", "lamp"), askers=frozenset())
        assert len(found.found) == 1
    finally:
        await archive.close()


async def test_it_can_be_backed_up_and_restored_over_and_over(filled_url: str, make_url: MakeUrl) -> None:
    url = make_url(POSTGRESQL)
    backup = back_up_bytes(filled_url)
    for _ in range(2):
        await restore_bytes(url, backup, force=True)
        backup = back_up_bytes(url)
    assert shown(url) == shown(filled_url)


@pytest.mark.parametrize("revision", RELEASED)
@pytest.mark.parametrize("kind", [SQLITE, POSTGRESQL])
async def test_a_backup_of_an_older_program_is_migrated(
    make_released: MakeReleased, make_url: MakeUrl, revision: str, kind: str
) -> None:
    url = make_url(kind)
    await restore_bytes(url, back_up_bytes(make_released(revision)))
    archive = await Archive.open(url)
    try:
        reading = await archive.load_reading(r0001.PUBLIC)
        assert reading.article.text == r0001.SAID
        page = await archive.search.find(StatementQuery("Solheim", "strait"), askers=frozenset())
        assert len(page.found) == 1
    finally:
        await archive.close()


async def test_an_archive_that_holds_something_is_replaced_only_when_told(filled_url: str) -> None:
    backup = back_up_bytes(filled_url)
    archive = await Archive.open(filled_url)
    await archive.save_reading(read("“Later,” Nes wrote. Then more.", None, "Quill", "Later"))
    await archive.close()
    before = lines_of(filled_url)
    with pytest.raises(UsageError, match="not empty"):
        await restore_bytes(filled_url, backup)
    assert lines_of(filled_url) == before
    await restore_bytes(filled_url, backup, force=True)
    assert len(lines_of(filled_url)["texts"]) == len(before["texts"]) - 1


async def test_an_archive_that_holds_nothing_is_taken(filled_url: str, make_url: MakeUrl, database: str) -> None:
    url = make_url(database)
    await (await Archive.open(url)).close()
    await restore_bytes(url, back_up_bytes(filled_url))
    assert shown(url) == shown(filled_url)


async def test_nothing_is_replaced_while_a_program_has_it_open(filled_url: str) -> None:
    backup = back_up_bytes(filled_url)
    archive = await Archive.open(filled_url)
    try:
        assert is_in_use(filled_url)
        with pytest.raises(UsageError, match="Attaché is running on this archive"):
            await restore_bytes(filled_url, backup, force=True)
    finally:
        await archive.close()
    assert not is_in_use(filled_url)
    await restore_bytes(filled_url, backup, force=True)


@pytest.mark.parametrize("place", [0.3, 0.9, 1.0])
async def test_a_damaged_backup_changes_nothing(filled_url: str, place: float) -> None:
    backup = bytearray(back_up_bytes(filled_url))
    at = int((len(backup) - 6) * place)
    backup[at : at + 4] = bytes(byte ^ 0xFF for byte in backup[at : at + 4])
    before = lines_of(filled_url)
    with pytest.raises(ArchiveError, match="the archive was not changed"):
        await restore_bytes(filled_url, bytes(backup), force=True)
    assert lines_of(filled_url) == before
    if file := find_file(filled_url):
        assert [path.name for path in file.parent.iterdir() if file.name in path.name] == [file.name]


async def test_a_backup_of_a_newer_program_changes_nothing(
    filled_url: str, make_url: MakeUrl, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.backup.backup.load_revision", lambda _: "9999")
    monkeypatch.setattr("bot.backup.backup.check_known", lambda _: None)
    backup = back_up_bytes(filled_url)
    url = make_url(database)
    with pytest.raises(ArchiveError, match=r"A newer version of Attaché made this backup\."):
        await restore_bytes(url, backup)
    assert find_file(url) is None or not Path(str(find_file(url))).exists()


@pytest.mark.sqlite_only("what a file is damaged like")
async def test_a_damaged_file_is_replaced(filled_url: str, make_url: MakeUrl) -> None:
    backup, url = back_up_bytes(filled_url), make_url(SQLITE)
    file = find_file(url)
    assert file
    file.write_bytes(b"no database at all" * 1000)
    with pytest.raises(ArchiveError, match="not a database"):
        await restore_bytes(url, backup)
    await restore_bytes(url, backup, force=True)
    assert shown(url) == shown(filled_url)


@pytest.mark.sqlite_only("files")
async def test_the_old_files_journal_does_not_reach_into_the_new_one(filled_url: str) -> None:
    backup = back_up_bytes(filled_url)
    file = find_file(filled_url)
    assert file
    archive = await Archive.open(filled_url)
    await archive.save_reading(read("“Later,” Nes wrote. Then more.", None, "Quill", "Later"))
    journal = file.with_name(f"{file.name}-wal").read_bytes()
    await archive.close()
    assert journal
    file.with_name(f"{file.name}-wal").write_bytes(journal)  # as a program leaves it that was killed
    expected = {name: rows for name, rows in lines_of(filled_url).items() if name not in CHANGED}
    await restore_bytes(filled_url, backup, force=True)
    assert len(shown(filled_url)["texts"]) == len(expected["texts"]) - 1
    assert file.stat().st_mode & 0o777 == 0o600


async def test_other_tables_of_the_database_stay(filled_url: str, make_url: MakeUrl) -> None:
    url = make_url(POSTGRESQL)
    engine = open_engine(url)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE recipes (name TEXT)"))
        connection.execute(text("INSERT INTO recipes VALUES ('soup')"))
    await restore_bytes(url, back_up_bytes(filled_url))
    await restore_bytes(url, back_up_bytes(filled_url), force=True)
    with engine.begin() as connection:
        assert connection.execute(text("SELECT name FROM recipes")).scalar_one() == "soup"
    engine.dispose()


class TestNothingIsToldTwice:
    """What happened after the backup may stand in channels: it is not posted again."""

    async def test_a_waiting_post_is_looked_for(self, filled_url: str) -> None:
        await restore_bytes(filled_url, back_up_bytes(filled_url), force=True)
        archive = await Archive.open(filled_url)
        post = await archive.posts.next_due(PLACE, LATER)
        await archive.close()
        assert post
        assert (post.state, post.tried_at) == (PostState.SENDING, NOW)
        assert decide_step(post, LATER, remembers=True, begun=False) is Step.LOOK

    async def test_what_a_feed_shows_now_is_known(self, filled_url: str) -> None:
        await restore_bytes(filled_url, back_up_bytes(filled_url), force=True)
        archive = await Archive.open(filled_url)
        try:
            (claimed, *_) = await archive.feeds.claim_due(
                LATER + timedelta(days=1), limit=9, lease=timedelta(minutes=1)
            )
            assert (claimed.body_sha256, claimed.etag, claimed.last_modified) == (None, None, None)
            new = identify_entries(FeedDocument("Quill", None, (Entry(guid="posted meanwhile"),)))
            # without a newest body, the poller takes it for the first poll
            await archive.feeds.save_poll(claimed, new, LATER, first=claimed.body_sha256 is None)
            ((_, fate), *_) = await archive.feeds.why(SERVER, 1)
            assert fate.fate is Outcome.OLD
        finally:
            await archive.close()

    async def test_an_item_that_waited_to_be_read_is_left_out(self, filled_url: str) -> None:
        archive = await Archive.open(filled_url)
        entry = Entry(guid="to be read", link="https://quill.example/to-be-read", title="To be read")
        feed = await archive.feeds.load_feed(1)
        shown = identify_entries(FeedDocument("Quill", None, (entry,)))
        (number,) = (await archive.feeds.save_poll(feed, shown, NOW, first=False)).new
        assert number in await archive.feeds.due_items(LATER, limit=99)
        await archive.close()
        await restore_bytes(filled_url, back_up_bytes(filled_url), force=True)
        archive = await Archive.open(filled_url)
        try:
            assert await archive.feeds.due_items(LATER, limit=99) == ()
            ((_, fate), *_) = await archive.feeds.why(SERVER, 1)
            assert (fate.item_id, fate.fate, fate.detail) == (number, Outcome.OLD, RESTORED)
            assert not await archive.watches.has_work(LATER + timedelta(days=1))
        finally:
            await archive.close()

    async def test_a_follow_up_that_waited_is_left_out(self, filled_url: str) -> None:
        archive = await Archive.open(filled_url)
        feed = await archive.feeds.load_feed(1)
        shown = identify_entries(FeedDocument("Quill", None, (Entry(guid="later"),)))
        (number,) = (await archive.feeds.save_poll(feed, shown, NOW, first=False)).new
        item, (opening, *_) = await archive.feeds.load_item(number), await archive.posts.latest(SERVER, limit=9)
        assert item
        waiting = ItemOutcome(number, (await archive.feeds.find(SERVER, 1)).subscription.id, Outcome.FOLLOW_UP)
        await archive.feeds.settle(replace(item, retry_at=None), [waiting], NOW, follow_ups={opening.key: NOW})
        assert await archive.follow_ups.due(LATER, limit=9) == (opening.key,)
        await archive.close()
        await restore_bytes(filled_url, back_up_bytes(filled_url), force=True)
        archive = await Archive.open(filled_url)
        try:
            assert await archive.follow_ups.due(LATER, limit=9) == ()
            ((_, fate), *_) = await archive.feeds.why(SERVER, 1)
            assert (fate.fate, fate.detail) == (Outcome.OLD, RESTORED)
        finally:
            await archive.close()

    async def test_a_digest_that_is_due_counts_as_told(self, filled_url: str) -> None:
        archive = await Archive.open(filled_url)
        (digest,) = await archive.schedules.list(SERVER)
        await archive.close()
        assert digest.next
        backup = back_up_bytes(filled_url, digest.next.at - timedelta(hours=1))
        after = digest.next.at + timedelta(hours=1)
        await restore_backup(filled_url, Backup(BytesIO(backup)), after, force=True)
        archive = await Archive.open(filled_url)
        (again,) = await archive.schedules.list(SERVER)
        assert await archive.schedules.due(after, limit=9) == ()
        await archive.close()
        assert again.next
        assert again.next.at == digest.next.at + timedelta(days=1)
        assert (again.last_day, again.last_outcome) == (digest.next.local_day, NOT_TOLD)


async def test_what_is_said_of_a_running_bot_names_no_address(make_url: MakeUrl) -> None:
    url = make_url(SQLITE)
    await fill(url)
    archive = await Archive.open(url)
    with pytest.raises(UsageError) as caught:
        await restore_bytes(url, back_up_bytes(url), force=True)
    await archive.close()
    assert not re.search(r"sqlite|/", str(caught.value))
