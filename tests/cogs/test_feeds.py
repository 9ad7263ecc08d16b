"""The commands of feeds: who may use them, what they answer, and that no server sees another's."""

import re
from dataclasses import replace
from datetime import time, timedelta
from typing import Any

import discord
import pytest
import simcord

from bot.archive.push_sources import hash_token
from bot.archive.store import Archive
from bot.domain.feed import Delivery, Entry, FeedHealth, SubscriptionOptions
from bot.domain.item_outcomes import ItemOutcome, Outcome
from bot.domain.post import Post, PostKind, post_key
from bot.domain.schedule import Schedule
from bot.domain.scheduled_digest import ScheduledDigest
from bot.errors import ArchiveError
from bot.gateway.client import AttacheBot
from bot.gateway.components import message_parts
from bot.render.card import Action, Button, Card, ComponentAction
from bot.render.card_codec import encode_card
from bot.render.cards.briefing_cards import with_why
from bot.render.cards.item_card import render_bare_item
from bot.web.feeds.identity import identify_entries
from bot.web.feeds.parse import parse_feed
from tests.cogs.conftest import Server, private_text
from tests.cogs.posted import labels_of, text_of
from tests.unit.services.fakes import (
    ARTICLES_URL,
    FEED_URL,
    NOW,
    PAGE_URL,
    SPORT_URL,
    FeedFetcher,
    StoppedClock,
    opml,
    rss,
)

COMMANDS: dict[str, dict[str, Any]] = {
    "feed add": {"url": FEED_URL},
    "feed browse": {},
    "feed list": {},
    "feed remove": {"number": 1},
    "feed pause": {"number": 1},
    "feed resume": {"number": 1},
    "feed why": {},
    "feed filter": {"number": 1, "filter": "not:sport"},
    "feed set": {"number": 1, "pictures": True},
    "feed publish": {},
    "feed token": {"number": 1},
    "feed import": {"file": ("feeds.opml", opml(SPORT_URL))},
    "feed export": {},
}


async def bring_news(records: Archive, *titles: str, clock: StoppedClock) -> None:
    """What the poller does when the feed shows new titles."""
    clock.at += timedelta(minutes=15)
    feed = await records.feeds.load_feed(1)
    shown = parse_feed(rss(*titles).replace("m-", f"{clock.at:%H%M}-").encode(), url=FEED_URL, headers={})
    await records.feeds.save_poll(feed, identify_entries(shown), clock.at, first=False)


@pytest.mark.parametrize("command", COMMANDS)
async def test_a_member_who_does_not_manage_the_server_is_refused(
    ours: Server, records: Archive, feed_fetcher: FeedFetcher, command: str
) -> None:
    """Even where the server's settings show them the command."""
    await ours.ask("feed add", url=FEED_URL)
    before = await records.feeds.followed(ours.owner)
    refused = await ours.guest.slash(ours.channel, command, **COMMANDS[command])
    assert private_text(refused) == "You cannot use this command here. Ask someone who manages this server."
    assert await records.feeds.followed(ours.owner) == before
    assert feed_fetcher.asked == [FEED_URL]


async def test_the_commands_are_shown_to_those_who_manage_the_server(env: simcord.Env, ours: Server) -> None:
    plain = ours.guild.add_member(env.create_user("plain"))
    assert not [name for name in plain.available_commands(ours.channel) if name.startswith("feed")]
    assert {name for name in ours.chief.available_commands(ours.channel) if name.startswith("feed")} == set(COMMANDS)


async def test_direct_messages_know_no_feeds(env: simcord.Env) -> None:
    with pytest.raises(simcord.SetupError, match="not visible"):
        await env.create_user("reader").slash("feed list")


