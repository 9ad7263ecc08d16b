"""Restarts at awkward moments: nothing is lost, nothing comes twice, and every button goes on working."""

import asyncio
from dataclasses import replace

import pytest

from benchmarks.discord_loopback.faults import Cut
from benchmarks.discord_loopback.world import Json, Origin, channel_id
from tests.acceptance.conftest import Afterwards
from tests.acceptance.harness import WITHIN, Answer, Harness, find_press, open_origin, presses_of, text_of
from tests.acceptance.kills import comes_once, count, hold, killed_while_sending
from tests.acceptance.texts import CRANES, QUARREL, articles, follow_ups

pytestmark = [pytest.mark.acceptance, pytest.mark.asyncio(loop_scope="module")]

CHIEF = Origin()
DIGEST = Origin(1, 1)
WATCHER = open_origin(11)
NEWS, WATCHED = 1, 2
STORY = (5, 6)
TITLES = articles(4)

kept: list[Json] = []


async def explained(harness: Harness, origin: Origin, message: Json) -> Answer:
    return await harness.press(origin, message, find_press(message, "Why this?"))


async def test_what_is_set_up_outlives_a_stop(harness: Harness) -> None:
    harness.web.feeds |= {NEWS: {}, WATCHED: {}}
    await harness.use(CHIEF, "feed add", url=harness.web.url(NEWS, "feed"))
    await harness.use(replace(CHIEF, channel=1), "feed add", url=harness.web.url(WATCHED, "feed"), filter="any:nothing")
    await harness.use(DIGEST, "feed add", url=harness.web.url(NEWS, "feed"), deliver="digest")
    await harness.use(WATCHER, "watch add", topic="cranes")
    kept.append((await harness.use(CHIEF, "whosaid", article=QUARREL)).messages[0])
    await harness.stop()
    await harness.start()
    assert "The Courier 1" in (await harness.use(CHIEF, "feed list")).text
    assert "cranes" in (await harness.use(WATCHER, "watch list")).text


async def test_a_second_run_on_the_archive_is_refused(harness: Harness) -> None:
    shards = len(harness.discord.gateway.opened)
    second = await harness.program.start()
    harness.program.running.remove(second)  # its end is no fault
    async with asyncio.timeout(WITHIN):
        await second.process.wait()
    told = second.log.read_text("utf-8")
    assert second.process.returncode
    assert f"The bot already runs on this archive, as process {harness.process.process.pid}." in told
    assert "Traceback" not in told
    assert len(harness.discord.gateway.opened) == shards
    assert "The Courier 1" in (await harness.use(CHIEF, "feed list")).text


async def test_killed_after_the_record_and_before_the_message(harness: Harness) -> None:
    fault = await hold(harness, channel_id(0, 0), cut=Cut.BEFORE)
    harness.web.publish(NEWS, "first", *TITLES[0])
    harness.poll(NEWS)
    await killed_while_sending(harness, channel_id(0, 0), fault)
    await comes_once(harness, channel_id(0, 0), TITLES[0][0])


async def test_killed_after_the_message_and_before_its_answer(harness: Harness) -> None:
    fault = await hold(harness, channel_id(0, 0), cut=Cut.AFTER)
    harness.web.publish(NEWS, "second", *TITLES[1])
    harness.poll(NEWS)
    await killed_while_sending(harness, channel_id(0, 0), fault)
    await comes_once(harness, channel_id(0, 0), TITLES[1][0])


async def test_killed_with_an_alert_due(harness: Harness) -> None:
    fault = await hold(harness, WATCHER.channel_id, cut=Cut.AFTER)
    harness.web.publish(WATCHED, "cranes", "Four cranes for Lisk", CRANES)
    harness.poll(WATCHED)
    await killed_while_sending(harness, WATCHER.channel_id, fault)
    await comes_once(harness, WATCHER.channel_id, "Four cranes for Lisk")


