"""What rude feeds send costs little, ends in a sentence that their followers can read, and disturbs no other feed."""

import asyncio
import socket
import tracemalloc
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest
from aiohttp import web

from bot.archive.store import Archive
from bot.domain.feed import Feed, FeedHealth, Subscription, SubscriptionOptions
from bot.domain.item_outcomes import FLOOD, Outcome
from bot.i18n.messages import translate_stored
from bot.jobs.polling import Poller
from bot.web.fetch import Fetcher, FetchLimits
from bot.web.host_limits import HostLimiter
from tests.databases import NewArchive
from tests.security.conftest import Names, RudeServer
from tests.security.test_rude_server import MEBIBYTE, gzip_bomb

START = datetime(2026, 3, 2, 6, 30, tzinfo=UTC)
RSS = "application/rss+xml"


class FakeClock:
    """Stands still but for sleeping, which takes no time."""

    at = START

    def now(self) -> datetime:
        return self.at

    async def sleep(self, seconds: float) -> None:
        self.at += timedelta(seconds=max(0.0, seconds))
        await asyncio.sleep(0)


def rss(*titles: str) -> bytes:
    items = "".join(f"<item><guid>{title}</guid><title>{title}</title></item>" for title in titles)
    return f"<rss version='2.0'><channel><title>The Daily Quill</title>{items}</channel></rss>".encode()


class Desk:
    """A rude feed at paper.example and a good one at quill.example, both followed, and a poller."""

    def __init__(self, archive: Archive, server: RudeServer, fetcher: Fetcher) -> None:
        self.feeds = archive.feeds
        self.server = server
        self.clock = FakeClock()
        self.told: list[str] = []
        hosts = HostLimiter(spacing=timedelta(0))
        self.poller = Poller(fetcher, self.feeds, asyncio.to_thread, self.clock, notify=self._notify, hosts=hosts)

    async def _notify(self, feed: Feed, subscription: Subscription, sentence: str, now: datetime) -> None:
        assert (feed.id, now) == (subscription.feed_id, self.clock.at)
        self.told.append(translate_stored(sentence))

    async def follow(self, url: str) -> Subscription:
        return await self.feeds.follow(
            "console",
            Feed(0, url, health=FeedHealth.HEALTHY, body_sha256="0" * 64, last_polled_at=START, next_poll_at=START),
            (),
            SubscriptionOptions("console", "console"),
            START,
        )

    async def poll(self, url: str) -> Feed:
        """Poll the rude feed at ``url`` beside a good one, which must bring its item; the rude one afterwards."""
        rude = await self.follow(url)
        self.server.serve("/good", rss("a"), RSS)
        good = await self.follow(self.server.url("/good").replace("paper", "quill"))
        await asyncio.wait_for(self.poller.poll_due(self.clock.at), 60)
        ((_, fate),) = await self.feeds.why("console", good.number)
        assert fate.fate is Outcome.WAITING
        return await self.feeds.load_feed(rude.feed_id)

    async def poll_again(self, feed: Feed) -> Feed:
        """Poll that feed when it is due next; the feed afterwards."""
        assert feed.next_poll_at is not None
        self.clock.at = max(feed.next_poll_at, self.clock.at)
        await self.poller.poll_due(self.clock.at)
        return await self.feeds.load_feed(feed.id)


@pytest.fixture
async def desk(tmp_path: Path, new_archive: NewArchive, server: RudeServer, names: Names) -> AsyncIterator[Desk]:
    names.set("quill.example", ["127.0.0.1"])
    archive = await Archive.open(new_archive(tmp_path / "archive.sqlite3"))
    allow = {"closed.example"} | {f"{name}.example:{server.port}" for name in ("paper", "quill", "nowhere")}
    async with Fetcher("contact", allow, limits=FetchLimits(seconds=1.5), resolver=names) as fetcher:
        yield Desk(archive, server, fetcher)
    await archive.close()


def wait_of(feed: Feed, desk: Desk) -> float:
    assert feed.next_poll_at is not None
    return (feed.next_poll_at - desk.clock.at).total_seconds()


def answering(status: int, **headers: str) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    async def answer(_: web.Request) -> web.Response:
        return web.Response(status=status, headers={name.replace("_", "-"): value for name, value in headers.items()})

    return answer


