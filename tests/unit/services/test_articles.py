import asyncio
import sqlite3
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import cast

import pytest

from bot.archive.store import Archive
from bot.domain.analysis import Analysis
from bot.domain.article import Article
from bot.errors import ArchiveError, FetchError, ReadingError, UsageError
from bot.services.articles import ArticleService, find_address
from bot.web.fetch import FetchedPage, Fetcher
from tests.databases import NewArchive

URL = "https://press.example/bridge"
WORDS = (
    "The bridge over the Brod stays open through the winter, the minister said on Monday. "
    "Her colleague from Orland welcomed the decision, which both sides had prepared since spring."
)
PAGE = f"""<!doctype html><html lang="en"><head><title>Bridge stays open</title></head>
<body><article><h1>Bridge stays open</h1>
<p>{WORDS}</p>
<p>{WORDS.replace("Monday", "Tuesday")}</p></article></body></html>"""


class Web:
    """One page, at ``URL`` and wherever it is put."""

    def __init__(self) -> None:
        self.pages = {URL: PAGE}

    async def fetch(self, address: str) -> FetchedPage:
        if address not in self.pages:
            raise FetchError("The page was not found.", "Check the link.", resource=address)
        body = self.pages[address].encode()
        return FetchedPage(address, 200, {"Content-Type": "text/html; charset=utf-8"}, body)


class Reader:
    """Reads nothing out of a text, and counts how often it was asked; waits where a test says so."""

    def __init__(self, engine: str = "1") -> None:
        self.engine = engine
        self.asked: list[str] = []
        self.begun = asyncio.Event()
        self.go_on = asyncio.Event()
        self.go_on.set()
        self.failure: Exception | None = None

    async def analyse(self, article: Article) -> Analysis:
        self.asked.append(article.text)
        self.begun.set()
        await self.go_on.wait()
        if self.failure is not None:
            raise self.failure
        return Analysis(article.text_sha256, self.engine, (), ())


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "archive.sqlite3"


@pytest.fixture
async def archive(file: Path, new_archive: NewArchive) -> AsyncIterator[Archive]:
    archive = await Archive.open(new_archive(file))
    yield archive
    await archive.close()


@pytest.fixture
def web() -> Web:
    return Web()


@pytest.fixture
def reader() -> Reader:
    return Reader()


@pytest.fixture
def article_service(web: Web, archive: Archive, reader: Reader) -> ArticleService:
    return make_article_service(web, archive, reader)


def make_article_service(web: Web, archive: Archive, reader: Reader) -> ArticleService:
    return ArticleService(cast("Fetcher", web), archive, reader)


def owners(file: Path) -> list[tuple[str, str]]:
    connection = sqlite3.connect(file)
    try:
        return connection.execute("SELECT article_id, owner FROM article_owners ORDER BY owner").fetchall()
    finally:
        connection.close()


async def test_a_link_becomes_a_reading_that_is_remembered(
    article_service: ArticleService, reader: Reader, file: Path
) -> None:
    reading = await article_service.read(URL, owner="discord:1")
    assert WORDS in reading.article.text
    assert reading.article.url == URL
    assert await article_service.load(reading.id) == reading
    assert await article_service.count_articles() == 1
    assert owners(file) == [], "what stands on the web belongs to nobody"


async def test_a_pasted_text_belongs_to_who_pasted_it(article_service: ArticleService, file: Path) -> None:
    reading = await article_service.read(WORDS, owner="discord:1")
    assert reading.article.url is None
    assert owners(file) == [(reading.id, "discord:1")]


@pytest.mark.parametrize(("name", "body"), [("a.txt", WORDS), ("a.html", PAGE)])
async def test_an_upload_belongs_to_who_sent_it(
    article_service: ArticleService, file: Path, name: str, body: str
) -> None:
    reading = await article_service.read_upload(name, body.encode(), owner="discord:1")
    assert WORDS in reading.article.text
    assert owners(file) == [(reading.id, "discord:1")]


async def test_the_same_text_is_read_once(article_service: ArticleService, web: Web, reader: Reader) -> None:
    web.pages["https://other.example/bridge"] = PAGE
    first = await article_service.read(URL)
    second = await article_service.read("https://other.example/bridge")
    assert await article_service.read(URL) == first
    assert first.id != second.id
    assert first.article.text == second.article.text
    assert len(reader.asked) == 1


async def test_a_text_that_is_being_read_is_not_read_beside(article_service: ArticleService, reader: Reader) -> None:
    reader.go_on.clear()
    async with asyncio.TaskGroup() as tasks:
        asking = [tasks.create_task(article_service.read(WORDS)) for _ in range(3)]
        await reader.begun.wait()
        reader.go_on.set()
    assert len({task.result() for task in asking}) == 1
    assert len(reader.asked) == 1


async def test_another_text_does_not_wait(article_service: ArticleService, reader: Reader) -> None:
    reader.go_on.clear()
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(article_service.read(WORDS))
        await reader.begun.wait()
        reader.begun.clear()
        tasks.create_task(article_service.read(WORDS.replace("bridge", "tunnel")))
        await reader.begun.wait()
        reader.go_on.set()
    assert len(reader.asked) == 2


async def test_who_waits_reads_it_when_the_first_gives_up(article_service: ArticleService, reader: Reader) -> None:
    reader.go_on.clear()
    first = asyncio.create_task(article_service.read(WORDS))
    await reader.begun.wait()
    reader.begun.clear()
    second = asyncio.create_task(article_service.read(WORDS))
    first.cancel()
    await reader.begun.wait()
    reader.go_on.set()
    assert (await second).article.text == WORDS
    assert first.cancelled()


