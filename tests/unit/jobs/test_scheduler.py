"""The sweep: what the tables say is due is ordered, each kind by itself, at a cost that a long queue does not raise."""

from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any, cast

import pytest
from sqlalchemy import event
from structlog.testing import capture_logs

from bot.archive.store import Archive
from bot.domain.article import Article
from bot.domain.feed import Entry
from bot.domain.post import Post, PostKind, post_key
from bot.domain.schedule import Schedule
from bot.domain.schedule import parse_time as at
from bot.errors import ArchiveError
from bot.jobs.job_queue import JobKind
from bot.jobs.scheduler import ABREAST, EVERY, GIVE_BACK_EVERY, PRUNE_EVERY, TIDY_EVERY, Scheduler
from tests.unit.jobs.worker_setup import CHANNEL, HARBOUR, OURS, Newsdesk
from tests.unit.services.fakes import NOW, RunningClock


@dataclass
class Orders:
    """Jobs that are only written down."""

    ordered: list[tuple[JobKind, str]] = field(default_factory=list)
    forgotten: int = 0
    present: list[Collection[str]] = field(default_factory=list)
    failure: Exception | None = None

    async def enqueue(self, kind: JobKind, subject: str) -> None:
        if self.failure:
            raise self.failure
        self.ordered.append((kind, subject))

    async def delete_finished(self) -> None:
        self.forgotten += 1

    async def recover_lost(self, list_present: Callable[[], Awaitable[Collection[str]]]) -> int:
        self.present.append(await list_present())
        return 0


def make_sweep(desk: Newsdesk, orders: Orders) -> Scheduler:
    return Scheduler(desk.archive, cast("Any", orders), desk.clock)


async def make_due(desk: Newsdesk) -> list[tuple[JobKind, str]]:
    """Something of each kind that is due in a moment."""
    feed = await desk.follow()
    (item,) = await desk.show(feed, Entry(guid="a", title="A"))
    schedule = Schedule(at("09:40"), "UTC")
    digest = await desk.archive.schedules.add(
        OURS, schedule, channel=CHANNEL, by="x", topic="", silent=False, now=desk.clock.now()
    )
    key = post_key(PostKind.NOTICE, CHANNEL, "x", 0)
    await desk.archive.posts.record([Post(key, key, 0, PostKind.NOTICE, OURS, CHANNEL, "x", "{}", NOW)], NOW)
    desk.clock.at += timedelta(minutes=10)
    return [(JobKind.ITEM, str(item)), (JobKind.DIGEST, str(digest.id)), (JobKind.DELIVERY, CHANNEL)]


async def test_what_is_due_is_ordered(desk: Newsdesk) -> None:
    orders = Orders()
    await make_sweep(desk, orders).run_once()
    assert orders.ordered == []
    due = await make_due(desk)
    await make_sweep(desk, orders).run_once()
    assert orders.ordered == due


