"""A new server: the first words, and a setup by menus that is previewed, done and undone, in six languages."""

from dataclasses import replace

import pytest

from benchmarks.discord_loopback.world import Json, Origin, channel_id, guild_id
from bot.gazetteer.source_catalogue import Pack, SourceFilter, package_catalogue
from bot.i18n.language import Language, using_language
from bot.i18n.messages import translate
from bot.render.cards.source_cards import pack_name
from tests.acceptance.catalogue import publish_articles, publish_source
from tests.acceptance.conftest import Afterwards
from tests.acceptance.harness import Answer, Harness, find_press, parts_of, text_of
from tests.acceptance.texts import CRANES, QUARREL

pytestmark = [pytest.mark.acceptance, pytest.mark.asyncio(loop_scope="module")]

CHIEF = Origin()
TITLES = ("The envoys leave Lisk", "A treaty is signed", "Two ministers meet")
COUNCIL = package_catalogue().filter(SourceFilter(pack=Pack.COUNCIL))
LOCALES = {"en-US": "en", "es-ES": "es", "fr": "fr", "ru": "ru", "ar": "ar", "zh-CN": "zh"}


@pytest.fixture(scope="module", autouse=True)
def sources(harness: Harness) -> None:
    for source in COUNCIL[1:]:
        publish_source(harness.web, source.name, *TITLES)


def menus_of(message: Json) -> list[Json]:
    return [part for part in parts_of(message) if part.get("options")]


def standing(harness: Harness) -> tuple[int, list[tuple[str, str]]]:
    """How many feeds are followed for the digest, and when digests come."""
    feeds = harness.read("SELECT count(*) FROM subscriptions WHERE delivery = 'digest'")
    return int(feeds[0][0]), harness.read("SELECT zone, channel FROM schedules ORDER BY number")


async def choose(harness: Harness, here: Origin, message: Json, menu: int, label: str) -> Json:
    """Choose a line of a menu; the message that then stands."""
    shown = menus_of(message)[menu]
    value = next(option["value"] for option in shown["options"] if option["label"] == label)
    (changed,) = (await harness.press(here, message, shown["custom_id"], value)).messages
    return changed


@pytest.mark.parametrize("locale", list(LOCALES))
async def test_a_setup_is_previewed_done_and_undone(harness: Harness, locale: str) -> None:
    language = Language(LOCALES[locale])
    here = replace(CHIEF, locale=locale)
    told = await harness.use(here, "setup")
    assert told.private
    (message,) = told.messages
    with using_language(language):
        labels = [translate(f"setup-{name}") for name in ("begin", "preview", "undo")]
        council, undone = pack_name(Pack.COUNCIL), translate("setup-undone-digest")
        carry = translate("setup-carry", count=len(COUNCIL) - 1, total=len(COUNCIL))
    assert len(menus_of(message)) == 5
    message = await choose(harness, here, message, 3, council)
    message = await choose(harness, here, message, 2, "Europe/Paris")
    message = await choose(harness, here, message, 0, "#news-2")
    assert standing(harness) == (0, [])
    asked = Answer(await harness.discord.press(here, message, find_press(message, labels[1])))
    await harness.until(lambda: carry in asked.text)
    assert TITLES[0] in asked.text
    (message,) = asked.messages
    asked = Answer(await harness.discord.press(here, message, find_press(message, labels[0])))
    await harness.until(lambda: labels[2] in asked.text)
    assert standing(harness) == (len(COUNCIL) - 1, [("Europe/Paris", channel_id(0, 2))])
    (message,) = asked.messages
    told = await harness.press(here, message, find_press(message, labels[2]))
    assert undone in told.text
    assert standing(harness) == (0, [])


async def test_the_first_digest_comes_as_soon_as_the_sources_are_read(harness: Harness) -> None:
    for source in COUNCIL:
        publish_articles(
            harness.web, source.name, ("Two harbours, one call", QUARREL), ("Four cranes for Lisk", CRANES)
        )
    here = replace(CHIEF, channel=3)
    (message,) = (await harness.use(here, "setup", pack=Pack.COUNCIL.value, time="4:44", timezone="UTC")).messages
    asked = Answer(await harness.discord.press(here, message, find_press(message, "Set up")))
    await harness.until(lambda: "The first comes in a moment" in asked.text)
    posted = harness.discord.messages
    await harness.until(lambda: any("Two harbours" in text_of(one.tell()) for one in posted.of(here.channel_id)))
    assert "04:44" in (await harness.use(here, "digest list")).text
    (message,) = asked.messages
    await harness.press(here, message, find_press(message, "Undo"))


async def test_who_manages_nothing_cannot_set_up(harness: Harness) -> None:
    guest = Origin(7, permissions=1 << 11)
    assert "cannot use" in (await harness.use(guest, "setup")).text
    told = await harness.use(CHIEF, "setup", language="es", timezone="Asia/Tokyo", pack="mun", time="6:30")
    (message,) = told.messages
    pressed = await harness.press(guest, message, find_press(message, "Set up"))
    assert "cannot use" in pressed.text
    assert standing(harness) == (0, [])


async def test_without_rights_it_says_which_and_how(harness: Harness) -> None:
    await harness.discord.allow(0, 5, allowed=False)
    told = await harness.use(replace(CHIEF, channel=5), "setup")
    assert "I lack Send Messages" in told.text
    assert "Permissions" in told.text
    told = await harness.use(CHIEF, "setup", channel=channel_id(0, 5))
    assert "I lack Send Messages" in told.text
    told = await harness.use(CHIEF, "setup")
    assert "#news-5" not in [option["label"] for option in menus_of(told.messages[0])[0]["options"]]


async def test_added_to_a_server_it_says_once_what_to_do(harness: Harness) -> None:
    """The world's last guild joins anew: Discord sends all of it, without the mark of one that was away."""
    guild, said = 2, channel_id(2, 0)
    assert harness.discord.messages.of(said) == []
    joined = {key: value for key, value in harness.discord.form.tell_guild(guild).items() if key != "unavailable"}
    await harness.discord.gateway.tell_guild(guild, "GUILD_DELETE", {"id": guild_id(guild)})
    await harness.discord.gateway.tell_guild(guild, "GUILD_CREATE", joined)
    (message,) = await harness.posted(said, 1)
    assert "/setup" in text_of(message)
    await harness.stop()
    await harness.start()
    assert len(harness.discord.messages.of(said)) == 1, "a restart is no addition"


class TestAfterwards(Afterwards):
    pass
