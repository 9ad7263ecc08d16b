"""Following feeds: one request, a dry run, nothing old, and nothing of another owner's."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.archive.store import Archive
from bot.domain.feed import Delivery, FeedHealth, SubscriptionOptions
from bot.domain.item_outcomes import SHOWN_BEFORE, ItemOutcome, Outcome
from bot.errors import AddressRefusedError, FetchError, ParseError, UsageError
from bot.services import subscriptions
from bot.services.subscriptions import OUTCOMES_SHOWN, SubscriptionService
from bot.web.feeds.identity import identify_entries
from bot.web.feeds.opml import parse_opml
from bot.web.feeds.parse import parse_feed
from bot.web.fetch import Fetcher
from tests.cogs.invented import URL
from tests.unit.services.fakes import (
    FEED_URL,
    NOW,
    PAGE_URL,
    SPORT_URL,
    TITLES,
    FeedFetcher,
    StoppedClock,
    opml,
    page,
    rss,
)

OURS, THEIRS = "discord:guild:1", "discord:guild:2"
HERE = SubscriptionOptions("71", "discord:9")
THERE = SubscriptionOptions("72", "discord:9")


async def no_progress(done: int, total: int) -> None:
    """For imports that nobody watches."""


async def poll(archive: Archive, text: str) -> None:
    """What the poller does when the feed shows ``text``."""
    feed = await archive.feeds.load_feed(1)
    document = parse_feed(text.encode(), url=FEED_URL, headers={})
    await archive.feeds.save_poll(feed, identify_entries(document), NOW + timedelta(minutes=15), first=False)


async def test_a_feed_is_added_with_one_request(feeds: SubscriptionService, fetcher: FeedFetcher) -> None:
    added = await feeds.add(OURS, FEED_URL, HERE)
    assert fetcher.asked == [FEED_URL]
    assert added.found_on is None
    subscription, feed = added.followed.subscription, added.followed.feed
    assert (subscription.number, subscription.channel, subscription.by) == (1, "71", "discord:9")
    assert (feed.title, feed.site, feed.etag) == ("Ministry of Harbours", "https://ministry.example.org/", '"one"')
    assert feed.health is FeedHealth.HEALTHY
    assert feed.next_poll_at
    assert feed.next_poll_at > NOW, "it was asked just now"
    assert await feeds.followed(OURS) == (added.followed,)


async def test_the_dry_run_tells_what_it_would_post(feeds: SubscriptionService) -> None:
    look = (await feeds.add(OURS, FEED_URL, replace(HERE, filter="not:sport any:trawler,minister"))).look
    assert look.total == len(TITLES)
    assert [entry.title for entry in look.passing] == ["Trawler talks resume", "Minister visits the *quay*"]
    assert [entry.title for entry in look.open] == ["A @everyone reception"]
    assert look.open_rules == ("any:trawler,minister",)
    assert look.filtered == (("not:sport", 2),)


async def test_nothing_that_it_shows_is_ever_posted(feeds: SubscriptionService, archive: Archive) -> None:
    added = await feeds.add(OURS, FEED_URL, HERE)
    page_ = await feeds.why(OURS, added.followed.subscription.number)
    assert {(fate.fate, fate.detail) for _, fate in page_.fates} == {(Outcome.WAITING, SHOWN_BEFORE)}
    for number in await archive.feeds.due_items(NOW + timedelta(days=1), limit=9):
        assert {one.delivery for one in await archive.feeds.waiting(number)} == {Delivery.DIGEST}


async def test_a_page_costs_a_second_request_for_its_feed(feeds: SubscriptionService, fetcher: FeedFetcher) -> None:
    added = await feeds.add(OURS, "ministry.example.org/news", HERE)
    assert fetcher.asked == [PAGE_URL, FEED_URL]
    assert added.found_on == PAGE_URL
    assert added.followed.feed.url == FEED_URL
    assert [link.url for link in added.others] == [SPORT_URL]


@pytest.mark.parametrize(
    ("address", "error", "says"),
    [
        (URL, ParseError, "web page, not a feed, and it names no feed"),
        ("https://ministry.example.org/none", FetchError, "The feed was not found."),
        ("the ministry", UsageError, "This is not a web address."),
        ("", UsageError, "nothing to read"),
    ],
)
async def test_what_is_no_feed_is_told(
    feeds: SubscriptionService, address: str, error: type[Exception], says: str
) -> None:
    with pytest.raises(error, match=says):
        await feeds.add(OURS, address, HERE)
    assert await feeds.followed(OURS) == ()


async def test_a_page_with_several_likely_links_is_answered_with_them(
    feeds: SubscriptionService, fetcher: FeedFetcher
) -> None:
    fetcher.pages[URL] = page().replace("<p>News.</p>", '<a href="/rss">News</a> <a href="/sport/rss">Sport</a>')
    with pytest.raises(ParseError, match=r"It names: https://news.example.org/rss, https://news.example.org/sport/rss"):
        await feeds.add(OURS, URL, HERE)
    assert fetcher.asked == [URL], "guessing costs the source nothing"


@pytest.mark.parametrize("filter_", ["any:", "country:Atlantis"])
async def test_a_bad_filter_costs_no_request(feeds: SubscriptionService, fetcher: FeedFetcher, filter_: str) -> None:
    with pytest.raises(UsageError):
        await feeds.add(OURS, FEED_URL, replace(HERE, filter=filter_))
    assert fetcher.asked == []


async def test_the_same_feed_in_the_same_channel_is_told(feeds: SubscriptionService) -> None:
    await feeds.add(OURS, FEED_URL, HERE)
    with pytest.raises(UsageError):
        await feeds.add(OURS, FEED_URL, HERE)
    await feeds.add(OURS, FEED_URL, THERE)
    assert [one.subscription.number for one in await feeds.followed(OURS)] == [1, 2]


async def test_there_is_a_limit(
    feeds: SubscriptionService, fetcher: FeedFetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(subscriptions, "MOST_FEEDS", 1)
    await feeds.add(OURS, FEED_URL, HERE)
    with pytest.raises(UsageError, match="1 feeds are already followed here, the limit"):
        await feeds.add(OURS, SPORT_URL, HERE)
    with pytest.raises(UsageError, match="1 new feeds, but only 0 of 1 places are free"):
        await feeds.import_list(OURS, opml(FEED_URL, SPORT_URL), HERE, no_progress)
    assert fetcher.asked == [FEED_URL]
    await feeds.add(THEIRS, SPORT_URL, THERE)


async def test_two_who_add_at_once_keep_to_the_limit(
    feeds: SubscriptionService, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(subscriptions, "MOST_FEEDS", 1)
    both = await asyncio.gather(
        feeds.add(OURS, FEED_URL, HERE), feeds.add(OURS, SPORT_URL, HERE), return_exceptions=True
    )
    refused = [str(one) for one in both if isinstance(one, UsageError)]
    assert refused == ["1 feeds are already followed here, the limit. Remove one first."]
    assert len(await feeds.followed(OURS)) == 1


async def test_pause_resume_and_remove(feeds: SubscriptionService) -> None:
    await feeds.add(OURS, FEED_URL, HERE)
    assert (await feeds.pause(OURS, 1)).subscription.paused
    assert not (await feeds.resume(OURS, 1)).subscription.paused
    assert (await feeds.remove(OURS, 1)).feed.url == FEED_URL
    assert await feeds.followed(OURS) == ()


async def test_resuming_repairs_a_broken_channel(feeds: SubscriptionService, archive: Archive) -> None:
    await feeds.add(OURS, FEED_URL, HERE)
    await feeds.add(OURS, SPORT_URL, HERE)
    await archive.posts.hold("71", OURS, "I may not write there.", NOW)
    assert (await feeds.followed(OURS))[0].subscription.broken == "I may not write there."
    assert (await feeds.resume(OURS, 1)).subscription.broken is None
    assert (await feeds.followed(OURS))[1].subscription.broken is None
    assert await archive.posts.broken(OURS) == ()


async def test_why_is_paged_newest_first(feeds: SubscriptionService, archive: Archive, clock: StoppedClock) -> None:
    await feeds.add(OURS, FEED_URL, HERE)
    clock.at += timedelta(minutes=15)
    await poll(archive, rss(*(f"News {number}" for number in range(OUTCOMES_SHOWN + 3))).replace("m-", "n-"))
    first = await feeds.why(OURS, 1)
    assert len(first.fates) == OUTCOMES_SHOWN
    assert first.older is not None
    assert {fate.fate for _, fate in first.fates} == {Outcome.WAITING}
    rest = await feeds.why(OURS, 1, before=first.older)
    assert len(rest.fates) == 3 + len(TITLES)
    assert rest.older is None
    seen = [item.id for item, _ in (*first.fates, *rest.fates)]
    assert seen == sorted(seen, reverse=True)


async def test_why_tells_the_rule(feeds: SubscriptionService, archive: Archive) -> None:
    await feeds.add(OURS, FEED_URL, replace(HERE, filter="not:sport"))
    await poll(archive, rss("Sport again").replace("m-", "n-"))
    (item, fate), *_ = (await feeds.why(OURS, 1)).fates
    decided = ItemOutcome(item.id, fate.subscription_id, Outcome.FILTERED, "not:sport")
    await archive.feeds.settle(replace(item, retry_at=None), [decided], NOW)
    (_, fate), *_ = (await feeds.why(OURS)).fates
    assert (fate.fate, fate.detail) == (Outcome.FILTERED, "not:sport")


async def test_why_without_any_feed(feeds: SubscriptionService) -> None:
    with pytest.raises(UsageError, match="No feeds are followed here"):
        await feeds.why(OURS)


async def test_a_list_is_imported_in_its_order_with_what_failed(
    feeds: SubscriptionService, fetcher: FeedFetcher
) -> None:
    await feeds.add(OURS, SPORT_URL, HERE)
    told: list[tuple[int, int]] = []

    async def progress(done: int, total: int) -> None:
        told.append((done, total))

    missing = [f"https://ministry.example.org/gone{n}.xml" for n in range(9)]
    result = await feeds.import_list(OURS, opml(*missing, FEED_URL, SPORT_URL, URL), HERE, progress)
    assert result.total == 12
    assert result.known == 1
    assert [one.feed.url for one in result.added] == [FEED_URL]
    assert [outline.url for outline, _ in result.failed] == [*missing, URL]
    assert result.failed[0][1] == "The feed was not found. Check the link."
    assert told == [(8, 11), (11, 11)]


async def test_what_is_exported_can_be_imported(feeds: SubscriptionService) -> None:
    for address, wish in ((FEED_URL, HERE), (FEED_URL, THERE), (SPORT_URL, HERE)):
        await feeds.add(OURS, address, wish)
    body = await feeds.export_list(OURS)
    assert [(one.url, one.title) for one in parse_opml(body)] == [
        (FEED_URL, "Ministry of Harbours"),
        (SPORT_URL, "Sport"),
    ]
    result = await feeds.import_list(
        THEIRS, body, SubscriptionOptions("81", "discord:8", delivery=Delivery.DIGEST), no_progress
    )
    assert [one.subscription.delivery for one in result.added] == [Delivery.DIGEST] * 2
    with pytest.raises(UsageError, match="No feeds are followed here"):
        await feeds.export_list("console")


async def test_nothing_of_another_owner_is_seen_or_touched(feeds: SubscriptionService) -> None:
    await feeds.add(OURS, FEED_URL, HERE)
    ours = await feeds.followed(OURS)
    assert await feeds.followed(THEIRS) == ()
    for act in (feeds.remove, feeds.pause, feeds.resume, feeds.why):
        with pytest.raises(UsageError):
            await act(THEIRS, 1)
    assert await feeds.followed(OURS) == ours


async def test_an_address_that_the_guard_refuses_is_told(archive: Archive, clock: StoppedClock) -> None:
    async with Fetcher("https://contact.example") as fetcher:
        feeds = SubscriptionService(archive.feeds, archive.posts, fetcher, clock)
        for address in ("http://127.0.0.1/feed.xml", "http://169.254.169.254/", "https://user:key@press.example/rss"):
            with pytest.raises((AddressRefusedError, UsageError)):
                await feeds.add(OURS, address, HERE)
    assert await feeds.followed(OURS) == ()
