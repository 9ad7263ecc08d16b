"""Feeds from strangers: entries or a sentence, in bounded time and size, whatever the bytes."""

import json
import time
import tracemalloc
from contextlib import suppress
from datetime import UTC, datetime
from urllib.parse import urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.feed import FeedDocument
from bot.errors import ParseError, TooLargeError
from bot.web.feeds.compose import MAX_CONTENT, MAX_CONTENTS, MAX_GUID, MAX_SUMMARY, MAX_TITLE
from bot.web.feeds.discovery import MAX_FEEDS, find_feeds
from bot.web.feeds.identity import identify_entries
from bot.web.feeds.links import MAX_LINK
from bot.web.feeds.opml import MAX_FEEDS as MAX_LISTED
from bot.web.feeds.opml import parse_opml
from bot.web.feeds.parse import MAX_BYTES, parse_feed
from bot.web.feeds.raw_feed import MAX_ENTRIES

URL = "https://gazette.example/feed"
NOW = datetime(2031, 5, 6, 12, tzinfo=UTC)
SECONDS = 20  # several times what the costliest takes on an idle core, for the slowest machine that runs tests
MEMORY = 150_000_000  # bytes that Python holds at once, thirty times the largest body

HEAD = "<rss version='2.0'><channel><title>The Gazette</title><link>https://gazette.example/</link>"
ITEM = "<item><title>Envoy arrives</title><link>https://gazette.example/1</link></item>"
TAIL = "</channel></rss>"
LAUGHS = (
    "<!DOCTYPE rss [<!ENTITY a0 'ha'>" + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 10)) + "]>"
)
POST = "<div class=tgme_widget_message data-post=a/1><div class=tgme_widget_message_text>word</div></div>"
SITEMAP = (
    "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' "
    "xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'>"
)
URL_OF_SITEMAP = "<url><loc>https://gazette.example/1</loc><news:news><news:title>Envoy</news:title></news:news></url>"


def parse(body: bytes | str) -> FeedDocument | ParseError | TooLargeError:
    raw = body if isinstance(body, bytes) else body.encode("utf-8", "surrogatepass")
    try:
        return parse_feed(raw, url=URL, headers={}, now=NOW)
    except (ParseError, TooLargeError) as error:
        return error


def document(body: bytes | str) -> FeedDocument:
    found = parse(body)
    assert isinstance(found, FeedDocument), found
    return found


def in_item(inside: str) -> str:
    return f"{HEAD}<item>{inside}</item>{TAIL}"


def check(found: FeedDocument | ParseError | TooLargeError) -> None:
    """Every size has its limit, every address is a web address, every text is clean."""
    if not isinstance(found, FeedDocument):
        assert found.cause
        assert found.step
        return
    assert len(found.entries) <= MAX_ENTRIES
    assert len(identify_entries(found)) <= len(found.entries)
    for entry in found.entries:
        assert entry.title is None or 0 < len(entry.title) <= MAX_TITLE
        assert entry.summary is None or 0 < len(entry.summary) <= MAX_SUMMARY
        assert entry.content is None or 0 < len(entry.content) <= MAX_CONTENT
        assert entry.guid is None or 0 < len(entry.guid) <= MAX_GUID
        assert entry.link is None or (len(entry.link) <= MAX_LINK and urlsplit(entry.link).scheme in {"http", "https"})
        for text in (entry.title, entry.summary, entry.author):
            assert text is None or (text == " ".join(text.split()) and "\0" not in text)
        for at in (entry.published_at, entry.updated_at):
            assert at is None or at.tzinfo is not None