@pytest.mark.parametrize(
    ("status", "reason", "health"),
    [
        (404, "There is no feed at this address (status 404).", FeedHealth.FAILING),
        (410, "There is no feed at this address (status 410).", FeedHealth.GONE),
        (402, "This feed is behind a paywall (status 402).", FeedHealth.FAILING),
        (500, "This site has an internal error (status 500).", FeedHealth.FAILING),
        (503, "This site is overloaded or under maintenance (status 503).", FeedHealth.FAILING),
        (299, "This feed is empty.", FeedHealth.FAILING),
    ],
)
async def test_a_status_that_is_no_success(desk: Desk, status: int, reason: str, health: FeedHealth) -> None:
    desk.server.handlers["/feed"] = answering(status)
    feed = await desk.poll(desk.server.url("/feed"))
    assert (feed.health, translate_stored(feed.reason or ""), feed.failures) == (health, reason, 1)
    if health is FeedHealth.FAILING:
        desk.server.serve("/feed", rss("a"), RSS)
        assert (await desk.poll_again(feed)).health is FeedHealth.HEALTHY, "it recovers by itself"


def after(**delta: int) -> str:
    return format_datetime(datetime.now(UTC) + timedelta(**delta), usegmt=True)


@pytest.mark.parametrize(
    ("make", "least", "most"),
    [
        (lambda: "1200", 1200, 1320),
        (lambda: after(minutes=20), 1180, 1320),
        (lambda: after(days=-9000), 300, 330),
        (lambda: after(days=900_000), 86_400, 95_040),
        (lambda: "9" * 400, 86_400, 95_040),
        (lambda: "soon", 300, 330),
        (lambda: "-5", 300, 330),
    ],
    ids=["seconds", "date", "long ago", "far away", "absurd", "word", "negative"],
)
@pytest.mark.parametrize("status", [429, 503])
async def test_retry_after_in_any_form(
    desk: Desk, status: int, make: Callable[[], str], least: float, most: float
) -> None:
    desk.server.handlers["/feed"] = answering(status, Retry_After=make())
    feed = await desk.poll(desk.server.url("/feed"))
    assert least <= wait_of(feed, desk) <= most
    assert f"(status {status})." in translate_stored(feed.reason or "")


async def test_not_modified_and_moved(desk: Desk) -> None:
    desk.server.handlers["/feed"] = answering(304)
    assert (await desk.poll(desk.server.url("/feed"))).health is FeedHealth.HEALTHY
    desk.server.handlers["/feed"] = answering(301, Location="/new")
    desk.server.serve("/new", rss("a"), RSS)
    (rude, _) = await desk.feeds.followed("console")
    assert (await desk.poll_again(rude.feed)).url == desk.server.url("/new")


@pytest.mark.parametrize("status", [301, 302, 308])
@pytest.mark.parametrize(
    ("target", "kind"),
    [
        ("http://169.254.169.254/latest/meta-data/", "a link-local address"),
        ("http://[::ffff:127.0.0.1]/", "this machine itself"),
        ("http://inside.example/", "a private network"),
        ("file:///etc/passwd", "Only addresses that begin with http"),
        ("http://user:secret@quill.example/", "a user name or a password"),
    ],
)
async def test_a_redirect_inside(desk: Desk, names: Names, status: int, target: str, kind: str) -> None:
    names.set("inside.example", ["10.0.0.7"])
    desk.server.handlers["/feed"] = answering(status, Location=target)
    feed = await desk.poll(desk.server.url("/feed"))
    assert feed.reason is not None
    assert translate_stored(feed.reason).startswith("This feed redirects elsewhere.")
    assert kind in translate_stored(feed.reason)
    assert "secret" not in feed.reason
    assert feed.url == desk.server.url("/feed"), "and nothing of it is stored"
    assert wait_of(feed, desk) >= 6 * 3600


async def test_a_redirect_in_circles(desk: Desk) -> None:
    desk.server.handlers["/feed"] = answering(301, Location="/feed")
    feed = await desk.poll(desk.server.url("/feed"))
    assert translate_stored(feed.reason or "") == "This address redirects more than 5 times."


async def pour(request: web.Request) -> web.StreamResponse:
    """A feed that never ends."""
    response = web.StreamResponse(headers={"Content-Type": RSS})
    await response.prepare(request)
    await response.write(b"<rss version='2.0'><channel>")
    while True:  # until the other side hangs up
        await response.write(b"<item><title>Talks</title></item>" * 2_000)


async def test_a_body_without_bounds(desk: Desk) -> None:
    desk.server.handlers["/feed"] = pour
    assert await measure_too_large(desk) < 30 * MEBIBYTE


