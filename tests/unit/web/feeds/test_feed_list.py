"""Lists of feeds: OPML, MonitoRSS in both of its forms, and addresses in a text. All invented."""

import json

import pytest

from bot.errors import ParseError, TooLargeError
from bot.web.feeds.feed_list import parse_feed_list
from tests.unit.services.fakes import opml

TODAY = {
    "version": 2,
    "feeds": [{"id": "a1", "title": "Gazette", "url": "https://gazette.example/rss", "connections": {}}],
}
BACKUP = {
    "name": "A server",
    "id": "1234",
    "rssList": {
        "gazette": {"title": "Gazette", "link": "https://gazette.example/rss", "channel": "55"},
        "courier": {"title": "Courier", "link": "http://courier.example/feed", "channel": "56"},
    },
}


def found(body: bytes | str) -> list[tuple[str, str | None]]:
    return [(feed.url, feed.title) for feed in parse_feed_list(body if isinstance(body, bytes) else body.encode())]


def test_opml_is_still_read() -> None:
    assert found(opml("https://gazette.example/rss")) == [("https://gazette.example/rss", "List 0")]


def test_exports_of_monitorss_are_read() -> None:
    assert found(json.dumps(TODAY)) == [("https://gazette.example/rss", "Gazette")]
    assert found(json.dumps([TODAY])) == found(json.dumps(TODAY))
    assert found(json.dumps(BACKUP)) == [
        ("https://gazette.example/rss", "Gazette"),
        ("http://courier.example/feed", "Courier"),
    ]


def test_a_text_with_addresses_is_read() -> None:
    text = "﻿# my feeds\nhttps://gazette.example/rss\n\nCourier, https://courier.example/feed , news\nhttps://gazette.example/rss"
    assert [url for url, _ in found(text)] == ["https://gazette.example/rss", "https://courier.example/feed"]


@pytest.mark.parametrize(
    "body",
    [b"", b"Dear diary", b"{", b"[[]]", b'{"url": "javascript:x"}', b'{"url": 5}', b"[" * 100_000, b"\xff\xfe\x00"],
)
def test_other_files_are_refused(body: bytes) -> None:
    with pytest.raises(ParseError):
        parse_feed_list(body)


def test_a_list_has_limits() -> None:
    with pytest.raises(TooLargeError):
        parse_feed_list(b"x" * 2_000_001)
    with pytest.raises(TooLargeError):
        parse_feed_list("\n".join(f"https://n{n}.example/" for n in range(2_001)).encode())
