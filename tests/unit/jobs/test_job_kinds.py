"""What the tables say is due, of each kind, in fair order and at a cost that a long queue does not raise."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import event
from structlog.testing import capture_logs

from bot.archive.store import Archive
from bot.domain.feed import Entry
from bot.domain.post import Post, PostKind, post_key
from bot.domain.schedule import Schedule
from bot.domain.schedule import parse_time as at
from bot.domain.scheduled_digest import ScheduledDigest
from bot.domain.watch import direct_to, parse_interest
from bot.jobs.job_kinds import ABREAST, FOUND_AT_ONCE, find_deliveries, find_items, find_watching
from bot.jobs.scheduled_digests import DigestJob
from bot.jobs.watch_job import EVERYTHING
from bot.services.digest_composer import ArchiveDigestComposer
from tests.unit.jobs.worker_setup import CHANNEL, GRAIN, OURS, Newsdesk
from tests.unit.services.fakes import NOW


def notice(channel: str) -> Post:
    key = post_key(PostKind.NOTICE, channel, "x", 0)
    return Post(key, key, 0, PostKind.NOTICE, OURS, channel, "x", "{}", NOW)


async def due_items(desk: Newsdesk) -> list[str]:
    return await find_items(desk.archive.feeds, desk.clock.now())


async def test_an_item_is_due_until_it_is_settled(desk: Newsdesk) -> None:
    assert await due_items(desk) == []
    (item,) = await desk.show(await desk.follow(), Entry(guid="a", title="A"))
    assert await due_items(desk) == [str(item)]
    await desk.work()
    assert await due_items(desk) == []


async def test_a_digest_is_due_when_its_time_has_come(desk: Newsdesk) -> None:
    job = DigestJob(
        desk.archive.schedules, desk.archive.preferences, ArchiveDigestComposer(desk.archive, desk.clock), desk.clock
    )
    digest = await desk.archive.schedules.add(
        ScheduledDigest(0, 0, OURS, CHANNEL, "x", Schedule(at("09:40"), "UTC"), desk.clock.now())
    )
    assert await job.find(desk.clock.now(), limit=9) == []
    desk.clock.at += timedelta(minutes=10)
    assert await job.find(desk.clock.now(), limit=9) == [str(digest.id)]


async def test_the_times_of_digests_are_set_anew_once_before_the_first_is_looked_for(desk: Newsdesk) -> None:
    schedules = desk.archive.schedules
    job = DigestJob(schedules, desk.archive.preferences, ArchiveDigestComposer(desk.archive, desk.clock), desk.clock)
    with capture_logs() as logs:
        await job.find(desk.clock.now(), limit=9)
        await job.find(desk.clock.now(), limit=9)
    assert [entry["event"] for entry in logs] == ["digests were scheduled"]


async def test_what_waits_for_a_channel_is_due_but_what_a_console_prints_is_left_to_it(desk: Newsdesk) -> None:
    await desk.archive.posts.record([notice("console"), notice(CHANNEL)], NOW)
    assert await find_deliveries(desk.archive.posts, desk.clock.now()) == [CHANNEL]


async def test_people_share_a_few_subjects_so_that_no_log_names_them(desk: Newsdesk) -> None:
    people = [direct_to(f"discord:{number}") for number in (8, 16, 17)]
    await desk.archive.posts.record([notice(channel) for channel in people], NOW)
    assert sorted(await find_deliveries(desk.archive.posts, desk.clock.now())) == ["people:0", "people:1"]


async def test_watches_are_due_while_an_article_is_to_be_looked_at(desk: Newsdesk) -> None:
    watches, now = desk.archive.watches, desk.clock.now()
    await watches.add(OURS, parse_interest("Vale", ""), channel=CHANNEL, server=None, place=None, now=now)
    assert await find_watching(watches, now) == []
    await desk.publish(await desk.follow(), "grain", GRAIN)
    await desk.work()
    assert await find_watching(watches, now) == [EVERYTHING]


def entries(site: str, count: int) -> list[Entry]:
    return [Entry(guid=f"{site}{n}", link=f"https://{site}/{n}", title=f"News {n}") for n in range(count)]


async def test_a_feed_that_shows_hundreds_of_items_holds_up_no_other(desk: Newsdesk) -> None:
    rude, good, later = [await desk.follow(name) for name in ("rude", "good", "later")]
    many = await desk.show(rude, *entries("rude.example", 300))
    desk.clock.at += timedelta(minutes=1)
    few = await desk.show(good, *entries("good.example", 3))
    (last,) = await desk.show(later, *entries("later.example", 1))
    assert await due_items(desk) == [str(number) for number in (many[0], few[0], last, many[1], few[1])]
    first = await desk.item(many[0])
    await desk.archive.feeds.settle(replace(first, retry_at=None), (), desk.clock.now())
    assert str(many[2]) in await due_items(desk), "one is done, the next follows"


async def test_a_site_to_which_many_feeds_lead_holds_up_no_other(desk: Newsdesk) -> None:
    for n in range(6):
        await desk.show(await desk.follow(f"rude{n}"), Entry(guid="a", link=f"https://www.rude.example/{n}", title="A"))
    desk.clock.at += timedelta(minutes=1)
    (good,) = await desk.show(await desk.follow("good"), *entries("good.example", 1))
    carried = await desk.show(await desk.follow("bare"), Entry(guid="b", title="B"), Entry(guid="c", title="C"))
    due = await due_items(desk)
    assert {str(good), *map(str, carried)} <= set(due), "what leads to no site is no site's"
    assert len(due) == ABREAST + 3


@pytest.mark.sqlite_only("what is asked is the same on both, and filing ten thousand items takes seconds")
async def test_ten_thousand_items_that_wait_cost_a_look_no_more_than_a_hundred(
    desk: Newsdesk, archive: Archive
) -> None:
    feed = await desk.follow()
    waiting = await desk.show(feed, *(Entry(guid=str(n), title=f"News {n}") for n in range(10_000)))
    asked: list[str] = []
    engine = archive._engines.reader.sync_engine
    event.listen(engine, "before_cursor_execute", lambda _c, _u, statement, *_: asked.append(statement))
    assert await due_items(desk) == [str(number) for number in waiting[:ABREAST]], "the oldest first"
    assert len([one for one in asked if "SELECT" in one]) == 1


async def test_one_look_finds_so_many_and_no_more(desk: Newsdesk) -> None:
    posts = [notice(str(10_000 + number)) for number in range(FOUND_AT_ONCE + 5)]
    await desk.archive.posts.record(posts, NOW)
    assert len(await find_deliveries(desk.archive.posts, desk.clock.now())) == FOUND_AT_ONCE