async def test_a_body_of_20_mb(desk: Desk) -> None:
    desk.server.serve("/feed", rss("a") + b" " * 20_000_000, RSS)
    assert await measure_too_large(desk) < 60 * MEBIBYTE, "of which the server holds a part"


async def test_a_body_that_unpacks_to_a_gigabyte(desk: Desk) -> None:
    desk.server.serve("/feed", gzip_bomb(1024), RSS, Content_Encoding="gzip")
    assert await measure_too_large(desk) < 30 * MEBIBYTE


async def measure_too_large(desk: Desk) -> int:
    """Poll what is too large; the most memory that was held meanwhile, bytes."""
    tracemalloc.start()
    try:
        feed = await desk.poll(desk.server.url("/feed"))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert translate_stored(feed.reason or "") == "This feed is larger than the limit of 5 MB."
    assert wait_of(feed, desk) >= 6 * 3600, "what is too large today is in an hour, too"
    return peak


async def test_a_byte_a_second(desk: Desk) -> None:
    over = asyncio.Event()

    async def drip(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": RSS})
        await response.prepare(request)
        while not over.is_set():
            await response.write(b" ")
            with suppress(TimeoutError):
                await asyncio.wait_for(over.wait(), 0.1)
        return response

    desk.server.handlers["/feed"] = drip
    feed = await desk.poll(desk.server.url("/feed"))
    over.set()
    assert translate_stored(feed.reason or "") == "This site did not deliver the feed within 1.5 seconds."


@pytest.mark.parametrize("content_type", ["text/html", "text/plain", "application/octet-stream", "image/png", "x"])
async def test_a_wrong_type_is_no_matter(desk: Desk, content_type: str) -> None:
    feed = await desk.poll(desk.server.serve("/feed", rss("b"), content_type))
    assert (feed.health, feed.title) == (FeedHealth.HEALTHY, "The Daily Quill")


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "This feed is empty."),
        (b" \r\n ", "This feed is empty."),
        (
            b"<!doctype html><html><head><link rel=alternate type=application/rss+xml href=/rss.xml></head></html>",
            "This is a web page, not a feed. It names: http://paper.example:{port}/rss.xml.",
        ),
        (b"<html><body>Log in</body></html>", "This is a web page, not a feed, and it names no feed."),
        (b"\x89PNG\r\n\x1a\n" + bytes(500), "This is not a feed: it is neither RSS, nor Atom, nor JSON Feed."),
    ],
)
async def test_what_is_no_feed(desk: Desk, body: bytes, reason: str) -> None:
    feed = await desk.poll(desk.server.serve("/feed", body, RSS))
    assert translate_stored(feed.reason or "") == reason.replace("{port}", str(desk.server.port))


def channel(inside: str, *, before: str = "") -> bytes:
    return f"<?xml version='1.0'?>{before}<rss version='2.0'><channel>{inside}</channel></rss>".encode()


LAUGHS = "<!DOCTYPE rss [<!ENTITY l0 'ha'>{}]>".format(
    "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 12))
)
QUADRATIC = f"<!DOCTYPE rss [<!ENTITY a '{'a' * 100_000}'>]>"
OUTSIDE = "<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        (channel("".join(f"<item><guid>{n}</guid><title>Talks {n}</title></item>" for n in range(10_000))), 500),
        (channel(f"<item><title>{'t' * 1_000_000}</title></item>"), 1),
        (channel("<item><title>&l11;</title></item>", before=LAUGHS), 1),
        (channel(f"<item><title>{'&a;' * 40_000}</title></item>", before=QUADRATIC), 1),
        (channel("<item><title>x&x;</title></item>", before=OUTSIDE), 1),
        (channel("<item><title>x</title><link>javascript:alert(1)</link></item>"), 1),
        (channel("<item><title>x</title><pubDate>Mon, 01 Jan 2091 00:00:00 GMT</pubDate></item>"), 1),
        (channel("<item><title>x</title><pubDate>yesterday</pubDate></item>"), 1),
        (channel("<item><title>x</title></item>"), 1),
    ],
    ids=["10,000 items", "title", "laughs", "quadratic", "outside", "javascript", "future", "no date", "none at all"],
)
async def test_what_a_parser_must_endure(desk: Desk, body: bytes, shown: int) -> None:
    """Read as far as it is sensible, within bounds of time (of ``StatusService.poll``) and of what is kept."""
    feed = await desk.poll(desk.server.serve("/feed", body, RSS))
    assert feed.health is FeedHealth.HEALTHY
    shown_now = await desk.feeds.why("console", 1, limit=1000)
    assert len(shown_now) == shown
    for item, fate in shown_now:
        assert fate.fate is Outcome.WAITING
        assert item.entry.link is None
        assert item.entry.published_at is None
        assert len(item.entry.title or "") <= 500
        assert "root:" not in (item.entry.title or "")
    assert len([fate for _, fate in shown_now if not fate.detail]) <= FLOOD, "nobody is flooded"
    assert len(desk.told) == (shown > FLOOD)


