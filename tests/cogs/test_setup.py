"""A server set up in one message with menus, previewed, done and undone; and the first words in a new server."""

from datetime import timedelta
from typing import Any

import discord
import pytest
import simcord
from simcord import ResponseMessage

from bot.archive.store import Archive
from bot.domain.feed import Delivery
from bot.gateway.client import AttacheBot
from bot.gazetteer.source_catalogue import Pack, SourceFilter, package_catalogue
from bot.i18n.language import Language
from bot.render.card import DETAIL_LIMIT
from bot.services.setup import MORNING
from cogs.welcome import Welcome
from tests.cogs.conftest import Server, private_text
from tests.cogs.posted import components, labels_of, text_of
from tests.unit.services.fakes import TITLES, FeedFetcher, StoppedClock, rss

MEMBERS = package_catalogue().filter(SourceFilter(pack=Pack.WIRES))
SILENT = "https://rss.upi.com/news/news.rss"


@pytest.fixture(autouse=True)
def _catalogue(feed_fetcher: FeedFetcher) -> None:
    for source in package_catalogue().sources:
        feed_fetcher.pages[source.feed] = rss(*TITLES, title=source.name)
    del feed_fetcher.pages[SILENT]


def menus_of(message: ResponseMessage) -> list[dict[str, Any]]:
    return [part for part in components(message) if part["type"] == 3]


def chosen(message: ResponseMessage) -> list[str]:
    """What the menus stand at."""
    return [option["label"] for menu in menus_of(message) for option in menu["options"] if option.get("default")]


async def standing(records: Archive, server: Server) -> tuple[int, list[str]]:
    """How many feeds are followed, and when digests come."""
    digests = await records.schedules.list(server.owner)
    return len(await records.feeds.followed(server.owner)), [
        f"{one.schedule.at:%H:%M} {one.schedule.zone} {one.channel}" for one in digests
    ]


async def test_one_message_offers_everything_and_changes_nothing(ours: Server, records: Archive) -> None:
    result = await ours.ask("setup")
    shown = private_text(result)
    assert result.response
    assert f"Wires · {len(MEMBERS)} sources" in shown
    assert chosen(result.response) == ["#foreign-desk", "English", "UTC", "Wires", MORNING]
    assert labels_of(result.response)[-2:] == ["Preview", "Set up"]
    assert await standing(records, ours) == (0, [])


async def test_what_is_chosen_stands_and_is_set_up_and_undone(ours: Server, records: Archive) -> None:
    """Another pack, language, zone and time by the menus; set up; and everything as before by one press."""
    await ours.ask("settings server", timezone="Asia/Tokyo")
    result = await ours.ask("setup", time="07:30")
    assert result.response
    for menu, label in ((1, "français"), (2, "Europe/Paris"), (3, "Security Council"), (4, "06:00")):
        shown = menus_of(result.response)[menu]
        value = next(one["value"] for one in shown["options"] if one["label"].casefold() == label.casefold())
        await ours.chief.select(result.response, [value], custom_id=shown["custom_id"])
    assert chosen(result.response)[1:] == ["Français", "Europe/Paris", "Security Council", "06:00"]
    assert await standing(records, ours) == (0, [])
    await ours.chief.click(result.response, label="Set up")
    members = package_catalogue().filter(SourceFilter(pack=Pack.COUNCIL))
    assert await standing(records, ours) == (len(members), [f"06:00 Europe/Paris {ours.channel.id}"])
    followed = await records.feeds.followed(ours.owner)
    assert {one.subscription.delivery for one in followed} == {Delivery.DIGEST}
    assert (await records.preferences.load(ours.owner)).language is Language.FRENCH
    assert "Undo" in labels_of(result.response)
    await ours.chief.click(result.response, label="Undo")
    assert "Undone" in text_of(result.response)
    assert await standing(records, ours) == (0, [])
    settings = await records.preferences.load(ours.owner)
    assert (settings.language, settings.zone) == (None, "Asia/Tokyo")


async def test_a_preview_shows_what_the_sources_carry(ours: Server, records: Archive) -> None:
    result = await ours.ask("setup")
    assert result.response
    await ours.chief.click(result.response, label="Preview")
    shown = text_of(result.response)
    assert f"{len(MEMBERS) - 1} of {len(MEMBERS)} answered" in shown
    assert TITLES[0] in shown
    assert "Set up" in labels_of(result.response)
    assert await standing(records, ours) == (0, [])


async def test_undo_leaves_what_others_added(ours: Server, records: Archive) -> None:
    await ours.ask("feed add", url="tass", deliver="digest")
    result = await ours.ask("setup", timezone="Europe/Oslo")
    assert result.response
    await ours.chief.click(result.response, label="Set up")
    assert (await standing(records, ours))[0] == len(MEMBERS) - 1
    await ours.ask("feed add", url="un news")
    await ours.chief.click(result.response, label="Undo")
    names = [one.feed.title for one in await records.feeds.followed(ours.owner)]
    assert names == ["TASS", "UN News"]


