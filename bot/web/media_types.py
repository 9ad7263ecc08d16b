"""Decides whether a body may contain an article, or what else it is.

The first bytes decide where they are unambiguous ("sniffing" in the WHATWG MIME standard); otherwise the declared type
does, because a PDF declared as "text/html" is more common than the reverse.
"""

from bot.i18n.messages import Translatable, translatable

HTML_TYPES = frozenset({"text/html", "application/xhtml+xml"})
TEXT_TYPES = frozenset({"text/plain", "text/markdown"})

_MAGIC = (
    (b"%PDF-", "pdf"),
    (b"\x89PNG\r\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"RIFF", "image-or-recording"),
    (b"\x00\x00\x01\x00", "image"),
    (b"PK\x03\x04", "archive-or-office"),
    (b"PK\x05\x06", "archive-or-office"),
    (b"\xd0\xcf\x11\xe0", "office"),
    (b"{\\rtf", "office"),
    (b"\x1f\x8b", "compressed"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"Rar!\x1a\x07", "archive"),
    (b"ID3", "recording"),
    (b"OggS", "recording"),
    (b"\x1aE\xdf\xa3", "video"),
    (b"\x7fELF", "program"),
)
_CONTROL = frozenset(range(0x01, 0x20)) - frozenset(b"\t\n\v\f\r\x0e\x0f\x1a\x1b")
"""Control characters but white space, an end mark and what switches encodings; NUL may be half a letter."""
_CONTROL_SHARE = 16
"""Random bytes have one in ten; text copied from a PDF has a few."""
_FEWEST_CONTROL = 4
_FAMILIES = (
    ("image/", "image"),
    ("video/", "video"),
    ("audio/", "recording"),
    ("font/", "font"),
    ("application/pdf", "pdf"),
    ("application/json", "json"),
    ("application/ld+json", "json"),
    ("application/rss+xml", "feed"),
    ("application/atom+xml", "feed"),
    ("application/feed+json", "feed"),
    ("application/xml", "xml"),
    ("text/xml", "xml"),
    ("text/csv", "table"),
    ("text/css", "style"),
    ("text/javascript", "program"),
    ("application/javascript", "program"),
    ("application/zip", "archive"),
    ("application/gzip", "compressed"),
    ("application/msword", "office"),
    ("application/vnd.openxmlformats", "office"),
    ("application/vnd.oasis.opendocument", "office"),
    ("application/rtf", "office"),
    ("application/octet-stream", "download"),
)


def _has_control_bytes(head: bytes) -> bool:
    """Whether so many bytes are control characters, which no text has, that ``head`` is of no text in any encoding."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):  # UTF-16 has any byte
        return False
    found = sum(byte in _CONTROL for byte in head)
    return found >= _FEWEST_CONTROL and found * _CONTROL_SHARE > len(head)


def find_media_type(content_type: str | None) -> str:
    """The bare media type of a Content-Type header in lower case; "" if there is none."""
    return (content_type or "").partition(";")[0].strip().lower()


def describe_foreign(media_type: str, head: bytes) -> Translatable | None:
    """What a body is ("a PDF document") if it cannot be an article, by its type and its first 1,024 bytes."""
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return translatable("sources-kind", kind=kind)
    if media_type in HTML_TYPES or media_type in TEXT_TYPES:
        return translatable("sources-kind", kind="file") if _has_control_bytes(head) else None
    for prefix, kind in _FAMILIES:
        if media_type.startswith(prefix):
            return translatable("sources-kind", kind=kind)
    if media_type:
        named = translatable("sources-kind-of-type", type=media_type[:60])
        return named if media_type.isprintable() else translatable("sources-kind", kind="untyped")
    looks_binary = b"\x00" in head[:1024] and not head.startswith((b"\xff\xfe", b"\xfe\xff"))
    return translatable("sources-kind", kind="file") if looks_binary else None