async def test_days_without_a_time_are_neither_early_nor_old(desk: Desk) -> None:
    """Midnight stands for any moment of its day, also where it lies before the follower came or, in the east, ahead."""
    days = ("Mon, 02 Mar 2026 00:00:00 GMT", "2026-03-02", "Sun, 01 Mar 2026", "Tue, 03 Mar 2026 00:00:00 +1200")
    items = "".join(
        f"<item><guid>{n}</guid><title>Talks</title><pubDate>{day}</pubDate></item>" for n, day in enumerate(days)
    )
    long_ago = "<item><guid>z</guid><title>Talks</title><pubDate>Thu, 01 Jan 2026 00:00:00 GMT</pubDate></item>"
    await desk.poll(desk.server.serve("/feed", channel(items + long_ago), RSS))
    shown = {item.entry.guid: (fate.fate, item.entry.day_only) for item, fate in await desk.feeds.why("console", 1)}
    assert shown == {
        **dict.fromkeys("012", (Outcome.WAITING, True)),
        "3": (Outcome.WAITING, True),
        "z": (Outcome.OLD, True),
    }


async def test_a_nesting_without_end(desk: Desk) -> None:
    feed = await desk.poll(desk.server.serve("/feed", channel("<item>" * 200_000), RSS))
    assert translate_stored(feed.reason or "") == "This feed is nested deeper than 256 levels."


async def test_a_body_that_is_not_packed_as_it_says(desk: Desk) -> None:
    feed = await desk.poll(desk.server.serve("/feed", rss("a"), RSS, Content_Encoding="gzip"))
    assert feed.health is FeedHealth.FAILING
    assert feed.reason is not None
    assert translate_stored(feed.reason).endswith(".")


async def test_no_secure_connection(desk: Desk) -> None:
    """The server speaks no TLS."""
    feed = await desk.poll(desk.server.url("/feed").replace("http:", "https:"))
    assert translate_stored(feed.reason or "") == "No secure connection to this site can be made."


async def test_a_refused_connection(desk: Desk, names: Names) -> None:
    names.set("closed.example", ["127.0.0.1"])
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        feed = await desk.poll(f"http://closed.example:{closed.getsockname()[1]}/feed")
    assert translate_stored(feed.reason or "") == "This site refuses connections."


async def test_a_day_without_a_name_is_told_once_and_ends_by_itself(desk: Desk, names: Names) -> None:
    """Polled as often as the rules say while the clock goes through a day and a half; the good feed goes on."""
    url = desk.server.url("/feed").replace("paper", "nowhere")
    feed, polls = await desk.poll(url), 1
    while desk.clock.at < START + timedelta(hours=36):
        feed = await desk.poll_again(feed)
        polls += 1
    assert (feed.health, translate_stored(feed.reason or "")) == (FeedHealth.FAILING, "There is no site of this name.")
    assert 8 <= polls <= 14, "it backs off"
    (sentence,) = desk.told
    assert "nowhere.example" in sentence
    assert "has failed since 02 March, 06:30 UTC. There is no site of this name. Attaché keeps trying" in sentence
    names.set("nowhere.example", ["127.0.0.1"])
    desk.server.serve("/feed", rss("a"), RSS)
    feed = await desk.poll_again(feed)
    assert (feed.health, feed.reason) == (FeedHealth.HEALTHY, None)
    assert desk.told[1:] == ["The Daily Quill is working again."]


async def test_a_name_that_leads_inside_is_not_followed(desk: Desk, names: Names) -> None:
    url = desk.server.serve("/feed", rss("a"), RSS).replace("paper", "rebound").replace(str(desk.server.port), "8080")
    names.set("rebound.example", ["127.0.0.1"])
    feed = await desk.poll(url)
    assert feed.reason is not None
    assert "this machine itself" in translate_stored(feed.reason)
    assert desk.server.hits == ["/good"]
