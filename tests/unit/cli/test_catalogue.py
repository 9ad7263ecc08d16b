"""``catalogue check`` on loopback: each form of source, those that fail, one request each, and the address guard."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
from aiohttp import web

from benchmarks.loopback import answer_feed, feed_item, serve
from bot.cli import main
from bot.cli.catalogue import check, describe
from bot.errors import FetchError
from bot.gazetteer.source_catalogue import CatalogueSource, Evidence, FeedForm, Pack, SourceKind
from bot.i18n.messages import translatable
from bot.services.feed_lookup import SOURCES_AT_ONCE, SourceReport
from tests.unit.web.feeds.test_platforms import article, channel, post, sitemap

NOW = datetime(2026, 11, 30, 9, tzinfo=UTC)
BODIES = {
    "channel": channel(post(1, "Talks begin.", "2026-11-30T08:00:00+00:00")),
    "sitemap": sitemap(article(1, "Envoy arrives")),
    "page": b"<!doctype html><html><head><title>News</title></head><body><p>News.</p></body></html>",
}


class Site:
    """Answers feeds; counts requests, and how many are under way at once."""

    def __init__(self) -> None:
        self.asked: Counter[str] = Counter()
        self.agents: set[str] = set()
        self.now = self.most = 0
        self.port = 0

    async def answer(self, request: web.Request) -> web.StreamResponse:
        path = request.path.lstrip("/")
        self.asked[path] += 1
        self.agents.add(request.headers["User-Agent"])
        self.now += 1
        self.most = max(self.most, self.now)
        await asyncio.sleep(0)
        self.now -= 1
        if path in BODIES:
            return web.Response(body=BODIES[path], content_type="text/html" if path != "sitemap" else "text/xml")
        if path.startswith("feed"):
            items = [] if path == "feed-empty" else [feed_item(f"https://n.example/{path}", "News", NOW)]
            return answer_feed(request, "The Courier", items, tag="1")
        if path == "inside":
            raise web.HTTPFound(f"http://127.0.0.2:{self.port}/feed")
        raise web.HTTPNotFound

    def source(self, path: str, form: FeedForm = FeedForm.RSS) -> CatalogueSource:
        feed = f"http://127.0.0.1:{self.port}/{path}"
        return CatalogueSource(
            path, SourceKind.PAPER, "Norway", "en", "n.example", form, feed, (), "a test", Evidence.LISTED, "2026-11-30"
        )

    @property
    def allowed(self) -> frozenset[str]:
        return frozenset({f"127.0.0.1:{self.port}"})


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    site = Site()
    app = web.Application()
    app.router.add_get("/{path:.*}", site.answer)
    async with serve(app) as address:
        site.port = int(address.rpartition(":")[2])
        yield site


async def test_each_source_is_asked_once_and_reported(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    paths = ["feed", "channel", "sitemap", "feed-empty", "page", "gone", "inside"]
    status = await check(tuple(site.source(path) for path in paths), "https://attache.example/contact", site.allowed)
    out, err = capsys.readouterr()
    lines = [line.split("\t") for line in out.splitlines()]
    assert [(state, name) for state, name, *_ in lines] == [
        ("ok", "feed"),
        ("ok", "channel"),
        ("ok", "sitemap"),
        ("empty", "feed-empty"),
        ("failed", "page"),
        ("failed", "gone"),
        ("failed", "inside"),
    ]
    assert lines[0][2:] == ["1", "2026-11-30", f"http://127.0.0.1:{site.port}/feed"]
    assert "status 404" in lines[5][4]
    assert status == 1
    assert "3 of 7 sources answer." in err
    assert site.asked == Counter(paths), "one request each; the guard lets none through to another host"
    assert all("attache.example/contact" in agent for agent in site.agents)


async def test_all_well_is_status_zero(site: Site) -> None:
    assert await check((site.source("feed"),), "c", site.allowed) == 0


async def test_few_are_asked_at_once(site: Site) -> None:
    sources = tuple(site.source(f"feed{n}") for n in range(3 * SOURCES_AT_ONCE))
    assert await check(sources, "c", site.allowed) == 0
    assert site.most <= SOURCES_AT_ONCE


async def test_loopback_is_refused_without_permission(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    assert await check((site.source("feed"),), "c", frozenset()) == 1
    assert capsys.readouterr().out.startswith("failed\tfeed\t0\t-\t")
    assert not site.asked


def test_a_report_is_one_line() -> None:
    source = Site().source("feed")
    error = FetchError(translatable("sources-slow", thing="feed", seconds=15.0), resource=source.feed)
    assert describe(SourceReport(source, error=error)).count("\t") == 4


def test_words_that_no_source_has_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["catalogue", "check", "no such source at all"]) == 2
    assert "No source of the catalogue" in capsys.readouterr().err


def test_packs_can_be_named() -> None:
    from bot.cli.arguments import make_parser  # noqa: PLC0415 - beside what it is compared with

    for pack in Pack:
        assert make_parser().parse_args(["catalogue", "check", "--pack", pack]).pack == pack
