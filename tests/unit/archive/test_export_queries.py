"""Reading everything in pages, on every database: nothing lost, nothing twice, nothing that is somebody's."""

from datetime import UTC, datetime

from bot.archive.export_queries import ArchivePosition, ExportedArticle, ExportScope
from bot.archive.store import Archive
from tests.unit.archive.invented import READING, with_speakers


async def read_all(archive: Archive, scope: ExportScope, limit: int = 2) -> list[ExportedArticle]:
    found: list[ExportedArticle] = []
    place: ArchivePosition | None = ArchivePosition()
    while place is not None:
        page = await archive.exports.load_page(place, limit=limit, scope=scope)
        assert len(page.filed) <= limit
        assert page.damaged == ()
        found += page.filed
        place = page.next
    return found


async def test_every_article_once_in_the_order_of_reading(archive: Archive) -> None:
    readings = [READING, *(with_speakers(f"Ana Brod {n}", "Bo Cid") for n in range(5))]
    for reading in readings:
        await archive.save_reading(reading)
    for limit in (1, 2, 6, 50):
        found = await read_all(archive, ExportScope(), limit)
        assert [filed.reading for filed in found] == readings
    assert await archive.exports.count(scope=ExportScope()) == len(readings)
    first = found[0]
    assert first.story is None
    assert first.at == READING.article.published_at
    assert len(set(first.numbers)) == len(READING.analysis.attributions)
    assert [[known.name for known in speakers] for speakers in first.speakers] == [["Ana Brod"], ["Ana Brod"], []]


async def test_private_articles_are_their_owners(archive: Archive) -> None:
    mine, other = with_speakers("Ana Brod"), with_speakers("Bo Cid")
    await archive.save_reading(READING)
    await archive.save_reading(mine, owner="discord:1")
    await archive.save_reading(other, owner="discord:2")
    assert [filed.reading for filed in await read_all(archive, ExportScope())] == [READING]
    assert [filed.reading for filed in await read_all(archive, ExportScope("discord:1"))] == [READING, mine]
    idents = [READING.id, mine.id, other.id]
    page = await archive.exports.load_articles(idents, scope=ExportScope("discord:2"))
    assert [filed.reading for filed in page.filed] == [READING, other]
    assert await archive.exports.count(scope=ExportScope("discord:2")) == 2


async def test_times_bound_and_the_end_is_outside(archive: Archive) -> None:
    await archive.save_reading(READING)
    at = datetime(2026, 3, 1, 8, 30, tzinfo=UTC)
    (filed,) = await read_all(archive, ExportScope())
    assert await read_all(archive, ExportScope(since=filed.at)) == [filed]
    assert await read_all(archive, ExportScope(until=filed.at)) == []
    assert filed.at <= at


async def test_places_of_copies_and_of_stories(archive: Archive) -> None:
    one, two, apart = with_speakers("Ana Brod"), with_speakers("Bo Cid"), READING
    at = datetime(2026, 3, 1, tzinfo=UTC)
    for reading in (one, two, apart):
        await archive.save_reading(reading)
    placed = await archive.stories.place(one.id, None, seen_at=at, signature=b"")
    await archive.stories.place(two.id, placed.story, seen_at=at, signature=b"")
    alone = await archive.exports.find_places([one.id])
    assert {place.article for place in alone} == {one.id}
    both = await archive.exports.find_places([one.id], stories=True)
    assert [place.article for place in sorted(both)] == [one.id, two.id]
    assert await archive.exports.find_places([apart.id], stories=True) == await archive.exports.find_places([apart.id])
    assert await archive.exports.find_places([]) == frozenset()
