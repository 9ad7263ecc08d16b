from bot.domain.feed import FeedLink
from bot.web.feeds.discovery import MAX_FEEDS, find_feeds

URL = "https://gazette.example/world/"


def test_declared_feeds_come_first_and_those_of_comments_last() -> None:
    page = b"""<html><head><base href="https://cdn.gazette.example/">
    <link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed">
    <link rel="ALTERNATE" type="application/atom+xml; charset=utf-8" title="World &amp; trade" href="world.atom">
    <link rel="alternate" type="application/feed+json" href="https://gazette.example/feed.json">
    <link rel="alternate" type="application/json" href="/wp-json/wp/v2/pages/1">
    <link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">
    <link rel="stylesheet" type="text/css" href="/x.css"><link rel="alternate" hreflang="fr" href="/fr">
    </head><body><a href="/rss.xml">RSS</a>"""
    assert find_feeds(page, url=URL) == (
        FeedLink("https://cdn.gazette.example/world.atom", "World & trade", "Atom"),
        FeedLink("https://gazette.example/feed.json", None, "JSON Feed"),
        FeedLink("https://cdn.gazette.example/comments/feed", "Comments", "RSS"),
    )


def test_anchors_count_where_nothing_is_declared() -> None:
    page = b"<body><a href='/about'>About</a><a href='feed/'>Our <b>feed</b></a><a href='/a/feedback'>Say</a>"
    assert find_feeds(page, url=URL) == (FeedLink("https://gazette.example/world/feed/", "Our feed", declared=False),)


def test_no_page_names_none_and_no_page_too_many() -> None:
    assert find_feeds(b"", url=URL) == find_feeds(b"\0\1", url=URL) == find_feeds(b"words", url=URL) == ()
    many = b"".join(b"<link rel=alternate type=application/rss+xml href=/%d>" % n for n in range(100))
    assert len(find_feeds(b"<html><head>" + many, url=URL)) == MAX_FEEDS