async def test_a_reading_that_failed_is_not_remembered_and_tried_again(
    article_service: ArticleService, reader: Reader
) -> None:
    reader.failure = ReadingError("Too long.", "Shorten it.")
    with pytest.raises(ReadingError):
        await article_service.read(WORDS)
    assert await article_service.count_articles() == 0
    reader.failure = None
    await article_service.read(WORDS)
    assert len(reader.asked) == 2


async def test_what_an_older_engine_read_is_read_again(web: Web, archive: Archive) -> None:
    older, newer = Reader("1"), Reader("2")
    before = await make_article_service(web, archive, older).read(URL)
    article_service = make_article_service(web, archive, newer)
    assert (await article_service.load(before.id)).analysis.engine == "2"
    assert (await article_service.read(URL)).analysis.engine == "2"
    assert len(newer.asked) == 1


async def test_an_owner_stays_when_a_newer_engine_reads_again(web: Web, archive: Archive, file: Path) -> None:
    before = await make_article_service(web, archive, Reader("1")).read(WORDS, owner="discord:1")
    await make_article_service(web, archive, Reader("2")).load(before.id)
    assert owners(file) == [(before.id, "discord:1")]


async def test_what_is_on_the_web_is_everybodys_though_somebody_was_sent_it_first(
    article_service: ArticleService, archive: Archive, file: Path
) -> None:
    article = (await article_service.read(URL)).article
    await archive.forgetting.prune(datetime.now(UTC) + timedelta(days=1))
    sent = await article_service.save(article, owner="discord:guild:7")
    assert owners(file) == [(sent.id, "discord:guild:7")]
    assert (await article_service.read(URL)).id == sent.id
    assert owners(file) == []


async def test_what_is_being_read_for_a_person_who_is_forgotten_is_not_kept(
    web: Web, archive: Archive, file: Path
) -> None:
    reader = Reader()
    reader.go_on.clear()
    reading = asyncio.create_task(make_article_service(web, archive, reader).read(WORDS, owner="discord:1"))
    await reader.begun.wait()
    assert not await archive.forgetting.forget("discord:2"), "others do not wait"
    forgetting = asyncio.create_task(archive.forgetting.forget("discord:1"))
    await asyncio.wait([forgetting], timeout=0.2)
    reader.go_on.set()
    await reading
    assert (await forgetting).texts == 1
    assert owners(file) == []


async def test_what_was_forgotten_while_it_was_read_again_stays_forgotten(
    web: Web, archive: Archive, file: Path
) -> None:
    before = await make_article_service(web, archive, Reader("1")).read(WORDS, owner="discord:1")
    newer = Reader("2")
    newer.go_on.clear()
    recalling = asyncio.create_task(make_article_service(web, archive, newer).load(before.id))
    await newer.begun.wait()
    await archive.forgetting.forget("discord:1")
    newer.go_on.set()
    await recalling
    assert await archive.count_articles() == 0
    assert b"bridge over the brod" not in file.read_bytes().lower()


async def test_a_reading_is_recalled_after_a_restart(
    article_service: ArticleService, web: Web, archive: Archive, file: Path
) -> None:
    reading = await article_service.read(URL)
    await archive.close()
    reader = Reader()
    again = await Archive.open(f"sqlite:///{file}")
    assert await make_article_service(web, again, reader).load(reading.id) == reading
    assert reader.asked == []
    await again.close()


async def test_what_was_never_read_cannot_be_recalled(article_service: ArticleService) -> None:
    with pytest.raises(ArchiveError):
        await article_service.load("0" * 20)


async def test_a_damaged_reading_is_read_again(article_service: ArticleService, reader: Reader, file: Path) -> None:
    reading = await article_service.read(WORDS)
    connection = sqlite3.connect(file)
    with connection:
        connection.execute("UPDATE analyses SET summary = '[[0, 4000]]'")
    connection.close()
    assert await article_service.read(WORDS) == reading
    assert await article_service.load(reading.id) == reading
    assert len(reader.asked) == 2


async def test_an_error_of_the_web_comes_as_it_is(article_service: ArticleService) -> None:
    with pytest.raises(FetchError, match="not found"):
        await article_service.read("https://press.example/nothing")


async def test_an_article_by_another_way_is_filed_as_well(article_service: ArticleService) -> None:
    article = Article(WORDS, title="Bridge", url="https://feed.example/1")
    reading = await article_service.save(article)
    assert (await article_service.load(reading.id)).article == article
    renamed = await article_service.save(replace(article, title="Bridge stays open"))
    assert renamed.id == reading.id
    assert (await article_service.load(reading.id)).article.title == "Bridge stays open"


@pytest.mark.parametrize(
    ("reference", "address"),
    [
        (URL, URL),
        (f"  <{URL}> ", URL),
        ("HTTP://press.example", "HTTP://press.example"),
        ("ftp://press.example/a", "ftp://press.example/a"),
        ("press.example/bridge?x=1", "https://press.example/bridge?x=1"),
        ("press.example", "https://press.example"),
        (WORDS, None),
        (f"Read {URL} today", None),
        (f"{URL} {URL}", None),
        ("Ana Brod", None),
    ],
)
def test_an_address_is_told_from_a_text(reference: str, address: str | None) -> None:
    assert find_address(reference) == address


@pytest.mark.parametrize("nothing", ["", "  \n"])
def test_nothing_is_told(nothing: str) -> None:
    with pytest.raises(UsageError, match="nothing to read"):
        find_address(nothing)
