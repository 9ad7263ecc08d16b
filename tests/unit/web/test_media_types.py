import pytest

from bot.web.media_types import describe_foreign, find_media_type


@pytest.mark.parametrize(
    ("header", "expected"),
    [("Text/HTML; charset=utf-8", "text/html"), (" text/plain ", "text/plain"), ("", ""), (None, "")],
)
def test_media_type(header: str | None, expected: str) -> None:
    assert find_media_type(header) == expected


@pytest.mark.parametrize(
    ("media_type", "head"),
    [
        ("text/html", b""),
        ("application/xhtml+xml", b"<?xml"),
        ("text/plain", b"Words"),
        ("", b"<!doctype html>"),
        ("", b"\xff\xfeW\x00"),
        ("text/html", "会谈仍将继续".encode("utf-16")),
        ("text/html", "会谈仍将继续，双方都没有让步。".encode("iso2022_jp_2", "ignore") * 9),
        ("text/html", b"Words\x02 that a PDF\x1f held, among many others of its first page" * 9),
        ("text/html", b"\x01\x02"),
    ],
)
def test_text_may_hold_an_article(media_type: str, head: bytes) -> None:
    assert describe_foreign(media_type, head) is None


@pytest.mark.parametrize(
    ("media_type", "head", "words"),
    [
        ("image/png", b"", "an image"),
        ("application/pdf", b"", "a PDF document"),
        ("text/html", b"%PDF-1.7", "a PDF document"),
        ("text/html", b"\x89PNG\r\n\x1a\n", "an image"),
        ("text/html", b"\xff\xd8\xff\xe0", "an image"),
        ("text/plain", b"PK\x03\x04", "an archive or an office document"),
        ("application/rss+xml", b"", "a news feed, not an article"),
        ("application/json; ", b"", "data (JSON), not a page"),
        ("application/x-unheard-of", b"", "of the type application/x-unheard-of"),
        ("", b"\x00\x01\x02", "a file of an unknown type"),
        ("text/html", bytes(range(256)) * 4, "a file of an unknown type"),
    ],
)
def test_anything_else_is_named(media_type: str, head: bytes, words: str) -> None:
    assert str(describe_foreign(media_type, head)) == words
