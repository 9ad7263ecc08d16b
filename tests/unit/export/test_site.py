"""The site as files: whole, linked, the same twice, word for word, and nothing in it that could run."""

import gc
import itertools
import json
import re
import tracemalloc
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from lxml import html

from bot.archive.store import Archive
from bot.domain.attribution import Act
from bot.domain.statement_search import StatementQuery
from bot.export import site, statement_reader
from bot.export.html_pages import PARTS, read_part
from bot.export.jsonl import JsonLinesWriter
from bot.export.output_target import MARKER
from bot.export.site import write_site
from bot.export.statement import ExportQuery
from bot.export.statement_reader import StatementReader
from bot.render.quotations import find_quotations
from tests.unit.export.hostile import HOSTILE, SECOND, STRIKE
from tests.unit.export.invented import BRIDGE, LATER, PELL, many, reading, said

NOW = datetime(2026, 11, 24, 4, 0, tzinfo=UTC)


async def write(archive: Archive, folder: Path, choice: ExportQuery | None = None, now: datetime = NOW) -> int:
    folder.mkdir()
    return await write_site(folder, StatementReader(archive, choice or ExportQuery()), now)


def files_of(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def parse(path: Path) -> Any:
    return html.fromstring(path.read_bytes())


def pages_of(folder: Path) -> dict[Path, Any]:
    return {path: parse(path) for path in sorted(folder.rglob("*.html"))}


def text_of(page: Any, selector: str) -> list[str]:
    return [" ".join(str(found.text_content()).split()) for found in page.xpath(selector)]


async def test_what_is_where(filled: Archive, tmp_path: Path) -> None:
    out = tmp_path / "site"
    assert await write(filled, out) == 0
    pages = pages_of(out)
    index = pages[out / "index.html"]
    assert text_of(index, "//p[@class='lead']") == [
        "5 statements by 3 speakers in 2 articles of 2 outlets, 1 March 2021 to 2 March 2021."
    ]
    assert json.loads((out / MARKER).read_text()) == {
        "made_by": text_of(index, "//footer/p[last()]")[0].rpartition(" by ")[2].rstrip("."),
        "exported_at": "2026-11-24T04:00:00+00:00",
        "statements": 5,
    }
    (pell,) = (page for path, page in pages.items() if path.name.startswith("ivo-pell"))
    assert text_of(pell, "//h1") == ["Ivo Pell"]
    assert text_of(pell, "//article/blockquote") == [
        "said the bridge is a toy",
        "called the bridge “a toy”",
    ]
    assert text_of(pell, "//article//time") == ["2 March 2021", "1 March 2021"]
    assert text_of(pell, "//mark") == [
        "the bridge is a toy",
        "the bridge “a toy”",
    ]
    assert "The Example state-funded" in text_of(pell, "//p[@class='source']")[1]
    assert pell.xpath("//a[@class='out']/@href") == [
        "https://daily.example/pell?a=1&b=2",
        "https://press.example/bridge",
    ]
    story = pages[out / "stories" / "story-1.html"]
    assert text_of(story, "//h1") == ["Bridge stays open"]
    assert text_of(story, "//table//thead//th") == ["Topic", "Norway", "Iceland"]
    assert len(text_of(story, "//ol[contains(@class,'sources')]/li")) == 2
    assert text_of(story, "//h3") == ["1 March 2021", "2 March 2021"]
    assert not (out / ".spool.sqlite3").exists()


async def test_a_story_tells_the_lines_of_its_digest_by_side_first(filled: Archive, tmp_path: Path) -> None:
    await write(filled, tmp_path / "site")
    (lines,) = parse(tmp_path / "site" / "stories" / "story-1.html").xpath("//section[@aria-labelledby='lines']")
    told = text_of(lines, ".//p[@class='speaker']")
    assert told == ["Ivo Pell Foreign Minister · Iceland", "Ana Brod Foreign Minister · Norway", "Sela Or"]
    assert text_of(lines, ".//li/span[@class='words']") == [
        "called the bridge “a toy”",
        "said: “The bridge stays open.”",
        "denied that talks on the bridge with Iceland had failed",
        "asked for patience",
    ]
    assert text_of(lines, ".//li/span[@class='note']")[0] == "only The Example · via Jon Ry"


async def test_claims_that_do_not_meet_stand_without_a_topic(filled: Archive, tmp_path: Path) -> None:
    text = "Ivo Pell said the herring quota is too low. He warned that the herring quota harms fishermen."
    fish = reading(
        text,
        said(text, "the herring quota is too low", speaker=PELL, cue="said"),
        said(text, "the herring quota harms fishermen", speaker=PELL, cue="warned", act=Act.WARNS),
    )
    await filled.save_reading(fish)
    story = await filled.stories.find(BRIDGE.id)
    assert story is not None
    await filled.stories.place(fish.id, story.story, seen_at=story.seen_at, signature=b"")
    await write(filled, tmp_path / "site")
    page = parse(tmp_path / "site" / "stories" / "story-1.html")
    row = next(row for row in page.xpath("//table/tbody/tr") if "herring" in row.text_content())
    (topic,) = text_of(row, "./th")
    norway, iceland = text_of(row, "./td")
    assert topic == "What each side says"
    assert "“The bridge stays open.”" in norway
    assert "the herring quota harms fishermen" in iceland


async def test_the_same_twice_but_for_the_time(filled: Archive, tmp_path: Path) -> None:
    for one in (HOSTILE, *many(20)):
        await filled.save_reading(one)
    await write(filled, tmp_path / "a")
    await write(filled, tmp_path / "b")
    assert files_of(tmp_path / "a") == files_of(tmp_path / "b")
    await write(filled, tmp_path / "c", now=datetime(2030, 1, 1, tzinfo=UTC))
    a, c = files_of(tmp_path / "a"), files_of(tmp_path / "c")
    assert a.keys() == c.keys()
    assert {name for name in a if a[name] != c[name]} == {"index.html", MARKER}


async def test_every_link_leads_somewhere_and_every_page_is_reached(
    filled: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(site, "PAGE", 3)
    monkeypatch.setattr(site, "LISTED", 7)
    for one in (HOSTILE, SECOND, *many(12)):
        await filled.save_reading(one)
    out = tmp_path / "site"
    await write(filled, out)
    pages = pages_of(out)
    reached = {out / "index.html"}
    for path, page in pages.items():
        for link in page.xpath("//@href | //@src"):
            if urlsplit(link).scheme or link.startswith("#"):
                continue
            target = (path.parent / link).resolve()
            assert target.is_file(), (path, link)
            reached.add(target)
    assert set(pages) <= reached
    assert (out / "stories-2.html").is_file()
    statements = sum(len(page.xpath("//article")) for path, page in pages.items() if path.parent.name == "stories")
    assert statements == json.loads((out / MARKER).read_text())["statements"] == 5 + 4 + 48


async def test_every_quotation_is_in_an_article(filled: Archive, tmp_path: Path) -> None:
    for one in (HOSTILE, SECOND):
        await filled.save_reading(one)
    await write(filled, tmp_path / "site")
    sources = [f"{one.article.text}\n{one.article.title}" for one in (BRIDGE, LATER, HOSTILE, SECOND)]
    found = 0
    for page in pages_of(tmp_path / "site").values():
        for block in page.xpath("//blockquote | //p | //li | //h1 | //h2 | //h3 | //th | //td//p | //title"):
            for quotation in find_quotations(str(block.text_content())):
                assert any(quotation in source for source in sources), quotation
                found += 1
    assert found > 4


async def test_nothing_in_it_can_run(filled: Archive, tmp_path: Path) -> None:
    for one in (HOSTILE, SECOND):
        await filled.save_reading(one)
    assert await write(filled, tmp_path / "site") == 0
    pages = pages_of(tmp_path / "site")
    shown = 0
    for path, page in pages.items():
        scripts = page.xpath("//script")
        assert [one.attrib for one in scripts] == ([{"src": "search.js"}] if path.name == "index.html" else [])
        assert not any(one.text for one in scripts)
        assert not page.xpath("//img | //svg | //iframe | //object | //style | //base | //form[@action]")
        (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'")
        for element in page.iter():
            for name, value in element.attrib.items():
                assert not name.startswith("on"), (path, name)
                if name in {"href", "src"} and urlsplit(value).scheme:
                    assert urlsplit(value).scheme in {"https", "data"}
                    assert value == "data:," or element.get("rel") == "noopener noreferrer nofollow"
                assert name != "style"
        shown += str(page.text_content()).count(STRIKE)
        assert "49" not in text_of(page, "//h1")[0]
    assert shown > 10  # it is shown as the words that it is
    for path in (tmp_path / "site" / "search").iterdir():
        assert re.fullmatch(r'attache\("(\\.|[^"\\])*",(true|false),\[.*\]\)\n', path.read_text("ascii"), re.DOTALL)
        assert re.fullmatch(r"[0-9a-f]+(-[0-9a-f]+)*\.js", path.name)
        json.loads(f"[{path.read_text('ascii')[8:-2]}]")


async def test_a_narrowed_site_says_so(filled: Archive, tmp_path: Path) -> None:
    since = datetime(2021, 3, 1, tzinfo=UTC)
    await write(filled, tmp_path / "site", ExportQuery(StatementQuery(who="Pell", since=since)))
    index = parse(tmp_path / "site" / "index.html")
    assert text_of(index, "//p[@class='narrowed']") == ["Only by Pell, from 2021-03-01T00:00+00:00."]
    assert not list((tmp_path / "site" / "speakers").glob("ana*"))
    story = parse(tmp_path / "site" / "stories" / "story-1.html")
    assert not story.xpath("//table")


async def test_an_empty_archive(archive: Archive, tmp_path: Path) -> None:
    assert await write(archive, tmp_path / "site") == 0
    pages = pages_of(tmp_path / "site")
    assert {path.name for path in pages} == {"index.html", "speakers.html", "stories.html"}
    assert text_of(pages[tmp_path / "site" / "index.html"], "//p[@class='lead']") == ["Nothing was found to export."]


async def test_pages_are_for_everybody(filled: Archive, tmp_path: Path) -> None:
    await filled.save_reading(HOSTILE)
    await write(filled, tmp_path / "site")
    for path, page in pages_of(tmp_path / "site").items():
        assert page.get("lang") == "en"
        assert len(page.xpath("//h1")) == len(page.xpath("//main")) == 1, path
        levels = [int(one.tag[1]) for one in page.xpath("//h1 | //h2 | //h3 | //h4")]
        assert all(after - before <= 1 for before, after in itertools.pairwise(levels)), path
        for field in page.xpath("//input"):
            assert page.xpath(f"//label[@for='{field.get('id')}']")
        for table in page.xpath("//table"):
            assert all(one.get("scope") for one in table.xpath(".//th"))
        ids = page.xpath("//@id")
        assert len(ids) == len(set(ids))
        for one in page.xpath("//blockquote | //h1[../article] | //mark/.."):
            assert one.get("dir") == "auto"
        for code in page.xpath("//main//@lang"):
            assert re.fullmatch(r"[a-z]{2}", code)


def test_colours_can_be_read() -> None:
    """The contrast of words against their ground by WCAG 2.2 (1.4.3): at least 4.5 to 1."""
    css = read_part("style.css").decode()
    light, dark = (
        dict(re.findall(r"--(\w+): (#\w+)", block)) for block in re.findall(r":root \{(.*?)\}", css, re.DOTALL)[:2]
    )
    for theme in (light, dark):
        for ink, ground in [
            *((ink, ground) for ink in ("ink", "soft", "link", "warn") for ground in ("ground", "card")),
            *(("ink", ground) for ground in ("tag", "mark")),
        ]:
            assert contrast(theme[ink], theme[ground]) >= 4.5, (ink, ground)
        assert contrast(theme["focus"], theme["ground"]) >= 3
    assert "@media print" in css
    assert set(PARTS) == {"style.css", "search.js"}


def contrast(one: str, other: str) -> float:
    bright, dim = sorted(map(luminance, (one, other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.slow
async def test_memory_does_not_grow_with_the_archive(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Twice the articles, in both forms, within a quarter of a megabyte of the same memory."""
    monkeypatch.setattr(statement_reader, "PAGE", 10)
    peaks: dict[int, list[int]] = {}
    written = 0
    gc.collect()
    gc.freeze()  # what other tests left would put off the collection of this one's garbage
    usual = gc.get_threshold()
    gc.set_threshold(200, 1, 1)  # garbage is no memory that is needed
    for articles in (20, 75, 150):  # the first loads modules
        await archive.save_readings(many(articles - written, start=written))
        written = articles
        peaks[articles] = [
            await peak_of_lines(archive, tmp_path),
            await peak_of_site(archive, tmp_path / f"{articles}"),
        ]
    for few, more in zip(peaks[75], peaks[150], strict=True):
        assert more < few + 250_000, peaks
    gc.set_threshold(*usual)
    gc.unfreeze()


async def peak_of_lines(archive: Archive, folder: Path) -> int:
    tracemalloc.start()
    try:
        with (folder / "lines").open("w", encoding="utf-8") as sink:
            writer = JsonLinesWriter(sink)
            async for _, statements in StatementReader(archive, ExportQuery()).articles():
                for one in statements:
                    writer.write(one)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


async def peak_of_site(archive: Archive, folder: Path) -> int:
    tracemalloc.start()
    try:
        await write(archive, folder)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