async def test_killed_while_a_follow_up_is_sent(harness: Harness) -> None:
    """What is new of a story is a reply to its message, which comes once; nothing follows a message that is gone."""
    here, (quarrel, later, last) = replace(CHIEF, channel=3), follow_ups()
    for site in STORY:
        harness.web.feeds[site] = {}
        await harness.use(here, "feed add", url=harness.web.url(site, "feed"), followups="reply")
    harness.web.publish(STORY[0], "call", *quarrel)
    harness.poll(STORY[0])
    await comes_once(harness, here.channel_id, quarrel[0])
    (opening,) = harness.discord.messages.of(here.channel_id)
    await harness.collect(STORY[1], "later", later)
    fault = await hold(harness, here.channel_id, cut=Cut.AFTER)
    harness.hasten_follow_ups()
    await killed_while_sending(harness, here.channel_id, fault)
    await comes_once(harness, here.channel_id, "fund is open from this morning")
    _, told = harness.discord.messages.of(here.channel_id)
    assert told.tell()["message_reference"]["message_id"] == int(opening.ident)
    assert "New since" in text_of(told.tell())
    assert "Nobody wants an empty harbour" not in text_of(told.tell())
    assert "a story that was posted here before" in (await explained(harness, here, told.tell())).text
    harness.discord.messages.delete(here.channel_id, opening.ident)
    await harness.collect(STORY[1], "last", last)
    harness.hasten_follow_ups()
    await harness.until(lambda: harness.read("SELECT 1 FROM posts WHERE kind = 'followup' AND state = 'dropped'"))
    assert "message about this story was deleted" in (await harness.use(here, "feed why", number=4)).text
    assert count(harness, here.channel_id) == 1


async def test_killed_while_a_feed_is_asked(harness: Harness) -> None:
    """The page takes its time, and the process ends in the midst of it."""
    url = harness.web.publish(NEWS, "third", *TITLES[2])
    page = harness.web.pages[NEWS, "third"]
    harness.web.put(NEWS, "third", replace(page, delay=5))
    harness.poll(NEWS)
    await harness.until(lambda: harness.web.asked[NEWS, "third"])
    await harness.kill()
    harness.web.put(NEWS, "third", page)
    await harness.start()
    await comes_once(harness, channel_id(0, 0), TITLES[2][0])
    assert url


async def test_stopped_while_people_wait(harness: Harness) -> None:
    """An operator stops it while a page is on its way: it ends soon, and whoever asks again is answered."""
    page = harness.web.pages[NEWS, "third"]
    harness.web.put(9, "slow", replace(page, delay=10))
    asked = await harness.discord.use(CHIEF, "summarize", {"article": harness.web.url(9, "slow")})
    person = open_origin(15)
    await harness.discord.write(person, harness.web.url(9, "slow"))
    await harness.until(lambda: harness.web.asked[9, "slow"] == 2)
    await harness.stop()
    assert "restarting" in Answer(asked).text
    assert Answer(asked).private
    (message,) = harness.discord.messages.of(person.channel_id)
    assert "restarting" in text_of(message.tell())
    await harness.start()
    harness.web.put(9, "slow", page)
    told = await harness.use(CHIEF, "summarize", article=harness.web.url(9, "slow"))
    assert "word for word" in told.text


async def test_buttons_go_on_working(harness: Harness) -> None:
    for message in [*kept, *(one.tell() for one in harness.discord.messages.of(channel_id(0, 0)))]:
        for ident, values in presses_of(message):
            told = await harness.press(CHIEF, message, ident, *values)
            assert told.text or told.files


async def test_nothing_came_twice(harness: Harness) -> None:
    titles = [text_of(one.tell()).splitlines()[0] for one in harness.discord.messages.of(channel_id(0, 0))]
    assert len(titles) == len(set(titles)) == 3
    assert count(harness, WATCHER.channel_id) == 1


class TestAfterwards(Afterwards):
    pass
