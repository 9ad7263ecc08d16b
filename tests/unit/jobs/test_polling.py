"""Feeds are polled when they are due, each by itself, and followers told what there is to tell."""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import ParamSpec, TypeVar

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from structlog.testing import capture_logs

from bot.archive.feeds import FeedStore
from bot.archive.store import Archive
from bot.domain.feed import Entry, Feed, FeedDocument, FeedHealth, Subscription, SubscriptionOptions
from bot.domain.item_outcomes import Outcome
from bot.errors import ArchiveError, BusyError
from bot.i18n.messages import translate_stored
from bot.jobs.polling import Poller
from bot.web.feeds.identity import identify_entries
from bot.web.fetch import Fetcher, FetchLimits
from bot.web.host_limits import HostLimiter
from tests.databases import NewArchive

P = ParamSpec("P")
T = TypeVar("T")

START = datetime(2026, 3, 2, 6, 30, tzinfo=UTC)
SOON = timedelta(seconds=1)
OWNER = "discord:guild:1"


class FakeClock:
    """Moves a little at each look, and as far as one sleeps, which takes no time; ``slept`` are the waits asked for."""

    def __init__(self) -> None:
        self.at = START
        self.slept: list[float] = []

    def now(self) -> datetime:
        self.at += timedelta(microseconds=1)
        return self.at

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.at += timedelta(seconds=max(0.0, seconds))
        await asyncio.sleep(0)


def rss(*titles: str, name: str = "The Daily Quill") -> bytes:
    items = "".join(
        f"<item><guid>{title}</guid><title>{title}</title><link>https://quill.example/{title}</link></item>"
        for title in titles
    )
    return f"<rss version='2.0'><channel><title>{name}</title>{items}</channel></rss>".encode()