N = 200_000
BROKEN = "&nonsense <"
HOSTILE: dict[str, bytes | str] = {
    "deep": HEAD + "<a>" * N + "</a>" * N + TAIL,
    "deep, unclosed": HEAD + "<item>" + "<a>" * N,
    "deep items": HEAD + "<item>" * N,
    "deep and broken early": HEAD + BROKEN + "<item><title>" + "<b>" * N,
    "deep in a section": in_item("<description><![CDATA[" + "<div>" * N + "]]></description>"),
    "deep in an escaped title": in_item("<title>" + "&lt;b&gt;" * N + "</title>"),
    "deep atom": "<feed xmlns='http://www.w3.org/2005/Atom'>" + "<entry>" * N,
    "deep JSON": '{"version":"https://jsonfeed.org/version/1.1","items":' + "[" * 1_000_000,
    "deep JSON objects": '{"items":' * N,
    "flat tags": HEAD + "<item>" + "<a>x</a>" * N + "</item>" + TAIL,
    "flat tags, broken": HEAD + BROKEN + "<item>" + "<a>x</a>" * N + "</item>" + TAIL,
    "items": HEAD + ITEM * 10_000 + TAIL,
    "items, broken": HEAD + BROKEN + ITEM * 10_000 + TAIL,
    "empty items": HEAD + "<item/>" * 600_000 + TAIL,
    "laughs": LAUGHS + in_item("<title>&a9;</title>"),
    "quadratic": f"<!DOCTYPE rss [<!ENTITY a '{'ha' * 50_000}'>]>" + in_item(f"<title>{'&a;' * 50_000}</title>"),
    "quadratic, broken": f'<!DOCTYPE rss [<!ENTITY a "{"ha" * 50_000}">]>' + HEAD + BROKEN + "&a;" * 50_000,
    "parameters": "<!DOCTYPE rss [<!ENTITY % a 'x'>" + "%a;" * N + "]>" + in_item("<title>x</title>"),
    "a type that never ends": "<!DOCTYPE rss [" + "<!--" * N,
    "types": "<!DOCTYPE rss>" * N + in_item(""),
    "comments": "<!---->x" * N + in_item(""),
    "comments open": HEAD + "<!--" * N,
    "instructions open": "<?" * N,
    "sections open": HEAD + "<![CDATA[" * N,
    "sections": in_item("<title>" + f"<![CDATA[{'x' * 600}]]>" * 7_000 + "</title>"),
    "title": in_item(f"<title>{'word ' * N}</title>"),
    "title of one word": in_item(f"<title>{'a' * 4_000_000}</title>"),
    "title of brackets": in_item(f"<title>{'&lt;' * 1_000_000}</title>"),
    "title of tags": in_item("<title type='html'>" + "&lt;a x='" * N + "</title>"),
    "title of entities": in_item(f"<title>{'&amp;#38;' * N}</title>"),
    "title of digits": in_item(f"<title>&amp;#{'9' * 100_000};</title>"),
    "title broken": HEAD + BROKEN + f"<item><title>{'a &b; ' * N}",
    "author of one word": HEAD + BROKEN + f"<item><author>{'a' * 1_500_000}</author></item>" + TAIL,
    "author of words": HEAD + BROKEN + f"<item><author>{('a' * 999 + ' ') * 1_500}</author></item>" + TAIL,
    "author of dots": HEAD + BROKEN + f"<item><author>{'a@' + 'a-.' * 300_000}</author></item>" + TAIL,
    "date": in_item(f"<pubDate>{'9' * 1_000_000}</pubDate>"),
    "date broken": HEAD + BROKEN + f"<item><pubDate>{'9 ' * 500_000}</pubDate></item>" + TAIL,
    "link": in_item(f"<link>https://gazette.example/{'a' * 1_000_000}</link>"),
    "link of dots": in_item(f"<link>{'../' * N}</link>"),
    "attributes": HEAD + "<item " + "".join(f"a{n}='' " for n in range(100_000)) + "/>",
    "attributes broken": HEAD + BROKEN + "<item " + "a=b " * N + "/>",
    "quotes": HEAD + BROKEN + "<item " + "a='b " * N + "/>",
    "spaces": HEAD + BROKEN + "<item " + " " * 2_000_000,
    "namespaces": HEAD + "".join(f"<item xmlns:a{n}='b'>" for n in range(50_000)),
    "posts": "<html>" + POST * 20_000,
    "posts in posts": "<html>" + "<div class=tgme_widget_message data-post=a/1>" * 250 + POST * 15_000,
    "deep posts": "<html>" + "<div class=tgme_widget_message data-post=a/1>" * 80_000,
    "a post of a megabyte": "<html>" + POST.replace("word", "word " * 800_000),
    "classes": f"<html><div class='{'tgme_widget_message ' * N}'>",
    "lines of a post": "<html>" + POST.replace("word", "<br>" * N),
    "sitemap": SITEMAP + URL_OF_SITEMAP * 25_000 + "</urlset>",
    "sitemap in itself": SITEMAP + "<url>" * 250 + "<loc/>" * 500_000,
    "sitemap of laughs": LAUGHS.replace("rss", "urlset") + SITEMAP + URL_OF_SITEMAP.replace("Envoy", "&a9;"),
    "sitemap without titles": SITEMAP + "<url><loc>https://gazette.example/1</loc></url>" * 90_000 + "</urlset>",
    "zeros": b"\0" * 4_000_000,
    "every byte": bytes(range(256)) * 15_000,
    "half a wide character": "\ufeff<rss".encode("utf-16-le") + b"\0",
    "brackets": "<" * 4_000_000,
    "braces": "{" * 4_000_000,
    "spaces only": " " * 4_000_000,
    "a page of links": "<html><head>" + "<link rel=alternate type=application/rss+xml href=/x>" * 60_000,
    "a deep page": "<html>" + "<div>" * N + "<a href=/feed>",
    "a page of anchors": "<html>" + "".join(f"<a href='/{n}/feed/'>x" for n in range(100_000)),
}