async def test_adding_shows_what_it_would_post(ours: Server, records: Archive) -> None:
    shown = await ours.told("feed add", url=FEED_URL, filter="not:sport")
    assert "### Feed added" in shown
    assert "[Ministry of Harbours](<https://ministry.example.org/>) (ministry.example.org)" in shown
    assert f"Feed **1** in <#{ours.channel.id}> · each item." in shown
    assert "Filter `not:sport`" in shown
    assert "Of its 5 current items, it would have posted 3.\n2 are filtered by `not:sport`" in shown
    assert "[Trawler talks resume](<https://ministry.example.org/0>)" in shown
    assert "Minister visits the \\*quay\\*" in shown
    assert "A \\@everyone reception" in shown
    assert "Sport" not in shown
    assert "New items will appear from now on. The items already in it are not posted; digests" in shown
    assert "To undo: `/feed remove number:1`" in shown
    (one,) = await records.feeds.followed(ours.owner)
    assert one.subscription.channel == str(ours.channel.id)
    assert one.subscription.by == f"discord:{ours.chief.id}"


async def test_every_option_of_adding_is_kept(ours: Server, records: Archive) -> None:
    other = ours.guild.create_text_channel("wire")
    await ours.ask("feed add", url=FEED_URL, channel=other, filter="speaker:Haugseth", deliver="digest", edits=True)
    subscription = (await records.feeds.followed(ours.owner))[0].subscription
    assert subscription.channel == str(other.id)
    assert (subscription.filter, subscription.delivery) == ("speaker:Haugseth", Delivery.DIGEST)
    assert subscription.edits


async def open_source(server: Server, **options: Any) -> tuple[str, str]:
    """A source of the server: the answer, and the token in it."""
    shown = await server.told("feed add", url="push", **options)
    (token,) = set(re.findall(r"attache_[\w-]{43}", shown))
    return shown, token


async def test_a_source_is_opened_for_its_chief_alone(ours: Server, records: Archive) -> None:
    other = ours.guild.create_text_channel("wire")
    shown, token = await open_source(ours, name="Harbour *Gazette*", channel=other, filter="not:sport")
    assert "### Source added" in shown
    assert "Harbour \\*Gazette\\*" in shown
    assert f"Feed **1** in <#{other.id}> · each item." in shown
    assert f"`{token}`" in shown
    assert f"to `{ARTICLES_URL}`" in shown
    assert f'```sh\ncurl {ARTICLES_URL} \\\n-H "Authorization: Bearer {token}"' in shown
    assert "`/feed token number:1`" in shown
    source = await records.received.find_source(hash_token(token))
    assert source
    (one,) = await records.feeds.followed(ours.owner)
    assert one.feed.id == source.id
    assert (one.subscription.channel, one.subscription.filter) == (str(other.id), "not:sport")
    for command in ("feed list", "feed why", "status"):
        assert token not in await ours.told(command)


async def test_a_source_is_listed_as_one_that_sends(ours: Server, records: Archive, clock: StoppedClock) -> None:
    _, token = await open_source(ours, name="Harbour Gazette")
    assert "sends its articles · none received yet" in await ours.told("feed list")
    source = await records.received.find_source(hash_token(token))
    assert source
    await records.received.receive(source, Entry(title="Bridge", guid="1", content="Open."), clock.at)
    assert "healthy · sends its articles" in await ours.told("feed list")
    assert "**Received** 1 of them sends its articles; the last one received" in await ours.told("status")
    assert "waiting to be read" in await ours.told("feed why", number=1)
    assert "No feeds are followed here." in await ours.told("feed export")


async def test_a_new_token_ends_the_old_one(ours: Server, theirs: Server, records: Archive) -> None:
    _, token = await open_source(ours, name="Harbour Gazette")
    await ours.ask("feed add", url=FEED_URL)
    assert "There is no feed number 1 here." in await theirs.told("feed token", number=1)
    assert "Feed number 2 is fetched, so it has no token." in await ours.told("feed token", number=2)
    assert await records.received.find_source(hash_token(token))
    renewed = re.findall(r"attache_[\w-]{43}", await ours.told("feed token", number=1))[0]
    assert await records.received.find_source(hash_token(token)) is None
    assert await records.received.find_source(hash_token(renewed))
    offered = await ours.chief.autocomplete(ours.channel, "feed token", "number", "")
    assert [one["value"] for one in offered] == [1], "only sources have tokens"


