"""The site in a real browser, from its folder and without a network: the search finds, and nothing else runs."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.archive.store import Archive
from bot.export import search_index
from bot.export.search_index import fold_search_words
from bot.export.site import write_site
from bot.export.statement import ExportQuery
from bot.export.statement_reader import StatementReader
from tests.unit.export.hostile import HOSTILE, SECOND
from tests.unit.export.invented import many, reading, said
from tests.unit.export.test_site import NOW


class Visit:
    """A browser's window on the site; ``trouble`` is everything that it complains of or tries to fetch elsewhere."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.trouble: list[str] = []
        page.on("console", lambda said: self.trouble.append(said.text))
        page.on("pageerror", lambda error: self.trouble.append(str(error)))
        page.on("dialog", lambda dialog: self.trouble.append(dialog.message))
        page.on("request", self._note)

    def _note(self, request: Any) -> None:
        if not request.url.startswith(("file:", "data:")):
            self.trouble.append(request.url)

    async def type(self, words: str) -> list[str]:
        """What the search shows for ``words``, once it shows it."""
        await self.page.fill("#q", words)
        await self.page.wait_for_function(
            "(words) => document.getElementById('results').dataset.told === words", arg=words
        )
        found: list[str] = await self.page.locator("#results a").all_inner_texts()
        return found


@pytest.fixture
async def visit(browser: Any) -> AsyncIterator[Visit]:
    context = await browser.new_context(offline=True, viewport={"width": 390, "height": 800})
    yield Visit(await context.new_page())
    await context.close()


async def write(archive: Archive, folder: Path) -> str:
    folder.mkdir()
    await write_site(folder, StatementReader(archive, ExportQuery()), NOW)
    return (folder / "index.html").as_uri()


async def test_a_name_is_found_and_leads_to_what_was_said(filled: Archive, tmp_path: Path, visit: Visit) -> None:
    await visit.page.goto(await write(filled, tmp_path / "site"))
    assert await visit.type("brod") == ["Ana Brod"]
    assert await visit.type("ÍVO") == ["Ivo Pell"]
    assert await visit.type("pell") == ["Ivo Pell", "Bridge stays open"]
    assert await visit.type("foreign minister ice") == ["Ivo Pell"]
    assert await visit.type("bridge stays") == ["Bridge stays open"]
    assert await visit.type("nobody at all") == []
    assert "Nothing found" in await visit.page.inner_text("#status")
    await visit.type("pell")
    await visit.page.keyboard.press("ArrowDown")
    await visit.page.keyboard.press("Enter")
    await visit.page.wait_for_url("**/speakers/ivo-pell-*.html")
    assert await visit.page.inner_text("h1") == "Ivo Pell"
    await visit.page.click("summary >> nth=0")
    assert await visit.page.inner_text("details[open] mark") == "the bridge is a toy"
    assert visit.trouble == []


async def test_many_speakers_are_all_found(
    archive: Archive, tmp_path: Path, visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_index, "LIMIT", 5)
    await archive.save_readings(many(50))
    await visit.page.goto(await write(archive, tmp_path / "site"))
    for number in (0, 7, 49):
        assert await visit.type(f"speaker{number:02d}") == [f"Speaker{number:02d} Vann"]
        assert f"Bridge number {number}" in await visit.type(f"bridge number {number}")
    assert len(await visit.type("vann")) == 5
    assert "5 or more found" in await visit.page.inner_text("#status")
    assert visit.trouble == []


async def test_names_of_every_script_fold_alike(archive: Archive, tmp_path: Path, visit: Visit) -> None:
    names = ["Steinsdóttir", "Лавров", "Σωκράτης", "İnönü", "Straße", "北京", "الوزير", "नेहरू", "Nguyễn", "김정은"]
    text = "The minister said yes."
    for name in names:
        await archive.save_reading(reading(text + name, said(text, "yes"), title=name, url=f"https://a.example/{name}"))
    await visit.page.goto(await write(archive, tmp_path / "site"))
    for name in names:
        for typed in (name, name.upper(), " ".join(fold_search_words(name))):
            assert name in await visit.type(typed), (name, typed)
    assert visit.trouble == []


async def test_hostile_words_are_words(filled: Archive, tmp_path: Path, visit: Visit) -> None:
    for one in (HOSTILE, SECOND):
        await filled.save_reading(one)
    await visit.page.goto(await write(filled, tmp_path / "site"))
    assert len(await visit.type("struck")) == 4
    assert await visit.type("<script>globalThis.struck=true</script>")
    struck = "globalThis.struck"
    assert await visit.page.evaluate(struck) is None
    for path in sorted((tmp_path / "site").rglob("*.html")):
        await visit.page.goto(path.as_uri())
        for element in await visit.page.locator("main a, summary, blockquote").all():
            await element.hover()
        assert await visit.page.evaluate(struck) is None
        assert await visit.page.evaluate("document.documentElement.scrollWidth") <= 390, path.name
        for href in await visit.page.locator("a").evaluate_all("(all) => all.map((one) => one.protocol)"):
            assert href in {"file:", "https:"}
    assert visit.trouble == []


async def test_right_to_left_words_are_set_apart(filled: Archive, tmp_path: Path, visit: Visit) -> None:
    await filled.save_reading(HOSTILE)
    await write(filled, tmp_path / "site")
    await visit.page.goto((tmp_path / "site" / "stories" / f"article-{HOSTILE.id}.html").as_uri())
    quotes = visit.page.locator("blockquote")
    directions = await quotes.evaluate_all("(all) => all.map((one) => getComputedStyle(one).direction)")
    assert directions == ["ltr", "ltr", "rtl"]


async def test_light_and_dark(filled: Archive, tmp_path: Path, browser: Any) -> None:
    address = await write(filled, tmp_path / "site")
    grounds = []
    for scheme in ("light", "dark"):
        page = await browser.new_page(color_scheme=scheme)
        await page.goto(address)
        grounds.append(await page.evaluate("getComputedStyle(document.documentElement).backgroundColor"))
        await page.close()
    assert grounds == ["rgb(253, 252, 250)", "rgb(22, 24, 28)"]
