"""What a body of bytes is: text that may hold an article, or something else that a sentence can name.

The first bytes decide where they are unmistakable (the "sniffing" of the WHATWG MIME standard); a declared type decides
the rest, because pages call a PDF "text/html" more often than the other way round.
"""

HTML_TYPES = frozenset({"text/html", "application/xhtml+xml"})
TEXT_TYPES = frozenset({"text/plain", "text/markdown"})

_MAGIC = (
    (b"%PDF-", "a PDF document"),
    (b"\x89PNG\r\n", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"RIFF", "an image or a recording"),
    (b"\x00\x00\x01\x00", "an image"),
    (b"PK\x03\x04", "an archive or an office document"),
    (b"PK\x05\x06", "an archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"{\\rtf", "an office document"),
    (b"\x1f\x8b", "a compressed file"),
    (b"7z\xbc\xaf\x27\x1c", "an archive"),
    (b"Rar!\x1a\x07", "an archive"),
    (b"ID3", "a recording"),
    (b"OggS", "a recording"),
    (b"\x1aE\xdf\xa3", "a video"),
    (b"\x7fELF", "a program"),
)
_FAMILIES = (
    ("image/", "an image"),
    ("video/", "a video"),
    ("audio/", "a recording"),
    ("font/", "a font"),
    ("application/pdf", "a PDF document"),
    ("application/json", "data (JSON), not a page"),
    ("application/ld+json", "data (JSON), not a page"),
    ("application/rss+xml", "a news feed, not an article"),
    ("application/atom+xml", "a news feed, not an article"),
    ("application/feed+json", "a news feed, not an article"),
    ("application/xml", "data (XML), not a page"),
    ("text/xml", "data (XML), not a page"),
    ("text/csv", "a table of data"),
    ("text/css", "a style sheet"),
    ("text/javascript", "a program"),
    ("application/javascript", "a program"),
    ("application/zip", "an archive"),
    ("application/gzip", "a compressed file"),
    ("application/msword", "an office document"),
    ("application/vnd.openxmlformats", "an office document"),
    ("application/vnd.oasis.opendocument", "an office document"),
    ("application/rtf", "an office document"),
    ("application/octet-stream", "a file to download"),
)


def find_media_type(content_type: str | None) -> str:
    """The bare media type of a Content-Type header, lower case; "" when there is none."""
    return (content_type or "").partition(";")[0].strip().lower()


def describe_foreign(media_type: str, head: bytes) -> str | None:
    """What a body is, in words ("a PDF document"), if it cannot hold an article; None if it can.

    ``head`` is the body's beginning, 1,024 bytes are enough, or empty when only the type is known yet.
    """
    for magic, words in _MAGIC:
        if head.startswith(magic):
            return words
    if media_type in HTML_TYPES or media_type in TEXT_TYPES:
        return None
    for prefix, words in _FAMILIES:
        if media_type.startswith(prefix):
            return words
    if media_type:
        return f"of the type {media_type[:60]}" if media_type.isprintable() else "of an unknown type"
    looks_binary = b"\x00" in head[:1024] and not head.startswith((b"\xff\xfe", b"\xfe\xff"))
    return "a file of an unknown type" if looks_binary else None