async def test_undo_leaves_what_has_its_numbers_since(ours: Server, records: Archive, clock: StoppedClock) -> None:
    """The highest numbers are given again when theirs are removed."""
    result = await ours.ask("setup", timezone="Europe/Oslo")
    assert result.response
    await ours.chief.click(result.response, label="Set up")
    clock.at += timedelta(seconds=30)
    last = max(one.subscription.number for one in await records.feeds.followed(ours.owner))
    await ours.ask("feed remove", number=last)
    await ours.ask("feed add", url="un news", deliver="digest")
    await ours.ask("digest remove", number=1)
    await ours.ask("digest schedule", time="9:00", timezone="UTC")
    await ours.chief.click(result.response, label="Undo")
    (left,) = await records.feeds.followed(ours.owner)
    assert (left.feed.title, left.subscription.number) == ("UN News", last)
    assert (await standing(records, ours))[1] == [f"09:00 UTC {ours.channel.id}"]


async def test_twice_schedules_one_digest(ours: Server, records: Archive) -> None:
    for pack in ("wires", "council"):
        result = await ours.ask("setup", pack=pack)
        assert result.response
        done = result.response
        await ours.chief.click(done, label="Set up")
    _, digests = await standing(records, ours)
    assert len(digests) == 1
    await ours.chief.click(done, label="Undo")
    assert (await standing(records, ours))[1] == digests, "it stood before"


async def test_where_nothing_answers_nothing_is_changed(
    ours: Server, records: Archive, feed_fetcher: FeedFetcher
) -> None:
    feed_fetcher.pages.clear()
    result = await ours.ask("setup", language="fr")
    assert result.response
    pressed = await ours.chief.click(result.response, label="Set up")
    assert "so nothing was changed" in private_text(pressed)
    assert await standing(records, ours) == (0, [])
    assert (await records.preferences.load(ours.owner)).language is None


async def test_without_rights_it_says_which_and_how(ours: Server) -> None:
    denied = discord.PermissionOverwrite(send_messages=False)
    quiet = ours.guild.create_text_channel("quiet", overwrites={ours.guild.default_role: denied})
    told = private_text(await ours.chief.slash(quiet, "setup"))
    assert "I cannot post in #quiet: I lack Send Messages" in told
    assert "Edit Channel → Permissions" in told
    result = await ours.ask("setup")
    assert result.response
    assert [option["label"] for option in menus_of(result.response)[0]["options"]] == ["#foreign-desk"]


async def test_who_manages_nothing_is_refused(ours: Server) -> None:
    assert "cannot use" in private_text(await ours.guest.slash(ours.channel, "setup"))


@pytest.mark.parametrize("words", [{"time": "25:99"}, {"timezone": "Mars/Base"}])
async def test_what_is_no_time_is_told(ours: Server, words: dict[str, str]) -> None:
    told = await ours.told("setup", **words)
    assert words.get("timezone", "25:99") in told


async def test_all_of_it_fits_into_a_button(ours: Server) -> None:
    result = await ours.ask("setup", timezone="America/Argentina/Buenos_Aires", pack="ministries")
    assert result.response
    idents = [part["custom_id"] for part in components(result.response) if "custom_id" in part]
    assert len(idents) == 7
    assert max(map(len, idents)) <= 100
    assert all(len(ident.split(":", 4)[4]) <= DETAIL_LIMIT for ident in idents)


def added(env: simcord.Env, guild: simcord.GuildHandle) -> discord.Guild:
    found = env.bot.get_guild(guild.id)
    assert found is not None
    return found


async def test_the_first_words_say_what_to_do(env: simcord.Env) -> None:
    guild = env.create_guild("new")
    denied = discord.PermissionOverwrite(send_messages=False)
    guild.create_text_channel("rules", overwrites={guild.default_role: denied})
    lobby = guild.create_text_channel("lobby")
    assert isinstance(env.bot, AttacheBot)
    for _ in range(2):
        await Welcome().on_guild_join(added(env, guild))
    await env.settle()
    said = lobby.last_message
    assert said
    assert "/setup" in text_of(said)
    bodies = [request.json for request in env.http_requests if request.path.endswith(f"{lobby.id}/messages")]
    nonces = {body["nonce"] for body in bodies if isinstance(body, dict)}
    assert nonces == {f"hello-{guild.id}"}, "Discord makes one message of it"


async def test_where_it_may_write_nowhere_nothing_is_said(env: simcord.Env) -> None:
    guild = env.create_guild("mute")
    denied = discord.PermissionOverwrite(send_messages=False)
    guild.create_text_channel("rules", overwrites={guild.default_role: denied})
    before = len(env.http_requests)
    await Welcome().on_guild_join(added(env, guild))
    assert [request.path for request in env.http_requests[before:]] == []