COSTLY = {"sitemap in itself", "sitemap without titles", "items, broken"}
"""What takes seconds also where all is well."""


@pytest.mark.parametrize(
    "shape", [pytest.param(shape, marks=[pytest.mark.slow] if shape in COSTLY else []) for shape in HOSTILE]
)
def test_no_shape_of_feed_takes_long_or_much(shape: str) -> None:
    body = HOSTILE[shape]
    started = time.process_time()
    check(parse(body))
    assert time.process_time() - started < SECONDS


@pytest.mark.parametrize(
    "shape",
    [
        *("laughs", "quadratic", "items", "title", "sections", "posts in posts", "sitemap of laughs"),
        pytest.param("empty items", marks=pytest.mark.slow),
    ],
)
def test_what_is_held_at_once_is_bounded(shape: str) -> None:
    body = HOSTILE[shape]
    raw = body if isinstance(body, bytes) else body.encode()
    tracemalloc.start()
    try:
        parse(raw)
        assert tracemalloc.get_traced_memory()[1] < MEMORY
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("shape", ["deep", "deep items", "deep atom"])
def test_a_feed_nested_deeper_than_any_is_refused_with_the_reason(shape: str) -> None:
    found = parse(HOSTILE[shape])
    assert isinstance(found, ParseError)
    assert "nested deeper than 256 levels" in str(found)


def test_entities_of_a_document_type_are_nothing() -> None:
    for shape in ("laughs", "quadratic"):
        found = parse(HOSTILE[shape])
        texts = [entry.title or "" for entry in found.entries] if isinstance(found, FeedDocument) else []
        assert not any("haha" in text for text in texts)


def test_no_file_and_no_address_is_read_for_an_entity() -> None:
    kind = "<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'><!ENTITY y SYSTEM 'http://127.0.0.1:9/y'>]>"
    found = document(kind + HEAD + "<item><title>Envoy &x; &y; arrives</title></item>" + TAIL)
    assert found.entries[0].title is not None
    assert "root:" not in found.entries[0].title