async def test_a_removed_source_takes_nothing_more(ours: Server, theirs: Server, records: Archive) -> None:
    _, token = await open_source(ours, name="Harbour Gazette")
    await theirs.ask("feed remove", number=1)
    assert await records.received.find_source(hash_token(token))
    shown = await ours.told("feed remove", number=1)
    assert "To undo: `/feed add url:push name:Harbour Gazette`" in shown
    assert "Its token no longer works." in shown
    assert await records.received.find_source(hash_token(token)) is None


async def test_two_servers_sources_of_one_name_are_two(ours: Server, theirs: Server) -> None:
    _, token = await open_source(ours, name="Harbour Gazette")
    _, other = await open_source(theirs, name="Harbour Gazette")
    assert token != other
    again = await ours.told("feed add", url="PUSH ", name="harbour  gazette")
    assert again.startswith("Feed 1 is already a source of that name.")


async def test_a_source_needs_a_name_and_a_place_to_send_to(
    ours: Server, simcord_bot: AttacheBot, records: Archive, clock: StoppedClock
) -> None:
    assert (await ours.told("feed add", url="push")).startswith("A source needs a name")
    assert (await ours.told("feed add", url=FEED_URL, name="Mine")).startswith("A feed already has a title.")
    simcord_bot.services.feeds._sources = None
    for command, options in (("feed add", {"url": "push", "name": "Mine"}), ("feed token", {"number": 1})):
        assert "Ask whoever runs it to set RECEIVE\\_ADDRESS." in await ours.told(command, **options)
    assert await records.feeds.followed(ours.owner) == ()


async def test_a_filter_is_changed_with_a_dry_run(ours: Server, records: Archive, feed_fetcher: FeedFetcher) -> None:
    await ours.ask("feed add", url=FEED_URL, filter="not:sport")
    shown = await ours.told("feed filter", number=1, filter="any:trawler,minister speaker:Haugseth")
    assert "Filter `any:trawler,minister speaker:Haugseth`" in shown
    assert "Of its newest 5 items, those not filtered depend on their articles:" in shown
    assert "To undo: `/feed filter number:1 filter:not:sport`" in shown
    assert (await records.feeds.find(ours.owner, 1)).subscription.filter == "any:trawler,minister speaker:Haugseth"
    assert "Did you mean speaker?" in await ours.told("feed filter", number=1, filter="spaker:Haugseth")
    removed = await ours.told("feed filter", number=1, filter="none")
    assert "It has no filter now." in removed
    assert "it would have posted 5." in removed
    assert feed_fetcher.asked == [FEED_URL], "what is known already is looked over"


async def test_a_filter_is_shown_as_it_is_typed(ours: Server) -> None:
    """Letter for letter, whatever quotation marks it has, so that what undoes a removal can be pasted."""
    filter_ = 'any:trawler,"New START" not:sport'
    for shown in (
        await ours.told("feed add", url=FEED_URL, filter=filter_),
        await ours.told("feed list"),
        await ours.told("feed why", number=1),
    ):
        assert f"ilter `{filter_}`" in shown
    assert f"To undo: `/feed add url:{FEED_URL} filter:{filter_}`" in await ours.told("feed remove", number=1)


async def test_a_page_leads_to_its_feed(ours: Server, feed_fetcher: FeedFetcher) -> None:
    shown = await ours.told("feed add", url="ministry.example.org/news")
    assert feed_fetcher.asked == [PAGE_URL, FEED_URL]
    assert f"Found on that page: `{FEED_URL}`" in shown
    assert f"That page has more feeds: `{SPORT_URL}`" in shown


