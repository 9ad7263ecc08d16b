"""What comes by itself: an item's post, its quiet edit, a watch's alert, quiet hours, a digest in its minute."""

import asyncio
import re
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from benchmarks.discord_loopback.world import TAGS, Json, Origin, channel_id
from benchmarks.loopback import article_page
from tests.acceptance.conftest import Afterwards
from tests.acceptance.figures import FIGURES
from tests.acceptance.harness import Harness, find_press, minute_ahead, open_origin, parts_of, presses_of, text_of
from tests.acceptance.site import split_paragraphs
from tests.acceptance.texts import BORDER, CRANES, GRAIN, HARBOUR, QUARREL, articles, follow_ups

pytestmark = [pytest.mark.acceptance, pytest.mark.asyncio(loop_scope="module")]

SOON = 15.0
"""Seconds from when an item can be seen to its post or alert."""
CHIEF = Origin()
DIGEST_CHIEF = Origin(1, 1)
WATCHER, SLEEPER = open_origin(11), open_origin(12)
CLOSED, HERE = Origin(13, 0, 6), Origin(14, 0, 5)
NEWS, DIGESTED, WATCHED, LEFT, FORUMED, *STORY = range(1, 8)
FORUM = 8
"""The number of the forum, which follows the text channels."""
PICTURE = "https://pictures.example/silos.jpg"

pending: dict[str, datetime] = {}
"""When the digests of the first test are due, by channel."""


async def seen(harness: Harness, site: int, name: str) -> float:
    """Have the feed asked; when the item was first shown to the bot."""
    harness.poll(site)
    await harness.until(lambda: (site, name) in harness.web.seen_at)
    return harness.web.seen_at[site, name]


async def told(harness: Harness, channel: str, words: str, *, within: float = SOON) -> Json:
    """The message of that channel that says so."""

    def find() -> list[Json]:
        messages = [one.tell() for one in harness.discord.messages.of(channel)]
        return [message for message in messages if words in text_of(message)]

    await harness.until(find, within=within)
    (found,) = find()
    return found


async def test_what_is_followed_and_scheduled(harness: Harness) -> None:
    for number, (title, text) in enumerate(articles(3)):
        harness.web.publish((NEWS, WATCHED, LEFT)[number], "yesterday", title, text)
    harness.web.feeds[DIGESTED] = {}
    for site, options in ((NEWS, {"edits": True}), (WATCHED, {}), (LEFT, {"filter": "any:ferry"})):
        added = await harness.use(
            replace(CHIEF, channel=site), "feed add", url=harness.web.url(site, "feed"), **options
        )
        assert "New items will appear from now on" in added.text
    url = harness.web.url(NEWS, "feed")
    assert "Feed added" in (await harness.use(DIGEST_CHIEF, "feed add", url=url, deliver="digest")).text
    await harness.use(WATCHER, "settings me", timezone="Europe/Berlin")
    await harness.use(WATCHER, "watch add", speaker="Brandt")
    await harness.use(HERE, "watch add", speaker="Oskar Brandt", topic="contract", deliver="here")
    await harness.use(CLOSED, "watch add", topic="cranes")
    harness.discord.rest.closed.add(open_origin(CLOSED.person).channel_id)
    # quiet hours that hold now, and end in a minute or two
    end = datetime.now(UTC) + timedelta(seconds=100)
    quiet = f"{end - timedelta(hours=2):%H:%M}-{end:%H:%M}"
    pending[SLEEPER.channel_id] = end.replace(second=0, microsecond=0)
    assert quiet.split("-")[1] in (await harness.use(SLEEPER, "settings me", timezone="UTC", quiet=quiet)).text
    await harness.use(SLEEPER, "watch add", topic="cranes")


async def test_an_item_is_posted(harness: Harness) -> None:
    harness.web.publish(NEWS, "harbour", "The Marigold sails", HARBOUR)
    at = await seen(harness, NEWS, "harbour")
    message = await told(harness, channel_id(0, NEWS), "The Marigold sails")
    FIGURES.alerts["post"] = time.monotonic() - at
    assert re.search("The Courier 1", text_of(message))
    why = await harness.press(CHIEF, message, find_press(message, "Why this?"))
    assert "It came from The Courier 1" in why.text
    assert not harness.discord.messages.of(DIGEST_CHIEF.channel_id)