def test_of_ten_thousand_items_the_newest_are_kept() -> None:
    found = document(HEAD + "".join(f"<item><guid>{n}</guid></item>" for n in range(10_000)) + TAIL)
    assert [entry.guid for entry in found.entries] == [str(n) for n in range(MAX_ENTRIES)]
    items = "".join(
        f"<item><guid>{n}</guid><pubDate>2031-05-0{1 + n // 2_000} {n % 24:02}:30</pubDate></item>"
        for n in range(10_000)
    )
    dated = document(HEAD + items + TAIL)
    kept = [int(entry.guid or 0) for entry in dated.entries]
    assert len(kept) == MAX_ENTRIES
    assert kept == sorted(kept)
    assert min(kept) >= 8_000  # the last day's


def test_of_thirty_thousand_entries_no_more_are_kept() -> None:
    found = document(HEAD + "<item><guid>x</guid></item>" * 30_000 + TAIL)
    assert len(found.entries) == MAX_ENTRIES


def test_a_title_of_a_megabyte_is_cut_where_the_limit_says() -> None:
    title = document(HOSTILE["title"]).entries[0].title
    assert title is not None
    assert len(title) <= MAX_TITLE
    assert title.startswith("word word")
    assert title.endswith("…")


def test_over_the_limit_of_bytes_it_says_the_limit() -> None:
    found = parse(b" " * (MAX_BYTES + 1))
    assert isinstance(found, TooLargeError)
    assert "5 MB" in str(found)


NO_ADDRESSES = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "file:///etc/passwd",
    "mailto:envoy@gazette.example",
    "https://",
    "https:///path",
    "http://[::1",
    "ftp://gazette.example/x",
]


@pytest.mark.parametrize("link", [*NO_ADDRESSES, "java&#10;script:alert(1)"])
def test_links_that_are_no_web_addresses_are_none(link: str) -> None:
    found = document(in_item(f"<title>Envoy arrives</title><link>{link}</link>"))
    atom = document(f"<feed xmlns='http://www.w3.org/2005/Atom'><entry><link href='{link}'/></entry></feed>")
    assert [entry.link for entry in (*found.entries, *atom.entries)] == [None, None]


@pytest.mark.parametrize("link", [*NO_ADDRESSES, "java&#10;script:alert(1)", "&#1;javascript:alert(1)"])
def test_where_markup_is_broken_links_are_web_addresses_or_none(link: str) -> None:
    found = document(f"{HEAD}{BROKEN}<item><title>Envoy arrives</title><link>{link}</link></item>{TAIL}")
    assert found.entries
    for entry in found.entries:
        assert entry.link is None or entry.link.startswith(("https://", "http://"))


PIECES = st.sampled_from(
    "<rss version='2.0'>|<channel>|</channel>|</rss>|<item>|</item>|<title>|</title>|<link>|</link>|<guid>|</guid>"
    "|<description>|</description>|<feed xmlns='http://www.w3.org/2005/Atom'>|<entry>|</entry>|</feed>|<![CDATA[|]]>"
    "|<link href='/x'/>|<pubDate>|</pubDate>|<!--|-->|<?xml version='1.0'?>|<!DOCTYPE rss [|]>"
    "|&amp;|&lt;b&gt;|&#0;|&nbsp;"
    "|<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'>|</rdf:RDF>"
    "|<content type='xhtml'>|</content>|<div>|</div>|<updated>|</updated>|2031-05-06T10:00:00Z"
    "|Tue, 06 May 2031 10:00:00 CET"
    "|https://gazette.example/1|<author>|</author>|<name>|</name>|xml:base='http://[x'".split("|")
)
MARKUP = st.lists(PIECES | st.text(max_size=12), max_size=40).map("".join)


@given(MARKUP | MARKUP.map(lambda inside: HEAD + inside + TAIL))
@settings(max_examples=150)
def test_any_markup_gives_a_document_or_a_sentence(markup: str) -> None:
    check(parse(markup))


@given(
    st.binary(max_size=300),
    st.sampled_from([b"", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"<rss>", b"{", b"<?xml "]),
)
@settings(max_examples=150)
def test_any_bytes_give_a_document_or_a_sentence(body: bytes, start: bytes) -> None:
    check(parse(start + body))
    assert len(find_feeds(start + body, url=URL)) <= MAX_FEEDS


