"""Platforms: addresses as people paste them, channels' pages and news sitemaps, all invented in form."""

from datetime import UTC, datetime

import pytest

from bot.domain.feed import FeedDocument
from bot.errors import ParseError
from bot.web.feeds.identity import identify_entries
from bot.web.feeds.news_sitemap import find_news_sitemaps
from bot.web.feeds.parse import parse_feed
from bot.web.feeds.platform_addresses import (
    find_account_feed,
    find_platform_feed,
    find_profile_feed,
    is_platform_post,
)

NOW = datetime(2031, 5, 6, 12, tzinfo=UTC)


def post(number: int, text: str, at: str = "2031-05-06T09:30:00+00:00") -> str:
    words = f'<div class="tgme_widget_message_text js-message_text" dir="auto">{text}</div>' if text else ""
    return f"""<div class="tgme_widget_message_wrap js-widget_message_wrap"><div
     class="tgme_widget_message text_not_supported_wrap js-widget_message" data-post="arvonia_mfa/{number}">
     <div class="tgme_widget_message_bubble"><div class="tgme_widget_message_author"><a href="https://t.me/arvonia_mfa">
     <span>Arvonia MFA</span></a></div>{words}<div class="tgme_widget_message_footer"><a
     class="tgme_widget_message_date" href="https://t.me/arvonia_mfa/{number}"><time datetime="{at}">09:30</time></a>
     </div></div></div></div>"""


def channel(*posts: str) -> bytes:
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>Arvonia MFA – Telegram</title></head>
    <body class="widget_frame_base"><header><div class="tgme_channel_info_header_title"><span>Arvonia MFA</span></div>
    </header><main><section class="tgme_channel_history">{"".join(posts)}</section></main></body></html>""".encode()


def sitemap(*entries: str) -> bytes:
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">{"".join(entries)}</urlset>""".encode()


def article(number: int, title: str) -> str:
    return f"""<url><loc>https://gazette.example/news/{number}</loc><news:news><news:publication>
    <news:name>The Gazette</news:name><news:language>en</news:language></news:publication>
    <news:publication_date>2031-05-06T07:30:00Z</news:publication_date><news:title>{title}</news:title></news:news></url>"""


def parse(body: bytes, url: str = "https://t.me/s/arvonia_mfa") -> FeedDocument:
    return parse_feed(body, url=url, headers={"content-type": "text/html; charset=utf-8"}, now=NOW)


@pytest.mark.parametrize(
    ("pasted", "feed"),
    [
        ("https://t.me/arvonia_mfa", "https://t.me/s/arvonia_mfa"),
        ("https://t.me/s/arvonia_mfa?before=90", "https://t.me/s/arvonia_mfa"),
        ("http://telegram.me/arvonia_mfa/512", "https://t.me/s/arvonia_mfa"),
        ("https://t.me/+AbCdEf123", None),
        ("https://t.me/joinchat/AAAA", None),
        ("https://t.me/", None),
        ("https://bsky.app/profile/mfa.arvonia.example", "https://bsky.app/profile/mfa.arvonia.example/rss"),
        ("https://bsky.app/profile/did:plc:abc123", "https://bsky.app/profile/did:plc:abc123/rss"),
        ("https://bsky.app/profile/mfa.arvonia.example/post/3k", None),
        (
            "https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv",
            "https://www.youtube.com/feeds/videos.xml?channel_id=UCabcdefghijklmnopqrstuv",
        ),
        (
            "https://www.youtube.com/playlist?list=PLabcdefghijklmno",
            "https://www.youtube.com/feeds/videos.xml?playlist_id=PLabcdefghijklmno",
        ),
        ("https://www.youtube.com/@arvonia", None),  # its page declares its feed
        ("https://www.youtube.com/channel/short", None),
        ("https://gazette.example/t.me/arvonia_mfa", None),
        ("https://t.me.gazette.example/arvonia_mfa", None),
        ("ftp://t.me/arvonia_mfa", None),
        ("http://[::1", None),
    ],
)
def test_pasted_addresses_become_feeds(pasted: str, feed: str | None) -> None:
    assert find_platform_feed(pasted) == feed


def test_accounts_and_profiles_of_mastodon() -> None:
    assert find_account_feed("@mfa@social.arvonia.example") == "https://social.arvonia.example/@mfa.rss"
    assert find_account_feed("mfa@arvonia.example") is None, "that is an address of mail"
    assert find_account_feed("@mfa") is None
    assert find_profile_feed("https://social.example/@mfa?x=1") == "https://social.example/@mfa.rss"
    assert find_profile_feed("https://social.example/@mfa/12") is None
    assert find_profile_feed("https://social.example/about") is None


def test_posts_hold_no_article() -> None:
    assert is_platform_post("https://t.me/arvonia_mfa/512")
    assert is_platform_post("https://www.youtube.com/watch?v=abc")
    assert not is_platform_post("https://gazette.example/t.me")


def test_a_channels_page_is_a_feed() -> None:
    text = "The talks in <b>Arvonia</b> begin.<br><br>“We came to listen,” Ines Aldane said &amp; left."
    found = parse(channel(post(1, "First"), post(2, ""), post(3, text)))
    assert found.title == "Arvonia MFA"
    newest, oldest = found.entries
    assert newest.title == "The talks in Arvonia begin."
    assert newest.summary == "The talks in Arvonia begin. “We came to listen,” Ines Aldane said & left."
    assert newest.content == "The talks in Arvonia begin.\n\n“We came to listen,” Ines Aldane said & left."
    assert newest.media_type == "text/plain"
    assert newest.link == "https://t.me/arvonia_mfa/3"
    assert newest.published_at == datetime(2031, 5, 6, 9, 30, tzinfo=UTC)
    assert oldest.title == "First"


def test_a_post_stays_the_same_item_when_it_is_edited() -> None:
    before, after = (identify_entries(parse(channel(post(7, words))))[0] for words in ("Draft", "Final text"))
    assert before.identity == after.identity
    assert before.fingerprint != after.fingerprint


@pytest.mark.parametrize("body", [channel(), b"<html><body><p>Nothing</p></body></html>"])
def test_a_page_without_posts_is_no_feed(body: bytes) -> None:
    with pytest.raises(ParseError):
        parse(body)


def test_a_news_sitemap_is_a_feed() -> None:
    found = parse(
        sitemap(article(1, "Envoy arrives &amp; speaks"), article(2, "Ferry strike ends")), "https://x.example/n"
    )
    assert (found.title, found.language) == ("The Gazette", "en")
    first = found.entries[0]
    assert (first.title, first.link) == ("Envoy arrives & speaks", "https://gazette.example/news/1")
    assert first.published_at == datetime(2031, 5, 6, 7, 30, tzinfo=UTC)


def test_a_sitemap_of_a_whole_site_is_no_feed() -> None:
    plain = (
        b'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://x.example/</loc></url></urlset>'
    )
    with pytest.raises(ParseError):
        parse(plain, "https://x.example/sitemap.xml")
    with pytest.raises(ParseError):
        parse(sitemap("<url><loc>https://x.example/</loc></url>"), "https://x.example/sitemap.xml")


def test_robots_names_the_news_sitemaps() -> None:
    robots = (
        b"User-agent: *\nDisallow: /x\nSitemap: https://x.example/sitemap.xml\nsitemap: https://x.example/news.xml\n"
    )
    assert find_news_sitemaps(robots) == ("https://x.example/news.xml",)
    assert find_news_sitemaps(b"\xff\xfe") == ()