@pytest.mark.parametrize("broken", ["feeds", "schedules", "posts"])
async def test_a_part_that_fails_stops_no_other(
    desk: Newsdesk, archive: Archive, broken: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    due = await make_due(desk)
    kinds = {"feeds": JobKind.ITEM, "schedules": JobKind.DIGEST, "posts": JobKind.DELIVERY}

    class Broken:
        def __getattr__(self, name: str) -> Any:
            raise ArchiveError("The archive's disk is full.", "Free some space.")

    monkeypatch.setattr(archive, broken, Broken())
    orders = Orders()
    with capture_logs() as logs:
        await make_sweep(desk, orders).run_once()
    assert orders.ordered == [one for one in due if one[0] is not kinds[broken]]
    assert orders.forgotten == 1
    assert logs


async def test_a_record_of_jobs_that_fails_does_not_end_the_desk(desk: Newsdesk) -> None:
    await make_due(desk)
    orders = Orders(failure=OSError("disk"))
    with capture_logs() as logs:
        await make_sweep(desk, orders).run_once()
    assert [entry["part"] for entry in logs if entry["log_level"] == "warning"] == [
        "order_items",
        "order_digests",
        "order_deliveries",
    ]
    orders.failure = None
    await make_sweep(desk, orders).run_once()
    assert len(orders.ordered) == 3


async def test_what_is_over_is_forgotten_once_an_hour(desk: Newsdesk) -> None:
    orders = Orders()
    sweep = make_sweep(desk, orders)
    await sweep.run_once()
    desk.clock.at += TIDY_EVERY - timedelta(seconds=1)
    await sweep.run_once()
    assert orders.forgotten == 1
    desk.clock.at += timedelta(seconds=1)
    await sweep.run_once()
    assert orders.forgotten == 2


async def test_a_sender_orders_deliveries_alone_and_the_desk_all_else(desk: Newsdesk) -> None:
    due = await make_due(desk)
    sender, rest = Orders(), Orders()
    posting = frozenset({JobKind.DELIVERY})
    await Scheduler(desk.archive, cast("Any", sender), desk.clock, kinds=posting).run_once()
    await Scheduler(desk.archive, cast("Any", rest), desk.clock, kinds=frozenset(JobKind) - posting).run_once()
    assert sender.ordered == [(JobKind.DELIVERY, CHANNEL)]
    assert sender.forgotten == 0, "that is the desk's"
    assert rest.ordered == [one for one in due if one not in sender.ordered]
    assert rest.forgotten == 1


async def test_what_lost_processes_left_is_given_back_every_few_seconds(desk: Newsdesk) -> None:
    async def present() -> tuple[str, ...]:
        return ("one",)

    orders = Orders()
    sweep = Scheduler(desk.archive, cast("Any", orders), desk.clock, present=present)
    await sweep.run_once()
    await sweep.run_once()
    assert orders.present == [("one",)]
    desk.clock.at += GIVE_BACK_EVERY
    await sweep.run_once()
    assert orders.present == [("one",), ("one",)]
    await make_sweep(desk, orders).run_once()
    assert len(orders.present) == 2, "a process alone has nobody's to give back"


async def test_articles_are_kept_as_long_as_is_set_and_no_longer(desk: Newsdesk) -> None:
    """Looked for once a day; without a limit, never."""
    await desk.article_service.save(Article(HARBOUR, "Trawler sails", "https://quill.example/1"))
    desk.clock.at = datetime.now(UTC)  # by which first readings are dated
    forever, month = make_sweep(desk, Orders()), make_sweep(desk, Orders())
    month.kept = timedelta(days=30)
    for days, left in ((0, 1), (29, 1), (2, 0)):
        desk.clock.at += timedelta(days=days)
        await forever.run_once()
        await month.run_once()
        assert await desk.article_service.count_articles() == left
    await desk.article_service.save(Article(HARBOUR, "Trawler sails", "https://quill.example/1"))
    desk.clock.at += timedelta(days=60)
    month._pruned_at = desk.clock.at - PRUNE_EVERY + timedelta(seconds=1)
    await month.run_once()
    assert await desk.article_service.count_articles() == 1, "it is not a day since"
    await forever.run_once()
    assert await desk.article_service.count_articles() == 1


async def test_it_goes_on_until_it_is_ended(desk: Newsdesk) -> None:
    class EndedError(Exception):
        pass

    class Clock(RunningClock):
        async def sleep(self, seconds: float) -> None:
            assert seconds == EVERY
            self.at += timedelta(seconds=seconds)
            if self.at > NOW + timedelta(seconds=9):
                raise EndedError

    orders = Orders()
    desk.clock = Clock()
    await make_due(desk)
    desk.clock.at = NOW
    with pytest.raises(EndedError):
        await make_sweep(desk, orders).run()
    assert orders.ordered.count((JobKind.DELIVERY, CHANNEL)) == 5


async def test_what_a_console_prints_is_left_to_it(desk: Newsdesk) -> None:
    orders = Orders()
    posts = [
        Post(key, key, 0, PostKind.NOTICE, OURS, channel, "x", "{}", NOW)
        for channel in ("console", CHANNEL)
        for key in [post_key(PostKind.NOTICE, channel, "x", 0)]
    ]
    await desk.archive.posts.record(posts, NOW)
    await make_sweep(desk, orders).run_once()
    assert [subject for kind, subject in orders.ordered if kind is JobKind.DELIVERY] == [CHANNEL]


async def ordered_items(desk: Newsdesk) -> list[str]:
    orders = Orders()
    await make_sweep(desk, orders).run_once()
    return [subject for kind, subject in orders.ordered if kind is JobKind.ITEM]


def entries(site: str, count: int) -> list[Entry]:
    return [Entry(guid=f"{site}{n}", link=f"https://{site}/{n}", title=f"News {n}") for n in range(count)]


async def test_a_feed_that_shows_hundreds_of_items_holds_up_no_other(desk: Newsdesk) -> None:
    rude, good, later = [await desk.follow(name) for name in ("rude", "good", "later")]
    many = await desk.show(rude, *entries("rude.example", 300))
    desk.clock.at += timedelta(minutes=1)
    few = await desk.show(good, *entries("good.example", 3))
    (last,) = await desk.show(later, *entries("later.example", 1))
    assert await ordered_items(desk) == [str(number) for number in (many[0], few[0], last, many[1], few[1])]
    first = await desk.item(many[0])
    await desk.archive.feeds.settle(replace(first, retry_at=None), (), desk.clock.now())
    assert str(many[2]) in await ordered_items(desk), "one is done, the next follows"


async def test_a_site_to_which_many_feeds_lead_holds_up_no_other(desk: Newsdesk) -> None:
    for n in range(6):
        await desk.show(await desk.follow(f"rude{n}"), Entry(guid="a", link=f"https://www.rude.example/{n}", title="A"))
    desk.clock.at += timedelta(minutes=1)
    (good,) = await desk.show(await desk.follow("good"), *entries("good.example", 1))
    carried = await desk.show(await desk.follow("bare"), Entry(guid="b", title="B"), Entry(guid="c", title="C"))
    ordered = await ordered_items(desk)
    assert {str(good), *map(str, carried)} <= set(ordered), "what leads to no site is no site's"
    assert len(ordered) == ABREAST + 3


@pytest.mark.sqlite_only("what is asked is the same on both, and filing ten thousand items takes seconds")
async def test_ten_thousand_items_that_wait_cost_a_sweep_no_more_than_a_hundred(
    desk: Newsdesk, archive: Archive
) -> None:
    feed = await desk.follow()
    waiting = await desk.show(feed, *(Entry(guid=str(n), title=f"News {n}") for n in range(10_000)))
    asked: list[str] = []
    engine = archive._engines.reader.sync_engine
    event.listen(engine, "before_cursor_execute", lambda _c, _u, statement, *_: asked.append(statement))
    orders = Orders()
    sweep = make_sweep(desk, orders)
    sweep._tidied_at = NOW
    await sweep.run_once()
    assert orders.ordered == [(JobKind.ITEM, str(number)) for number in waiting[:ABREAST]], "the oldest first"
    assert len([one for one in asked if "SELECT" in one]) <= 6