@given(
    st.integers(0, 10_000),
    st.integers(0, 40),
    st.binary(max_size=20),
    st.sampled_from(["utf-8", "utf-16", "utf-16-be"]),
)
@settings(max_examples=150)
def test_a_feed_changed_anywhere_gives_a_document_or_a_sentence(at: int, cut: int, put: bytes, encoding: str) -> None:
    body = (HEAD + ITEM * 3 + TAIL).encode(encoding)
    at %= len(body)
    check(parse(body[:at] + put + body[at + cut :]))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
KEYS = st.sampled_from(
    "id url external_url title summary content_html content_text date_published authors author language".split()
)


@given(st.lists(st.dictionaries(KEYS, JSON | st.just([{"name": "Ines Aldane"}]), max_size=6) | JSON, max_size=4), JSON)
@settings(max_examples=100)
def test_any_values_in_a_json_feed_give_a_document_or_a_sentence(items: list[object], title: object) -> None:
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": title, "home_page_url": title, "items": items}
    check(parse(json.dumps(feed)))


@pytest.mark.parametrize(
    "body", ["<opml>" + "<outline text='x'>" * 60_000, LAUGHS.replace("rss", "opml", 1) + "<opml/>", "<", ""]
)
def test_hostile_lists_end_in_a_sentence(body: str) -> None:
    started = time.process_time()
    with pytest.raises(ParseError):
        parse_opml(body.encode())
    assert time.process_time() - started < SECONDS


def test_a_list_of_too_many_feeds_is_refused_with_the_limit() -> None:
    outlines = "".join(f"<outline xmlUrl='https://gazette.example/{n}'/>" for n in range(MAX_LISTED + 1))
    with pytest.raises(TooLargeError, match="2,000 feeds"):
        parse_opml(f"<opml version='2.0'><body>{outlines}</body></opml>".encode())


@given(st.binary(max_size=300) | MARKUP.map(lambda inside: f"<opml><body>{inside}".encode("utf-8", "replace")))
def test_any_list_gives_feeds_or_a_sentence(body: bytes) -> None:
    feeds: tuple[object, ...] = ()
    with suppress(ParseError):
        feeds = parse_opml(body)
    assert len(feeds) <= MAX_LISTED


@pytest.mark.parametrize(
    "bad",
    [
        "<title>a&#1;b</title>",
        "<title>a&#0;b</title>",
        "<title>a&#xD800;b</title>",
        "<title>a&#xFFFE;b</title>",
        "<title>a&#99999999999;b</title>",
        f"<title>a&#{'9' * 9_000};b</title>",
        "<title>a\x01\x1b[31mb</title>",
        "<title>a &nosuch; b</title>",
        "<title>a & b < c</title>",
        "<gml:pos>1</gml:pos><title>&</title>",
        "<gml:pos>1</gml:pos><description><![CDATA[ <item><title>Forged</title></item> ]]></description><b>",
        "<link>http://[::1</link>",
        "<pubDate>Thu, 99 Foo 20000 99:99:99 +9999</pubDate>",
        "<b xml:base='http://[::1'>x</b>",
    ],
)
def test_one_bad_item_spoils_no_other(bad: str) -> None:
    good = [f"<item><title>Good {n}</title><link>https://gazette.example/{n}</link></item>" for n in range(6)]
    found = document(f"{HEAD}{''.join(good[:3])}<item>{bad}</item>{''.join(good[3:])}{TAIL}")
    assert [entry.title for entry in found.entries if (entry.title or "").startswith("Good")] == [
        f"Good {n}" for n in range(6)
    ]
    assert "Forged" not in {entry.title for entry in found.entries}


def test_a_section_that_was_not_closed_is_said_and_forges_nothing() -> None:
    first = "<item><title>One</title><description><![CDATA[words</description></item>"
    second = "<item><title>Two</title><description><![CDATA[words]]></description></item>"
    found = document(HEAD + ITEM + first + second + ITEM + TAIL)
    assert [entry.title for entry in found.entries] == ["Envoy arrives", "One", "Envoy arrives"]
    assert found.fault is not None
    sound = second.replace("words", "how to write an item: </item> <item> ends and begins")
    assert document(HEAD + sound + second + TAIL).fault is None