async def test_before_reading_a_filter_by_speaker_says_so(ours: Server) -> None:
    shown = await ours.told("feed add", url=FEED_URL, filter="speaker:Haugseth")
    assert "those not filtered depend on their articles" in shown
    assert "5 are decided when their articles are read, by `speaker:Haugseth`" in shown


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"url": "https://news.example.org/harbour-call"}, "This is a web page, not a feed, and it names no feed."),
        ({"url": "https://ministry.example.org/gone"}, "The feed was not found."),
        ({"url": "the ministry"}, "This is not a web address."),
        ({"url": FEED_URL, "filter": "spaker:Haugseth"}, "Did you mean speaker?"),
        ({"url": FEED_URL, "filter": "country:Atlantis"}, "Atlantis is not a country"),
    ],
)
async def test_what_cannot_be_added_is_told(ours: Server, records: Archive, options: dict[str, str], says: str) -> None:
    assert says in await ours.told("feed add", **options)
    assert await records.feeds.followed(ours.owner) == ()


async def test_a_channel_where_the_bot_may_not_post_is_refused(
    env: simcord.Env, ours: Server, feed_fetcher: FeedFetcher
) -> None:
    silent = ours.guild.create_text_channel(
        "silent",
        overwrites={
            ours.guild.default_role: discord.PermissionOverwrite(send_messages=False, read_message_history=False)
        },
    )
    for command, options in (
        ("feed add", {"url": FEED_URL}),
        ("feed import", {"file": ("feeds.opml", opml(FEED_URL))}),
        ("digest schedule", {"time": "08:00", "timezone": "UTC"}),
    ):
        shown = await ours.told(command, channel=silent, **options)
        assert shown.startswith("I cannot post in #silent: I lack Read Message History and Send Messages.")
    assert feed_fetcher.asked == []


async def test_forums_and_threads_can_be_posted_in(ours: Server, records: Archive) -> None:
    forum = ours.guild.create_forum_channel("stories")
    await ours.ask("feed add", url=FEED_URL, channel=forum)
    assert (await records.feeds.followed(ours.owner))[0].subscription.channel == str(forum.id)


async def test_the_list_tells_how_each_feed_is(ours: Server, records: Archive, clock: StoppedClock) -> None:
    assert "No feeds are followed here yet." in await ours.told("feed list")
    await ours.ask("feed add", url=FEED_URL, filter="not:sport")
    await ours.ask("feed add", url=SPORT_URL, deliver="digest")
    await ours.ask("feed pause", number=2)
    feed = await records.feeds.load_feed(1)
    failing = replace(
        feed, health=FeedHealth.FAILING, reason="The site *refuses* connections.", failing_since=NOW, failures=3
    )
    await records.feeds.save_state(failing)
    shown = await ours.told("feed list")
    assert "### Feeds · 2" in shown
    assert "**1** · [Ministry of Harbours](<https://ministry.example.org/>)" in shown
    assert "filter `not:sport`" in shown
    assert f"⚠ failing since <t:{int(NOW.timestamp())}:f>: The site \\*refuses\\* connections." in shown
    assert "**2** · [Sport]" in shown
    assert "for digests only · paused" in shown
    assert "healthy · checked every 15 min" in shown


async def test_a_long_list_turns_pages_for_its_reader(ours: Server, feed_fetcher: FeedFetcher) -> None:
    urls = [f"https://ministry.example.org/{number}.xml" for number in range(25)]
    feed_fetcher.pages.update({url: rss("One", title=f"Desk {n} " + "x" * 90) for n, url in enumerate(urls)})
    await ours.ask("feed import", file=("feeds.opml", opml(*urls)))
    result = await ours.ask("feed list")
    assert result.response
    assert labels_of(result.response) == ["Next ›"]
    await ours.chief.click(result.response, label="Next ›")
    assert "Page 2 of 3" in text_of(result.response)
    assert "**11** · [Desk 10" in text_of(result.response)
    await ours.chief.click(result.response, label="Next ›")
    assert "**25** · [Desk 24" in text_of(result.response)
    assert labels_of(result.response) == ["‹ Previous"]


