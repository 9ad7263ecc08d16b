"""Documents of every format, invented: the same two entries, whatever they are written in."""

from datetime import UTC, datetime

import pytest

from bot.domain.feed import FeedDocument
from bot.errors import ParseError
from bot.i18n.messages import translate_stored
from bot.web.feeds.parse import parse_feed

URL = "https://gazette.example/feeds/all"
NOW = datetime(2031, 5, 6, 12, tzinfo=UTC)
RSS = """<?xml version="1.0" encoding="{encoding}"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>The Gazette</title><link>https://gazette.example/</link><language>en-GB</language><ttl>30</ttl>
<item><title>Envoy arrives in Arvonia – talks begin</title><link>/news/1</link><guid isPermaLink="false">g-1</guid>
<description>&lt;p&gt;Ines Aldane spoke.&lt;/p&gt;&lt;p&gt;Nobody answered.&lt;/p&gt;</description>
<content:encoded><![CDATA[<p>Ines Aldane spoke at length.</p>]]></content:encoded>
<dc:creator>Ola Brandt</dc:creator><pubDate>Tue, 06 May 2031 09:30:00 +0200</pubDate></item>
<item><title>Ferry strike ends</title><guid>https://gazette.example/news/2</guid><pubDate>5 May 2031</pubDate></item>
</channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB"><title>The Gazette</title>
<link rel="self" href="{URL}"/><link href="https://gazette.example/"/>
<entry xml:base="https://gazette.example/news/"><title type="html">Envoy &lt;b&gt;arrives&lt;/b&gt;</title><id>g-1</id>
<link href="1"/><link rel="enclosure" href="https://gazette.example/x.mp3"/><author><name>Ola Brandt</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>She spoke.</p><p>They left.</p></div></content>
<published>2031-05-06T07:30:00Z</published><updated>2031-05-06T08:00:00Z</updated></entry>
<entry><title>Rates &amp;lt; 2 %</title><id>https://gazette.example/news/2</id></entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Gazette</title><link>https://gazette.example/</link></channel>
<item rdf:about="g-1"><title>Envoy arrives</title><link>https://gazette.example/news/1</link>
<dc:date>2031-05-06T09:30:00+02:00</dc:date></item></rdf:RDF>"""
JSON = """{"version": "https://jsonfeed.org/version/1.1", "title": "The Gazette", "home_page_url": "https://gazette.example/",
"items": [{"id": 7, "url": "/news/1", "title": "Envoy arrives", "content_text": "Rates < 2 %",
"authors": [{"name": "Ola Brandt"}], "date_published": "2031-05-06T09:30:00+02:00"},
{"id": null, "external_url": "javascript:x", "title": 5}]}"""


def parse(body: str | bytes, **headers: str) -> FeedDocument:
    return parse_feed(body if isinstance(body, bytes) else body.encode(), url=URL, headers=headers, now=NOW)


def test_rss_says_all_that_an_entry_holds() -> None:
    found = parse(RSS.format(encoding="utf-8"))
    assert (found.title, found.site) == ("The Gazette", "https://gazette.example/")
    assert (found.language, found.ttl_seconds, found.fault) == ("en-GB", 1800.0, None)
    first, second = found.entries
    assert (first.guid, first.link) == ("g-1", "https://gazette.example/news/1")
    assert first.title == "Envoy arrives in Arvonia – talks begin"
    assert first.summary == "Ines Aldane spoke. Nobody answered."
    assert first.content == "<p>Ines Aldane spoke at length.</p>"
    assert first.author == "Ola Brandt"
    assert (first.published_at, first.day_only) == (datetime(2031, 5, 6, 7, 30, tzinfo=UTC), False)
    assert second.link == second.guid == "https://gazette.example/news/2"
    assert (second.published_at, second.day_only) == (datetime(2031, 5, 5, tzinfo=UTC), True)


def test_atom_resolves_by_its_base_and_keeps_plain_text_plain() -> None:
    found = parse(ATOM)
    first, second = found.entries
    assert (found.site, found.language) == ("https://gazette.example/", "en-GB")
    assert (first.link, first.title, first.author) == ("https://gazette.example/news/1", "Envoy arrives", "Ola Brandt")
    assert first.summary == "She spoke. They left."
    assert first.updated_at == datetime(2031, 5, 6, 8, tzinfo=UTC)
    assert (second.title, second.link) == ("Rates &lt; 2 %", "https://gazette.example/news/2")