def test_a_long_base_does_not_lengthen_each_link() -> None:
    base = f"https://gazette.example/{'x' * 4_000}/"
    entries = "".join(f"<entry><title>{n}</title><link href='p{n}'/></entry>" for n in range(MAX_ENTRIES))
    found = document(f"<feed xmlns='http://www.w3.org/2005/Atom' xml:base='{base}'>{entries}</feed>")
    assert found.entries[7].link == "https://gazette.example/p7"
    assert sum(len(entry.link or "") for entry in found.entries) < MAX_ENTRIES * 64
    items = "".join(f"<item><title>{n}</title><link>p{n}</link></item>" for n in range(MAX_ENTRIES))
    found = document(f"<rss><channel><link>{base}</link>{items}</channel></rss>")
    assert sum(len(entry.link or "") for entry in found.entries) < MAX_ENTRIES * 64


def test_a_number_of_a_json_feed_spoils_no_other_item() -> None:
    items = f'{{"id": {"9" * 9_000}, "title": "a"}}, {{"id": 1e999, "title": "b"}}, {{"id": 1, "title": "c"}}'
    body = f'{{"version": "https://jsonfeed.org/version/1.1", "items": [{items}]}}'
    assert [entry.title for entry in document(body).entries] == ["a", "b", "c"]


def test_no_mark_of_a_feeds_own_stands_for_a_section() -> None:
    """A section was set aside behind a private-use character, which a feed could write as often as it liked."""
    section = f"<![CDATA[{'<p>words</p>' * 100}]]>"
    marks = "&#xE0FE;0&#xE0FF;" * 342 + "&#xE0FE;7&#xE0FF;"
    body = in_item(f"<title>{marks}</title><description>{section}</description><guid>{marks}</guid>")
    (entry,) = document(body).entries
    assert "words" not in (entry.title or "") + (entry.guid or "")
    assert "words" in (entry.content or "")


def test_namespaces_are_not_written_with_every_tag() -> None:
    """150 KB were 35 MB so, and two minutes."""
    spaces = " ".join(f"xmlns:a{n}='http://gazette.example/{n}'" for n in range(2_000))
    items = "".join(
        f"<item><guid>{n}</guid><description><i>x</i>{'<b/>' * 40}</description></item>" for n in range(500)
    )
    body = f"<rss version='2.0' {spaces}><channel><title>x</title>{items}</channel></rss>"
    found = document(body)
    assert sum(len(entry.content or "") for entry in found.entries) <= len(body)


def test_a_document_has_a_limit_of_articles_beside_each_articles() -> None:
    words = "<p>Words.</p>" * 20_000
    items = "".join(f"<item><guid>{n}</guid><description><![CDATA[{words}]]></description></item>" for n in range(18))
    found = document(HEAD + items + TAIL)
    sizes = [len(entry.content or "") for entry in found.entries]
    assert len(sizes) == 18
    assert MAX_CONTENTS - MAX_CONTENT < sum(sizes) <= MAX_CONTENTS
    assert all(entry.summary for entry in found.entries), "the rest of each stays"


@pytest.mark.parametrize(
    "body",
    [
        "<opml:x><body><outline xmlUrl='https://gazette.example/rss'/></body></opml:x>",
        "<x:opml/><opml/>",
        "<opml><body><outline xmlUrl='https://gazette.example/&#xD800;'/></body></opml>",
        "<opml><body><outline xmlUrl='https://gazette.example/rss' text='&#1;&#xFFFE;&#99999999999;'/></body></opml>",
    ],
)
def test_no_list_raises_more_than_a_sentence(body: str) -> None:
    with suppress(ParseError):
        assert parse_opml(body.encode())[0].url.startswith("https://gazette.example/")
