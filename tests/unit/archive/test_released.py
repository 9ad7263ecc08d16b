"""Archives of every released revision, with data, open in this program on both databases, and lose nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from bot.archive import migrating
from bot.archive.blocking_engine import open_engine
from bot.archive.migrating import FILLING, HEAD, REVISION_TABLE, check_known, load_revision, save_revision
from bot.archive.schema.search import is_declared
from bot.archive.store import Archive
from bot.domain.feed import PostOptions
from bot.domain.follow_up import FollowUps
from bot.domain.post import PostState
from bot.domain.statement_search import StatementQuery
from bot.errors import ArchiveError
from tests.databases import MakeReleased
from tests.unit.archive.released import RELEASED, r0001, r0002, r0003, r0011, rows_of

pytestmark = pytest.mark.slow

# filled when an archive is opened that was made before they were, or that had texts which were not searched yet
GROWING = {"said", "indexed_texts", "voices", "voice_words", "offices"}
# who is who is decided again as names are learned
DECIDED = {"spellings", "people"}


def in_archive(url: str, work: Callable[[Connection], object]) -> object:
    engine = open_engine(url)
    try:
        with engine.begin() as connection:
            return work(connection)
    finally:
        engine.dispose()


def revisions() -> list[str]:
    config = Config()
    config.set_main_option("script_location", str(Path(migrating.__file__).parent / "migrations"))
    return [one.revision for one in ScriptDirectory.from_config(config).walk_revisions()]


def test_there_is_an_archive_of_every_revision_but_the_one_at_work_on() -> None:
    assert set(revisions()) - set(RELEASED) <= {HEAD}


@pytest.mark.parametrize("revision", RELEASED)
def test_it_has_a_row_in_every_table_of_its_revision(make_released: MakeReleased, revision: str) -> None:
    url = make_released(revision)
    found = in_archive(url, rows_of)
    assert isinstance(found, dict)
    assert {name for name, rows in found.items() if not rows} == set()


@pytest.mark.parametrize("revision", RELEASED)
async def test_nothing_is_lost_or_changed(make_released: MakeReleased, revision: str) -> None:
    url = make_released(revision)
    before = in_archive(url, rows_of)
    await (await Archive.open(url)).close()
    after = in_archive(url, rows_of)
    assert isinstance(before, dict)
    assert isinstance(after, dict)
    for name, rows in before.items():
        if not is_declared(name) or name in GROWING | {REVISION_TABLE}:
            continue
        old = [{column: row[column] for column in rows[0]} for row in after[name]]
        if name in DECIDED:
            assert len(old) == len(rows)
        else:
            assert sorted(old, key=repr) == rows, name
    assert [row["version_num"] for row in after[REVISION_TABLE]] == [HEAD]


@pytest.mark.parametrize("revision", RELEASED)
async def test_what_was_stored_is_read_searched_and_gone_on_with(make_released: MakeReleased, revision: str) -> None:
    url = make_released(revision)
    archive = await Archive.open(url)
    try:
        reading = await archive.load_reading(r0001.PUBLIC)
        assert reading.article.text == r0001.SAID
        assert reading.article.published_at == r0001.AT
        assert [len(reading.analysis.attributions), reading.analysis.attributions[0].confidence] == [2, 0.1 + 0.7]
        page = await archive.search.find(StatementQuery("Solheim", "strait open"), askers=frozenset())
        assert [one.attribution.content[0].of(one.article.text) for one in page.found] == ["that the strait stays open"]
        mine = await archive.search.find(StatementQuery("", "lamps"), askers=frozenset({"discord:5"}))
        assert len(mine.found) == 1
        # a new row takes a number of its own
        await archive.save_reading(reading, owner="discord:6")
        if revision >= "0002":
            (followed,) = await archive.feeds.followed(r0002.SERVER)
            assert (followed.feed.etag, followed.subscription.filter) == ('"7"', "any:strait")
            assert [post.state for post in await archive.posts.latest(r0002.SERVER, limit=9)] == [
                PostState.WAITING,
                PostState.SENT,
            ]
            (digest,) = await archive.schedules.list(r0002.SERVER)
            assert digest.next
            assert digest.next.at == r0002.LATER
        if revision >= "0003":
            (watch,) = await archive.watches.list(r0003.PERSON)
            assert watch.interest.speaker == "Solheim"
            assert (await archive.preferences.load(r0003.PERSON)).zone == "Europe/Oslo"
        if revision >= "0011":
            (subscription,) = [one.subscription for one in await archive.feeds.followed(r0011.SERVER)]
            assert subscription.options == PostOptions(FollowUps.THREAD, "4242", "Straits", pictures=True)
            assert await archive.follow_ups.due(r0002.LATER, limit=9) == ("b" * 20,)
    finally:
        await archive.close()


@pytest.mark.parametrize("number", ["9999", "0004_of_another_house"])
async def test_an_older_program_refuses_a_newer_archive_in_one_sentence(
    make_released: MakeReleased, number: str
) -> None:
    url = make_released(max(RELEASED))

    def age(connection: Connection) -> None:
        save_revision(connection, number)

    in_archive(url, age)
    before = in_archive(url, rows_of)
    with pytest.raises(ArchiveError) as caught:
        await Archive.open(url)
    assert caught.value.cause == "A newer version of Attaché wrote this archive."
    assert in_archive(url, rows_of) == before
    with pytest.raises(ArchiveError, match="newer version"):
        check_known(number)


async def test_an_archive_that_is_still_being_filled_is_refused(make_released: MakeReleased) -> None:
    url = make_released(max(RELEASED))
    in_archive(url, lambda connection: save_revision(connection, FILLING))
    with pytest.raises(ArchiveError, match="is incomplete"):
        await Archive.open(url)
    assert in_archive(url, load_revision) == FILLING


def test_revisions_are_known_by_this_program() -> None:
    for revision in revisions():
        check_known(revision)
