"""One item's way, from its feed to its message: the log knows it by one number, spans carry it, numbers count it."""

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any, cast

import pytest
import structlog
from structlog.testing import capture_logs

from bot import tracing
from bot.archive.store import Archive
from bot.jobs.delivery import Delivery, DeliveryTarget
from bot.jobs.polling import Poller
from bot.metrics import DELIVERIES, ITEMS, POLLS, REGISTRY, DeliveryResult, PollResult
from bot.web.fetch import FetchedPage, Fetcher
from tests.unit.jobs.worker_setup import CHANNEL, HARBOUR, SITE, Newsdesk, page

FEED = f"""<rss version="2.0"><channel><title>The Daily Quill</title>
<item><guid>1</guid><title>Harbour</title><link>{SITE}harbour</link></item></channel></rss>"""


class Source:
    """Answers polls with one feed."""

    async def fetch_source(self, url: str, **_: object) -> FetchedPage:
        return FetchedPage(url, 200, {"Content-Type": "application/rss+xml"}, FEED.encode())


class Box:
    """Takes every message."""

    async def find_place(self, channel: str, *_: object) -> DeliveryTarget:
        return DeliveryTarget(channel)

    async def send(self, *_: object, **__: object) -> str:
        return "9001"


async def bring_through(archive: Archive) -> Sequence[Mapping[str, Any]]:
    """Poll a feed with one new item, read it, post it; all that is logged."""
    desk = Newsdesk(archive)
    subscription = await desk.follow()
    desk.web.pages[f"{SITE}harbour"] = page("Harbour", HARBOUR)
    poller = Poller(cast("Fetcher", Source()), archive.feeds, asyncio.to_thread, desk.clock)
    delivery = Delivery(archive.posts, cast("Any", Box()), desk.clock)
    with capture_logs(processors=[structlog.contextvars.merge_contextvars]) as logs:
        await poller.poll_once(await archive.feeds.load_feed(subscription.feed_id))
        await desk.work()
        await delivery.handle(CHANNEL)
    return logs


async def test_the_log_knows_it_by_one_number_all_the_way(archive: Archive) -> None:
    logs = await bring_through(archive)
    way = [(line["action"], line["event"]) for line in logs if line.get("item") == 1]
    assert way == [("poll", "a new item"), ("item", "an item was decided"), ("deliver", "posted")]
    told = {line["event"]: line for line in logs}
    decided, posted = told["an item was decided"], told["posted"]
    assert decided["posts"] == [posted["post"]]
    assert posted["message"] == "9001"
    assert structlog.contextvars.get_contextvars() == {}, "nothing of it clings to what comes next"


async def test_it_is_counted(archive: Archive) -> None:
    def counted() -> tuple[float, ...]:
        return (
            POLLS.labels(PollResult.NEWS)._value.get(),
            ITEMS._value.get(),
            DELIVERIES.labels(DeliveryResult.SENT)._value.get(),
            REGISTRY.get_sample_value("attache_posting_seconds_count") or 0.0,
        )

    before = counted()
    await bring_through(archive)
    assert [after - then for after, then in zip(counted(), before, strict=True)] == [1, 1, 1, 1]


async def test_spans_carry_it(archive: Archive) -> None:
    pytest.importorskip("opentelemetry.sdk", reason="OpenTelemetry is not installed (extra [otel])")
    from opentelemetry.sdk.trace.export import SimpleSpanProcessor  # noqa: PLC0415 - optional
    from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter  # noqa: PLC0415 - optional

    exporter = InMemorySpanExporter()
    provider = tracing.trace_to(SimpleSpanProcessor(exporter))
    try:
        await bring_through(archive)
    finally:
        tracing.stop_tracing()
        provider.shutdown()
    spans = [(one.name, (one.attributes or {}).get("attache.item")) for one in exporter.get_finished_spans()]
    assert spans == [("fetch", None), ("fetch", "1"), ("read", "1"), ("compose", "1"), ("deliver", "1")]


async def test_without_a_collector_there_are_no_spans(archive: Archive) -> None:
    with tracing.span("nothing"):
        assert tracing._tracers == []
