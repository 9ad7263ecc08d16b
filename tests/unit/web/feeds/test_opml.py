from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.feed import OutlineFeed
from bot.errors import ParseError
from bot.web.feeds.opml import MAX_FOLDERS, parse_opml, write_opml

NOW = datetime(2031, 5, 6, 12, tzinfo=UTC)
NAMES = (
    st.text("abc ÄЖ中&<>\"'/", min_size=1, max_size=12)
    .map(str.strip)
    .filter(bool)
    .map(lambda name: " ".join(name.split()))
)
FEEDS = st.lists(
    st.builds(
        OutlineFeed,
        url=st.integers(0, 10**6).map("https://gazette.example/?a=1&feed={}".format),
        title=NAMES | st.none(),
        site=st.just("https://gazette.example/") | st.none(),
        folders=st.lists(NAMES, max_size=MAX_FOLDERS).map(tuple),
    ),
    min_size=1,
    max_size=12,
    unique_by=lambda feed: feed.url,
)


@given(FEEDS)
def test_what_is_written_is_read_again(feeds: list[OutlineFeed]) -> None:
    named = [OutlineFeed(feed.url, feed.title or feed.url, feed.site, feed.folders) for feed in feeds]
    assert list(parse_opml(write_opml(feeds, "Feeds of the desk", NOW))) == named


def test_folders_bare_ampersands_and_other_schemes() -> None:
    body = b"""<?xml version="1.0"?><opml version="1.0"><head><title>x</title></head><body>
    <outline text="Ministries"><outline text="Arvonia"><outline type="rss" title="Notes" text="n"
      xmlUrl="https://arvonia.example/rss?a=1&b=2"/></outline></outline>
    <outline text="bad" xmlUrl="javascript:alert(1)"/><outline text="again" xmlUrl="https://arvonia.example/rss?a=1&b=2"/>
    </body></opml>"""
    (feed,) = parse_opml(body)
    assert feed == OutlineFeed("https://arvonia.example/rss?a=1&b=2", "Notes", None, ("Ministries", "Arvonia"))


@pytest.mark.parametrize("body", [b"<rss/>", b"words", b"<opml><body/></opml>"])
def test_what_is_no_list_is_said(body: bytes) -> None:
    with pytest.raises(ParseError):
        parse_opml(body)