async def test_removing_pausing_and_resuming_say_how_to_undo(ours: Server, records: Archive) -> None:
    await ours.ask("feed add", url=FEED_URL, filter="not:sport")
    paused = await ours.told("feed pause", number=1)
    assert "To undo: `/feed resume number:1`" in paused
    assert (await records.feeds.find(ours.owner, 1)).subscription.paused
    resumed = await ours.told("feed resume", number=1)
    assert f"posts in <#{ours.channel.id}> again." in resumed
    removed = await ours.told("feed remove", number=1)
    assert "Feed **1** · Ministry of Harbours is no longer followed" in removed
    assert f"To undo: `/feed add url:{FEED_URL} filter:not:sport`" in removed
    assert await records.feeds.followed(ours.owner) == ()


async def test_resuming_repairs_the_channel(ours: Server, records: Archive) -> None:
    await ours.ask("feed add", url=FEED_URL)
    await records.posts.hold(str(ours.channel.id), ours.owner, "Missing Access", NOW)
    assert "⚠ cannot post: Missing Access" in await ours.told("feed list")
    await ours.ask("feed resume", number=1)
    assert "cannot post" not in await ours.told("feed list")
    assert await records.posts.broken(ours.owner) == ()


async def follow_in(records: Archive, server: Server, channel: str) -> None:
    """A second feed, in a channel that was usable once."""
    feed = replace((await records.feeds.find(server.owner, 1)).feed, url=SPORT_URL)
    await records.feeds.follow(server.owner, feed, (), SubscriptionOptions(channel, "x"), NOW)


async def test_a_channel_that_still_refuses_is_not_tried_again(ours: Server, records: Archive) -> None:
    """Discord counts what it refuses."""
    denied = discord.PermissionOverwrite(send_messages=False)
    silent = str(ours.guild.create_text_channel("silent", overwrites={ours.guild.default_role: denied}).id)
    await ours.ask("feed add", url=FEED_URL)
    await follow_in(records, ours, silent)
    daily = Schedule(time(8), "UTC")
    await records.schedules.add(ScheduledDigest(0, 0, ours.owner, silent, "x", daily, NOW))
    await records.posts.hold(silent, ours.owner, "Missing Access", NOW)
    for command, number in (("feed resume", 2), ("digest resume", 1)):
        shown = await ours.told(command, number=number)
        assert shown.startswith("I cannot post in #silent: I lack Send Messages.")
    assert len(await records.posts.broken(ours.owner)) == 1


async def test_a_channel_that_is_gone_is_told(ours: Server, records: Archive) -> None:
    await ours.ask("feed add", url=FEED_URL)
    await follow_in(records, ours, "999")
    assert (await ours.told("feed resume", number=2)).startswith("The channel no longer exists")


async def test_why_tells_of_each_item(ours: Server, records: Archive, clock: StoppedClock) -> None:
    await ours.ask("feed add", url=FEED_URL, filter="not:sport")
    await bring_news(records, "Talks end", "Sport day", "Talks end again", clock=clock)
    fates = await records.feeds.why(ours.owner, 1)
    decided = (
        (Outcome.FILTERED, "not:sport"),
        (Outcome.DUPLICATE, "Talks end"),
        (Outcome.FAILED, "Behind a paywall."),
    )
    for (item, fate), (became, detail) in zip(fates, decided, strict=False):
        settled = ItemOutcome(item.id, fate.subscription_id, became, detail)
        await records.feeds.settle(replace(item, retry_at=None), [settled], clock.at)
    shown = await ours.told("feed why", number=1)
    for words in (
        "filtered by `not:sport`",
        "a duplicate: Talks end",
        "failed: Behind a paywall.",
        "waiting to be read: It was already in the feed",
    ):
        assert words in shown
    assert shown == await ours.told("feed why"), "without a number, the feed that changed last"