def test_rdf_and_json_feeds_are_read_too() -> None:
    feed = parse(JSON)
    for found, guid in ((parse(RDF), "g-1"), (feed, "7")):
        entry = found.entries[0]
        assert (entry.guid, entry.link, entry.title) == (guid, "https://gazette.example/news/1", "Envoy arrives")
        assert entry.published_at == datetime(2031, 5, 6, 7, 30, tzinfo=UTC)
    assert (feed.entries[0].content, feed.entries[0].media_type) == ("Rates < 2 %", "text/plain")
    assert (feed.entries[1].title, feed.entries[1].link) == (None, None)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "windows-1252"]
)
def test_an_encoding_changes_nothing(encoding: str) -> None:
    declared = encoding.removesuffix("-sig")
    assert parse(RSS.format(encoding=declared).encode(encoding)) == parse(RSS.format(encoding="utf-8"))


def test_what_surrounds_a_feed_changes_nothing() -> None:
    plain = RSS.format(encoding="utf-8")
    body = plain.partition("?>")[2]
    expected = parse(plain)
    dtd = '<!DOCTYPE rss PUBLIC "-//X//DTD > RSS" "http://x.example/rss.dtd" [<!ELEMENT rss ANY> <!-- ]> -->]>'
    for before in ("\n\n  ", dtd, "<!-- made by hand -->", "Warning: <br> no, only text: ", "\0"):
        assert parse(before + body).entries == expected.entries, before


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Aldane &amp; Brandt", "Aldane & Brandt"),
        ("Aldane &amp;amp; Brandt", "Aldane & Brandt"),
        ("<![CDATA[<b>Aldane</b> speaks]]>", "Aldane speaks"),
        ("It&amp;#8217;s over", "It’s over"),
        ("Caf&eacute;&nbsp;talks", "Café talks"),
        ("1 &lt; 2", "1 < 2"),
        ("  Two\n lines ", "Two lines"),
        ("<![CDATA[<script>x()</script><b>Yes</b>]]>", "Yes"),
        ("<![CDATA[One<br>two]]>", "One two"),
        ("It\x92s", "It’s"),
    ],
)
def test_titles_are_text_in_one_line(title: str, shown: str) -> None:
    found = parse(f"<rss version='2.0'><channel><item><title>{title}</title><guid>1</guid></item></channel></rss>")
    assert found.entries[0].title == shown


def test_a_date_a_day_ahead_counts_as_none() -> None:
    def dated(day: str, **headers: str) -> datetime | None:
        body = f"<rss><channel><item><pubDate>{day}</pubDate></item></channel></rss>".encode()
        now = None if headers else NOW
        return parse_feed(body, url=URL, headers=headers, now=now).entries[0].published_at

    assert dated("Wed, 07 May 2031 11:59:00 GMT") == datetime(2031, 5, 7, 11, 59, tzinfo=UTC)
    assert dated("Wed, 07 May 2031 12:01:00 GMT") is None
    assert dated("Wed, 07 May 2031 12:01:00 GMT", Date="Tue, 06 May 2031 12:00:00 GMT") is None
    assert dated("Wed, 07 May 2031 12:01:00 GMT", Date="Tue, 06 May 2031 13:00:00 GMT") is not None


def test_broken_markup_is_mended_and_said() -> None:
    found = parse(RSS.format(encoding="utf-8").replace("Ferry strike", "Ferry & <b>strike"))
    assert found.fault is not None
    assert "broken" in translate_stored(found.fault)
    assert [entry.guid for entry in found.entries] == ["g-1", "https://gazette.example/news/2"]


def test_what_is_no_feed_is_said_with_the_feeds_of_the_page() -> None:
    page = "<html><head><link rel=alternate type=application/rss+xml href=/feed><body>Welcome"
    with pytest.raises(ParseError, match=r"web page, not a feed\. It names: https://gazette\.example/feed\."):
        parse(page)
    with pytest.raises(ParseError, match="names no feed"):
        parse("<!doctype html><html><body>Welcome")
    for body in ("plain words", "{}", '{"version": "1"}', "<svg/>", "\x01"):
        with pytest.raises(ParseError, match="not a feed"):
            parse(body)
    with pytest.raises(ParseError, match="empty"):
        parse("  \n ")