async def test_a_digest_is_due_at_a_minute_soon(harness: Harness) -> None:
    due = minute_ahead()
    pending[DIGEST_CHIEF.channel_id] = due
    at = f"{due:%H:%M}"
    answer = await harness.use(DIGEST_CHIEF, "digest schedule", time=at, timezone="UTC")
    assert "Digest scheduled" in answer.text
    quiet = f"{due - timedelta(hours=1):%H:%M}-{due + timedelta(hours=1):%H:%M}"
    later = await harness.use(DIGEST_CHIEF, "digest schedule", time=at, timezone="UTC", topic="quiet", quiet=quiet)
    assert "move it" in later.text


async def test_an_edit_is_quiet(harness: Harness) -> None:
    before = len(harness.discord.messages.of(channel_id(0, NEWS)))
    harness.web.publish(NEWS, "harbour", "The Marigold sails at last", HARBOUR.replace("eleven days", "twelve days"))
    harness.poll(NEWS)
    message = await told(harness, channel_id(0, NEWS), "The Marigold sails at last")
    assert message["edited_timestamp"]
    assert len(harness.discord.messages.of(channel_id(0, NEWS))) == before


async def test_a_watch_tells_within_seconds(harness: Harness) -> None:
    harness.web.publish(WATCHED, "cranes", "Four cranes for Lisk", CRANES)
    at = await seen(harness, WATCHED, "cranes")
    alert = await told(harness, WATCHER.channel_id, "Brandt", within=SOON - (time.monotonic() - at))
    FIGURES.alerts["alert"] = time.monotonic() - at
    here = await told(harness, HERE.channel_id, "Four cranes for Lisk")
    for origin, message in ((WATCHER, alert), (HERE, here)):
        why = await harness.press(origin, message, find_press(message, "Why this?"))
        assert "It matched your watch 1" in why.text
    # on a slow machine the quiet hours may be over by now
    assert not harness.discord.messages.of(SLEEPER.channel_id) or datetime.now(UTC) >= pending[SLEEPER.channel_id]


async def test_who_takes_no_messages_is_left_alone_and_told_once(harness: Harness) -> None:
    await told(harness, CLOSED.channel_id, "A watch is paused")
    assert "paused" in (await harness.use(CLOSED, "watch list")).text
    refused = [one for one in harness.discord.rest.kept or [] if one.status == 403]
    assert len(refused) == 1


async def test_another_outlet_of_the_same_event_is_no_second_alert(harness: Harness) -> None:
    harness.web.publish(NEWS, "cranes", "Four cranes for Lisk", CRANES + "\n\nReporting by our own man at the quay.")
    await seen(harness, NEWS, "cranes")
    await told(harness, channel_id(0, NEWS), "Four cranes for Lisk")
    await asyncio.sleep(4)  # longer than the dispatcher takes to find what is due
    assert len(harness.discord.messages.of(WATCHER.channel_id)) == 1


async def test_a_story_can_be_taken_apart_and_put_together_again(harness: Harness) -> None:
    message = await told(harness, channel_id(0, NEWS), "Four cranes for Lisk")
    origin = replace(CHIEF, channel=NEWS)
    why = await harness.press(origin, message, find_press(message, "Why this?"))
    apart = await harness.press(origin, why.messages[0], find_press(why.messages[0], "Not the same story"))
    assert "2" in apart.text
    undone = await harness.press(origin, apart.messages[0], find_press(apart.messages[0], "Undo"))
    assert "one story" in undone.text


async def test_what_a_filter_keeps_out_is_told_why(harness: Harness) -> None:
    harness.web.publish(LEFT, "grain", "Wheat from three silos", GRAIN)
    harness.web.publish(LEFT, "ferry", "The ferry is late", QUARREL + "\n\nThe ferry to the island waited for both.")
    await seen(harness, LEFT, "ferry")
    await told(harness, channel_id(0, LEFT), "The ferry is late")
    why = await harness.use(replace(CHIEF, channel=LEFT), "feed why", number=3)
    assert re.search(r"Wheat from three silos.*filtered by any:ferry", why.text, re.DOTALL), why.text


async def test_a_feed_that_fails_is_told_of_in_the_list(harness: Harness) -> None:
    del harness.web.feeds[LEFT]
    harness.poll(LEFT)
    await harness.until(lambda: harness.read("SELECT 1 FROM feeds WHERE failures = 1"))
    assert "failing" in (await harness.use(CHIEF, "feed list")).text
    harness.web.publish(LEFT, "border", "The ferry and the border", BORDER + "\n\nA ferry crossed, too.")
    harness.poll(LEFT)
    await told(harness, channel_id(0, LEFT), "The ferry and the border")