async def test_why_turns_to_older_items_and_other_feeds(ours: Server, records: Archive, clock: StoppedClock) -> None:
    await ours.ask("feed add", url=FEED_URL)
    await ours.ask("feed add", url=SPORT_URL)
    await bring_news(records, *(f"News {n}" for n in range(10)), clock=clock)
    result = await ours.ask("feed why", number=1)
    assert result.response
    assert "News 0" in text_of(result.response)
    assert "waiting to be read" in text_of(result.response)
    await ours.chief.click(result.response, label="Older ›")
    assert "News 0" not in text_of(result.response)
    assert "News 9" in text_of(result.response)
    await ours.chief.select(result.response, ["2:"])
    assert "Feed **2** · Sport" in text_of(result.response)


async def test_a_list_is_imported_with_its_failures(env: simcord.Env, ours: Server, records: Archive) -> None:
    missing = [f"https://ministry.example.org/gone{n}.xml" for n in range(9)]
    result = await ours.ask("feed import", file=("feeds.opml", opml(FEED_URL, *missing, SPORT_URL)), filter="not:war")
    shown = private_text(result)
    assert "2 of 11 feeds are now followed." in shown
    assert "9 could not be added:" in shown
    assert "[List 3](<https://ministry.example.org/gone2.xml>) (ministry.example.org)" in shown
    assert "The feed was not found. Check the link." in shown
    followed = await records.feeds.followed(ours.owner)
    assert [(one.feed.url, one.subscription.filter) for one in followed] == [
        (FEED_URL, "not:war"),
        (SPORT_URL, "not:war"),
    ]
    edits = [str(r.json) for r in env.http_requests if r.method == "PATCH" and r.path.endswith("/messages/@original")]
    assert ["8 of 11" in edit for edit in edits] == [True, False, False]
    assert "11 of 11" in edits[1]


async def test_an_import_that_fails_late_is_told(env: simcord.Env, ours: Server, records: Archive) -> None:
    """How far it was stays, and the reason follows it: a message of components cannot become one of words."""
    follow = records.feeds.follow
    gone = [f"https://ministry.example.org/gone{n}.xml" for n in range(8)]

    async def break_off(*args: Any, **options: Any) -> Any:
        raise ArchiveError("The archive does not answer.", "Try again later.")

    records.feeds.follow = break_off  # type: ignore[method-assign] # the archive, lost between two steps
    result = await ours.ask("feed import", file=("feeds.opml", opml(*gone, FEED_URL)))
    records.feeds.follow = follow  # type: ignore[method-assign]
    assert private_text(result) == "The archive does not answer. Try again later."
    assert result.response
    assert "8 of 9" in text_of(result.response)
    edits = [r.json for r in env.http_requests if r.method == "PATCH" and r.path.endswith("/messages/@original")]
    assert not any(isinstance(edit, dict) and edit.get("content") for edit in edits)


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (b"Dear diary", "This file lists no feeds"),
        (b"<opml><body/></opml>", "This list has no feeds."),
        (b"x" * 2_000_001, "larger than 2 MB"),
    ],
)
async def test_a_file_that_is_no_list_is_told(ours: Server, body: bytes, says: str) -> None:
    assert says in await ours.told("feed import", file=("feeds.opml", body))


async def test_the_list_is_exported(env: simcord.Env, ours: Server) -> None:
    assert "No feeds are followed here." in await ours.told("feed export")
    await ours.ask("feed add", url=FEED_URL)
    result = await ours.ask("feed export")
    assert result.response
    assert [file.filename for file in result.response.attachments] == ["feeds.opml"]
    assert result.ephemeral


async def test_numbers_are_offered_with_titles(ours: Server) -> None:
    await ours.ask("feed add", url=FEED_URL)
    await ours.ask("feed add", url=SPORT_URL)
    for command in ("feed remove", "feed pause", "feed resume", "feed why", "feed filter"):
        offered = await ours.chief.autocomplete(ours.channel, command, "number", "")
        assert [(one["name"], one["value"]) for one in offered] == [("1 · Ministry of Harbours", 1), ("2 · Sport", 2)]
        assert [one["value"] for one in await ours.chief.autocomplete(ours.channel, command, "number", "spo")] == [2]
        assert await ours.guest.autocomplete(ours.channel, command, "number", "") == []


