"""The catalogue of sources: browsed, looked at, followed by one press, by name and by pack, in six languages."""

from dataclasses import replace

import pytest

from benchmarks.discord_loopback.world import Origin, channel_id
from bot.gazetteer.source_catalogue import Pack, SourceFilter, package_catalogue
from bot.i18n.language import Language, using_language
from bot.i18n.messages import translate
from bot.render.card import Action
from bot.render.cards.source_cards import pack_name
from bot.render.localized_names import country_name
from tests.acceptance.catalogue import publish_source, source_address
from tests.acceptance.conftest import Afterwards
from tests.acceptance.harness import Answer, Harness, find_press, parts_of

pytestmark = [pytest.mark.acceptance, pytest.mark.asyncio(loop_scope="module")]

CHIEF = Origin()
TITLES = ("The envoys leave Lisk", "A treaty is signed", "Two ministers meet")
WIRES = package_catalogue().filter(SourceFilter(pack=Pack.WIRES))
SILENT = "UPI"
LOCALES = {"en-US": "en", "es-ES": "es", "fr": "fr", "ru": "ru", "ar": "ar", "zh-CN": "zh"}


@pytest.fixture(scope="module", autouse=True)
def sources(harness: Harness) -> None:
    for source in WIRES:
        if source.name != SILENT:
            publish_source(harness.web, source.name, *TITLES)


def followed(harness: Harness) -> list[str]:
    found = harness.read("SELECT f.url FROM feeds f JOIN subscriptions s ON s.feed_id = f.id ORDER BY s.number")
    return [str(url) for (url,) in found]


@pytest.mark.parametrize("locale", list(LOCALES))
async def test_browsing_in_six_languages(harness: Harness, locale: str) -> None:
    """A filter, a page, and a source with what it carries now: all words are of the reader's language."""
    here = replace(CHIEF, locale=locale)
    told = await harness.use(here, "feed browse", pack="wires")
    assert told.private
    with using_language(Language(LOCALES[locale])):
        names = pack_name(Pack.WIRES), country_name("Russia"), translate("browse-look")
        follow_all, follow = translate("browse-follow-pack", count=len(WIRES)), translate("browse-follow")
        carries = translate("browse-carries", count=len(TITLES))
    (message,) = told.messages
    assert names[0] in told.text
    assert find_press(message, follow_all)
    (menu,) = [part for part in parts_of(message) if part.get("options")]
    assert menu["placeholder"] == names[2]
    shown = await harness.press(here, message, menu["custom_id"], menu["options"][0]["value"])
    assert carries in shown.text
    assert TITLES[0] in shown.text
    assert find_press(shown.messages[0], follow)
    choices = await harness.suggest(here, "feed browse", "country", names[1][:4])
    assert names[1] in [choice["name"] for choice in choices]
    assert any("TASS" in choice["name"] for choice in await harness.suggest(here, "feed add", "url", "tas"))


async def test_one_press_follows(harness: Harness) -> None:
    told = await harness.use(CHIEF, "feed browse", source="TASS")
    assert "state-funded" in told.text
    followed_now = await harness.press(CHIEF, told.messages[0], find_press(told.messages[0], "Follow here"))
    assert followed_now.private
    assert "Feed added" in followed_now.text
    assert followed(harness) == [source_address(harness.web, "TASS")]


async def test_a_name_is_followed(harness: Harness) -> None:
    told = await harness.use(CHIEF, "feed add", url="yonhap", channel=channel_id(0, 2))
    assert "Feed added" in told.text
    assert followed(harness)[1:] == [source_address(harness.web, "Yonhap")]
    told = await harness.use(CHIEF, "feed add", url="yonha")
    assert "Yonhap" in told.text
    assert len(followed(harness)) == 2


async def test_a_pack_is_followed_but_for_what_does_not_answer(harness: Harness) -> None:
    told = await harness.use(CHIEF, "feed browse", pack="wires")
    press = find_press(told.messages[0], f"Follow all {len(WIRES)}")
    assert press.split(":")[1] == Action.FOLLOW
    followed_now = Answer(await harness.discord.press(CHIEF, told.messages[0], press))
    await harness.until(lambda: "now followed" in followed_now.text)
    assert SILENT in followed_now.text
    assert set(followed(harness)) == {
        source_address(harness.web, source.name) for source in WIRES if source.name != SILENT
    } | {source_address(harness.web, name) for name in ("TASS", "Yonhap")}


async def test_who_manages_nothing_cannot_browse(harness: Harness) -> None:
    guest = Origin(7, permissions=1 << 11)
    assert "cannot use" in (await harness.use(guest, "feed browse")).text
    told = await harness.use(CHIEF, "feed browse", source="TASS")
    pressed = await harness.press(guest, told.messages[0], find_press(told.messages[0], "Follow here"))
    assert "cannot use" in pressed.text


async def test_nothing_outside_was_asked(harness: Harness) -> None:
    """Every address of the catalogue is on loopback here, so that no site is troubled by this run."""
    assert all(url.startswith("http://127.21.0.") for url in followed(harness))


class TestAfterwards(Afterwards):
    pass