async def test_a_forum_has_a_thread_for_each_item_with_its_tag_and_picture(harness: Harness) -> None:
    harness.web.feeds[FORUMED] = {}
    added = await harness.use(
        CHIEF,
        "feed add",
        url=harness.web.url(FORUMED, "feed"),
        channel=channel_id(0, FORUM),
        tag=TAGS[0],
        pictures=True,
    )
    assert f"tag {TAGS[0]} · with headline pictures" in added.text
    harness.web.publish(FORUMED, "grain", "Wheat leaves three silos", GRAIN)
    head = f'<meta property="og:image" content="{PICTURE}">'
    page = article_page("Wheat leaves three silos", split_paragraphs(GRAIN), "The Courier 5", head=head)
    harness.web.put(FORUMED, "grain", page)
    harness.poll(FORUMED)
    await harness.until(lambda: harness.discord.threads.opened, within=SOON)
    (thread,) = harness.discord.threads.opened.values()
    assert (thread["name"], thread["parent_id"]) == ("Wheat leaves three silos", channel_id(0, FORUM))
    forum = harness.discord.form.find_channel(channel_id(0, FORUM))
    assert forum is not None
    assert thread["applied_tags"] == [forum["available_tags"][0]["id"]]
    (message,) = await harness.posted(thread["id"], 1)
    assert [part["items"][0]["media"]["url"] for part in parts_of(message) if part.get("type") == 12] == [PICTURE]


async def test_what_follows_on_a_story_stands_in_the_thread_of_its_message(harness: Harness) -> None:
    here = replace(CHIEF, channel=7)
    opening, later, last = follow_ups()
    for site in STORY:
        harness.web.feeds[site] = {}
        await harness.use(here, "feed add", url=harness.web.url(site, "feed"), followups="thread")
    harness.web.publish(STORY[0], "call", *opening)
    harness.poll(STORY[0])
    posted = await told(harness, here.channel_id, opening[0])
    for number, article in enumerate((later, last), 1):
        await harness.collect(STORY[1], str(number), article)
        harness.hasten_follow_ups()
        await harness.posted(posted["id"], number, within=SOON)
    assert harness.discord.threads.opened[posted["id"]]["name"] == later[0]
    first, second = (text_of(one.tell()) for one in harness.discord.messages.of(posted["id"]))
    assert "fund is open from this morning" in first
    assert "we count the lifeboats" in second
    assert "fund is open from this morning" not in second
    assert len(harness.discord.messages.of(here.channel_id)) == 1


async def test_the_digest_comes_once(harness: Harness) -> None:
    due = pending[DIGEST_CHIEF.channel_id]
    wait = (due - datetime.now(UTC)).total_seconds()
    if wait > 0:
        with harness.step("waiting for a digest"):
            await asyncio.sleep(wait)
    message = await told(harness, DIGEST_CHIEF.channel_id, "The Marigold sails", within=30)
    late = (datetime.now(UTC) - due).total_seconds()
    FIGURES.alerts["digest (settling 10 s)"] = late
    assert "Digest" in text_of(message)
    why = await harness.press(DIGEST_CHIEF, message, find_press(message, "Why this?"))
    assert "It is digest 1" in why.text
    for ident, values in presses_of(message):
        assert (await harness.press(DIGEST_CHIEF, message, ident, *values)).text


async def test_quiet_hours_end_and_what_waited_is_told_in_one_message(harness: Harness) -> None:
    wait = (pending[SLEEPER.channel_id] - datetime.now(UTC)).total_seconds()
    if wait > 0:
        with harness.step("waiting for the end of quiet hours"):
            await asyncio.sleep(wait)
    await told(harness, SLEEPER.channel_id, "Four cranes for Lisk")
    assert len(harness.discord.messages.of(SLEEPER.channel_id)) == 1


async def test_stopping_a_watch_on_its_alert(harness: Harness) -> None:
    (alert,) = await harness.posted(WATCHER.channel_id, 1)
    stopped = await harness.press(WATCHER, alert, find_press(alert, "Stop this watch"))
    assert "sends no more alerts" in stopped.text
    foreign = await harness.press(CHIEF, alert, find_press(alert, "Stop this watch"))
    assert foreign.text


async def test_everything_came_once(harness: Harness) -> None:
    channels = {message.channel for message in harness.discord.messages.everywhere()}
    for channel in channels:
        titles = [text_of(one.tell()).splitlines()[0] for one in harness.discord.messages.of(channel)]
        assert len(titles) == len(set(titles)), titles
    assert len(harness.discord.messages.of(DIGEST_CHIEF.channel_id)) == 1


class TestAfterwards(Afterwards):
    pass
