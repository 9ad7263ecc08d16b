"""The page of a channel in a real browser: by keyboard, searched, in both directions, in light and dark."""

from typing import Any

import pytest

from bot.archive.store import Archive
from bot.domain.preferences import Preferences
from bot.i18n.language import Language
from tests.unit.export.hostile import HOSTILE
from tests.unit.export.invented import BRIDGE, LATER, many
from tests.unit.export.page_reader import Reader
from tests.unit.jobs.wire import SERVER


@pytest.fixture
async def page(reader: Reader, browser: Any) -> Any:
    """The page with three posts; ``trouble`` is what the browser complains of or fetches elsewhere."""
    for one in (*many(25), HOSTILE, LATER, BRIDGE):
        await reader.post(one)
    context = await browser.new_context(viewport={"width": 390, "height": 800})
    page = await context.new_page()
    page.trouble = []
    page.on("console", lambda said: page.trouble.append(said.text))
    page.on("pageerror", lambda error: page.trouble.append(str(error)))
    page.on("request", lambda one: one.url.startswith((reader.root, "data:")) or page.trouble.append(one.url))
    await page.goto(f"{reader.root}/channels/{reader.token}/")
    return page


async def search(page: Any, words: str) -> list[str]:
    await page.fill("#q", words)
    told = "(words) => document.getElementById('results').dataset.told === words"
    await page.wait_for_function(told, arg=words)
    found: list[str] = await page.locator("#results a").all_inner_texts()
    return found


async def test_a_speaker_is_found_and_leads_to_the_post(page: Any) -> None:
    found = await search(page, "ivo pell")
    assert found == ["Ivo Pell", "Pell speaks", "Bridge stays open"]
    assert "3 found" in await page.inner_text("#status")
    assert await search(page, "nobody at all") == []
    assert "Nothing found" in await page.inner_text("#status")
    assert await search(page, "bridge number 1") != []
    await search(page, "speaker00")  # on the second page
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Enter")
    await page.wait_for_url("**/index-2.html#p-*")
    assert await page.locator("article:target").count() == 1
    assert page.trouble == []


async def test_the_keyboard_reaches_everything(page: Any) -> None:
    await page.keyboard.press("Tab")
    assert await page.evaluate("document.activeElement.className") == "skip"
    box = await page.evaluate("document.activeElement.getBoundingClientRect().left")
    assert 0 <= box < 390
    reached: set[str] = set()
    for _ in range(await page.locator("a, input").count()):
        await page.keyboard.press("Tab")
        reached.add(await page.evaluate("document.activeElement.id || document.activeElement.href || ''"))
    hrefs = set(await page.locator("main a, header a").evaluate_all("(all) => all.map((one) => one.href)"))
    assert hrefs | {"q"} <= reached
    await page.locator("nav.pages a").focus()
    assert await page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


async def test_nothing_runs_and_nothing_overflows(page: Any) -> None:
    for element in await page.locator("main a").all():
        await element.hover()
    assert await page.evaluate("globalThis.struck") is None
    assert await page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.trouble == []


async def test_right_to_left(archive: Archive, reader: Reader, page: Any) -> None:
    await archive.preferences.save(SERVER, Preferences(language=Language.ARABIC))
    reader.later()
    await page.reload()
    assert await page.evaluate("document.documentElement.scrollWidth") <= 390  # not by the skip link either
    sides = "(all) => all.map((one) => getComputedStyle(one).direction)"
    assert await page.locator(".posted > .note").first.evaluate("(one) => getComputedStyle(one).direction") == "rtl"
    words = await page.locator("article .words[lang=en]").evaluate_all(sides)
    assert set(words) == {"ltr"}
    assert page.trouble == []


async def test_light_and_dark(reader: Reader, browser: Any) -> None:
    grounds = []
    for scheme in ("light", "dark"):
        page = await browser.new_page(color_scheme=scheme)
        await page.goto(f"{reader.root}/channels/{reader.token}/")
        grounds.append(await page.evaluate("getComputedStyle(document.documentElement).backgroundColor"))
        await page.close()
    assert grounds == ["rgb(253, 252, 250)", "rgb(22, 24, 28)"]
