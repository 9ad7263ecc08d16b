"""The slow path: feedparser, for broken documents and rare formats, within limits that it lacks itself.

feedparser takes about 35 microseconds per tag, so tags are limited; one of its patterns, which looks for e-mail
addresses, is quadratic in the longest run of letters, so runs are cut. Neither affects a document that a person wrote.
Its sanitising and link resolution are off: markup is removed here anyway.
"""

import re
from io import BytesIO
from typing import Any

from bot.i18n.messages import encode_message, translatable
from bot.web.feeds.decoding import drop_forbidden
from bot.web.feeds.raw_feed import MAX_ENTRIES, MAX_READ, RawEntry, RawFeed, RawText

MAX_TAGS = 60_000
MAX_BYTES = 1_000_000
MAX_RUN = 600  # characters without a space or mark: longer than any address, too short for an attack

BROKEN = encode_message(translatable("feeds-broken"))
CUT = encode_message(translatable("feeds-cut"))

_LONG_TAG = re.compile(rb"<[^<>]{2048,}>?")  # sgmllib is quadratic in a tag's attributes
# Start of an entry (group 1), unless it is inside a section or a comment
_START = re.compile(rb"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|<(item|entry)[\s>/]", re.DOTALL | re.IGNORECASE)
_LONGEST_HEAD = 4_096  # bytes before the first entry, which are parsed with each entry
_RUN = re.compile(rb"(?<![\w.+-])([\w.+-]{%d})[\w.+-]++" % MAX_RUN)
# exceptions of feedparser on broken documents; it claims to raise none
_LIBRARY_FAILURES = (ValueError, TypeError, AttributeError, LookupError, AssertionError, RecursionError, OverflowError)


def parse_leniently(data: bytes, *, url: str) -> RawFeed | None:
    """Parse ``data`` from :func:`~bot.web.feeds.decoding.clean_body` with feedparser; None if it is no feed."""
    bounded = _bound(data)
    raw = _parse(bounded, url) or _read_apart(bounded, url)
    if raw is not None and raw.fault:
        raw.fault = CUT if len(data) > MAX_BYTES or data.count(b"<") > MAX_TAGS else BROKEN
    return raw


def _parse(data: bytes, url: str) -> RawFeed | None:
    import feedparser  # noqa: PLC0415 - few feeds need it, and it loads slowly

    headers = {"content-type": "application/xml; charset=utf-8", "content-location": url}
    try:
        found = feedparser.parse(
            BytesIO(data), response_headers=headers, sanitize_html=False, resolve_relative_uris=False
        )
    except _LIBRARY_FAILURES:
        return None
    if not found.entries and not found.get("version") and data[:8].lower() != b"<channel":
        return None
    raw = _read_feed(found)
    raw.fault = BROKEN if found.get("bozo") else None
    return raw


def _read_apart(data: bytes, url: str) -> RawFeed | None:
    """Parse entry by entry when feedparser fails on one and would return none: that one is left out."""
    starts = [match.start() for match in _START.finditer(data) if match[1]]
    if not starts:
        return None
    head = data[: min(starts[0], _LONGEST_HEAD)]
    raw = _parse(head, url)
    if raw is None:
        return None
    ends = [*starts[1:], len(data)]
    for start, end in list(zip(starts, ends, strict=True))[:MAX_ENTRIES]:
        one = _parse(head + data[start:end], url)
        raw.entries += one.entries if one else []
    raw.fault = BROKEN
    return raw


def _bound(data: bytes) -> bytes:
    data = _LONG_TAG.sub(b"", _RUN.sub(rb"\1", drop_forbidden(data[:MAX_BYTES])))
    if data.count(b"<") <= MAX_TAGS:
        return data
    return b"<".join(data.split(b"<", MAX_TAGS + 1)[: MAX_TAGS + 1])


def _read_feed(found: Any) -> RawFeed:
    feed = found.feed
    ttl = _string(feed.get("ttl"))
    return RawFeed(
        atom=(found.get("version") or "").startswith("atom"),
        title=_text(feed.get("title"), feed.get("title_detail")),
        site=_string(feed.get("link")),
        language=_string(feed.get("language")),
        ttl=float(ttl) if ttl and ttl.isascii() and ttl.isdigit() and len(ttl) < 8 else None,
        entries=[_read_entry(entry) for entry in found.entries[:MAX_READ]],
    )


def _read_entry(entry: Any) -> RawEntry:
    guid, link = _string(entry.get("id")), _string(entry.get("link"))
    contents = [part for part in entry.get("content", ()) if isinstance(part, dict)]
    return RawEntry(
        guid=guid,
        link=link,
        title=_text(entry.get("title"), entry.get("title_detail")),
        summary=_text(entry.get("summary"), entry.get("summary_detail")),
        content=_text(contents[0].get("value"), contents[0]) if contents else None,
        author=_string(entry.get("author")),
        published=_string(dict.get(entry, "published")) or _string(dict.get(entry, "created")),
        updated=_string(dict.get(entry, "updated")),
        language=_string(contents[0].get("language")) if contents else None,
        picture=next((_string(one.get("url")) for one in entry.get("media_thumbnail", ())), None),
    )


def _text(value: object, detail: object) -> RawText | None:
    if not isinstance(value, str):
        return None
    kind = detail.get("type") if isinstance(detail, dict) else None
    return RawText(value, markup=None if kind is None else kind in {"text/html", "application/xhtml+xml"})


def _string(value: object) -> str | None:
    return value if isinstance(value, str) and value else None