@pytest.mark.parametrize("command", [name for name in COMMANDS if name not in {"feed add", "feed browse"}])
async def test_another_servers_feeds_stay_its_own(ours: Server, theirs: Server, records: Archive, command: str) -> None:
    await ours.ask("feed add", url=FEED_URL, filter="not:secret")
    before = await records.feeds.followed(ours.owner)
    shown = await theirs.told(command, **COMMANDS[command])
    assert "Ministry" not in shown
    assert "secret" not in shown
    assert await records.feeds.followed(ours.owner) == before
    if COMMANDS[command].get("number"):
        assert await theirs.chief.autocomplete(theirs.channel, command, "number", "") == []


async def test_another_server_may_follow_the_same_feed(ours: Server, theirs: Server, records: Archive) -> None:
    await ours.ask("feed add", url=FEED_URL, filter="not:secret")
    shown = await theirs.told("feed add", url=FEED_URL)
    assert "Feed **1** in <#" in shown
    assert "secret" not in shown
    await theirs.ask("feed remove", number=1)
    assert len(await records.feeds.followed(ours.owner)) == 1


async def test_buttons_ask_about_the_server_they_are_pressed_in(env: simcord.Env, ours: Server, theirs: Server) -> None:
    """The lists are private; were one of their buttons in everybody's sight, it would tell nobody of another server."""
    await ours.ask("feed add", url=FEED_URL)
    older = Button("Older", ComponentAction(Action.FATES, detail="1:99999", turns=True))
    card = Card("Not for you", buttons=(older, Button("Page", ComponentAction(Action.FEEDS, turns=True))))
    stray = {server: await post(env, server, card) for server in (ours, theirs)}
    refused = await ours.guest.click(stray[ours], label="Older")
    assert private_text(refused).startswith("You cannot use this command here.")
    assert private_text(await theirs.chief.click(stray[theirs], label="Older")).startswith("There is no feed number 1")
    assert "No feeds are followed here yet." in private_text(await theirs.chief.click(stray[theirs], label="Page"))
    assert "Ministry of Harbours" in private_text(await ours.chief.click(stray[ours], label="Page"))
    assert text_of(stray[ours]) == text_of(stray[theirs]) == "Not for you"


async def post(env: simcord.Env, server: Server, card: Card) -> discord.Message:
    channel = env.bot.get_channel(server.channel.id)
    assert isinstance(channel, discord.TextChannel)
    await channel.send(**message_parts(card))
    assert server.channel.last_message
    return server.channel.last_message


@pytest.fixture
async def posted(ours: Server, records: Archive, clock: StoppedClock) -> Card:
    """What was posted of an item in our channel, with its button."""
    await ours.ask("feed add", url=FEED_URL, filter="not:sport")
    await bring_news(records, "Talks end", clock=clock)
    (item, fate), *_ = await records.feeds.why(ours.owner, 1)
    subject = f"item:{item.id}"
    key = post_key(PostKind.ITEM, str(ours.channel.id), subject, 0)
    card = with_why(render_bare_item(item.entry, feed_title="Ministry", reason=""), key)
    channel = str(ours.channel.id)
    post = Post(key, key, 0, PostKind.ITEM, ours.owner, channel, subject, encode_card(card), clock.at)
    await records.posts.record([post], clock.at)
    made = ItemOutcome(item.id, fate.subscription_id, Outcome.SENDING, post=key)
    await records.feeds.settle(replace(item, retry_at=None), [made], clock.at)
    return card


async def test_anyone_may_ask_why_a_post_is_there(env: simcord.Env, ours: Server, theirs: Server, posted: Card) -> None:
    here, there = [await post(env, server, posted) for server in (ours, theirs)]
    shown = private_text(await ours.guest.click(here, label="Why this?"))
    assert (
        "It came from [Ministry of Harbours](<https://ministry.example.org/>) (ministry.example.org), feed 1" in shown
    )
    assert "It passed the filter `not:sport`" in shown
    refused = private_text(await theirs.chief.click(there, label="Why this?"))
    assert refused.startswith("I have no record of this post.")
