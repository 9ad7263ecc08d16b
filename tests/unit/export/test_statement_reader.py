"""Which statements go out: public ones, those that are asked for, all of them once, and none that is damaged."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.archive.store import Archive
from bot.domain.attribution import Act
from bot.domain.statement_search import StatementQuery
from bot.export import statement_reader as room
from bot.export.statement import ExportedStatement, ExportQuery
from bot.export.statement_reader import StatementReader
from tests.unit.export.invented import BRIDGE, BROD, LATER, many, reading, said


async def gather(archive: Archive, choice: ExportQuery | None = None) -> list[ExportedStatement]:
    found: list[ExportedStatement] = []
    async for _, statements in StatementReader(archive, choice or ExportQuery()).articles():
        found += statements
    return found


def words(statements: list[ExportedStatement]) -> list[str]:
    return [" … ".join(one.pieces) for one in statements]


BROD_SAID = ["“The bridge stays open.”", "talks on the bridge … had failed"]
PELL_SAID = ["the bridge “a toy”", "the bridge is a toy"]


async def test_everything_public_that_is_sure_enough(filled: Archive) -> None:
    found = await gather(filled)
    assert words(found) == [*BROD_SAID, *PELL_SAID, "for patience"]
    assert {one.story for one in found} == {1}
    assert [known.name for known in found[0].speakers] == ["Ana Brod"]
    everything = ExportQuery(StatementQuery(acts=frozenset(Act)), confidence=0)
    assert len(await gather(filled, everything)) == 7


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (StatementQuery(who="brod"), BROD_SAID),
        (StatementQuery(who="Iceland"), PELL_SAID),
        (StatementQuery(who="Ivo Pell", about="bridge"), PELL_SAID),
        (StatementQuery(about='"bridge is"'), PELL_SAID[1:]),
        (StatementQuery(about="fail*"), BROD_SAID[1:]),
        (StatementQuery(about="bridge failed"), BROD_SAID[1:]),
        (StatementQuery(who="Nobody Else"), []),
        (StatementQuery(since=datetime(2021, 3, 2, tzinfo=UTC)), [PELL_SAID[1], "for patience"]),
        (StatementQuery(until=datetime(2021, 3, 2, tzinfo=UTC)), [*BROD_SAID, PELL_SAID[0]]),
        (StatementQuery(who="Pell", since=datetime(2021, 3, 2, tzinfo=UTC)), PELL_SAID[1:]),
    ],
)
async def test_what_is_asked_for(filled: Archive, wanted: StatementQuery, expected: list[str]) -> None:
    assert words(await gather(filled, ExportQuery(wanted))) == expected


async def test_with_stories_all_that_was_said_of_the_event(filled: Archive) -> None:
    await filled.save_reading(many(1)[0])
    found = await gather(filled, ExportQuery(StatementQuery(who="Sela Or"), stories=True))
    assert words(found) == [*BROD_SAID, *PELL_SAID, "for patience"]
    before = StatementQuery(who="Brod", until=datetime(2021, 3, 2, tzinfo=UTC))
    assert words(await gather(filled, ExportQuery(before, stories=True))) == [*BROD_SAID, PELL_SAID[0]]


async def test_what_is_somebodys_stays_in(filled: Archive) -> None:
    text = "Ana Brod said the lamp is private."
    pasted = reading(text, said(text, "the lamp is private", speaker=BROD, cue="said"), url=None, title=None)
    await filled.save_reading(pasted, owner="discord:1")
    at = datetime(2021, 3, 1, tzinfo=UTC)
    story = await filled.stories.find(BRIDGE.id)
    assert story is not None
    await filled.stories.place(pasted.id, story.story, seen_at=at, signature=b"")
    for wanted in (StatementQuery(), StatementQuery(who="Brod"), StatementQuery(about="lamp")):
        for stories in (False, True):
            for owner in (None, "discord:2", ""):
                found = await gather(filled, ExportQuery(wanted, owner=owner, stories=stories))
                assert "the lamp is private" not in words(found)
            theirs = await gather(filled, ExportQuery(wanted, owner="discord:1", stories=stories))
            assert "the lamp is private" in words(theirs)


async def test_an_article_that_two_outlets_carry_stands_twice(filled: Archive) -> None:
    copy = reading(LATER.article.text, *LATER.analysis.attributions, url="https://copy.example/pell", title="Copy")
    await filled.save_reading(copy)
    for wanted in (StatementQuery(), StatementQuery(who="Pell")):
        found = [one for one in await gather(filled, ExportQuery(wanted)) if "is a toy" in words([one])[0]]
        assert sorted(one.reading.id for one in found) == sorted([LATER.id, copy.id])


async def test_pages_lose_and_repeat_nothing(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "PAGE", 7)
    monkeypatch.setattr(room, "FOUND", 11)
    written = many(30)
    for one in written:
        await archive.save_reading(one)
    seen: list[tuple[int, int, int]] = []

    def progress(*told: int) -> None:
        seen.append((told[0], told[1], told[2]))

    expected = [" … ".join(s.of(r.article.text) for s in a.content) for r in written for a in r.analysis.attributions]
    for wanted in (StatementQuery(), StatementQuery(about="bridge")):
        gathering = StatementReader(archive, ExportQuery(wanted), progress)
        found = [one async for _, statements in gathering.articles() for one in statements]
        assert words(found) == expected
        assert seen[-1] == (30, 30, 120)


@pytest.mark.parametrize("damage", ["content = '[[0, 100000]]'", "kind = 'shouted'", "confidence = 7"])
async def test_damaged_articles_are_left_out_and_counted(filled: Archive, tmp_path: Path, damage: str) -> None:
    with closing(sqlite3.connect(tmp_path / "archive" / "archive.sqlite3")) as database, database:
        database.execute(f"UPDATE statements SET {damage} WHERE id = 1")  # noqa: S608 - words of the test
    gathering = StatementReader(filled, ExportQuery())
    found = [one async for _, statements in gathering.articles() for one in statements]
    assert {one.reading.id for one in found} == {LATER.id}
    assert gathering.damaged == [BRIDGE.id]


async def test_what_is_dated_later_than_it_was_read_counts_as_read(archive: Archive) -> None:
    text = "Ana Brod said the lamp is new."
    later = datetime.now(UTC) + timedelta(days=400)
    await archive.save_reading(reading(text, said(text, "the lamp is new", speaker=BROD), at=later))
    (one,) = await gather(archive)
    assert one.at < later
    assert not one.published
