"""What leads to a feed: names, pages, profiles, channels and news sitemaps, and how many requests each costs."""

import pytest

from bot.errors import FetchError, ParseError, UsageError
from bot.services.feed_lookup import FeedLookup, look_up
from tests.unit.services.fakes import FEED_URL, PAGE_URL, TITLES, FeedFetcher, StoppedClock, page, rss
from tests.unit.web.feeds.test_platforms import article, channel, post, sitemap

SITE = "https://courier.example"


@pytest.fixture
def fetcher() -> FeedFetcher:
    return FeedFetcher()


@pytest.fixture
def lookup(fetcher: FeedFetcher) -> FeedLookup:
    return FeedLookup(fetcher, StoppedClock())


async def test_a_name_of_the_catalogue_costs_one_request(lookup: FeedLookup, fetcher: FeedFetcher) -> None:
    fetcher.pages["https://press.un.org/en/rss.xml"] = rss(*TITLES, title="UN press")
    found = await lookup.find("UN meetings coverage and press releases")
    assert (found.document.title, found.found_on) == ("UN press", None)
    assert fetcher.asked == ["https://press.un.org/en/rss.xml"]


async def test_a_telegram_channel_is_read_from_its_public_page(lookup: FeedLookup, fetcher: FeedFetcher) -> None:
    fetcher.pages["https://t.me/s/arvonia_mfa"] = (
        channel(post(1, "Talks begin.")).decode().replace("<!DOCTYPE", "<!doctype")
    )
    found = await lookup.find("t.me/arvonia_mfa")
    assert (found.feed.url, found.feed.title) == ("https://t.me/s/arvonia_mfa", "Arvonia MFA")
    assert found.found_on == "https://t.me/arvonia_mfa"
    assert fetcher.asked == ["https://t.me/s/arvonia_mfa"]


async def test_bluesky_and_youtube_need_no_page(lookup: FeedLookup, fetcher: FeedFetcher) -> None:
    feeds = {
        "https://bsky.app/profile/mfa.example": "https://bsky.app/profile/mfa.example/rss",
        "https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv": (
            "https://www.youtube.com/feeds/videos.xml?channel_id=UCabcdefghijklmnopqrstuv"
        ),
    }
    for pasted, feed in feeds.items():
        fetcher.pages[feed] = rss(*TITLES)
        assert (await lookup.find(pasted)).feed.url == feed
    assert fetcher.asked == list(feeds.values())


async def test_mastodon_is_found_by_handle_by_declaration_and_by_its_form(
    lookup: FeedLookup, fetcher: FeedFetcher
) -> None:
    feed, profile = "https://social.example/@mfa.rss", "https://social.example/@mfa"
    fetcher.pages[feed] = rss(*TITLES)
    assert (await lookup.find("@mfa@social.example")).feed.url == feed
    assert fetcher.asked == [feed]
    fetcher.pages[profile] = page()
    found = await lookup.find(profile)
    assert (found.feed.url, found.found_on) == (feed, profile)
    assert fetcher.asked == [feed, profile, feed]
    fetcher.pages[profile] = page(feed)
    assert (await lookup.find(profile)).feed.url == feed


async def test_a_site_without_feeds_may_have_a_news_sitemap(lookup: FeedLookup, fetcher: FeedFetcher) -> None:
    fetcher.pages[f"{SITE}/world"] = page()
    fetcher.pages[f"{SITE}/robots.txt"] = f"User-agent: *\nSitemap: {SITE}/all.xml\nSitemap: {SITE}/news.xml\n"
    fetcher.pages[f"{SITE}/news.xml"] = sitemap(article(1, "Envoy arrives")).decode()
    found = await lookup.find(f"{SITE}/world")
    assert found.feed.url == f"{SITE}/news.xml"
    assert fetcher.asked == [f"{SITE}/world", f"{SITE}/robots.txt", f"{SITE}/news.xml"]


@pytest.mark.parametrize("robots", [None, "User-agent: *\n", f"Sitemap: {SITE}/news.xml\n"])
async def test_a_site_with_nothing_is_told_so(lookup: FeedLookup, fetcher: FeedFetcher, robots: str | None) -> None:
    fetcher.pages[f"{SITE}/world"] = page()
    if robots:
        fetcher.pages[f"{SITE}/robots.txt"] = robots
    with pytest.raises(ParseError, match="names no feed"):
        await lookup.find(f"{SITE}/world")
    assert len(fetcher.asked) <= 3


async def test_a_page_that_declares_a_feed_is_not_asked_for_more(lookup: FeedLookup, fetcher: FeedFetcher) -> None:
    await lookup.find(PAGE_URL)
    assert fetcher.asked == [PAGE_URL, FEED_URL]


async def test_what_leads_nowhere_is_an_error_of_its_own(lookup: FeedLookup) -> None:
    assert isinstance(await look_up(lookup, "https://ministry.example.org/none"), FetchError)
    assert isinstance(await look_up(lookup, "yonha"), UsageError)