class Paper:
    """A server of feeds: ``answers`` by path, the requests it got in ``requests``."""

    def __init__(self) -> None:
        self.answers: dict[str, Callable[[web.Request], web.Response]] = {}
        self.requests: list[web.Request] = []
        self._asked = asyncio.Condition()
        app = web.Application()
        app.router.add_get("/{path:.*}", self._answer)
        self.server = TestServer(app)

    async def _answer(self, request: web.Request) -> web.Response:
        self.requests.append(request)
        async with self._asked:
            self._asked.notify_all()
        return self.answers[request.path](request)

    async def wait_for_paths(self, count: int) -> None:
        """Until so many different paths were asked for."""
        async with asyncio.timeout(60), self._asked:
            await self._asked.wait_for(lambda: len({request.path for request in self.requests}) >= count)

    def serve(self, path: str, body: bytes = b"", status: int = 200, **headers: str) -> str:
        """Answer ``path`` so; header names with _ for -. Returns its address."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.answers[path] = lambda _: web.Response(body=body, status=status, headers=named)
        return f"http://127.0.0.1:{self.server.port}{path}"


class Desk:
    """A poller over an archive, a server and a clock that a test moves."""

    def __init__(self, archive: Archive, paper: Paper, fetcher: Fetcher) -> None:
        self.feeds: FeedStore = archive.feeds
        self.paper = paper
        self.clock = FakeClock()
        self.told: list[tuple[str, str]] = []
        self.parsed = 0
        self.hosts = HostLimiter(at_once=100, spacing=timedelta(0))
        self.fetcher = fetcher
        self.poller = self.make_poller()

    def make_poller(self) -> Poller:
        return Poller(
            self.fetcher, self.feeds, self._parse, self.clock, notify=self._notify, at_once=4, hosts=self.hosts
        )

    async def _parse(self, work: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        self.parsed += 1
        return work(*args, **kwargs)

    async def _notify(self, feed: Feed, subscription: Subscription, sentence: str, now: datetime) -> None:
        assert (feed.id, now) == (subscription.feed_id, self.clock.at)
        self.told.append((subscription.channel, translate_stored(sentence)))

    async def follow(self, url: str, *titles: str, channel: str = "7", read: bool = True) -> Subscription:
        """Follow ``url``, which showed ``titles`` when it was added; ``read`` False: nobody has looked yet."""
        entries = identify_entries(FeedDocument(None, None, tuple(Entry(guid=title, title=title) for title in titles)))
        feed = Feed(0, url, next_poll_at=self.clock.now())
        if read:
            feed = replace(feed, health=FeedHealth.HEALTHY, body_sha256="0" * 64, last_polled_at=START)
        return await self.feeds.follow(OWNER, feed, entries, SubscriptionOptions(channel, "console"), self.clock.now())

    async def poll_again(self, feed_id: int) -> Feed:
        """Poll when the feed is due next; the feed afterwards."""
        feed = await self.feeds.load_feed(feed_id)
        self.clock.at = max(self.clock.at, feed.next_poll_at or self.clock.at)
        await self.poller.poll_due(self.clock.at)
        return await self.feeds.load_feed(feed_id)

    async def fates(self, subscription: Subscription) -> dict[str | None, Outcome]:
        shown = await self.feeds.why(OWNER, subscription.number, limit=100)
        return {item.entry.title: fate.fate for item, fate in shown}


@pytest.fixture
async def desk(tmp_path: Path, new_archive: NewArchive) -> AsyncIterator[Desk]:
    paper = Paper()
    await paper.server.start_server()
    archive = await Archive.open(new_archive(tmp_path / "archive.sqlite3"))
    allow = {f"127.0.0.1:{paper.server.port}"}
    async with Fetcher("contact", allow, limits=FetchLimits(seconds=2, per_host=100)) as fetcher:
        yield Desk(archive, paper, fetcher)
    await archive.close()
    await paper.server.close()


async def test_a_poll_brings_what_is_new(desk: Desk) -> None:
    ours = await desk.follow(desk.paper.serve("/feed", rss("b", "a"), ETag='"7"'), "a")
    feed = await desk.poll_again(ours.feed_id)
    assert await desk.fates(ours) == {"a": Outcome.OLD, "b": Outcome.WAITING}
    assert (feed.title, feed.etag, feed.health, feed.polls) == ("The Daily Quill", '"7"', FeedHealth.HEALTHY, 1)
    assert feed.last_changed_at
    assert feed.last_changed_at - START < SOON
    assert (feed.interval, desk.told) == (450, [])


async def test_nothing_changed_is_not_parsed(desk: Desk) -> None:
    body = rss("a")
    ours = await desk.follow(desk.paper.serve("/feed", body, ETag='W/"7"', Last_Modified="yesterday"), "a")
    await desk.poll_again(ours.feed_id)
    assert desk.parsed == 1
    await desk.poll_again(ours.feed_id)
    assert desk.parsed == 1, "the same body"
    desk.paper.serve("/feed", status=304)
    feed = await desk.poll_again(ours.feed_id)
    assert (desk.parsed, feed.polls, feed.health) == (1, 3, FeedHealth.HEALTHY)
    asked = desk.paper.requests[-1].headers
    assert (asked["If-None-Match"], asked["If-Modified-Since"]) == ('W/"7"', "yesterday")
    assert "If-None-Match" not in desk.paper.requests[0].headers
    assert asked["Accept"].startswith("application/rss+xml")


async def test_nothing_changed_of_what_was_never_read_is_a_failure(desk: Desk) -> None:
    ours = await desk.follow(desk.paper.serve("/feed", status=304), read=False)
    feed = await desk.poll_again(ours.feed_id)
    assert (
        translate_stored(feed.reason or "")
        == "This site says that the feed has not changed, but it was never read before (status 304)."
    )


async def test_a_first_reading_has_no_news_even_after_failures(desk: Desk) -> None:
    ours = await desk.follow(desk.paper.serve("/feed", status=500), read=False)
    assert (await desk.poll_again(ours.feed_id)).health is FeedHealth.FAILING
    desk.paper.serve("/feed", rss("b", "a"))
    await desk.poll_again(ours.feed_id)
    assert await desk.fates(ours) == {"a": Outcome.OLD, "b": Outcome.OLD}
    desk.paper.serve("/feed", rss("c", "b", "a"))
    await desk.poll_again(ours.feed_id)
    assert (await desk.fates(ours))["c"] is Outcome.WAITING


async def test_a_permanent_move_is_stored_once_a_feed_answers_there(desk: Desk) -> None:
    new = desk.paper.serve("/new", b"<html><body>Log in</body></html>")
    ours = await desk.follow(desk.paper.serve("/feed", status=301, Location="/new"), "a")
    feed = await desk.poll_again(ours.feed_id)
    assert feed.url.endswith("/feed"), "a page where a feed should be is no new address"
    desk.paper.serve("/new", rss("a"))
    feed = await desk.poll_again(ours.feed_id)
    assert feed.url == new
    assert desk.told == [("7", "The Daily Quill has moved permanently, and is followed at its new address.")]
    await desk.poll_again(ours.feed_id)
    assert [request.path for request in desk.paper.requests[-2:]] == ["/new", "/new"]


@pytest.mark.parametrize(("first", "second"), [(302, 200), (307, 200), (302, 301)])
async def test_a_temporary_move_is_followed_and_not_stored(desk: Desk, first: int, second: int) -> None:
    desk.paper.serve("/new", rss("a"), **({"Location": "/newest"} if second == 301 else {}), status=second)
    desk.paper.serve("/newest", rss("a"))
    ours = await desk.follow(desk.paper.serve("/feed", status=first, Location="/new"), "a")
    feed = await desk.poll_again(ours.feed_id)
    assert (feed.health, feed.url.endswith("/feed")) == (FeedHealth.HEALTHY, True)


async def test_a_permanent_move_before_a_temporary_one_is_stored_up_to_there(desk: Desk) -> None:
    desk.paper.serve("/new", status=302, Location="/today")
    desk.paper.serve("/today", rss("a"))
    ours = await desk.follow(desk.paper.serve("/feed", status=308, Location="/new"), "a")
    assert (await desk.poll_again(ours.feed_id)).url.endswith("/new")


async def test_each_follower_is_told_once(desk: Desk) -> None:
    url = desk.paper.serve("/feed", status=410)
    ours = await desk.follow(url)
    await desk.follow(url, channel="8")
    feed = await desk.poll_again(ours.feed_id)
    assert (feed.health, feed.next_poll_at, feed.notice) == (FeedHealth.GONE, None, None)
    assert [channel for channel, _ in desk.told] == ["7", "8"]
    assert "withdrawn by its publisher" in desk.told[0][1]
    desk.clock.at += timedelta(days=2)
    assert await desk.poller.poll_due(desk.clock.at) == 0
    assert len(desk.told) == 2


async def test_a_notice_that_could_not_be_recorded_is_told_later(desk: Desk) -> None:
    ours = await desk.follow(desk.paper.serve("/feed", status=410))

    async def refuse(feed: Feed, subscription: Subscription, sentence: str, now: datetime) -> None:
        raise ArchiveError("The archive's disk is full.", "Free some space.")

    hindered = Poller(desk.fetcher, desk.feeds, desk._parse, desk.clock, notify=refuse, hosts=desk.hosts)
    with pytest.raises(ArchiveError):
        await hindered.poll_due(desk.clock.at)
    assert (await desk.feeds.load_feed(ours.feed_id)).health is FeedHealth.GONE
    await desk.poller.tell()
    assert len(desk.told) == 1


async def test_a_notice_that_cannot_be_made_is_in_nobodys_way(desk: Desk) -> None:
    await desk.follow(desk.paper.serve("/feed", status=410))
    await desk.follow(desk.paper.serve("/other", status=410))

    async def stumble(feed: Feed, subscription: Subscription, sentence: str, now: datetime) -> None:
        if feed.url.endswith("/feed"):
            raise ValueError("a title that no card can hold")
        desk.told.append((subscription.channel, sentence))

    hindered = Poller(desk.fetcher, desk.feeds, desk._parse, desk.clock, notify=stumble, hosts=desk.hosts)
    with capture_logs() as logs:
        await hindered.poll_due(desk.clock.at)
        await hindered.tell()
    assert len(desk.told) == 1
    assert [entry["action"] for entry in logs if entry["log_level"] == "error"] == ["notice"]


async def test_a_feed_that_nobody_is_free_to_parse_did_not_fail(desk: Desk) -> None:
    async def refuse(work: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        raise BusyError("Attaché is busy reading other texts.", "Try again in a minute.")

    ours = await desk.follow(desk.paper.serve("/feed", rss("a")))
    await Poller(desk.fetcher, desk.feeds, refuse, desk.clock, hosts=desk.hosts).poll_due(START)
    feed = await desk.feeds.load_feed(ours.feed_id)
    assert (feed.health, feed.failures) == (FeedHealth.HEALTHY, 0)
    assert feed.next_poll_at
    assert feed.next_poll_at - START - timedelta(minutes=1) < SOON
    await desk.poll_again(ours.feed_id)
    assert await desk.fates(ours) == {"a": Outcome.WAITING}


async def test_a_gap_is_told(desk: Desk) -> None:
    ours = await desk.follow(desk.paper.serve("/feed", rss("z", "y")), "b", "a")
    feed = await desk.poll_again(ours.feed_id)
    assert feed.gap_at
    assert feed.gap_at - START < SOON
    ((_, sentence),) = desk.told
    assert "may be missing" in sentence


async def test_one_that_fails_disturbs_no_other(desk: Desk) -> None:
    good = await desk.follow(desk.paper.serve("/good", rss("a")))
    bad = [await desk.follow(desk.paper.serve(f"/bad{n}", status=500)) for n in range(9)]
    assert await desk.poller.poll_due(desk.clock.at) == 10
    assert await desk.fates(good) == {"a": Outcome.WAITING}
    assert {(await desk.feeds.load_feed(one.feed_id)).health for one in bad} == {FeedHealth.FAILING}


async def test_a_fault_of_ours_disturbs_no_other_and_is_no_failure_of_the_feed(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = await desk.follow(desk.paper.serve("/good", rss("a")))
    struck = await desk.follow(desk.paper.serve("/struck", rss("a")))
    save = desk.feeds.save_poll

    async def save_some(feed: Feed, *args: object, **kwargs: object) -> object:
        if feed.id == struck.feed_id:
            raise ArchiveError("The archive's disk is full.", "Free some space.")
        return await save(feed, *args, **kwargs)  # type: ignore[arg-type]  # handed on as they came

    monkeypatch.setattr(desk.feeds, "save_poll", save_some)
    with capture_logs() as logs:
        await desk.poller.poll_due(desk.clock.at)
    assert await desk.fates(good) == {"a": Outcome.WAITING}
    assert (await desk.feeds.load_feed(struck.feed_id)).health is FeedHealth.HEALTHY
    assert [entry["feed"] for entry in logs if entry["log_level"] == "error"] == [struck.feed_id]
    monkeypatch.undo()
    desk.clock.at += timedelta(minutes=10)
    await desk.poller.poll_due(desk.clock.at)
    assert await desk.fates(struck) == {"a": Outcome.WAITING}, "its claim ran out, and it was polled again"


async def test_a_poll_that_hangs_ends_and_its_host_is_asked_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    struck = await desk.follow(desk.paper.serve("/struck", rss("a")))
    hosts = HostLimiter(at_once=1, spacing=timedelta(0))

    async def hang(work: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        await asyncio.Event().wait()
        return work(*args, **kwargs)

    with monkeypatch.context() as patched, capture_logs() as logs:
        patched.setattr("bot.jobs.polling.LEASE", timedelta(seconds=0.3))
        (feed,) = await desk.feeds.claim_due(desk.clock.at, limit=1, lease=timedelta(minutes=1))
        await Poller(desk.fetcher, desk.feeds, hang, desk.clock, hosts=hosts).poll_once(feed)
    assert [entry["event"] for entry in logs if entry["log_level"] == "error"] == ["a poll failed"]
    await Poller(desk.fetcher, desk.feeds, desk._parse, desk.clock, hosts=hosts).poll_once(feed)
    assert await desk.fates(struck) == {"a": Outcome.WAITING}


async def test_a_host_that_throttles_two_feeds_is_left_alone(desk: Desk) -> None:
    desk.poller = Poller(desk.fetcher, desk.feeds, desk._parse, desk.clock, at_once=1, hosts=desk.hosts)
    for n in range(6):
        await desk.follow(desk.paper.serve(f"/{n}", status=429, Retry_After="1200"))
    await desk.poller.poll_due(desk.clock.at)
    assert len(desk.paper.requests) == 2
    left = [await desk.feeds.load_feed(one.feed.id) for one in await desk.feeds.followed(OWNER)]
    assert [feed.failures for feed in left] == [1, 1, 0, 0, 0, 0], "the others did not fail"
    assert min(feed.next_poll_at for feed in left if feed.next_poll_at) >= START + timedelta(minutes=20)


async def test_requests_at_one_host_are_spaced(desk: Desk) -> None:
    hosts = HostLimiter(at_once=9, spacing=timedelta(seconds=1))
    poller = Poller(desk.fetcher, desk.feeds, desk._parse, desk.clock, at_once=9, hosts=hosts)
    for n in range(3):
        await desk.follow(desk.paper.serve(f"/{n}", rss("a")))
    await poller.poll_due(desk.clock.at)
    assert len(desk.paper.requests) == 3
    assert desk.clock.at >= START + timedelta(seconds=2)


async def test_it_runs_until_cancelled(desk: Desk) -> None:
    """Feeds that are added meanwhile are polled too, as are more than are polled at once."""
    running = asyncio.create_task(desk.poller.run())
    for n in range(9):
        await desk.follow(desk.paper.serve(f"/{n}", rss("a")))
    await desk.paper.wait_for_paths(9)
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running


async def test_an_archive_that_fails_for_a_while_does_not_stop_it(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    claim, failed = desk.feeds.claim_due, 0

    async def fail_twice(now: datetime, *, limit: int, lease: timedelta) -> tuple[Feed, ...]:
        nonlocal failed
        failed += 1
        if failed <= 2:
            raise ArchiveError("Another program is using the archive.", "Try again in a moment.")
        return await claim(now, limit=limit, lease=lease)

    monkeypatch.setattr(desk.feeds, "claim_due", fail_twice)
    await desk.follow(desk.paper.serve("/feed", rss("a")))
    running = asyncio.create_task(desk.poller.run())

    await desk.paper.wait_for_paths(1)
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
